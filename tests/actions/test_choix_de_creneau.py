"""What people say while they choose a slot holds until that choice is made, and just after."""

from collections.abc import Callable

import pytest

from actions.annulation import ActionAnnulerRdv, ValiderFormulaireAnnulation
from actions.conversation import ActionReponseSeule
from actions.creneau import ValiderFormulaireCreneau
from actions.deplacement import ActionDeplacerRdv, ActionPrendreRdv
from tests.actions.conftest import Dialogue

AMINA, JEAN_MARC, FATOU, KEVIN, MARIA = (f"+3363998000{n}" for n in range(1, 6))
Ouvrir = Callable[[str], Dialogue]


def demander(dialogue: Dialogue, texte: str = "je voudrais un rdv") -> str:
    return dialogue.dire(ActionPrendreRdv(), texte, "prendre_rdv")[0]


def repondre(dialogue: Dialogue, texte: str, intent: str = "donner_information") -> str:
    return " / ".join(dialogue.dire(ValiderFormulaireCreneau(), texte, intent))


def test_neither_before_ten_nor_on_a_wednesday_to_the_end(dialogue: Ouvrir) -> None:
    kevin = dialogue(KEVIN)
    liste = demander(
        kevin, "un rdv oui pourquoi pas mais pas avant 10h je dors mal et pas le mercredi jai mon gosse"
    )
    assert "1." in liste and "mercredi" not in liste and "9h30" not in liste
    liste = repondre(kevin, "jai dis PAS mercredi")
    assert "1." in liste and "mercredi" not in liste and "9h30" not in liste
    assert "9h30" not in repondre(kevin, "jeudi alors. cest a blaye ou au tel ?", "lieu_rdv")


def test_i_said_not_before_ten_once_it_is_taken(dialogue: Ouvrir) -> None:
    kevin = dialogue(KEVIN)
    demander(kevin, "un rdv jeudi")
    assert "C'est noté" in repondre(kevin, "le 1", "choisir")
    dite = "9h30 ??? jai dit pas avant 10h"
    assert kevin.dire(ActionReponseSeule(), dite, "consulter_rdv") == []
    liste = kevin.dire(ActionDeplacerRdv(), dite, "deplacer_rdv")[0]
    assert "1." in liste and "9h30" not in liste


def test_a_bit_later_is_the_same_day(dialogue: Ouvrir) -> None:
    dite = (
        "C'est que je vais changer de numéro samedi. Et à 14h30 je serai dans le car, ça capte mal."
        " Un peu plus tard ça serait possible ?"
    )
    liste = dialogue(JEAN_MARC).dire(ActionDeplacerRdv(), dite, "deplacer_rdv")[0]
    assert "Rien de libre" not in liste
    assert "15h45" in liste


def test_the_day_of_what_was_cancelled_is_not_offered_again(dialogue: Ouvrir) -> None:
    amina = dialogue(AMINA)
    dite = "finalement je vien pas, la creche ma appeler jai une visite jeudi. annulé"
    amina.dire(ActionAnnulerRdv(), dite, "annuler_rdv")
    liste = amina.dire(ValiderFormulaireAnnulation(), "OUI", "affirmer")[0]
    assert "1." in liste and "jeudi 26" not in liste


@pytest.mark.parametrize(
    ("reponse", "intent"),
    [
        ("a bordeaux ?? mais j'habite libourne jai pas de voiture", "donner_information"),
        ("vous m'entendez ? ya pas plus pres de chez moi a libourne", "nlu_fallback"),
        ("non je veux juste libourne", "nier"),
        ("je veux pas bordeaux c'est trop loin", "nlu_fallback"),
    ],
)
def test_too_far_a_call_is_offered(dialogue: Ouvrir, reponse: str, intent: str) -> None:
    fatou = dialogue(FATOU)
    assert "Bordeaux" in demander(fatou)
    liste = repondre(fatou, reponse, intent)
    assert "as plus près" in liste or "pas de place plus près" in liste
    assert liste.count("par tél.") == 3
    assert "C'est noté" in repondre(fatou, "1", "choisir")


def test_it_is_the_workshop_i_meant(dialogue: Ouvrir) -> None:
    maria = dialogue(MARIA)
    maria.dire(ActionDeplacerRdv(), "on peut decaler ?", "deplacer_rdv")
    repondre(maria, "1", "choisir")
    dite = "en fait c'est lequel que vous changez ? moi c'est l'atelier"
    assert "groupe" in repondre(maria, dite, "nlu_fallback")


def test_not_that_one_the_other(dialogue: Ouvrir) -> None:
    maria = dialogue(MARIA)
    dite = "pas samedi, l'autre lundi je peux venir 15h ?"
    assert "groupe" in maria.dire(ActionDeplacerRdv(), dite, "deplacer_rdv")[0]


@pytest.mark.parametrize(
    ("reponse", "besides"),
    [
        ("pff ok oui vas y", ""),
        ("Oui très bien. Ma femme peut m'accompagner ? Et la voiture je la mets où", "accompagné"),
        ("oui merci. ya un parking ?", "autre question"),
    ],
)
def test_a_yes_takes_the_only_slot_and_what_is_asked_gets_a_word(
    dialogue: Ouvrir, reponse: str, besides: str
) -> None:
    amina = dialogue(AMINA)
    amina.dire(ActionDeplacerRdv(), "on peut decaler ?", "deplacer_rdv")
    repondre(amina, "jeudi 26 15h30")
    dites = repondre(amina, reponse, "nlu_fallback")
    assert "C'est changé" in dites
    assert besides in dites


@pytest.mark.parametrize("reponse", ["oui. mais si je suis malade", "oui ? c'est ou", "oui. je vais voir"])
def test_a_yes_that_is_none_takes_nothing(dialogue: Ouvrir, reponse: str) -> None:
    amina = dialogue(AMINA)
    amina.dire(ActionDeplacerRdv(), "on peut decaler ?", "deplacer_rdv")
    repondre(amina, "jeudi 26 15h30")
    assert "C'est changé" not in repondre(amina, reponse, "nlu_fallback")
