"""« je suis inscrit ou pas ? », « mes inscriptions »: the places and the waits, to a checked person."""

from rasa_sdk import Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.dire import dire
from actions.dossier import Dossier
from actions.offres import A_CHOISIR
from actions.offres_montrees import evoquee, la_derniere
from actions.propos import REPONDENT
from actions.reprise import REPRISES, verifier_avant
from assistant.offres.demandes import pas_encore
from assistant.offres.inscriptions.siennes import les_dire, rien_a_son_nom

DEMANDE = "mes_inscriptions"


def _repondre(dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier) -> list[EventType]:
    qui = ouvert.allocataire
    if qui is None and (offre := evoquee(tracker, ouvert) or la_derniere(tracker, ouvert)):
        dire(dispatcher, pas_encore(offre))
        return [SlotSet("offre_choisie", offre.id), SlotSet("question", A_CHOISIR)]
    if qui and rien_a_son_nom(ouvert.session, qui, ouvert.maintenant):
        dire(dispatcher, les_dire(ouvert.session, qui, ouvert.maintenant))
        return []
    a_verifier = verifier_avant(DEMANDE, dispatcher, ouvert)
    return _dire(dispatcher, tracker, ouvert) if a_verifier is None else a_verifier


def _dire(dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier) -> list[EventType]:
    assert ouvert.allocataire is not None
    dire(dispatcher, les_dire(ouvert.session, ouvert.allocataire, ouvert.maintenant))
    return []


REPONDENT["inscriptions"] = _repondre
REPRISES[DEMANDE] = _dire
