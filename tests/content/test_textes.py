"""Every text a person can receive: cheap to send, in plain and polite French, safe on a shared telephone."""

import re
from string import Formatter

import pytest

from assistant.content.catalogue import catalogue, exemples
from assistant.content.rendering import render
from assistant.offres.mots import plier
from assistant.sms_text.gsm7 import is_gsm7, segments

TEXTES = sorted(catalogue())
FRANCAIS = [cle for cle in TEXTES if "langue_" not in cle]
SEGMENTS_AT_MOST = 2
IN_ONE_SEGMENT = 0.9

TUTOIEMENT = re.compile(r"\b(?:tu|te|toi|ton|ta|tes|t es|t as|tien|tienne|s il te plait)\b")
INTERDIT = re.compile(
    r"\b(?:rsa|nir|numero de securite sociale|numero d allocataire|bit ly|tinyurl|rib|iban)\b"
)
# Texts that may say « RSA »: none. A text for a person who wrote the word first is listed here by name.
PEUVENT_DIRE_RSA: frozenset[str] = frozenset()


def wordings(cle: str) -> tuple[str, ...]:
    return catalogue()[cle].formes + catalogue()[cle].encore


def noms(cle: str) -> set[str]:
    return {nom for forme in wordings(cle) for _, nom, _, _ in Formatter().parse(forme) if nom is not None}


@pytest.mark.parametrize("cle", TEXTES)
def test_every_name_in_braces_has_an_example(cle: str) -> None:
    assert noms(cle) <= set(exemples()), f"{cle}: write the longest likely value in exemples.yml"


@pytest.mark.parametrize("cle", TEXTES)
def test_a_text_leaves_in_the_cheap_alphabet_and_two_segments_at_most(cle: str) -> None:
    envoye = render(cle, exemples())
    assert is_gsm7(envoye)
    assert 1 <= segments(envoye) <= SEGMENTS_AT_MOST, f"{len(envoye)} characters: {envoye}"


@pytest.mark.parametrize("cle", [cle for cle in TEXTES if catalogue()[cle].encore])
def test_whoever_has_just_read_a_text_reads_what_to_do_next_in_its_place(cle: str) -> None:
    """« Pour parler à quelqu'un, appelez votre MDS… », four times, is a circle without a door."""
    dites = [render(cle, exemples())]
    for _ in catalogue()[cle].encore:
        suivante = render(cle, exemples(), dites)
        assert is_gsm7(suivante) and segments(suivante) == 1, f"{len(suivante)} characters: {suivante}"
        assert suivante not in dites
        dites.insert(0, suivante)
    assert render(cle, exemples(), dites) == dites[-1]


def test_nine_texts_in_ten_fit_one_segment_with_their_longest_values() -> None:
    longs = [cle for cle in TEXTES if segments(render(cle, exemples())) > 1]
    assert len(longs) <= (1 - IN_ONE_SEGMENT) * len(TEXTES), longs


@pytest.mark.parametrize("cle", FRANCAIS)
def test_a_person_is_addressed_as_vous(cle: str) -> None:
    for forme in wordings(cle):
        assert not TUTOIEMENT.search(plier(forme)), forme


@pytest.mark.parametrize("cle", TEXTES)
def test_nothing_is_said_that_someone_else_should_not_read(cle: str) -> None:
    for forme in wordings(cle):
        trouve = set(INTERDIT.findall(plier(forme)))
        assert trouve <= ({"rsa"} if cle in PEUVENT_DIRE_RSA else set()), forme


def test_no_example_is_left_behind_by_the_texts() -> None:
    assert set(exemples()) <= {nom for cle in TEXTES for nom in noms(cle)}
