"""What was said before: by the person in an earlier turn, by Jalon last."""

from datetime import datetime, timedelta
from uuid import UUID, uuid4

import pytest
from sqlalchemy.orm import Session

from assistant.conversation.outbox import conversation_avec, envoyer
from assistant.conversation.paroles import paroles
from assistant.conversation.redites import deja_dit, derniere_reponse
from assistant.conversation.tables import EtatTour, MessageEntrant, Tour


@pytest.fixture
def conversation_id(demo: Session) -> UUID:
    return conversation_avec(demo, "+33639980006")


def tour(
    session: Session, conversation_id: UUID, ouvert_le: datetime, *corps: str, regle: str | None = None
) -> UUID:
    ouvert = Tour(
        conversation_id=conversation_id,
        ouvert_le=ouvert_le,
        bail_jusqu_a=ouvert_le,
        etat=EtatTour.REPONDU,
        tentatives=1,
        reponses=[],
        regle=regle,
        messages=[
            MessageEntrant(conversation_id=conversation_id, sid=uuid4().hex, corps=texte, recu_le=ouvert_le)
            for texte in corps
        ],
    )
    session.add(ouvert)
    session.flush()
    return ouvert.id


def test_the_pieces_of_one_thought_are_read_together(
    demo: Session, conversation_id: UUID, maintenant: datetime
) -> None:
    dit = tour(demo, conversation_id, maintenant, "je peux pas", "venir jeudi ")
    assert paroles(demo, dit) == "je peux pas venir jeudi"


def test_after_who_writes_the_words_are_those_of_the_first_request(
    demo: Session, conversation_id: UUID, maintenant: datetime
) -> None:
    for secondes, corps in ((0, "je peux pas venir"), (10, "koi")):
        quand = maintenant + timedelta(seconds=secondes)
        tour(demo, conversation_id, quand, corps, regle="numero_partage")
    nadia = tour(demo, conversation_id, maintenant + timedelta(seconds=20), "nadia")
    ensuite = tour(demo, conversation_id, maintenant + timedelta(seconds=30), "oui")
    assert paroles(demo, nadia) == "je peux pas venir"
    assert paroles(demo, ensuite) == "oui"


def test_an_unknown_turn_said_nothing(demo: Session) -> None:
    assert paroles(demo, uuid4()) == ""


def test_a_turn_already_answered_finds_its_words_noted_or_sent(
    demo: Session, conversation_id: UUID, maintenant: datetime
) -> None:
    en_cours = tour(demo, conversation_id, maintenant, "c quand")
    demo.get_one(Tour, en_cours).reponses = ["jeudi à 10h"]
    clos = tour(demo, conversation_id, maintenant, "c ou")
    envoyer(demo, conversation_id, "rue des Platanes", maintenant, tour_id=clos)
    demo.flush()
    assert deja_dit(demo, en_cours) == ["jeudi à 10h"]
    assert deja_dit(demo, clos) == ["rue des Platanes"]
    assert deja_dit(demo, uuid4()) == []


def test_the_last_answer_is_not_the_introduction_that_followed_it(
    demo: Session, conversation_id: UUID, maintenant: datetime
) -> None:
    assert derniere_reponse(demo, conversation_id) is None
    dit = tour(demo, conversation_id, maintenant, "c quand")
    envoyer(demo, conversation_id, "jeudi à 10h", maintenant, tour_id=dit)
    envoyer(demo, conversation_id, "Ici Jalon, un robot.", maintenant, tour_id=dit, rang=1)
    demo.flush()
    assert derniere_reponse(demo, conversation_id) == "jeudi à 10h"
