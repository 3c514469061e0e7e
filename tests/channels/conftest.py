"""Twilio as we test against it: a peer over real HTTP, and our adapter pointed at it."""

from collections.abc import Callable, Iterator

import pytest

from assistant.channels.twilio_sms import TwilioSms
from assistant.settings import Settings
from tests.pairs.twilio_peer import TwilioPeer

NUMBER = "+33937000001"
NOWHERE = "http://127.0.0.1:9"  # the discard port: callbacks are not awaited here


@pytest.fixture
def twilio() -> Iterator[TwilioPeer]:
    with TwilioPeer() as peer:
        yield peer


@pytest.fixture
def adapter_for(twilio: TwilioPeer) -> Callable[..., TwilioSms]:
    """The adapter for this peer, with other settings where the test says so."""

    def build(**changed: object) -> TwilioSms:
        values: dict[str, object] = {
            "twilio_account_sid": twilio.account_sid,
            "twilio_auth_token": twilio.auth_token,
            "twilio_from": NUMBER,
            "twilio_api_base_url": twilio.url,
            "twilio_timeout_seconds": 2,
            "public_base_url": NOWHERE,
        }
        return TwilioSms(Settings(**(values | changed)))

    return build


@pytest.fixture
def sms(adapter_for: Callable[..., TwilioSms]) -> TwilioSms:
    return adapter_for()
