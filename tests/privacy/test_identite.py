"""Three levels: unknown, known by the number, checked by the birth date. Three wrong dates lock."""

from datetime import date, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from assistant.conversation.outbox import conversation_avec
from assistant.conversation.tables import Conversation
from assistant.handoff.alertes import Alerte, GenreAlerte
from assistant.parcours.allocataires import Allocataire, EtatTelephone, Telephone
from assistant.privacy.identite import (
    Identite,
    Issue,
    Niveau,
    est_verrouille,
    identifier,
    verifier_naissance,
)

NAISSANCE_D_AMINA = date(1991, 4, 12)
UNE_AUTRE = date(1990, 1, 1)


def conversation(session: Session, numero: str) -> UUID:
    return conversation_avec(session, numero)


@pytest.fixture
def avec_amina(demo: Session) -> UUID:
    return conversation(demo, "+33639980001")


@pytest.fixture
def amina(demo: Session) -> Allocataire:
    return demo.scalars(select(Allocataire).where(Allocataire.prenom == "Amina")).one()


def essayer(
    session: Session, ou: UUID, qui: Allocataire, jour: date | None, quand: datetime, tour: UUID | None = None
) -> tuple[Issue, int]:
    verification = verifier_naissance(session, ou, qui, jour, tour or uuid4(), quand)
    return verification.issue, verification.essais_restants


def test_a_known_number_is_known_and_no_more(demo: Session, avec_amina: UUID, maintenant: datetime) -> None:
    identite = identifier(demo, avec_amina, maintenant)
    assert identite.niveau is Niveau.CONNU
    assert identite.allocataire is not None
    assert identite.allocataire.prenom == "Amina"


@pytest.mark.parametrize("numero", ["+33639980099", "+33536490001"])
def test_a_number_of_nobody_we_follow_is_nobody(demo: Session, maintenant: datetime, numero: str) -> None:
    assert identifier(demo, conversation(demo, numero), maintenant) == Identite(Niveau.INCONNU, None)


def test_a_conversation_that_does_not_exist_is_nobody(demo: Session, maintenant: datetime) -> None:
    assert identifier(demo, uuid4(), maintenant).niveau is Niveau.INCONNU


def test_a_disowned_number_is_nobody(demo: Session, avec_amina: UUID, maintenant: datetime) -> None:
    demo.get_one(Telephone, "+33639980001").etat = EtatTelephone.DESAVOUE
    demo.flush()
    assert identifier(demo, avec_amina, maintenant).niveau is Niveau.INCONNU


def test_a_shared_number_is_the_person_chosen_while_the_choice_holds(
    demo: Session, maintenant: datetime
) -> None:
    partage = conversation(demo, "+33639980006")
    assert identifier(demo, partage, maintenant).niveau is Niveau.INCONNU
    nadia = demo.scalars(select(Allocataire).where(Allocataire.prenom == "Nadia")).one()
    choix = demo.get_one(Conversation, partage)
    choix.allocataire_choisi_id, choix.choisi_jusqu_a = nadia.id, maintenant + timedelta(minutes=30)
    assert identifier(demo, partage, maintenant).allocataire is nadia
    assert identifier(demo, partage, maintenant + timedelta(minutes=31)).niveau is Niveau.INCONNU


def test_the_right_date_opens_for_half_an_hour(
    demo: Session, avec_amina: UUID, amina: Allocataire, maintenant: datetime
) -> None:
    assert essayer(demo, avec_amina, amina, NAISSANCE_D_AMINA, maintenant) == (Issue.REUSSIE, 3)
    assert identifier(demo, avec_amina, maintenant + timedelta(minutes=29)).niveau is Niveau.VERIFIE
    assert identifier(demo, avec_amina, maintenant + timedelta(minutes=31)).niveau is Niveau.CONNU


def test_the_right_date_forgives_the_wrong_ones_before(
    demo: Session, avec_amina: UUID, amina: Allocataire, maintenant: datetime
) -> None:
    essayer(demo, avec_amina, amina, UNE_AUTRE, maintenant)
    essayer(demo, avec_amina, amina, UNE_AUTRE, maintenant)
    essayer(demo, avec_amina, amina, NAISSANCE_D_AMINA, maintenant)
    assert essayer(demo, avec_amina, amina, UNE_AUTRE, maintenant) == (Issue.ERREUR, 2)


def test_three_wrong_dates_lock_even_the_right_one_and_tell_the_referent(
    demo: Session, avec_amina: UUID, amina: Allocataire, maintenant: datetime
) -> None:
    issues = [essayer(demo, avec_amina, amina, UNE_AUTRE, maintenant) for _ in range(3)]
    assert issues == [(Issue.ERREUR, 2), (Issue.ERREUR, 1), (Issue.VERROUILLEE, 0)]
    demain = maintenant + timedelta(days=1)
    assert essayer(demo, avec_amina, amina, NAISSANCE_D_AMINA, demain) == (Issue.VERROUILLEE, 0)
    assert est_verrouille(demo, avec_amina, amina)
    assert identifier(demo, avec_amina, demain).niveau is Niveau.CONNU
    assert demo.scalars(select(Alerte.genre)).all() == [GenreAlerte.IDENTITE_VERROUILLEE]


def test_locking_one_person_of_a_shared_number_leaves_the_other_free(
    demo: Session, maintenant: datetime
) -> None:
    partage = conversation(demo, "+33639980006")
    nadia, youssef = (
        demo.scalars(select(Allocataire).where(Allocataire.prenom == prenom)).one()
        for prenom in ("Nadia", "Youssef")
    )
    for _ in range(3):
        essayer(demo, partage, nadia, UNE_AUTRE, maintenant)
    assert not est_verrouille(demo, partage, youssef)
    assert essayer(demo, partage, youssef, date(1979, 3, 3), maintenant)[0] is Issue.REUSSIE


@pytest.mark.parametrize(
    ("jour", "issue"), [(UNE_AUTRE, (Issue.ERREUR, 2)), (NAISSANCE_D_AMINA, (Issue.REUSSIE, 3))]
)
def test_the_same_turn_taken_up_again_counts_one_try(
    demo: Session,
    avec_amina: UUID,
    amina: Allocataire,
    maintenant: datetime,
    jour: date,
    issue: tuple[Issue, int],
) -> None:
    tour = uuid4()
    essais = [essayer(demo, avec_amina, amina, jour, maintenant, tour) for _ in range(3)]
    assert essais == [issue] * 3
    assert demo.scalar(select(func.count()).select_from(Alerte)) == 0
