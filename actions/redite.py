"""A turn posted twice: what was said the first time is said again, and nothing is done again."""

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.dossier import Dossier
from assistant.conversation.redites import deja_dit

RESTE = "reste"  # metadata: the rest of a message whose beginning was just answered


def redire(dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier) -> bool:
    """True when the engine had already answered this very turn; its answer is dispatched again."""
    if (tracker.latest_message.get("metadata") or {}).get(RESTE):
        return False
    if ouvert.tour_id is None or not _deja_vu(tracker, str(ouvert.tour_id)):
        return False
    dites = deja_dit(ouvert.session, ouvert.tour_id)
    for texte in dites:
        dispatcher.utter_message(text=texte)
    return bool(dites)


def _deja_vu(tracker: Tracker, tour: str) -> bool:
    tours = [
        (event.get("metadata") or {}).get("tour") for event in tracker.events if event["event"] == "user"
    ]
    return tour in tours[-2:-1]
