"""« ma caisse est kc », « cours de francais a libourne »: what is offered, where, and what is asked."""

from collections.abc import Callable
from datetime import datetime

import pytest
from sqlalchemy.orm import Session

from assistant.content.rendering import render
from assistant.offres.lieux import trouver_lieu
from assistant.offres.proposition import (
    Manque,
    Proposition,
    dit_partout,
    proposer,
    proposer_partout,
    proposer_pres_de,
)
from assistant.offres.tables import Offre
from assistant.sms_text.gsm7 import segments

pytestmark = pytest.mark.usefixtures("catalogue")


def lu(proposition: Proposition) -> str:
    return render(proposition.reponse.cle, proposition.reponse.valeurs)


def test_offers_near_home_are_numbered_with_their_town(session: Session, maintenant: datetime) -> None:
    trouvees = proposer(session, "ma voiture est en panne", "Langon", maintenant)
    dit = lu(trouvees)
    assert dit.startswith("Près de Langon :\n1. Garage solidaire, Langon\n2. ")
    assert "km)" in dit
    assert "répondez par le numéro" in dit
    assert len(trouvees.offres) <= 3
    assert segments(dit) <= 2


def test_a_place_that_is_named_wins_over_home(session: Session, maintenant: datetime) -> None:
    assert "Près de Libourne" in lu(proposer(session, "cours de francais a libourne", "Bordeaux", maintenant))


def test_without_any_place_the_town_is_asked(session: Session, maintenant: datetime) -> None:
    trouvees = proposer(session, "ma voiture est en panne", None, maintenant)
    assert trouvees.manque is Manque.LIEU
    assert "commune" in lu(trouvees)


def test_the_same_need_is_then_looked_for_near_the_answer(session: Session, maintenant: datetime) -> None:
    lieu = trouver_lieu("33210")
    assert lieu is not None
    assert "Garage solidaire" in lu(proposer_pres_de(session, "ma voiture est en panne", lieu, maintenant))


def test_or_everywhere_when_the_place_does_not_matter(session: Session, maintenant: datetime) -> None:
    assert "1. " in lu(proposer_partout(session, "ma voiture est en panne", maintenant))


@pytest.mark.parametrize("dit", ["partout", "peu importe", "je sais pas"])
def test_words_for_no_place_in_particular(dit: str) -> None:
    assert dit_partout(dit)


def test_what_names_no_need_brings_examples_before_any_question_of_place(
    session: Session, maintenant: datetime
) -> None:
    trouvees = proposer(session, "zzz", None, maintenant)
    assert trouvees.manque is Manque.BESOIN
    assert "De quoi avez-vous besoin" in lu(trouvees)


def test_a_full_group_says_so_in_the_list(
    session: Session, catalogue: Callable[[str], Offre], maintenant: datetime
) -> None:
    assert catalogue("emploi-cv-libourne").complete
    assert "Libourne (complet)" in lu(proposer(session, "atelier cv et lettre", "Libourne", maintenant))
