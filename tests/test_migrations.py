"""The migrations make the tables that the code names, and can be undone."""

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine

from assistant.migrations.upgrade import alembic_config, upgrade
from assistant.tables import metadata


def test_a_migrated_database_differs_in_nothing_from_the_tables(database: Engine) -> None:
    with database.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []


def test_going_back_to_nothing_and_up_again_works(database: Engine) -> None:
    with database.connect() as connection, connection.begin() as change:
        command.downgrade(alembic_config(connection), "base")
        upgrade(connection)
        change.rollback()
