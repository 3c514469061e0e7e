"""Is the process alive; can a text be answered, and if not, which part is missing."""

from fastapi import APIRouter, Response
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from assistant.clock import now
from assistant.conversation.battements import bat_encore
from assistant.conversation.presence import absence
from assistant.database import transaction
from assistant.settings import settings

router = APIRouter()


@router.get("/healthz")
def healthz() -> dict[str, str]:
    return {"state": "ok"}


@router.get("/readyz")
def readyz(response: Response) -> dict[str, str]:
    """200 when every part says "ok"; 503 otherwise. Each part is named with its state."""
    parts = {
        "database": _database(),
        "worker": _worker(),
        "engine": _engine(),
        "actions": _actions(),
        "channel": "ok: Twilio" if settings().twilio_configured else "ok: development phone",
    }
    ready = all(state.startswith("ok") for state in parts.values())
    response.status_code = 200 if ready else 503
    return parts


def _database() -> str:
    try:
        with transaction() as session:
            version = session.scalar(text("SELECT version_num FROM alembic_version"))
        return f"ok: schema {version}"
    except SQLAlchemyError as error:
        return type(error).__name__


def _worker() -> str:
    try:
        with transaction() as session:
            return "ok" if bat_encore(session, "worker", now()) else "no sign of life"
    except SQLAlchemyError as error:
        return type(error).__name__


def _engine() -> str:
    return _answers(f"{settings().rasa_url}/status", token=settings().rasa_token)


def _actions() -> str:
    return _answers(f"{settings().actions_url}/health")


def _answers(url: str, **query: str) -> str:
    missing = absence(url, **query)
    return f"unreachable: {missing}" if missing else "ok"
