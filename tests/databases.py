"""The databases that tests run on: an SQLite file each, and a PostgreSQL database each."""

from __future__ import annotations

import os
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import create_engine
from sqlalchemy.engine import URL, make_url
from sqlalchemy.pool import NullPool

# The address of any database of a PostgreSQL server where databases may be made.
SERVER = os.environ.get("TEST_DATABASE_URL", "").strip()
NEEDS_SERVER = (
    pytest.mark.postgres,
    pytest.mark.skipif(not SERVER, reason="make test-postgres runs it on PostgreSQL"),
)
_POSTGRES = pytest.param("postgres", marks=NEEDS_SERVER)
# By the mark of a test or of its module, the engines it runs on. Without a server nothing is
# said of the tests that run on SQLite anyway.
KINDS = {
    "both_engines": ["sqlite", _POSTGRES] if SERVER else ["sqlite"],
    "postgres_only": [_POSTGRES],
}


def address() -> URL:
    """The server's address, by the driver that the bot uses."""
    return make_url(SERVER).set(drivername="postgresql+psycopg")


def on_server(statement: str) -> None:
    """Run one statement there, outside any database of a test."""
    engine = create_engine(address(), isolation_level="AUTOCOMMIT", poolclass=NullPool)
    with engine.connect() as connection:
        connection.exec_driver_sql(statement)


@contextmanager
def another(kind: str, place: Path) -> Iterator[str]:
    """The address of a database that holds nothing; an SQLite file lies in `place`."""
    if kind == "sqlite":
        yield f"sqlite:///{place / 'bot.db'}"
        return
    with fresh() as url:
        yield url


@contextmanager
def fresh() -> Iterator[str]:
    """The address of a PostgreSQL database of its own, dropped at the end whoever is in it."""
    name = f"test_{uuid.uuid4().hex}"
    on_server(f"CREATE DATABASE {name} TEMPLATE template0")  # template1 may have been filled
    try:
        yield address().set(database=name).render_as_string(hide_password=False)
    finally:
        on_server(f"DROP DATABASE {name} WITH (FORCE)")
