"""Opening hours of the catalogue, as one says them."""

import pytest

from api.offres.horaires import horaires_en_francais


@pytest.mark.parametrize(
    ("ecrit", "dit"),
    [
        ("Mo-Fr 09:00-12:30", ["du lundi au vendredi : 9h-12h30"]),
        ("Mo,We 09:00-12:00,14:00-17:00; Sa off", ["lundi, mercredi : 9h-12h et 14h-17h", "samedi : fermé"]),
        (
            "Mo-We,Fr 08:05-16:00;PH off",
            ["du lundi au mercredi, vendredi : 8h05-16h", "jours fériés : fermé"],
        ),
        ("sur rendez-vous", ["sur rendez-vous"]),
        ("Mo-Fr 09:00-12:00; sur rendez-vous", ["Mo-Fr 09:00-12:00; sur rendez-vous"]),
        ("", []),
        (" ; ", []),
    ],
)
def test_hours_are_said_in_french_or_left_as_they_are(ecrit: str, dit: list[str]) -> None:
    assert horaires_en_francais(ecrit) == dit
