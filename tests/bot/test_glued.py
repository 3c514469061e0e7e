"""Glued words are parted alike before the engine reads them and before the application does."""

import pytest
from components.glued import Glued, typed_words
from hypothesis import given
from hypothesis import strategies as st

from assistant.apprentissage.coupe import Coupe, nu

EXAMPLES = ["je peux pas venir demain", "aidez moi ma fille est malade", "ou est le rendez vous"] * 2
GLUED, COUPE = Glued(typed_words(EXAMPLES)), Coupe(EXAMPLES)


@pytest.mark.parametrize(
    "word", ["jepeuxpasvenirdemain", "mafilleestmalade", "xkwzqhxkwzqhx", "anticonstitutionnel", "malade"]
)
def test_both_part_alike(word: str) -> None:
    assert GLUED.parted(word) == COUPE.couper(word)


@given(st.text(alphabet="abcdeéjmoprsuvà ", max_size=60))
def test_no_letter_is_lost_nor_added(text: str) -> None:
    assert nu(COUPE.couper(text)).replace(" ", "") == nu(text).replace(" ", "")
