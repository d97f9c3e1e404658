"""Accounts that are connected, for tests of what becomes of them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from sqlalchemy import Connection, Engine

from bot.settings import Secret
from bot.storage import crypto, database, vault
from bot.storage.accounts import Account, Outcome
from bot.storage.audit import By
from bot.storage.connecting import connect

NOW = datetime(2026, 11, 26, 14, 45, tzinfo=UTC)
BY = By("U1", "test", NOW)
KEYS = tuple(Secret(crypto.new_key()) for _ in range(2))


def with_keys(engine: Engine, *keys: Secret) -> Engine:
    """The engine as a process has it that was started with these keys."""
    crypto.give_keys(engine, keys or KEYS[:1])
    vault.establish(engine)
    return engine


def key_of(name: str) -> Secret:
    """The API key of an account, by its name."""
    return Secret(f"eyJ.key.of.{name}")


def connected(engine: Engine, name: str, team_id: str = "T", by: By = BY) -> Account:
    """A connected account."""
    with database.transaction(engine) as connection:
        saved = connect(connection, team_id, name, key_of(name), by)
    assert saved.outcome is Outcome.SAVED
    return saved.account


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """One transaction."""
    with database.transaction(engine) as connection:
        yield connection
