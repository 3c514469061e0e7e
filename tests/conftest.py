"""Fixtures of the whole suite: a migrated database per worker, rolled back after each test."""

import os
from collections.abc import Iterator
from datetime import datetime, time
from pathlib import Path

import hypothesis
import pytest
from sqlalchemy import Engine, create_engine, text
from sqlalchemy.engine import make_url
from sqlalchemy.orm import Session

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"

os.environ.setdefault("JALON_DATA", str(ROOT / ".data" / "tests"))

import assistant.database  # noqa: E402
import assistant.settings  # noqa: E402
from assistant.clock import PARIS  # noqa: E402
from assistant.database import database_url  # noqa: E402
from assistant.migrations.upgrade import upgrade  # noqa: E402
from tests.monde_pret import JOUR, poser, preparer, vider  # noqa: E402
from tests.stack import Stack, running_stack  # noqa: E402

assistant.settings.ENV_FILE = Path("none")  # what a developer put in .env is not what is tested
hypothesis.settings.register_profile("jalon", deadline=None)  # time is for benchmarks/ to judge
hypothesis.settings.load_profile("jalon")


@pytest.fixture(scope="session")
def database(worker_id: str) -> Iterator[Engine]:
    """A migrated database for this worker alone, empty, the demo world ready beside."""
    server = create_engine(database_url(), isolation_level="AUTOCOMMIT")
    name = f"jalon_{worker_id}"
    with server.connect() as connection:
        connection.execute(text(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)'))
        connection.execute(text(f'CREATE DATABASE "{name}"'))
    engine = create_engine(make_url(database_url()).set(database=name))
    with engine.begin() as connection:
        upgrade(connection)
    preparer(engine)
    yield engine
    engine.dispose()


@pytest.fixture
def session(database: Engine) -> Iterator[Session]:
    with database.connect() as connection:
        outer = connection.begin()
        with Session(connection, join_transaction_mode="create_savepoint", expire_on_commit=False) as session:
            yield session
        outer.rollback()


@pytest.fixture
def base(database: Engine, monkeypatch: pytest.MonkeyPatch) -> Iterator[Engine]:
    """The worker's database for code that opens its own transactions; emptied afterwards."""
    monkeypatch.setattr("assistant.database.engine", lambda: database)
    assistant.database._sessions.cache_clear()
    yield database
    assistant.database._sessions.cache_clear()
    with database.begin() as connection:
        vider(connection)


@pytest.fixture
def maintenant() -> datetime:
    """A Tuesday morning in Paris."""
    return datetime.combine(JOUR, time(9, 30), PARIS)


@pytest.fixture
def demo(session: Session) -> Session:
    """The demo people as on the day of `maintenant`."""
    poser(session)
    return session


@pytest.fixture(scope="session")
def stack(worker_id: str) -> Iterator[Stack]:
    """One running Jalon for all the tests of this worker that talk to it."""
    with running_stack(ROOT / ".data" / f"integration-{worker_id}") as stack:
        yield stack


def pytest_unconfigure(config: pytest.Config) -> None:
    """The suite was the embedded server's last user: no orphan stays behind."""
    is_worker = hasattr(config, "workerinput")
    if not is_worker and (assistant.database.embedded_folder() / "postmaster.pid").exists():
        assistant.database.embedded_server().stop()
