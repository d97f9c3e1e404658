"""The engine on either database: what a transaction holds to, and what comes back."""

from __future__ import annotations

import threading
import traceback
from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy import Column, Engine, Integer, MetaData, Table, select, text

from bot.errors import StorageError
from bot.settings import Secret
from bot.storage import database, seen
from bot.storage.tables import SEEN_REQUESTS
from tests.storage.marking import NOW, count

pytestmark = pytest.mark.both_engines


def test_there_are_connections_for_every_thread_of_the_pool(database_url: str) -> None:
    """The work pool's threads never wait for one another's connection."""
    engine = database.open_engine(Secret(database_url), threads=3)
    opened = [engine.connect() for _ in range(5)]
    for connection in opened:
        connection.close()
    engine.dispose()


def test_a_transaction_that_fails_changes_nothing(engine: Engine) -> None:
    """All of it or none."""
    with pytest.raises(ZeroDivisionError), database.transaction(engine) as connection:
        assert 1 / (not seen.first_time(connection, "k", NOW))
    assert count(engine) == 0


def test_a_writer_that_reads_first_waits_for_its_turn(engine: Engine) -> None:
    """BEGIN IMMEDIATE, or the row's lock: eight threads that read, then write, lose nothing."""
    tally = Table("tally", MetaData(), Column("n", Integer))
    with database.transaction(engine) as connection:
        tally.create(connection)
        connection.execute(tally.insert().values(n=0))

    def add() -> None:
        for _ in range(20):
            with database.transaction(engine) as connection:
                n = connection.execute(select(tally.c.n).with_for_update()).scalar_one()
                connection.execute(tally.update().values(n=n + 1))

    threads = [threading.Thread(target=add) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with database.reading(engine) as connection:
        assert connection.execute(select(tally.c.n)).scalar_one() == 160


def test_reading_waits_for_no_writer(engine: Engine) -> None:
    """A question about a thread is answered while another transaction is open."""
    with database.transaction(engine) as connection:
        seen.first_time(connection, "k", NOW)
        assert count(engine) == 0
    assert count(engine) == 1


def test_an_instant_comes_back_aware_and_in_utc(engine: Engine) -> None:
    """Whatever zone it was given in."""
    given = datetime(2026, 11, 26, 15, 45, 1, 5, tzinfo=timezone(timedelta(hours=1)))
    with database.transaction(engine) as connection:
        seen.first_time(connection, "k", given)
        found = connection.execute(select(SEEN_REQUESTS.c.seen_at)).scalar_one()
        never = connection.execute(select(SEEN_REQUESTS.c.done_at)).scalar_one()
    assert found == given
    assert found.tzinfo is UTC
    assert never is None


def test_a_row_is_inserted_once_or_replaced(engine: Engine) -> None:
    """In each engine's own words for the same two things."""
    row = {"key": "k", "seen_at": NOW, "owner": "a"}
    with database.transaction(engine) as connection:
        assert database.insert_if_absent(connection, SEEN_REQUESTS, row)
        assert not database.insert_if_absent(connection, SEEN_REQUESTS, {**row, "owner": "b"})
        assert connection.execute(select(SEEN_REQUESTS.c.owner)).scalars().all() == ["a"]
        database.insert_or_replace(connection, SEEN_REQUESTS, {**row, "owner": "c"})
        assert connection.execute(select(SEEN_REQUESTS.c.owner)).scalars().all() == ["c"]


def test_an_error_shows_no_value(engine: Engine) -> None:
    """What was being stored may be a name, or worse; the log gets the statement alone."""
    name = "".join(["hun", "ter2"])  # so that no line of this test shows it either
    with pytest.raises(StorageError) as caught, database.transaction(engine) as connection:
        connection.execute(text("INSERT INTO nowhere VALUES (:x)"), {"x": name})
    told = "".join(traceback.format_exception(caught.value))
    assert "INSERT INTO nowhere" in told
    assert name not in told


@pytest.mark.parametrize("url", ["nonsense hunter2", "sqlite+x:///hunter2", "postgres:hunter2@h"])
def test_an_address_that_cannot_be_read_is_not_repeated(url: str) -> None:
    """It may hold a password."""
    with pytest.raises(StorageError) as caught:
        database.open_engine(url)
    assert "hunter2" not in repr((caught.value, caught.value.hint, caught.value.__cause__))
