"""The database of this machine: started, brought to the newest schema, seeded once with the demo people."""

import subprocess
import sys
from contextlib import suppress
from subprocess import SubprocessError

from sqlalchemy import func, select, text

from assistant.database import embedded_server, engine, transaction
from assistant.migrations.upgrade import upgrade
from assistant.parcours.allocataires import Allocataire
from assistant.settings import ROOT, settings

# in a process of its own: the search it indexes for takes memory the launcher would keep for ever
SEED = (sys.executable, "-m", "api.cli.main", "demo")


def prepare_database() -> None:
    with transaction() as session:
        upgrade(session.connection())
    if settings().jalon_env == "development":
        with transaction() as session:
            empty = not session.scalar(select(func.count()).select_from(Allocataire))
        if empty:
            subprocess.run(SEED, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)  # noqa: S603
    if not settings().database_url:
        _keep_rows_out_of_the_log()


def _keep_rows_out_of_the_log() -> None:
    """A refused row would otherwise be quoted in PostgreSQL's log, numbers included."""
    with engine().connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("ALTER SYSTEM SET log_error_verbosity = 'terse'"))
        connection.execute(text("ALTER SYSTEM SET log_min_error_statement = 'panic'"))
        connection.execute(text("SELECT pg_reload_conf()"))


def keep_database_running() -> None:
    """Starts the embedded server again if it was killed; while it is stopping, the next look will."""
    if not settings().database_url:
        with suppress(
            AssertionError, SubprocessError
        ):  # what the library raises when it is between two states
            embedded_server().ensure_postgres_running()


def stop_database() -> None:
    """The launcher is the embedded server's last user."""
    if not settings().database_url:
        engine().dispose()
        embedded_server().stop()
