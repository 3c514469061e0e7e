"""What is said for the référent is passed on and shown; when to call too, and it is no rendez-vous."""

from collections.abc import Callable

import pytest

from actions.conversation import ActionIncompris, ActionReponseSeule
from actions.deplacement import ActionPrendreRdv
from actions.droits import ActionQuestionRecours, ActionQuestionSanction
from actions.referent import ActionParlerReferent
from tests.actions.conftest import Dialogue

AMINA, JEAN_MARC = "+33639980001", "+33639980002"
Ouvrir = Callable[[str], Dialogue]


def parler(dialogue: Dialogue, texte: str) -> str:
    return " / ".join(dialogue.dire(ActionParlerReferent(), texte, "parler_referent"))


@pytest.mark.parametrize(
    ("texte", "mots"),
    [
        ("tu lui dis que je bosse en interim", "je bosse en interim"),
        ("dites a girard que j'ai plus de logement stp", "j'ai plus de logement"),
        ("pas d'appel, juste tu lui di que je bosse en interim a st andré", "je bosse en interim a st andré"),
    ],
)
def test_the_sentence_is_passed_on_and_shown(dialogue: Ouvrir, texte: str, mots: str) -> None:
    assert f'"{mots}"' in parler(dialogue(JEAN_MARC), texte)


def test_what_was_said_just_before_is_passed_on(dialogue: Ouvrir) -> None:
    jean_marc = dialogue(JEAN_MARC)
    jean_marc.dire(ActionIncompris(), "g trouvé un taf en interim depuis le 9", "nlu_fallback")
    dite = parler(jean_marc, "ok et mon référent fo quil sache aussi nn? tu px lui dire")
    assert '"g trouvé un taf en interim depuis le 9"' in dite


def test_a_plain_request_shows_no_words(dialogue: Ouvrir) -> None:
    assert '"' not in parler(dialogue(AMINA), "je veux parler a claire")


@pytest.mark.parametrize(
    ("texte", "moment"),
    [
        ("je veux que mme dubois m appel pour corriger ça, apres 17h je travail pas", "apres 17h"),
        ("qu'elle m'appelle le soir svp", "le soir"),
    ],
)
def test_when_to_call_is_added_to_the_request(dialogue: Ouvrir, texte: str, moment: str) -> None:
    assert f"votre souhait : {moment}" in parler(dialogue(AMINA), texte)


@pytest.mark.parametrize(
    ("texte", "moment"),
    [
        ("merci. mais pas demain matin finalement j'ai la PMI, jeudi matin c'est mieux", "jeudi matin"),
        ("non non juste elle appelle jeudi matin", "jeudi matin"),
        ("pas avant midi", "pas avant midi"),
    ],
)
def test_when_to_call_said_just_after_is_no_rendez_vous(dialogue: Ouvrir, texte: str, moment: str) -> None:
    amina = dialogue(AMINA)
    parler(amina, "je veux parler a claire")
    (dite,) = amina.dire(ActionPrendreRdv(), texte, "prendre_rdv")
    assert dite.startswith("C'est ajouté : ")
    assert moment in dite


@pytest.mark.parametrize(
    "texte",
    [
        "oui mais elle appelle le matin car après midi bébé il dort",
        "ok oui mais quelle mapelle le matin",
        "le matin",
    ],
)
def test_a_call_agreed_with_its_time(dialogue: Ouvrir, texte: str) -> None:
    amina = dialogue(AMINA)
    amina.dire(ActionQuestionSanction(), "on va me couper", "question_sanction")
    (dite,) = amina.dire(ActionReponseSeule(), texte, "affirmer")
    assert "votre souhait : le matin" in dite


def test_a_refusal_with_a_time_asks_for_no_call(dialogue: Ouvrir) -> None:
    amina = dialogue(AMINA)
    amina.dire(ActionQuestionSanction(), "on va me couper", "question_sanction")
    assert "transmis" not in " ".join(amina.dire(ActionReponseSeule(), "non le matin je dors", "nier"))


def test_a_rendez_vous_asked_after_a_call_is_one(dialogue: Ouvrir) -> None:
    amina = dialogue(AMINA)
    parler(amina, "je veux parler a claire")
    dites = amina.dire(ActionPrendreRdv(), "je veux un rdv jeudi matin", "prendre_rdv")
    assert "C'est ajouté" not in " ".join(dites)


def test_which_call_is_no_legal_appeal(dialogue: Ouvrir) -> None:
    amina = dialogue(AMINA)
    amina.dire(ActionQuestionSanction(), "on va me couper", "question_sanction")
    (dite,) = amina.dire(ActionQuestionRecours(), "ok kel appel", "question_recours")
    assert "Claire Dubois vous téléphonerait" in dite
