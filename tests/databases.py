"""The databases that tests run on: an SQLite file each, and a PostgreSQL database each.

One at the newest revision is a copy of one that was brought there before, which is much quicker.
"""

from __future__ import annotations

import atexit
import os
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import pytest
from sqlalchemy import create_engine
from sqlalchemy.engine import URL, make_url
from sqlalchemy.pool import NullPool

from bot.storage import database

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
def another(kind: str, place: Path, *, upgraded: bool = False) -> Iterator[str]:
    """The address of a database that holds nothing, or that is at the newest revision.

    An SQLite file lies in `place`.
    """
    if kind == "sqlite":
        path = place / "bot.db"
        if upgraded:
            path.touch(mode=0o600)
            path.write_bytes(_file())
        yield f"sqlite:///{path}"
        return
    with _fresh(_template() if upgraded else "template0") as url:
        yield url


@contextmanager
def _fresh(template: str) -> Iterator[str]:
    """The address of a PostgreSQL database of its own, dropped at the end whoever is in it."""
    name = f"test_{uuid.uuid4().hex}"
    on_server(f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY file_copy")
    try:
        yield _named(name)
    finally:
        on_server(f"DROP DATABASE {name} WITH (FORCE)")


def _named(name: str) -> str:
    return address().set(database=name).render_as_string(hide_password=False)


@cache
def _file() -> bytes:
    """An SQLite file at the newest revision."""
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "bot.db"
        _upgrade(f"sqlite:///{path}")
        return path.read_bytes()


@cache
def _template() -> str:
    """The name of a PostgreSQL database at the newest revision, in which nobody is."""
    name = f"template_{uuid.uuid4().hex}"
    on_server(f"CREATE DATABASE {name} TEMPLATE template0")  # template1 may have been filled
    atexit.register(on_server, f"DROP DATABASE {name}")
    _upgrade(_named(name))
    return name


def _upgrade(url: str) -> None:
    engine = database.open_engine(url)
    database.upgrade(engine)
    engine.dispose()
