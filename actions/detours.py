"""The engine labels a message without knowing what we just spoke of: « c'est où » after an offer.

While the light question QUESTION is open, DETOURS[QUESTION] may name another action to answer instead.
"""

from collections.abc import Callable

from rasa_sdk import Tracker

from actions.dossier import intent_du, texte_du
from assistant.offres.mots import plier

Detour = Callable[[str, str], str | None]  # the label, the folded words → the action to run, if another

DETOURS: dict[str, Detour] = {}


def detour(nom: str, tracker: Tracker) -> str | None:
    """The action that should answer instead of `nom`; never while a form waits."""
    trouver = DETOURS.get(tracker.get_slot("question") or "")
    if trouver is None or tracker.active_loop.get("name"):
        return None
    autre = trouver(intent_du(tracker), plier(texte_du(tracker)))
    return autre if autre != nom else None
