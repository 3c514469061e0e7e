"""A call, or a word, for the référent: what is passed on is shown, and when they would rather be called."""

import re

from rasa_sdk import Tracker
from rasa_sdk.events import EventType, FollowupAction, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.detours import SANS_ATTENTE
from actions.dire import dire
from actions.dossier import NON_COMPRIS, Dossier, intent_du, texte_du
from actions.puis_le_reste import PREVENIR
from assistant.content.reponse import Reponse
from assistant.conversation.reponses_courtes import dit_non, dit_oui, politesse
from assistant.handoff.coordonnees import qui_appeler
from assistant.handoff.demandes import attend_deja, transmettre
from assistant.handoff.mots_transmis import (
    dit_ce_qui_precede,
    message_precedent,
    moment_souhaite,
    mots_a_dire,
)
from assistant.offres.besoins_appris import se_dit_clairement
from assistant.offres.mots import plier

APPEL = "appel_transmis"  # in the place of a light question: « le matin » is then when to call
BREF = 4  # words
_APPELER = re.compile(r"\b(?:qu\w{,3} )?(?:m|me|ma)? ?r?ap+el\w*|\btelephon\w*")
_AUTRE_CHOSE = re.compile(
    r"\b(?:rdv|rendez vous|atelier|venir|vien[st]?|viendrai|retard|absente?|annul\w*|si)\b"
)
_QUEL_APPEL = re.compile(
    r"\b(?:quel|kel|quelle?) ap+el\b|\bap+el (?:de qui|de ki|pour ?quoi|c est quoi|c koi)\b"
)
_DE_L_APPEL = NON_COMPRIS | {
    *("affirmer", "nier", "donner_information", "choisir", "remercier", "mecontent"),
    *("parler_referent", "coordonnees_referent", "prendre_rdv", "deplacer_rdv", "preparer_rdv"),
}
_DU_RENDEZ_VOUS = {"consulter_rdv", "confirmer_rdv", "lieu_rdv", "annuler_rdv", "deplacer_rdv", "prendre_rdv"}
_SORTES = {"parler_transmis": "", "parler_remplace": "_remplace"}


def transmettre_avec_ses_mots(
    ouvert: Dossier, texte: str, *, ajoute: bool, ce_qui_precede: bool = False
) -> Reponse:
    """Passed on; the answer shows what was to be said, or when to call."""
    lieu = ouvert.conversation_id, ouvert.allocataire
    mots = mots_a_dire(texte)
    if mots is None and (ce_qui_precede or dit_ce_qui_precede(texte)):
        mots = message_precedent(ouvert.session, ouvert.conversation_id, ouvert.cause, ouvert.maintenant)
    moment = None if mots or _AUTRE_CHOSE.search(plier(texte)) else moment_souhaite(texte)
    transmise = transmettre(ouvert.session, *lieu, ouvert.cause, ouvert.maintenant, ajoute=ajoute)
    if ouvert.allocataire is None or not (mots or moment):
        return transmise
    cle = f"parler_{'message' if mots else 'moment'}{_SORTES.get(transmise.cle, '_ajoute')}"
    return Reponse(cle, transmise.valeurs | {"mots": mots or "", "moment": moment or ""})


def preciser_l_appel(
    dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
) -> list[EventType] | None:
    """« le matin », « pas avant midi »: when, of a call agreed or just offered; « quel appel ? »."""
    if ouvert.allocataire is None or tracker.active_loop.get("name"):
        return None
    texte, question = texte_du(tracker), tracker.get_slot("question")
    if question in (PREVENIR, APPEL) and _QUEL_APPEL.search(plier(texte)):
        if se_dit_clairement(texte):  # « kel appel. ya pas une creche a libourne »
            return [SlotSet("question", None), FollowupAction("action_chercher_offre")]
        cle = "quel_appel" if question == PREVENIR else "quel_appel_attend"
        dire(dispatcher, Reponse(cle, qui_appeler(ouvert.allocataire, ouvert.maintenant)))
        return [SlotSet("question", question)]
    if moment_souhaite(texte) is None or not _dit_quand(tracker, ouvert):
        return None
    dire(dispatcher, transmettre_avec_ses_mots(ouvert, texte, ajoute=True))
    return [SlotSet("question", APPEL)]


def _dit_quand(tracker: Tracker, ouvert: Dossier) -> bool:
    texte, label, question = texte_du(tracker), intent_du(tracker), tracker.get_slot("question")
    if "?" in texte or politesse(texte) or _AUTRE_CHOSE.search(plier(texte)):
        return False
    appelle = _APPELER.search(plier(texte)) is not None
    if question == PREVENIR:
        return not dit_non(texte) and (dit_oui(texte) or appelle or len(texte.split()) <= BREF)
    if question == APPEL:
        return label in _DE_L_APPEL or appelle
    attend = appelle and label not in _DU_RENDEZ_VOUS
    return attend and attend_deja(ouvert.session, ouvert.conversation_id, ouvert.cause, ouvert.maintenant)


SANS_ATTENTE.add(APPEL)
