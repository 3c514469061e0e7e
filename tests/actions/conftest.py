"""A person's turn as the action server gets it from Rasa, without Rasa."""

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

import pytest
from rasa_sdk import Action, FormValidationAction, Tracker
from rasa_sdk.executor import CollectingDispatcher
from sqlalchemy import Engine, func, select, update

import actions.autre_place
import actions.rendez_vous_dit
import actions.retard  # noqa: F401  (as the action server does, with every module)
from assistant.content.rendering import render
from assistant.conversation.outbox import conversation_avec, envoyer
from assistant.conversation.redites import dites_recemment
from assistant.conversation.tables import EtatTour, MessageEntrant, MessageSortant, Tour
from assistant.database import transaction
from tests.monde_pret import poser

Event = dict[str, Any]


@dataclass
class Dialogue:
    """Keeps slots, loop and events between turns, as Rasa does."""

    numero: str
    maintenant: datetime
    slots: dict[str, Any] = field(default_factory=dict)
    events: list[Event] = field(default_factory=list)
    formulaire: str | None = None
    tour_id: UUID = field(default_factory=uuid4)

    def dire(self, action: Action, texte: str, intent: str, *, meme_tour: bool = False) -> list[str]:
        """What the action answers; its events are applied."""
        conversation_id = self._recevoir(texte, meme_tour)
        message = {"text": texte, "intent": {"name": intent, "confidence": 0.9}, "metadata": self._metadata}
        user = {"event": "user", "text": texte, "parse_data": message, "metadata": self._metadata}
        self.events.append(user)
        loop = {"name": self.formulaire} if self.formulaire else {}
        tracker = Tracker(
            str(conversation_id), self.slots, message, [*self.events], False, None, loop, "action_listen"
        )
        dispatcher = CollectingDispatcher()
        events = asyncio.run(action.run(dispatcher, tracker, {}))
        self._comme_rasa(action, events)
        self._appliquer([{"event": "action", "name": action.name()}, *events])
        return self._noter(dispatcher.messages)

    @property
    def _metadata(self) -> dict[str, str]:
        return {"tour": str(self.tour_id)}

    def _recevoir(self, texte: str, meme_tour: bool) -> UUID:
        with transaction() as session:
            conversation_id = conversation_avec(session, self.numero)
            if meme_tour:
                return conversation_id
            self.tour_id = uuid4()
            message = MessageEntrant(
                conversation_id=conversation_id, sid=uuid4().hex, corps=texte, recu_le=self.maintenant
            )
            session.add(
                Tour(
                    id=self.tour_id,
                    conversation_id=conversation_id,
                    ouvert_le=self.maintenant,
                    bail_jusqu_a=self.maintenant,
                    tentatives=1,
                    reponses=[],
                    messages=[message],
                )
            )
        return conversation_id

    def _appliquer(self, events: list[Event]) -> None:
        for event in events:
            if event["event"] == "slot":
                self.slots[event["name"]] = event["value"]
            elif event["event"] == "reset_slots":
                self.slots.clear()
            elif event["event"] == "active_loop":
                self.formulaire = event["name"]
        self.events += events

    def _comme_rasa(self, action: Action, events: list[Event]) -> None:
        """A form that goes on must name what it waits for: Rasa would begin again at its first slot."""
        if isinstance(action, FormValidationAction) and events:
            assert any(event.get("name") == "requested_slot" for event in events)

    def _noter(self, messages: list[dict[str, Any]]) -> list[str]:
        """What the text endpoint would render and note of this turn, and what then leaves."""
        with transaction() as session:
            conversation_id = conversation_avec(session, self.numero)
            lues = dites_recemment(session, conversation_id, self.maintenant)
            dites = [
                message["text"] or render(message["response"].removeprefix("utter_"), message, lues)
                for message in messages
            ]
            noter = update(Tour).where(Tour.id == self.tour_id)
            session.execute(noter.values(reponses=dites, etat=EtatTour.EN_COURS))
            ceux_du_tour = select(func.count(MessageSortant.id)).where(MessageSortant.tour_id == self.tour_id)
            for rang, corps in enumerate(dites, session.scalar(ceux_du_tour) or 0):
                envoyer(session, conversation_id, corps, self.maintenant, tour_id=self.tour_id, rang=rang)
        return dites


@pytest.fixture
def dialogue(
    base: Engine, maintenant: datetime, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[str], Dialogue]]:
    """Opens the dialogue of a demo number."""
    for edge in ("dossier", "conge", "identite"):
        monkeypatch.setattr(f"actions.{edge}.now", lambda: maintenant)
    with transaction() as session:
        poser(session)
    yield lambda numero: Dialogue(numero, maintenant)
