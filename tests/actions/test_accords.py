"""A yes that goes on with a question or a condition takes no act: the question is asked again."""

from collections.abc import Callable

import pytest

from actions.annulation import ActionAnnulerRdv, ValiderFormulaireAnnulation
from actions.conversation import ActionReponseSeule
from actions.numero import ActionMauvaisNumero
from actions.rendez_vous import ActionConsulterRdv
from tests.actions.conftest import Dialogue

AMINA = "+33639980001"
Ouvrir = Callable[[str], Dialogue]


def demander(dialogue: Dialogue) -> None:
    dialogue.dire(ActionAnnulerRdv(), "je peux pas venir", "annuler_rdv")


def accorder(dialogue: Dialogue, texte: str, intent: str) -> str:
    return " / ".join(dialogue.dire(ValiderFormulaireAnnulation(), texte, intent))


def quand(dialogue: Dialogue) -> str:
    return " / ".join(dialogue.dire(ActionConsulterRdv(), "c quand mon rdv", "consulter_rdv"))


@pytest.mark.parametrize("intent", ["affirmer", "annuler_rdv", "nlu_fallback"])
@pytest.mark.parametrize(
    "texte",
    [
        "si la ptite est malade lundi jpreviens comment",
        "ok mais c ou",
        "oui mais si je suis malade",
        "ok et pour le bus ?",
        "si je viens pas il se passe quoi",
    ],
)
def test_a_reserve_cancels_nothing(dialogue: Ouvrir, texte: str, intent: str) -> None:
    amina = dialogue(AMINA)
    demander(amina)
    dite = accorder(amina, texte, intent)
    assert "OUI ou NON" in dite
    assert "C'est annulé" not in dite
    assert "jeudi 26 novembre à 10h" in quand(amina)


@pytest.mark.parametrize("texte", ["oui svp merci", "oui annule", "ok c bon", "oui je peux pas venir"])
def test_a_plain_yes_cancels(dialogue: Ouvrir, texte: str) -> None:
    amina = dialogue(AMINA)
    demander(amina)
    assert "C'est annulé" in accorder(amina, texte, "affirmer")


@pytest.mark.parametrize("intent", ["affirmer", "annuler_rdv", "lieu_rdv", "nlu_fallback"])
def test_when_ill_one_writes_here(dialogue: Ouvrir, intent: str) -> None:
    amina = dialogue(AMINA)
    demander(amina)
    dite = accorder(amina, "si la ptite est malade lundi jpreviens comment", intent)
    assert "je préviens Claire Dubois" in dite
    assert "OUI ou NON" in dite


def test_a_number_is_not_taken_away_by_half_a_yes(dialogue: Ouvrir) -> None:
    amina = dialogue(AMINA)
    amina.dire(ActionMauvaisNumero(), "vous vous trompez de personne", "mauvais_numero")
    (dite,) = amina.dire(ActionReponseSeule(), "oui mais c'est qui vous ?", "affirmer")
    assert "OUI ou NON" in dite
    assert "jeudi 26 novembre à 10h" in quand(amina)
