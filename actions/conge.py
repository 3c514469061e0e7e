"""« merci, bonne journée » in the middle of a question: it is left there, and not asked again."""

from rasa_sdk import Tracker

from actions.dossier import est_sur, intent_du, texte_du
from assistant.conversation.reponses_courtes import politesse

POLITESSES = {"au_revoir": "au_revoir", "remercier": "merci"}  # the text that answers each label
SEUL = 2  # words: « merci », « merci bcp » right after « OUI ou NON ? » may mean yes


def conge(tracker: Tracker, attendu: str) -> str | None:
    """The text that answers in kind, when the person takes leave."""
    mots = texte_du(tracker)
    dite = politesse(mots) or (intent_du(tracker) if est_sur(tracker) else "")
    if attendu.endswith("_accord") and dite == "remercier" and len(mots.split()) <= SEUL:
        return None
    return POLITESSES.get(dite)
