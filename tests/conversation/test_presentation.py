"""The notice « Ici Jalon, un robot »: once, never where it would leave a trace, never towards a shut door."""

from datetime import timedelta

import pytest
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from assistant.clock import now
from assistant.conversation import moteur, reponse
from assistant.conversation.reception import Recu, recevoir
from assistant.conversation.tables import Canal, MessageSortant

INCONNU = "+33639980099"


@pytest.fixture(autouse=True)
def engine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(moteur, "demander", lambda *_: ["Bonjour !"])
    monkeypatch.setattr(reponse, "partir", lambda envoi: None)


def recoit(base: Engine, texte: str) -> str:
    """What leaves in answer."""
    with Session(base) as session, session.begin():
        recu = Recu(canal=Canal.SMS, sid=texte, adresse=INCONNU, corps=texte)
        conversation = recevoir(session, recu, now() - timedelta(minutes=1))
        avant = len(list(session.scalars(select(MessageSortant.id))))
    reponse.repondre(conversation)
    with Session(base) as session:
        return "\n".join(
            list(session.scalars(select(MessageSortant.corps).order_by(MessageSortant.id)))[avant:]
        )


def test_a_number_nobody_has_is_told_once_whom_to_call(base: Engine) -> None:
    premiere = recoit(base, "bonjour")
    assert "Ici Jalon, un robot. Une personne répond au 05 36 49 00 00." in premiere
    assert "HUMAIN" not in premiere
    assert "Ici Jalon" not in recoit(base, "et mon rdv")


@pytest.mark.parametrize("texte", ["STOP", "mon mari me tape"])
def test_nothing_follows_a_stop_or_a_danger(base: Engine, texte: str) -> None:
    assert "Ici Jalon" not in recoit(base, texte)


def test_whoever_just_said_what_it_is_does_not_say_it_twice(
    base: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(moteur, "demander", lambda *_: ["Je suis Jalon, un robot du Département."])
    assert "Ici Jalon" not in recoit(base, "c'est qui")
