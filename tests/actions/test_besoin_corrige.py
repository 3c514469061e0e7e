"""With offers on show: another need, a correction, thanks, hunger; then joining and leaving one of them."""

from collections.abc import Callable

import pytest
from sqlalchemy import select

from assistant.database import transaction
from assistant.handoff.alertes import Alerte, GenreAlerte
from tests.actions.conftest import Dialogue
from tests.actions.test_precision import Moteur

AMINA, FATOU = "+33639980001", "+33639980003"


@pytest.fixture
def amina(dialogue: Callable[[str], Dialogue]) -> Moteur:
    """In Bordeaux; she has just seen nannies and crèches."""
    moteur = Moteur(dialogue(AMINA))
    moteur.entend("garde d'enfants", "chercher_offre")
    return moteur


@pytest.fixture
def fatou(dialogue: Callable[[str], Dialogue]) -> Moteur:
    """In Libourne; we have just told her of one course."""
    moteur = Moteur(dialogue(FATOU))
    moteur.entend("cours de francais", "chercher_offre")
    moteur.entend("parler francais entre femmes", "detail_offre")
    return moteur


@pytest.mark.parametrize(
    "mots",
    [
        "merci mais pour manger la ce soir j'ai rien. les enfants ont mangé a la cantine ce midi",
        "mais non j'ai pas besoin de nounou j'ai besoin de nourriture vous lisez pas ce que j'écris",
        "j'ai faim c'est tout. ya pas une assoc a bordeaux qui donne des colis",
    ],
)
@pytest.mark.parametrize("label", ["chercher_offre", "nlu_fallback"])
def test_a_corrected_need_is_looked_for_and_who_is_hungry_is_not_left_with_what_is_far(
    amina: Moteur, mots: str, label: str
) -> None:
    reponse = amina.entend(mots, label)
    assert "Colis alimentaire" in reponse
    assert "CCAS" in reponse
    assert "nounou" not in reponse


def test_a_search_for_food_that_finds_nothing_says_who_can_help_today(amina: Moteur) -> None:
    amina.entend("a manger", "chercher_offre")
    amina.entend("autre chose", "nlu_fallback")
    assert "CCAS de la mairie ou la MDS" in amina.entend("autre chose", "nlu_fallback")


def test_the_word_not_understood_is_not_the_need(fatou: Moteur) -> None:
    reponse = fatou.entend("koi tribunal?? jai rien fait moi. jai demander une creche", "chercher_offre")
    assert "Crèche" in reponse
    assert "juriste" not in reponse


@pytest.mark.parametrize("label", ["chercher_offre", "nlu_fallback"])
def test_an_apology_looks_for_nothing(amina: Moteur, label: str) -> None:
    pardon = "pardon je me suis enervée. ca va mieux ma voisine ma donné des pates"
    assert amina.entend(pardon, label) == "Pas de souci, ce n'est rien."
    assert "logement" in amina.entend("pardon je me suis énervée, il me faut un logement", "chercher_offre")


@pytest.mark.parametrize("label", ["lieu_rdv", "nlu_fallback", "chercher_offre"])
@pytest.mark.parametrize("mots", ["mais jai pas de voiture, c pr le bus le tram", "non ! le prix du bus"])
def test_the_price_of_the_bus_is_no_car(amina: Moteur, mots: str, label: str) -> None:
    assert amina.entend(mots, label).startswith("Pour payer le bus ou le tram")


def test_two_questions_on_the_one_spoken_of_get_two_answers(fatou: Moteur) -> None:
    reponse = fatou.entend("c quel jour ? et moi je vien avec bebe on peu ?", "nlu_fallback")
    assert "mercredi" in reponse
    assert "Enfants bienvenus" in reponse
    assert "mercredi" in fatou.entend("non pas nounou. le cours de femme lormont quel jour", "detail_offre")
    assert "gratuit" in fatou.entend("c combien l'argent et quel papier faut", "detail_offre")
    assert "comment y aller" in fatou.entend("comment j'y vais", "nlu_fallback")


@pytest.mark.parametrize(
    "mots", ["tem telefone? posso falar com eles?", "je veux le tel du cours de lormont"]
)
def test_their_number_is_not_the_referent_s(fatou: Moteur, mots: str) -> None:
    assert "05 36 49 01 13" in fatou.entend(mots, "parler_referent")
    assert alertes() == []


@pytest.mark.parametrize(
    ("mots", "label"),
    [("ok jveu aller. merci c bien", "remercier"), ("mais inscri moi alors", "inscrire_offre")],
)
def test_who_wants_to_go_goes_to_the_one_spoken_of(fatou: Moteur, mots: str, label: str) -> None:
    assert "Parler francais entre femmes" in fatou.entend(mots, label)
    assert alertes() == [GenreAlerte.INSCRIPTION]


def test_an_interest_is_taken_back_whatever_else_is_asked(amina: Moteur) -> None:
    amina.entend("inscrivez moi a la 1", "inscrire_offre")
    mots = "euh finalement non. annule. par contre mon rdv il est toujours mercredi ?"
    reponse = amina.entend(mots, "consulter_rdv")
    assert "C'est retiré" in reponse
    assert "Vous avez rendez-vous" in reponse
    assert alertes() == [GenreAlerte.INSCRIPTION, GenreAlerte.DESINSCRIPTION]


def test_an_interest_is_taken_back_later_by_its_need(amina: Moteur) -> None:
    amina.entend("inscrivez moi a la 1", "inscrire_offre")
    amina.entend("et mon rdv c quand", "consulter_rdv")
    mots = "oui le rdv jai compri. LA GARDE D'ENFANT faut pas la demander"
    assert "C'est retiré" in amina.entend(mots, "nlu_fallback")


def alertes() -> list[GenreAlerte]:
    with transaction() as session:
        return list(session.scalars(select(Alerte.genre).order_by(Alerte.creee_le)))
