"""Moving: allowed, too late, a group at a fixed date, or nothing free."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from assistant.handoff.alertes import Alerte, GenreAlerte
from assistant.parcours.agenda.deplacement import obstacle, transmettre
from assistant.parcours.rendez_vous import (
    GenreSignalement,
    Signalement,
    Statut,
    participations_a_venir,
)
from tests.parcours.agenda.conftest import Personne, lu, prochain


def test_two_days_ahead_it_can_be_moved(demo: Session, personne: Personne, maintenant: datetime) -> None:
    assert obstacle(prochain(demo, personne("Amina"), maintenant), maintenant) is None


def test_the_day_before_only_the_referent_moves_it(
    demo: Session, personne: Personne, maintenant: datetime
) -> None:
    participation = prochain(demo, personne("Amina"), maintenant)
    la_veille = participation.rendez_vous.debut - timedelta(hours=23)
    assert obstacle(participation, la_veille) == "deplacement_trop_tard"


def test_what_was_taken_by_mistake_a_moment_ago_can_be_moved_however_near(
    demo: Session, personne: Personne, maintenant: datetime
) -> None:
    participation = prochain(demo, personne("Amina"), maintenant)
    participation.prise_le = participation.rendez_vous.debut - timedelta(hours=20)
    assert obstacle(participation, participation.prise_le + timedelta(minutes=2)) is None
    assert obstacle(participation, participation.prise_le + timedelta(hours=2)) == "deplacement_trop_tard"


def test_a_group_has_a_fixed_date(demo: Session, personne: Personne, maintenant: datetime) -> None:
    atelier = participations_a_venir(demo, personne("Maria").id, maintenant)[1]
    assert obstacle(atelier, maintenant) == "deplacement_collectif"


def test_the_wish_reaches_the_referent_and_the_rendez_vous_stays(
    demo: Session, personne: Personne, conversation_id: UUID, tour_id: UUID, maintenant: datetime
) -> None:
    amina = personne("Amina")
    concerne = prochain(demo, amina, maintenant)
    mots = "on peut decaler a jeudi ?"
    reponse = transmettre(
        demo, amina, concerne, "deplacement_trop_tard", mots, conversation_id, tour_id, maintenant
    )
    assert "transmis votre demande à Claire Dubois" in lu(reponse)
    assert "jeudi 26 novembre à 10h" in lu(reponse)
    assert concerne.statut is Statut.UNKNOWN
    assert demo.scalars(select(Alerte.genre)).one() is GenreAlerte.DEPLACEMENT
    signalement = demo.scalars(select(Signalement)).one()
    assert (signalement.genre, signalement.texte) == (GenreSignalement.DEPLACEMENT_DEMANDE, mots)


def test_no_slot_at_all_for_somebody_without_rendez_vous_is_passed_on(
    demo: Session, personne: Personne, conversation_id: UUID, tour_id: UUID, maintenant: datetime
) -> None:
    reponse = transmettre(
        demo, personne("Fatou"), None, "demande_sans_creneau", "un rdv", conversation_id, tour_id, maintenant
    )
    assert "Claire Dubois" in lu(reponse)
    assert demo.scalars(select(Alerte.genre)).one() is GenreAlerte.RENDEZ_VOUS_DEMANDE
