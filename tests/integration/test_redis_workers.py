"""Grown mode: Redis and two worker processes, one of which is killed while people write."""

import shutil
import subprocess
import time
from collections.abc import Iterator

import httpx
import pytest
from sqlalchemy import func, select

from assistant.conversation.tables import EtatTour, MessageEntrant, Tour
from tests.conftest import ROOT
from tests.pairs.serving import free_port
from tests.stack import Stack, kill_part, running_stack, wait_for

NUMBERS = [f"+336399820{rank:02d}" for rank in range(10)]
THOUGHTS = ["bonjour", "c quand mon rdv", "merci"]


@pytest.fixture
def redis() -> Iterator[str]:
    if not shutil.which("redis-server"):
        pytest.skip("redis-server is not installed (Debian package redis-server)")
    port = free_port()
    process = subprocess.Popen(["redis-server", "--port", str(port), "--save", "", "--bind", "127.0.0.1"])
    yield f"redis://127.0.0.1:{port}/0"
    process.terminate()
    process.wait(10)


@pytest.fixture
def grown(redis: str) -> Iterator[Stack]:
    settings = {"CELERY_BROKER_URL": redis, "QUIET_WINDOW_SECONDS": "0", "TURN_LEASE_SECONDS": "6"}
    with running_stack(
        ROOT / ".data" / "integration-redis", **settings, JALON_CLOCK_SHIFT_SECONDS="0"
    ) as stack:
        yield stack


@pytest.mark.engine
def test_a_worker_killed_in_the_middle_loses_nothing_and_answers_nobody_twice(grown: Stack) -> None:
    for rank, thought in enumerate(THOUGHTS):
        for number in NUMBERS:
            _post(grown, number, thought)
        if rank == 0:
            kill_part(grown, "worker-1@%h")
    wait_for(lambda: _all_closed(grown) or None, seconds=90)
    for number in NUMBERS:
        received = grown.peer.received(number)
        assert len(received) in (len(THOUGHTS), len(THOUGHTS) + 1), "one answer each, and who we are once"


def _post(stack: Stack, number: str, body: str) -> None:
    try:
        stack.post(number, body)
    except httpx.HTTPError:
        time.sleep(0.2)
        _post(stack, number, body)


def _all_closed(stack: Stack) -> bool:
    with stack.session() as session:
        answered = session.scalar(select(func.count(Tour.id)).where(Tour.etat == EtatTour.REPONDU))
        received = session.scalar(select(func.count(MessageEntrant.id)))
        return answered == received == len(NUMBERS) * len(THOUGHTS)
