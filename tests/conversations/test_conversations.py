"""Every dialogue of this folder, as it happens on a telephone: webhook, guard, Rasa, actions, Twilio."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from sqlalchemy import select

from assistant.conversation.tables import Conversation
from assistant.handoff.alertes import Alerte
from assistant.sms_text.gsm7 import fold
from tests.stack import Stack

SCRIPTS = [
    script
    for file in sorted(Path(__file__).parent.glob("*.yml"))
    for script in yaml.safe_load(file.read_text())
]


@pytest.mark.engine
@pytest.mark.parametrize("script", SCRIPTS, ids=[script["titre"] for script in SCRIPTS])
def test_dialogue(stack: Stack, script: dict[str, Any]) -> None:
    stack.reset_demo()
    for exchange in script["dialogue"]:
        said = exchange["dit"]
        replies = stack.say(script["de"], *([said] if isinstance(said, str) else said))
        _check(exchange, " / ".join(reply.corps for reply in replies), sum(r.segments for r in replies))
    assert set(script.get("alertes", [])) <= _alerts(stack, script["de"])


def _check(exchange: dict[str, Any], reply: str, segments: int) -> None:
    context = f"\n« {exchange['dit']} »\n→ {reply}"
    if exchange.get("silence"):
        assert not reply, context
        return
    assert reply, context
    for fragment in exchange.get("repond", []):
        assert _plain(fragment) in _plain(reply), f"« {fragment} » manque{context}"
    for fragment in exchange.get("jamais", []):
        assert _plain(fragment) not in _plain(reply), f"« {fragment} » est de trop{context}"
    assert segments <= exchange.get("segments", 2) + (1 if "robot" in reply else 0), context


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", fold(text)).casefold()


def _alerts(stack: Stack, number: str) -> set[str]:
    with stack.session() as session:
        query = select(Alerte.genre).join(Conversation).where(Conversation.adresse == number)
        return {str(kind) for kind in session.scalars(query)}
