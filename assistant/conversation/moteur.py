"""The dialogue engine (Rasa) seen from here: ask it, and ask it whether it already answered."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from uuid import UUID

import httpx

from assistant.conversation.disjoncteur import AuRepos, Disjoncteur
from assistant.conversation.presence import absence
from assistant.settings import settings

PAUSE_SECONDS = 1.0
HANGING_SECONDS = 3.0


class MoteurAbsent(Exception):
    """Nobody answers at RASA_URL, or too late, or with an error; or the engine has lost its action server."""


class MoteurMuet(Exception):
    """The engine answered nothing, although it has all it needs."""


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


def se_preparer() -> None:
    """Opens the client: reading certificates holds all threads for 40 ms, once for each that comes first."""
    _client()


disjoncteur = Disjoncteur(PAUSE_SECONDS, HANGING_SECONDS)


def demander(conversation_id: UUID, tour_id: UUID, texte: str) -> list[str]:
    """The engine's replies to a turn, in order. Raises MoteurAbsent or MoteurMuet."""
    body = {"sender": str(conversation_id), "message": _sans_ordre(texte), "metadata": {"tour": str(tour_id)}}
    replies = _appeler("POST", "/webhooks/rest/webhook", json=body)
    textes = [reply["text"] for reply in replies if reply.get("text")]
    if not textes:  # with Rasa that is also how a missing action server looks
        raise MoteurAbsent("actions") if absence(f"{settings().actions_url}/health") else MoteurMuet
    return textes


def _sans_ordre(texte: str) -> str:
    """Rasa obeys a text that begins with a slash ("/annuler_rdv"), fully confident: not by SMS."""
    return re.sub(r"^[\s/]+", "", texte) or "?"


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
    parse = _appeler("POST", "/model/parse", json={"text": _sans_ordre(texte)})
    return Analyse(parse["intent"]["name"], parse["intent"]["confidence"], parse["entities"])


def _appeler(method: str, path: str, **kwargs: Any) -> Any:
    try:
        with disjoncteur.appel():
            response = _client().request(method, path, **kwargs)
            response.raise_for_status()
            return response.json()
    except (AuRepos, httpx.HTTPError, ValueError) as error:
        raise MoteurAbsent(type(error).__name__) from None
