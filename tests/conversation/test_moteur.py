"""An engine that says nothing: has it lost its action server, or has it truly nothing to say?"""

from collections.abc import Iterator
from uuid import uuid4

import pytest
from fastapi import FastAPI

from assistant.conversation import moteur
from assistant.conversation.moteur import MoteurAbsent, MoteurMuet
from assistant.settings import settings
from tests.pairs.serving import free_port, served


@pytest.fixture
def mute(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    engine = FastAPI()
    engine.post("/webhooks/rest/webhook")(lambda: [])
    with served(engine) as url:
        monkeypatch.setattr(settings(), "rasa_url", url)
        moteur._client.cache_clear()
        yield
    moteur._client.cache_clear()


@pytest.mark.usefixtures("mute")
def test_without_its_action_server_it_is_waited_for_as_if_it_were_away(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(settings(), "actions_url", f"http://127.0.0.1:{free_port()}")
    with pytest.raises(MoteurAbsent):
        moteur.demander(uuid4(), uuid4(), "c quand mon rdv")


@pytest.mark.usefixtures("mute")
def test_with_its_action_server_beside_it_the_fault_lies_in_the_dialogue(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    actions = FastAPI()
    actions.get("/health")(lambda: {})
    with served(actions) as url:
        monkeypatch.setattr(settings(), "actions_url", url)
        with pytest.raises(MoteurMuet):
            moteur.demander(uuid4(), uuid4(), "c quand mon rdv")
