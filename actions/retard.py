"""« je serai en retard », told or asked about, whatever the label."""

import re

from rasa_sdk import Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.demande import mots_retenus
from actions.detours import DETOURS
from actions.dire import dire
from actions.dossier import Dossier, intent_du, texte_du
from actions.formulaires import fermer
from actions.lequel import rien_ne_change
from actions.propos import REPONDENT
from actions.suites import SUITES
from assistant.content.reponse import Reponse
from assistant.conversation.accord import accepte, fait_une_reserve
from assistant.conversation.reponses_courtes import refuse
from assistant.offres.mots import plier
from assistant.parcours.agenda.mots import mots_rendez_vous
from assistant.parcours.agenda.retard import concerne_par_le_retard, retard_signale
from assistant.parcours.durees import minutes_dites
from assistant.parcours.rendez_vous import Participation

RETARD = "retard_a_dire"  # « Voulez-vous que je prévienne de votre retard ? »
_D_UN_RENDEZ_VOUS = re.compile(
    r"\b(?:rdv|rendez vous|j?arriv\w*|bus|tram|train|route|bouchon\w*|minutes?|min|mn)\b"
)
_ARGENT = re.compile(r"\b(?:loyer|paiement|paye\w*|factur\w*|caf|versement|declar\w*|impots?|regles)\b")


def retard_annonce(
    dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
) -> list[EventType] | None:
    """A delay told ahead is no wish to move; asked about rather than told, one yes first."""
    qui, mots, quand = ouvert.allocataire, texte_du(tracker), ouvert.maintenant
    if tracker.active_loop.get("name") or _ARGENT.search(plier(mots)):
        return None
    if qui is None:
        return _retard_d_un_inconnu(dispatcher, mots)
    if (concerne := concerne_par_le_retard(ouvert.session, qui, mots, quand)) is None:
        return None
    if fait_une_reserve(mots):
        dire(dispatcher, Reponse("rdv_retard_accord", mots_rendez_vous(concerne.rendez_vous, quand)))
        return [SlotSet("question", RETARD), SlotSet("rdv_tour", ouvert.tour)]
    return _passer_le_retard(dispatcher, ouvert, mots)


def _retard_d_un_inconnu(dispatcher: CollectingDispatcher, mots: str) -> list[EventType] | None:
    """The number to call at once; of something else than a rendez-vous, nothing."""
    if not _D_UN_RENDEZ_VOUS.search(plier(mots)):
        return None
    dire(dispatcher, Reponse("rdv_retard_inconnu"))
    return []


def _passer_le_retard(
    dispatcher: CollectingDispatcher, ouvert: Dossier, mots: str, minutes: int | None = None
) -> list[EventType]:
    assert ouvert.allocataire is not None
    qui, turn = ouvert.allocataire, (ouvert.conversation_id, ouvert.tour_id)
    dire(dispatcher, retard_signale(ouvert.session, qui, mots, *turn, ouvert.maintenant, minutes))
    return []


def dire_le_retard(
    dispatcher: CollectingDispatcher, ouvert: Dossier, garde: Participation, mots: str
) -> list[EventType]:
    """« je garde mon rendez-vous, seulement 10 minutes de retard », amid other slots."""
    assert ouvert.allocataire is not None
    qui, turn = ouvert.allocataire, (ouvert.conversation_id, ouvert.tour_id)
    dire(dispatcher, retard_signale(ouvert.session, qui, mots, *turn, ouvert.maintenant, pour=garde))
    return fermer()


def _retard_si_oui(
    dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
) -> list[EventType] | None:
    mots = texte_du(tracker)
    if intent_du(tracker) == "nier" or refuse(mots):
        dire(dispatcher, rien_ne_change(ouvert))
        return []
    if not accepte(mots) or ouvert.allocataire is None:
        return None
    dits = f"{mots_retenus('rdv_tour', tracker, ouvert)}. {mots}"
    return _passer_le_retard(dispatcher, ouvert, dits, minutes_dites(mots))


def _oui_au_retard(intent: str, mots: str) -> str | None:
    """« oui dites-lui 10 min pas plus », whatever the engine heard."""
    return "action_reponse_seule" if accepte(mots) else None


REPONDENT["rdv_retard"] = retard_annonce
SUITES[RETARD] = _retard_si_oui
DETOURS[RETARD] = _oui_au_retard
