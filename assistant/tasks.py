"""The tasks: each takes an id, reloads, acts only from the expected state, and can be lost or repeated."""

from uuid import UUID

from kombu.exceptions import OperationalError

from assistant.celery_app import app
from assistant.clock import now
from assistant.conversation import livraison, reponse
from assistant.conversation.battements import battre
from assistant.conversation.tours import conversations_en_attente
from assistant.database import transaction
from assistant.journal import journal
from assistant.metrics import DUREE_TOUR
from assistant.settings import settings


@app.task
def repondre(conversation_id: str) -> None:
    with DUREE_TOUR.time():
        closed = reponse.repondre(UUID(conversation_id))
    if closed:
        livrer(conversation_id)
        reveiller(repondre, conversation_id)


@app.task
def livrer(conversation_id: str) -> None:
    livraison.livrer(UUID(conversation_id))


@app.task
def effacer(sid: str) -> None:
    livraison.effacer(sid)


@app.task
def balayer() -> None:
    """Finds what a crash, a lost wake-up or a delay left behind."""
    with transaction() as session:
        battre(session, "worker", now())
        en_attente = conversations_en_attente(session, now())
        a_livrer = livraison.conversations_a_livrer(session, now())
    for conversation_id in a_livrer:
        reveiller(livrer, str(conversation_id))
    for conversation_id in en_attente:
        reveiller(repondre, str(conversation_id))


def reveiller(task: object, identifiant: str, *, dans: float = 0) -> None:
    """Enqueues after commit. A broker that is away costs a delay, not a message: the sweep finds the row."""
    try:
        task.apply_async((identifiant,), countdown=dans or None, retry=False)  # type: ignore[attr-defined]
    except (OperationalError, OSError):
        journal.warning("reveil.perdu", task=getattr(task, "name", ""))


def reveiller_apres_reception(conversation_id: str) -> None:
    reveiller(repondre, conversation_id, dans=settings().quiet_window_seconds)
