"""/catalogue: the search of the dialogue for staff, who may open it, and what is amiss in the offers."""

from collections.abc import Iterator
from datetime import datetime
from html import unescape
from types import SimpleNamespace
from urllib.parse import quote

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from api import offres
from api.offres import catalogue, recherche_du_personnel
from assistant.content.rendering import render
from assistant.offres.tables import Offre
from assistant.settings import settings
from tests.monde_pret import poser

PANNE = "/catalogue?besoin=ma+voiture+est+en+panne&pres_de=Langon"


@pytest.fixture
def porte(base: Engine, maintenant: datetime, monkeypatch: pytest.MonkeyPatch) -> Iterator[TestClient]:
    monkeypatch.setattr(catalogue, "now", lambda: maintenant)
    monkeypatch.setattr(settings(), "jalon_dev_phone", True)
    with Session(base) as session, session.begin():
        poser(session)
    app = FastAPI()
    offres.open_on(app)
    with TestClient(app) as client:
        yield client


def lu(porte: TestClient, chemin: str, statut: int = 200) -> str:
    reponse = porte.get(chemin)
    assert reponse.status_code == statut, chemin
    return " ".join(unescape(reponse.text).replace("\xa0", " ").split())


def changer(base: Engine, nom: str, **champs: object) -> None:
    with Session(base) as session, session.begin():
        offre = session.get_one(Offre, f"demo--{nom}")
        for champ, valeur in champs.items():
            setattr(offre, champ, valeur)


def test_a_need_near_a_place_gives_offers_with_distance_direction_and_themes(porte: TestClient) -> None:
    page = lu(porte, PANNE)
    assert "près de Langon" in page
    assert "Garage solidaire" in page
    assert "à moins d'1 km" in page
    assert "km au nord" in page
    assert "mobilité : réparer son véhicule" in page
    assert "<svg" in page


def test_each_result_leads_to_its_page_and_to_a_link_one_can_give(porte: TestClient) -> None:
    assert 'href="/catalogue/offre?id=demo--mobilite-garage-langon"' in lu(porte, PANNE)
    page = lu(porte, "/catalogue/offre?id=demo--mobilite-garage-langon")
    assert f'href="{settings().base_url}/o/' in page
    assert "Faites réparer votre voiture" in page


def test_only_free_ones_only_ones_at_a_distance(porte: TestClient) -> None:
    assert "Garage solidaire" not in lu(porte, f"{PANNE}&gratuit=1")
    en_ligne = lu(porte, f"{PANNE}&en_ligne=1")
    assert "Garage solidaire" not in en_ligne
    assert "à distance" in lu(porte, PANNE.replace("panne", "microcredit") + "&en_ligne=1")


def test_why_an_offer_was_found_is_shown_when_the_search_says_it(
    porte: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def expliquee(session: Session, *_: object, **__: object) -> list[SimpleNamespace]:
        offre = session.get_one(Offre, "demo--mobilite-garage-langon")
        return [SimpleNamespace(offre=offre, distance_km=3.2, pourquoi=["thème mobilité", "3 km"])]

    monkeypatch.setattr(recherche_du_personnel, "chercher", expliquee)
    assert "Pourquoi : thème mobilité, 3 km" in lu(porte, PANNE)


def test_nothing_that_fits_is_said_plainly(porte: TestClient) -> None:
    assert "Aucune offre ne convient" in lu(porte, "/catalogue?besoin=zzz&pres_de=Langon")


def test_of_several_communes_with_one_postcode_another_can_be_chosen(porte: TestClient) -> None:
    page = lu(porte, "/catalogue?besoin=permis&pres_de=33210")
    assert "Plusieurs communes répondent à « 33210 »" in page
    assert "près de Toulenne" in lu(porte, "/catalogue?besoin=permis&pres_de=33210&commune=33533")


def test_a_place_nobody_knows_is_an_error_in_words(porte: TestClient) -> None:
    page = lu(porte, "/catalogue?besoin=cv&pres_de=%3Cb%3Eqqqqqqqqq", 422)
    assert "Je ne connais pas ce lieu" in page
    assert "<b>qqq" not in porte.get("/catalogue?besoin=cv&pres_de=%3Cb%3Eqqqqqqqqq").text


@pytest.mark.parametrize(
    "chemin",
    [
        "?besoin=" + "a" * 301,
        "?besoin=%00&pres_de=%00",
        "?besoin=%FF%FE&pres_de=%F0%9F%98%80",
        "?besoin=a&besoin=b&gratuit=&en_ligne=non",
        "?besoin=" + quote("' & | ! <-> :* ( \\"),
        "?commune=%00&besoin=permis&pres_de=Langon",
        "/offre",
        "/offre?id=%00",
        "/offre?id=" + "x" * 3000,
        "/a-revoir?note=%00&rang=-1",
        "/a-revoir?rang=" + "9" * 5000,
        "/a-revoir?rang=%C2%B2",
        "/a-revoir?note=inconnue&rang=abc",
    ],
)
def test_whatever_the_address_holds_a_page_answers(porte: TestClient, chemin: str) -> None:
    reponse = porte.get(f"/catalogue{chemin}")
    assert reponse.status_code in (200, 404, 422)
    assert "text/html" in reponse.headers["content-type"]


def test_what_is_amiss_with_offers_is_listed_counted_and_filtered(porte: TestClient, base: Engine) -> None:
    changer(base, "mobilite-garage-langon", thematiques=[])
    changer(base, "emploi-cv-libourne", date_maj=None)
    toutes = lu(porte, "/catalogue/a-revoir")
    assert "2 fiches" in toutes
    assert f"{render('qualite_sans_thematique')} (1)" in toutes
    filtrees = lu(porte, "/catalogue/a-revoir?note=qualite_sans_thematique")
    assert "Garage solidaire" in filtrees
    assert "Atelier CV" not in filtrees
    assert render("qualite_sans_thematique") in lu(porte, "/catalogue/offre?id=demo--mobilite-garage-langon")


def test_a_long_list_comes_in_pages(porte: TestClient, base: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("api.offres.controle.PAR_PAGE", 1)
    changer(base, "mobilite-garage-langon", thematiques=[])
    changer(base, "emploi-cv-libourne", thematiques=[])
    premiere = lu(porte, "/catalogue/a-revoir")
    assert "page 1 sur 2" in premiere
    assert "Page suivante" in premiere
    assert "Garage solidaire" in lu(porte, "/catalogue/a-revoir?rang=2")
    assert "page 2 sur 2" in lu(porte, "/catalogue/a-revoir?rang=99")


def test_a_withdrawn_offer_has_no_link_to_give_and_is_not_to_be_revised(
    porte: TestClient, base: Engine, maintenant: datetime
) -> None:
    changer(base, "mobilite-garage-langon", retiree_le=maintenant, thematiques=[])
    page = lu(porte, "/catalogue/offre?id=demo--mobilite-garage-langon")
    assert "Retirée du catalogue le mardi 24 novembre 2026" in page
    assert "/o/" not in page
    assert "Aucune fiche" in lu(porte, "/catalogue/a-revoir")


def test_an_offer_that_is_not_there_is_said_plainly(porte: TestClient) -> None:
    assert "n'est pas dans le catalogue" in lu(porte, "/catalogue/offre?id=personne", 404)


class TestAccess:
    @pytest.fixture(autouse=True)
    def no_phone(self, monkeypatch: pytest.MonkeyPatch, porte: TestClient) -> None:
        monkeypatch.setattr(settings(), "jalon_dev_phone", False)

    def test_without_phone_nor_password_there_is_no_catalogue(self, porte: TestClient) -> None:
        for chemin in ("/catalogue", "/catalogue/a-revoir", "/catalogue/offre?id=x"):
            assert porte.get(chemin, auth=("x", "")).status_code == 404

    def test_with_a_password_it_is_asked_for(
        self, porte: TestClient, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(settings(), "catalogue_password", "un mot de passe")
        refus = porte.get("/catalogue")
        assert refus.status_code == 401
        assert refus.headers["www-authenticate"].startswith("Basic")
        assert porte.get("/catalogue", auth=("moi", "un autre")).status_code == 401
        assert porte.get("/catalogue", headers={"Authorization": "Basic %%%"}).status_code == 401
        assert porte.get("/catalogue", auth=("moi", "un mot de passe")).status_code == 200
