"""From a key and values to the words that leave: folded, and in one segment where a wording allows it."""

from collections.abc import Mapping, Sequence

from assistant.content.catalogue import texte
from assistant.content.reperes import reperes
from assistant.sms_text.gsm7 import fold, segments


def render(cle: str, valeurs: Mapping[str, object] | None = None, dites: Sequence[str] = ()) -> str:
    """The first wording of `cle` that fits one segment, else the cheapest.

    A text with something to say next (`encore`) is not said again to whoever has just read it: of `dites`,
    what was sent lately, latest first, the wording read longest ago is taken.
    Raises TexteInconnu for an unknown key and KeyError for a value the text names and nobody gave.
    """
    connues = {**reperes(), **(valeurs or {})}
    dit = texte(cle)
    possibles = [_au_plus_court(formes, connues) for formes in (dit.formes, *((e,) for e in dit.encore))]
    return max(possibles, key=lambda possible: _lu_il_y_a(possible, dites))


def _au_plus_court(formes: Sequence[str], valeurs: Mapping[str, object]) -> str:
    candidates = [fold(forme.format_map(valeurs)).strip() for forme in formes]
    return next((c for c in candidates if segments(c) == 1), min(candidates, key=segments))


def _lu_il_y_a(possible: str, dites: Sequence[str]) -> int:
    """How many messages ago; more than all of them when it was not read."""
    return next((rang for rang, dite in enumerate(dites) if possible in dite), len(dites))
