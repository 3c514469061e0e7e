"""The birth date asked first, and what was asked before it answered in the same turn."""

from collections.abc import Callable

import pytest

from actions.contrat import ActionConsulterActions, ActionConsulterCer
from actions.conversation import ActionReponseSeule
from actions.declaration import ActionDeclarerAction
from actions.identite import ValiderFormulaireIdentite
from actions.numero import ActionMauvaisNumero
from actions.offres import ActionChercherOffre
from actions.rendez_vous import ActionConsulterRdv
from tests.actions.conftest import Dialogue

AMINA, YOUSSEF_ET_NADIA, INCONNU = "+33639980001", "+33639980006", "+33639980099"
Ouvrir = Callable[[str], Dialogue]


def demander_son_contrat(dialogue: Dialogue) -> str:
    return dialogue.dire(ActionConsulterCer(), "mon contrat fini kan", "consulter_cer")[0]


def repondre(dialogue: Dialogue, texte: str, intent: str = "donner_information") -> str:
    return " / ".join(dialogue.dire(ValiderFormulaireIdentite(), texte, intent))


def test_the_right_date_brings_the_answer_at_once(dialogue: Ouvrir) -> None:
    amina = dialogue(AMINA)
    assert "date de naissance" in demander_son_contrat(amina)
    assert "contrat d'engagement est signé" in repondre(amina, "le 12 avril 91")
    assert amina.formulaire is None


def test_for_half_an_hour_nothing_is_asked_again(dialogue: Ouvrir) -> None:
    amina = dialogue(AMINA)
    demander_son_contrat(amina)
    repondre(amina, "12/04/1991")
    assert "signé" in demander_son_contrat(amina)


@pytest.mark.parametrize("intent", ["donner_information", "nlu_fallback", "declarer_action", "choisir"])
def test_a_date_is_an_answer_whatever_the_label(dialogue: Ouvrir, intent: str) -> None:
    amina = dialogue(AMINA)
    demander_son_contrat(amina)
    assert "signé" in repondre(amina, "c 12041991", intent)


def test_a_wrong_date_says_neither_whose_nor_which(dialogue: Ouvrir) -> None:
    amina = dialogue(AMINA)
    demander_son_contrat(amina)
    dite = repondre(amina, "12/04/1990")
    assert "ne correspond pas" in dite
    assert not any(mot in dite for mot in ("1991", "avril", "Amina", "Benali"))


def test_after_three_wrong_dates_the_form_ends_with_whom_to_call(dialogue: Ouvrir) -> None:
    amina = dialogue(AMINA)
    demander_son_contrat(amina)
    for jour in ("1/1/1990", "2/2/1990"):
        repondre(amina, jour)
    assert "Appelez Claire Dubois au 05 36 49 00 01" in repondre(amina, "3/3/1990")
    assert amina.formulaire is None
    assert "Appelez Claire Dubois" in demander_son_contrat(amina)
    assert amina.formulaire is None


@pytest.mark.parametrize(
    ("mots", "intent"),
    [
        ("pk vous voulez savoir ca ?", "demander_aide"),
        ("prkoi vs voulé ma date de naissance", "preparer_rdv"),
        ("jpref pa la donné par sms", "nier"),
        ("je veu pa donner ma date", "nier"),
        ("laisse", "nier"),
        ("jme sui trompé jte le donne pas laisse", "nlu_fallback"),
        ("non", "nier"),
    ],
)
def test_why_and_no_are_answered_with_another_way_and_it_is_not_asked_again(
    dialogue: Ouvrir, mots: str, intent: str
) -> None:
    amina = dialogue(AMINA)
    demander_son_contrat(amina)
    dite = repondre(amina, mots, intent)
    assert "lise vos informations" in dite
    assert "appelez Claire Dubois au 05 36 49 00 01" in dite.replace("appeler", "appelez")
    assert amina.formulaire is None
    assert len(amina.dire(ActionConsulterRdv(), "c quand mon rdv", "consulter_rdv")) == 1


def test_a_date_that_comes_after_all_is_taken(dialogue: Ouvrir) -> None:
    amina = dialogue(AMINA)
    demander_son_contrat(amina)
    repondre(amina, "pk vous voulez savoir ca ?", "demander_aide")
    assert "ne correspond pas" in amina.dire(ActionReponseSeule(), "12/04/1990", "donner_information")[0]
    assert "signé" in repondre(amina, "12/04/1991")


@pytest.mark.parametrize(
    ("mots", "intent", "suite"),
    [
        (
            "je veu pa donner ma date. cour de francais femme, c'est quand et ou",
            "consulter_rdv",
            "action_chercher_offre",
        ),
        (
            "je veux pas donner ma date, dites moi juste c quand mon rdv",
            "consulter_rdv",
            "action_consulter_rdv",
        ),
    ],
)
def test_what_is_asked_instead_of_giving_the_date_is_served(
    dialogue: Ouvrir, mots: str, intent: str, suite: str
) -> None:
    amina = dialogue(AMINA)
    demander_son_contrat(amina)
    assert repondre(amina, mots, intent) == ""
    assert amina.formulaire is None
    assert [event["name"] for event in amina.events if event["event"] == "followup"][-1] == suite


def test_the_offer_asked_for_instead_is_found(dialogue: Ouvrir) -> None:
    mots = "je veu pa donner ma date. cour de francais femme, c'est quand et ou"
    assert "fran" in dialogue(AMINA).dire(ActionChercherOffre(), mots, "consulter_rdv")[0]


def test_a_date_that_does_not_exist_is_no_try(dialogue: Ouvrir) -> None:
    amina = dialogue(AMINA)
    demander_son_contrat(amina)
    assert "Cette date n'existe pas" in repondre(amina, "31/02/1990")
    assert "n'existe pas" in repondre(amina, "le 12 avril 2091")
    assert "signé" in repondre(amina, "12/04/1991")


@pytest.mark.parametrize("entre", ["c quand mon rdv", "jdonne pas ca par sms"])
def test_a_date_given_once_the_question_lapsed_goes_on_with_the_check(dialogue: Ouvrir, entre: str) -> None:
    amina = dialogue(AMINA)
    demander_son_contrat(amina)
    for mots in ("oui", "ok"):
        repondre(amina, mots, "affirmer")
    assert amina.formulaire is None
    amina.dire(ActionConsulterRdv(), entre, "consulter_rdv")
    assert "n'existe pas" in amina.dire(ActionReponseSeule(), "31/02/1990", "donner_information")[0]
    assert "signé" in repondre(amina, "12 avril 91")


def test_a_day_of_this_year_is_no_birth_date(dialogue: Ouvrir) -> None:
    amina = dialogue(AMINA)
    demander_son_contrat(amina)
    repondre(amina, "non", "nier")
    dites = amina.dire(ActionReponseSeule(), "24/11/26", "donner_information")
    assert not any("ne correspond pas" in dite for dite in dites)


def test_what_it_costs_while_the_date_is_waited_for_is_the_cost_of_writing(dialogue: Ouvrir) -> None:
    amina = dialogue(AMINA)
    demander_son_contrat(amina)
    assert "Jalon est gratuit" in repondre(amina, "c payant?", "detail_offre")
    assert amina.formulaire is not None


def test_when_the_request_is_forgotten_it_is_asked_for(dialogue: Ouvrir) -> None:
    amina = dialogue(AMINA)
    demander_son_contrat(amina)
    amina.slots["demande"] = None
    assert repondre(amina, "12/04/1991") == "Merci, c'est vérifié. Que voulez-vous savoir ?"


@pytest.mark.parametrize("numero", [INCONNU, YOUSSEF_ET_NADIA])
def test_nobody_known_is_asked_nothing_and_told_nothing(dialogue: Ouvrir, numero: str) -> None:
    inconnu = dialogue(numero)
    dite = demander_son_contrat(inconnu)
    assert "faire noter ce numéro" in dite
    assert inconnu.formulaire is None


def test_not_me_makes_the_next_answers_those_of_a_stranger(dialogue: Ouvrir) -> None:
    amina = dialogue(AMINA)
    amina.dire(ActionMauvaisNumero(), "c pas moi", "mauvais_numero")
    assert "excusez-nous" in amina.dire(ActionReponseSeule(), "oui", "affirmer")[0]
    dite = amina.dire(ActionConsulterRdv(), "c quand mon rdv", "consulter_rdv")[0]
    assert "10h" not in dite
    assert dite == dialogue(INCONNU).dire(ActionConsulterRdv(), "c quand mon rdv", "consulter_rdv")[0]


@pytest.mark.parametrize(
    ("texte", "intent"),
    [("le deuxieme c'est fait depuis la semaine dernière", "nlu_fallback"), ("la 2 c fini", "choisir")],
)
def test_an_action_is_said_done_by_its_place_in_the_list(dialogue: Ouvrir, texte: str, intent: str) -> None:
    amina = dialogue(AMINA)
    amina.dire(ActionConsulterActions(), "jdois faire koi deja", "consulter_actions")
    repondre(amina, "12/04/1991")
    (suite,) = amina.dire(ActionReponseSeule(), texte, intent) or [""]
    assert suite == ""
    assert amina.events[-1]["name"] == "action_declarer_action"
    dites = amina.dire(ActionDeclarerAction(), texte, intent, meme_tour=True)
    assert "Passer le code de la route" in dites[0]


def test_ok_after_the_list_declares_nothing(dialogue: Ouvrir) -> None:
    amina = dialogue(AMINA)
    amina.dire(ActionConsulterActions(), "jdois faire koi deja", "consulter_actions")
    repondre(amina, "12/04/1991")
    assert "Je reste là" in amina.dire(ActionReponseSeule(), "ok c'est bon", "affirmer")[0]
