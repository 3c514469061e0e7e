"""« inscris-moi » , « je viens plus »: places are given, refused, and given back."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from assistant.handoff.alertes import Alerte
from assistant.offres.inscriptions.demande import Accord, Demandeur, se_renseigner
from assistant.offres.inscriptions.depart import inscriptions_a_venir, quitter
from assistant.offres.inscriptions.tables import Inscription
from assistant.offres.tables import Offre
from tests.offres.inscriptions import demandeur, etats, lu, prend

Catalogue = Callable[[str], Offre]


@pytest.fixture
def atelier(catalogue: Catalogue) -> Offre:
    """Eight places, five taken."""
    return catalogue("emploi-cv-bordeaux")


@pytest.fixture
def complet(catalogue: Catalogue) -> Offre:
    return catalogue("emploi-cv-libourne")


@pytest.fixture
def amina(session: Session, atelier: Offre, maintenant: datetime) -> Demandeur:
    return demandeur(session, "Amina", maintenant)


def une(session: Session, de: Demandeur) -> Inscription:
    (inscription,) = inscriptions_a_venir(session, de.qui, de.maintenant)
    return inscription


def alertes(session: Session) -> list[str]:
    return [str(genre) for genre in session.scalars(select(Alerte.genre).order_by(Alerte.id))]


def test_one_is_asked_before_anything_is_done(session: Session, atelier: Offre, amina: Demandeur) -> None:
    suite = se_renseigner(session, atelier, amina)
    assert suite.accord is Accord.PLACE
    assert "Atelier CV, mardi 1er décembre à 14h" in lu(suite.reponse)
    assert atelier.places_prises == 5


def test_a_yes_takes_a_place_and_the_referent_sees_it(
    session: Session, atelier: Offre, amina: Demandeur
) -> None:
    dit = lu(prend(session, atelier, amina).reponse)
    assert "réservée : Atelier CV" in dit
    assert "/o/" in dit  # the page of the offer, with its calendar file
    assert atelier.places_prises == 6
    assert alertes(session) == ["inscription"]


def test_a_yes_said_twice_takes_one_place(session: Session, atelier: Offre, amina: Demandeur) -> None:
    prend(session, atelier, amina)
    assert "déjà votre place" in lu(prend(session, atelier, amina).reponse)
    assert atelier.places_prises == 6
    assert alertes(session) == ["inscription"]


def test_a_full_group_has_a_waiting_list(session: Session, complet: Offre, maintenant: datetime) -> None:
    amina, kevin = (demandeur(session, prenom, maintenant) for prenom in ("Amina", "Kevin"))
    suite = se_renseigner(session, complet, amina)
    assert suite.accord is Accord.ATTENTE
    assert "complet" in lu(suite.reponse)
    assert "numéro 1" in lu(prend(session, complet, amina, Accord.ATTENTE).reponse)
    assert "numéro 2" in lu(prend(session, complet, kevin, Accord.ATTENTE).reponse)
    assert "déjà sur la liste" in lu(se_renseigner(session, complet, amina).reponse)
    assert complet.places_prises == 8


def test_who_agreed_to_a_place_is_not_put_on_a_list_unasked(
    session: Session, complet: Offre, amina: Demandeur
) -> None:
    suite = prend(session, complet, amina, Accord.PLACE)
    assert suite.accord is Accord.ATTENTE
    assert etats(session, complet) == {}


def test_who_agreed_to_wait_gets_the_place_that_became_free(
    session: Session, atelier: Offre, amina: Demandeur
) -> None:
    assert "réservée" in lu(prend(session, atelier, amina, Accord.ATTENTE).reponse)


@pytest.mark.parametrize(
    ("champ", "jours", "dit"),
    [("debut", -1, "déjà commencé"), ("fin_inscription", -1, "finies"), ("retiree_le", -1, "n'est plus")],
)
def test_too_late_is_said_and_nothing_is_done(
    session: Session, atelier: Offre, amina: Demandeur, champ: str, jours: int, dit: str
) -> None:
    setattr(atelier, champ, amina.maintenant + timedelta(days=jours))
    session.flush()
    assert dit in lu(se_renseigner(session, atelier, amina).reponse)
    assert prend(session, atelier, amina).accord is None
    assert etats(session, atelier) == {}


def test_leaving_gives_the_place_back(session: Session, atelier: Offre, amina: Demandeur) -> None:
    prend(session, atelier, amina)
    inscription = une(session, amina)
    assert "annulé : Atelier CV" in lu(quitter(session, inscription, amina))
    quitter(session, inscription, amina)
    assert atelier.places_prises == 5
    assert etats(session, atelier) == {"Amina": "annulee"}


def test_one_may_come_back_after_leaving(session: Session, atelier: Offre, amina: Demandeur) -> None:
    prend(session, atelier, amina)
    quitter(session, une(session, amina), amina)
    assert "réservée" in lu(prend(session, atelier, amina).reponse)
    assert atelier.places_prises == 6


def test_leaving_the_waiting_list_frees_no_place(session: Session, complet: Offre, amina: Demandeur) -> None:
    prend(session, complet, amina, Accord.ATTENTE)
    quitter(session, une(session, amina), amina)
    assert complet.places_prises == 8


def test_a_freed_place_is_held_for_the_first_who_waits(
    session: Session, complet: Offre, maintenant: datetime
) -> None:
    complet.places_prises = 7
    session.flush()
    amina, kevin, fatou = (demandeur(session, prenom, maintenant) for prenom in ("Amina", "Kevin", "Fatou"))
    prend(session, complet, amina)
    for de in (kevin, fatou):
        prend(session, complet, de, Accord.ATTENTE)
    quitter(session, une(session, amina), amina)
    assert etats(session, complet) == {"Amina": "annulee", "Kevin": "proposee", "Fatou": "en_attente"}
    assert complet.complete  # nobody new slips in before them
    assert se_renseigner(session, complet, amina).accord is Accord.ATTENTE
    assert "réservée" in lu(
        prend(session, complet, kevin).reponse
    )  # who asks again need not wait for the SMS
    assert complet.places_prises == 8
