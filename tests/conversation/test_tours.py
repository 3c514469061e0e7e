"""One thought, one turn, one worker."""

from datetime import datetime, timedelta
from uuid import UUID

import pytest
from sqlalchemy.orm import Session

from assistant.conversation.reception import Recu, recevoir
from assistant.conversation.tables import Canal, EtatTour, MessageEntrant, Tour
from assistant.conversation.tours import (
    BailPerdu,
    TourReclame,
    ajourner,
    clore,
    conversations_en_attente,
    reclamer,
)
from assistant.settings import settings

CALME = timedelta(seconds=settings().quiet_window_seconds)
BAIL = timedelta(seconds=settings().turn_lease_seconds)
NUMERO = "+33639980001"


def recois(session: Session, quand: datetime, corps: str, sid: str | None = None) -> UUID:
    recu = Recu(canal=Canal.SMS, sid=sid or f"SM-{corps}", adresse=NUMERO, corps=corps)
    return recevoir(session, recu, quand)


def reclame(session: Session, conversation: UUID, quand: datetime) -> TourReclame:
    tour = reclamer(session, conversation, quand)
    assert tour is not None
    return tour


def test_the_same_message_sid_is_stored_once(session: Session, maintenant: datetime) -> None:
    for _ in range(3):
        recois(session, maintenant, "c quand mon rdv", sid="SM1")
    assert session.query(MessageEntrant).count() == 1


def test_pieces_of_one_thought_make_one_turn(session: Session, maintenant: datetime) -> None:
    for rank, corps in enumerate(["slt", "c quand", "mon rdv"]):
        conversation = recois(session, maintenant + rank * CALME / 2, corps)
    assert reclame(session, conversation, maintenant + 3 * CALME).texte == "slt c quand mon rdv"


def test_we_wait_while_more_may_follow(session: Session, maintenant: datetime) -> None:
    conversation = recois(session, maintenant, "slt")
    assert reclamer(session, conversation, maintenant + CALME / 2) is None


def test_a_later_thought_is_another_turn_and_comes_second(session: Session, maintenant: datetime) -> None:
    recois(session, maintenant, "c quand mon rdv")
    conversation = recois(session, maintenant + 2 * CALME, "merci")
    plus_tard = maintenant + 4 * CALME
    premier = reclame(session, conversation, plus_tard)
    assert premier.texte == "c quand mon rdv"
    assert reclamer(session, conversation, plus_tard) is None, "one worker per conversation at a time"
    clore(session, premier, EtatTour.REPONDU, plus_tard, None)
    assert reclame(session, conversation, plus_tard).texte == "merci"


def test_a_turn_left_by_a_dead_worker_is_taken_up_whole(session: Session, maintenant: datetime) -> None:
    conversation = recois(session, maintenant, "c quand mon rdv")
    mort = reclame(session, conversation, maintenant + CALME)
    apres = maintenant + CALME + BAIL + timedelta(seconds=1)
    assert conversations_en_attente(session, apres) == {conversation}
    repris = reclame(session, conversation, apres)
    assert (repris.id, repris.texte, repris.repris) == (mort.id, mort.texte, True)


def test_a_worker_that_lost_its_lease_changes_nothing(session: Session, maintenant: datetime) -> None:
    conversation = recois(session, maintenant, "c quand mon rdv")
    lent = reclame(session, conversation, maintenant + CALME)
    reclame(session, conversation, maintenant + CALME + 2 * BAIL)
    with pytest.raises(BailPerdu):
        clore(session, lent, EtatTour.REPONDU, maintenant, None)


def test_a_postponed_turn_waits_for_its_hour(session: Session, maintenant: datetime) -> None:
    conversation = recois(session, maintenant, "c quand mon rdv")
    quand = maintenant + CALME
    ajourner(session, reclame(session, conversation, quand), quand + timedelta(seconds=4))
    assert reclamer(session, conversation, quand + timedelta(seconds=3)) is None
    assert reclame(session, conversation, quand + timedelta(seconds=5)).tentatives == 2


def test_the_sweep_finds_messages_whose_wake_up_was_lost(session: Session, maintenant: datetime) -> None:
    conversation = recois(session, maintenant, "c quand mon rdv")
    assert conversations_en_attente(session, maintenant) == set()
    assert conversations_en_attente(session, maintenant + CALME + timedelta(seconds=2)) == {conversation}


def test_a_closed_turn_keeps_no_copy_of_what_was_said(session: Session, maintenant: datetime) -> None:
    conversation = recois(session, maintenant, "c quand mon rdv")
    tour = reclame(session, conversation, maintenant + CALME)
    clore(session, tour, EtatTour.REPONDU, maintenant, None)
    assert session.get_one(Tour, tour.id).reponses == []


def test_an_engine_in_doubt_is_tried_with_the_oldest_alone(session: Session, maintenant: datetime) -> None:
    premiere, *_ = [
        recevoir(
            session, Recu(canal=Canal.SMS, sid=f"SM{i}", adresse=f"+3363998000{i}", corps="rdv ?"), maintenant
        )
        for i in range(4)
    ]
    plus_tard = maintenant + CALME + timedelta(seconds=2)
    assert conversations_en_attente(session, plus_tard, au_plus=1) == {premiere}
