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
        ("g du retard 15 min", "votre retard (15 min). Venez quand meme, MDS Bastide."),
        ("jarrive ds 1h", "votre retard (1h)."),
        ("je suis en retard", "votre retard. Venez quand meme"),
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
    reponse = retard_signale(demo, personne("Jean-Marc"), "retard", conversation_id, tour_id, maintenant)
    assert "Gardez votre téléphone" in lu(reponse)


def test_late_for_nothing_is_passed_on_all_the_same(
    demo: Session, personne: Personne, conversation_id: UUID, tour_id: UUID, maintenant: datetime
) -> None:
    reponse = retard_signale(demo, personne("Fatou"), "retard", conversation_id, tour_id, maintenant)
    assert "je ne vois pas de rendez-vous" in lu(reponse)
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
