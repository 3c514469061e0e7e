"""What real people write after a list: too far, not that, goodbye, and what does it pay."""

from collections.abc import Callable

import pytest

from assistant.offres.suite_lue import ne_nomme_que_les_offres
from assistant.sms_text.gsm7 import segments
from tests.actions.conftest import Dialogue
from tests.actions.conftest import dialogue as dialogue
from tests.actions.test_precision import Moteur

Ouvrir = Callable[[str], Dialogue]
LABELS = ["nlu_fallback", "nier", "mecontent", "chercher_offre"]


@pytest.fixture
def langon(dialogue: Ouvrir) -> Moteur:
    """Jean-Marc, near Langon, has nothing left to eat: the nearest help is 55 km away."""
    moteur = Moteur(dialogue("+33639980002"))
    assert "1. Épicerie solidaire (55 km)" in dit(moteur, "colis alimentaire", "chercher_offre")
    return moteur


@pytest.fixture
def lesparre(dialogue: Ouvrir) -> Moteur:
    """Kevin, near Lesparre, was shown the one help there is for his licence, at Pauillac."""
    moteur = Moteur(dialogue("+33639980004"))
    assert "Pauillac (19 km)" in dit(moteur, "permis", "chercher_offre")
    return moteur


def dit(moteur: Moteur, texte: str, intent: str = "nlu_fallback") -> str:
    reponse = moteur.entend(texte, intent)
    assert 1 <= segments(reponse) <= 2, reponse
    return reponse


@pytest.mark.parametrize("intent", LABELS)
@pytest.mark.parametrize("texte", ["loin", "c trop loin", "bordeaux c'est trop loin vous le faites expres"])
def test_when_nothing_is_nearer_it_is_said_with_what_to_do(langon: Moteur, texte: str, intent: str) -> None:
    reponse = dit(langon, texte, intent)
    assert "55 km" in reponse and "CCAS" in reponse and "je préviens Thomas Girard" in reponse
    assert segments(reponse) == 1


@pytest.mark.parametrize(
    "texte",
    [
        "pauillac c loin lol ya pa une aide pr payé",
        "ya rien a lesparre ? a pied",
        "plus pres je suis a pied",
        "loin",
    ],
)
def test_the_town_of_the_search_stays_ones_own(lesparre: Moteur, texte: str) -> None:
    assert "19 km" in dit(lesparre, texte)
    assert "Bordeaux (59 km)" in dit(lesparre, "autre")


def test_a_town_refused_shows_what_is_nearer_to_home(dialogue: Ouvrir) -> None:
    kevin = Moteur(dialogue("+33639980004"))
    assert "Près de Bordeaux" in dit(kevin, "je cherche un atelier cv a bordeaux", "chercher_offre")
    reponse = dit(kevin, "bordeaux c'est trop loin vous le faites expres", "mecontent")
    assert "Atelier CV" not in reponse and "Bazas" not in reponse
    assert "Saint-André-de-Cubzac (52 km)" in reponse


@pytest.mark.parametrize("texte", ["autre", "ah non pas ça"])
def test_not_that_shows_others_for_the_same_need(lesparre: Moteur, texte: str) -> None:
    assert "1. Atelier code de la route, Bordeaux (59 km)" in dit(lesparre, texte, "nier")


@pytest.mark.parametrize("intent", ["detail_offre", "nier", "remercier", "consulter_rdv"])
@pytest.mark.parametrize(
    "texte",
    [
        "au revoir et bonne journée quand meme",
        "ok merci quand meme, bonne journée",
        "merci pour rien, a dimanche",
    ],
)
def test_a_goodbye_is_no_question(langon: Moteur, texte: str, intent: str) -> None:
    reponse = dit(langon, texte, intent)
    assert "Au revoir" in reponse or "Avec plaisir" in reponse


def test_hours_are_read_in_the_sentences_of_a_notice(langon: Moteur) -> None:
    reponse = dit(langon, "c ouvert quand", "detail_offre")
    assert "1. horaires à demander\n2. Un colis de nourriture le mercredi et le vendredi matin" in reponse


@pytest.mark.parametrize(
    ("texte", "attendu"),
    [
        ("en bus?", "La fiche ne dit pas comment y aller"),
        ("c payé cmb", "la fiche ne dit pas combien c'est payé"),
        ("gratuit hein", ": gratuit."),
        ("et le soir ya ?", "depuis Lesparre le matin"),
    ],
)
def test_a_question_on_one_offer_is_answered_not_its_sheet_again(
    dialogue: Ouvrir, texte: str, attendu: str
) -> None:
    amina = Moteur(dialogue("+33639980001"))
    dit(amina, "du travail", "chercher_offre")
    assert "Travail dans les vignes" in dit(amina, "la 1", "choisir")
    reponse = dit(amina, texte)
    assert attendu in reponse and "05 36 49 01 08" in reponse and "INSCRIVEZ-MOI" not in reponse


def test_what_the_sheet_does_not_say_is_asked_of_the_organiser(dialogue: Ouvrir) -> None:
    amina = Moteur(dialogue("+33639980001"))
    dit(amina, "du travail", "chercher_offre")
    dit(amina, "la 1", "choisir")
    assert "la fiche ne le dit pas" in dit(amina, "ya une cantine", "detail_offre")
    assert "INSCRIVEZ-MOI" in dit(amina, "plus d'infos", "detail_offre")


@pytest.mark.parametrize("intent", ["annuler_rdv", "nlu_fallback", "nier", "chercher_offre"])
@pytest.mark.parametrize(
    "texte", ["annulez le colis", "annul linscription a lepicerie", "je ne veux plus de colis"]
)
def test_leaving_what_was_shown_is_about_it_not_the_rendez_vous(
    langon: Moteur, texte: str, intent: str
) -> None:
    assert "Je n'ai pas d'inscription pour vous" in dit(langon, texte, intent)


def test_a_rendez_vous_to_cancel_is_one(langon: Moteur) -> None:
    assert "inscription" not in dit(langon, "annulez mon rdv", "annuler_rdv")


def test_loin_is_about_the_list_even_after_something_else(langon: Moteur) -> None:
    dit(langon, "et mon rdv c quand", "consulter_rdv")
    assert "55 km" in dit(langon, "loin", "nier")


@pytest.mark.parametrize("dit", ["montre moi les offres", "vous avez quoi comme offres", "les ofres svp"])
def test_offers_are_named_and_no_need(dit: str) -> None:
    assert ne_nomme_que_les_offres(dit)


@pytest.mark.parametrize(
    "dit", ["offre d'emploi", "montre moi le permis", "je veux savoir ce que je peux faire"]
)
def test_a_need_or_another_question_is_more_than_offers(dit: str) -> None:
    assert not ne_nomme_que_les_offres(dit)
