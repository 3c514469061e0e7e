"""The demo people by first name, a conversation of theirs, and answers as they will be read."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from assistant.content.rendering import render
from assistant.content.reponse import Reponse
from assistant.conversation.outbox import conversation_avec
from assistant.parcours.allocataires import Allocataire
from assistant.parcours.rendez_vous import Participation, participations_a_venir
from assistant.sms_text.gsm7 import segments

Personne = Callable[[str], Allocataire]


@pytest.fixture
def personne(demo: Session) -> Personne:
    def par_prenom(prenom: str) -> Allocataire:
        return demo.scalars(select(Allocataire).where(Allocataire.prenom == prenom)).one()

    return par_prenom


@pytest.fixture
def conversation_id(demo: Session) -> UUID:
    return conversation_avec(demo, "+33639980001")


@pytest.fixture
def tour_id() -> UUID:
    return uuid4()


def lu(reponse: Reponse) -> str:
    texte = render(reponse.cle, reponse.valeurs)
    assert segments(texte) == 1
    return texte


def prochain(session: Session, qui: Allocataire, maintenant: datetime) -> Participation:
    return participations_a_venir(session, qui.id, maintenant)[0]
