"""The pages about offers in a real browser: on a small telephone, by keyboard, without JavaScript."""

from collections.abc import Iterator

import pytest
from fastapi import FastAPI
from playwright.sync_api import Browser, Page, ViewportSize, expect
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from api import offres
from assistant.clock import now
from assistant.demo import semer
from assistant.offres.liens import lien_de
from assistant.offres.tables import Offre
from assistant.settings import settings
from tests.pages.conftest import NARROW, WIDE, defects
from tests.pairs.serving import served

MONTREES = (
    "mobilite-garage-langon",
    "emploi-cv-libourne",
    "mobilite-permis-medoc",
    "langue-diplome-distance",
)


@pytest.fixture
def adresse(base: Engine, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.setattr(settings(), "jalon_dev_phone", True)
    with Session(base) as session, session.begin():
        semer(session, now().date())
        session.get_one(Offre, "demo--emploi-cv-libourne").thematiques = []
    app = FastAPI()
    offres.open_on(app)
    with served(app) as url:
        yield url


@pytest.fixture
def page(browser: Browser, adresse: str) -> Iterator[Page]:
    """Without JavaScript; fails on any request to another host and on what the console complains of."""
    page = browser.new_page(viewport=WIDE)
    problems: list[str] = []
    page.on("console", lambda said: problems.append(said.text) if said.type == "error" else None)
    page.on("request", lambda r: None if r.url.startswith(adresse) else problems.append(r.url))
    yield page
    page.close()
    assert [problem for problem in problems if "Failed to load resource" not in problem] == []


@pytest.fixture
def liens(base: Engine, adresse: str) -> dict[str, str]:
    """The page of each of these offers."""
    with Session(base) as session, session.begin():
        return {
            nom: f"{adresse}/o/{lien_de(session, f'demo--{nom}', now()).rpartition('/')[2]}"
            for nom in MONTREES
        }


@pytest.mark.parametrize("taille", [WIDE, NARROW], ids=["ordinateur", "petit telephone"])
def test_chaque_page_est_sans_defaut(
    page: Page, adresse: str, liens: dict[str, str], taille: ViewportSize
) -> None:
    page.set_viewport_size(taille)
    pages = [
        *liens.values(),
        f"{adresse}/o/bcdfghj",
        f"{adresse}/catalogue",
        f"{adresse}/catalogue?besoin=ma+voiture+est+en+panne&pres_de=Langon",
        f"{adresse}/catalogue?besoin=permis&pres_de=33210&gratuit=1",
        f"{adresse}/catalogue?besoin=cv&pres_de=qqqqqqqqqq",
        f"{adresse}/catalogue/offre?id=demo--emploi-cv-libourne",
        f"{adresse}/catalogue/a-revoir",
    ]
    for une in pages:
        page.goto(une)
        assert defects(page) == [], une


def test_le_numero_a_appeler_est_assez_grand_pour_le_pouce(page: Page, liens: dict[str, str]) -> None:
    page.set_viewport_size(NARROW)
    page.goto(liens["mobilite-garage-langon"])
    appel = page.locator(".appel")
    expect(appel).to_have_attribute("href", "tel:+33536490103")
    boite = appel.bounding_box()
    assert boite is not None
    assert boite["height"] >= 24
    assert boite["width"] >= 100


def test_la_page_tient_en_peu_d_octets(page: Page, liens: dict[str, str]) -> None:
    recus: list[int] = []
    page.on("response", lambda reponse: recus.append(len(reponse.body())))
    page.goto(liens["emploi-cv-libourne"], wait_until="networkidle")
    assert sum(recus) < 20_000


def test_sans_javascript_on_cherche_au_clavier_et_on_ouvre_une_offre(browser: Browser, adresse: str) -> None:
    contexte = browser.new_context(java_script_enabled=False)
    page = contexte.new_page()
    page.goto(f"{adresse}/catalogue")
    page.get_by_label("Le besoin, avec les mots de la personne").fill("ma voiture est en panne")
    page.keyboard.press("Tab")
    page.keyboard.type("Langon")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=2)).to_contain_text("près de Langon")
    expect(page.get_by_role("img", name="Où sont les offres autour de Langon")).to_be_visible()
    page.get_by_role("link", name="Garage solidaire").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Garage solidaire")
    contexte.close()


def test_on_filtre_les_fiches_a_revoir(page: Page, adresse: str) -> None:
    page.goto(f"{adresse}/catalogue/a-revoir")
    page.get_by_label("Ce qui ne va pas").select_option("qualite_sans_thematique")
    page.get_by_role("button", name="Filtrer").click()
    expect(page.get_by_role("listitem")).to_have_count(1)
    expect(page.get_by_role("listitem")).to_contain_text("Atelier CV et lettre")
