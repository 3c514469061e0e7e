"""While the engine is away: who is served all the same."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy.orm import Session

from assistant.conversation.presses import Vigie
from assistant.conversation.reception import Recu, recevoir
from assistant.conversation.tables import Canal
from assistant.settings import settings

CALME = timedelta(seconds=settings().quiet_window_seconds + 2)


def recois(session: Session, numero: str, corps: str, quand: datetime) -> UUID:
    return recevoir(session, Recu(canal=Canal.SMS, sid=numero + corps, adresse=numero, corps=corps), quand)


def test_stop_and_danger_are_found_an_ordinary_question_waits(session: Session, maintenant: datetime) -> None:
    stop = recois(session, "+33639980001", "STOP", maintenant)
    danger = recois(session, "+33639980002", "jveu mourir", maintenant)
    recois(session, "+33639980003", "c quand mon rdv", maintenant)
    assert Vigie().conversations_pressees(session, maintenant + CALME) == {stop, danger}


def test_a_danger_too_fresh_for_its_turn_is_found_by_the_next_look(
    session: Session, maintenant: datetime
) -> None:
    vigie = Vigie()
    danger = recois(session, "+33639980002", "jveu mourir", maintenant)
    assert vigie.conversations_pressees(session, maintenant) == set()
    assert vigie.conversations_pressees(session, maintenant + CALME) == {danger}


def test_who_waited_long_enough_is_told(session: Session, maintenant: datetime) -> None:
    patiente = recois(session, "+33639980003", "c quand mon rdv", maintenant)
    bien_plus_tard = maintenant + timedelta(seconds=settings().turn_patience_seconds + 1)
    assert Vigie().conversations_pressees(session, bien_plus_tard) == {patiente}
