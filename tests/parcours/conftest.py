"""The demo people, seeded on the morning of the test."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from assistant.conversation.outbox import conversation_avec
from assistant.handoff.alertes import Alerte
from assistant.parcours.allocataires import Allocataire
from assistant.parcours.contrats import Contrat
from tests.monde_pret import poser


@pytest.fixture
def personne(session: Session, maintenant: datetime) -> Callable[[str], Allocataire]:
    """The demo person of this first name."""
    poser(session)

    def trouver(prenom: str) -> Allocataire:
        return session.scalars(select(Allocataire).where(Allocataire.prenom == prenom)).one()

    return trouver


@pytest.fixture
def amina(personne: Callable[[str], Allocataire]) -> Allocataire:
    return personne("Amina")


@pytest.fixture
def contrat_d_amina(session: Session, amina: Allocataire) -> Contrat:
    return session.scalars(select(Contrat).where(Contrat.allocataire_id == amina.id)).one()


@pytest.fixture
def conversation_id(session: Session) -> UUID:
    return conversation_avec(session, "+33639980001")


@pytest.fixture
def tour_id() -> UUID:
    return uuid4()


@pytest.fixture
def alertes(session: Session) -> Callable[[], list[str]]:
    """The kinds of alert written so far, in order."""
    return lambda: [str(genre) for genre in session.scalars(select(Alerte.genre).order_by(Alerte.id))]
