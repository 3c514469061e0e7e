"""Money that did not come and nothing to eat, in one message: both are answered."""

import pytest

from actions.conversation import ActionReponseSeule
from actions.droits import ActionQuestionPaiement, ActionQuestionSanction
from assistant.content.rendering import render
from assistant.offres.faim import dit_ne_pas_manger
from assistant.sms_text.gsm7 import segments
from tests.actions.test_propos_droits import AMINA, INCONNU, QUI, Ouvrir

RETARD = "g rien recu du rsa ce moi si ya pa largen vendredi on mange pa"


def test_where_to_eat_is_said_with_the_money(dialogue: Ouvrir) -> None:
    amina = dialogue(AMINA)
    (dite,) = amina.dire(ActionQuestionPaiement(), RETARD, "question_paiement")
    assert "CAF" in dite
    assert "CCAS" in dite
    assert "transmis à Claire Dubois" in amina.dire(ActionReponseSeule(), "oui previen la", "affirmer")[0]


@pytest.mark.parametrize("cle", ["droits_retard_faim", "droits_sanction_recue_faim"])
def test_it_is_one_sms(cle: str) -> None:
    assert segments(render(cle, QUI)) == 1


def test_a_stranger_hears_it_too(dialogue: Ouvrir) -> None:
    dites = dialogue(INCONNU).dire(ActionQuestionPaiement(), RETARD, "question_paiement")
    assert "CCAS" in dites[-1]


def test_a_sanction_and_an_empty_fridge(dialogue: Ouvrir) -> None:
    dite = "ils m'ont coupé le rsa et le frigo est vide"
    (reponse,) = dialogue(AMINA).dire(ActionQuestionSanction(), dite, "question_sanction")
    assert "Pour manger, le CCAS" in reponse
    assert "Vous pouvez contester" in reponse


@pytest.mark.parametrize(
    "dite", ["jai plus rien a manger", "on bouffe pas", "les enfants ont faim", "de quoi manger ?"]
)
def test_hunger_is_heard(dite: str) -> None:
    assert dit_ne_pas_manger(dite)


@pytest.mark.parametrize("dite", ["mon rsa n'est pas arrivé", "je mange pas de porc", "la caf me mange tout"])
def test_where_none_is_said_nothing_is_added(dialogue: Ouvrir, dite: str) -> None:
    assert not dit_ne_pas_manger(dite)
    assert len(dialogue(AMINA).dire(ActionQuestionPaiement(), dite, "question_paiement")) == 1
