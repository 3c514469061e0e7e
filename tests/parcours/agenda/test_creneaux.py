"""Free slots: whose, when, and taken by one person only."""

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta

import pytest
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from assistant.database import transaction
from assistant.parcours.agenda.creneaux import creneaux_libres, reserver
from assistant.parcours.agenda.propositions import proposer, proposition_en_francais
from assistant.parcours.agenda.souhaits import Souhait, souhait_dit
from assistant.parcours.allocataires import Allocataire
from assistant.parcours.referents import Referent
from assistant.parcours.rendez_vous import Creneau, Participation, Statut, participations_a_venir
from tests.monde_pret import poser
from tests.parcours.agenda.conftest import Personne, lu, prochain


def souhait(texte: str, maintenant: datetime) -> Souhait:
    lu = souhait_dit(texte, maintenant)
    assert lu is not None
    return lu


def referents(creneaux: list[Creneau], session: Session) -> set[str]:
    return {session.get_one(Referent, creneau.referent_id).nom_complet for creneau in creneaux}


def test_three_slots_on_three_days_morning_and_afternoon(
    demo: Session, personne: Personne, maintenant: datetime
) -> None:
    texte = lu(proposition_en_francais(proposer(demo, personne("Fatou"), [], maintenant)))
    assert "1. mercredi 25/11 à 9h15\n2. jeudi 26/11 à 14h\n3. vendredi 27/11 à 9h15" in texte


@pytest.mark.parametrize(
    ("demande", "premier"),
    [
        ("on peut decaler a jeudi ?", "jeudi 26/11"),
        ("demain matin", "mer. 25/11 à 9h15, Bordeaux"),  # the second is a call
        ("la semaine pro", "lundi 30/11"),
        ("laprem", "à 14h"),
        ("dans deux semaines", "lundi 07/12"),
    ],
)
def test_the_slots_are_those_of_the_moment_asked(
    demo: Session, personne: Personne, maintenant: datetime, demande: str, premier: str
) -> None:
    proposition = proposer(demo, personne("Fatou"), [souhait(demande, maintenant)], maintenant)
    assert proposition.manque is None
    assert premier in lu(proposition_en_francais(proposition)).split("\n")[1]


def test_nothing_free_at_that_moment_is_said_and_the_nearest_offered(
    demo: Session, personne: Personne, maintenant: datetime
) -> None:
    proposition = proposer(demo, personne("Fatou"), [souhait("dimanche", maintenant)], maintenant)
    assert lu(proposition_en_francais(proposition)).startswith("Rien de libre à ce moment")
    assert len(proposition.creneaux) == 3


def test_while_sophie_is_away_her_stand_in_receives_maria(
    demo: Session, personne: Personne, maintenant: datetime
) -> None:
    maria = personne("Maria")
    bientot = creneaux_libres(demo, maria, maintenant)
    assert referents(bientot, demo) == {"Claire Dubois"}
    plus_tard = proposer(demo, maria, [souhait("dans 3 semaines", maintenant)], maintenant).creneaux
    assert referents(plus_tard, demo) == {"Sophie Martin"}


def test_a_slot_that_starts_too_soon_is_not_offered(
    demo: Session, personne: Personne, maintenant: datetime
) -> None:
    fatou = personne("Fatou")
    juste_avant = creneaux_libres(demo, fatou, maintenant)[0].debut - timedelta(minutes=30)
    assert all(c.debut > juste_avant + timedelta(hours=2) for c in creneaux_libres(demo, fatou, juste_avant))


def test_taking_a_slot_to_move_ends_the_old_rendez_vous(
    demo: Session, personne: Personne, maintenant: datetime
) -> None:
    amina = personne("Amina")
    ancien = prochain(demo, amina, maintenant)
    creneau = creneaux_libres(demo, amina, maintenant)[0]
    nouveau = reserver(demo, creneau.id, amina, ancien, maintenant)
    assert nouveau is not None
    assert ancien.statut is Statut.EXCUSED
    assert participations_a_venir(demo, amina.id, maintenant) == [nouveau]
    assert nouveau.rendez_vous.motif == ancien.rendez_vous.motif
    assert nouveau.rendez_vous.a_apporter == "pièce d'identité, CV"


def test_taking_the_same_slot_again_gives_the_same_rendez_vous(
    demo: Session, personne: Personne, maintenant: datetime
) -> None:
    fatou = personne("Fatou")
    creneau = creneaux_libres(demo, fatou, maintenant)[0]
    premier = reserver(demo, creneau.id, fatou, None, maintenant)
    assert premier is not None
    assert reserver(demo, creneau.id, fatou, None, maintenant) is premier


def test_a_slot_already_taken_leaves_the_old_rendez_vous_as_it_was(
    demo: Session, personne: Personne, maintenant: datetime
) -> None:
    amina, fatou = personne("Amina"), personne("Fatou")
    creneau = creneaux_libres(demo, fatou, maintenant)[0]
    reserver(demo, creneau.id, fatou, None, maintenant)
    ancien = prochain(demo, amina, maintenant)
    assert reserver(demo, creneau.id, amina, ancien, maintenant) is None
    assert ancien.statut is Statut.UNKNOWN


def test_two_people_answering_at_once_do_not_share_a_slot(base: Engine, maintenant: datetime) -> None:
    with transaction() as session:
        poser(session)
    with transaction() as session:
        qui = session.scalars(select(Allocataire).where(Allocataire.prenom.in_(("Amina", "Fatou")))).all()
        creneau_id = creneaux_libres(session, qui[0], maintenant)[0].id
        ids = [personne.id for personne in qui]

    def prendre(allocataire_id: int) -> bool:
        with transaction() as session:
            personne = session.get_one(Allocataire, allocataire_id)
            return reserver(session, creneau_id, personne, None, maintenant) is not None

    with ThreadPoolExecutor(4) as pool:
        prises = list(pool.map(prendre, ids * 4))
    with transaction() as session:
        creneau = session.get_one(Creneau, creneau_id)
        tenants = session.scalars(
            select(Participation.allocataire_id).where(Participation.rendez_vous_id == creneau.rendez_vous_id)
        ).all()
    assert len(tenants) == 1
    assert sum(prises) == 4  # the same person, each time she asks; the other never
