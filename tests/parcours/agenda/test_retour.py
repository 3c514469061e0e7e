"""A move taken back: within a day, while its time is still free."""

from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from assistant.parcours.agenda.creneaux import creneaux_libres, reserver
from assistant.parcours.agenda.retour import Deplacement, dernier_deplacement, reprendre
from assistant.parcours.allocataires import Allocataire
from assistant.parcours.rendez_vous import Creneau, Participation, Statut, participations_a_venir
from tests.parcours.agenda.conftest import Personne, prochain


def deplacer(session: Session, qui: Allocataire, maintenant: datetime) -> Participation:
    creneau = creneaux_libres(session, qui, maintenant)[-1]
    nouveau = reserver(session, creneau.id, qui, prochain(session, qui, maintenant), maintenant)
    assert nouveau is not None
    return nouveau


def le_dernier(session: Session, qui: Allocataire, maintenant: datetime) -> Deplacement:
    trouve = dernier_deplacement(session, qui, maintenant)
    assert trouve is not None
    return trouve


def creneau_de(session: Session, participation: Participation) -> Creneau | None:
    return session.scalar(select(Creneau).where(Creneau.rendez_vous_id == participation.rendez_vous_id))


def test_one_the_service_gave_comes_back_and_the_new_one_is_freed(
    demo: Session, personne: Personne, maintenant: datetime
) -> None:
    amina = personne("Amina")
    ancien = prochain(demo, amina, maintenant)
    nouveau = deplacer(demo, amina, maintenant)
    plus_tard = maintenant + timedelta(hours=2)
    assert reprendre(demo, amina, le_dernier(demo, amina, plus_tard), plus_tard)
    assert participations_a_venir(demo, amina.id, plus_tard) == [ancien]
    assert (nouveau.statut, creneau_de(demo, nouveau)) == (Statut.EXCUSED, None)


def test_one_that_came_from_a_slot_holds_it_again(
    demo: Session, personne: Personne, maintenant: datetime
) -> None:
    amina = personne("Amina")
    premier = deplacer(demo, amina, maintenant)
    deplacer(demo, amina, maintenant)
    assert reprendre(demo, amina, le_dernier(demo, amina, maintenant), maintenant)
    assert creneau_de(demo, premier) is not None


def test_changing_ones_mind_once_more_goes_back_to_the_new_one(
    demo: Session, personne: Personne, maintenant: datetime
) -> None:
    amina = personne("Amina")
    nouveau = deplacer(demo, amina, maintenant)
    for _ in range(2):
        assert reprendre(demo, amina, le_dernier(demo, amina, maintenant), maintenant)
    assert participations_a_venir(demo, amina.id, maintenant) == [nouveau]


def test_a_slot_somebody_took_meanwhile_is_gone(
    demo: Session, personne: Personne, maintenant: datetime
) -> None:
    amina, fatou = personne("Amina"), personne("Fatou")
    premier = deplacer(demo, amina, maintenant)
    pris = creneau_de(demo, premier)
    assert pris is not None
    nouveau = deplacer(demo, amina, maintenant)
    assert reserver(demo, pris.id, fatou, None, maintenant) is not None
    assert not reprendre(demo, amina, le_dernier(demo, amina, maintenant), maintenant)
    assert participations_a_venir(demo, amina.id, maintenant) == [nouveau]


def test_a_day_later_or_when_nothing_was_moved_there_is_none(
    demo: Session, personne: Personne, maintenant: datetime
) -> None:
    amina = personne("Amina")
    assert dernier_deplacement(demo, amina, maintenant) is None
    deplacer(demo, amina, maintenant)
    assert dernier_deplacement(demo, amina, maintenant + timedelta(hours=25)) is None


def test_what_is_about_to_begin_is_not_taken_back(
    demo: Session, personne: Personne, maintenant: datetime
) -> None:
    amina = personne("Amina")
    prochain(demo, amina, maintenant).rendez_vous.debut = maintenant + timedelta(minutes=90)
    deplacer(demo, amina, maintenant)
    assert not reprendre(demo, amina, le_dernier(demo, amina, maintenant), maintenant)
