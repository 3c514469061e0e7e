"""A cancellation denied or regretted within the day."""

from collections.abc import Callable

import pytest
from rasa_sdk import Action
from sqlalchemy import select

from actions.annulation import ActionAnnulerRdv, ValiderFormulaireAnnulation
from actions.conversation import ActionIncompris, ActionReponseSeule
from actions.creneau import ValiderFormulaireCreneau
from actions.deplacement import ActionPrendreRdv
from actions.motif import ValiderFormulaireMotif
from actions.rendez_vous import ActionConsulterRdv
from assistant.database import transaction
from assistant.handoff.alertes import Alerte, GenreAlerte
from tests.actions.conftest import Dialogue

AMINA = "+33639980001"
Ouvrir = Callable[[str], Dialogue]
REMIS = "C'est remis : rendez-vous jeudi 26 novembre à 10h. J'ai prévenu Claire Dubois."


def dire(dialogue: Dialogue, action: Action, texte: str, intent: str) -> str:
    return " / ".join(dialogue.dire(action, texte, intent))


def annule(dialogue: Dialogue, oui: str = "oui jsui malade") -> Dialogue:
    dire(dialogue, ActionAnnulerRdv(), "je peux pas venir", "annuler_rdv")
    assert "C'est annulé" in dire(dialogue, ValiderFormulaireAnnulation(), oui, "affirmer")
    return dialogue


def ensuite(dialogue: Dialogue) -> Dialogue:
    dire(annule(dialogue), ValiderFormulaireCreneau(), "non", "nier")
    return dialogue


@pytest.mark.parametrize(
    ("action", "intent"),
    [
        (ActionConsulterRdv(), "consulter_rdv"),
        (ActionAnnulerRdv(), "annuler_rdv"),
        (ActionIncompris(), "nlu_fallback"),
        (ActionPrendreRdv(), "prendre_rdv"),
    ],
)
def test_put_back_as_asked_and_the_referent_told(dialogue: Ouvrir, action: Action, intent: str) -> None:
    amina = ensuite(dialogue(AMINA))
    texte = "hein jai jamais dit d annuler remettez mon rdv"
    assert dire(amina, action, texte, intent) == REMIS
    assert "jeudi 26 novembre à 10h" in dire(amina, ActionConsulterRdv(), "c quand", "consulter_rdv")
    with transaction() as session:
        assert set(session.scalars(select(Alerte.genre))) == {GenreAlerte.ANNULATION, GenreAlerte.DEPLACEMENT}


@pytest.mark.parametrize("texte", ["jai jamais annulé", "c une erreur jai pas voulu annuler"])
def test_denied_it_is_offered_back(dialogue: Ouvrir, texte: str) -> None:
    amina = ensuite(dialogue(AMINA))
    assert "Voulez-vous le remettre ?" in dire(amina, ActionAnnulerRdv(), texte, "annuler_rdv")
    assert dire(amina, ActionReponseSeule(), "oui", "affirmer") == REMIS


def test_while_the_reason_or_another_time_is_asked(dialogue: Ouvrir) -> None:
    amina = annule(dialogue(AMINA), "oui")
    assert dire(amina, ValiderFormulaireMotif(), "non remettez mon rdv", "nier") == REMIS
    annule(amina)
    assert dire(amina, ValiderFormulaireCreneau(), "remettez mon rdv svp", "prendre_rdv") == REMIS
    assert amina.formulaire is None


def test_once_another_is_taken_the_cancelled_one_stays_so(dialogue: Ouvrir) -> None:
    amina = annule(dialogue(AMINA))
    dire(amina, ValiderFormulaireCreneau(), "1", "choisir")
    dite = dire(amina, ActionAnnulerRdv(), "jai pas annulé", "annuler_rdv")
    assert "Voulez-vous le remettre" not in dite


@pytest.mark.parametrize(
    "texte", ["je voudrais reprendre un rdv", "remettez un rdv vendredi", "en fait je viens pas du tout"]
)
def test_another_one_wished_is_no_wish_for_the_cancelled_one(dialogue: Ouvrir, texte: str) -> None:
    amina = ensuite(dialogue(AMINA))
    dite = dire(amina, ActionPrendreRdv(), texte, "prendre_rdv")
    assert "C'est remis" not in dite
    assert "le remettre" not in dite


def test_coming_after_all_is_asked_first(dialogue: Ouvrir) -> None:
    amina = ensuite(dialogue(AMINA))
    dite = dire(amina, ActionIncompris(), "finalement je viens", "nlu_fallback")
    assert "Voulez-vous le remettre" in dite
