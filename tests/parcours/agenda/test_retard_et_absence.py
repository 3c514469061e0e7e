"""« g du retard 15 min », « désolé pour hier » : passed on at once, nothing promised."""

from datetime import datetime, timedelta
from uuid import UUID

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from assistant.handoff.alertes import Alerte, GenreAlerte
from assistant.parcours.agenda.absence import derniere_absence, expliquer_absence
from assistant.parcours.agenda.retard import retard_signale
from assistant.parcours.rendez_vous import GenreSignalement, Signalement
from tests.parcours.agenda.conftest import Personne, lu, prochain


@pytest.mark.parametrize(
    ("texte", "dit"),
    [
        ("g du retard 15 min", "votre retard (15 min). Venez malgré tout, MDS Bastide."),
        ("jarrive ds 1h", "votre retard (1h)."),
        ("je suis en retard", "votre retard. Venez malgré tout"),
    ],
)
def test_a_delay_is_told_with_its_minutes(
    demo: Session,
    personne: Personne,
    conversation_id: UUID,
    tour_id: UUID,
    maintenant: datetime,
    texte: str,
    dit: str,
) -> None:
    amina = personne("Amina")
    au_moment = prochain(demo, amina, maintenant).rendez_vous.debut + timedelta(minutes=5)
    reponse = retard_signale(demo, amina, texte, conversation_id, tour_id, au_moment)
    assert dit in lu(reponse)
    assert demo.scalars(select(Alerte.genre)).one() is GenreAlerte.RETARD
    assert demo.scalars(select(Signalement.texte)).one() == texte


def test_late_for_a_call_one_keeps_the_telephone_near(
    demo: Session, personne: Personne, conversation_id: UUID, tour_id: UUID, maintenant: datetime
) -> None:
    jean_marc = personne("Jean-Marc")
    juste_avant = prochain(demo, jean_marc, maintenant).rendez_vous.debut - timedelta(minutes=5)
    reponse = retard_signale(demo, jean_marc, "retard", conversation_id, tour_id, juste_avant)
    assert "Gardez votre téléphone" in lu(reponse)


@pytest.mark.parametrize(
    ("prenom", "dit"),
    [
        ("Fatou", "Je ne vois pas de rendez-vous aujourd'hui"),
        ("Kevin", "Je ne vois pas de rendez-vous aujourd'hui"),  # he missed one three days ago
        ("Amina", "Le prochain est jeudi 26 novembre à 10h"),
    ],
)
def test_late_for_nothing_today_is_said_and_nobody_is_alerted(
    demo: Session,
    personne: Personne,
    conversation_id: UUID,
    tour_id: UUID,
    maintenant: datetime,
    prenom: str,
    dit: str,
) -> None:
    texte = "jsuis en retard la"
    assert dit in lu(retard_signale(demo, personne(prenom), texte, conversation_id, tour_id, maintenant))
    assert demo.scalars(select(Alerte.genre)).all() == []


@pytest.mark.parametrize(
    "texte", ["jeudi j'aurai 15 min de retard", "je serai en retard", "retard de 1h jeudi"]
)
def test_a_delay_foreseen_is_passed_on(
    demo: Session,
    personne: Personne,
    conversation_id: UUID,
    tour_id: UUID,
    maintenant: datetime,
    texte: str,
) -> None:
    retard_signale(demo, personne("Amina"), texte, conversation_id, tour_id, maintenant)
    assert demo.scalars(select(Alerte.genre)).one() is GenreAlerte.RETARD


def test_kevin_explains_the_rendez_vous_he_missed(
    demo: Session, personne: Personne, conversation_id: UUID, tour_id: UUID, maintenant: datetime
) -> None:
    kevin = personne("Kevin")
    mots = "desole javais pas le bus"
    for _ in range(2):  # the same turn, taken up again
        manque = expliquer_absence(demo, kevin, mots, conversation_id, tour_id, maintenant)
    assert manque is not None
    assert manque.rendez_vous.debut < maintenant
    signalement = demo.scalars(select(Signalement)).one()
    assert (signalement.genre, signalement.texte, signalement.recu_le) == (
        GenreSignalement.ABSENCE_EXPLIQUEE,
        mots,
        maintenant,
    )
    assert demo.scalar(select(func.count()).select_from(Alerte)) == 1


def test_amina_missed_nothing(demo: Session, personne: Personne, maintenant: datetime) -> None:
    assert derniere_absence(demo, personne("Amina").id, maintenant) is None
