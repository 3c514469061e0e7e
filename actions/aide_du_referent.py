"""« Claire Dubois peut vous aider. » – « oui previen la »: who was named is wanted."""

import re

from rasa_sdk import Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.appel import APPEL, transmettre_avec_ses_mots
from actions.detours import DETOURS, SANS_ATTENTE
from actions.dire import dire
from actions.dossier import NON_COMPRIS, Dossier, texte_du
from actions.puis_le_reste import PREVENIR
from actions.suites import SUITES
from assistant.content.reponse import Reponse
from assistant.conversation.reponses_courtes import dit_oui, refuse
from assistant.handoff.coordonnees import qui_appeler
from assistant.handoff.nomme import avec_son_referent
from assistant.offres.mots import plier

AIDE = "aide_du_referent"  # in the place of a light question: the answer named who may help
BREF = 9  # words
_JOINDRE = (
    r"(?:previen\w*|preven\w*|averti\w*|r?ap+el\w*|contact\w*|demand\w*|transmet\w*|telephon\w*|parl\w*"
    r"|di(?:s|t|te|tes|re)|joi?n\w*|signal\w*|envoy\w*|ecri\w*|fai(?:s|te|tes)"
    r"|(?:met|laiss|pass)\w* (?:un|le) (?:mot?|message))"
)
_SANS_SUITE = r"(?= (?:svp|stp|merci|vite?|alors?|donc|maintenant|tout|pour|si|please|a m(?:a|on))\b|$)"
_LA = rf"(?:lui|leur|mme|madame|monsieur|mr|(?:a )?(?:ma|mon) referente?|(?:la|le|les|ca|sa){_SANS_SUITE})"
_OUI = r"^(?:oui|ouais|ui|wi|ok|d accord|je veux bien)(?: (?:stp|svp|alors|bien|merci|vas y|allez y))*"
_QU_ON_LA_JOIGNE = re.compile(
    rf"\b{_JOINDRE} (?:bien |vite )?{_LA}\b|{_OUI} {_JOINDRE}\b(?! (?:hier|deja|la|le|les)\b)"
    r"|\b(?:la|le|lui|l) (?:preven\w*|dire|r?ap+eler|contacter|parler|ecrire|demander|joindre)\b"
    r"|\b(?:qu\w*|qel|kel|quelle|elle peut|il peut) (?:\w+ )?(?:me |m )?m?r?ap+el\w*"
)
_LA_PERSONNE_LE_FERA = re.compile(
    r"(?<!qu )(?<!que )(?<!qel )(?<!kel )\b(?:j|je|jvais|jvai|jai|jle|jla|jlui|moi|elle|il|on|ils)"
    rf"(?: (?:vais|vai|ai|a|ont|m|lui|la|le|l|en))* {_JOINDRE}\b"
)
_LU = re.compile(r"(?:ok+|okay|oki|dac+|d ?ac+ord?|dakor|c est bon|c bon|si|bien)\b")
_MAL_ENTENDUS = NON_COMPRIS | {
    *("affirmer", "parler_referent", "coordonnees_referent", "remercier", "mecontent"),
}


def laisser_demander(tracker: Tracker, ouvert: Dossier) -> list[EventType]:
    """After an answer that names the référent of a known person."""
    attend = tracker.active_loop.get("name") or ouvert.allocataire is None
    return [] if attend else [SlotSet("question", AIDE)]


def _veut_qu_on_le_joigne(mots: str) -> bool:
    plie = plier(mots)
    if len(plie.split()) > BREF or refuse(mots) or "?" in mots or _LA_PERSONNE_LE_FERA.search(plie):
        return False
    return _QU_ON_LA_JOIGNE.search(plie) is not None


def _joindre(dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier) -> list[EventType] | None:
    """« oui » alone is asked once more: it may only say that the answer was read."""
    mots = texte_du(tracker)
    if ouvert.allocataire is None:
        return None
    if _veut_qu_on_le_joigne(avec_son_referent(mots, ouvert.allocataire, ouvert.maintenant.date())):
        dire(dispatcher, transmettre_avec_ses_mots(ouvert, mots, ajoute=True, ce_qui_precede=True))
        return [SlotSet("question", APPEL)]
    if not dit_oui(mots) or _LU.match(plier(mots)) or _LA_PERSONNE_LE_FERA.search(plier(mots)):
        return None
    dire(dispatcher, Reponse("prevenir_question", qui_appeler(ouvert.allocataire, ouvert.maintenant)))
    return [SlotSet("question", PREVENIR)]


def _entendue_autrement(intent: str, mots: str) -> str | None:
    """Whatever the engine heard, the words of what was asked go with it."""
    return "action_reponse_seule" if intent in _MAL_ENTENDUS and _veut_qu_on_le_joigne(mots) else None


SUITES[AIDE] = _joindre
DETOURS[AIDE] = _entendue_autrement
SANS_ATTENTE.add(AIDE)
