"""Our SMS reach Twilio once, and whatever Twilio answers we know whether to send again."""

import logging
from collections.abc import Callable
from datetime import timedelta

import pytest

from assistant.channels.port import Ambiguous, Consequence, NotAccepted, Refused
from assistant.channels.twilio_sms import TwilioSms
from assistant.clock import now
from tests.channels.callback_receiver import Receiver
from tests.channels.conftest import NUMBER
from tests.pairs.serving import served
from tests.pairs.twilio_peer import TwilioPeer

AMINA = "+33639980001"
BODY = "Bonjour, votre rendez-vous est jeudi à 10h, MDS Bastide."


def test_a_message_is_accepted_and_its_sid_returned(twilio: TwilioPeer, sms: TwilioSms) -> None:
    sid = sms.send(AMINA, BODY, validity_seconds=300)
    assert twilio.received(AMINA) == [BODY]
    message = twilio.messages[sid]
    assert (message.sender, message.validity_period) == (NUMBER, 300)
    assert message.status_callback.endswith("/twilio/status")


def test_a_messaging_service_may_stand_for_the_number(
    twilio: TwilioPeer, adapter_for: Callable[..., TwilioSms]
) -> None:
    service = "MG" + 32 * "2"
    sid = adapter_for(twilio_from=service).send(AMINA, BODY, 300)
    assert twilio.messages[sid].resource()["messaging_service_sid"] == service


@pytest.mark.parametrize("asked, sent", [(0, 1), (86_400, 36_000)])
def test_validity_stays_within_what_twilio_takes(
    twilio: TwilioPeer, sms: TwilioSms, asked: int, sent: int
) -> None:
    assert twilio.messages[sms.send(AMINA, BODY, asked)].validity_period == sent


def test_too_many_requests_is_surely_not_accepted_and_may_be_repeated(
    twilio: TwilioPeer, sms: TwilioSms
) -> None:
    twilio.too_many = 1
    with pytest.raises(NotAccepted) as refusal:
        sms.send(AMINA, BODY, 300)
    assert refusal.value.after_seconds > 0
    sms.send(AMINA, BODY, 300)
    assert twilio.received(AMINA) == [BODY]


def test_a_wrong_token_is_not_the_fault_of_the_number(
    adapter_for: Callable[..., TwilioSms],
) -> None:
    with pytest.raises(NotAccepted):
        adapter_for(twilio_auth_token="another").send(AMINA, BODY, 300)


def test_nobody_listening_is_surely_not_accepted(adapter_for: Callable[..., TwilioSms]) -> None:
    with pytest.raises(NotAccepted):
        adapter_for(twilio_api_base_url="http://127.0.0.1:9").send(AMINA, BODY, 300)


@pytest.mark.parametrize(
    "code, consequence",
    [
        (21610, Consequence.OPTED_OUT),
        (21211, Consequence.NOT_MOBILE),
        (21614, Consequence.NOT_MOBILE),
        (21606, Consequence.OTHER),
    ],
)
def test_a_refusal_says_what_it_means_for_the_number(
    twilio: TwilioPeer, sms: TwilioSms, code: int, consequence: Consequence
) -> None:
    twilio.errors[AMINA] = code
    with pytest.raises(Refused) as refusal:
        sms.send(AMINA, BODY, 300)
    assert (refusal.value.code, refusal.value.consequence) == (code, consequence)


def test_a_connection_cut_after_acceptance_is_ambiguous_then_found(
    twilio: TwilioPeer, sms: TwilioSms
) -> None:
    start = now()
    twilio.dropped = 1
    with pytest.raises(Ambiguous):
        sms.send(AMINA, BODY, 300)
    assert sms.find(AMINA, BODY, start) == next(iter(twilio.messages))


def test_a_server_error_or_a_late_answer_is_ambiguous(
    twilio: TwilioPeer, adapter_for: Callable[..., TwilioSms]
) -> None:
    twilio.broken = 1
    with pytest.raises(Ambiguous):
        adapter_for().send(AMINA, BODY, 300)
    twilio.latency = 0.3
    with pytest.raises(Ambiguous):
        adapter_for(twilio_timeout_seconds=0.05).send(AMINA, BODY, 300)


def test_what_never_arrived_is_not_found(twilio: TwilioPeer, sms: TwilioSms) -> None:
    sms.send(AMINA, BODY, 300)
    sms.send("+33639980002", "Merci", 300)
    assert sms.find(AMINA, "Merci", now()) is None
    assert sms.find(AMINA, BODY, now() + timedelta(minutes=1)) is None


def test_the_same_words_sent_earlier_are_not_taken_for_this_message(sms: TwilioSms) -> None:
    start = now()
    first = sms.send(AMINA, BODY, 300)
    assert sms.find(AMINA, BODY, start, excluding={first}) is None
    second = sms.send(AMINA, BODY, 300)
    assert sms.find(AMINA, BODY, start, excluding={first}) == second


def test_a_look_up_that_fails_stays_ambiguous(adapter_for: Callable[..., TwilioSms]) -> None:
    with pytest.raises(Ambiguous):
        adapter_for(twilio_auth_token="another").find(AMINA, BODY, now())


def test_a_body_is_erased_at_twilio_and_twice_does_no_harm(twilio: TwilioPeer, sms: TwilioSms) -> None:
    sid = sms.send(AMINA, BODY, 300)
    sms.redact(sid)
    sms.redact(sid)
    assert twilio.messages[sid].body == ""
    sms.redact("SM" + 32 * "0")  # unknown there: nothing is left to erase


def test_callbacks_come_back_signed(adapter_for: Callable[..., TwilioSms], twilio: TwilioPeer) -> None:
    receiver = Receiver(twilio.auth_token)
    with served(receiver.application()) as receiver.url:
        sid = adapter_for(public_base_url=receiver.url).send(AMINA, BODY, 300)
        statuses = [receiver.next()["MessageStatus"] for _ in range(4)]
    assert statuses == ["queued", "sending", "sent", "delivered"]
    assert all(receiver.genuine)
    assert twilio.messages[sid].status == "delivered"


def test_no_number_and_no_words_in_logs_or_errors(
    twilio: TwilioPeer, sms: TwilioSms, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    twilio.errors["+33639980002"] = 21211
    sms.send(AMINA, BODY, 300)
    sms.find(AMINA, BODY, now())
    with pytest.raises(Refused) as refusal:
        sms.send("+33639980002", BODY, 300)
    said = caplog.text + str(refusal.getrepr(style="long", showlocals=False).reprcrash)
    assert "3363998000" not in said
    assert "Bastide" not in said
    assert refusal.value.__suppress_context__
