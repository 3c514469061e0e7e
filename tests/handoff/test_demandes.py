"""« je veux parler à quelqu'un » : who is told, once, and what the person hears of when."""

from datetime import datetime, timedelta
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from assistant.clock import PARIS
from assistant.content.rendering import render
from assistant.content.reponse import Reponse
from assistant.conversation.outbox import conversation_avec
from assistant.conversation.tables import Conversation, MessageSortant
from assistant.handoff.alertes import Alerte, GenreAlerte
from assistant.handoff.demandes import demander_un_humain
from assistant.parcours.allocataires import Allocataire


@pytest.fixture
def avec_amina(demo: Session) -> UUID:
    return conversation_avec(demo, "+33639980001")


def personne(session: Session, prenom: str) -> Allocataire:
    return session.scalars(select(Allocataire).where(Allocataire.prenom == prenom)).one()


def demander(
    session: Session,
    ou: UUID,
    prenom: str | None,
    quand: datetime,
    genre: GenreAlerte = GenreAlerte.PARLER,
) -> str:
    qui = personne(session, prenom) if prenom else None
    reponse: Reponse = demander_un_humain(session, genre, ou, qui, uuid4(), quand)
    return render(reponse.cle, reponse.valeurs)


@pytest.mark.parametrize(
    ("quand", "dit"),
    [
        (datetime(2026, 11, 24, 9, 30, tzinfo=PARIS), "dans la journée"),
        (datetime(2026, 11, 24, 12, 30, tzinfo=PARIS), "aujourd'hui dès 13h30"),
        (datetime(2026, 11, 24, 19, 0, tzinfo=PARIS), "demain dès 9h"),
        (datetime(2026, 11, 28, 10, 0, tzinfo=PARIS), "lundi 30 novembre dès 9h"),
        (datetime(2026, 12, 24, 18, 0, tzinfo=PARIS), "lundi 28 décembre dès 9h"),  # after Christmas
    ],
)
def test_the_person_hears_when_claire_is_next_at_work(
    demo: Session, avec_amina: UUID, quand: datetime, dit: str
) -> None:
    texte = demander(demo, avec_amina, "Amina", quand)
    assert texte == f"C'est transmis à Claire Dubois, qui peut vous répondre {dit}."


def test_claire_gets_an_alert_and_an_sms_that_names_nobody(
    demo: Session, avec_amina: UUID, maintenant: datetime
) -> None:
    demander(demo, avec_amina, "Amina", maintenant)
    alerte = demo.scalars(select(Alerte)).one()
    assert alerte.genre is GenreAlerte.PARLER
    sms = demo.scalars(
        select(MessageSortant.corps)
        .join(Conversation, MessageSortant.conversation_id == Conversation.id)
        .where(Conversation.adresse == "+33536490001")
    ).one()
    assert str(alerte.id) in sms
    assert "Amina" not in sms
    assert "Benali" not in sms


def test_asking_again_the_same_day_alerts_nobody_twice(
    demo: Session, avec_amina: UUID, maintenant: datetime
) -> None:
    demander(demo, avec_amina, "Amina", maintenant)
    texte = demander(demo, avec_amina, "Amina", maintenant + timedelta(hours=2))
    assert texte.startswith("Votre demande est déjà transmise à Claire Dubois")
    assert len(demo.scalars(select(Alerte)).all()) == 1


def test_the_next_day_is_another_request(demo: Session, avec_amina: UUID, maintenant: datetime) -> None:
    demander(demo, avec_amina, "Amina", maintenant)
    assert demander(demo, avec_amina, "Amina", maintenant + timedelta(days=1)).startswith("C'est transmis")
    assert len(demo.scalars(select(Alerte)).all()) == 2


def test_once_the_referent_took_it_asking_again_is_another_request(
    demo: Session, avec_amina: UUID, maintenant: datetime
) -> None:
    demander(demo, avec_amina, "Amina", maintenant)
    demo.scalars(select(Alerte)).one().prise_le = maintenant + timedelta(minutes=5)
    plus_tard = maintenant + timedelta(hours=1)
    assert demander(demo, avec_amina, "Amina", plus_tard).startswith("C'est transmis")


def test_the_same_turn_taken_up_again_says_the_same(
    demo: Session, avec_amina: UUID, maintenant: datetime
) -> None:
    tour, amina = uuid4(), personne(demo, "Amina")
    reponses = [
        demander_un_humain(demo, GenreAlerte.PARLER, avec_amina, amina, tour, maintenant + retard)
        for retard in (timedelta(0), timedelta(seconds=30))
    ]
    assert reponses[0] == reponses[1]
    assert len(demo.scalars(select(Alerte)).all()) == 1


def test_while_sophie_is_away_her_stand_in_is_told(demo: Session, maintenant: datetime) -> None:
    texte = demander(demo, conversation_avec(demo, "+33639980005"), "Maria", maintenant)
    assert texte.startswith("Sophie Martin n'est pas là en ce moment. C'est transmis à Claire Dubois")


def test_an_unknown_number_is_told_whom_to_call_and_staff_see_it_asked(
    demo: Session, maintenant: datetime
) -> None:
    texte = demander(demo, conversation_avec(demo, "+33639980099"), None, maintenant)
    assert "appelez votre MDS" in texte
    assert demo.scalars(select(Alerte.referent_id)).all() == [None]


@pytest.mark.parametrize("genre", [GenreAlerte.CHANGER_REFERENT, GenreAlerte.INCOMPRIS])
def test_the_other_requests_have_their_words_in_every_situation(
    demo: Session, maintenant: datetime, genre: GenreAlerte
) -> None:
    for numero, prenom in (("1", "Amina"), ("5", "Maria"), ("1", "Amina"), ("9", None)):
        ou = conversation_avec(demo, f"+3363998000{numero}")
        assert demander(demo, ou, prenom, maintenant, genre)
        maintenant += timedelta(minutes=1)
