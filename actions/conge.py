"""« merci, bonne journée » in the middle of a question: it is left there, and not asked again."""

import re
from datetime import datetime

from rasa_sdk import Tracker

from actions.dossier import est_sur, intent_du, texte_du
from assistant.clock import PARIS, now
from assistant.conversation.reponses_courtes import politesse
from assistant.offres.mots import plier

SOIR = 17  # o'clock
_SOIR = re.compile(r"\b(?:soir\w*|nuit)\b")
SEUL = 2  # words: « merci », « merci bcp » right after « OUI ou NON ? » may mean yes


def conge(tracker: Tracker, attendu: str) -> str | None:
    """The text that answers in kind, when the person takes leave."""
    mots = texte_du(tracker)
    dite = politesse(mots) or (intent_du(tracker) if est_sur(tracker) else "")
    if attendu.endswith("_accord") and dite == "remercier" and len(mots.split()) <= SEUL:
        return None
    if dite == "au_revoir":
        return adieu(mots, now())
    return "merci" if dite == "remercier" else None


def adieu(mots: str, maintenant: datetime) -> str:
    """« bonne soirée » to whoever says it, and to all once it is evening."""
    le_soir = maintenant.astimezone(PARIS).hour >= SOIR or _SOIR.search(plier(mots))
    return "au_revoir_soir" if le_soir else "au_revoir"
