"""Answers beside the question: about a delay, about both rendez-vous, about nothing to change."""

from collections.abc import Callable

import pytest

from actions.conversation import ActionIncompris, ActionReponseSeule
from actions.creneau import ValiderFormulaireCreneau
from actions.deplacement import ActionDeplacerRdv
from actions.numero import ActionMauvaisNumero
from actions.rendez_vous import ActionPreparerRdv, ActionSignalerRetard
from tests.actions.conftest import Dialogue

AMINA, MARIA = "+33639980001", "+33639980005"
Ouvrir = Callable[[str], Dialogue]


def hesiter(maria: Dialogue) -> None:
    dite = maria.dire(ActionDeplacerRdv(), "je voudrais changer de jour", "deplacer_rdv")
    assert "Lequel" in dite[0]


def repondre(dialogue: Dialogue, texte: str, intent: str) -> str:
    return " / ".join(dialogue.dire(ValiderFormulaireCreneau(), texte, intent))


def test_a_yes_with_the_minutes_tells_of_the_delay(dialogue: Ouvrir) -> None:
    amina, dite = dialogue(AMINA), "oui dite lui 10 min pas plus"
    demande = "et si jeudi jarrive un peu en retard jai mon cours de code jusqua 9h45"
    assert "OUI ou NON" in amina.dire(ActionSignalerRetard(), demande, "signaler_retard")[0]
    assert amina.dire(ActionSignalerRetard(), dite, "signaler_retard") == []
    assert "10 min" in amina.dire(ActionReponseSeule(), dite, "signaler_retard")[0]


def test_both_are_confirmed(dialogue: Ouvrir) -> None:
    maria = dialogue(MARIA)
    hesiter(maria)
    dite = repondre(maria, "bon d'accord. confirmez samedi 9h et lundi 14h svp, les deux", "confirmer_rdv")
    assert "1. samedi" in dite and "2. lundi" in dite
    assert maria.formulaire is None


@pytest.mark.parametrize("texte", ["Non laisse tomber. Je garde tout. Samedi je viens.", "je garde les deux"])
def test_all_is_kept(dialogue: Ouvrir, texte: str) -> None:
    maria = dialogue(MARIA)
    hesiter(maria)
    dite = repondre(maria, texte, "nlu_fallback")
    assert "je ne change rien" in dite and "2. lundi" in dite
    assert maria.formulaire is None


def test_later_and_what_is_lost_are_heard_in_between(dialogue: Ouvrir) -> None:
    maria = dialogue(MARIA)
    hesiter(maria)
    assert "dites-moi" in repondre(maria, "Je sais pas encore. Je vous dis jeudi soir ?", "deplacer_rdv")
    dite = repondre(maria, "mais si je change je perd ma place ? sinon je viens quand meme", "deplacer_rdv")
    assert "tant que vous n'avez pas choisi" in dite


def test_an_expired_card_is_no_reason_to_stay_away(dialogue: Ouvrir) -> None:
    dite = "ma piece didentité elle est perimé, jai un recipissé sa va quand meme ?"
    assert "Venez" in dialogue(AMINA).dire(ActionPreparerRdv(), dite, "preparer_rdv")[0]


def test_is_it_open_that_day(dialogue: Ouvrir) -> None:
    amina = dialogue(AMINA)
    dite = "je demande si le bureau est ouvert jeudi a 10h"
    assert "vous attend jeudi" in amina.dire(ActionIncompris(), dite, "nlu_fallback")[0]


def test_you_are_mistaken_said_twice_is_a_yes(dialogue: Ouvrir) -> None:
    inconnu = dialogue(AMINA)
    inconnu.dire(ActionMauvaisNumero(), "c pas moi", "mauvais_numero")
    dite = "oui voila vous vous trompez. moi je suis retraité"
    assert "excusez-nous" in inconnu.dire(ActionMauvaisNumero(), dite, "mauvais_numero")[0]
