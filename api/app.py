"""The application: doors only. With the in-process broker the worker lives here too."""

import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI

from api import metrics, nlg, offres, sante, telephone, twilio
from api.worker_thread import worker_thread
from assistant.celery_app import IN_PROCESS
from assistant.database import transaction
from assistant.journal import configure_logs
from assistant.migrations.upgrade import upgrade
from assistant.settings import settings


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    configure_logs()
    with transaction() as session:
        upgrade(session.connection())
    twilio.warm_up()
    _spare_the_collector()
    if settings().celery_broker_url != IN_PROCESS:
        yield
        return
    with worker_thread():
        yield


def _spare_the_collector() -> None:
    """What the start loaded never dies: walking it again and again held webhooks up by 100 ms (measured)."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 50, 100)


def create_app() -> FastAPI:
    app = FastAPI(title="Jalon", docs_url=None, redoc_url=None, openapi_url=None, lifespan=lifespan)
    for door in (nlg.router, sante.router, metrics.router):
        app.include_router(door)
    app.router.routes.extend(twilio.routes)
    offres.open_on(app)
    if settings().dev_phone_enabled:
        telephone.open_on(app)
    return app
