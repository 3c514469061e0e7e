"""« Claire Dubois peut vous aider »: whoever then wants her told is passed on, with what they had asked."""

from collections.abc import Callable

import pytest
from sqlalchemy import select

from actions.conversation import ActionIncompris, ActionReponseSeule
from actions.droits import ActionDemanderDocument, ActionQuestionPaiement
from actions.referent import ActionParlerReferent
from assistant.database import transaction
from assistant.handoff.alertes import Alerte
from tests.actions.conftest import Dialogue

AMINA = "+33639980001"
Ouvrir = Callable[[str], Dialogue]
DEMANDE = "g rien recu du rsa ce moi c normal ?"


def alertes() -> list[str]:
    with transaction() as session:
        return [str(alerte.genre) for alerte in session.scalars(select(Alerte))]


@pytest.fixture
def amina(dialogue: Ouvrir) -> Dialogue:
    """Who was just told that Claire Dubois may help."""
    amina = dialogue(AMINA)
    assert "Claire Dubois" in " ".join(amina.dire(ActionQuestionPaiement(), DEMANDE, "question_paiement"))
    return amina


@pytest.mark.parametrize(
    "dit",
    [
        "oui previen la",
        "oui prevenez la",
        "oui dites lui",
        "oui appelez la svp",
        "ok dites-lui",
        "oui je veux bien qu'elle m'appelle",
        "oui qu'elle m'appelle",
        "prévenez mme dubois svp",
        "oui mettez un mot a claire",
    ],
)
def test_who_wants_her_told_is_passed_on_with_their_words(amina: Dialogue, dit: str) -> None:
    (dite,) = amina.dire(ActionReponseSeule(), dit, "affirmer")
    assert "transmis à Claire Dubois" in dite and "g rien recu du rsa" in dite
    assert alertes() == ["parler"]


@pytest.mark.parametrize("label", ["nlu_fallback", "parler_referent"])
def test_whatever_the_engine_heard(amina: Dialogue, label: str) -> None:
    action = ActionIncompris() if label == "nlu_fallback" else ActionParlerReferent()
    assert amina.dire(action, "previen la stp", label) == []
    (dite,) = amina.dire(ActionReponseSeule(), "previen la stp", label, meme_tour=True)
    assert "g rien recu du rsa" in dite


def test_yes_alone_is_asked_once_more(amina: Dialogue) -> None:
    (dite,) = amina.dire(ActionReponseSeule(), "oui", "affirmer")
    assert dite == "Voulez-vous que je prévienne Claire Dubois ? Répondez OUI ou NON."
    assert alertes() == []
    assert "Claire Dubois" in " ".join(amina.dire(ActionReponseSeule(), "oui", "affirmer"))
    assert alertes() == ["parler"]


@pytest.mark.parametrize(
    "dit",
    [
        "ok",
        "d'accord",
        "oui je vais l'appeler",
        "ok jvai lui demander",
        "oui j'ai appelé la caf",
        "non merci",
    ],
)
def test_what_only_acknowledges_tells_nobody(amina: Dialogue, dit: str) -> None:
    label = "nier" if dit.startswith("non") else "affirmer"
    assert amina.dire(ActionReponseSeule(), dit, label) == ["D'accord. Je reste là si besoin."]
    assert alertes() == []


def test_so_it_is_after_a_paper(dialogue: Ouvrir) -> None:
    amina = dialogue(AMINA)
    amina.dire(ActionDemanderDocument(), "il me faut une copie de mon contrat", "demander_document")
    (dite,) = amina.dire(ActionReponseSeule(), "oui demandez lui", "affirmer")
    assert "copie de mon contrat" in dite
