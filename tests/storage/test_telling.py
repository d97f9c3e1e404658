"""When somebody was last told that an account's key is refused: once a day, by one."""

from __future__ import annotations

import threading
from datetime import timedelta

import pytest
from sqlalchemy import Engine

from bot.storage import accounts, database, health
from bot.storage.connecting import replace_key
from tests.storage.connected import BY, NOW, connected, key_of, with_keys, writing

pytestmark = pytest.mark.both_engines
DAY = timedelta(days=1)


def tell(engine: Engine, account_id: str, at: timedelta = timedelta()) -> bool:
    """Whether one may tell then."""
    with writing(engine) as connection:
        return health.tell_once(connection, "T", account_id, NOW + at)


def fail(engine: Engine, account_id: str, at: timedelta = timedelta()) -> None:
    """The key is refused."""
    with writing(engine) as connection:
        health.failed(connection, "T", account_id, "KeyRefusedError", NOW + at)


def mend(engine: Engine, account_id: str, at: timedelta) -> None:
    """It works."""
    with writing(engine) as connection:
        health.succeeded(connection, "T", account_id, NOW + at)


def test_nothing_is_told_while_all_is_well(engine: Engine) -> None:
    """Nor of an account that is not there."""
    account_id = connected(with_keys(engine), "Acme").account_id
    assert not tell(engine, account_id)
    assert not tell(engine, "A0")


def test_a_failure_is_told_once_a_day(engine: Engine) -> None:
    """To the second, also where the key works in between."""
    account_id = connected(with_keys(engine), "Acme").account_id
    fail(engine, account_id)
    assert tell(engine, account_id)
    with database.reading(engine) as connection:
        found = accounts.get(connection, "T", account_id)
    assert found is not None
    assert found.told_at == NOW
    mend(engine, account_id, timedelta(hours=1))
    assert not tell(engine, account_id, timedelta(hours=1))
    fail(engine, account_id, timedelta(hours=2))
    assert not tell(engine, account_id, DAY - timedelta(seconds=1))
    assert tell(engine, account_id, DAY)
    mend(engine, account_id, DAY + timedelta(hours=1))
    assert not tell(engine, account_id, 3 * DAY)


def test_another_key_is_another_matter(engine: Engine) -> None:
    """What was told was told of the one before."""
    account_id = connected(with_keys(engine), "Acme").account_id
    fail(engine, account_id)
    assert tell(engine, account_id)
    with writing(engine) as connection:
        assert replace_key(connection, "T", account_id, key_of("another"), BY)
    fail(engine, account_id, timedelta(hours=1))
    assert tell(engine, account_id, timedelta(hours=1))


def test_what_was_not_told_can_be_told(engine: Engine) -> None:
    """Slack did not take the message."""
    account_id = connected(with_keys(engine), "Acme").account_id
    fail(engine, account_id)
    assert tell(engine, account_id)
    with writing(engine) as connection:
        health.not_told(connection, "T", [account_id])
    assert tell(engine, account_id)


def test_of_several_at_once_one_tells(engine: Engine) -> None:
    """Whoever presses first."""
    account_id = connected(with_keys(engine), "Acme").account_id
    fail(engine, account_id)
    together, found = threading.Barrier(6), []

    def work() -> None:
        together.wait(10)
        found.append(tell(engine, account_id))

    threads = [threading.Thread(target=work) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(found) == [False] * 5 + [True]
