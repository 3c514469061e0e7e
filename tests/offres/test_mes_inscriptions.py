"""« je suis inscrit ou pas ? »: what is in one's own name, and nothing to a stranger."""

from collections.abc import Callable

import pytest

from tests.actions.conftest import Dialogue
from tests.actions.conftest import dialogue as dialogue
from tests.actions.test_precision import Moteur

Ouvrir = Callable[[str], Dialogue]
LABELS = ["nlu_fallback", "consulter_cer", "inscrire_offre", "demander_robot", "confirmer_rdv"]


@pytest.fixture
def amina(dialogue: Ouvrir) -> Moteur:
    return Moteur(dialogue("+33639980001"))


@pytest.mark.parametrize("intent", LABELS)
@pytest.mark.parametrize(
    "texte",
    [
        "jé inscri ou pa?",
        "jme suis inscrite a koi en tt ?",
        "mes inscriptions",
        "ma place est bien réservée ?",
        "est-ce que je suis inscrite à l'atelier",
    ],
)
def test_none_is_said_so(amina: Moteur, texte: str, intent: str) -> None:
    assert "aucune place à votre nom" in amina.entend(texte, intent)


@pytest.mark.parametrize("texte", ["annuler mes inscriptions", "chui inscrite a pole emploi", "inscris moi"])
def test_other_words_ask_something_else(amina: Moteur, texte: str) -> None:
    assert "à votre nom :" not in amina.entend(texte, "nlu_fallback")
    assert "aucune place à votre nom" not in amina.entend(texte, "nlu_fallback")


def test_places_are_listed_to_a_checked_person(amina: Moteur) -> None:
    amina.dialogue.slots |= {
        "offres_montrees": ["demo--emploi-cv-bordeaux"],
        "offre_choisie": "demo--emploi-cv-bordeaux",
    }
    amina.entend("inscris moi", "inscrire_offre")
    assert amina.dialogue.formulaire == "formulaire_identite"


def test_a_stranger_hears_nothing_of_anyone(dialogue: Ouvrir) -> None:
    reponse = Moteur(dialogue("+33639980099")).entend("je suis inscrit ou pas", "nlu_fallback")
    assert "à votre nom" not in reponse


def test_nothing_to_cancel_is_said(amina: Moteur) -> None:
    assert "rien à annuler" in amina.entend("anulé le cour", "desinscrire_offre")
    assert "Claire Dubois" in amina.entend("oui", "affirmer")
