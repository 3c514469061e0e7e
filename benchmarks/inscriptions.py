"""Fifty people sign up for the last place at the same moment, many times over: places given, and time taken.

Works in a database of its own on the server of JALON_DATA, dropped afterwards.
"""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import date, datetime
from threading import Barrier
from time import perf_counter
from uuid import UUID, uuid4

from sqlalchemy import Engine, create_engine, delete, func, select, text, update
from sqlalchemy.engine import make_url
from sqlalchemy.orm import Session

from assistant.clock import PARIS
from assistant.conversation.outbox import conversation_avec
from assistant.database import database_url
from assistant.demo import semer
from assistant.migrations.upgrade import upgrade
from assistant.offres.inscriptions.demande import Accord, Demandeur, accepter
from assistant.offres.inscriptions.tables import EtatInscription, Inscription
from assistant.offres.tables import Offre
from assistant.parcours.allocataires import Allocataire, Telephone
from assistant.parcours.referents import Referent
from benchmarks.figures import percentile, report

TOGETHER = 50
ROUNDS = 20
OFFER = "demo--emploi-cv-bordeaux"
NOW = datetime(2026, 11, 24, 9, 30, tzinfo=PARIS)
NAME = "jalon_bench_inscriptions"
Person = tuple[int, UUID]


def measure() -> bool:
    with _database() as engine:
        people = _people(engine)
        times: list[float] = []
        overbooked = empty = waiting = 0
        for _ in range(ROUNDS):
            times += _round(engine, people)
            held, queue = _held(engine)
            overbooked += max(held - 1, 0)
            empty += held < 1
            waiting += queue
        p50, slowest = 1000 * percentile(times, 0.5), 1000 * max(times)
        print(f"    p50 {p50:.0f} ms, slowest {slowest:.0f} ms, with {TOGETHER} at once")
    return (
        report("places given twice", overbooked, "", 0)
        & report("rounds in which nobody got the last place", empty, "", 0)
        & report("not on the waiting list", ROUNDS * (TOGETHER - 1) - waiting, "", 0)
        & report("sign-up p95, fifty at once", round(1000 * percentile(times, 0.95)), "ms", 2000)
    )


@contextmanager
def _database() -> Iterator[Engine]:
    server = create_engine(database_url(), isolation_level="AUTOCOMMIT")
    with server.connect() as connection:
        connection.execute(text(f"DROP DATABASE IF EXISTS {NAME} WITH (FORCE)"))
        connection.execute(text(f"CREATE DATABASE {NAME}"))
    engine = create_engine(make_url(database_url()).set(database=NAME), pool_size=TOGETHER)
    with engine.begin() as connection:
        upgrade(connection)
    yield engine
    engine.dispose()
    with server.connect() as connection:
        connection.execute(text(f"DROP DATABASE {NAME} WITH (FORCE)"))


def _people(engine: Engine) -> list[Person]:
    with Session(engine) as session, session.begin():
        semer(session, NOW.date())
        referent = session.scalars(select(Referent).limit(1)).one()
        people = []
        for rank in range(TOGETHER):
            number = f"+336399811{rank:02d}"
            someone = Allocataire(
                prenom=f"Personne{rank}",
                nom="Fictive",
                date_naissance=date(1990, 1, 1),
                commune="Bordeaux",
                code_postal="33000",
                referent=referent,
                telephones=[Telephone(numero=number)],
            )
            session.add(someone)
            session.flush()
            people.append((someone.id, conversation_avec(session, number)))
        return people


def _round(engine: Engine, people: list[Person]) -> list[float]:
    """One place is left; everybody agreed to wait if it is gone. Seconds each of them waited."""
    with Session(engine) as session, session.begin():
        session.execute(delete(Inscription))
        session.execute(update(Offre).where(Offre.id == OFFER).values(places=8, places_prises=7))
    together = Barrier(TOGETHER)

    def sign_up(person: Person) -> float:
        together.wait()
        begun = perf_counter()
        with Session(engine) as session, session.begin():
            who = session.get_one(Allocataire, person[0])
            accepter(session, OFFER, Accord.ATTENTE, Demandeur(who, person[1], uuid4(), NOW))
        return perf_counter() - begun

    with ThreadPoolExecutor(TOGETHER) as pool:
        return list(pool.map(sign_up, people))


def _held(engine: Engine) -> tuple[int, int]:
    """Places given in this round, by rows and by counter (the larger), and people who wait."""
    with Session(engine) as session:
        rows = session.execute(select(Inscription.etat, func.count()).group_by(Inscription.etat)).all()
        states = {row[0]: row[1] for row in rows}
        counter = session.scalars(select(Offre.places_prises).where(Offre.id == OFFER)).one() - 7
    given = states.get(EtatInscription.INSCRITE, 0)
    return max(given, counter), states.get(EtatInscription.EN_ATTENTE, 0)
