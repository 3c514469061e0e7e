"""Where an action may fail: in a thread of its own, telling the log where and never what was said."""

import asyncio
import traceback
from collections.abc import Callable
from pathlib import Path

from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from assistant.journal import journal


async def a_l_abri(
    nom: str, agir: Callable[[], list[EventType]], dispatcher: CollectingDispatcher, sinon: list[EventType]
) -> list[EventType]:
    """The events of `agir`. When it raises: silence and `sinon`.

    Whoever asked Rasa takes silence for a failure and asks again; letting the exception through would
    have rasa-sdk send the whole conversation back, and Rasa log it.
    """
    try:
        return await asyncio.to_thread(agir)
    except Exception as echec:
        dispatcher.messages.clear()
        journal.error("action.echec", action=nom, genre=type(echec).__name__, ou=_ou(echec))
        return sinon


def _ou(echec: Exception) -> str:
    """File and line of each step; no message, which may quote a value."""
    etapes = traceback.extract_tb(echec.__traceback__)
    return " > ".join(f"{Path(etape.filename).name}:{etape.lineno}" for etape in etapes[-6:])
