"""« merci, bonne journée » in the middle of a question: it is left there, and not asked again."""

from rasa_sdk import Tracker

from actions.dossier import est_sur, intent_du, texte_du

POLITESSES = {"au_revoir": "au_revoir", "remercier": "merci"}  # the text that answers each label
SEUL = 2  # words: « merci », « merci bcp » right after « OUI ou NON ? » may mean yes


def conge(tracker: Tracker, attendu: str) -> str | None:
    """The text that answers in kind, when the person takes leave."""
    bref = len(texte_du(tracker).split()) <= SEUL
    if not est_sur(tracker) or (attendu.endswith("_accord") and intent_du(tracker) == "remercier" and bref):
        return None
    return POLITESSES.get(intent_du(tracker))
