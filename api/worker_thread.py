"""The Celery worker and its clock as threads of this process: nothing to install for a newcomer."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread

from celery.beat import EmbeddedService, Scheduler
from celery.worker import WorkController

from assistant.celery_app import app
from assistant.settings import settings
from assistant.tasks import balayer

# The webhook shares this process with the worker: five milliseconds, Python's default, is too long to wait.
SWITCH_SECONDS = 0.0005


class _InMemory(Scheduler):  # type: ignore[misc]
    """The sweep's clock needs no file: what it finds is in the database."""


@contextmanager
def worker_thread() -> Iterator[None]:
    # measured: without these three calls tasks are received and silently never run
    app.finalize()
    app.set_current()
    app.set_default()
    sys.setswitchinterval(SWITCH_SECONDS)
    worker = WorkController(
        app=app,
        pool_cls="threads",
        concurrency=settings().worker_concurrency,
        without_gossip=True,
        without_mingle=True,
        without_heartbeat=True,
    )
    Thread(target=worker.start, name="worker", daemon=True).start()
    clock = EmbeddedService(app, max_interval=1, thread=True, scheduler_cls=_InMemory)
    clock.daemon = True
    clock.start()
    balayer.delay()
    try:
        yield
    finally:
        clock.stop()
        worker.stop()
