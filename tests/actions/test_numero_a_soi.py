"""A number of one's own, somebody who writes for another, and what a number nobody has is told."""

from collections.abc import Callable

import pytest

from actions.conversation import ActionIncompris, ActionReponseSeule
from actions.deplacement import ActionDeplacerRdv
from actions.numero import ActionMauvaisNumero
from actions.rendez_vous import ActionConsulterRdv, ActionSignalerRetard
from tests.actions.conftest import Dialogue

AMINA, INCONNU = "+33639980001", "+33639980099"
ACCUEIL = "05 36 49 00 00"
Ouvrir = Callable[[str], Dialogue]


def dire(dialogue: Dialogue, texte: str, intent: str = "nlu_fallback") -> str:
    return " / ".join(dialogue.dire(ActionIncompris(), texte, intent))


@pytest.mark.parametrize(
    "texte",
    [
        "Je veux changer de numéro de téléphone",
        "vous pouvez mettre mon numéro à moi : 06 12 34 56 78",
        "je veux mon propre numero, mettez 06 12 34 56 78",
        "comment je fais pour avoir un numéro à moi",
        "je voudrais modifier mon numero svp",
    ],
)
def test_a_number_of_one_s_own_is_told_to_the_referent(dialogue: Ouvrir, texte: str) -> None:
    for intent in ("mauvais_numero", "nlu_fallback"):
        amina = dialogue(AMINA)
        dite = " / ".join(amina.dire(ActionMauvaisNumero(), texte, intent))
        assert "notera le nouveau numéro" in dite and "trompe" not in dite
        assert "votre référent" in dire(dialogue(INCONNU), texte, intent)


@pytest.mark.parametrize(
    "texte",
    [
        "mon mari lit mes messages c'est privé",
        "je veux pas qu'il lit mes messages",
        "mes sms ma soeur les lit",
    ],
)
def test_messages_read_by_somebody_else(dialogue: Ouvrir, texte: str) -> None:
    assert "propre numéro" in dire(dialogue(AMINA), texte, "mauvais_numero")
    assert ACCUEIL in dire(dialogue(INCONNU), texte)


@pytest.mark.parametrize(
    "texte",
    ["vous vous trompez de personne", "c'est pas mon numero à moi", "je connais pas cette dame"],
)
def test_a_wrong_number_is_still_one(dialogue: Ouvrir, texte: str) -> None:
    (dite,) = dialogue(AMINA).dire(ActionMauvaisNumero(), texte, "mauvais_numero")
    assert "trompe de personne" in dite


def test_coming_together_on_one_day_is_a_question(dialogue: Ouvrir) -> None:
    texte = "est-ce qu'on peut venir tous les 2 le même jour jeudi ?"
    (dite,) = dialogue(AMINA).dire(ActionDeplacerRdv(), texte, "deplacer_rdv")
    assert "Pour venir à deux" in dite and "\n1." not in dite


@pytest.mark.parametrize(
    ("texte", "intent"),
    [
        ("bonjour g un rdv ce matin avec mr Girard je suis en retard bloqué dans le bus", "nlu_fallback"),
        ("je sui dans le bus dite lui que jarive dans 20min", "signaler_retard"),
    ],
)
def test_a_stranger_who_is_late_is_given_the_number_at_once(
    dialogue: Ouvrir, texte: str, intent: str
) -> None:
    action = ActionSignalerRetard() if intent == "signaler_retard" else ActionIncompris()
    (dite,) = dialogue(INCONNU).dire(action, texte, intent)
    assert "Appelez vite" in dite and ACCUEIL in dite


@pytest.mark.parametrize(
    ("texte", "intent"),
    [
        (
            "je suis la fille de Bernard Faure, il comprend rien, vous pouvez me dire quand est son rdv",
            "consulter_rdv",
        ),
        ("sa date de naissance c'est 30/11/1968 si vous voulez", "donner_information"),
        ("c'est quand le rdv de ma mere", "consulter_rdv"),
        ("jsuis son fils c pour l'aider", "nlu_fallback"),
    ],
)
def test_a_relative_is_told_who_may_write(dialogue: Ouvrir, texte: str, intent: str) -> None:
    action = ActionReponseSeule() if intent == "donner_information" else ActionConsulterRdv()
    (dite,) = dialogue(INCONNU).dire(action, texte, intent)
    assert "de son téléphone" in dite and ACCUEIL in dite


@pytest.mark.parametrize(
    "texte", ["C'est qui ? J'ai reçu un message de ce numéro", "c ki", "qui êtes vous ?"]
)
def test_a_stranger_learns_who_writes(dialogue: Ouvrir, texte: str) -> None:
    dite = dire(dialogue(INCONNU), texte, "demander_robot")
    assert "Jalon" in dite and "par erreur" in dite and "STOP" in dite


def test_the_menu_of_a_stranger_offers_what_can_be_done(dialogue: Ouvrir) -> None:
    inconnu = dialogue(INCONNU)
    dite = dire(inconnu, "brtz")
    assert "1. Une aide" in dite and "Mon rendez-vous" not in dite
    assert "Que cherchez-vous" in " ".join(inconnu.dire(ActionReponseSeule(), "1", "choisir"))
