"""Who cannot wait while the engine is away: those the guard alone answers, those who waited long enough."""

import time
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from assistant.conversation.garde.detecteur import danger_pressenti
from assistant.conversation.garde.regles import regle_des_mots
from assistant.conversation.tables import EtatTour, MessageEntrant, Tour
from assistant.conversation.tours import AT_ONCE
from assistant.settings import settings

A_LA_FILE = 2  # messages read before the webhook, in the same process, gets its breath
SOUFFLE_SECONDS = 0.01
DETECTES_AU_PLUS = 40  # by one look: the detector takes ten times as long as the tables


class Vigie:
    """Reads each waiting message with the tables, then as many as it can with the detector, once each."""

    def __init__(self) -> None:
        self._lu_jusqu_a = 0
        self._detecte_jusqu_a = 0

    def conversations_pressees(self, session: Session, maintenant: datetime) -> set[UUID]:
        return self._que_la_garde_sert(session, maintenant) | _a_bout_de_patience(session, maintenant)

    def _que_la_garde_sert(self, session: Session, maintenant: datetime) -> set[UUID]:
        """Only thoughts whose quiet window is over: an earlier look wakes nobody and is the only one."""
        entendus = _en_attente(session, self._lu_jusqu_a, maintenant)
        pressees = _reconnues(entendus, regle_des_mots, A_LA_FILE)
        self._lu_jusqu_a = max((m.id for m in entendus), default=self._lu_jusqu_a)
        a_detecter = _en_attente(session, self._detecte_jusqu_a, maintenant, DETECTES_AU_PLUS)
        self._detecte_jusqu_a = max((m.id for m in a_detecter), default=self._detecte_jusqu_a)
        return pressees | _reconnues(a_detecter, danger_pressenti, 1)


def _en_attente(
    session: Session, apres: int, maintenant: datetime, au_plus: int | None = None
) -> Sequence[Row[int, UUID, str]]:
    complets = maintenant - timedelta(seconds=settings().quiet_window_seconds + 1)
    query = (
        select(MessageEntrant.id, MessageEntrant.conversation_id, MessageEntrant.corps)
        .where(MessageEntrant.tour_id.is_(None), MessageEntrant.id > apres)
        .where(MessageEntrant.recu_le < complets)
        .order_by(MessageEntrant.id)
        .limit(au_plus)
    )
    return session.execute(query).all()


def _reconnues(
    messages: Sequence[Row[int, UUID, str]], lire: Callable[[str], str | None], a_la_file: int
) -> set[UUID]:
    pressees = set()
    for rang, message in enumerate(messages):
        if lire(message.corps):
            pressees.add(message.conversation_id)
        if rang % a_la_file == 0:
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
