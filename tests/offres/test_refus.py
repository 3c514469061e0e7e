"""What is refused is not looked for; what is lacked is."""

import pytest

from assistant.offres.faute_de_frappe import sans_faute_de_frappe
from assistant.offres.refus import besoins_refuses, sans_les_refus


@pytest.mark.parametrize(
    ("dit", "cherche"),
    [
        ("non je cherche à manger, pas une voiture", "non je cherche à manger"),
        ("garde d'enfants ou des activités, pas un logement", "garde d'enfants ou des activités"),
        ("je veux pas de voiture je cherche à manger", "je cherche à manger"),
        ("pas un logement, une garde d'enfants", "une garde d'enfants"),
        ("une formation mais pas le permis", "une formation"),
        ("une aide pour manger sauf l'épicerie", "une aide pour manger"),
        ("pas pour le permis, pour la garde d'enfants", "pour la garde d'enfants"),
        ("je cherche pas un travail mais un logement", "mais un logement"),
    ],
)
def test_what_is_refused_is_left_out(dit: str, cherche: str) -> None:
    assert sans_les_refus(dit) == cherche


@pytest.mark.parametrize(
    "dit",
    [
        "j'ai pas de voiture",
        "pas de quoi manger",
        "pas d'argent pour manger",
        "j'ai pas de voiture pour aller au travail",
        "pas de voiture, je dois aller au travail",
        "je peux pas payer le loyer",
        "j'ai pas le permis et je cherche un boulot",
        "je cherche pas un logement",
        "pas une voiture",
        "un garage pas cher",
        "je trouve pas de logement, et pas de travail",
        "je sais pas lire",
    ],
)
def test_what_is_lacked_is_looked_for(dit: str) -> None:
    assert sans_les_refus(dit) == dit


@pytest.mark.parametrize(
    ("dit", "lu"),
    [
        ("ordinater", "ordinateur"),
        ("je cherche un ordinater", "je cherche un ordinateur"),
        ("garajiste", "garajiste"),
        ("un compte", "un compte"),
        ("sainte foy", "sainte foy"),
        ("j'ai un papier", "j'ai un papier"),
        ("bonjour", "bonjour"),
    ],
)
def test_a_need_misspelt_alone_is_read(dit: str, lu: str) -> None:
    assert sans_faute_de_frappe(dit) == lu


@pytest.mark.parametrize(
    ("dit", "refuses"),
    [
        ("pas une garde d'enfants, une personne agée", {"famille--garde-denfants"}),
        (
            "mais non, ma mère elle a 78 ans je vous ai pas parlé de nounou!",
            {"famille--garde-denfants"},
        ),
        ("une garde d'enfants", set()),
    ],
)
def test_what_is_refused_is_known(dit: str, refuses: set[str]) -> None:
    assert besoins_refuses(dit) == refuses
