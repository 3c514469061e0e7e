"""Celery: it wakes and works; the database remembers. In one process by default, over Redis when grown."""

from typing import Any

from celery import Celery
from celery.signals import setup_logging

from assistant.journal import configure_logs
from assistant.settings import settings

IN_PROCESS = "memory://"


def _transport() -> dict[str, float]:
    if settings().celery_broker_url == IN_PROCESS:
        return {"polling_interval": 0.002}
    # measured: unacked messages come back within seconds of a worker's death instead of minutes
    return {
        "visibility_timeout": 60,
        "unacked_restore_interval": 5,
        "unacked_restore_throttle": 1,
        "socket_timeout": 2,
        "socket_connect_timeout": 2,
    }


app = Celery("jalon", broker=settings().celery_broker_url, include=["assistant.tasks"])
app.conf.update(
    broker_transport_options=_transport(),
    broker_connection_retry_on_startup=True,
    task_ignore_result=True,
    task_acks_late=True,
    task_reject_on_worker_lost=True,
    worker_prefetch_multiplier=4,
    worker_hijack_root_logger=False,
    worker_send_task_events=False,
    timezone="Europe/Paris",
    beat_schedule={
        "balayer": {"task": "assistant.tasks.balayer", "schedule": settings().sweep_seconds},
        "inscriptions": {
            "task": "assistant.tasks.veiller_aux_inscriptions",
            "schedule": settings().inscriptions_seconds,
        },
    },
)


@setup_logging.connect  # type: ignore[untyped-decorator]
def _our_logs(**_: Any) -> None:
    """A worker of its own logs as the API does; Celery's own format would show task arguments."""
    configure_logs()
