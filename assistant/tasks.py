"""The tasks: each takes an id, reloads, acts only from the expected state, and can be lost or repeated."""

import time
from uuid import UUID

from celery.signals import worker_init
from kombu.exceptions import OperationalError

from assistant.celery_app import app
from assistant.clock import now
from assistant.conversation import livraison, moteur, reponse
from assistant.conversation.battements import battre
from assistant.conversation.garde import detecteur
from assistant.conversation.presses import Vigie
from assistant.conversation.tours import AT_ONCE, conversations_en_attente
from assistant.database import transaction
from assistant.journal import journal
from assistant.metrics import DUREE_TOUR
from assistant.offres.inscriptions.veille import veiller
from assistant.settings import settings

vigie = Vigie()
# Wake-ups that piled up behind a hanging engine would otherwise rush and starve the webhook (measured).
NO_HURRY_SECONDS = 0.01
A_L_ESSAI = 2  # conversations a sweep wakes to try an engine that failed lately


@worker_init.connect
def _pret(**_: object) -> None:
    """Read before the first turn: loading takes seconds, which its lease would pay."""
    detecteur.se_preparer()
    moteur.se_preparer()


@app.task
def repondre(conversation_id: str, presse: bool = False) -> None:
    """Nothing while the engine rests, unless the sweep says that this one cannot wait."""
    if moteur.disjoncteur.au_repos and not presse:
        time.sleep(NO_HURRY_SECONDS)
        return
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
        doute = moteur.disjoncteur.en_doute
        pressees = vigie.conversations_pressees(session, now()) if doute else set()
        en_attente = conversations_en_attente(session, now(), A_L_ESSAI if doute else AT_ONCE)
        a_livrer = livraison.conversations_a_livrer(session, now())
    for conversation_id in a_livrer:
        reveiller(livrer, str(conversation_id))
    for conversation_id in pressees | en_attente:
        reveiller(repondre, str(conversation_id), conversation_id in pressees)


@app.task
def veiller_aux_inscriptions() -> None:
    """Freed places, reminders, decisions: rows that the sweep delivers."""
    veiller(transaction, now())


def reveiller(task: object, *arguments: str | bool, dans: float = 0) -> None:
    """Enqueues after commit. A broker that is away costs a delay, not a message: the sweep finds the row."""
    try:
        task.apply_async(arguments, countdown=dans or None, retry=False)  # type: ignore[attr-defined]
    except (OperationalError, OSError):
        journal.warning("reveil.perdu", task=getattr(task, "name", ""))


def reveiller_apres_reception(conversation_id: str) -> None:
    if not moteur.disjoncteur.en_doute:  # the sweep reads what comes meanwhile
        reveiller(repondre, conversation_id, dans=settings().quiet_window_seconds)
