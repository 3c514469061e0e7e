"""Rasa's SQL tracker store, without the person: a restart finds the dialogue where it was, no more."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rasa.core.tracker_store import SQLTrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import Event, SessionStarted
from rasa.shared.core.trackers import DialogueStateTracker
from sqlalchemy.orm import Session

from components.private_events import without_words


class PrivateTrackerStore(SQLTrackerStore):
    """Settings of SQLTrackerStore, and `private_slots`: slots whose value lives for one turn only.

    The database is created when missing, by way of the server's own `postgres`. A new session erases
    the one before.
    """

    def __init__(
        self, domain: Domain | None = None, private_slots: list[str] | None = None, **settings: Any
    ) -> None:
        self._private_slots = frozenset(private_slots or ())
        super().__init__(domain, dialect="postgresql", login_db="postgres", **settings)

    def _additional_events(self, session: Session, tracker: DialogueStateTracker) -> Iterator[Event]:
        for event in super()._additional_events(session, tracker):
            if isinstance(event, SessionStarted):
                session.query(self.SQLEvent).filter_by(sender_id=tracker.sender_id).delete()
            stored = Event.from_parameters(without_words(event.as_dict(), self._private_slots))
            if stored is not None:
                yield stored
