"""Rights, contract, what is kept, the birth date, silence: the answer to the question that was asked."""

from collections.abc import Callable

import pytest

from actions.contrat import ActionExpliquerCer, ActionModifierCer
from actions.conversation import ActionIncompris, ActionReponseSeule
from actions.droits import (
    ActionActiverEspace,
    ActionDemanderDocument,
    ActionQuestionDroits,
    ActionQuestionRecours,
    ActionQuestionSanction,
)
from actions.numero import ActionMauvaisNumero
from actions.offres import ActionChercherOffre
from actions.offres_detail import ActionDetailOffre
from tests.actions.conftest import Dialogue

AMINA, JEAN_MARC, INCONNU = "+33639980001", "+33639980002", "+33639980099"
Ouvrir = Callable[[str], Dialogue]


def suites(dialogue: Dialogue) -> list[str]:
    return [event["name"] for event in dialogue.events if event["event"] == "followup"]


def test_whom_to_tell_is_not_answered_by_yes(dialogue: Ouvrir) -> None:
    texte = "g trouvé un taf en intérim depuis le 9 fo le dire a ki? et je garde le rsa?"
    (dite,) = dialogue(JEAN_MARC).dire(ActionQuestionDroits(), texte, "question_droits")
    assert dite.startswith("Tout changement se dit à la CAF")


@pytest.mark.parametrize(
    ("texte", "reponse"),
    [
        ("et si je refuse des choses dans le contrat ? le travail de nuit je peux pas", "avant de signer"),
        ("je suis pas d'accord avec le contrat", "avant de signer"),
        ("et si je signe et que je peux pas ?", "le contrat peut changer"),
        ("je signe mais apres si j'arrive pas", "le contrat peut changer"),
    ],
)
def test_a_contract_is_discussed_without_a_threat(dialogue: Ouvrir, texte: str, reponse: str) -> None:
    (dite,) = dialogue(AMINA).dire(ActionModifierCer(), texte, "modifier_cer")
    assert reponse in dite
    assert "sanction" not in dite


@pytest.mark.parametrize(
    ("texte", "label"),
    [
        ("j'ai une sanction ???", "sanction"),
        ("vs mavez coupé le rsa ou koi", "sanction"),
        ("ok donc pas de sanction t'es sûr ?", "sanction"),
    ],
)
def test_whoever_asks_if_there_is_a_sanction_hears_what_we_see(
    dialogue: Ouvrir, texte: str, label: str
) -> None:
    (dite,) = dialogue(AMINA).dire(ActionQuestionSanction(), texte, "question_sanction")
    assert "Je ne vois ni sanction" in dite
    amina = dialogue(AMINA)
    assert amina.dire(ActionQuestionRecours(), texte, "question_recours") == []
    assert suites(amina) == ["action_question_sanction"]


def test_something_missed_is_looked_up(dialogue: Ouvrir) -> None:
    amina = dialogue(AMINA)
    texte = "j'avais coupé parce que ça me saoulait. J'ai raté un truc ? un rdv ou quoi"
    amina.dire(ActionQuestionSanction(), texte, "question_sanction")
    assert suites(amina) == ["action_consulter_rdv"]


def test_a_complaint_of_the_robot_goes_to_no_court(dialogue: Ouvrir) -> None:
    texte = "12h toujours ? et comment je fais une réclamation contre le robot la"
    (dite,) = dialogue(AMINA).dire(ActionQuestionRecours(), texte, "question_recours")
    assert "tribunal" not in dite
    assert "réclamation" in dite


def test_a_sanction_is_not_told_twice_in_the_same_words(dialogue: Ouvrir) -> None:
    amina = dialogue(AMINA)
    (une,) = amina.dire(ActionQuestionSanction(), "on m'a suspendu", "question_sanction")
    (autre,) = amina.dire(
        ActionQuestionSanction(), "le departement ma suspendu jpeu pas manger", "question_sanction"
    )
    assert une != autre
    assert "CCAS" in autre


@pytest.mark.parametrize(
    ("texte", "reponse"),
    [
        ("combien de temps vous gardez mes messages", "La durée exacte"),
        ("La confidentialité ! Mes données personnelles, combien de temps ?", "La durée exacte"),
        ("Combien de temps, jeune homme. Un an ? Dix ans ?", "La durée exacte"),
        ("tu balance a la caf?", "La CAF ne les lit pas"),
        ("jdemande si tu parle a la caf de moi", "La CAF ne les lit pas"),
        ("qu'est-ce que vous gardez sur moi exactement et qui lit nos échanges ?", "pas la CAF"),
    ],
)
def test_what_is_kept_and_who_reads(dialogue: Ouvrir, texte: str, reponse: str) -> None:
    for action, label in (
        (ActionActiverEspace(), "activer_espace"),
        (ActionExpliquerCer(), "expliquer_cer"),
        (ActionIncompris(), "nlu_fallback"),
    ):
        (dite,) = dialogue(AMINA).dire(action, texte, label)
        assert reponse in dite


def test_how_long_after_an_activity_is_of_the_activity(dialogue: Ouvrir) -> None:
    amina = dialogue(AMINA)
    amina.slots["offres_montrees"] = ["x"]
    dites = amina.dire(ActionDetailOffre(), "combien de temps, un an ?", "detail_offre")
    assert "La durée exacte" not in " ".join(dites)


def test_a_date_with_its_question_is_answered(dialogue: Ouvrir) -> None:
    amina = dialogue(AMINA)
    dites = amina.dire(ActionReponseSeule(), "12/04/1991 dis moi mes heures", "donner_information")
    assert "Cette semaine : 0h sur 15h" in " ".join(dites)
    (dite,) = amina.dire(ActionReponseSeule(), "12.04.91", "donner_information")
    assert "je ne sais plus" not in dite.lower()


def test_a_date_from_a_stranger_is_no_riddle(dialogue: Ouvrir) -> None:
    texte = "sa date de naissance c'est 30/11/1968 si vous voulez"
    (dite,) = dialogue(INCONNU).dire(ActionReponseSeule(), texte, "donner_information")
    assert "de son téléphone" in dite


@pytest.mark.parametrize(
    "texte", ["je veux juste plus rien recevoir c'est tout", "quoi ? quelle commune ??? ARRETEZ"]
)
def test_whoever_wants_silence_is_told_how(dialogue: Ouvrir, texte: str) -> None:
    personne = dialogue(INCONNU)
    personne.dire(ActionChercherOffre(), "je cherche du travail", "chercher_offre")
    dites = personne.dire(ActionChercherOffre(), texte, "chercher_offre")
    assert "STOP" in dites[0]
    assert "commune" not in " ".join(dites)
    assert personne.formulaire is None


def test_a_new_number_is_no_wrong_number(dialogue: Ouvrir) -> None:
    amina = dialogue(AMINA)
    (dite,) = amina.dire(ActionMauvaisNumero(), "Je veux changer de numéro de téléphone", "mauvais_numero")
    assert "Excusez" not in dite and "nouveau numéro" in dite


@pytest.mark.parametrize(
    "texte",
    [
        "le papier de lhopital jlenvoi ou",
        "comment envoyer mon certificat",
        "et le certifica de lhopital alor",
    ],
)
def test_a_paper_to_send_is_not_one_to_get(dialogue: Ouvrir, texte: str) -> None:
    (dite,) = dialogue(AMINA).dire(ActionDemanderDocument(), texte, "demander_document")
    assert "Donnez une copie" in dite


def test_a_paper_to_get_is_not_one_to_send(dialogue: Ouvrir) -> None:
    (dite,) = dialogue(AMINA).dire(
        ActionDemanderDocument(), "il me faut une attestation rsa", "demander_document"
    )
    assert "Attestation" in dite
