"""What is said of a rendez-vous in passing. Maria has one on Saturday, and a workshop on Monday."""

from collections.abc import Callable

import pytest
from rasa_sdk import Action
from sqlalchemy import select

from actions.annulation import ActionAnnulerRdv, ValiderFormulaireAnnulation
from actions.conversation import ActionIncompris, ActionReponseSeule
from actions.creneau import ValiderFormulaireCreneau
from actions.deplacement import ActionDeplacerRdv
from actions.desinscription import ActionDesinscrireOffre
from actions.politesses import ActionAuRevoir
from actions.rendez_vous import ActionConsulterRdv, ActionPreparerRdv
from assistant.database import transaction
from assistant.handoff.alertes import Alerte, GenreAlerte
from tests.actions.conftest import Dialogue
from tests.actions.test_ancien import dire

AMINA, FATOU, MARIA = "+33639980001", "+33639980003", "+33639980005"
Ouvrir = Callable[[str], Dialogue]


def incompris(dialogue: Dialogue, texte: str, intent: str = "nlu_fallback") -> str:
    return dire(dialogue, ActionIncompris(), texte, intent)


def alertes() -> list[GenreAlerte]:
    with transaction() as session:
        return list(session.scalars(select(Alerte.genre)))


def deplacer(dialogue: Dialogue, jour: str) -> Dialogue:
    dire(dialogue, ActionDeplacerRdv(), f"on peut decaler mon rdv de samedi a {jour} ?", "deplacer_rdv")
    assert "C'est changé" in dire(dialogue, ValiderFormulaireCreneau(), "1", "choisir")
    return dialogue


@pytest.mark.parametrize(
    ("texte", "dit"),
    [
        (
            "vous mavez pas annulé mon rdv au moin",
            "Non, rien n'est annulé : votre rendez-vous est toujours",
        ),
        ("bon é mon rdv alor", "Vous avez rendez-vous jeudi"),
        ("donc c'est toujour jeudi 10h c'est bien ça", "Vous avez rendez-vous jeudi"),
        ("donc c'est toujours vendredi", "Vous avez rendez-vous jeudi"),
        ("a jeudi alor", "C'est bien cela : jeudi"),
        ("jvous redit si ma mere peut les deposer", "votre rendez-vous reste jeudi"),
    ],
)
def test_what_it_is_is_said_again(dialogue: Ouvrir, texte: str, dit: str) -> None:
    assert dit in incompris(dialogue(AMINA), texte)
    assert "jeudi" not in incompris(dialogue(FATOU), texte)


def test_in_a_cancellation_not_to_cancel_keeps_it(dialogue: Ouvrir) -> None:
    amina = dialogue(AMINA)
    dire(amina, ActionAnnulerRdv(), "je peux pas venir", "annuler_rdv")
    assert "je garde" in dire(amina, ValiderFormulaireAnnulation(), "vous lannulez pas hein", "annuler_rdv")


@pytest.mark.parametrize(
    ("action", "intent"),
    [(ActionDesinscrireOffre(), "desinscrire_offre"), (ActionAnnulerRdv(), "annuler_rdv")],
)
def test_not_cancelling_a_workshop_tells_nobody(dialogue: Ouvrir, action: Action, intent: str) -> None:
    dite = dire(dialogue(MARIA), action, "ne l'annulez pas hein l'atelier", intent)
    assert "rien n'est annulé : votre rendez-vous est toujours lundi 30 novembre à 14h" in dite
    assert alertes() == []


def test_the_workshop_by_what_it_is_then_how_long(dialogue: Ouvrir) -> None:
    maria = dialogue(MARIA)
    assert "1. samedi" in dire(maria, ActionConsulterRdv(), "c quand mon rdv", "consulter_rdv")
    groupe = "lundi 30 novembre à 14h, MDS La Teste"
    assert groupe in incompris(maria, "et l'autre, l'atelier pour faire le cv?", "chercher_offre")
    assert groupe in incompris(maria, "c'est lundi?? les bureaux sont ouvert le lundi?")
    assert "2h" in dire(maria, ActionPreparerRdv(), "et combien de temps ça dure", "preparer_rdv")


def test_the_day_left_is_kept_after_all_whatever_else_they_have(dialogue: Ouvrir) -> None:
    maria = deplacer(dialogue(MARIA), "mardi 1er")
    texte = "non attendez, je garde samedi finalement, ma soeur elle me dépose"
    assert "C'est remis comme avant : rendez-vous samedi 28 novembre à 9h" in dire(
        maria, ActionDeplacerRdv(), texte, "deplacer_rdv"
    )


def test_the_one_just_taken_is_the_one_mistaken(dialogue: Ouvrir) -> None:
    maria = deplacer(dialogue(MARIA), "mardi 1er")
    dite = dire(maria, ActionDeplacerRdv(), "mince jme suis trompe jv dit mercredi", "deplacer_rdv")
    assert "Lequel" not in dite
    assert "1. mercredi 25/11" in dite


def test_is_it_done_or_not(dialogue: Ouvrir) -> None:
    amina = dialogue(AMINA)
    dire(amina, ActionDeplacerRdv(), "on peut decaler a lundi 30 ?", "deplacer_rdv")
    dire(amina, ValiderFormulaireCreneau(), "1", "choisir")
    assert "lundi 30 novembre" in dire(amina, ActionReponseSeule(), "cé bon ou pa", "affirmer")


def test_nothing_changes_is_said_with_the_dates(dialogue: Ouvrir) -> None:
    maria = dialogue(MARIA)
    dire(maria, ActionDeplacerRdv(), "on peut decaler ?", "deplacer_rdv")
    dite = dire(maria, ValiderFormulaireCreneau(), "je serai la", "confirmer_rdv")
    assert "1. samedi 28/11 à 9h" in dite


@pytest.mark.parametrize("intent", ["deplacer_rdv", "annuler_rdv", "signaler_retard", "nlu_fallback"])
def test_a_delay_told_ahead_is_passed_on_after_one_yes(dialogue: Ouvrir, intent: str) -> None:
    maria = dialogue(MARIA)
    texte = "samedi 9h je peux pas venir avant 9h30, le bus il arrive apres. c'est grave si je suis en retard"
    assert "Je préviens" in (dite := incompris(maria, texte, intent)) or "je prévienne" in dite
    assert alertes() == []
    assert "j'ai prévenu Claire Dubois de votre retard" in dire(
        maria, ActionReponseSeule(), "oui", "affirmer"
    )
    assert alertes() == [GenreAlerte.RETARD]


def test_goodbye_to_who_has_none_that_day_stays_one(dialogue: Ouvrir) -> None:
    assert "C'est bien cela" not in dire(dialogue(AMINA), ActionAuRevoir(), "a mardi", "au_revoir")
