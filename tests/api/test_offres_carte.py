"""The map drawn without asking anybody: things are where they are, and nothing hides anything."""

from math import hypot

import pytest

from api.offres.carte import COTE, Point, carte, direction
from api.offres.libelles import direction_dite, libelle, thematique_dite

LANGON, BORDEAUX, LIBOURNE = Point(44.5536, -0.2489), Point(44.8378, -0.5792), Point(44.9146, -0.2435)


def test_nothing_to_show_is_no_map() -> None:
    assert carte([], LANGON) is None


def test_the_place_searched_is_in_the_middle_and_north_is_up() -> None:
    dessinee = carte([(1, BORDEAUX), (2, LANGON)], LANGON)
    assert dessinee is not None
    bordeaux, langon = dessinee.reperes
    assert (langon.x, langon.y) == (COTE / 2, COTE / 2)
    assert bordeaux.x < langon.x
    assert bordeaux.y < langon.y


def test_distances_are_those_of_the_circles() -> None:
    dessinee = carte([(1, LIBOURNE)], LANGON)
    assert dessinee is not None
    [repere], grand = dessinee.reperes, dessinee.cercles[0]
    km = hypot(repere.x - COTE / 2, repere.y - COTE / 2) / grand.rayon * grand.km
    assert km == pytest.approx(40.1, abs=0.3)
    assert grand.km == 60


def test_marks_at_one_place_become_one() -> None:
    dessinee = carte([(numero, BORDEAUX) for numero in range(1, 6)], LANGON)
    assert dessinee is not None
    assert [repere.dit for repere in dessinee.reperes] == ["1, 2, 3…"]


def test_without_a_place_the_results_are_their_own_middle() -> None:
    dessinee = carte([(1, BORDEAUX), (2, LANGON)], None)
    assert dessinee is not None
    assert sum(repere.x for repere in dessinee.reperes) == pytest.approx(COTE, abs=0.2)


@pytest.mark.parametrize("point", [Point(-90, 180), Point(90, -180), Point(0, 0)])
def test_even_the_ends_of_the_world_stay_on_the_map(point: Point) -> None:
    dessinee = carte([(1, point)], LANGON)
    assert dessinee is not None
    assert all(0 <= repere.x <= COTE and 0 <= repere.y <= COTE for repere in dessinee.reperes)


@pytest.mark.parametrize(
    ("vers", "dit"), [(BORDEAUX, "au nord-ouest"), (LIBOURNE, "au nord"), (Point(44.5, -0.2489), "au sud")]
)
def test_directions_are_said(vers: Point, dit: str) -> None:
    assert direction_dite(direction(LANGON, vers)) == dit


def test_themes_are_said_even_those_a_source_made_up() -> None:
    assert thematique_dite("mobilite--preparer-un-permis") == "mobilité : permis"
    assert thematique_dite("mobilite") == "mobilité"
    assert thematique_dite("mobilite--voler-en-ballon") == "mobilité : voler en ballon"
    assert libelle("inconnu-au-bataillon", "publics") == "inconnu au bataillon"
