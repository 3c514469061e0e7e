"""What every action and form owes a turn: once only, no loop, no leak, the pending question recalled."""

from collections.abc import Callable
from typing import Any

import pytest
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher
from sqlalchemy import func, select
from structlog.testing import capture_logs

from actions.annulation import ActionAnnulerRdv, ValiderFormulaireAnnulation
from actions.base import ActionDossier
from actions.contrat import ActionConsulterCer
from actions.conversation import ActionReponseSeule
from actions.creneau import ValiderFormulaireCreneau
from actions.deplacement import ActionDeplacerRdv
from actions.dossier import Dossier, texte_du
from actions.formulaires import Formulaire
from actions.identite import ValiderFormulaireIdentite
from actions.numero import ActionMauvaisNumero
from actions.rendez_vous import ActionConsulterRdv
from assistant.database import transaction
from assistant.handoff.alertes import Alerte
from assistant.parcours.rendez_vous import Participation, Signalement, Statut
from assistant.privacy.verifications import VerificationIdentite
from tests.actions.conftest import Dialogue

AMINA = "+33639980001"
Ouvrir = Callable[[str], Dialogue]


def combien(table: type[Any], *conditions: Any) -> int:
    with transaction() as session:
        return session.scalar(select(func.count()).select_from(table).where(*conditions)) or 0


def test_the_yes_of_a_cancellation_posted_twice_cancels_once_and_says_the_same(dialogue: Ouvrir) -> None:
    amina = dialogue(AMINA)
    amina.dire(ActionAnnulerRdv(), "je peux pas venir jsui malade", "annuler_rdv")
    premiere = amina.dire(ValiderFormulaireAnnulation(), "oui", "affirmer")
    # the form that now waits is the one of the free slots
    seconde = amina.dire(ValiderFormulaireCreneau(), "oui", "affirmer", meme_tour=True)
    assert seconde == premiere
    assert combien(Participation, Participation.statut == Statut.EXCUSED) == 1
    assert (combien(Alerte), combien(Signalement)) == (1, 1)


def test_a_slot_chosen_twice_in_one_turn_makes_one_rendez_vous(dialogue: Ouvrir) -> None:
    amina = dialogue(AMINA)
    avant = combien(Participation)
    amina.dire(ActionDeplacerRdv(), "on peut decaler ?", "deplacer_rdv")
    premiere = amina.dire(ValiderFormulaireCreneau(), "le 2", "choisir")
    assert amina.formulaire is None
    assert amina.dire(ActionReponseSeule(), "le 2", "choisir", meme_tour=True) == premiere
    assert combien(Participation) == avant + 1


def test_a_wrong_date_posted_twice_is_one_try(dialogue: Ouvrir) -> None:
    amina = dialogue(AMINA)
    amina.slots, amina.formulaire = {"requested_slot": "naissance", "demande": "x"}, "formulaire_identite"
    for meme_tour in (False, True):
        amina.dire(ValiderFormulaireIdentite(), "1/1/1990", "donner_information", meme_tour=meme_tour)
    assert combien(VerificationIdentite, VerificationIdentite.essais == 1) == 1


def test_a_question_in_the_middle_keeps_the_form_and_recalls_what_it_asked(dialogue: Ouvrir) -> None:
    amina = dialogue(AMINA)
    amina.dire(ActionAnnulerRdv(), "je peux pas venir", "annuler_rdv")
    assert amina.dire(ValiderFormulaireAnnulation(), "c ou deja", "lieu_rdv") == []  # rejected: a digression
    dites = amina.dire(ActionConsulterRdv(), "c quand mon rdv", "consulter_rdv")
    assert "OUI ou NON" in dites[-1]
    assert amina.formulaire == "formulaire_annulation"
    assert amina.slots["requested_slot"] == "annulation_accord"


def test_two_answers_the_form_cannot_use_end_it_and_offer_a_person(dialogue: Ouvrir) -> None:
    amina = dialogue(AMINA)
    amina.dire(ActionAnnulerRdv(), "je peux pas venir", "annuler_rdv")
    assert "OUI ou NON" in amina.dire(ValiderFormulaireAnnulation(), "bordeaux", "donner_information")[0]
    assert "personne" in amina.dire(ValiderFormulaireAnnulation(), "3", "choisir")[0]
    assert (amina.formulaire, amina.slots["question"]) == (None, "prevenir_referent")
    assert "transmis à Claire Dubois" in amina.dire(ActionReponseSeule(), "oui", "affirmer")[0]


def test_a_useful_answer_in_between_starts_the_count_again(dialogue: Ouvrir) -> None:
    amina = dialogue(AMINA)
    amina.dire(ActionDeplacerRdv(), "on peut decaler ?", "deplacer_rdv")
    for reponse in ("oui", "lundi", "oui"):
        amina.dire(ValiderFormulaireCreneau(), reponse, "affirmer")
    assert amina.formulaire == "formulaire_creneau"


@pytest.mark.parametrize("mots", ["laisse tomber", "non", "annule tout", "oubliez"])
def test_a_form_is_left_with_one_short_sentence(dialogue: Ouvrir, mots: str) -> None:
    amina = dialogue(AMINA)
    amina.dire(ActionDeplacerRdv(), "on peut decaler ?", "deplacer_rdv")
    dites = amina.dire(ValiderFormulaireCreneau(), mots, "nier")
    assert dites == ["D'accord, rien ne change : votre rendez-vous reste jeudi 26 novembre à 10h."]
    assert amina.formulaire is None


@pytest.mark.parametrize(
    ("mots", "intent", "politesse"),
    [
        ("bon jme casse, bizz", "au_revoir", "Au revoir, bonne journée."),
        ("merci beaucoup bonne journée", "remercier", "Au revoir, bonne journée."),
        ("merci beaucoup à vous", "remercier", "Avec plaisir. Je reste là si besoin."),
    ],
)
def test_whoever_takes_leave_is_told_what_stays_and_is_asked_nothing_again(
    dialogue: Ouvrir, mots: str, intent: str, politesse: str
) -> None:
    amina = dialogue(AMINA)
    for action, texte, label, formulaire, reste in (
        (ActionDeplacerRdv(), "on peut decaler ?", "deplacer_rdv", ValiderFormulaireCreneau(), "reste jeudi"),
        (ActionAnnulerRdv(), "je peux pas venir", "annuler_rdv", ValiderFormulaireAnnulation(), "je garde"),
        (ActionConsulterCer(), "mon contrat", "consulter_cer", ValiderFormulaireIdentite(), politesse),
    ):
        amina.dire(action, texte, label)
        dites = amina.dire(formulaire, mots, intent)
        assert reste in dites[0]
        assert dites[-1] == politesse
        assert amina.formulaire is None


def test_a_bare_thanks_after_yes_or_no_leaves_the_question_open(dialogue: Ouvrir) -> None:
    amina = dialogue(AMINA)
    amina.dire(ActionAnnulerRdv(), "je peux pas venir", "annuler_rdv")
    assert amina.dire(ValiderFormulaireAnnulation(), "merci", "remercier") == []
    assert amina.formulaire == "formulaire_annulation"


def test_another_act_in_the_middle_replaces_the_first(dialogue: Ouvrir) -> None:
    amina = dialogue(AMINA)
    amina.dire(ActionAnnulerRdv(), "je peux pas venir", "annuler_rdv")
    dites = amina.dire(ActionDeplacerRdv(), "plutot vendredi ?", "deplacer_rdv")
    assert "1. vendredi" in dites[0]
    assert amina.formulaire == "formulaire_creneau"
    assert combien(Participation, Participation.statut == Statut.EXCUSED) == 0


def test_not_me_in_the_middle_forgets_everything(dialogue: Ouvrir) -> None:
    amina = dialogue(AMINA)
    amina.dire(ActionAnnulerRdv(), "je peux pas venir", "annuler_rdv")
    dites = amina.dire(ActionMauvaisNumero(), "c pas moi", "mauvais_numero")
    assert len(dites) == 1
    assert amina.formulaire is None
    assert [nom for nom, valeur in amina.slots.items() if valeur] == ["question"]  # "am I wrong?"


def test_a_yes_to_an_old_question_is_only_a_yes(dialogue: Ouvrir) -> None:
    amina = dialogue(AMINA)
    amina.slots["question"] = "prevenir_referent"
    amina.dire(ActionConsulterRdv(), "c quand mon rdv", "consulter_rdv")
    assert amina.dire(ActionReponseSeule(), "ok", "affirmer") == ["D'accord. Je reste là si besoin."]
    assert combien(Alerte) == 0


class ActionQuiTombe(ActionDossier):
    nom = "action_qui_tombe"

    def repondre(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
    ) -> list[dict[str, Any]]:
        dispatcher.utter_message(text="à moitié dit")
        raise ValueError(texte_du(tracker))


class FormulaireQuiTombe(Formulaire):
    nom = "formulaire_qui_tombe"

    def abandonner(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, ouvert: Dossier
    ) -> list[dict[str, Any]]:
        raise ValueError(texte_du(tracker))


def test_a_failure_says_nothing_and_logs_no_words(dialogue: Ouvrir) -> None:
    amina = dialogue(AMINA)
    with capture_logs() as lignes:
        assert amina.dire(ActionQuiTombe(), "mon secret", "saluer") == []
    assert [ligne["genre"] for ligne in lignes] == ["ValueError"]
    assert "secret" not in str(lignes)


def test_a_form_that_fails_waits_for_the_same_answer(dialogue: Ouvrir) -> None:
    amina = dialogue(AMINA)
    amina.slots, amina.formulaire = {"requested_slot": "x", "essais_formulaire": 1}, "formulaire_qui_tombe"
    with capture_logs():
        assert amina.dire(FormulaireQuiTombe(), "laisse tomber", "nier") == []
    assert amina.formulaire == "formulaire_qui_tombe"
    assert amina.slots == {"requested_slot": "x", "essais_formulaire": 1}
