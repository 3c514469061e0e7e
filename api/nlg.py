"""Rasa asks here for every text: words change without training. It is also where a turn's intent is noted."""

import hmac
from typing import Any
from uuid import UUID

from fastapi import APIRouter, BackgroundTasks, HTTPException
from pydantic import BaseModel

from assistant.clock import now
from assistant.content.catalogue import TexteInconnu, texte
from assistant.content.rendering import render
from assistant.conversation.redites import dites_recemment
from assistant.conversation.tours import noter_reponse
from assistant.database import transaction
from assistant.journal import journal
from assistant.settings import settings

router = APIRouter()


class NlgRequest(BaseModel):
    """What Rasa's callback generator posts (the rest is ignored)."""

    response: str
    arguments: dict[str, Any]
    tracker: dict[str, Any]


@router.post("/nlg")
def nlg(request: NlgRequest, token: str, after: BackgroundTasks) -> dict[str, str]:
    """`{"text": …}`; 404 when nobody wrote this text: the turn then fails honestly."""
    if not hmac.compare_digest(token, settings().nlg_token):
        raise HTTPException(403)
    try:
        text = _words(request.response.removeprefix("utter_"), request)
    except (TexteInconnu, KeyError):
        journal.error("nlg.texte_inconnu", cle=request.response)
        raise HTTPException(404, request.response) from None
    after.add_task(_note, request.tracker, text)
    return {"text": text}


def _words(key: str, request: NlgRequest) -> str:
    """The record is read only for a text that has something to say the second time."""
    if not texte(key).encore:
        return render(key, request.arguments)
    with transaction() as session:
        said = dites_recemment(session, UUID(request.tracker["sender_id"]), now())
    return render(key, request.arguments, said)


def _note(tracker: dict[str, Any], text: str) -> None:
    """While Rasa goes on: a note that a crash loses costs a question asked again, never an answer."""
    if turn := _turn(tracker):
        intent = tracker["latest_message"].get("intent") or {}
        with transaction() as session:
            noter_reponse(session, turn, text, intent.get("name"), intent.get("confidence"))


def _turn(tracker: dict[str, Any]) -> UUID | None:
    for event in reversed(tracker["events"]):
        if event["event"] == "user":
            turn = (event.get("metadata") or {}).get("tour")
            return UUID(turn) if turn else None
    return None
