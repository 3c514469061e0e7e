"""The demo world, made once a database, then copied for each test.

Half of what the tests without engine took was spent making it anew: 300 ms, the copy takes 15.
"""

from datetime import date

from sqlalchemy import Connection, Engine, Table
from sqlalchemy.orm import Session

from assistant.demo import semer
from assistant.tables import metadata

JOUR = date(2026, 11, 24)  # a Tuesday
_COPIE = "monde_pret"


def preparer(engine: Engine) -> None:
    """Keeps a copy of all that `semer` makes in the empty database of `engine`, which stays empty."""
    with Session(engine) as session:
        semer(session, JOUR)
        session.commit()
    with engine.begin() as connection:
        garder(connection)
        vider(connection)


def garder(connection: Connection) -> None:
    """Copies all there is now."""
    connection.exec_driver_sql(f"CREATE SCHEMA {_COPIE}")
    for table in metadata.sorted_tables:
        connection.exec_driver_sql(f'CREATE TABLE {_COPIE}."{table.name}" AS TABLE "{table.name}"')


def poser(session: Session) -> None:
    """Puts the world into empty tables."""
    session.connection().exec_driver_sql("; ".join(map(_copier, metadata.sorted_tables)))


def vider(connection: Connection) -> None:
    """Empties every table; the copy stays."""
    vides = (f'DELETE FROM "{table.name}"' for table in reversed(metadata.sorted_tables))
    connection.exec_driver_sql("; ".join(vides))


def _copier(table: Table) -> str:
    colonnes = ", ".join(f'"{colonne.name}"' for colonne in table.columns if colonne.computed is None)
    return f'INSERT INTO "{table.name}" ({colonnes}) SELECT {colonnes} FROM {_COPIE}."{table.name}"'
