"""After a digression: the pending question in a few words, and the form as it was."""

from rasa_sdk import Tracker
from rasa_sdk.events import ActiveLoop, EventType, FollowupAction, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.dossier import intent_du, texte_du
from assistant.content.catalogue import catalogue
from assistant.offres.refus import ne_cherche_rien

# What Rasa would find out by itself after asking its policies, or running the form, once more.
ATTENDRE = FollowupAction("action_listen")
LIEU = "formulaire_lieu"  # let go by whoever says, with another request, that they look for nothing
FACULTATIFS = frozenset({"formulaire_creneau"})  # nothing is lost when their question stays unanswered


def cle_rappel(formulaire: str, attendu: str) -> str:
    """The short form of a question: of the slot waited for where somebody wrote one, else of the form."""
    precise = f"rappel_{formulaire}_{attendu}"
    return f"utter_{precise}" if precise in catalogue() else f"utter_rappel_{formulaire}"


def rappeler(dispatcher: CollectingDispatcher, tracker: Tracker) -> list[EventType]:
    """Dispatches `utter_rappel_<form>` when a form waits for an answer; the events keep it waiting.

    ActionDossier does this for every action that neither opens nor ends a form. A question that may stay
    unanswered is recalled once, then dropped.
    """
    formulaire, attendu = tracker.active_loop.get("name"), tracker.get_slot("requested_slot")
    if not formulaire or attendu is None:
        return []
    if formulaire == LIEU and ne_cherche_rien(texte_du(tracker)):
        return lacher()
    rappelee = tracker.get_slot("essais_formulaire") and intent_du(tracker) != "repeter"
    if est_facultatif(tracker) and rappelee:
        return lacher()
    dispatcher.utter_message(response=cle_rappel(formulaire, attendu))
    compte = [SlotSet("essais_formulaire", 1)] if est_facultatif(tracker) else []
    # The loop event clears Rasa's "rejected" mark.
    return [*compte, ActiveLoop(formulaire), ATTENDRE]


def est_facultatif(tracker: Tracker) -> bool:
    return tracker.active_loop.get("name") in FACULTATIFS


def lacher() -> list[EventType]:
    """The events that end whatever form is active."""
    return [SlotSet("essais_formulaire", 0), ActiveLoop(None), SlotSet("requested_slot", None), ATTENDRE]
