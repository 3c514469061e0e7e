"""A rendez-vous cancelled this last day: put back when they want it, offered back when they deny it."""

import re

from rasa_sdk import Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from actions.dire import dire
from actions.dossier import Dossier, intent_du, texte_du
from actions.formulaires import fermer
from actions.places import poser
from actions.suites import SUITES
from assistant.content.reponse import Reponse
from assistant.conversation.accord import accepte
from assistant.conversation.propos import dit
from assistant.conversation.reponses_courtes import dit_non
from assistant.offres.mots import plier
from assistant.parcours.agenda.deplacement import transmettre
from assistant.parcours.agenda.lequel import nomme
from assistant.parcours.agenda.mots import mots_rendez_vous
from assistant.parcours.agenda.propositions import proposer
from assistant.parcours.agenda.retour import derniere_annulation, retablir
from assistant.parcours.dates_parlees import moment_cite
from assistant.parcours.rendez_vous import Participation

_REMETTEZ = re.compile(r"\b(?:remet\w*|redonn\w*|retabli\w*)\b")
_UN_AUTRE = re.compile(
    r"\b(?:un|autre|nouveau|nouvel|reprendre) (?:autre |nouveau )?(?:rdv|rendez vous)\b"
    r"|\bvien\w* (?:pas?|plus)\b"
)
REMETTRE = "remettre_l_annule"  # « Voulez-vous le remettre ? »


def revenir_a_l_annule(
    dispatcher: CollectingDispatcher, ouvert: Dossier, mots: str
) -> list[EventType] | None:
    """Put back when they say so, else offered back; None when they cancelled nothing, or want another."""
    veut = dit("rdv_remettre", mots)
    if not (veut or dit("rdv_pas_annule", mots)) or (annulee := la_derniere_annulee(ouvert)) is None:
        return None
    if _en_veut_un_autre(mots, annulee, ouvert):
        return None
    if veut and _REMETTEZ.search(plier(mots)):
        return _remettre(dispatcher, ouvert, annulee, mots)
    dire(dispatcher, Reponse("rdv_annule_accord", mots_rendez_vous(annulee.rendez_vous, ouvert.maintenant)))
    return fermer(question=REMETTRE)


def _en_veut_un_autre(mots: str, annulee: Participation, ouvert: Dossier) -> bool:
    """« remettez le rdv à jeudi », « je voudrais reprendre un rdv », « finalement je viens pas »."""
    cite = moment_cite(mots, ouvert.maintenant)
    ailleurs = cite is not None and not nomme(cite, annulee.rendez_vous.debut)
    return ailleurs or _UN_AUTRE.search(plier(mots)) is not None


def la_derniere_annulee(ouvert: Dossier) -> Participation | None:
    qui = ouvert.allocataire
    return derniere_annulation(ouvert.session, qui, ouvert.maintenant) if qui else None


def _remettre(
    dispatcher: CollectingDispatcher, ouvert: Dossier, annulee: Participation, mots: str
) -> list[EventType]:
    """The référent, told that it was cancelled, is told that it is not; else other slots."""
    assert ouvert.allocataire is not None
    qui, quand = ouvert.allocataire, ouvert.maintenant
    if retablir(ouvert.session, qui, annulee, quand):
        turn = ouvert.conversation_id, ouvert.tour_id
        dire(dispatcher, transmettre(ouvert.session, qui, annulee, "rdv_annule_remis", mots, *turn, quand))
        return fermer()
    reste = proposer(ouvert.session, qui, [], quand, annulee.rendez_vous)
    return poser(dispatcher, ouvert, reste, None, mots, cle="creneau_pris_entre_temps")


def _remettre_si_oui(
    dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
) -> list[EventType] | None:
    mots, annulee = texte_du(tracker), la_derniere_annulee(ouvert)
    if annulee is None:
        return None
    if intent_du(tracker) == "nier" or dit_non(mots):
        dire(dispatcher, Reponse("creneau_laisse"))
        return []
    return _remettre(dispatcher, ouvert, annulee, mots) if accepte(mots) else None


SUITES[REMETTRE] = _remettre_si_oui
