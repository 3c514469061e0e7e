"""People write the name of their town as it comes."""

import pytest

from assistant.offres.lieux import candidats, trouver_lieu


@pytest.mark.parametrize(
    ("texte", "commune"),
    [
        ("libourne", "Libourne"),
        ("LIBOURNE", "Libourne"),
        ("33500", "Libourne"),
        ("cours de francais a libourn", "Libourne"),
        ("merignak", "Mérignac"),
        ("bdx", "Bordeaux"),
        ("st andre de cubzac", "Saint-André-de-Cubzac"),
        ("saint-andré", "Saint-André-de-Cubzac"),
        ("Ste Foy la grande", "Sainte-Foy-la-Grande"),
        ("lesparre", "Lesparre-Médoc"),
        ("jabite a la teste", "La Teste-de-Buch"),
        ("lateste", "La Teste-de-Buch"),
        ("villenave dornon", "Villenave-d'Ornon"),
        ("réole", "La Réole"),
        ("jhabite à bourg", "Bourg"),
        ("Salles", "Salles"),
    ],
)
def test_a_town_is_recognised(texte: str, commune: str) -> None:
    lieu = trouver_lieu(texte)
    assert lieu is not None
    assert lieu.nom == commune


@pytest.mark.parametrize(
    "texte",
    ["", "paris", "12345", "je cherche une salle", "la semaine d'après", "je passe le permis", "ma langue"],
)
def test_what_names_no_town_of_gironde_is_no_place(texte: str) -> None:
    assert trouver_lieu(texte) is None


def test_a_postcode_of_several_communes_is_ambiguous() -> None:
    assert {lieu.nom for lieu in candidats("33380")} == {"Biganos", "Mios", "Marcheprime"}
