"""The values the engine reads in a text."""

import pytest
from components.values import found_in
from hypothesis import given
from hypothesis import strategies as st


def found(text: str, entity: str) -> list[tuple[str, int | str]]:
    """(the words, the value) of one kind."""
    return [(text[f.start : f.end], f.value) for f in found_in(text) if f.entity == entity]


@pytest.mark.parametrize(
    ("text", "rank"),
    [
        ("1", 1),
        ("le 2", 2),
        ("la deuxieme", 2),
        ("Le 3e svp", 3),
        ("je prends la 1", 1),
        ("ok pour la 3", 3),
        ("deux", 2),
        ("le premier créneau", 1),
        ("numero 3", 3),
        ("la dernière", -1),
        ("le dernier svp", -1),
    ],
)
def test_a_choice_among_numbered_things(text: str, rank: int) -> None:
    assert [value for _, value in found(text, "rang")] == [rank]


@pytest.mark.parametrize(
    "text",
    ["le 3 mars", "à 2h", "j'ai 2 enfants", "la premiere fois", "la semaine derniere", "33000", "le 1er mai"],
)
def test_a_number_that_counts_something_else_is_no_choice(text: str) -> None:
    assert found(text, "rang") == []


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("fait 4h de benevolat", 240),
        ("2h30", 150),
        ("deux heures et demie", 150),
        ("1h et quart", 75),
        ("45 min", 45),
        ("une demi-heure", 30),
        ("trois quarts d'heure", 45),
        ("1,5 h", 90),
    ],
)
def test_a_duration_in_minutes(text: str, minutes: int) -> None:
    assert [value for _, value in found(text, "duree")] == [minutes]


def test_an_hour_of_the_day_is_no_duration() -> None:
    assert found("jeudi à 14h30", "heure") == [("14h30", "14h30")]
    assert found("jeudi à 14h30", "duree") == []


def test_ten_hours_may_be_either_and_the_dialogue_knows() -> None:
    assert found("10h", "heure") == [("10h", "10h")]
    assert found("10h", "duree") == [("10h", 600)]


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("cours de francais a libourne", "libourne", "Libourne"),
        ("j'habite st andre de cubzac", "st andre de cubzac", "Saint-André-de-Cubzac"),
        ("vers Villenave d’Ornon", "Villenave d’Ornon", "Villenave-d'Ornon"),
        ("a lesparre", "lesparre", "Lesparre-Médoc"),
    ],
)
def test_a_place_of_gironde_with_the_words_that_name_it(text: str, words: str, name: str) -> None:
    assert found(text, "lieu") == [(words, name)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("demain aprem", "demain aprem"),
        ("plutôt jeudi prochain", "jeudi prochain"),
        ("né le 12/03/1988", "12/03/1988"),
        ("le 3 mars 1990", "le 3 mars 1990"),
        ("le 12 je peux pas", "le 12"),
        ("la semaine prochaine", "la semaine prochaine"),
    ],
)
def test_a_day_is_kept_in_the_words_it_was_said(text: str, words: str) -> None:
    assert [span for span, _ in found(text, "date")] == [words]


@given(st.text(max_size=200))
def test_any_text_can_be_read_and_positions_stay_inside_it(text: str) -> None:
    assert all(0 <= f.start < f.end <= len(text) for f in found_in(text))
