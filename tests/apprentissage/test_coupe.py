"""Words glued together are read apart; those that exist, and those nobody knows, stay whole."""

import pytest

from assistant.apprentissage.coupe import Coupe

PHRASES = (
    "j'en ai marre de vivre aidez moi",
    "je peux pas venir au rendez vous demain",
    "ma fille est battue par son mari",
    "vivre, venir, je, pas, de, moi, mari, fille, marre, aidez, par, son, est, ma, en, ai, j, peux, demain",
)


@pytest.fixture(scope="module")
def coupe() -> Coupe:
    return Coupe(PHRASES)


@pytest.mark.parametrize(
    ("ecrit", "lu"),
    [
        ("jenaimarredevivre !", "j en ai marre de vivre !"),
        ("JEPEUXPASVENIR demain", "je peux pas venir demain"),
        ("ma fille", "ma fille"),  # short
        ("Xhqzwkpfjgb", "Xhqzwkpfjgb"),  # nothing known inside
        ("", ""),
    ],
)
def test_glued_words_are_parted(coupe: Coupe, ecrit: str, lu: str) -> None:
    assert coupe.couper(ecrit) == lu


def test_a_word_of_the_examples_stays_whole() -> None:
    connus = ["portefeuille", "porte feuille"]
    assert Coupe(2 * connus).couper("portefeuille") == "portefeuille"
