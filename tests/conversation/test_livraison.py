"""The outbox leaves in order, once, and what cannot leave is visible."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from uuid import UUID

import pytest
import time_machine
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from assistant.channels.twilio_sms import TwilioSms
from assistant.clock import PARIS
from assistant.conversation import livraison
from assistant.conversation.consentements import exprimer
from assistant.conversation.lettres_mortes import lister, rejouer
from assistant.conversation.outbox import conversation_avec, envoyer
from assistant.conversation.tables import EtatEnvoi, MessageSortant
from assistant.settings import Settings, settings
from tests.pairs.twilio_peer import TwilioPeer

NUMERO = "+33639980001"


@pytest.fixture
def twilio(monkeypatch: pytest.MonkeyPatch) -> Iterator[TwilioPeer]:
    with TwilioPeer() as peer:
        adapter = TwilioSms(
            Settings(
                twilio_account_sid=peer.account_sid,
                twilio_auth_token=peer.auth_token,
                twilio_from="+33939000001",
                twilio_api_base_url=peer.url,
                public_base_url="http://127.0.0.1:9",
            )
        )
        monkeypatch.setattr(livraison, "for_settings", lambda: adapter)
        yield peer


@pytest.fixture
def now() -> datetime:
    return datetime.now(PARIS)


def ecris(base: Engine, now: datetime, *bodies: str, despite: bool = False) -> UUID:
    with Session(base) as session, session.begin():
        conversation = conversation_avec(session, NUMERO)
        for body in bodies:
            envoyer(session, conversation, body, now, malgre_opposition=despite)
            session.flush()
        return conversation


def etats(base: Engine) -> list[EtatEnvoi]:
    with Session(base) as session:
        return list(session.scalars(select(MessageSortant.etat).order_by(MessageSortant.id)))


def plus_tard(**delta: float) -> time_machine.travel:
    return time_machine.travel(datetime.now(PARIS) + timedelta(**delta))


def test_messages_leave_in_the_order_they_were_written(
    base: Engine, twilio: TwilioPeer, now: datetime
) -> None:
    livraison.livrer(ecris(base, now, "un", "deux", "trois"))
    assert twilio.received(NUMERO) == ["un", "deux", "trois"]
    assert etats(base) == [EtatEnvoi.ENVOYE] * 3


def test_delivering_again_sends_nothing_again(base: Engine, twilio: TwilioPeer, now: datetime) -> None:
    conversation = ecris(base, now, "un")
    for _ in range(3):
        livraison.livrer(conversation)
    assert twilio.received(NUMERO) == ["un"]


def test_too_many_requests_is_tried_again_later_and_keeps_its_place(
    base: Engine, twilio: TwilioPeer, now: datetime
) -> None:
    twilio.too_many = 1
    conversation = ecris(base, now, "un", "deux")
    livraison.livrer(conversation)
    assert twilio.received(NUMERO) == []
    with plus_tard(minutes=2):
        livraison.livrer(conversation)
    assert twilio.received(NUMERO) == ["un", "deux"]


def test_a_send_cut_off_after_it_was_accepted_is_found_and_not_repeated(
    base: Engine, twilio: TwilioPeer, now: datetime
) -> None:
    twilio.dropped = 1
    conversation = ecris(base, now, "un")
    livraison.livrer(conversation)
    assert etats(base) == [EtatEnvoi.EN_ENVOI]
    with plus_tard(minutes=1):
        livraison.livrer(conversation)
    assert twilio.received(NUMERO) == ["un"]
    assert etats(base) == [EtatEnvoi.ENVOYE]


def test_a_sender_that_died_before_calling_twilio_is_replaced_after_its_lease(
    base: Engine, twilio: TwilioPeer, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    conversation = ecris(base, now, "un")
    with monkeypatch.context() as death:
        death.setattr(livraison, "partir", lambda envoi: (_ for _ in ()).throw(SystemExit))
        with pytest.raises(SystemExit):
            livraison.livrer(conversation)
    livraison.livrer(conversation)
    assert twilio.received(NUMERO) == [], "its lease still runs"
    with plus_tard(seconds=settings().send_lease_seconds + 1):
        livraison.livrer(conversation)
    assert twilio.received(NUMERO) == ["un"]


def test_a_reply_that_waited_too_long_is_not_sent(base: Engine, twilio: TwilioPeer, now: datetime) -> None:
    conversation = ecris(base, now, "un")
    with plus_tard(seconds=settings().reply_validity_seconds + 1):
        livraison.livrer(conversation)
    assert (twilio.received(NUMERO), etats(base)) == ([], [EtatEnvoi.PERIME])


def test_nothing_leaves_to_a_number_that_asked_for_silence_but_the_confirmation(
    base: Engine, twilio: TwilioPeer, now: datetime
) -> None:
    with Session(base) as session, session.begin():
        exprimer(session, NUMERO, accepte=False, source="sms", le=now)
    ecris(base, now, "rappel")
    livraison.livrer(ecris(base, now, "Vous ne recevrez plus de SMS.", despite=True))
    assert twilio.received(NUMERO) == ["Vous ne recevrez plus de SMS."]


def test_a_refused_message_is_never_tried_again_and_does_not_block_the_next(
    base: Engine, twilio: TwilioPeer, now: datetime
) -> None:
    twilio.errors[NUMERO] = 21211
    conversation = ecris(base, now, "un")
    livraison.livrer(conversation)
    twilio.errors.clear()
    ecris(base, now, "deux")
    livraison.livrer(conversation)
    assert etats(base) == [EtatEnvoi.REFUSE, EtatEnvoi.ENVOYE]


def test_after_too_many_tries_it_is_a_dead_letter_that_can_be_replayed(
    base: Engine, twilio: TwilioPeer, now: datetime
) -> None:
    twilio.too_many = settings().send_attempts
    conversation = ecris(base, now, "un")
    for attempt in range(settings().send_attempts):
        with plus_tard(minutes=5 * attempt):
            livraison.livrer(conversation)
    assert etats(base) == [EtatEnvoi.ECHOUE]
    with Session(base) as session, session.begin():
        assert [letter.genre for letter in lister(session)] == ["envoi"]
        assert rejouer(session, datetime.now(PARIS)) == {conversation}
    livraison.livrer(conversation)
    assert twilio.received(NUMERO) == ["un"]


def test_the_sweep_finds_what_is_due(base: Engine, twilio: TwilioPeer, now: datetime) -> None:
    conversation = ecris(base, now, "un")
    with Session(base) as session:
        assert livraison.conversations_a_livrer(session, now) == {conversation}
    livraison.livrer(conversation)
    with Session(base) as session:
        assert livraison.conversations_a_livrer(session, now) == set()
