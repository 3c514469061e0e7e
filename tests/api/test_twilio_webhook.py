"""Twilio calls: only Twilio is believed, each message is kept once, and the answer is empty TwiML."""

import json
from collections.abc import Iterator

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session
from starlette.datastructures import FormData
from twilio.request_validator import RequestValidator

from api import twilio
from assistant.conversation.tables import MessageEntrant, StatutLivraison
from assistant.settings import settings
from tests.conftest import SHARED

FORM = {
    "MessageSid": "SM00000000000000000000000000000001",
    "AccountSid": "AC00000000000000000000000000000001",
    "From": "+33639980001",
    "To": "+33939000001",
    "Body": "c quand mon rdv",
    "NumMedia": "0",
    "FromCity": "",
    "FromZip": "",
    "SomethingNew": "1",
}


@pytest.fixture
def door(base: Engine, monkeypatch: pytest.MonkeyPatch) -> Iterator[TestClient]:
    monkeypatch.setattr(twilio, "reveiller", lambda *_: None)
    monkeypatch.setattr(twilio, "reveiller_apres_reception", lambda *_: None)
    app = FastAPI()
    app.router.routes.extend(twilio.routes)
    with TestClient(app) as client:
        yield client


def signed(form: dict[str, str], path: str = "/twilio/sms") -> dict[str, str]:
    validator = RequestValidator(settings().twilio_auth_token)
    return {"X-Twilio-Signature": validator.compute_signature(settings().base_url + path, form)}


def stored(base: Engine) -> list[MessageEntrant]:
    with Session(base) as session:
        return list(session.scalars(select(MessageEntrant)))


def test_a_signed_message_is_stored_and_answered_with_empty_twiml(door: TestClient, base: Engine) -> None:
    answer = door.post("/twilio/sms", data=FORM, headers=signed(FORM))
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/xml")
    assert answer.text.endswith("<Response/>")
    assert [message.corps for message in stored(base)] == ["c quand mon rdv"]


def test_a_repeated_call_keeps_one_message(door: TestClient, base: Engine) -> None:
    for _ in range(3):
        door.post("/twilio/sms", data=FORM, headers=signed(FORM))
    assert len(stored(base)) == 1


@pytest.mark.parametrize("change", [{"Body": "annule tout"}, {"From": "+33639980002"}, {"Extra": "1"}])
def test_a_form_changed_after_signing_is_refused(
    door: TestClient, base: Engine, change: dict[str, str]
) -> None:
    assert door.post("/twilio/sms", data=FORM | change, headers=signed(FORM)).status_code == 403
    assert stored(base) == []


def test_headers_of_a_proxy_do_not_change_the_address_that_is_signed(door: TestClient) -> None:
    headers = signed(FORM) | {"Host": "evil.example", "X-Forwarded-Host": "evil.example"}
    assert door.post("/twilio/sms", data=FORM, headers=headers).status_code == 200


def test_no_signature_no_entry(door: TestClient) -> None:
    assert door.post("/twilio/sms", data=FORM).status_code == 403


@pytest.mark.parametrize("missing", ["MessageSid", "From"])
def test_a_form_that_means_nothing_is_a_clear_error(door: TestClient, missing: str) -> None:
    form = {name: value for name, value in FORM.items() if name != missing}
    answer = door.post("/twilio/sms", data=form, headers=signed(form))
    assert (answer.status_code, answer.json()) == (400, {"detail": f"{missing} is missing"})


def test_an_emoji_a_null_byte_and_an_empty_body_are_kept_as_they_can_be(
    door: TestClient, base: Engine
) -> None:
    for rank, body in enumerate(["😭 g pa pu venir", "a\x00b", ""]):
        form = FORM | {"Body": body, "MessageSid": f"SM{rank}"}
        assert door.post("/twilio/sms", data=form, headers=signed(form)).status_code == 200
    assert [message.corps for message in stored(base)] == ["😭 g pa pu venir", "ab", ""]


def test_a_count_that_is_no_number_does_not_lose_the_message(door: TestClient, base: Engine) -> None:
    form = FORM | {"NumMedia": "beaucoup"}
    assert door.post("/twilio/sms", data=form, headers=signed(form)).status_code == 200
    assert [message.medias for message in stored(base)] == [0]


def test_a_huge_form_is_refused_before_it_is_read(door: TestClient) -> None:
    form = FORM | {"Body": "a" * 100_000}
    assert door.post("/twilio/sms", data=form, headers=signed(form)).status_code == 413


def test_a_status_call_is_kept_once(door: TestClient, base: Engine) -> None:
    form = {"MessageSid": "SM1", "MessageStatus": "delivered", "ErrorCode": ""}
    for _ in range(2):
        assert (
            door.post("/twilio/status", data=form, headers=signed(form, "/twilio/status")).status_code == 200
        )
    with Session(base) as session:
        assert [row.statut for row in session.scalars(select(StatutLivraison))] == ["delivered"]


def test_signatures_agree_with_twilio_s_own_cases() -> None:
    file = SHARED / "data" / "twilio" / "request_validator_vectors.json"
    if not file.exists():
        pytest.skip("shared/data/twilio is not beside this checkout")
    for case in (case for case in json.loads(file.read_text()) if "params" in case):
        params = case["params"]
        form = FormData(params) if isinstance(params, list | dict) else params
        verdict = RequestValidator(case["token"]).validate(case["url"], form, case["signature"])
        assert verdict is case["valid"], case["name"]
