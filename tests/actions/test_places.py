"""Free slots say where they are, and the easiest to get to come first."""

from collections.abc import Callable

import pytest
from sqlalchemy import delete

from actions.creneau import ValiderFormulaireCreneau
from actions.deplacement import ActionDeplacerRdv, ActionPrendreRdv
from assistant.database import transaction
from assistant.parcours.rendez_vous import Creneau, Mode
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
    assert "libres :\n1. mer. 25/11 à 11h, par tél.\n2. jeu. 26/11 à 11h, par tél.\n3. ven." in liste
    assert "à 9h15, Bordeaux\n" in liste
    liste = repondre(maria, "dans 2 semaines")
    assert "3. mer. 09/12 à 9h, La Teste-de-Buch" in liste


def test_two_towns_are_said_beside_each_slot(dialogue: Ouvrir) -> None:
    maria = dialogue(MARIA)
    decaler(maria)
    repondre(maria, "celui de samedi")
    liste = repondre(maria, "le 8 ou le 9 decembre a 9h")
    assert "1. mar. 08/12 à 9h15, Bordeaux\n2. mer. 09/12 à 9h, La Teste-de-Buch" in liste


def test_libourne_is_near_enough_to_bordeaux_to_go_there(dialogue: Ouvrir) -> None:
    assert "à Bordeaux :\n1. mercredi 25/11 à 9h15" in demander(dialogue(FATOU))


@pytest.mark.parametrize("reponse", ["Bon, jeudi 26 à 15h30", "jeudi 26 15h30 ca fait chier mais ok"])
def test_a_free_slot_named_to_the_hour_is_offered_with_its_place(dialogue: Ouvrir, reponse: str) -> None:
    amina = dialogue(AMINA)
    decaler(amina)
    assert "place libre à Bordeaux :\n1. jeudi 26/11 à 15h30" in repondre(amina, reponse, "mecontent")
    assert repondre(amina, "oui", "affirmer").startswith(
        "C'est changé : rendez-vous jeudi 26 novembre à 15h30"
    )


@pytest.mark.parametrize("reponse", ["mercredi 9h15 ca fait chier mais ok", "le mercredi", "bon le 1er alor"])
@pytest.mark.parametrize("intent", ["mecontent", "consulter_rdv", "nlu_fallback"])
def test_a_choice_in_words_is_taken_whatever_the_label(dialogue: Ouvrir, reponse: str, intent: str) -> None:
    amina = dialogue(AMINA)
    decaler(amina)
    assert "C'est changé : rendez-vous demain à 9h15, MDS Bastide" in repondre(amina, reponse, intent)


@pytest.mark.parametrize("reponse", ["l'après midi si possible", "genre apres midi? le matin jdors"])
def test_only_the_part_of_the_day_that_is_wished(dialogue: Ouvrir, reponse: str) -> None:
    amina = dialogue(AMINA)
    decaler(amina)
    liste = repondre(amina, reponse, "consulter_rdv")
    assert liste.count("à 14h") + liste.count("à 15h30") == 3


def test_nothing_in_the_evening_is_said(dialogue: Ouvrir) -> None:
    amina = dialogue(AMINA)
    decaler(amina)
    assert repondre(amina, "le soir").startswith("Rien de libre à ce moment-là.")


@pytest.mark.parametrize(
    ("reponse", "intent"),
    [
        ("on peu le fer par tel plutot", "deplacer_rdv"),
        ("par tel alors", "coordonnees_referent"),
        ("c'est possible par telephone ?", "coordonnees_referent"),
        ("nn par telephone jé di", "nier"),
    ],
)
def test_only_calls_once_a_call_is_wished(dialogue: Ouvrir, reponse: str, intent: str) -> None:
    amina = dialogue(AMINA)
    decaler(amina)
    assert repondre(amina, reponse, intent).count("par tél.") == 3
    assert repondre(amina, "plus tard").count("par tél.") == 3


def test_no_call_to_be_had_is_said(dialogue: Ouvrir) -> None:
    amina = dialogue(AMINA)
    with transaction() as session:
        session.execute(delete(Creneau).where(Creneau.mode == Mode.TELEPHONE))
    decaler(amina)
    dite = repondre(amina, "par tel c possible")
    assert dite.startswith("Pas de place par téléphone. Sur place à Bordeaux :\n1. ")
