"""A callback and the sender that stores its SID may cross: neither may miss the other."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from time import monotonic

import pytest
from sqlalchemy import Engine, delete, text
from sqlalchemy.orm import Session

from assistant.conversation.outbox import conversation_avec
from assistant.conversation.statuts import rattraper, recevoir_statut
from assistant.conversation.tables import Conversation, EtatEnvoi, MessageSortant, StatutLivraison

SID = "SM" + 32 * "7"


@pytest.fixture
def message_id(database: Engine, maintenant: datetime) -> Iterator[int]:
    """A message being sent, seen by every connection."""
    with Session(database, expire_on_commit=False) as session, session.begin():
        message = MessageSortant(
            conversation_id=conversation_avec(session, "+33639989999"),
            corps="Bonjour",
            segments=1,
            cree_le=maintenant,
            pas_avant=maintenant,
            perime_le=maintenant + timedelta(hours=1),
            etat=EtatEnvoi.EN_ENVOI,
        )
        session.add(message)
    yield message.id
    with Session(database) as session, session.begin():
        session.execute(delete(Conversation).where(Conversation.adresse == "+33639989999"))
        session.execute(delete(StatutLivraison).where(StatutLivraison.sid == SID))


def test_un_statut_recu_pendant_que_le_sid_s_ecrit_n_est_pas_perdu(
    database: Engine, message_id: int, maintenant: datetime
) -> None:
    def store_the_sid() -> None:
        with Session(database) as session, session.begin():
            message = session.get_one(MessageSortant, message_id)
            message.sid, message.etat = SID, EtatEnvoi.ENVOYE
            rattraper(session, message)

    with ThreadPoolExecutor(1) as sender, Session(database) as callback:
        recevoir_statut(callback, SID, "delivered", None, maintenant)
        storing = sender.submit(store_the_sid)
        someone_waits(database)
        callback.commit()
        storing.result(10)
    assert etat(database, message_id) is EtatEnvoi.LIVRE


def test_un_sid_ecrit_pendant_que_son_statut_arrive_n_est_pas_perdu(
    database: Engine, message_id: int, maintenant: datetime
) -> None:
    def call_back() -> None:
        with Session(database) as session, session.begin():
            recevoir_statut(session, SID, "delivered", None, maintenant)

    with ThreadPoolExecutor(1) as twilio, Session(database) as sender:
        message = sender.get_one(MessageSortant, message_id)
        message.sid, message.etat = SID, EtatEnvoi.ENVOYE
        rattraper(sender, message)
        calling = twilio.submit(call_back)
        someone_waits(database)
        sender.commit()
        calling.result(10)
    assert etat(database, message_id) is EtatEnvoi.LIVRE


def someone_waits(database: Engine) -> None:
    """Returns once a transaction is held up by another's advisory lock."""
    deadline = monotonic() + 5
    waiting = text("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted")
    while monotonic() < deadline:
        with database.connect() as connection:
            if connection.scalar(waiting):
                return
    raise AssertionError("nobody waited")


def etat(database: Engine, message_id: int) -> EtatEnvoi:
    with Session(database) as session:
        return session.get_one(MessageSortant, message_id).etat
