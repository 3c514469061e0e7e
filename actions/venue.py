"""« Je serai là » : noted, unless the day they name is not that of their rendez-vous."""

from rasa_sdk import Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.ancien import CHANGER, revenir_a_l_ancien
from actions.base import ActionDossier
from actions.dire import dire
from actions.dossier import Dossier, texte_du
from actions.rendez_vous import INCONNU
from assistant.parcours.agenda.venue import venue_confirmee


class ActionConfirmerRdv(ActionDossier):
    nom = "action_confirmer_rdv"

    def repondre(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
    ) -> list[EventType]:
        return confirmer_la_venue(dispatcher, ouvert, texte_du(tracker))


def confirmer_la_venue(dispatcher: CollectingDispatcher, ouvert: Dossier, mots: str) -> list[EventType]:
    if (qui := ouvert.allocataire) is None:
        dire(dispatcher, INCONNU)
        return []
    ancien = revenir_a_l_ancien(dispatcher, ouvert, mots, a_l_heure=False)
    if ancien is not None:
        return ancien
    reponse = venue_confirmee(ouvert.session, qui, mots, ouvert.maintenant)
    dire(dispatcher, reponse)
    if reponse.cle != "rdv_deja_prevu":
        return []
    return [SlotSet("question", CHANGER), SlotSet("rdv_tour", ouvert.tour)]
