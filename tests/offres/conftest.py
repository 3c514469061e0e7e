"""The demo catalogue, seeded on the morning of the test."""

from collections.abc import Callable
from datetime import datetime

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from assistant.offres.inscriptions.demande import Demandeur
from assistant.offres.tables import Offre
from tests.monde_pret import poser
from tests.offres.inscriptions import demandeur, prend


@pytest.fixture
def catalogue(session: Session, maintenant: datetime) -> Callable[[str], Offre]:
    """The demo offer whose identifier ends so."""
    poser(session)

    def trouver(fin: str) -> Offre:
        return session.scalars(select(Offre).where(Offre.id == f"demo--{fin}")).one()

    return trouver


@pytest.fixture
def atelier(session: Session, catalogue: Callable[[str], Offre]) -> Offre:
    """« Atelier CV et lettre », on Friday 4 December at 9:30, in ten days; one place is left."""
    offre = catalogue("emploi-cv-libourne")
    offre.places_prises = 7
    session.flush()
    return offre


@pytest.fixture
def amina(session: Session, atelier: Offre, maintenant: datetime) -> Demandeur:
    """She has joined the atelier of the tests beside."""
    de = demandeur(session, "Amina", maintenant)
    prend(session, atelier, de)
    return de
