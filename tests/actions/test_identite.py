"""The birth date asked first, and what was asked before it answered in the same turn."""

from collections.abc import Callable

import pytest

from actions.contrat import ActionConsulterCer
from actions.conversation import ActionReponseSeule
from actions.identite import ValiderFormulaireIdentite
from actions.numero import ActionMauvaisNumero
from actions.rendez_vous import ActionConsulterRdv
from tests.actions.conftest import Dialogue

AMINA, YOUSSEF_ET_NADIA, INCONNU = "+33639980001", "+33639980006", "+33639980099"
Ouvrir = Callable[[str], Dialogue]


def demander_son_contrat(dialogue: Dialogue) -> str:
    return dialogue.dire(ActionConsulterCer(), "mon contrat fini kan", "consulter_cer")[0]


def repondre(dialogue: Dialogue, texte: str, intent: str = "donner_information") -> str:
    return " / ".join(dialogue.dire(ValiderFormulaireIdentite(), texte, intent))


def test_the_right_date_brings_the_answer_at_once(dialogue: Ouvrir) -> None:
    amina = dialogue(AMINA)
    assert "date de naissance" in demander_son_contrat(amina)
    assert "contrat d'engagement est signé" in repondre(amina, "le 12 avril 91")
    assert amina.formulaire is None


def test_for_half_an_hour_nothing_is_asked_again(dialogue: Ouvrir) -> None:
    amina = dialogue(AMINA)
    demander_son_contrat(amina)
    repondre(amina, "12/04/1991")
    assert "signé" in demander_son_contrat(amina)


@pytest.mark.parametrize("intent", ["donner_information", "nlu_fallback", "declarer_action", "choisir"])
def test_a_date_is_an_answer_whatever_the_label(dialogue: Ouvrir, intent: str) -> None:
    amina = dialogue(AMINA)
    demander_son_contrat(amina)
    assert "signé" in repondre(amina, "c 12041991", intent)


def test_a_wrong_date_says_neither_whose_nor_which(dialogue: Ouvrir) -> None:
    amina = dialogue(AMINA)
    demander_son_contrat(amina)
    dite = repondre(amina, "12/04/1990")
    assert "ne correspond pas" in dite
    assert not any(mot in dite for mot in ("1991", "avril", "Amina", "Benali"))


def test_after_three_wrong_dates_the_form_ends_with_whom_to_call(dialogue: Ouvrir) -> None:
    amina = dialogue(AMINA)
    demander_son_contrat(amina)
    for jour in ("1/1/1990", "2/2/1990"):
        repondre(amina, jour)
    assert "Appelez Claire Dubois au 05 36 49 00 01" in repondre(amina, "3/3/1990")
    assert amina.formulaire is None
    assert "Appelez Claire Dubois" in demander_son_contrat(amina)
    assert amina.formulaire is None


def test_why_is_answered_and_the_question_stays(dialogue: Ouvrir) -> None:
    amina = dialogue(AMINA)
    demander_son_contrat(amina)
    assert "personne d'autre" in repondre(amina, "pk vous voulez savoir ca ?", "demander_aide")
    assert amina.formulaire == "formulaire_identite"


def test_a_date_that_does_not_exist_is_no_try(dialogue: Ouvrir) -> None:
    amina = dialogue(AMINA)
    demander_son_contrat(amina)
    assert "date de naissance" in repondre(amina, "31/02/1990")
    assert "signé" in repondre(amina, "12/04/1991")


def test_when_the_request_is_forgotten_it_is_asked_for(dialogue: Ouvrir) -> None:
    amina = dialogue(AMINA)
    demander_son_contrat(amina)
    amina.slots["demande"] = None
    assert repondre(amina, "12/04/1991") == "Merci, c'est vérifié. Que voulez-vous savoir ?"


@pytest.mark.parametrize("numero", [INCONNU, YOUSSEF_ET_NADIA])
def test_nobody_known_is_asked_nothing_and_told_nothing(dialogue: Ouvrir, numero: str) -> None:
    inconnu = dialogue(numero)
    dite = demander_son_contrat(inconnu)
    assert "Appelez votre MDS" in dite
    assert inconnu.formulaire is None


def test_not_me_makes_the_next_answers_those_of_a_stranger(dialogue: Ouvrir) -> None:
    amina = dialogue(AMINA)
    amina.dire(ActionMauvaisNumero(), "c pas moi", "mauvais_numero")
    assert "excusez-nous" in amina.dire(ActionReponseSeule(), "oui", "affirmer")[0]
    dite = amina.dire(ActionConsulterRdv(), "c quand mon rdv", "consulter_rdv")[0]
    assert "10h" not in dite
    assert dite == dialogue(INCONNU).dire(ActionConsulterRdv(), "c quand mon rdv", "consulter_rdv")[0]
