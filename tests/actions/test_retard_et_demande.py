"""Late on a later day, a rendez-vous asked amid other words, a choice of two, a yes with an hour."""

from collections.abc import Callable

import pytest

from actions.conversation import ActionIncompris, ActionMecontent, ActionReponseSeule
from actions.creneau import ValiderFormulaireCreneau
from actions.deplacement import ActionDeplacerRdv, ActionPrendreRdv
from actions.politesses import ActionSaluer
from actions.rendez_vous import ActionConsulterRdv, ActionSignalerRetard
from tests.actions.conftest import Dialogue

AMINA, JEAN_MARC, FATOU, KEVIN, MARIA = (f"+3363998000{n}" for n in range(1, 6))
Ouvrir = Callable[[str], Dialogue]


@pytest.mark.parametrize(
    "dite",
    [
        "j'aurai dix minutes de retard au téléphone le 1er, je sors du médecin.",
        "mardi 1er je suis en retard de 10 min a cause du bus",
    ],
)
def test_late_on_a_later_day_is_no_wish_to_move(dialogue: Ouvrir, dite: str) -> None:
    dites = dialogue(JEAN_MARC).dire(ActionSignalerRetard(), dite, "signaler_retard")
    assert "j'ai prévenu Thomas Girard de votre retard" in dites[0]


def test_kept_only_ten_minutes_late(dialogue: Ouvrir) -> None:
    jean_marc = dialogue(JEAN_MARC)
    jean_marc.dire(ActionDeplacerRdv(), "on peut decaler ?", "deplacer_rdv")
    dite = "Je garde mon rendez-vous !! Seulement 10 minutes de retard."
    dites = jean_marc.dire(ValiderFormulaireCreneau(), dite, "signaler_retard")
    assert "j'ai prévenu" in dites[0]
    assert jean_marc.formulaire is None


@pytest.mark.parametrize(
    "dite",
    ["laisse tomber le black j'ai rien dit. RENDEZ-VOUS", "rendez vous un après midi cette semaine"],
)
def test_a_rendez_vous_asked_amid_other_words(dialogue: Ouvrir, dite: str) -> None:
    kevin = dialogue(KEVIN)
    assert kevin.dire(ActionIncompris(), dite, "nlu_fallback") == []
    assert "1." in kevin.dire(ActionPrendreRdv(), dite, "prendre_rdv")[0]


def test_my_rendez_vous_in_the_menu_when_there_is_none(dialogue: Ouvrir) -> None:
    kevin = dialogue(KEVIN)
    kevin.dire(ActionSaluer(), "wsh", "saluer")
    assert kevin.dire(ActionReponseSeule(), "1", "choisir") == []
    assert kevin.dire(ActionConsulterRdv(), "1", "choisir") == []  # on to the slots
    assert "1." in kevin.dire(ActionPrendreRdv(), "1", "choisir")[0]


def test_a_slot_named_that_somebody_has_taken(dialogue: Ouvrir) -> None:
    jean_marc, kevin = dialogue(JEAN_MARC), dialogue(KEVIN)
    kevin.dire(ActionPrendreRdv(), "un rdv mercredi 15h45", "prendre_rdv")
    kevin.dire(ValiderFormulaireCreneau(), "oui", "affirmer")
    jean_marc.dire(ActionDeplacerRdv(), "on peut decaler ?", "deplacer_rdv")
    dite = jean_marc.dire(ValiderFormulaireCreneau(), "mercredi 15h45", "donner_information")[0]
    assert "as de place mercredi 25/11 à 15h45" in dite or "Rien mercredi 25/11 à 15h45" in dite


@pytest.mark.parametrize(
    "dite",
    [
        "oui mais elle appelle le matin car après midi bébé il dort",
        "ok oui mais quelle mapelle le soir les enfants dorme a 20h",
    ],
)
def test_yes_to_a_call_and_when(dialogue: Ouvrir, dite: str) -> None:
    fatou = dialogue(FATOU)
    fatou.dire(ActionMecontent(), "vous servez a rien", "mecontent")
    assert "transmis" in fatou.dire(ActionIncompris(), dite, "nlu_fallback")[0]


def test_yes_if_is_asked_again(dialogue: Ouvrir) -> None:
    fatou = dialogue(FATOU)
    fatou.dire(ActionMecontent(), "vous servez a rien", "mecontent")
    assert "OUI ou NON" in fatou.dire(ActionReponseSeule(), "oui mais si elle est absente", "affirmer")[0]


def test_not_cancelled_another_day_next_week(dialogue: Ouvrir) -> None:
    dite = "attend non je veux pas annuler je veux un autre jour la semaine prochaine si ya"
    liste = dialogue(AMINA).dire(ActionDeplacerRdv(), dite, "deplacer_rdv")[0]
    assert "1. lundi 30/11" in liste
