"""After a digression: the pending question in a few words, and the form as it was."""

from rasa_sdk import Tracker
from rasa_sdk.events import ActiveLoop, EventType, FollowupAction
from rasa_sdk.executor import CollectingDispatcher

from assistant.content.catalogue import catalogue

# What Rasa would find out by itself after asking its policies, or running the form, once more.
ATTENDRE = FollowupAction("action_listen")


def cle_rappel(formulaire: str, attendu: str) -> str:
    """The short form of a question: of the slot waited for where somebody wrote one, else of the form."""
    precise = f"rappel_{formulaire}_{attendu}"
    return f"utter_{precise}" if precise in catalogue() else f"utter_rappel_{formulaire}"


def rappeler(dispatcher: CollectingDispatcher, tracker: Tracker) -> list[EventType]:
    """Dispatches `utter_rappel_<form>` when a form waits for an answer; the events keep it waiting.

    ActionDossier does this for every action that neither opens nor ends a form.
    """
    formulaire, attendu = tracker.active_loop.get("name"), tracker.get_slot("requested_slot")
    if not formulaire or attendu is None:
        return []
    dispatcher.utter_message(response=cle_rappel(formulaire, attendu))
    # The loop event clears Rasa's "rejected" mark.
    return [ActiveLoop(formulaire), ATTENDRE]
