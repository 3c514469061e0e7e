"""Who cannot wait while the engine is away: those the guard alone answers, those who waited long enough."""

import time
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from assistant.conversation.garde.regles import regle_fixe
from assistant.conversation.tables import EtatTour, MessageEntrant, Tour
from assistant.conversation.tours import AT_ONCE
from assistant.settings import settings

A_LA_FILE = 2  # messages read before the webhook, in the same process, gets its breath
SOUFFLE_SECONDS = 0.01


class Vigie:
    """Reads each waiting message once, however long the engine stays away."""

    def __init__(self) -> None:
        self._lu_jusqu_a = 0

    def conversations_pressees(self, session: Session, maintenant: datetime) -> set[UUID]:
        return self._que_la_garde_sert(session, maintenant) | _a_bout_de_patience(session, maintenant)

    def _que_la_garde_sert(self, session: Session, maintenant: datetime) -> set[UUID]:
        """Only thoughts whose quiet window is over: an earlier look wakes nobody and is the only one."""
        complets = maintenant - timedelta(seconds=settings().quiet_window_seconds + 1)
        query = (
            select(MessageEntrant.id, MessageEntrant.conversation_id, MessageEntrant.corps)
            .where(MessageEntrant.tour_id.is_(None), MessageEntrant.id > self._lu_jusqu_a)
            .where(MessageEntrant.recu_le < complets)
            .order_by(MessageEntrant.id)
        )
        nouveaux = session.execute(query).all()
        pressees = set()
        for rang, message in enumerate(nouveaux):
            if regle_fixe(message.corps):
                pressees.add(message.conversation_id)
            self._lu_jusqu_a = message.id
            if rang % A_LA_FILE == 0:
                time.sleep(SOUFFLE_SECONDS)
        return pressees


def _a_bout_de_patience(session: Session, maintenant: datetime) -> set[UUID]:
    limite = maintenant - timedelta(seconds=settings().turn_patience_seconds)
    query = (
        select(MessageEntrant.conversation_id)
        .outerjoin(Tour, MessageEntrant.tour_id == Tour.id)
        .where(MessageEntrant.recu_le < limite)
        .where(
            MessageEntrant.tour_id.is_(None)
            | ((Tour.etat == EtatTour.EN_COURS) & (Tour.bail_jusqu_a < maintenant))
        )
        .order_by(MessageEntrant.id)
        .limit(AT_ONCE)
    )
    return set(session.scalars(query))
