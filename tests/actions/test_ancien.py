"""Once a slot is taken: the day corrected, the former rendez-vous taken back, a venue on another day."""

from collections.abc import Callable

import pytest
from rasa_sdk import Action

from actions.annulation import ActionAnnulerRdv, ValiderFormulaireAnnulation
from actions.conversation import ActionIncompris, ActionReponseSeule
from actions.creneau import ValiderFormulaireCreneau
from actions.deplacement import ActionDeplacerRdv, ActionPrendreRdv
from actions.motif import ActionSignalerAbsencePassee
from actions.rendez_vous import ActionConsulterRdv
from actions.venue import ActionConfirmerRdv
from tests.actions.conftest import Dialogue

AMINA, FATOU = "+33639980001", "+33639980003"
Ouvrir = Callable[[str], Dialogue]
ACTIONS: dict[str, Action] = {
    action.name(): action for action in (ActionDeplacerRdv(), ActionPrendreRdv(), ActionReponseSeule())
}


def dire(dialogue: Dialogue, action: Action, texte: str, intent: str) -> str:
    """Also through the actions it hands over to."""
    dites = dialogue.dire(action, texte, intent)
    while (suite := dialogue.events[-1]).get("event") == "followup" and suite["name"] in ACTIONS:
        dites += dialogue.dire(ACTIONS[suite["name"]], texte, intent, meme_tour=True)
    return " / ".join(dites)


def choisir(dialogue: Dialogue, texte: str, intent: str = "donner_information") -> str:
    return dire(dialogue, ValiderFormulaireCreneau(), texte, intent)


def deplace(dialogue: Dialogue, jour: str = "lundi 30 a 9h15") -> Dialogue:
    """Amina's of Thursday at 10:00, moved."""
    dire(dialogue, ActionDeplacerRdv(), f"on peut decaler a {jour} ?", "deplacer_rdv")
    assert "C'est changé" in choisir(dialogue, "oui", "affirmer")
    return dialogue


def quand(dialogue: Dialogue) -> str:
    return dire(dialogue, ActionConsulterRdv(), "c quand mon rdv", "consulter_rdv")


@pytest.mark.parametrize(
    ("action", "texte", "intent"),
    [
        (ActionSignalerAbsencePassee(), "*pardon mercredi", "signaler_absence_passee"),
        (ActionIncompris(), "je veu rdv mercredi pa jeudi", "nlu_fallback"),
        (ActionReponseSeule(), "non mercredi", "nier"),
        (ActionReponseSeule(), "mercredi", "donner_information"),
    ],
)
def test_another_day_right_after_is_looked_for(
    dialogue: Ouvrir, action: Action, texte: str, intent: str
) -> None:
    fatou = dialogue(FATOU)
    dire(fatou, ActionPrendreRdv(), "RENDEZ-VOUS", "prendre_rdv")
    assert "C'est noté" in choisir(fatou, "jeudi")
    assert "1. mercredi 25/11" in dire(fatou, action, texte, intent)
    assert "C'est changé : rendez-vous demain à 9h15" in choisir(fatou, "1", "choisir")


def test_the_nearest_slot_taken_by_mistake_is_still_theirs_to_change(dialogue: Ouvrir) -> None:
    fatou = dialogue(FATOU)
    dire(fatou, ActionPrendreRdv(), "RENDEZ-VOUS", "prendre_rdv")
    choisir(fatou, "1", "choisir")  # within a day
    assert "1. jeudi 26/11" in dire(fatou, ActionReponseSeule(), "non jeudi", "nier")


def test_the_same_day_said_again_is_no_correction(dialogue: Ouvrir) -> None:
    fatou = dialogue(FATOU)
    dire(fatou, ActionPrendreRdv(), "RENDEZ-VOUS", "prendre_rdv")
    choisir(fatou, "jeudi")
    assert "Vous avez rendez-vous jeudi" in dire(fatou, ActionReponseSeule(), "oui jeudi", "affirmer")


@pytest.mark.parametrize(
    ("action", "texte", "intent"),
    [
        (ActionIncompris(), "finalement non gardez celui d'avant", "nlu_fallback"),
        (ActionIncompris(), "je prefere jeudi 26 novembre 10h comme c'était prévu", "nlu_fallback"),
        (ActionDeplacerRdv(), "remettez comme avant svp", "deplacer_rdv"),
        (ActionPrendreRdv(), "finalement remettez moi l'ancien rdv svp", "prendre_rdv"),
    ],
)
def test_the_one_before_is_taken_back(dialogue: Ouvrir, action: Action, texte: str, intent: str) -> None:
    amina = deplace(dialogue(AMINA))
    dite = dire(amina, action, texte, intent)
    assert dite == (
        "C'est remis comme avant : rendez-vous jeudi 26 novembre à 10h, avec Claire Dubois."
        " L'autre est annulé."
    )
    assert "jeudi 26 novembre à 10h" in quand(amina)


@pytest.mark.parametrize(
    ("action", "texte", "intent"),
    [
        (ActionConfirmerRdv(), "bon tant pis je garde le jeudi 26", "confirmer_rdv"),
        (ActionDeplacerRdv(), "vous pouvez remettre jeudi 26 a 10h", "deplacer_rdv"),
    ],
)
def test_its_day_alone_is_asked_about(dialogue: Ouvrir, action: Action, texte: str, intent: str) -> None:
    amina = deplace(dialogue(AMINA))
    dite = dire(amina, action, texte, intent)
    assert "maintenant lundi 30 novembre à 9h15. Remettre celui d'avant, jeudi 26/11 à 10h ?" in dite
    assert "C'est remis" in dire(amina, ActionReponseSeule(), "oui", "affirmer")


def test_no_leaves_the_new_one(dialogue: Ouvrir) -> None:
    amina = deplace(dialogue(AMINA))
    dire(amina, ActionConfirmerRdv(), "je garde le jeudi 26", "confirmer_rdv")
    assert "reste lundi 30 novembre" in dire(amina, ActionReponseSeule(), "non", "nier")
    assert "lundi 30 novembre à 9h15" in quand(amina)


def test_its_hour_named_before_a_list_is_asked_about(dialogue: Ouvrir) -> None:
    amina = deplace(dialogue(AMINA))
    dire(amina, ActionDeplacerRdv(), "on peut decaler ?", "deplacer_rdv")
    assert "Remettre celui d'avant" in choisir(amina, "plutot jeudi 26 a 10h")
    assert amina.formulaire is None


def test_coming_on_another_day_is_not_confirmed(dialogue: Ouvrir) -> None:
    amina = dialogue(AMINA)
    dite = dire(amina, ActionConfirmerRdv(), "ok pour vendredi je serai la", "confirmer_rdv")
    assert dite.startswith("Vous avez déjà un rendez-vous : jeudi 26 novembre à 10h")
    assert "1. vendredi 27/11" in dire(amina, ActionReponseSeule(), "oui", "affirmer")


def test_amid_a_cancellation_another_day_is_not_confirmed_either(dialogue: Ouvrir) -> None:
    amina = dialogue(AMINA)
    dire(amina, ActionAnnulerRdv(), "je peux pas venir", "annuler_rdv")
    dite = dire(amina, ValiderFormulaireAnnulation(), "je viens vendredi", "confirmer_rdv")
    assert "jeudi 26 novembre à 10h" in dite
    assert amina.formulaire is None


def test_keep_the_place_amid_a_cancellation(dialogue: Ouvrir) -> None:
    amina = dialogue(AMINA)
    dire(amina, ActionAnnulerRdv(), "je peux pas venir", "annuler_rdv")
    texte = "attend non en fait cest le 16 toulouse, garde la place"
    assert "je garde votre rendez-vous" in dire(amina, ValiderFormulaireAnnulation(), texte, "nlu_fallback")


@pytest.mark.parametrize(
    ("texte", "intent"),
    [
        ("non laisse 10h c'est bon", "nier"),
        ("remet moi a 10h", "deplacer_rdv"),
        ("non jeudi 10h ça me va", "deplacer_rdv"),
    ],
)
def test_amid_a_list_their_own_hour_is_kept(dialogue: Ouvrir, texte: str, intent: str) -> None:
    amina = dialogue(AMINA)
    dire(amina, ActionDeplacerRdv(), "on peut decaler ?", "deplacer_rdv")
    assert "rien ne change : votre rendez-vous reste jeudi 26 novembre à 10h" in choisir(amina, texte, intent)


def test_their_own_hour_is_kept_without_a_list_too(dialogue: Ouvrir) -> None:
    dite = dire(dialogue(AMINA), ActionDeplacerRdv(), "remet moi a 10h", "deplacer_rdv")
    assert dite.startswith("D'accord, rien ne change")


def test_one_of_the_list_is_taken_when_it_alone_fits(dialogue: Ouvrir) -> None:
    amina = dialogue(AMINA)
    dire(amina, ActionDeplacerRdv(), "on peut decaler ?", "deplacer_rdv")
    dite = choisir(amina, "nan le matin jdors mdr, jeudi aprem c bon", "deplacer_rdv")
    assert "C'est changé : rendez-vous jeudi 26 novembre à 14h" in dite


def test_a_free_hour_named_with_its_day_is_offered_alone(dialogue: Ouvrir) -> None:
    amina = dialogue(AMINA)
    texte = "bah mon rdv de jeudi, mettez le vendredi 15h30"
    dite = dire(amina, ActionDeplacerRdv(), texte, "deplacer_rdv")
    assert "une place libre à Bordeaux :\n1. vendredi 27/11 à 15h30\nRépondez OUI" in dite


def test_who_agreed_may_still_correct_the_day(dialogue: Ouvrir) -> None:
    fatou = dialogue(FATOU)
    dire(fatou, ActionPrendreRdv(), "RENDEZ-VOUS", "prendre_rdv")
    choisir(fatou, "1", "choisir")
    assert dire(fatou, ActionReponseSeule(), "ok", "affirmer").startswith("D'accord")
    dite = dire(fatou, ActionIncompris(), "je me suis trompé c jeudi que je veux", "nlu_fallback")
    assert "1. jeudi 26/11" in dite


def test_a_bare_no_after_taking_cancels_nothing_and_says_so(dialogue: Ouvrir) -> None:
    fatou = dialogue(FATOU)
    dire(fatou, ActionPrendreRdv(), "RENDEZ-VOUS", "prendre_rdv")
    choisir(fatou, "jeudi")
    dite = dire(fatou, ActionReponseSeule(), "non finalement", "nier")
    assert dite.startswith("Vous avez déjà un rendez-vous : jeudi 26 novembre à 14h")
    assert "1. " in dire(fatou, ActionReponseSeule(), "oui", "affirmer")


def test_a_husband_is_no_tuesday(dialogue: Ouvrir) -> None:
    dite = dire(dialogue(AMINA), ActionConfirmerRdv(), "je viens avec mon mari", "confirmer_rdv")
    assert dite.startswith("C'est noté")
