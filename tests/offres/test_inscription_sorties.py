"""What leaves: the calendar file, the organiser's list; and what is forgotten, handed over or reset."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from icalendar import Calendar
from sqlalchemy import Engine, func, select
from sqlalchemy.orm import Session
from typer.testing import CliRunner

from api.cli.main import app
from assistant.clock import PARIS
from assistant.database import transaction
from assistant.demo import remettre
from assistant.offres.inscriptions.agenda_ics import agenda_ics
from assistant.offres.inscriptions.demande import Accord, Demandeur
from assistant.offres.inscriptions.liste import liste
from assistant.offres.inscriptions.tables import Inscription, Prescription
from assistant.offres.tables import Offre
from assistant.privacy.effacement import effacer_numero
from assistant.privacy.exportation import exporter_numero
from tests.monde_pret import poser
from tests.offres.inscriptions import demandeur, etats, inconnus, prend

Catalogue = Callable[[str], Offre]
AMINA = "+33639980001"


@pytest.fixture
def atelier(catalogue: Catalogue) -> Offre:
    return catalogue("emploi-cv-bordeaux")


class TestTheCalendarFile:
    def test_it_holds_the_day_hour_and_place_in_paris(self, atelier: Offre, maintenant: datetime) -> None:
        atelier.fin = datetime(2026, 12, 1, 16, 30, tzinfo=PARIS)
        texte = agenda_ics(atelier, maintenant, "https://jalon.example/o/bcdfghj")
        (evenement,) = Calendar.from_ical(texte).walk("VEVENT")
        assert evenement.decoded("dtstart") == datetime(2026, 12, 1, 14, tzinfo=PARIS)
        assert evenement.decoded("dtend") == atelier.fin
        assert "DTSTART;TZID=Europe/Paris:20261201T140000" in texte
        assert "BEGIN:VTIMEZONE" in texte
        assert "Bordeaux" in str(evenement["location"])
        assert str(evenement["url"]).endswith("/o/bcdfghj")

    def test_the_same_file_again_moves_the_event(self, atelier: Offre, maintenant: datetime) -> None:
        premier, second = (
            Calendar.from_ical(agenda_ics(atelier, quand)).walk("VEVENT")[0]["uid"]
            for quand in (maintenant, maintenant + timedelta(days=1))
        )
        assert premier == second

    def test_it_says_nothing_of_anybody(self, atelier: Offre, amina: Demandeur) -> None:
        texte = agenda_ics(atelier, amina.maintenant)
        assert not any(mot in texte for mot in ("Amina", "Benali", "ATTENDEE", "ORGANIZER"))

    def test_an_offer_without_a_date_has_none(self, catalogue: Catalogue, maintenant: datetime) -> None:
        with pytest.raises(ValueError, match="date"):
            agenda_ics(catalogue("mobilite-garage-langon"), maintenant)


class TestWhoComes:
    def test_first_names_and_whom_to_call_and_nothing_else(
        self, session: Session, atelier: Offre, amina: Demandeur
    ) -> None:
        trouvee = liste(session, atelier.id, amina.maintenant)
        assert trouvee is not None
        assert trouvee.prises == 6
        (participant,) = trouvee.participants
        assert vars(participant) == {
            "prenom": "Amina",
            "referent": "Claire Dubois",
            "telephone_referent": "05 36 49 00 01",
        }

    def test_the_command_prints_it(self, base: Engine, maintenant: datetime) -> None:
        with transaction() as session:
            poser(session)
            offre = session.get_one(Offre, "demo--emploi-cv-bordeaux")
            prend(session, offre, demandeur(session, "Amina", maintenant))
        dite = CliRunner().invoke(app, ["participants", "demo--emploi-cv-bordeaux"]).stdout
        assert "6 sur 8 places prises, dont 1 par Jalon" in dite
        assert "Amina" in dite
        assert "Benali" not in dite
        assert "39 98 00" not in dite
        assert CliRunner().invoke(app, ["participants", "demo--rien"]).exit_code == 1


class TestForgettingAndHandingOver:
    def test_erasing_a_number_ends_its_sign_ups_and_frees_the_place(
        self, session: Session, atelier: Offre, amina: Demandeur, catalogue: Catalogue
    ) -> None:
        atelier.places_prises = 8
        session.flush()
        prend(session, atelier, demandeur(session, "Kevin", amina.maintenant), Accord.ATTENTE)
        prend(session, catalogue("emploi-chantier-bazas"), amina, Accord.PRESCRIPTION)
        effacer_numero(session, AMINA, amina.maintenant)
        assert etats(session, atelier) == {"Kevin": "proposee"}
        assert session.scalar(select(func.count(Prescription.id))) == 0

    def test_the_right_of_access_covers_them(
        self, session: Session, amina: Demandeur, catalogue: Catalogue
    ) -> None:
        prend(session, catalogue("emploi-chantier-bazas"), amina, Accord.PRESCRIPTION)
        dossier = exporter_numero(session, AMINA)
        assert dossier is not None
        assert [row["etat"] for row in dossier["inscriptions"]] == ["inscrite"]
        assert [row["etat"] for row in dossier["prescriptions"]] == ["en_cours"]

    def test_a_demo_reset_clears_those_of_the_demo_people_only(
        self, session: Session, atelier: Offre, amina: Demandeur
    ) -> None:
        (autre, *_) = inconnus(session, 1)
        prend(session, atelier, demandeur(session, autre.prenom, amina.maintenant))
        remettre(session, amina.maintenant.date())
        session.refresh(atelier)
        assert etats(session, atelier) == {autre.prenom: "inscrite"}
        assert atelier.places_prises == 6
        assert session.scalar(select(func.count(Inscription.id))) == 1
