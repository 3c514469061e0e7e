"""A question that sounds like one on an offer, and is on what we spoke of since, or on us."""

import re

from rasa_sdk import Tracker
from rasa_sdk.events import EventType, FollowupAction
from rasa_sdk.executor import CollectingDispatcher

from actions.dire import dire
from actions.dossier import Dossier, texte_du
from assistant.content.reponse import Reponse
from assistant.offres.mots import plier
from assistant.offres.suite_lue import AUTRE_SUJET
from assistant.parcours.rendez_vous import participations_a_venir

CONSULTER_RDV, CONSULTER_CER = "action_consulter_rdv", "action_consulter_cer"
_MESSAGES = re.compile(r"\b(?:messages?|msg|sms|textos?)\b")
_CONTRAT = re.compile(r"\b(?:contrat?|cer)\b")
_RENDEZ_VOUS = re.compile(r"\b(?:rdv|rdvs|(?:ran|ren)\w* ?vous?)\b")
_QUESTION = re.compile(r"[^.!?\n]+\?")
_ATELIER = re.compile(r"\b(?:cet?|cette|l|mon) (?:atelier|reunion)\b")
_DU_RENDEZ_VOUS = re.compile(r"_(?:rdv|creneau|lieu_rdv|retard)\b|rdv")


def sur_autre_chose(
    dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
) -> list[EventType] | None:
    """None when it may well be of an offer."""
    mots = plier(texte_du(tracker))
    if AUTRE_SUJET.search(mots):
        if _MESSAGES.search(mots):
            dire(dispatcher, Reponse("propos_cout"))
            return []
        if _RENDEZ_VOUS.search(mots):
            return [FollowupAction(CONSULTER_RDV)]
        return [FollowupAction(CONSULTER_CER)] if _CONTRAT.search(mots) else None
    if _ATELIER.search(mots) and _parlait_d_un_rendez_vous(tracker) and _en_a_un(ouvert):
        return [FollowupAction(CONSULTER_RDV)]
    return None


def et_le_rendez_vous(texte: str) -> list[EventType]:
    """« annule. par contre mon rdv est tjr mercredi ? »: asked in the same breath."""
    demande = any(_RENDEZ_VOUS.search(plier(dite)) for dite in _QUESTION.findall(texte))
    return [FollowupAction(CONSULTER_RDV)] if demande else []


def _parlait_d_un_rendez_vous(tracker: Tracker) -> bool:
    """Whether the answer before was about one."""
    faites = [event["name"] for event in reversed(tracker.events) if event["event"] == "action"]
    derniere = next((nom for nom in faites if nom != "action_listen"), "")
    return _DU_RENDEZ_VOUS.search(derniere) is not None


def _en_a_un(ouvert: Dossier) -> bool:
    qui = ouvert.allocataire
    return qui is not None and bool(participations_a_venir(ouvert.session, qui.id, ouvert.maintenant))
