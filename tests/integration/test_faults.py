"""Parts fail; people are answered all the same, or told honestly."""

import json
import time

import httpx
import psutil
import pytest
from sqlalchemy import select

from assistant.conversation.tables import EtatTour, MessageEntrant, Tour
from tests.stack import Stack, kill_part, wait_for

UNKNOWN = "+33639980091"


@pytest.fixture
def engine_process(stack: Stack) -> psutil.Process:
    pids = json.loads((stack.data / "pids.json").read_text())
    return next(p for p in map(psutil.Process, map(int, pids)) if "serve.py" in p.cmdline())


def answered(stack: Stack, sid: str) -> bool | None:
    query = select(Tour.etat).join(MessageEntrant).where(MessageEntrant.sid == sid)
    with stack.session() as session:
        return session.scalar(query) is EtatTour.REPONDU or None


@pytest.mark.engine
def test_stop_and_danger_are_answered_while_the_engine_hangs(
    stack: Stack, engine_process: psutil.Process
) -> None:
    engine_process.suspend()
    try:
        waiting = stack.post("+33639980092", "c quand mon rdv")
        assert "3114" in stack.say(UNKNOWN, "jai envie de mourir")[0].corps
        assert "REPRENDRE" in stack.say(UNKNOWN, "stop")[0].corps
        assert stack.http.get("/readyz").status_code == 503
    finally:
        engine_process.resume()
    wait_for(lambda: answered(stack, waiting), seconds=60)


@pytest.mark.engine
def test_a_part_that_is_killed_comes_back_and_the_text_is_answered(stack: Stack) -> None:
    for part in ("actions", "serve.py", "api.app:create_app"):
        wait_for(lambda: stack.ready() or None, seconds=60)
        time.sleep(5)  # the launcher gives a part that dies young a rest
        kill_part(stack, part)
        sid = wait_for(lambda: posted(stack), seconds=90)
        wait_for(lambda sid=sid: answered(stack, sid), seconds=90)


def posted(stack: Stack) -> str | None:
    try:
        return stack.post("+33639980093", "vous faites quoi")
    except httpx.HTTPError:
        return None


@pytest.mark.engine
def test_the_same_message_sent_twice_is_answered_once(stack: Stack) -> None:
    number = "+33639980094"
    sid = stack.post(number, "bonjour")
    stack.post(number, "bonjour", sid)
    stack.say(number, "merci")
    with stack.session() as session:
        assert len(session.scalars(select(MessageEntrant).where(MessageEntrant.sid == sid)).all()) == 1
