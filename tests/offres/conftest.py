"""The demo catalogue, seeded on the morning of the test."""

from collections.abc import Callable
from datetime import datetime

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from assistant.demo import semer
from assistant.offres.tables import Offre


@pytest.fixture
def catalogue(session: Session, maintenant: datetime) -> Callable[[str], Offre]:
    """The demo offer whose identifier ends so."""
    semer(session, maintenant.date())

    def trouver(fin: str) -> Offre:
        return session.scalars(select(Offre).where(Offre.id == f"demo--{fin}")).one()

    return trouver
