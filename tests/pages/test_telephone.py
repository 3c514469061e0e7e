"""The development phone in a real browser: live, by keyboard, without JavaScript, for everyone."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from assistant.clock import now
from assistant.conversation.tables import EtatEnvoi
from assistant.settings import settings
from tests.api.telephone.echanges import AMINA, KEVIN, LUCAS, dire, echange, ouvrir_tour
from tests.api.telephone.telephone_servi import telephone_servi
from tests.pages.conftest import NARROW, WIDE, defects

PLACE = "element => element.getBoundingClientRect().top"  # pixels


@pytest.fixture
def adresse(base: Engine, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    with telephone_servi(base, monkeypatch) as url:
        yield f"{url}/telephone"


@pytest.fixture
def page(browser: Browser, adresse: str) -> Iterator[Page]:
    """Fails on anything the console complains of and on any request to another host."""
    page = browser.new_page(viewport=WIDE)
    problems: list[str] = []
    page.on("console", lambda said: problems.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("request", lambda r: None if r.url.startswith(adresse) else problems.append(r.url))
    yield page
    page.close()
    assert [problem for problem in problems if "Failed to load resource" not in problem] == []


@pytest.fixture
def recit(base: Engine) -> Iterator[Session]:
    with Session(base, expire_on_commit=False) as session:
        yield session


@pytest.fixture
def histoire(recit: Session) -> Session:
    """A long thread at Amina's, a silence at Lucas's, a wait at Kevin's."""
    le = now() - timedelta(minutes=30)
    for rang in range(12):
        dits, reponses = [f"question {rang}"], [f"Réponse {rang}, assez longue pour tenir sur deux lignes."]
        etat = EtatEnvoi.NON_LIVRE if rang == 10 else EtatEnvoi.LIVRE
        quand = le + timedelta(minutes=rang)
        echange(recit, AMINA, dits, reponses, quand, etat=etat, intent="consulter_rdv", confiance=0.9)
    echange(recit, LUCAS, ["slt"], [], le, regle="oppose")
    ouvrir_tour(recit, KEVIN, ["slt"], le)
    recit.commit()
    return recit


@pytest.mark.parametrize("taille", [WIDE, NARROW], ids=["ordinateur", "petit telephone"])
def test_chaque_page_est_sans_defaut(
    page: Page, adresse: str, histoire: Session, taille: ViewportSize
) -> None:
    page.set_viewport_size(taille)
    for chemin in ("", f"/{AMINA}", f"/{KEVIN}", f"/{LUCAS}", f"/{AMINA}?avis=echec_prepare", "?numero=12"):
        page.goto(adresse + chemin)
        for summary in page.locator("summary").all()[-2:]:
            summary.click()
        assert defects(page) == [], chemin


def test_on_choisit_une_personne_puis_on_ecrit_au_clavier(page: Page, adresse: str) -> None:
    page.goto(adresse)
    page.get_by_role("link", name="Fatou").press("Enter")
    page.get_by_label("Message de Fatou à Jalon").press_sequentially("cest koi le cer")
    page.keyboard.press("Shift+Enter")
    page.keyboard.type("stp")
    page.keyboard.press("Enter")
    expect(page.get_by_role("log")).to_contain_text("cest koi le cer\nstp")
    expect(page.get_by_role("log")).to_contain_text("Jalon prépare sa réponse…")
    expect(page.get_by_label("Message de Fatou à Jalon")).to_have_value("")
    expect(page.get_by_label("Message de Fatou à Jalon")).to_be_focused()


def test_ce_qui_change_s_affiche_sans_recharger_ni_deranger(
    page: Page, adresse: str, histoire: Session
) -> None:
    page.goto(f"{adresse}/{AMINA}")
    page.evaluate("window.jamaisRecharge = true")
    log = page.get_by_role("log")
    page.get_by_text("Pourquoi cette réponse").nth(3).press("Enter")
    lue = page.get_by_text("Réponse 3, assez longue")
    lue.scroll_into_view_if_needed()
    avant = page.evaluate(PLACE, lue.element_handle())
    [reponse] = echange(histoire, AMINA, ["et apres"], ["Voici la suite."], now(), etat=EtatEnvoi.ENVOYE)
    histoire.commit()
    derniere = log.get_by_role("listitem").filter(has_text="Voici la suite.")
    expect(derniere).to_contain_text("✓ envoyé")
    reponse.etat = EtatEnvoi.LIVRE
    histoire.commit()
    expect(derniere).to_contain_text("✓✓ livré")
    assert page.evaluate(PLACE, lue.element_handle()) == pytest.approx(avant, abs=1)
    expect(log.locator("details").nth(3)).to_have_attribute("open", "")
    expect(page.get_by_text("Pourquoi cette réponse").nth(3)).to_be_focused()
    assert page.evaluate("window.jamaisRecharge") is True


def test_le_fil_s_ouvre_sur_le_dernier_message_et_le_suit(
    page: Page, adresse: str, histoire: Session
) -> None:
    page.goto(f"{adresse}/{AMINA}")
    expect(page.get_by_text("Réponse 11, assez longue")).to_be_in_viewport()
    dire(histoire, AMINA, "encore moi", now())
    histoire.commit()
    expect(page.get_by_text("encore moi")).to_be_in_viewport()
    expect(page.get_by_text("Réponse 0, assez longue")).not_to_be_in_viewport()


def test_un_telephone_qui_recoit_se_voit_dans_la_liste(page: Page, adresse: str, recit: Session) -> None:
    page.goto(adresse)
    page.get_by_role("link", name="Fatou").focus()
    dire(recit, AMINA, "slt", now())
    recit.commit()
    expect(page.get_by_role("link", name="Amina")).to_contain_text("dernier message")
    expect(page.get_by_role("link", name="Fatou")).to_be_focused()


def test_un_texte_trop_long_est_dit_sans_etre_perdu(page: Page, adresse: str) -> None:
    page.goto(f"{adresse}/{AMINA}")
    champ = page.get_by_label("Message de Amina à Jalon")
    champ.fill("a" * 1601)
    page.get_by_role("button", name="Envoyer", exact=True).click()
    expect(page.locator("#avis")).to_contain_text("Ce message a 1601 caractères.")
    expect(champ).to_have_value("a" * 1601)
    champ.fill("c quand")
    page.get_by_role("button", name="Envoyer", exact=True).click()
    expect(page.locator("#avis")).to_be_empty()


def test_les_essais_partent_du_meme_formulaire(page: Page, adresse: str) -> None:
    page.goto(f"{adresse}/{AMINA}")
    page.get_by_label("Message de Amina à Jalon").fill("je peux pas venir")
    page.get_by_role("button", name="Envoyer en morceaux").click()
    expect(page.locator(".personne")).to_have_count(3)
    page.get_by_label("Message de Amina à Jalon").fill("brouillon")
    page.get_by_role("button", name="Envoyer dix textes").click()
    expect(page.locator(".personne")).to_have_count(13)
    expect(page.get_by_label("Message de Amina à Jalon")).to_have_value("brouillon")
    page.get_by_role("button", name="Faire échouer la prochaine livraison").click()
    expect(page.locator("#avis")).to_contain_text("ne sera pas livré")


def test_un_serveur_qui_ne_prend_rien_est_dit(
    page: Page, adresse: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.goto(f"{adresse}/{AMINA}")
    monkeypatch.setattr(settings(), "port", 9)  # where nobody listens
    page.get_by_label("Message de Amina à Jalon").fill("slt")
    page.keyboard.press("Enter")
    expect(page.locator("#avis")).to_contain_text("Le serveur n'a pas pris le message.")
    expect(page.get_by_label("Message de Amina à Jalon")).to_have_value("slt")


def test_la_coupure_est_dite_puis_oubliee(page: Page, adresse: str) -> None:
    page.goto(f"{adresse}/{AMINA}")
    page.route("**/*", lambda route: route.abort())
    expect(page.locator("#coupure")).to_contain_text("Le serveur ne répond plus.")
    page.unroute("**/*")
    expect(page.locator("#coupure")).to_be_empty()


def test_sans_javascript_on_ecrit_et_on_actualise(browser: Browser, adresse: str, recit: Session) -> None:
    page = browser.new_page(java_script_enabled=False, viewport=NARROW)
    page.goto(f"{adresse}/{AMINA}")
    page.get_by_label("Message de Amina à Jalon").fill("c quand mon rdv")
    page.get_by_role("button", name="Envoyer", exact=True).click()
    expect(page.get_by_text("c quand mon rdv")).to_be_in_viewport()
    dire(recit, AMINA, "allo", now())
    recit.commit()
    page.get_by_role("link", name="Actualiser").click()
    expect(page.get_by_text("allo")).to_be_in_viewport()
    page.close()
