"""What a person asked for in an earlier turn: a slot keeps the turn, only the record keeps its words."""

from uuid import UUID

from rasa_sdk import Tracker
from rasa_sdk.events import EventType, SlotSet

from actions.dossier import Dossier
from assistant.conversation.paroles import paroles


def retenir(slot: str, ouvert: Dossier) -> EventType:
    """The event that lets `mots_retenus` read this turn again later."""
    return SlotSet(slot, ouvert.tour)


def mots_retenus(slot: str, tracker: Tracker, ouvert: Dossier) -> str:
    tour = tracker.get_slot(slot)
    return paroles(ouvert.session, UUID(tour)) if tour else ""
