"""Every référent offers times over the coming weeks."""

from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from assistant.clock import PARIS
from assistant.demo import semer
from assistant.parcours.jours_ouvres import est_ferie
from assistant.parcours.referents import Referent
from assistant.parcours.rendez_vous import Creneau, Mode, RendezVous


def les_creneaux(session: Session, prenom: str) -> list[Creneau]:
    query = select(Creneau).join(Referent, Referent.id == Creneau.referent_id)
    return list(session.scalars(query.where(Referent.prenom == prenom).order_by(Creneau.debut)))


@pytest.mark.parametrize("prenom", ["Claire", "Thomas", "Sophie"])
def test_there_are_mornings_and_afternoons_at_the_desk_and_by_telephone(demo: Session, prenom: str) -> None:
    creneaux = les_creneaux(demo, prenom)
    heures = {creneau.debut.astimezone(PARIS).hour for creneau in creneaux}
    assert min(heures) < 12 < max(heures)
    assert {creneau.mode for creneau in creneaux} == {Mode.SUR_PLACE, Mode.TELEPHONE}


@pytest.mark.parametrize("prenom", ["Claire", "Thomas"])
def test_each_working_day_of_the_coming_fortnight_has_some(
    demo: Session, maintenant: datetime, prenom: str
) -> None:
    jours = {creneau.debut.astimezone(PARIS).date() for creneau in les_creneaux(demo, prenom)}
    prochains = [maintenant.date() + timedelta(days=n) for n in range(1, 15)]
    assert {jour for jour in prochains if jour.weekday() < 5} <= jours


def test_none_falls_on_a_weekend_a_holiday_or_an_absence(session: Session) -> None:
    semer(session, date(2026, 12, 20))
    for creneau in session.scalars(select(Creneau)):
        jour = creneau.debut.astimezone(PARIS).date()
        referent = session.get_one(Referent, creneau.referent_id)
        assert jour.weekday() < 5
        assert not est_ferie(jour)
        assert not referent.absent_le(jour)


def test_none_is_offered_while_the_referent_receives_someone(demo: Session) -> None:
    for rendez_vous in demo.scalars(select(RendezVous)):
        fin = rendez_vous.debut + timedelta(minutes=rendez_vous.duree_minutes)
        pendant = select(Creneau).where(
            Creneau.referent_id == rendez_vous.referent_id,
            Creneau.debut < fin,
            Creneau.debut > rendez_vous.debut - timedelta(minutes=45),
        )
        assert demo.scalars(pendant).all() == []
