"""From a key and values to the words that leave: folded, and in one segment where a wording allows it."""

from collections.abc import Mapping

from assistant.content.catalogue import texte
from assistant.content.reperes import reperes
from assistant.sms_text.gsm7 import fold, segments


def render(cle: str, valeurs: Mapping[str, object] | None = None) -> str:
    """The first wording of `cle` that fits one segment, else the cheapest.

    Raises TexteInconnu for an unknown key and KeyError for a value the text names and nobody gave.
    """
    connues = {**reperes(), **(valeurs or {})}
    candidates = [fold(forme.format_map(connues)).strip() for forme in texte(cle).formes]
    return next((c for c in candidates if segments(c) == 1), min(candidates, key=segments))
