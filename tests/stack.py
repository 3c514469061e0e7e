"""The whole of Jalon as a newcomer starts it (`jalon run`), with a Twilio peer where Twilio would be."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import TypeVar
from uuid import uuid4

import httpx
import psutil
from sqlalchemy import Engine, create_engine, select
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlalchemy.orm import Session
from twilio.request_validator import RequestValidator

from assistant.clock import PARIS
from assistant.conversation.tables import EtatTour, MessageEntrant, MessageSortant, Tour
from assistant.demo.remise import remettre
from tests.monde_pret import garder, poser, vider
from tests.pairs.serving import free_port
from tests.pairs.twilio_peer import TwilioPeer

ROOT = Path(__file__).resolve().parent.parent
START_SECONDS = 600  # the first start trains and learns the models
JALON_NUMBER = "+33939000001"


Found = TypeVar("Found")


def next_tuesday_morning() -> datetime:
    today = datetime.now(PARIS).replace(hour=9, minute=30, second=0, microsecond=0)
    return today + timedelta(days=(1 - today.weekday()) % 7 or 7)


class Stack:
    """A running Jalon: say something, read what came back."""

    def __init__(self, peer: TwilioPeer, data: Path, **environment: str) -> None:
        self.peer = peer
        self.data = data
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        shift = (next_tuesday_morning() - datetime.now(PARIS)).total_seconds()
        self.environment = {
            **os.environ,
            "JALON_DATA": str(data),
            "PORT": str(self.port),
            "RASA_URL": f"http://127.0.0.1:{free_port()}",
            "ACTIONS_URL": f"http://127.0.0.1:{free_port()}",
            "TWILIO_ACCOUNT_SID": peer.account_sid,
            "TWILIO_AUTH_TOKEN": peer.auth_token,
            "TWILIO_FROM": JALON_NUMBER,
            "TWILIO_API_BASE_URL": peer.url,
            "JALON_DEV_PHONE": "true",
            "QUIET_WINDOW_SECONDS": "0.25",
            "JALON_CLOCK_SHIFT_SECONDS": str(shift),
            **environment,
        }
        self.http = httpx.Client(base_url=self.url, trust_env=False)

    def start(self) -> None:
        """From nothing: what an earlier run left would come from another time of the moved clock."""
        shutil.rmtree(self.data, ignore_errors=True)
        self.launcher = subprocess.Popen(
            [sys.executable, "-m", "api.cli.main", "run"], cwd=ROOT, env=self.environment
        )
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline:
            if self.launcher.poll() is not None:
                raise RuntimeError(f"jalon run ended by itself; its logs are in {self.data / 'logs'}")
            if self.ready():
                return self._keep_demo()
            time.sleep(0.1)
        raise TimeoutError("jalon run never got ready")

    def _keep_demo(self) -> None:
        with self.session() as session:
            remettre(session, next_tuesday_morning().date())
            garder(session.connection())

    def ready(self) -> bool:
        try:
            return self.http.get("/readyz").status_code == 200
        except httpx.HTTPError:
            return False

    def stop(self) -> None:
        self.launcher.send_signal(signal.SIGINT)
        self.launcher.wait(30)

    @property
    def engine(self) -> Engine:
        return create_engine(f"postgresql+psycopg://postgres:@/postgres?host={self.data / 'postgres'}")

    def post(self, number: str, body: str, sid: str | None = None) -> str:
        """One signed webhook, as Twilio would call it. The MessageSid."""
        sid = sid or f"SM{uuid4().hex}"
        form = {
            "MessageSid": sid,
            "From": number,
            "To": JALON_NUMBER,
            "Body": body,
            "NumMedia": "0",
            "FromCity": "",
        }
        signature = RequestValidator(self.peer.auth_token).compute_signature(f"{self.url}/twilio/sms", form)
        answer = self.http.post("/twilio/sms", data=form, headers={"X-Twilio-Signature": signature})
        answer.raise_for_status()
        return sid

    def say(self, number: str, *bodies: str) -> list[MessageSortant]:
        """What Jalon answers to one thought (in one or several pieces), once it has left."""
        sids = [self.post(number, body) for body in bodies]
        with self.session() as session:
            tour = wait_for(lambda: _closed_turn(session, sids[-1]))
            replies = (
                select(MessageSortant).where(MessageSortant.tour_id == tour.id).order_by(MessageSortant.rang)
            )
            return list(session.scalars(replies))

    def reset_demo(self, tries: int = 3) -> None:
        """The demo as it was at the start: PostgreSQL may refuse while a worker is busy; then once more."""
        try:
            with self.session() as session:
                vider(session.connection())
                poser(session)
        except (OperationalError, IntegrityError):
            if tries == 1:
                raise
            self.reset_demo(tries - 1)

    @contextmanager
    def session(self) -> Iterator[Session]:
        engine = self.engine
        with Session(engine, expire_on_commit=False) as session:
            yield session
            session.commit()
        engine.dispose()


def _closed_turn(session: Session, sid: str) -> Tour | None:
    session.rollback()
    query = select(Tour).join(MessageEntrant).where(MessageEntrant.sid == sid, Tour.etat != EtatTour.EN_COURS)
    return session.scalar(query)


def wait_for(look: Callable[[], Found | None], seconds: float = 30) -> Found:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if (found := look()) is not None:
            return found
        time.sleep(0.02)
    raise TimeoutError("no answer")


def kill_part(stack: Stack, word: str) -> None:
    """kill -9 of the process that has this word in its command; the launcher starts another."""
    for pid in json.loads((stack.data / "pids.json").read_text()):
        if psutil.pid_exists(int(pid)) and word in psutil.Process(int(pid)).cmdline():
            psutil.Process(int(pid)).kill()


@contextmanager
def running_stack(data: Path, **environment: str) -> Iterator[Stack]:
    with TwilioPeer() as peer:
        stack = Stack(peer, data, **environment)
        stack.start()
        try:
            yield stack
        finally:
            stack.stop()
