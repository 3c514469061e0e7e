"""What a need is about, and who is named."""

import pytest
from components import themes
from components.values import found_in

from tests.bot.test_values import found
from tests.conftest import SHARED


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("je cherche un appart", "logement"),
        ("peur d'être expulsé", "logement"),
        ("je veux du taf", "emploi"),
        ("refaire mon CV", "emploi"),
        ("une formation cariste", "formation"),
        ("renouveler mon titre de séjour", "difficultes_administratives"),
        ("des dettes partout", "difficultes_financieres"),
        ("ma caisse est kc", "mobilite"),
        ("passer le permis", "mobilite"),
        ("jai plus de mutuelle", "sante"),
        ("personne pour garder mes enfants", "contraintes_familiales"),
        ("une place en crèche", "contraintes_familiales"),
        ("cours de francais", "langue"),
        ("j'ai pas d'ordi", "numerique"),
    ],
)
def test_the_theme_of_a_need(text: str, theme: str) -> None:
    assert {value for _, value in found(text, "theme")} == {theme}


@pytest.mark.parametrize("text", ["oui", "c quand mon rdv", "la 2", "merci bcp", "jeudi à 14h", "il a bu"])
def test_a_message_without_a_need_has_no_theme(text: str) -> None:
    assert found(text, "theme") == []


def test_the_themes_are_the_ten_of_the_contract() -> None:
    contract = SHARED / "contract" / "intents.md"
    if not contract.exists():
        pytest.skip("shared/contract is not beside this checkout")
    entities = contract.read_text().split("## Entities")[1]
    assert len(themes.THEMES) == 10
    assert all(theme in entities for theme in themes.THEMES)


def test_a_word_has_one_theme_only() -> None:
    words = [word for listed in themes.THEMES.values() for word in listed]
    assert len(words) == len(set(words))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("mon rdv avec mme dubois", "dubois"),
        ("Mme Dubois est la ?", "Dubois"),
        ("monsieur girard me rappelle pas", "girard"),
        ("M. Girard svp", "Girard"),
        ("le num de claire dubois", "claire dubois"),
        ("je veux Thomas Girard", "Thomas Girard"),
        ("madame Claire Dubois", "Claire Dubois"),
        ("ma référente Dubois", "Dubois"),
        ("j'ai rdv avec Karim", "Karim"),
        ("bonjour mme Benali-Roche", "Benali-Roche"),
    ],
)
def test_a_person_is_named(text: str, name: str) -> None:
    assert [value for _, value in found(text, "personne")] == [name]


@pytest.mark.parametrize(
    "text",
    [
        "bonjour madame je viens",
        "merci monsieur",
        "vous pouvez m'appeler",
        "M'INSCRIRE A L'ATELIER",
        "JE VIENS AVEC MON FILS",
        "avec plaisir",
        "c'est claire merci",
        "ma référente est absente",
        "madame, on se voit quand",
        "Claire demande",
        "j'habite Saint-Laurent-Médoc",
        "je bosse avec France Travail",
    ],
)
def test_nobody_is_named(text: str) -> None:
    assert found(text, "personne") == []


def test_the_words_of_a_value_are_where_it_says() -> None:
    text = "Bonjour, mme Dubois pour mon logement"
    spans = {f.entity: text[f.start : f.end] for f in found_in(text)}
    assert spans == {"personne": "Dubois", "theme": "logement"}
