"""What a remark on offers shown turns away, and what it wants instead."""

import pytest

from assistant.offres.lieux_dits import lire_lieux
from assistant.offres.rejet import (
    ce_qui_est_accepte,
    ce_qui_est_voulu,
    demande_un_autre_besoin,
    objecte,
    voeux_des_manques,
)
from assistant.offres.suite_lue import Voeu


@pytest.mark.parametrize(
    ("dit", "voulu"),
    [
        ("les vigne c mort jai le dos niké. autre chose", "autre chose"),
        ("jveu pas la vigne. un truc chauffeur ou cariste", "jveu, un truc chauffeur ou cariste"),
        ("non pas ordinateur !! le francais", "non, le francais"),
        ("cariste c est quoi rien a voir moi c le permi voiture", "moi c le permi voiture"),
        ("je cherche un garage pas cher a langon", "je cherche un garage pas cher a langon"),
        ("vous avez pas une formation", "vous avez pas une formation"),
    ],
)
def test_what_is_refused_or_lacked_is_not_wanted(dit: str, voulu: str) -> None:
    assert ce_qui_est_voulu(dit) == voulu


@pytest.mark.parametrize(
    ("dit", "besoin"),
    [
        ("18 km c trop loin sans voiture. et jai dit menage ou cantine moi", "travail menage ou cantine"),
        ("jai pas ordinateur et pas internet. je veux avec une vrai personne", "mieux ecrire le francai"),
        ("58 bornes tu crois jsuis qui g pa de caisse. plus pret", "un truc chauffeur ou cariste"),
        ("cariste c est quoi rien a voir moi c le permi voiture", "apprendre a conduire"),
    ],
)
def test_an_objection_stays_with_what_was_looked_for(dit: str, besoin: str) -> None:
    assert objecte(dit) and not demande_un_autre_besoin(dit, besoin)


@pytest.mark.parametrize(
    ("dit", "besoin"),
    [
        ("tu mremet la meme chose!! jveu pas la vigne. un truc chauffeur ou cariste", "du taf"),
        ("laissez le colis. yaurai pas un truc pour changer mes lunette", "manger pour pas cher"),
    ],
)
def test_another_need_plainly_asked_is_another(dit: str, besoin: str) -> None:
    assert demande_un_autre_besoin(dit, besoin)


def test_what_one_lacks_says_which_offers_suit() -> None:
    assert voeux_des_manques("jai pas de voiture moi") == {Voeu.MOINS_LOIN}
    assert voeux_des_manques("j'ai pas internet") == {Voeu.SUR_PLACE}
    assert not voeux_des_manques("un cours de français")


def test_a_condition_names_no_other_offer() -> None:
    dit = "Je m'inscris ! Enfin si on peut y aller en train, j'ai pas le permis"
    assert "permis" not in ce_qui_est_accepte(dit) and "train" not in ce_qui_est_accepte(dit)


@pytest.mark.parametrize(
    ("dit", "refuse", "voulu"),
    [
        ("merignac mort. ya a lespare ou pauyac un truc comme sa", "Mérignac", "Lesparre-Médoc"),
        ("lormont jy vais pas", "Lormont", None),
        ("frere ya du taf ou pas a lespare", None, "Lesparre-Médoc"),
        ("jabite pessak", None, "Pessac"),
    ],
)
def test_a_town_is_refused_or_wanted_however_it_is_written(
    dit: str, refuse: str | None, voulu: str | None
) -> None:
    lus = lire_lieux(dit)
    assert (lus.refuse and lus.refuse.nom, lus.voulu and lus.voulu.nom) == (refuse, voulu)
