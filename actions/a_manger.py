"""Of money that did not come, when nothing is left to eat: where to eat is said with the rest."""

from rasa_sdk import Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.dire import dire
from actions.dossier import Dossier, texte_du
from actions.puis_le_reste import PREVENIR
from assistant.content.catalogue import catalogue
from assistant.content.reponse import Reponse
from assistant.offres.faim import dit_ne_pas_manger
from assistant.parcours.contrat_dit import qui_suit


def dire_et_ou_manger(
    reponse: Reponse, dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
) -> list[EventType]:
    """`reponse` alone for whoever speaks of no hunger; one SMS for both where somebody wrote it."""
    qui, en_cours = ouvert.allocataire, tracker.active_loop.get("name")
    if not dit_ne_pas_manger(texte_du(tracker)):
        dire(dispatcher, reponse)
        return []
    ensemble = f"{reponse.cle}_faim"
    if qui and not en_cours and ensemble in catalogue():
        dire(dispatcher, Reponse(ensemble, reponse.valeurs))
        return [SlotSet("question", PREVENIR)]
    dire(dispatcher, reponse)
    if qui is None:
        dire(dispatcher, Reponse("offres_autrement_faim"))
        return []
    referent = {"referent": qui_suit(qui, ouvert.maintenant.date())}
    dire(dispatcher, Reponse("offres_faim" if en_cours else "offres_prevenir_faim", referent))
    return [] if en_cours else [SlotSet("question", PREVENIR)]
