"""Whether a cancellation already says why: then nobody asks again."""

import pytest

from assistant.parcours.agenda.motifs import dit_pourquoi


@pytest.mark.parametrize(
    "texte",
    [
        "je peux pas venir jsui malade",
        "annulez svp mon fils est hospitalisé",
        "jpourrai pas etre la demain g un entretien dembauche",
        "pas de voiture je peux pas venir",
        "je peux pas jeudi ya pas de bus",
        "desole pour hier javais pas le bus",
        "je suis coincé au travail",
    ],
)
def test_a_reason_is_recognised(texte: str) -> None:
    assert dit_pourquoi(texte)


@pytest.mark.parametrize(
    "texte",
    [
        "je peux pas venir",
        "jpeux pas venir jeudi",
        "annulez mon rdv de jeudi svp",
        "je viendrai pas",
        "bonjour je ne pourrai pas venir demain merci",
        "annuler rdv",
        "jvien pa",
        "jpeux pas en fait",
        "ce sera sans moi mardi",
        "c niet pour jeudi",
        "ne m'attendez pas ce matin",
        "c mort pour demain",
        "desole pour la derniere fois",
        "desolé jai raté le rdv",
        "oui annulez",
        "non",
        "",
    ],
)
def test_a_bare_cancellation_is_not_a_reason(texte: str) -> None:
    assert not dit_pourquoi(texte)
