"""When the engine is away, silent, or answered into the void: nobody is lost, nobody is told twice."""

from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import UUID

import pytest
import time_machine
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from assistant.clock import PARIS
from assistant.conversation import moteur, reponse
from assistant.conversation.garde.verdict import PourLeMoteur, Verdict
from assistant.conversation.reception import Recu, recevoir
from assistant.conversation.tables import Canal, EtatTour, MessageSortant, Tour
from assistant.conversation.tours import noter_reponse
from assistant.handoff.alertes import Alerte, GenreAlerte
from assistant.settings import settings

Engine_ = Callable[[UUID, UUID, str], list[str]]


@pytest.fixture
def conversation(base: Engine) -> UUID:
    with Session(base) as session, session.begin():
        recu = Recu(canal=Canal.SMS, sid="SM1", adresse="+33639980099", corps="c quand mon rdv")
        return recevoir(session, recu, datetime.now(PARIS) - timedelta(minutes=1))


def engine_is(monkeypatch: pytest.MonkeyPatch, answer: Engine_) -> None:
    monkeypatch.setattr(moteur, "demander", answer)
    monkeypatch.setattr(reponse, "partir", lambda envoi: None)
    monkeypatch.setattr(moteur, "a_deja_repondu", lambda *_: False)


def absent(*_: object) -> list[str]:
    raise moteur.MoteurAbsent


def muet(*_: object) -> list[str]:
    raise moteur.MoteurMuet


def said(base: Engine) -> list[str]:
    with Session(base) as session:
        return list(session.scalars(select(MessageSortant.corps).order_by(MessageSortant.id)))


def turn(base: Engine) -> Tour:
    with Session(base) as session:
        return session.scalars(select(Tour)).one()


def later(**delta: float) -> time_machine.travel:
    return time_machine.travel(datetime.now(PARIS) + timedelta(**delta))


def test_an_absent_engine_is_waited_for(
    base: Engine, conversation: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine_is(monkeypatch, absent)
    assert reponse.repondre(conversation) is False
    assert (said(base), turn(base).etat) == ([], EtatTour.EN_COURS)
    engine_is(monkeypatch, lambda *_: ["Lundi à 10h."])
    with later(seconds=30):
        assert reponse.repondre(conversation) is True
    assert said(base)[0].startswith("Lundi à 10h.")


def test_an_engine_away_too_long_is_told_once_and_a_human_knows(
    base: Engine, conversation: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine_is(monkeypatch, absent)
    reponse.repondre(conversation)
    for minutes in (5, 6, 7):
        with later(minutes=minutes, seconds=settings().turn_patience_seconds):
            reponse.repondre(conversation)
    assert turn(base).etat is EtatTour.ECHOUE
    assert len([body for body in said(base) if "robot" not in body]) == 1
    with Session(base) as session:
        assert session.scalars(select(Alerte.genre)).all() == [GenreAlerte.PANNE]


def test_a_silent_engine_is_asked_a_few_times_then_told(
    base: Engine, conversation: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine_is(monkeypatch, muet)
    for attempt in range(settings().turn_attempts):
        with later(seconds=20 * attempt):
            reponse.repondre(conversation)
    assert turn(base).etat is EtatTour.ECHOUE
    assert said(base)


def test_an_answer_lost_on_its_way_back_is_not_asked_for_twice(
    base: Engine, conversation: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The worker died after the engine had answered: what it said was noted as it said it."""

    def answers_and_the_worker_dies(conversation: UUID, tour: UUID, texte: str) -> list[str]:
        with Session(base) as session, session.begin():
            noter_reponse(session, tour, "C'est annulé.", "annuler_rdv", 0.9)
        raise SystemExit

    engine_is(monkeypatch, answers_and_the_worker_dies)
    with pytest.raises(SystemExit):
        reponse.repondre(conversation)
    engine_is(monkeypatch, absent)
    monkeypatch.setattr(moteur, "a_deja_repondu", lambda *_: True)
    with later(seconds=settings().turn_lease_seconds + 1):
        reponse.repondre(conversation)
    assert said(base)[0].startswith("C'est annulé.")


NUMEROS = Verdict(["En danger : 17."], "enfant_danger", malgre_opposition=True)


@pytest.mark.parametrize(
    ("engine", "then"), [(lambda *_: ["Un colis : ..."], ["Un colis : ..."]), (absent, []), (muet, [])]
)
def test_numbers_to_call_come_first_and_wait_for_no_engine(
    base: Engine, conversation: UUID, monkeypatch: pytest.MonkeyPatch, engine: Engine_, then: list[str]
) -> None:
    engine_is(monkeypatch, engine)
    monkeypatch.setattr(reponse, "passer", lambda _: PourLeMoteur("plus rien a manger", d_abord=NUMEROS))
    assert reponse.repondre(conversation) is True
    assert said(base)[0].splitlines()[: 1 + len(then)] == [*NUMEROS.textes, *then]
    assert turn(base).regle == "enfant_danger"


def test_half_an_answer_of_an_engine_that_died_is_forgotten(
    base: Engine, conversation: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    def says_half_and_dies(conversation: UUID, tour: UUID, texte: str) -> list[str]:
        with Session(base) as session, session.begin():
            noter_reponse(session, tour, "Vous avez", "consulter_rdv", 0.9)
        raise moteur.MoteurAbsent

    engine_is(monkeypatch, says_half_and_dies)
    reponse.repondre(conversation)
    engine_is(monkeypatch, lambda *_: ["Vous avez un rendez-vous lundi."])
    with later(seconds=30):
        reponse.repondre(conversation)
    assert said(base)[0].startswith("Vous avez un rendez-vous lundi.")
    assert turn(base).reponses == []
