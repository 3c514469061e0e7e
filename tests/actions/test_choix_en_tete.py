"""A choice said before something else is followed, the rest gets a word; one taken back is not."""

from collections.abc import Callable

import pytest

from actions.conversation import ActionIncompris, ActionReponseSeule
from actions.creneau import ValiderFormulaireCreneau
from actions.deplacement import ActionDeplacerRdv, ActionPrendreRdv
from actions.rendez_vous import ActionLieuRdv
from tests.actions.conftest import Dialogue

AMINA, JEAN_MARC, FATOU, KEVIN, MARIA = (f"+3363998000{n}" for n in range(1, 6))
Ouvrir = Callable[[str], Dialogue]


def demander(dialogue: Dialogue, texte: str = "je voudrais un rdv") -> str:
    return dialogue.dire(ActionPrendreRdv(), texte, "prendre_rdv")[0]


def repondre(dialogue: Dialogue, texte: str, intent: str = "nlu_fallback") -> str:
    return " / ".join(dialogue.dire(ValiderFormulaireCreneau(), texte, intent))


def decaler(dialogue: Dialogue) -> str:
    dite = "mardi a 14h30 je suis a la pharmacie avec ma mère, serait il possible de decaler d'une heure ?"
    return dialogue.dire(ActionDeplacerRdv(), dite, "deplacer_rdv")[0]


@pytest.mark.parametrize(
    "retire",
    [
        "Le 1, enfin non attendez, le matin c'est le kiné. Et le 8 c'est pas trop tard ?",
        "le 1 attendez non",
        "le 1. ah non j'ai dentiste",
        "oui le 1 enfin non",
    ],
)
def test_a_choice_taken_back_moves_nothing_and_is_asked_again(dialogue: Ouvrir, retire: str) -> None:
    jean_marc = dialogue(JEAN_MARC)
    decaler(jean_marc)
    assert "rien n'a changé" in repondre(jean_marc, retire)
    assert "C'est changé" in repondre(jean_marc, "1", "choisir")


@pytest.mark.parametrize(
    ("reponse", "jour"),
    [
        ("1 alor. non en fait 2 demain jpeux pas", "jeudi 26"),
        ("1 non 3", "vendredi 27"),
        ("le 1 plutot le 2", "jeudi 26"),
        ("le 2, pardon le 3", "vendredi 27"),
        ("le 1 jdors encore. le 3 ou le 2 jcrois. vas y 2", "jeudi 26"),
        ("jeudi. ah non attendez, vendredi", "vendredi 27"),
    ],
)
def test_the_last_choice_is_the_one_that_holds(dialogue: Ouvrir, reponse: str, jour: str) -> None:
    kevin = dialogue(KEVIN)
    demander(kevin)
    assert f"vous appelle {jour}" in repondre(kevin, reponse, "annuler_rdv")


@pytest.mark.parametrize(
    ("reponse", "besides"),
    [
        ("1 merci mon mari me dit de vous dire que lui jeudi il arrive en retard", "HUMAIN"),
        ("1 merci et dites aussi que ma fille a eu 18 en maths", "HUMAIN"),
        ("1. mais par contre 9h15 c parce que c'est plus le meme horaire ? pas 10h ?", "autre question"),
        ("1 mais c'est lequel le conseiller, et faut que je sois où", "MDS"),
        ("1 merci. ma soeur peut venir ?", "accompagné"),
        ("1 merci bonne journée", ""),
        ("demain. jai personne ici ma mere est o mali", ""),
    ],
)
def test_a_choice_and_more_is_a_choice(dialogue: Ouvrir, reponse: str, besides: str) -> None:
    fatou = dialogue(FATOU)
    demander(fatou)
    dites = repondre(fatou, reponse)
    assert "C'est noté : rendez-vous demain à 9h15" in dites
    assert besides in dites


@pytest.mark.parametrize(
    "reponse",
    [
        "1 mais pas le matin",
        "2 mais plutot le matin",
        "le 2 si c'est par téléphone",
        "le 1 mais je peux pas",
        "2 alors, je vais voir",
        "2 et 3 c loin",
        "le 1 ou le 2",
    ],
)
def test_a_choice_that_depends_on_the_rest_takes_nothing(dialogue: Ouvrir, reponse: str) -> None:
    fatou = dialogue(FATOU)
    demander(fatou)
    assert "C'est noté" not in repondre(fatou, reponse)


def test_a_yes_to_the_only_slot_then_a_question_of_another_day(dialogue: Ouvrir) -> None:
    kevin = dialogue(KEVIN)
    demander(kevin, "un rdv jeudi 15h45")
    dites = repondre(kevin, "oui. et pour vendredi vous avez noté que ct le bus ou pas?")
    assert "vous appelle jeudi 26 novembre à 15h45" in dites
    assert "autre question" in dites


def test_a_day_that_will_do_amid_other_things(dialogue: Ouvrir) -> None:
    jean_marc = dialogue(JEAN_MARC)
    assert "08/12" in decaler(jean_marc)
    dite = "non je travail le matin. le 8 ca ira mais si mon contrat est fini avant ça fait quoi"
    assert "mardi 8 décembre à 15h45" in repondre(jean_marc, dite, "consulter_cer")


@pytest.mark.parametrize(
    "dite",
    [
        "9h30 NON. Je ne serai pas là. Rendez moi le 14h30 s'il vous plaît",
        "OUI remettre mardi 14h30",
        "remettez moi à 14h30",
    ],
)
def test_the_hour_left_is_asked_back(dialogue: Ouvrir, dite: str) -> None:
    jean_marc = dialogue(JEAN_MARC)
    decaler(jean_marc)
    repondre(jean_marc, "1", "choisir")
    assert jean_marc.dire(ActionIncompris(), dite, "nlu_fallback") == []
    offre = jean_marc.dire(ActionDeplacerRdv(), dite, "deplacer_rdv")[0]
    assert "Remettre celui d'avant, mardi 01/12 à 14h30" in offre
    dites = jean_marc.dire(ActionLieuRdv(), "oui svp. et le bus pour venir c lequel", "lieu_rdv")
    assert "C'est remis comme avant" in dites[0]


def test_as_it_was(dialogue: Ouvrir) -> None:
    jean_marc = dialogue(JEAN_MARC)
    decaler(jean_marc)
    repondre(jean_marc, "1", "choisir")
    dite = "Mais non ! le matin j'ai kiné. Remettez moi comme c'était, mardi 14h30"
    assert jean_marc.dire(ActionReponseSeule(), dite, "nlu_fallback") == []
    assert "C'est remis" in jean_marc.dire(ActionDeplacerRdv(), dite, "deplacer_rdv")[0]
