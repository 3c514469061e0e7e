"""« Pour parler à une personne, répondez HUMAIN »: the word sent back does what we said."""

import re

import pytest
from components.promised import PROMISED, promised

from assistant.content.catalogue import catalogue

ELSEWHERE = {"STOP", "REPRENDRE", "DANGER"}  # the guard
ELSEWHERE |= {"OUI", "NON", "PLUS", "PARTOUT", "AUCUNE"}  # answers to what promises them
ELSEWHERE |= {"SMS"}  # how to reach 114


@pytest.mark.parametrize(
    "text", ["HUMAIN", "humain", "Humain ?", "umain", "humin svp", "un humain", "bonjour humain"]
)
def test_humain_calls_a_person_however_it_is_spelt(text: str) -> None:
    assert promised(text) == "parler_referent"


@pytest.mark.parametrize(
    "text", ["t humain", "humain ou machine ?", "vous êtes humain", "mains", "", "rdv", "signer quoi"]
)
def test_more_than_the_word_is_read_by_the_model(text: str) -> None:
    assert promised(text) is None


def test_every_word_in_capitals_of_our_texts_is_known() -> None:
    said = " ".join(forme for texte in catalogue().values() for forme in texte.formes + texte.encore)
    words = set(re.findall(r"(?:[Rr]épondez|:) ([A-Z]{2}[A-Z -]*[A-Z])\b", said)) - ELSEWHERE
    assert {word for word in words if promised(word) is None} == set()
    assert {promised(word) for word in words} == set(PROMISED.values())
