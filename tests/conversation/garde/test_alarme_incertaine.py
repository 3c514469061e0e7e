"""An alarm that may be false gives the numbers all the same, and lets the engine answer."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from assistant.content.rendering import render
from assistant.conversation.consentements import exprimer
from assistant.conversation.garde import detecteur
from assistant.conversation.garde.numeros import DANGER_POSSIBLE, valeurs_numeros
from assistant.conversation.garde.regles import DETRESSES, regle_fixe
from assistant.conversation.garde.verdict import PourLeMoteur
from assistant.conversation.tables import Conversation, Detenteur, EtatTour, Tour
from assistant.handoff.alertes import Alerte, GenreAlerte
from assistant.sms_text.gsm7 import segments
from tests.offres.inscriptions import demandeur, dit, repond

AMINA = "+33639980001"
SINON = render("detresse_sinon")
DIT = "il ne reste que le silence ici"

Chance = Callable[[float], None]


@pytest.fixture
def chance(monkeypatch: pytest.MonkeyPatch) -> Iterator[Chance]:
    """How probable the detector finds a danger, whatever is said."""
    regle_fixe.cache_clear()
    yield lambda chance: monkeypatch.setattr(detecteur, "_lecture", lambda _texte: ("suicide", chance))
    regle_fixe.cache_clear()


@pytest.mark.parametrize(("mots", "probable"), [("je veux mourir", 0.02), (DIT, 0.8)])
def test_a_danger_that_is_sure_is_answered_with_nothing_else(
    demo: Session, maintenant: datetime, chance: Chance, mots: str, probable: float
) -> None:
    chance(probable)
    (texte,) = dit(repond(demo, "Amina", mots, maintenant))
    assert "3114" in texte


def test_what_is_likelier_no_danger_is_answered_after_the_numbers(
    demo: Session, maintenant: datetime, chance: Chance
) -> None:
    chance(0.3)
    issue = repond(demo, "Amina", DIT, maintenant)
    assert isinstance(issue, PourLeMoteur)
    assert issue.d_abord
    (numeros,) = issue.d_abord.textes
    assert "3114" in numeros
    assert numeros.startswith("Au cas où")  # it is not said as if it were sure
    assert not issue.danger_possible  # the numbers are said once
    demo.flush()
    assert demo.scalars(select(Alerte.genre)).all() == [GenreAlerte.URGENCE]


@pytest.mark.parametrize("danger", sorted(DETRESSES))
def test_numbers_given_in_case_are_one_sms(danger: str) -> None:
    assert segments(render(f"detresse_{danger}_peut_etre", valeurs_numeros())) == 1


def test_on_a_shared_number_nobody_is_asked_who_they_are_before_the_door_is_left_open(
    demo: Session, maintenant: datetime, chance: Chance
) -> None:
    chance(0.3)
    numeros, sinon = dit(repond(demo, "Youssef", DIT, maintenant))
    assert "3114" in numeros
    assert sinon == SINON
    assert segments(SINON) == 1


def test_nobody_is_asked_what_we_would_not_read(demo: Session, maintenant: datetime, chance: Chance) -> None:
    chance(0.3)
    exprimer(demo, AMINA, accepte=False, source="sms", le=maintenant)
    (texte,) = dit(repond(demo, "Amina", DIT, maintenant))
    assert "3114" in texte


def test_the_engine_is_not_asked_while_a_referent_holds_the_talk(
    demo: Session, maintenant: datetime, chance: Chance
) -> None:
    chance(0.3)
    tenue = demo.get_one(Conversation, demandeur(demo, "Amina", maintenant).conversation_id)
    tenue.detenteur = Detenteur.REFERENT
    assert dit(repond(demo, "Amina", DIT, maintenant))[-1] == SINON


@pytest.mark.parametrize(("heures", "encore"), [(1, False), (8, True)])
def test_the_numbers_that_follow_a_doubt_are_said_once_in_six_hours(
    demo: Session, maintenant: datetime, chance: Chance, heures: int, encore: bool
) -> None:
    chance(0.1)
    conversation_id = demandeur(demo, "Amina", maintenant).conversation_id
    avant = maintenant - timedelta(hours=heures)
    tour = Tour(conversation_id=conversation_id, ouvert_le=avant, clos_le=avant, bail_jusqu_a=avant)
    tour.etat, tour.regle = EtatTour.REPONDU, DANGER_POSSIBLE
    demo.add(tour)
    issue = repond(demo, "Amina", DIT, maintenant)
    assert isinstance(issue, PourLeMoteur)
    assert issue.danger_possible is encore


def test_when_her_husband_is_expected_is_no_alarm(
    demo: Session, maintenant: datetime, chance: Chance
) -> None:
    chance(0.4)
    (texte,) = dit(repond(demo, "Nadia", "é mon mari lui c kan", maintenant))
    assert "Qui écrit" in texte
    assert demo.scalars(select(Alerte.genre)).all() == []


@pytest.mark.parametrize(
    ("mots", "probable"),
    [("é mon mari lui c kan", 0.7), ("mon mari il rentre quand", 0.3), ("mon mari lui c quand il boit", 0.3)],
)
def test_a_husband_named_otherwise_or_probably_to_be_feared_still_is(
    demo: Session, maintenant: datetime, chance: Chance, mots: str, probable: float
) -> None:
    chance(probable)
    assert "3114" in dit(repond(demo, "Nadia", mots, maintenant))[0]
