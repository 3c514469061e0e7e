"""What a whole turn costs (webhook → reply at Twilio) beside the same message posted to Rasa alone.

The two alternate in one run, in the same conversations, so that noise and history weigh on both alike.
"""

import time
from statistics import median

import httpx
from sqlalchemy import select

from assistant.conversation.tables import Conversation
from benchmarks.figures import report
from tests.stack import ROOT, Stack, running_stack

TURNS = 200
NUMBERS = [f"+3363998{rank:04d}" for rank in range(100, 120)]  # a day's talk each, not one endless one
TEXT = "c quand mon rdv"


def measure() -> bool:
    with running_stack(ROOT / ".data" / "bench-turn", QUIET_WINDOW_SECONDS="0") as stack:
        conversations = {number: _open(stack, number) for number in NUMBERS}
        rasa = httpx.Client(base_url=stack.environment["RASA_URL"], params=_token(stack), timeout=30)
        whole, bare = [], []
        for turn in range(TURNS):
            number = NUMBERS[turn % len(NUMBERS)]
            bare.append(_rasa_alone(rasa, conversations[number]))
            whole.append(_whole_turn(stack, number))
    print(f"    Rasa alone {1000 * median(bare):.1f} ms, whole turn {1000 * median(whole):.1f} ms (medians)")
    return report("whole turn / Rasa alone", round(median(whole) / median(bare), 2), "x", 1.3)


def _open(stack: Stack, number: str) -> str:
    """A conversation that has begun (the first answer also says who writes)."""
    stack.say(number, TEXT)
    with stack.session() as session:
        return str(session.scalars(select(Conversation.id).where(Conversation.adresse == number)).one())


def _token(stack: Stack) -> dict[str, str]:
    lines = (stack.data / "secrets.env").read_text().splitlines()
    return {"token": dict(line.split("=", 1) for line in lines)["RASA_TOKEN"]}


def _rasa_alone(rasa: httpx.Client, conversation: str) -> float:
    begun = time.perf_counter()
    answer = rasa.post("/webhooks/rest/webhook", json={"sender": conversation, "message": TEXT})
    assert answer.json(), "Rasa said nothing"
    return time.perf_counter() - begun


def _whole_turn(stack: Stack, number: str) -> float:
    stack.peer.news.clear()
    begun = time.perf_counter()
    stack.post(number, TEXT)
    assert stack.peer.news.wait(30), "no reply at Twilio"
    return time.perf_counter() - begun
