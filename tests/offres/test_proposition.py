"""« ma caisse est kc », « cours de francais a libourne »: what is offered, where, and what is asked."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import pytest
from sqlalchemy.orm import Session

from assistant.content.rendering import render
from assistant.offres.demande_en_cours import Recherche
from assistant.offres.lieux import trouver_lieu
from assistant.offres.proposition import (
    Manque,
    Proposition,
    avec_une_main_tendue,
    dit_partout,
    partout,
    proposer,
)
from assistant.offres.tables import Offre
from assistant.sms_text.gsm7 import segments
from tests.offres.cherche import recherche_prevue as recherche_prevue

pytestmark = pytest.mark.usefixtures("catalogue", "recherche_prevue")
PANNE = "ma voiture est en panne"


def lu(proposition: Proposition) -> str:
    return render(proposition.reponse.cle, proposition.reponse.valeurs)


def pres_de(besoin: str, commune: str) -> Recherche:
    return Recherche(besoin, trouver_lieu(commune))


def test_offers_near_home_are_numbered_with_their_distance(session: Session, maintenant: datetime) -> None:
    trouvees = proposer(session, pres_de(PANNE, "Langon"), maintenant)
    dit = lu(trouvees)
    assert dit.startswith("Près de Langon :\n1. Garage solidaire")
    assert "(1 km)" in dit
    assert "répondez par le numéro" in dit or "le numéro" in dit
    assert len(trouvees.offres) == len(trouvees.distances) <= 3
    assert segments(dit) <= 2


def test_without_any_place_the_town_is_asked(session: Session, maintenant: datetime) -> None:
    trouvees = proposer(session, Recherche(PANNE), maintenant)
    assert trouvees.manque is Manque.LIEU
    assert "commune" in lu(trouvees)


def test_or_everywhere_when_the_place_does_not_matter(session: Session, maintenant: datetime) -> None:
    assert lu(proposer(session, partout(Recherche(PANNE)), maintenant)).startswith("1. ")


@pytest.mark.parametrize("dit", ["partout", "peu importe", "je sais pas"])
def test_words_for_no_place_in_particular(dit: str) -> None:
    assert dit_partout(dit)


@pytest.mark.parametrize(
    "dit",
    [
        *("montre moi les offres", "vous avez quoi a langon", "OFFRES", "inscrire"),
        *("jcherche 1 aide", "bjr jorai besoin daide svp", "vs pouvez maider", "kelle aide jpe avoir"),
        "bonjour madame, j'aurais besoin d'une aide",
    ],
)
def test_what_names_no_need_brings_examples_before_any_question_of_place(
    session: Session, maintenant: datetime, dit: str
) -> None:
    trouvees = proposer(session, Recherche(dit), maintenant)
    assert trouvees.manque is Manque.BESOIN
    assert "De quoi avez-vous besoin" in lu(trouvees)


def test_nothing_is_said_to_be_nothing(session: Session, maintenant: datetime) -> None:
    trouvees = proposer(session, pres_de("cours de poterie", "Langon"), maintenant)
    dit = lu(avec_une_main_tendue(trouvees, None, maintenant.date()))
    assert trouvees.manque is Manque.OFFRE
    assert "rien trouvé pour cela près de Langon" in dit


def test_far_offers_are_said_to_be_far(session: Session, maintenant: datetime) -> None:
    dit = lu(proposer(session, pres_de("chantier d'insertion", "Soulac-sur-Mer"), maintenant))
    assert "Rien tout près" in dit or "km)" in dit


def test_a_full_group_says_so_in_the_list(
    session: Session, catalogue: Callable[[str], Offre], maintenant: datetime
) -> None:
    assert catalogue("emploi-cv-libourne").complete
    dit = lu(proposer(session, pres_de("atelier cv et lettre", "Libourne"), maintenant))
    assert "complet)" in dit


def test_what_the_slot_keeps_can_be_read_again() -> None:
    recherche = replace(Recherche(PANNE, dite_au="x"), partout=True).avec(gratuit=True).sans(frozenset("ab"))
    garde = recherche.en_slot()
    assert (garde["gratuit"], garde["sauf"], garde["partout"]) == (True, ["a", "b"], True)
    assert PANNE not in str(garde)
