"""/o/…: what a person reads about an offer when they touch the link in a text."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from html import unescape

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from api import offres
from api.offres import page_publique
from assistant.offres.liens import lien_de
from assistant.offres.tables import Offre
from assistant.settings import settings
from tests.monde_pret import poser

GARAGE, PLEIN, GROUPE = "mobilite-garage-langon", "emploi-cv-libourne", "famille-parents-langon"
REFERENT, DISTANCE = "mobilite-permis-medoc", "langue-diplome-distance"
Changer = Callable[..., str]


@pytest.fixture
def porte(base: Engine, maintenant: datetime, monkeypatch: pytest.MonkeyPatch) -> Iterator[TestClient]:
    monkeypatch.setattr(page_publique, "now", lambda: maintenant)
    with Session(base) as session, session.begin():
        poser(session)
    app = FastAPI()
    offres.open_on(app)
    with TestClient(app) as client:
        yield client


@pytest.fixture
def lien(base: Engine, porte: TestClient, maintenant: datetime) -> Changer:
    """The path of an offer's page, once these fields have been changed."""

    def changer(fin_de_l_id: str, donne_le: datetime = maintenant, **champs: object) -> str:
        with Session(base) as session, session.begin():
            offre = session.get_one(Offre, f"demo--{fin_de_l_id}")
            for champ, valeur in champs.items():
                cible = offre.structure if champ == "accessibilite_lieu" else offre
                setattr(cible, champ, valeur)
            return "/o/" + lien_de(session, offre.id, donne_le).rpartition("/")[2]

    return changer


def lu(porte: TestClient, chemin: str, statut: int = 200) -> str:
    reponse = porte.get(chemin)
    assert reponse.status_code == statut
    return " ".join(unescape(reponse.text).replace("\xa0", " ").split())


def test_it_says_what_where_how_much_for_whom_and_whom_to_call(porte: TestClient, lien: Changer) -> None:
    page = lu(porte, lien(GARAGE))
    for dit in ("Garage solidaire", "Faites réparer votre voiture", "33210 Langon", "12 euros de l'heure"):
        assert dit in page
    assert 'href="tel:+33' in page
    assert 'href="geo:44.' in page
    assert "personnes au RSA" in page
    assert "Page mise à jour le 2 novembre 2026" in page
    assert "INSCRIRE" not in page


def test_a_dated_offer_says_its_day_in_paris_its_places_and_how_to_join(
    porte: TestClient, lien: Changer, maintenant: datetime
) -> None:
    debut = datetime.fromisoformat("2026-12-01T13:00:00+00:00")
    page = lu(
        porte, lien(GROUPE, debut=debut, fin=debut + timedelta(hours=2), places=8, places_prises=7, minimum=3)
    )
    assert "<strong>mardi 1er décembre 2026</strong>, de 14h à 16h" in page
    assert "1 place libre sur 8" in page
    assert "au moins 3 personnes" in page
    assert "Envoyez <strong>INSCRIRE</strong> à Jalon" in page
    assert ".ics" in page


def test_the_event_can_be_put_in_a_calendar(porte: TestClient, lien: Changer) -> None:
    reponse = porte.get(f"{lien(GROUPE)}.ics")
    assert reponse.headers["content-type"] == "text/calendar; charset=utf-8"
    assert reponse.text.startswith("BEGIN:VCALENDAR")
    assert "TZID=Europe/Paris" in reponse.text


def test_no_calendar_for_an_offer_without_a_date_or_over(
    porte: TestClient, lien: Changer, maintenant: datetime
) -> None:
    lu(porte, f"{lien(GARAGE)}.ics", 404)
    lu(porte, f"{lien(GROUPE, debut=maintenant - timedelta(days=1), fin=None)}.ics", 404)
    lu(porte, "/o/bcdfghj.ics", 404)


def test_a_full_one_says_so_and_offers_the_waiting_list(porte: TestClient, lien: Changer) -> None:
    page = lu(porte, lien(PLEIN))
    assert "Complet pour le moment" in page
    assert "liste d'attente" in page


def test_what_only_the_referent_can_ask_for_gives_no_other_contact(porte: TestClient, lien: Changer) -> None:
    page = lu(porte, lien(REFERENT, courriel="accueil@exemple.fr", lien_mobilisation="https://exemple.fr/"))
    assert "Par votre référent" in page
    assert "tel:" not in page
    assert "exemple.fr" not in page


def test_an_offer_at_a_distance_sends_nobody_anywhere(porte: TestClient, lien: Changer) -> None:
    page = lu(porte, lien(DISTANCE))
    assert "Vous n'avez pas à vous déplacer" in page
    assert "geo:" not in page


def test_after_the_last_day_to_join_it_says_so(
    porte: TestClient, lien: Changer, maintenant: datetime
) -> None:
    page = lu(porte, lien(GROUPE, fin_inscription=maintenant - timedelta(hours=1)))
    assert "Les inscriptions sont closes" in page
    assert "INSCRIRE" not in page


def test_what_has_begun_takes_nobody_any_more(porte: TestClient, lien: Changer, maintenant: datetime) -> None:
    heure = timedelta(hours=1)
    page = lu(porte, lien(GROUPE, debut=maintenant - heure, fin=maintenant + heure))
    assert "Les inscriptions sont closes" in page


def test_a_past_one_says_so_and_what_to_do_next(
    porte: TestClient, lien: Changer, maintenant: datetime
) -> None:
    page = lu(porte, lien(GROUPE, debut=maintenant - timedelta(hours=3), fin=None))
    assert "Cette activité est passée" in page
    assert "Envoyez <strong>OFFRES</strong>" in page
    assert "INSCRIRE" not in page


def test_a_withdrawn_one_says_so_and_nothing_more(
    porte: TestClient, lien: Changer, maintenant: datetime
) -> None:
    page = lu(porte, lien(GARAGE, retiree_le=maintenant), 410)
    assert "n'est plus proposée" in page
    assert "OFFRES" in page
    assert "tel:" not in page


def test_an_old_link_and_a_wrong_one_say_what_to_do_next(
    porte: TestClient, lien: Changer, maintenant: datetime
) -> None:
    vieux = lien(GARAGE, donne_le=maintenant - timedelta(days=settings().offer_link_days))
    assert "Ce lien ne marche plus" in lu(porte, vieux, 410)
    for faux in ("/o/bcdfghj", "/o/%00", "/o/" + "b" * 3000, "/o/%F0%9F%98%80", "/o/é", "/o/a.ics"):
        page = lu(porte, faux, 404)
        assert "Envoyez <strong>OFFRES</strong>" in page


def test_with_a_number_of_our_own_the_word_to_send_is_a_link(
    porte: TestClient, lien: Changer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings(), "twilio_from", "+33937000000")
    assert 'href="sms:+33937000000?body=INSCRIRE"' in lu(porte, lien(GROUPE))


def test_what_a_source_writes_is_shown_and_never_obeyed(porte: TestClient, lien: Changer) -> None:
    mechant = "<script>alert(1)</script>"
    page = porte.get(
        lien(
            GARAGE,
            nom=mechant,
            description=f"{mechant}\nSuite",
            telephone="voir sur place",
            courriel='a@b.fr" onclick="x',
            lien_mobilisation="javascript:alert(1)",
            accessibilite_lieu="data:text/html,x",
            horaires_accueil=mechant,
            publics=["nouveau-public"],
            frais=None,
            frais_precisions=mechant,
            conditions_acces=mechant,
        )
    ).text
    assert "<script" not in page
    assert "javascript:" not in page
    assert 'href="data:' not in page
    assert 'onclick="' not in page
    assert "nouveau public" in page


def test_an_offer_of_which_almost_nothing_is_known_still_has_a_page(porte: TestClient, lien: Changer) -> None:
    rien = dict.fromkeys(
        ("adresse", "commune", "code_postal", "latitude", "longitude", "type", "frais", "frais_precisions")
    )
    vides = {"publics": [], "modes_accueil": [], "modes_mobilisation": [], "mobilisable_par": []}
    page = lu(porte, lien(GARAGE, description="", date_maj=None, **rien, **vides))
    assert "Adresse à demander" in page
    assert "Date de mise à jour inconnue" in page


@pytest.mark.parametrize("jour", [date(2026, 11, 24), date(2028, 2, 29)])
def test_the_accessibility_page_is_linked_when_there_is_one(
    porte: TestClient, lien: Changer, jour: date
) -> None:
    page = lu(porte, lien(GARAGE, date_maj=jour, accessibilite_lieu="https://acces.exemple.fr/lieu"))
    assert 'href="https://acces.exemple.fr/lieu"' in page


def test_it_leaves_no_trace_and_calls_nobody(porte: TestClient, lien: Changer) -> None:
    reponse = porte.get(lien(GARAGE))
    assert "set-cookie" not in reponse.headers
    assert reponse.headers["referrer-policy"] == "no-referrer"
    assert "default-src 'none'" in reponse.headers["content-security-policy"]
    assert reponse.headers["x-robots-tag"] == "noindex"
    assert "<script" not in reponse.text
    assert 'src="http' not in reponse.text
