"""The dialogue engine (Rasa) seen from here: ask it, and ask it whether it already answered."""

from dataclasses import dataclass
from functools import lru_cache
from time import monotonic
from typing import Any
from uuid import UUID

import httpx

from assistant.settings import settings

PAUSE_SECONDS = 1.0


class MoteurAbsent(Exception):
    """Nobody answers at RASA_URL, or too late, or with an error."""


class MoteurMuet(Exception):
    """The engine answered nothing: with Rasa that is how a missing action server looks."""


@dataclass(frozen=True)
class Analyse:
    """What the engine understands of one text."""

    intent: str
    confidence: float
    entities: list[dict[str, Any]]


@lru_cache
def _client() -> httpx.Client:
    return httpx.Client(
        base_url=settings().rasa_url,
        params={"token": settings().rasa_token},
        timeout=settings().rasa_timeout_seconds,
        limits=httpx.Limits(max_keepalive_connections=settings().worker_concurrency),
    )


class _Pause:
    """After a failed call the engine is left alone for a moment, whatever the number of texts waiting."""

    until = 0.0


def en_pause() -> bool:
    return monotonic() < _Pause.until


def demander(conversation_id: UUID, tour_id: UUID, texte: str) -> list[str]:
    """The engine's replies to a turn, in order. Raises MoteurAbsent or MoteurMuet."""
    body = {"sender": str(conversation_id), "message": texte, "metadata": {"tour": str(tour_id)}}
    replies = _appeler("POST", "/webhooks/rest/webhook", json=body)
    textes = [reply["text"] for reply in replies if reply.get("text")]
    if not textes:
        raise MoteurMuet
    return textes


def a_deja_repondu(conversation_id: UUID, tour_id: UUID) -> bool:
    """True when the engine finished this turn, although its answer never reached us."""
    tracker = _appeler("GET", f"/conversations/{conversation_id}/tracker")
    return any(
        event["event"] == "user" and (event.get("metadata") or {}).get("tour") == str(tour_id)
        for event in tracker["events"]
    )


def oublier(conversation_id: UUID) -> None:
    """The dialogue starts afresh: another person holds the telephone."""
    _appeler("POST", f"/conversations/{conversation_id}/tracker/events", json=[{"event": "restart"}])


def analyser(texte: str) -> Analyse:
    """The label, its confidence and the entities of one text, without any dialogue."""
    parse = _appeler("POST", "/model/parse", json={"text": texte})
    return Analyse(parse["intent"]["name"], parse["intent"]["confidence"], parse["entities"])


def etat() -> str:
    """The name of the loaded model; raises MoteurAbsent."""
    return str(_appeler("GET", "/status")["model_file"])


def _appeler(method: str, path: str, **kwargs: Any) -> Any:
    try:
        response = _client().request(method, path, **kwargs)
        response.raise_for_status()
        return response.json()
    except (httpx.HTTPError, ValueError) as error:
        _Pause.until = monotonic() + PAUSE_SECONDS
        raise MoteurAbsent(type(error).__name__) from None
