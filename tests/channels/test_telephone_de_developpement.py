"""Without Twilio the development phone shows the same path: accepted, sent, delivered or not."""

from collections.abc import Iterator

import pytest

from assistant.channels.choice import for_settings
from assistant.channels.port import Canal
from assistant.channels.telephone_de_developpement import TelephoneDeDeveloppement, fail_next
from assistant.channels.twilio_sms import TwilioSms
from assistant.clock import now
from assistant.settings import Settings, settings
from tests.channels.callback_receiver import Receiver
from tests.pairs.serving import served

FATOU = "+33639980003"


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    receiver = Receiver("development-only")
    with served(receiver.application()) as receiver.url:
        yield receiver


@pytest.fixture
def telephone(receiver: Receiver) -> TelephoneDeDeveloppement:
    return TelephoneDeDeveloppement(
        Settings(
            public_base_url=receiver.url,
            port=receiver.port,
            twilio_auth_token=receiver.auth_token,
            dev_phone_status_seconds=0.01,
        )
    )


def test_a_message_is_queued_sent_and_delivered_in_signed_callbacks(
    telephone: TelephoneDeDeveloppement, receiver: Receiver
) -> None:
    sid = telephone.send(FATOU, "Bonjour", 300)
    told = [receiver.next() for _ in range(3)]
    assert [form["MessageStatus"] for form in told] == ["queued", "sent", "delivered"]
    assert {(form["MessageSid"], form["To"]) for form in told} == {(sid, FATOU)}
    assert receiver.genuine == [True, True, True]
    assert len(sid) == 34
    assert sid.startswith("SM")


def test_the_next_delivery_fails_when_asked_and_only_that_one(
    telephone: TelephoneDeDeveloppement, receiver: Receiver
) -> None:
    fail_next(FATOU)
    telephone.send(FATOU, "Bonjour", 300)
    last = [receiver.next() for _ in range(3)][-1]
    assert (last["MessageStatus"], last["ErrorCode"]) == ("undelivered", "30003")
    telephone.send(FATOU, "Bonjour", 300)
    assert [receiver.next() for _ in range(3)][-1]["MessageStatus"] == "delivered"


def test_the_phone_keeps_nothing(telephone: TelephoneDeDeveloppement) -> None:
    start = now()
    telephone.redact(telephone.send(FATOU, "Bonjour", 300))
    assert telephone.find(FATOU, "Bonjour", start) is None


@pytest.mark.parametrize(
    "configured, kind",
    [
        ({}, TelephoneDeDeveloppement),
        ({"TWILIO_ACCOUNT_SID": "AC" + 32 * "1", "TWILIO_FROM": "+33937000001"}, TwilioSms),
    ],
)
def test_twilio_carries_the_messages_as_soon_as_it_is_configured(
    monkeypatch: pytest.MonkeyPatch, configured: dict[str, str], kind: type[Canal]
) -> None:
    for name in ("TWILIO_ACCOUNT_SID", "TWILIO_FROM"):
        monkeypatch.setenv(name, configured.get(name, ""))
    settings.cache_clear()
    for_settings.cache_clear()
    try:
        assert isinstance(for_settings(), kind)
    finally:
        monkeypatch.undo()
        settings.cache_clear()
        for_settings.cache_clear()
