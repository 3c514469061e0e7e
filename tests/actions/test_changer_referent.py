"""Another référent is asked for once the person said yes, and no longer once they take it back."""

from collections.abc import Callable

import pytest
from rasa_sdk import Action
from sqlalchemy import select

from actions.changer_referent import ActionChangerReferent
from actions.conversation import ActionIncompris, ActionMecontent, ActionReponseSeule
from actions.desinscription import ActionDesinscrireOffre
from actions.droits import ActionQuestionSanction
from assistant.database import transaction
from assistant.handoff.alertes import Alerte, GenreAlerte
from tests.actions.conftest import Dialogue

AMINA, JEAN_MARC = "+33639980001", "+33639980002"
Ouvrir = Callable[[str], Dialogue]


def en_attente() -> int:
    with transaction() as session:
        query = select(Alerte).where(Alerte.genre == GenreAlerte.CHANGER_REFERENT, Alerte.prise_le.is_(None))
        return len(session.scalars(query).all())


def alertes() -> list[str]:
    with transaction() as session:
        return [str(alerte.genre) for alerte in session.scalars(select(Alerte))]


def demande(dialogue: Ouvrir) -> Dialogue:
    personne = dialogue(JEAN_MARC)
    personne.dire(ActionChangerReferent(), "je veux changer de referent", "changer_referent")
    personne.dire(ActionReponseSeule(), "oui svp", "affirmer")
    return personne


@pytest.mark.parametrize(
    "dit",
    [
        "Et mon contrat, il faudra changer de référent si je déménage à Bazas ?",
        "on peut changer de conseiller ?",
        "sa se passe mal avec lui je veux changer de referent",
    ],
)
def test_nothing_leaves_before_a_yes(dialogue: Ouvrir, dit: str) -> None:
    (dite,) = dialogue(JEAN_MARC).dire(ActionChangerReferent(), dit, "changer_referent")
    assert "OUI" in dite
    assert en_attente() == 0


def test_a_move_is_answered(dialogue: Ouvrir) -> None:
    dit = "il faudra changer de référent si je déménage ?"
    (dite,) = dialogue(JEAN_MARC).dire(ActionChangerReferent(), dit, "changer_referent")
    assert "déménagement" in dite
    assert "rien n'est demandé" in dite


def test_a_yes_sends_it_and_a_no_does_not(dialogue: Ouvrir) -> None:
    demande(dialogue)
    assert en_attente() == 1


def test_a_no_sends_nothing(dialogue: Ouvrir) -> None:
    personne = dialogue(JEAN_MARC)
    personne.dire(ActionChangerReferent(), "changer de referent", "changer_referent")
    (dite,) = personne.dire(ActionReponseSeule(), "non laissez", "nier")
    assert "vous gardez votre référent" in dite
    assert en_attente() == 0


@pytest.mark.parametrize(
    ("action", "label", "dit"),
    [
        (
            ActionChangerReferent(),
            "changer_referent",
            "Mais je n'ai pas demandé à changer ! Annulez ça, je garde M. Girard !",
        ),
        (ActionChangerReferent(), "changer_referent", "finalement je veux plus changer de conseiller"),
        (ActionChangerReferent(), "changer_referent", "je n'ai pas demandé à changer"),
    ],
)
def test_what_was_sent_is_taken_back(dialogue: Ouvrir, action: Action, label: str, dit: str) -> None:
    (dite,) = demande(dialogue).dire(action, dit, label)
    assert "annulée" in dite
    assert en_attente() == 0


@pytest.mark.parametrize(
    ("action", "label", "dit"),
    [
        (
            ActionIncompris(),
            "nlu_fallback",
            "Répondez NON à ma demande de changement. C'est une erreur de votre part.",
        ),
        (ActionMecontent(), "mecontent", "annulez ça"),
        (ActionMecontent(), "mecontent", "je reste avec thomas girard !"),
    ],
)
def test_whatever_the_engine_heard(dialogue: Ouvrir, action: Action, label: str, dit: str) -> None:
    personne = demande(dialogue)
    personne.dire(action, dit, label)
    assert [e["name"] for e in personne.events if e["event"] == "followup"][-1] == "action_changer_referent"


def test_another_cancellation_leaves_it(dialogue: Ouvrir) -> None:
    personne = demande(dialogue)
    personne.dire(ActionMecontent(), "vous vous trompez toujours de jour", "mecontent")
    assert en_attente() == 1
    assert "action_changer_referent" not in [e["name"] for e in personne.events if e["event"] == "followup"]


NON_A_LA_QUESTION = [
    ("nn laissé finalement je garde claire", "desinscrire_offre"),
    ("je garde claire", "confirmer_rdv"),
    ("non c bon je reste avec elle", "nlu_fallback"),
    ("laissez tomber", "annuler_rdv"),
    ("pas la peine", "nlu_fallback"),
    ("nan laisse", "mauvais_numero"),
    ("finalement non", "modifier_cer"),
]


@pytest.mark.parametrize(("dit", "label"), NON_A_LA_QUESTION)
def test_a_no_to_the_question_does_nothing_else(dialogue: Ouvrir, dit: str, label: str) -> None:
    personne = dialogue(AMINA)
    personne.dire(ActionChangerReferent(), "changé moi de referente el me parle mal", "changer_referent")
    assert personne.dire(ActionDesinscrireOffre(), dit, label) == []
    suite = [e["name"] for e in personne.events if e["event"] == "followup"][-1]
    actions = {
        "action_changer_referent": ActionChangerReferent(),
        "action_reponse_seule": ActionReponseSeule(),
    }
    (dite,) = personne.dire(actions[suite], dit, label, meme_tour=True)
    assert "rien n'est demandé" in dite
    assert alertes() == []


@pytest.mark.parametrize(
    ("dit", "label"),
    [
        ("non je veux annuler mon rdv", "annuler_rdv"),
        ("non jarrete le cours", "desinscrire_offre"),
        ("non jai demenagé", "declarer_changement"),
        ("c quand mon rdv", "consulter_rdv"),
    ],
)
def test_another_request_is_still_one(dialogue: Ouvrir, dit: str, label: str) -> None:
    personne = dialogue(AMINA)
    personne.dire(ActionChangerReferent(), "changé moi de referente el me parle mal", "changer_referent")
    dites = " ".join(personne.dire(ActionDesinscrireOffre(), dit, label))
    assert "Je n'ai aucune inscription" in dites or "J'ai prévenu" in dites


def test_no_to_a_call_is_no_other_act(dialogue: Ouvrir) -> None:
    personne = dialogue(AMINA)
    personne.dire(ActionQuestionSanction(), "on va me couper", "question_sanction")
    assert personne.dire(ActionDesinscrireOffre(), "nn laissez", "desinscrire_offre") == []
    assert "HUMAIN" in " ".join(
        personne.dire(ActionReponseSeule(), "nn laissez", "desinscrire_offre", meme_tour=True)
    )
    assert alertes() == []


def test_a_no_and_another_question_are_both_heard(dialogue: Ouvrir) -> None:
    personne = dialogue(AMINA)
    personne.dire(ActionChangerReferent(), "changer de referent", "changer_referent")
    (dite,) = personne.dire(ActionIncompris(), "Non. Et mon rdv c'est quand ?", "consulter_rdv")
    assert "rien n'est demandé" in dite


def test_nobody_is_told_of_leaving_what_nobody_joined(dialogue: Ouvrir) -> None:
    for dit in ("je garde claire", "laisse claire"):
        (dite,) = dialogue(AMINA).dire(ActionDesinscrireOffre(), dit, "desinscrire_offre")
        assert "répondez OUI" in dite
    assert alertes() == []
