"""Keeping, leaving or moving, said while a question about a rendez-vous waits."""

from collections.abc import Callable

import pytest
from sqlalchemy import update

from actions.annulation import ActionAnnulerRdv, ValiderFormulaireAnnulation
from actions.base import ActionDossier
from actions.conversation import ActionRepeter
from actions.creneau import ValiderFormulaireCreneau
from actions.deplacement import ActionDeplacerRdv
from actions.politesses import ActionAuRevoir, ActionRemercier
from actions.rendez_vous import ActionLieuRdv
from assistant.database import transaction
from assistant.parcours.rendez_vous import RendezVous
from tests.actions.conftest import Dialogue

AMINA, MARIA = "+33639980001", "+33639980005"
Ouvrir = Callable[[str], Dialogue]


def decaler(dialogue: Dialogue, texte: str = "on peut decaler ?") -> str:
    return dialogue.dire(ActionDeplacerRdv(), texte, "deplacer_rdv")[0]


def annuler(dialogue: Dialogue, texte: str = "jpe pa venir") -> str:
    return dialogue.dire(ActionAnnulerRdv(), texte, "annuler_rdv")[0]


def choisir(dialogue: Dialogue, texte: str, intent: str) -> str:
    return " / ".join(dialogue.dire(ValiderFormulaireCreneau(), texte, intent))


def accorder(dialogue: Dialogue, texte: str, intent: str) -> str:
    return " / ".join(dialogue.dire(ValiderFormulaireAnnulation(), texte, intent))


@pytest.mark.parametrize(
    ("texte", "intent"),
    [
        ("jconfirme jeudi 10h", "confirmer_rdv"),
        ("nn je bouge plu rien c bon je garde jeudi", "nier"),
        ("finalement je garde", "nlu_fallback"),
    ],
)
def test_the_present_rendez_vous_is_kept_and_the_question_left(
    dialogue: Ouvrir, texte: str, intent: str
) -> None:
    amina = dialogue(AMINA)
    decaler(amina)
    assert choisir(amina, texte, intent) == (
        "D'accord, rien ne change : votre rendez-vous reste jeudi 26 novembre à 10h."
    )
    assert amina.formulaire is None


@pytest.mark.parametrize(
    ("texte", "dite"),
    [
        ("ok mrc", "Avec plaisir"),
        ("merci bonne journée", "Au revoir"),
        ("au revoir", "Au revoir"),
        ("bon jme casse", "Au revoir"),
    ],
)
@pytest.mark.parametrize("intent", ["affirmer", "nlu_fallback", "remercier"])
def test_thanks_and_goodbye_leave_the_list_as_it_was(
    dialogue: Ouvrir, texte: str, dite: str, intent: str
) -> None:
    amina = dialogue(AMINA)
    decaler(amina)
    reste, polie = choisir(amina, texte, intent).split(" / ")
    assert "reste jeudi" in reste
    assert polie.startswith(dite)
    assert amina.formulaire is None


@pytest.mark.parametrize("action", [ActionRemercier(), ActionAuRevoir()])
def test_thanks_in_many_words_leave_the_list_too(dialogue: Ouvrir, action: ActionDossier) -> None:
    amina = dialogue(AMINA)
    decaler(amina)
    assert len(amina.dire(action, "mille mercis pour ce que vous faites", "remercier")) == 1
    assert amina.formulaire is None


def test_the_question_is_recalled_once_then_dropped(dialogue: Ouvrir) -> None:
    amina = dialogue(AMINA)
    decaler(amina)
    assert "quel numéro" in " ".join(amina.dire(ActionLieuRdv(), "c ou la mds", "lieu_rdv"))
    assert "quel numéro" not in " ".join(amina.dire(ActionLieuRdv(), "et c loin ?", "lieu_rdv"))
    assert amina.formulaire is None


def test_who_asks_to_hear_it_again_does(dialogue: Ouvrir) -> None:
    amina = dialogue(AMINA)
    decaler(amina)
    amina.dire(ActionLieuRdv(), "c ou la mds", "lieu_rdv")
    assert "quel numéro" in " ".join(amina.dire(ActionRepeter(), "jai pas compris", "repeter"))


@pytest.mark.parametrize("intent", ["nier", "annuler_rdv", "confirmer_rdv", "deplacer_rdv"])
@pytest.mark.parametrize(
    "texte",
    [
        "nn mais jveu pa annulé just le décaler",
        "je veux pas annuler, je veux venir mais plus tard dans la journée",
    ],
)
def test_not_cancelled_but_moved(dialogue: Ouvrir, texte: str, intent: str) -> None:
    amina = dialogue(AMINA)
    annuler(amina)
    assert "1. " in accorder(amina, texte, intent)
    assert amina.formulaire == "formulaire_creneau"
    assert "rien ne change : votre rendez-vous reste jeudi" in choisir(amina, "non laissez", "nier")


def test_later_the_same_day_is_looked_for(dialogue: Ouvrir) -> None:
    amina = dialogue(AMINA)
    annuler(amina)
    liste = accorder(amina, "je veux venir mais plus tard dans la journée", "nier")
    assert (
        "1. jeu. 26/11 à 11h, par tél.\n2. jeu. 26/11 à 14h, Bordeaux\n3. jeu. 26/11 à 15h30, Bordeaux"
        in liste
    )


def test_not_to_be_cancelled_is_kept(dialogue: Ouvrir) -> None:
    amina = dialogue(AMINA)
    annuler(amina)
    assert "je garde votre rendez-vous" in accorder(amina, "mais jveu pa annuler moi", "annuler_rdv")


@pytest.mark.parametrize("texte", ["celui de samedi", "Je veux juste changer l'heure de samedi"])
def test_which_one_is_read_in_the_answer(dialogue: Ouvrir, texte: str) -> None:
    maria = dialogue(MARIA)
    assert "Lequel" in decaler(maria)
    assert "1. " in choisir(maria, texte, "consulter_rdv")
    assert "samedi 28 novembre" in choisir(maria, "non merci", "nier")


def test_the_hour_of_saturday_says_which_at_once(dialogue: Ouvrir) -> None:
    maria = dialogue(MARIA)
    assert "Lequel" not in decaler(maria, "Je veux juste changer l'heure de samedi")


def test_cancelling_which_turns_into_moving_it(dialogue: Ouvrir) -> None:
    maria = dialogue(MARIA)
    assert "Lequel" in annuler(maria)
    assert "1. " in accorder(maria, "nn mais jveu pa annulé just décaler celui de samedi", "nier")
    assert maria.formulaire == "formulaire_creneau"


def test_another_hour_is_looked_for_the_same_day_first(dialogue: Ouvrir) -> None:
    amina = dialogue(AMINA)
    liste = decaler(amina, "je veux juste changer l'heure de jeudi")
    assert liste.count("jeudi 26/11") == 3


def test_what_is_too_near_goes_to_the_referent(dialogue: Ouvrir) -> None:
    amina = dialogue(AMINA)
    with transaction() as session:
        session.execute(update(RendezVous).values(debut=amina.maintenant.replace(hour=15)))
    annuler(amina)
    assert "transmis" in accorder(amina, "pas annuler, juste le décaler", "nier")
