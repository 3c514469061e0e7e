"""Those who keep the catalogue see which offers can no longer be relied on."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from assistant.content.catalogue import texte
from assistant.offres.qualite import notes
from assistant.offres.tables import Offre, StructureOffre


def offre(**champs: Any) -> Offre:
    bonne = {
        "nom": "Atelier CV",
        "description": "On fait votre CV ensemble.",
        "date_maj": date(2026, 10, 1),
        "thematiques": ["preparer-sa-candidature--realiser-un-cv-et-ou-une-lettre-de-motivation"],
        "latitude": 44.8,
        "longitude": -0.5,
        "telephone": "+33536490101",
        "modes_accueil": ["en-presentiel"],
        "structure": StructureOffre(nom="La Maison"),
    }
    return Offre(**(bonne | champs))


def test_a_good_offer_has_no_note(maintenant: datetime) -> None:
    assert notes(offre(), maintenant) == []


@pytest.mark.parametrize(
    ("champs", "note"),
    [
        ({"date_maj": date(2025, 5, 23)}, "qualite_perimee"),
        ({"date_maj": None}, "qualite_sans_date"),
        ({"telephone": None}, "qualite_sans_contact"),
        ({"latitude": None, "longitude": None}, "qualite_sans_lieu"),
        ({"thematiques": []}, "qualite_sans_thematique"),
        ({"description": ""}, "qualite_sans_description"),
        ({"structure": StructureOffre(nom="", telephone="+33536490101")}, "qualite_sans_structure"),
    ],
)
def test_what_is_missing_is_told(champs: dict[str, Any], note: str, maintenant: datetime) -> None:
    assert notes(offre(**champs), maintenant) == [note]
    assert texte(note).formes


def test_an_offer_of_exactly_eighteen_months_is_still_fresh(maintenant: datetime) -> None:
    assert notes(offre(date_maj=date(2025, 5, 24)), maintenant) == []


def test_the_number_of_the_structure_is_a_contact(maintenant: datetime) -> None:
    structure = StructureOffre(nom="La Maison", telephone="+33536490101")
    assert notes(offre(telephone=None, structure=structure), maintenant) == []


def test_an_offer_at_a_distance_needs_no_place(maintenant: datetime) -> None:
    assert notes(offre(latitude=None, modes_accueil=["a-distance"]), maintenant) == []


def test_an_event_is_past_once_it_has_ended(maintenant: datetime) -> None:
    une_heure = timedelta(hours=1)
    assert notes(offre(debut=maintenant - 2 * une_heure), maintenant) == ["qualite_passee"]
    assert notes(offre(debut=maintenant - une_heure, fin=maintenant + une_heure), maintenant) == []
