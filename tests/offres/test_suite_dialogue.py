"""After a list of offers: what people answer in a few words, whatever the engine makes of it."""

from collections.abc import Callable

import pytest
from sqlalchemy import select

from actions.offres import ValiderFormulaireLieu
from assistant.database import transaction
from assistant.handoff.alertes import Alerte, GenreAlerte
from assistant.sms_text.gsm7 import segments
from tests.actions.conftest import Dialogue
from tests.actions.conftest import dialogue as dialogue
from tests.actions.test_precision import Moteur
from tests.offres.cherche import recherche_prevue as recherche_prevue

pytestmark = pytest.mark.usefixtures("recherche_prevue")
Ouvrir = Callable[[str], Dialogue]
VAGUES = ["nlu_fallback", "hors_sujet", "donner_information", "choisir", "chercher_offre", "detail_offre"]


@pytest.fixture
def jean_marc(dialogue: Ouvrir) -> Moteur:
    """Near Langon; he has just seen a list for his broken car."""
    moteur = Moteur(dialogue("+33639980002"))
    cherche_un_garage(moteur)
    return moteur


def cherche_un_garage(qui: Moteur) -> str:
    return dit(qui, "je cherche un garage pas cher a langon", "chercher_offre")


@pytest.fixture
def inconnu(dialogue: Ouvrir) -> Moteur:
    return Moteur(dialogue("+33639989999"))


def dit(moteur: Moteur, texte: str, intent: str = "nlu_fallback") -> str:
    reponse = moteur.entend(texte, intent)
    assert 1 <= segments(reponse) <= 2, reponse
    return reponse


def montrees(moteur: Moteur) -> list[str]:
    return list(moteur.dialogue.slots["offres_montrees"])


def test_a_list_says_how_far_each_is_in_one_segment_when_it_fits(jean_marc: Moteur) -> None:
    liste = cherche_un_garage(jean_marc)
    assert liste.startswith("Près de Langon :\n1. Garage solidaire, Langon (1 km)\n2. ")
    assert segments(liste) == 1


@pytest.mark.parametrize("intent", ["nlu_fallback", "nier", "modifier_cer"])
def test_more_shows_others_never_the_same_again(dialogue: Ouvrir, intent: str) -> None:
    fatou = Moteur(dialogue("+33639980003"))
    dit(fatou, "garde d'enfants", "chercher_offre")
    vues: list[str] = montrees(fatou)
    while "rien d'autre" not in dit(fatou, "autre chose", intent):
        assert not set(vues) & set(montrees(fatou))
        vues += montrees(fatou)
        assert len(vues) < 20
    assert len(vues) > 3


def test_nearer_is_refused_honestly_when_nothing_is(jean_marc: Moteur) -> None:
    reponse = dit(jean_marc, "plus pres")
    assert 'Rien de plus près : "Garage solidaire" est à 1 km' in reponse
    assert "Réparer" in dit(jean_marc, "la 2", "choisir")


def test_nearer_than_the_one_spoken_of(jean_marc: Moteur) -> None:
    dit(jean_marc, "la 2", "choisir")
    assert "Garage solidaire" in dit(jean_marc, "c trop loin", "signaler_retard")


def test_another_town_midway(jean_marc: Moteur) -> None:
    for intent in (*VAGUES, "lieu_rdv", "nier"):
        cherche_un_garage(jean_marc)
        assert "Libourne" in dit(jean_marc, "et a libourne ?", intent), intent
        assert "Près de Langon" in dit(jean_marc, "pres de chez moi", intent), intent


def test_a_rendez_vous_named_is_a_rendez_vous(jean_marc: Moteur) -> None:
    assert "rendez-vous" in dit(jean_marc, "et mon rdv c ou ?", "lieu_rdv")


def test_another_need_midway_stays_in_the_same_town(jean_marc: Moteur) -> None:
    for intent in (*VAGUES, "nier"):
        cherche_un_garage(jean_marc)
        dit(jean_marc, "et a libourne ?")
        reponse = dit(jean_marc, "non plutot garde d'enfant", intent)
        assert "Près de Libourne" in reponse and "nounou" in reponse, intent


def test_free_ones_only(dialogue: Ouvrir) -> None:
    amina = Moteur(dialogue("+33639980001"))
    for intent in (*VAGUES, "question_droits"):
        dit(amina, "je cherche une aide pour le permis", "chercher_offre")
        dit(amina, "gratuit", intent)
        assert amina.dialogue.slots["recherche"]["gratuit"], intent


def test_cheap_is_not_free_at_first_but_too_dear_asks_for_what_is_free(jean_marc: Moteur) -> None:
    assert "Garage solidaire" in cherche_un_garage(jean_marc)
    assert "rien trouvé de gratuit" in dit(jean_marc, "c trop cher", "mecontent")


def test_online_or_by_telephone_or_nothing_of_the_kind(dialogue: Ouvrir) -> None:
    amina = Moteur(dialogue("+33639980001"))
    dit(amina, "cours de francais", "chercher_offre")
    reponse = dit(amina, "par telephone", "coordonnees_referent")
    assert any(mot in reponse for mot in ("en ligne", "par tél", "à distance", "par téléphone"))
    assert "rien trouvé à distance" in dit(amina, "autre chose") or "rien d'autre" in dit(amina, "plus")


def test_one_of_the_list(jean_marc: Moteur) -> None:
    for question, intent, attendu in (
        ("la 2", "nlu_fallback", "Réparer sa voiture"),
        ("le premier", "affirmer", "Garage solidaire"),
        ("la 1 c ou", "lieu_rdv", "2 chemin de la Scierie"),
        ("la 1 ça coûte combien", "question_paiement", "12 euros"),
    ):
        assert attendu in dit(jean_marc, question, intent), question


def test_questions_on_the_one_spoken_of(jean_marc: Moteur) -> None:
    dit(jean_marc, "la 1", "choisir")
    for intent in (*VAGUES, "lieu_rdv", "consulter_rdv", "question_paiement"):
        assert "chemin de la Scierie" in dit(jean_marc, "c'est où", intent), intent
        assert "12 euros" in dit(jean_marc, "ça coûte combien", intent), intent
        assert "horaires à demander" in dit(jean_marc, "c'est quand", intent), intent
        assert "la fiche ne dit pas" in dit(jean_marc, "faut quoi", intent), intent


def test_a_question_on_the_whole_list_is_answered_line_by_line(jean_marc: Moteur) -> None:
    reponse = dit(jean_marc, "c'est où")
    assert "1. 2 chemin de la Scierie, Langon\n2. 5 rue du Vieux Hangar, Bordeaux" in reponse


def test_who_may_come_is_what_the_notice_says(jean_marc: Moteur) -> None:
    dit(jean_marc, "la 1", "choisir")
    reponse = dit(jean_marc, "ma fille peut venir ?")
    assert "Pour qui :" in reponse or "la fiche ne dit pas qui peut venir" in reponse
    assert "05 36 49 01 03" in reponse


def test_when_nothing_fits_the_referent_may_be_told(jean_marc: Moteur) -> None:
    assert "je préviens Thomas Girard" in dit(jean_marc, "cours de poterie chinoise", "chercher_offre")
    assert "Thomas Girard" in dit(jean_marc, "oui", "affirmer")
    with transaction() as session:
        assert session.scalars(select(Alerte.genre)).all() == [GenreAlerte.PARLER]


def test_an_unknown_number_is_asked_the_town_once(inconnu: Moteur) -> None:
    assert "Dans quelle commune" in dit(inconnu, "je cherche un garage pas cher", "chercher_offre")
    dites = inconnu.dialogue.dire(ValiderFormulaireLieu(), "33210", "donner_information")
    assert "Près de Langon" in dites[0]
    assert "Près de Langon" in dit(inconnu, "cours de francais", "chercher_offre")


def test_or_without_any_place(inconnu: Moteur) -> None:
    dit(inconnu, "je cherche un garage pas cher", "chercher_offre")
    dites = inconnu.dialogue.dire(ValiderFormulaireLieu(), "je sais pas", "nier")
    assert dites[0].startswith("1. ")
    assert "commune ou un code postal" in dit(inconnu, "moins loin")  # asked before, in other words


def test_a_stranger_is_told_of_no_referent_by_name(inconnu: Moteur) -> None:
    reponse = dit(inconnu, "cours de poterie chinoise", "chercher_offre")
    assert "parlez-en à votre référent" in reponse


def test_the_bare_word_offers_asks_what_is_needed(inconnu: Moteur) -> None:
    for mot in ("OFFRES", "offre", "Offres !", "ofres"):
        for intent in ("saluer", "nlu_fallback", "consulter_rdv", "affirmer"):
            assert "De quoi avez-vous besoin" in dit(inconnu, mot, intent), (mot, intent)


def test_the_bare_word_join_joins_the_one_spoken_of(jean_marc: Moteur) -> None:
    for intent in ("saluer", "nlu_fallback", "signer_cer"):
        dit(jean_marc, "la 1", "choisir")
        assert "J'ai prévenu Thomas Girard" in dit(jean_marc, "INSCRIRE", intent), intent


def test_the_tracker_keeps_turns_and_no_words(jean_marc: Moteur) -> None:
    dit(jean_marc, "et a libourne ?")
    garde = str(jean_marc.dialogue.slots["recherche"])
    assert "garage" not in garde and "ibourne" not in garde


def test_the_nearest_is_true_over_all_that_was_shown_for_this_need(jean_marc: Moteur) -> None:
    dit(jean_marc, "autre chose")
    reponse = dit(jean_marc, "54 km c plus pres ??", "chercher_offre")
    assert "est à 1 km" in reponse


def test_the_same_list_is_not_shown_to_whoever_says_that_there_is_nothing(jean_marc: Moteur) -> None:
    reponse = dit(jean_marc, "a langon ya rien du tout alors", "chercher_offre")
    assert "rien trouvé" in reponse and "je préviens Thomas Girard" in reponse
