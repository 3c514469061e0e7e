"""Alembic's entry: works on the connection it is handed, or on the configured database."""

from alembic import context

from assistant.database import engine
from assistant.tables import metadata


def migrate() -> None:
    connection = context.config.attributes.get("connection")
    if connection is None:
        with engine().begin() as own:
            _run(own)
    else:
        _run(connection)


def _run(connection: object) -> None:
    context.configure(connection=connection, target_metadata=metadata, compare_type=True)  # type: ignore[arg-type]
    with context.begin_transaction():
        context.run_migrations()


migrate()
