"""Free slots say where they are, and the easiest to get to come first."""

from collections.abc import Callable

from actions.creneau import ActionDeplacerRdv, ActionPrendreRdv, ValiderFormulaireCreneau
from tests.actions.conftest import Dialogue

AMINA, FATOU, KEVIN, MARIA = "+33639980001", "+33639980003", "+33639980004", "+33639980005"
Ouvrir = Callable[[str], Dialogue]


def decaler(dialogue: Dialogue, texte: str = "on peut decaler ?") -> str:
    return dialogue.dire(ActionDeplacerRdv(), texte, "deplacer_rdv")[0]


def demander(dialogue: Dialogue, texte: str = "je voudrais un rdv") -> str:
    return dialogue.dire(ActionPrendreRdv(), texte, "prendre_rdv")[0]


def repondre(dialogue: Dialogue, texte: str, intent: str = "donner_information") -> str:
    return " / ".join(dialogue.dire(ValiderFormulaireCreneau(), texte, intent))


def test_the_town_is_said_once_when_all_are_there(dialogue: Ouvrir) -> None:
    assert decaler(dialogue(AMINA)).startswith(
        "Voici des places libres à Bordeaux :\n1. mercredi 25/11 à 9h15\n"
    )


def test_in_lesparre_a_call_comes_before_a_hundred_kilometres(dialogue: Ouvrir) -> None:
    liste = demander(dialogue(KEVIN))
    assert liste.count("par tél.") == 3
    assert "Langon" not in liste


def test_in_lesparre_a_place_in_langon_says_so(dialogue: Ouvrir) -> None:
    assert "à Langon :\n1. jeudi 26/11 à 13h45" in demander(dialogue(KEVIN), "un rdv jeudi 13h45")


def test_in_la_teste_a_call_comes_first_then_the_days_when_somebody_receives_there(dialogue: Ouvrir) -> None:
    maria = dialogue(MARIA)
    decaler(maria)
    liste = repondre(maria, "celui de samedi")
    assert "à Bordeaux :\n1. mercredi 25/11 à 11h, par tél.\n2. jeudi 26/11 à 11h, par tél.\n" in liste
    liste = repondre(maria, "dans 2 semaines")
    assert liste.split("\n")[0].endswith("à La Teste-de-Buch :")
    assert "3. mercredi 09/12 à 9h" in liste


def test_two_towns_are_said_beside_each_slot(dialogue: Ouvrir) -> None:
    maria = dialogue(MARIA)
    decaler(maria)
    repondre(maria, "celui de samedi")
    liste = repondre(maria, "le 8 ou le 9 decembre a 9h")
    assert "1. mar. 08/12 à 9h15, Bordeaux\n2. mer. 09/12 à 9h, La Teste-de-Buch" in liste


def test_libourne_is_near_enough_to_bordeaux_to_go_there(dialogue: Ouvrir) -> None:
    assert "à Bordeaux :\n1. mercredi 25/11 à 9h15" in demander(dialogue(FATOU))
