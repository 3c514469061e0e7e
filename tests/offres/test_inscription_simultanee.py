"""Forty people want the last place in the same second; others leave while people wait."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from threading import Barrier

import pytest
from sqlalchemy import Engine, create_engine, select

from assistant.database import transaction
from assistant.offres.inscriptions.demande import Accord, accepter
from assistant.offres.inscriptions.depart import quitter
from assistant.offres.inscriptions.places import vivante
from assistant.offres.inscriptions.tables import Inscription
from assistant.offres.tables import Offre
from tests.monde_pret import poser
from tests.offres.inscriptions import demandeur, inconnus

OFFRE = "demo--emploi-cv-bordeaux"
ENSEMBLE = 40  # two workers of the suite at once stay under PostgreSQL's hundred connections


@pytest.fixture
def quarante_connexions(base: Engine, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    large = create_engine(base.url, pool_size=ENSEMBLE)
    monkeypatch.setattr("assistant.database.engine", lambda: large)
    yield
    large.dispose()


@pytest.fixture
def personnes(quarante_connexions: None, maintenant: datetime) -> list[str]:
    with transaction() as session:
        poser(session)
        offre = session.get_one(Offre, OFFRE)
        assert offre.places is not None
        offre.places_prises = offre.places - 1
        return [qui.prenom for qui in inconnus(session, ENSEMBLE)]


def en_meme_temps(faire: Callable[[str], object], prenoms: Sequence[str]) -> None:
    """Each in a thread and a transaction of its own, begun together."""
    depart = Barrier(len(prenoms))

    def attendre(prenom: str) -> None:
        depart.wait(10)
        faire(prenom)

    with ThreadPoolExecutor(len(prenoms)) as ensemble:
        list(ensemble.map(attendre, prenoms))


def compte() -> tuple[int, dict[str, int]]:
    with transaction() as session:
        etats = [str(etat) for etat in session.scalars(select(Inscription.etat))]
        return session.get_one(Offre, OFFRE).places_prises, {etat: etats.count(etat) for etat in set(etats)}


def test_forty_at_once_for_the_last_place_get_one_place(personnes: list[str], maintenant: datetime) -> None:
    en_meme_temps(lambda prenom: _prendre(prenom, maintenant, Accord.PLACE), personnes)
    assert compte() == (8, {"inscrite": 1})


def test_those_who_agree_to_wait_are_all_on_the_list(personnes: list[str], maintenant: datetime) -> None:
    en_meme_temps(lambda prenom: _prendre(prenom, maintenant, Accord.ATTENTE), personnes)
    assert compte() == (8, {"inscrite": 1, "en_attente": ENSEMBLE - 1})


def test_one_person_twice_at_once_has_one_place(personnes: list[str], maintenant: datetime) -> None:
    en_meme_temps(lambda prenom: _prendre(prenom, maintenant, Accord.PLACE), personnes[:1] * 20)
    assert compte() == (8, {"inscrite": 1})


def test_leaving_and_joining_at_once_lose_no_place(personnes: list[str], maintenant: datetime) -> None:
    with transaction() as session:
        session.get_one(Offre, OFFRE).places = 5 + len(personnes) // 2
        session.get_one(Offre, OFFRE).places_prises = 5
    moitie = ENSEMBLE // 2
    dedans, dehors = personnes[:moitie], personnes[moitie:]
    for prenom in dedans:
        _prendre(prenom, maintenant, Accord.PLACE)
    melange = [prenom for paire in zip(dedans, dehors, strict=True) for prenom in paire]
    en_meme_temps(
        lambda p: _partir(p, maintenant) if p in dedans else _prendre(p, maintenant, Accord.ATTENTE), melange
    )
    prises, etats = compte()
    assert etats["annulee"] == moitie
    assert prises == 5 + etats.get("inscrite", 0) + etats.get("proposee", 0)
    assert sum(etats.values()) == ENSEMBLE
    assert etats.get("en_attente", 0) == 0 or prises == 5 + len(dedans)


def _prendre(prenom: str, maintenant: datetime, accord: Accord) -> None:
    with transaction() as session:
        accepter(session, OFFRE, accord, demandeur(session, prenom, maintenant))


def _partir(prenom: str, maintenant: datetime) -> None:
    with transaction() as session:
        de = demandeur(session, prenom, maintenant)
        inscription = vivante(session, OFFRE, de.qui.id)
        assert inscription is not None
        quitter(session, inscription, de)
