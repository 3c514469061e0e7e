"""The processes that make one Jalon, and what each is told."""

import os
import sys
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from sqlalchemy.engine import make_url

from api.launch.model import BOT
from assistant.celery_app import IN_PROCESS
from assistant.database import database_url
from assistant.settings import ROOT, settings

CELERY = (sys.executable, "-m", "celery", "-A", "assistant.celery_app")


@dataclass(frozen=True)
class Part:
    """One process: its name in the logs, its command, where it runs and its environment."""

    name: str
    command: list[str]
    folder: Path
    environment: dict[str, str]


def parts(model: Path) -> list[Part]:
    """The engine first: it is the slowest to get ready. A broker outside calls for workers of their own."""
    own_workers = [] if settings().celery_broker_url == IN_PROCESS else [_worker(1), _worker(2), _beat()]
    return [_engine(model), _actions(), _api(), *own_workers]


def _api() -> Part:
    command = [sys.executable, "-m", "uvicorn", "--factory", "api.app:create_app"]
    options = [
        "--host",
        "127.0.0.1",
        "--port",
        str(settings().port),
        "--no-access-log",
        "--log-level",
        "warning",
    ]
    return Part("api", command + options, ROOT, dict(os.environ))


def _actions() -> Part:
    port = str(urlsplit(settings().actions_url).port)
    return Part("actions", [sys.executable, "-m", "actions", "--port", port], ROOT, dict(os.environ))


def _worker(rank: int) -> Part:
    options = ["--pool", "threads", "--concurrency", str(settings().worker_concurrency)]
    quiet = ["--without-gossip", "--without-mingle", "--hostname", f"worker-{rank}@%h"]
    return Part(f"worker-{rank}", [*CELERY, "worker", *options, *quiet], ROOT, dict(os.environ))


def _beat() -> Part:
    schedule = str(settings().jalon_data / "beat")
    return Part("beat", [*CELERY, "beat", "--schedule", schedule], ROOT, dict(os.environ))


def _engine(model: Path) -> Part:
    url = urlsplit(settings().rasa_url)
    command = [str(BOT / ".venv" / "bin" / "python"), "serve.py", str(model), str(url.port)]
    return Part("engine", command, BOT, {**os.environ, **engine_environment()})


def engine_environment() -> dict[str, str]:
    """What `bot/endpoints.yml` names: where the tracker is kept, who acts, who speaks."""
    database = make_url(database_url())
    return {
        "RASA_TOKEN": settings().rasa_token,
        "RASA_DB_HOST": str(database.query.get("host") or database.host or "127.0.0.1"),
        "RASA_DB_PORT": str(database.port or 5432),
        "RASA_DB_NAME": "rasa",
        "RASA_DB_USER": database.username or "postgres",
        "RASA_DB_PASSWORD": database.password or "",
        "ACTIONS_URL": f"{settings().actions_url}/webhook",
        "NLG_URL": f"http://127.0.0.1:{settings().port}/nlg?token={settings().nlg_token}",
        "RASA_TELEMETRY_ENABLED": "false",
        "TF_CPP_MIN_LOG_LEVEL": "2",
        "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
    }
