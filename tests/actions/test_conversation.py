"""Not understood, repeated, in the middle of something else: nobody is left in a loop."""

from collections.abc import Callable

from sqlalchemy import select

from actions.conversation import (
    ActionDemanderAide,
    ActionHorsSujet,
    ActionIncompris,
    ActionRepeter,
    ActionReponseSeule,
)
from actions.deplacement import ActionDeplacerRdv
from actions.offres import A_CHOISIR, ActionChercherOffre
from actions.rendez_vous import ActionConsulterRdv
from assistant.database import transaction
from assistant.handoff.alertes import Alerte, GenreAlerte
from tests.actions.conftest import Dialogue

AMINA, INCONNU = "+33639980001", "+33639980099"
Ouvrir = Callable[[str], Dialogue]


def alertes() -> list[GenreAlerte]:
    with transaction() as session:
        return list(session.scalars(select(Alerte.genre)))


def test_the_first_time_a_question_with_numbers_the_second_a_person(dialogue: Ouvrir) -> None:
    amina = dialogue(AMINA)
    assert "1. Mon rendez-vous" in amina.dire(ActionIncompris(), "brtz", "nlu_fallback")[0]
    assert amina.slots["question"] == "menu"
    assert "transmis à Claire Dubois" in amina.dire(ActionIncompris(), "kwx", "nlu_fallback")[0]
    assert alertes() == [GenreAlerte.INCOMPRIS]
    assert "déjà transmis" in amina.dire(ActionIncompris(), "plonf", "nlu_fallback")[0]
    assert alertes() == [GenreAlerte.INCOMPRIS]


def test_being_understood_in_between_starts_the_count_again(dialogue: Ouvrir) -> None:
    amina = dialogue(AMINA)
    amina.dire(ActionIncompris(), "brtz", "nlu_fallback")
    amina.dire(ActionConsulterRdv(), "c quand mon rdv", "consulter_rdv")
    assert "1. Mon rendez-vous" in amina.dire(ActionIncompris(), "kwx", "nlu_fallback")[0]
    assert alertes() == []


def test_an_unknown_number_not_understood_twice_is_told_whom_to_call(dialogue: Ouvrir) -> None:
    inconnu = dialogue(INCONNU)
    inconnu.dire(ActionIncompris(), "brtz", "nlu_fallback")
    assert "Appelez votre MDS" in inconnu.dire(ActionIncompris(), "kwx", "nlu_fallback")[0]


def test_the_numbers_of_the_menu_work(dialogue: Ouvrir) -> None:
    amina = dialogue(AMINA)
    amina.dire(ActionDemanderAide(), "menu", "demander_aide")
    amina.dire(ActionReponseSeule(), "le 1", "choisir")
    suite = [event["name"] for event in amina.events if event["event"] == "followup"]
    assert suite[-1] == "action_consulter_rdv"


def test_a_need_told_as_a_fact_is_looked_for_whatever_the_engine_made_of_it(dialogue: Ouvrir) -> None:
    amina = dialogue(AMINA)
    for action, intent in ((ActionHorsSujet(), "hors_sujet"), (ActionIncompris(), "nlu_fallback")):
        assert amina.dire(action, "la machine à laver a laché avec 3 gosses", intent) == []
        suite = [event["name"] for event in amina.events if event["event"] == "followup"]
        assert suite[-1] == "action_chercher_offre"


def test_a_need_that_was_looked_for_is_no_misunderstanding(dialogue: Ouvrir) -> None:
    amina = dialogue(AMINA)
    amina.dire(ActionIncompris(), "la machine à laver a laché avec 3 gosses", "nlu_fallback")
    amina.dire(
        ActionChercherOffre(), "la machine à laver a laché avec 3 gosses", "nlu_fallback", meme_tour=True
    )
    assert "1. Mon rendez-vous" in amina.dire(ActionIncompris(), "brtz", "nlu_fallback")[0]
    assert alertes() == []


def test_a_need_told_as_a_fact_after_a_list_is_for_the_same_place(dialogue: Ouvrir) -> None:
    amina = dialogue(AMINA)
    amina.slots["question"] = A_CHOISIR
    amina.dire(ActionHorsSujet(), "la machine à laver a laché avec 3 gosses", "hors_sujet")
    assert amina.slots["question"] == A_CHOISIR


def test_a_fact_no_offer_answers_is_not_looked_for(dialogue: Ouvrir) -> None:
    amina = dialogue(AMINA)
    for action, intent in ((ActionHorsSujet(), "hors_sujet"), (ActionIncompris(), "nlu_fallback")):
        assert amina.dire(action, "le chat des voisins a mangé mon sandwich", intent) != []


def test_in_the_middle_of_a_list_of_slots_no_other_numbers_are_shown(dialogue: Ouvrir) -> None:
    amina = dialogue(AMINA)
    for action, texte, intent in (
        (ActionDemanderAide(), "vous faites quoi", "demander_aide"),
        (ActionHorsSujet(), "ya match ce soir", "hors_sujet"),
        (ActionIncompris(), "brtz", "nlu_fallback"),
        (ActionRepeter(), "jai pas compris", "repeter"),
    ):
        amina.dire(ActionDeplacerRdv(), "on peut decaler ?", "deplacer_rdv")
        dites = amina.dire(action, texte, intent)
        assert not any("1." in dite for dite in dites)
        assert "quel numéro" in dites[-1]


def test_saying_it_again_then_a_person(dialogue: Ouvrir) -> None:
    amina = dialogue(AMINA)
    dite = amina.dire(ActionConsulterRdv(), "c quand mon rdv", "consulter_rdv")[0]
    assert amina.dire(ActionRepeter(), "jai pas compris", "repeter") == [f"Je répète : {dite}"]
    assert "OUI ou NON" in amina.dire(ActionRepeter(), "tjr pas", "repeter")[0]
    assert "transmis à Claire Dubois" in amina.dire(ActionReponseSeule(), "oui", "affirmer")[0]
    assert alertes() == [GenreAlerte.PARLER]


def test_with_nothing_said_yet_repeating_shows_the_menu(dialogue: Ouvrir) -> None:
    assert "1. Mon rendez-vous" in dialogue(AMINA).dire(ActionRepeter(), "hein", "repeter")[0]


def test_a_yes_that_comes_after_the_session_ended_is_not_taken_for_agreement(dialogue: Ouvrir) -> None:
    amina = dialogue(AMINA)  # a new session: what was asked before is gone
    assert "Je ne sais plus" in amina.dire(ActionReponseSeule(), "oui", "affirmer")[0]
