"""The phone and the webhook it posts to, at an address of this machine, over the demo people of today."""

from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

import pytest
from fastapi import FastAPI
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from api import telephone, twilio
from assistant.clock import now
from assistant.demo import semer
from assistant.settings import settings
from tests.pairs.serving import served


@contextmanager
def telephone_servi(base: Engine, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.setattr(twilio, "reveiller_apres_reception", lambda *_: None)
    with Session(base) as session, session.begin():
        semer(session, now().date())
    app = FastAPI()
    app.router.routes.extend(twilio.routes)
    telephone.open_on(app)
    with served(app) as url:
        monkeypatch.setattr(settings(), "port", urlsplit(url).port)
        yield url
