"""`jalon demo`: the fictitious people to try Jalon with."""

from datetime import date
from typing import Annotated

import typer
from psycopg.errors import DeadlockDetected
from sqlalchemy.exc import OperationalError

from api.cli.refusal import refuse
from assistant.clock import now
from assistant.database import transaction
from assistant.demo import remettre, semer
from assistant.migrations.upgrade import upgrade
from assistant.settings import settings

ESSAIS = 5


def command(
    reset: Annotated[
        bool, typer.Option("--reset", help="Put them back as on the first day, even while Jalon runs.")
    ] = False,
) -> None:
    """Seeds the demo people, their référents, free slots and offers. Development only."""
    if settings().jalon_env != "development":
        refuse("Les personnes de démonstration n'existent qu'en développement (JALON_ENV=development).")
    if reset:
        _remettre(now().date())
        typer.echo("Les personnes de démonstration sont remises comme au premier jour.")
        return
    with transaction() as session:
        upgrade(session.connection())
        semer(session, now().date())
    typer.echo("Les personnes de démonstration sont en place.")


def _remettre(aujourd_hui: date) -> None:
    """A worker that answers one of them at this very moment may make PostgreSQL refuse: then once more."""
    for reste in reversed(range(ESSAIS)):
        try:
            with transaction() as session:
                remettre(session, aujourd_hui)
            return
        except OperationalError as error:
            if not isinstance(error.orig, DeadlockDetected) or not reste:
                raise
