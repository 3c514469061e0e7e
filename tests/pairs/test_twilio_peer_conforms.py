"""Our Twilio peer speaks like Twilio: what it is asked and what it answers fit Twilio's own OpenAPI."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import requests
from openapi_core import OpenAPI
from openapi_core.contrib.requests import RequestsOpenAPIRequest, RequestsOpenAPIResponse
from openapi_core.exceptions import OpenAPIError

from tests.conftest import SHARED
from tests.pairs.twilio_peer import TwilioPeer

SPEC = SHARED / "data" / "twilio" / "oai_v2010_messages.json"
pytestmark = pytest.mark.skipif(not SPEC.exists(), reason="shared/data/twilio is not beside the project")

JEAN_MARC = "+33639980002"
Ask = Callable[..., dict[str, Any]]


@pytest.fixture
def peer() -> Iterator[TwilioPeer]:
    with TwilioPeer() as peer:
        yield peer


@pytest.fixture
def ask(peer: TwilioPeer) -> Ask:
    """Asks the peer; fails when the question or the answer departs from Twilio's description."""
    openapi = OpenAPI.from_dict(described_at(peer.url))

    def ask(method: str, resource: str, **content: Any) -> dict[str, Any]:
        url = f"{peer.url}/2010-04-01/Accounts/{peer.account_sid}/{resource}"
        auth = (peer.account_sid, peer.auth_token)
        question = requests.Request(method, url, auth=auth, **content).prepare()
        answer = requests.Session().send(question)
        seen = RequestsOpenAPIRequest(question)
        openapi.validate_request(seen)
        openapi.validate_response(seen, RequestsOpenAPIResponse(answer))
        return answer.json()

    return ask


def described_at(url: str) -> dict[str, Any]:
    """Twilio's description, moved to the peer's address."""
    spec = json.loads(SPEC.read_text())
    for place in (spec, *spec["paths"].values()):
        place["servers"] = [{"url": url}]
    return spec


def send(ask: Ask, **changed: str) -> dict[str, Any]:
    form = {"To": JEAN_MARC, "From": "+33937000001", "Body": "Bonjour, à mardi.", "ValidityPeriod": "300"}
    return ask("POST", "Messages.json", data=form | changed)


def test_a_creation(ask: Ask) -> None:
    assert send(ask)["status"] == "queued"


def test_a_creation_through_a_messaging_service(ask: Ask) -> None:
    service = "MG" + 32 * "a"
    assert send(ask, From="", MessagingServiceSid=service)["messaging_service_sid"] == service


def test_a_message_read_before_and_after_its_delivery(ask: Ask, peer: TwilioPeer) -> None:
    peer.callbacks.hold()
    sid = send(ask)["sid"]
    assert ask("GET", f"Messages/{sid}.json")["status"] == "queued"
    peer.callbacks.release()
    peer.callbacks.settle()
    assert ask("GET", f"Messages/{sid}.json")["status"] == "delivered"


def test_a_message_that_could_not_be_delivered(ask: Ask, peer: TwilioPeer) -> None:
    peer.errors[JEAN_MARC] = 30005
    sid = send(ask)["sid"]
    peer.callbacks.settle()
    message = ask("GET", f"Messages/{sid}.json")
    assert (message["status"], message["error_code"]) == ("undelivered", 30005)


def test_a_list_by_recipient_and_day_newest_first_page_by_page(ask: Ask) -> None:
    sids = [send(ask)["sid"] for _ in range(3)]
    send(ask, To="+33639980003")
    since = {"To": JEAN_MARC, "DateSent>": "2020-01-01T00:00:00Z", "PageSize": "2"}
    first = ask("GET", "Messages.json", params=since)
    second = ask("GET", "Messages.json", params=since | {"Page": "1"})
    assert [m["sid"] for m in first["messages"] + second["messages"]] == sids[::-1]
    assert first["next_page_uri"]
    assert second["next_page_uri"] is None
    before = {"To": JEAN_MARC, "DateSent<": "2020-01-01T00:00:00Z"}
    assert ask("GET", "Messages.json", params=before)["messages"] == []


def test_a_redaction(ask: Ask) -> None:
    sid = send(ask)["sid"]
    assert ask("POST", f"Messages/{sid}.json", data={"Body": ""})["body"] == ""


def test_a_word_twilio_does_not_use_would_be_noticed(ask: Ask, peer: TwilioPeer) -> None:
    peer.callbacks.hold()
    sid = send(ask)["sid"]
    peer.messages[sid].status = "on_its_way"
    with pytest.raises(OpenAPIError):
        ask("GET", f"Messages/{sid}.json")


def test_only_the_account_holder_is_answered(peer: TwilioPeer) -> None:
    url = f"{peer.url}/2010-04-01/Accounts/{peer.account_sid}/Messages.json"
    assert requests.get(url, auth=(peer.account_sid, "guess")).status_code == 401
    assert requests.get(url).status_code == 401
