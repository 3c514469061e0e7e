"""Elsewhere at that time, and more than one to cancel. Tuesday: Jean-Marc is called on Tuesday 1st at 14:30;
Maria has one on Saturday 28th at 9:00, and a workshop on Monday 30th at 14:00.
"""

from collections.abc import Callable

import pytest

from actions.annulation import ActionAnnulerRdv, ValiderFormulaireAnnulation
from actions.conversation import ActionIncompris
from actions.creneau import ValiderFormulaireCreneau
from actions.deplacement import ActionDeplacerRdv
from actions.droits import ActionQuestionRecours
from actions.motif import ValiderFormulaireMotif
from actions.venue import ActionConfirmerRdv
from tests.actions.conftest import Dialogue
from tests.actions.test_ancien import dire

AMINA, JEAN_MARC, MARIA = "+33639980001", "+33639980002", "+33639980005"
Ouvrir = Callable[[str], Dialogue]


def confirmer(dialogue: Dialogue, texte: str) -> str:
    return dire(dialogue, ActionConfirmerRdv(), texte, "confirmer_rdv")


def accord(dialogue: Dialogue, texte: str, intent: str = "affirmer") -> str:
    return dire(dialogue, ValiderFormulaireAnnulation(), texte, intent)


def annuler(dialogue: Dialogue, texte: str) -> str:
    return dire(dialogue, ActionAnnulerRdv(), texte, "annuler_rdv")


@pytest.mark.parametrize(
    "texte",
    [
        "Je parle du rendez-vous téléphonique de mardi, je serai au tribunal !",
        "mardi 14h30 je suis a l'hopital",
        "mardi prochain g une irm",
        "mardi je serai a Paris",
        "mardi ya l'enterrement de mon oncle",
        "le rdv tombe mal j'ai un entretien d'embauche a la meme heure",
    ],
)
def test_elsewhere_that_day_is_never_a_yes(dialogue: Ouvrir, texte: str) -> None:
    dite = confirmer(dialogue(JEAN_MARC), texte)
    assert "C'est noté" not in dite
    assert "Vous ne serez pas là ? " in dite


def test_an_audience_at_that_hour_is_no_question_of_appeal(dialogue: Ouvrir) -> None:
    jean_marc = dialogue(JEAN_MARC)
    texte = "D'ailleurs mon audience au tribunal tombe mardi 14h30 pile, comment faire"
    assert "Vous ne serez pas là" in dire(jean_marc, ActionQuestionRecours(), texte, "question_recours")
    assert "reste mardi 1er décembre à 14h30" in dire(jean_marc, ValiderFormulaireCreneau(), "non", "nier")


@pytest.mark.parametrize(
    "texte", ["oui je serai là", "je serai au rendez vous mardi", "mardi je travaille le matin mais je viens"]
)
def test_who_comes_is_noted(dialogue: Ouvrir, texte: str) -> None:
    assert "C'est noté" in confirmer(dialogue(JEAN_MARC), texte)


def test_elsewhere_at_another_hour_they_are_told_theirs(dialogue: Ouvrir) -> None:
    dite = confirmer(dialogue(JEAN_MARC), "mardi a 9h je suis a l'hopital")
    assert "C'est noté" not in dite
    assert "mardi 1er décembre à 14h30" in dite


def test_elsewhere_on_another_day_says_nothing_of_it(dialogue: Ouvrir) -> None:
    dite = dire(dialogue(JEAN_MARC), ActionIncompris(), "vendredi je suis au tribunal", "nlu_fallback")
    assert "pas là" not in dite


def test_elsewhere_for_a_workshop_it_is_asked_whether_to_cancel(dialogue: Ouvrir) -> None:
    dite = dire(dialogue(MARIA), ActionIncompris(), "lundi je serai au portugal", "declarer_changement")
    assert "Annuler votre rendez-vous avec Claire Dubois, lundi 30 novembre à 14h ?" in dite


def test_yes_and_the_workshop_too(dialogue: Ouvrir) -> None:
    maria = dialogue(MARIA)
    assert "samedi 28" in annuler(maria, "je peux plus venir samedi ma mere est tombée")
    dite = accord(maria, "oui et l'atelier lundi aussi. ils vont me sanctionner ?", "question_sanction")
    assert "C'est annulé" in dite
    assert "Annuler votre rendez-vous avec Claire Dubois, lundi 30 novembre à 14h ?" in dite
    assert "C'est annulé" in accord(maria, "oui")


@pytest.mark.parametrize("texte", ["OUI les 2", "oui les deux", "oui tous"])
def test_yes_to_both_asks_for_each(dialogue: Ouvrir, texte: str) -> None:
    maria = dialogue(MARIA)
    annuler(maria, "je peux plus venir samedi")
    dite = accord(maria, texte, "choisir")
    assert "C'est annulé" in dite
    assert "lundi 30 novembre à 14h ?" in dite
    assert "C'est annulé" in accord(maria, "oui")


def test_all_of_them_at_once(dialogue: Ouvrir) -> None:
    maria = dialogue(MARIA)
    assert "samedi 28" in annuler(maria, "annulez mes rdv je pars au portugal")
    assert "lundi 30 novembre à 14h ?" in accord(maria, "oui")
    assert "C'est annulé" in accord(maria, "oui")


def test_no_to_the_second_keeps_it(dialogue: Ouvrir) -> None:
    maria = dialogue(MARIA)
    annuler(maria, "annulez les deux")
    accord(maria, "oui")
    assert "je garde votre rendez-vous : lundi" in accord(maria, "non", "nier")


def test_not_this_one_the_workshop(dialogue: Ouvrir) -> None:
    maria = dialogue(MARIA)
    annuler(maria, "je peux plus venir samedi")
    assert "lundi 30 novembre à 14h ?" in accord(maria, "non c'est l'atelier que j'annule", "nier")


def test_the_workshop_by_its_name(dialogue: Ouvrir) -> None:
    assert "lundi 30 novembre à 14h ?" in annuler(dialogue(MARIA), "je ne peux pas venir à l'atelier")
    dite = dire(dialogue(MARIA), ActionIncompris(), "atelier CV lundi j'annule", "nlu_fallback")
    assert "lundi 30 novembre à 14h ?" in dite


@pytest.mark.parametrize(
    ("texte", "intent"),
    [
        ("non pas un autre jour je suis au portugal. et l'atelier lundi il est annulé?", "deplacer_rdv"),
        ("NON. repondez pour l'atelier de lundi", "nier"),
        ("atelier CV lundi j'annule", "nlu_fallback"),
    ],
)
def test_amid_free_slots_the_workshop_is_heard(dialogue: Ouvrir, texte: str, intent: str) -> None:
    maria = dialogue(MARIA)
    annuler(maria, "je peux plus venir samedi")
    accord(maria, "oui")
    dire(maria, ValiderFormulaireMotif(), "ma mere est tombée", "donner_information")
    assert maria.formulaire == "formulaire_creneau"
    assert "lundi 30 novembre à 14h ?" in dire(maria, ValiderFormulaireCreneau(), texte, intent)


def test_asked_why_the_workshop_too_is_no_reason(dialogue: Ouvrir) -> None:
    maria = dialogue(MARIA)
    annuler(maria, "je peux plus venir samedi")
    accord(maria, "oui")
    dite = dire(maria, ValiderFormulaireMotif(), "et l'atelier aussi", "nlu_fallback")
    assert "lundi 30 novembre à 14h ?" in dite


def test_a_no_with_its_words_closes_the_list(dialogue: Ouvrir) -> None:
    amina = dialogue(AMINA)
    dire(amina, ActionDeplacerRdv(), "je peux changer de jour ?", "deplacer_rdv")
    texte = "non pas un autre jour je suis au portugal jusqu'en janvier"
    assert "reste jeudi" in dire(amina, ValiderFormulaireCreneau(), texte, "deplacer_rdv")
    assert amina.formulaire is None
