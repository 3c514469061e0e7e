"""What every action of an intent has in common."""

from abc import ABC, abstractmethod
from typing import ClassVar

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType, FollowupAction, SlotSet
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.types import DomainDict

from actions.abri import a_l_abri
from actions.detours import detour
from actions.dossier import Dossier, dossier
from actions.langue import ajouter_sa_langue
from actions.propos import repondre_au_propos
from actions.rappel import ATTENDRE, rappeler
from actions.redite import redire


class ActionDossier(Action, ABC):
    """One intent, one transaction, one service, one reply.

    A turn posted twice is answered with the words of the first time. A form that waits keeps waiting and its
    question is recalled, unless `repondre` opens or ends a form. What is said of us rather than asked of us
    is answered first (actions/propos.py). The light question asked before (slot
    `question`, see actions/suites.py) is forgotten, unless the action keeps it (`garde_question`).
    """

    @property
    @abstractmethod
    def nom(self) -> str:
        """The action's name in Rasa; a class without one is only a base."""

    garde_question: ClassVar[bool] = False

    def name(self) -> str:
        return self.nom

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict
    ) -> list[EventType]:
        return await a_l_abri(self.nom, lambda: self._executer(dispatcher, tracker), dispatcher, sinon=[])

    @abstractmethod
    def repondre(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
    ) -> list[EventType]: ...

    def _executer(self, dispatcher: CollectingDispatcher, tracker: Tracker) -> list[EventType]:
        with dossier(tracker) as ouvert:
            if redire(dispatcher, tracker, ouvert):
                return [ATTENDRE]
            events = repondre_au_propos(dispatcher, tracker, ouvert)
            if events is None:
                if autre := detour(self.nom, tracker, ouvert):
                    return [FollowupAction(autre)]
                events = self.repondre(dispatcher, tracker, ouvert)
            ajouter_sa_langue(dispatcher, tracker, ouvert)
        if not any(event["event"] == "active_loop" for event in events):
            events = [*events, *rappeler(dispatcher, tracker)]
        if not any(event["event"] == "followup" for event in events):
            events = [*events, ATTENDRE]
        return [*self._oublier_la_question(tracker, events), *events]

    def _oublier_la_question(self, tracker: Tracker, events: list[EventType]) -> list[EventType]:
        posee = any(event["event"] == "slot" and event["name"] == "question" for event in events)
        oubliee = tracker.get_slot("question") is not None and not posee and not self.garde_question
        return [SlotSet("question", None)] if oubliee else []
