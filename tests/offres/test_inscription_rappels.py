"""What the calendar does: the eve is recalled, too few people is said, and so is an offer withdrawn."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from assistant.clock import PARIS
from assistant.conversation.garde.verdict import PourLeMoteur
from assistant.handoff.alertes import Alerte, GenreAlerte
from assistant.offres.inscriptions.demande import Demandeur
from assistant.offres.tables import Offre
from tests.offres.inscriptions import attendent, demandeur, dit, etats, part, prend, recus, repond, veiller

Catalogue = Callable[[str], Offre]
AMINA, KEVIN = "+33639980001", "+33639980004"


class TestTheEve:
    def test_the_day_before_is_recalled_once(
        self, session: Session, atelier: Offre, amina: Demandeur
    ) -> None:
        jeudi = datetime(2026, 12, 3, 9, tzinfo=PARIS)
        veiller(session, jeudi - timedelta(hours=1))
        assert recus(session, AMINA) == []
        veiller(session, jeudi)
        veiller(session, jeudi + timedelta(hours=1))
        (sms,) = recus(session, AMINA)
        assert "rappel : Atelier CV et lettre, demain à 9h30" in sms
        assert "DESINSCRIRE" in sms

    def test_a_monday_is_recalled_on_saturday(
        self, session: Session, atelier: Offre, amina: Demandeur
    ) -> None:
        atelier.debut = datetime(2026, 12, 7, 9, tzinfo=PARIS)
        session.flush()
        veiller(session, datetime(2026, 12, 5, 10, tzinfo=PARIS))
        assert "lundi 7 décembre" in recus(session, AMINA)[0]

    def test_who_joins_on_the_eve_is_not_reminded_of_what_they_just_read(
        self, session: Session, atelier: Offre
    ) -> None:
        veille = datetime(2026, 12, 3, 9, 30, tzinfo=PARIS)
        prend(session, atelier, demandeur(session, "Amina", veille))
        veiller(session, veille + timedelta(hours=1))
        assert recus(session, AMINA) == []

    @pytest.mark.parametrize("texte", ["je peux pas venir", "non", "dsl je serai pas la", "annuler"])
    def test_an_excuse_right_after_it_is_about_this_and_not_about_a_rendez_vous(
        self, session: Session, atelier: Offre, amina: Demandeur, texte: str
    ) -> None:
        jeudi = datetime(2026, 12, 3, 9, 30, tzinfo=PARIS)
        veiller(session, jeudi)
        assert repond(session, "Amina", texte, jeudi) == PourLeMoteur("Je veux me désinscrire")

    @pytest.mark.parametrize("texte", ["ok", "je serai la", "oui je viens merci"])
    def test_a_yes_right_after_it_is_heard(
        self, session: Session, atelier: Offre, amina: Demandeur, texte: str
    ) -> None:
        jeudi = datetime(2026, 12, 3, 9, 30, tzinfo=PARIS)
        veiller(session, jeudi)
        assert "noté : Atelier CV et lettre" in dit(repond(session, "Amina", texte, jeudi))[0]

    def test_who_left_is_not_reminded(self, session: Session, atelier: Offre, amina: Demandeur) -> None:
        part(session, amina)
        veiller(session, datetime(2026, 12, 3, 10, tzinfo=PARIS))
        assert recus(session, AMINA) == []


class TestTooFewPeople:
    @pytest.fixture
    def metier(self, session: Session, catalogue: Catalogue, maintenant: datetime) -> Offre:
        """Six are needed, four came by other ways, Amina joins."""
        offre = catalogue("emploi-metier-lormont")
        prend(session, offre, demandeur(session, "Amina", maintenant))
        return offre

    def minimum(self, session: Session) -> int:
        return len(session.scalars(select(Alerte).where(Alerte.genre == GenreAlerte.MINIMUM)).all())

    def test_some_days_before_the_person_and_the_referent_are_told_once(
        self, session: Session, metier: Offre
    ) -> None:
        assert metier.debut is not None
        veiller(session, metier.debut - timedelta(days=4))
        assert self.minimum(session) == 0
        for heures in (0, 1):
            veiller(session, metier.debut - timedelta(days=3) + timedelta(hours=heures))
        (sms,) = recus(session, AMINA)
        assert "il manque des inscrits : Trouver un métier qui me va" in sms
        assert "Appelez avant" in sms
        assert self.minimum(session) == 1

    def test_as_soon_as_registration_is_over(
        self, session: Session, metier: Offre, maintenant: datetime
    ) -> None:
        metier.fin_inscription = maintenant + timedelta(hours=1)
        session.flush()
        veiller(session, maintenant + timedelta(hours=2))
        assert self.minimum(session) == 1

    def test_the_eve_says_to_call_first(self, session: Session, metier: Offre) -> None:
        assert metier.debut is not None
        veiller(session, metier.debut - timedelta(days=3))
        veiller(session, metier.debut - timedelta(days=2))  # a Saturday: Sunday is nobody's
        assert "Il manque des inscrits : appelez avant" in recus(session, AMINA)[-1]

    def test_with_enough_people_nothing_is_said(self, session: Session, metier: Offre) -> None:
        assert metier.debut is not None
        metier.places_prises = 6
        session.flush()
        veiller(session, metier.debut - timedelta(days=3))
        assert (recus(session, AMINA), self.minimum(session)) == ([], 0)


class TestWithdrawn:
    """The offer is no longer in its organiser's file."""

    @pytest.fixture(autouse=True)
    def retiree(self, session: Session, atelier: Offre, amina: Demandeur, maintenant: datetime) -> None:
        atelier.places_prises = atelier.places or 0
        session.flush()
        attendent(session, atelier, maintenant, "Kevin")
        atelier.retiree_le = maintenant

    def test_whoever_joined_or_waits_is_told_once(
        self, session: Session, atelier: Offre, maintenant: datetime
    ) -> None:
        for jour in (1, 2):
            veiller(session, maintenant + timedelta(days=jour))
        assert etats(session, atelier)["Amina"] == etats(session, atelier)["Kevin"] == "annulee"
        (pour_amina,) = recus(session, AMINA)
        assert "a retiré cette offre, c'est annulé" in pour_amina
        assert len(recus(session, KEVIN)) == 1

    def test_an_offer_that_comes_back_the_next_morning_cost_nobody_a_place(
        self, session: Session, atelier: Offre, maintenant: datetime
    ) -> None:
        veiller(session, maintenant + timedelta(hours=3))
        atelier.retiree_le = None
        veiller(session, maintenant + timedelta(days=1))
        assert etats(session, atelier) == {"Amina": "inscrite", "Kevin": "en_attente"}

    def test_when_it_begins_soon_there_is_no_waiting(
        self, session: Session, atelier: Offre, maintenant: datetime
    ) -> None:
        atelier.debut = maintenant + timedelta(days=2)
        veiller(session, maintenant)
        assert etats(session, atelier)["Amina"] == "annulee"
