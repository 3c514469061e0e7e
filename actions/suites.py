"""Answers to a light question: one asked without a form ("Voulez-vous que … ?", a numbered list).

An action asks it by returning SlotSet("question", NAME). A bare "oui", "non", "2" or value that follows goes
to SUITES[NAME]; it returns events, or None when it cannot use that answer. Each theme registers its own.
"""

from collections.abc import Callable

from rasa_sdk import Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from actions.dossier import Dossier

Suite = Callable[[CollectingDispatcher, Tracker, Dossier], list[EventType] | None]

SUITES: dict[str, Suite] = {}
TOUJOURS: list[Suite] = []  # who reads first, whatever is open or set
PARTOUT: list[tuple[str, Suite]] = []  # a slot, and who reads first, whatever is open, while it is set
