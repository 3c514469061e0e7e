"""A line of the list taken, then another of the same list wished instead; and who calls."""

import pytest

from actions.conversation import ActionMecontent, ActionReponseSeule
from actions.deplacement import ActionDeplacerRdv
from actions.rendez_vous import ActionConsulterRdv
from tests.actions.conftest import Dialogue
from tests.actions.test_choix_en_tete import (
    JEAN_MARC,
    KEVIN,
    Ouvrir,
    decaler,
    demander,
    repondre,
)


def prendre_le_2(dialogue: Dialogue) -> None:
    demander(dialogue)
    assert "C'est noté" in repondre(dialogue, "2", "choisir")


@pytest.mark.parametrize(
    ("dite", "label"),
    [
        ("nn en fait 3", "nier"),
        ("plutot le 3 svp", "choisir"),
        ("je me suis trompé c'est le 3", "choisir"),
        ("pardon 3", "choisir"),
        ("j'ai dit 3 pas 2", "nier"),
        ("non pas le 2, le 3", "nier"),
        ("je voulais dire 3", "donner_information"),
        ("finalement le 3 m'arrange mieux", "affirmer"),
        ("le 3", "choisir"),
    ],
)
def test_another_line_of_the_list_just_answered(dialogue: Ouvrir, dite: str, label: str) -> None:
    kevin = dialogue(KEVIN)
    prendre_le_2(kevin)
    dites = kevin.dire(ActionReponseSeule(), dite, label)
    assert "C'est changé : " in dites[0]
    assert "vous appelle vendredi 27 novembre à 9h30. L'ancien rendez-vous est annulé." in dites[0]


def test_whatever_the_engine_makes_of_it(dialogue: Ouvrir) -> None:
    kevin = dialogue(KEVIN)
    prendre_le_2(kevin)
    assert kevin.dire(ActionDeplacerRdv(), "ah non le 1", "deplacer_rdv") == []
    assert kevin.dire(ActionMecontent(), "ah non le 1", "mecontent") == []
    assert "C'est changé" in kevin.dire(ActionReponseSeule(), "ah non le 1", "mecontent")[0]
    assert "C'est changé" in kevin.dire(ActionReponseSeule(), "oups le 3 en fait", "nier")[0]


def test_the_same_line_again_is_only_said_again(dialogue: Ouvrir) -> None:
    kevin = dialogue(KEVIN)
    prendre_le_2(kevin)
    assert "jeudi 26 novembre" in kevin.dire(ActionReponseSeule(), "non le 2", "nier")[0]


def test_a_line_that_is_gone_meanwhile_is_said_and_others_offered(dialogue: Ouvrir) -> None:
    kevin, jean_marc = dialogue(KEVIN), dialogue(JEAN_MARC)
    prendre_le_2(kevin)
    jean_marc.dire(ActionDeplacerRdv(), "je préfère vendredi 27 à 9h30", "deplacer_rdv")
    assert "vendredi 27 novembre à 9h30" in repondre(jean_marc, "1", "choisir")
    dite = kevin.dire(ActionReponseSeule(), "nn en fait 3", "nier")[0]
    assert "Quelqu'un vient de prendre cette place. Il reste" in dite or "Place prise. Il reste" in dite
    assert "jeudi 26 novembre" in repondre(kevin, "non", "nier")


def test_as_it_was_before_the_list(dialogue: Ouvrir) -> None:
    jean_marc = dialogue(JEAN_MARC)
    decaler(jean_marc)
    repondre(jean_marc, "1", "choisir")
    assert "C'est changé" in jean_marc.dire(ActionReponseSeule(), "non le 2", "nier")[0]
    dite = "remettez moi comme c'était, mardi 14h30"
    assert "mardi 1er décembre à 14h30" in jean_marc.dire(ActionDeplacerRdv(), dite, "deplacer_rdv")[0]


@pytest.mark.parametrize("dite", ["le 3 c'est encore libre ?", "j'ai 3 enfants", "non le 3 décembre"])
def test_what_names_no_line_changes_nothing(dialogue: Ouvrir, dite: str) -> None:
    kevin = dialogue(KEVIN)
    prendre_le_2(kevin)
    assert not any("C'est changé" in d for d in kevin.dire(ActionReponseSeule(), dite, "nier"))
    assert "jeudi 26 novembre" in kevin.dire(ActionConsulterRdv(), "c quand mon rdv", "consulter_rdv")[0]


@pytest.mark.parametrize(
    "reponse",
    [
        "2 mais c moi ki apel ou lui",
        "2. il m'appelle ou c'est moi ?",
        "le 2 mais qui appelle ?",
        "le 2, et c'est moi qui dois téléphoner ?",
    ],
)
def test_who_calls_is_answered_with_the_choice(dialogue: Ouvrir, reponse: str) -> None:
    kevin = dialogue(KEVIN)
    demander(kevin)
    dites = repondre(kevin, reponse, "parler_referent")
    assert "C'est noté" in dites
    assert "vous appelle sur ce numéro. Vous n'avez pas à appeler" in dites


@pytest.mark.parametrize("dite", ["oui. et pour vendredi vous avez noté ?", "c'est bien noté pour jeudi ?"])
def test_whether_it_is_noted_is_answered_by_what_is(dialogue: Ouvrir, dite: str) -> None:
    kevin = dialogue(KEVIN)
    prendre_le_2(kevin)
    assert "jeudi 26 novembre à 15h45" in kevin.dire(ActionReponseSeule(), dite, "affirmer")[0]


def test_an_hour_that_is_wondered_at_is_no_wish(dialogue: Ouvrir) -> None:
    kevin = dialogue(KEVIN)
    demander(kevin)
    dite = "le 2. mais par contre 11h c parce que cest plus le meme horaire?"
    assert "C'est noté : Thomas Girard vous appelle jeudi 26" in repondre(kevin, dite, "deplacer_rdv")
