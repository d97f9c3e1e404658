"""PostgreSQL: how it is set up, and what is said when it refuses, vanishes or is held."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator

import psycopg
import pytest
from sqlalchemy import Engine, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import OperationalError

from bot.errors import StorageError
from bot.storage import database, faults, upgrades
from tests import databases
from tests.storage.marking import count, mark

pytestmark = pytest.mark.postgres_only


def refused(url: str) -> StorageError:
    """What is said on connecting to `url`."""
    engine = database.open_engine(url)
    with pytest.raises(StorageError) as caught:
        database.state(engine)
    engine.dispose()
    return caught.value


@pytest.fixture
def role(database_url: str) -> Iterator[str]:
    """A user of the server who may do nothing but come in."""
    name = f"{make_url(database_url).database}_user"
    databases.on_server(f"CREATE ROLE {name} LOGIN PASSWORD 'right'")
    yield name
    databases.on_server(f"DROP OWNED BY {name}")
    databases.on_server(f"DROP ROLE {name}")


def test_every_transaction_has_its_limits(engine: Engine) -> None:
    """For itself alone, so that a pooler in between may hand the connection on."""
    names = ("statement_timeout", "lock_timeout", "idle_in_transaction_session_timeout")
    with database.transaction(engine, wait_s=1.0) as connection:
        found = [connection.execute(text(f"SHOW {name}")).scalar() for name in names]
        assert found == ["15s", "1s", "30s"]
        connection.execute(text("COMMIT"))
        found = [connection.execute(text(f"SHOW {name}")).scalar() for name in names]
        assert found == ["0", "0", "0"]
    with database.reading(engine) as connection:
        assert connection.execute(text("SHOW lock_timeout")).scalar() == "5s"
        assert connection.execute(text("SHOW application_name")).scalar() == "flowxo-bot"


def test_what_the_address_says_goes_first(database_url: str) -> None:
    """Its parameters are the driver's own."""
    engine = database.open_engine(f"{database_url}&application_name=mine&connect_timeout=2")
    with database.reading(engine) as connection:
        assert connection.execute(text("SHOW application_name")).scalar() == "mine"
    engine.dispose()


@pytest.mark.parametrize(
    ("part", "other", "said"),
    [
        ("database", "no_such_one", "There is no database"),
        ("user", "nobody_we_know", "does not let this user in"),
        ("host", "/nowhere", "cannot be reached"),
        ("host", "no-such-host.invalid", "cannot be reached"),
        ("nonsense", "1", "address of the database cannot be read"),
    ],
)
def test_what_keeps_it_from_connecting_is_said(
    database_url: str, part: str, other: str, said: str
) -> None:
    """With what to look at, and without the password."""
    url = make_url(database_url).update_query_dict({"password": "hunter2"})
    url = url.set(database=other) if part == "database" else url.update_query_dict({part: other})
    error = refused(url.render_as_string(hide_password=False))
    assert said in error.message
    assert error.hint
    assert "hunter2" not in error.message + error.hint


def test_a_user_without_rights_is_said(database_url: str, role: str) -> None:
    """It comes in, and may make no table."""
    engine = database.open_engine(
        make_url(database_url)
        .update_query_dict({"user": role})
        .render_as_string(hide_password=False)
    )
    with pytest.raises(StorageError, match="may not do that"):
        database.upgrade(engine)
    engine.dispose()


def test_a_server_that_is_full_of_others_is_said(database_url: str, role: str) -> None:
    """As small plans of platforms are; it passes when they leave."""
    databases.on_server(f"ALTER ROLE {role} CONNECTION LIMIT 1")
    url = make_url(database_url).update_query_dict({"user": role})
    plain = url.set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(plain):
        error = refused(url.render_as_string(hide_password=False))
    assert "takes no more connections" in error.message
    assert "34" in error.hint


def test_a_standby_is_said(engine: Engine) -> None:
    """It may still be read."""

    def write() -> None:
        with database.transaction(engine) as connection:
            connection.execute(text("SET TRANSACTION READ ONLY"))
            connection.execute(text("DELETE FROM seen_requests"))

    with pytest.raises(StorageError, match="read-only"):
        write()
    assert count(engine) == 0


def raises(engine: Engine, state: str) -> Callable[[], object]:
    """A transaction in which the server itself raises `state`."""

    def work() -> None:
        with database.transaction(engine) as connection:
            code = f"DO $$ BEGIN RAISE EXCEPTION 'hunter2' USING ERRCODE = '{state}'; END $$"
            connection.exec_driver_sql(code)

    return work


@pytest.mark.parametrize(
    ("state", "said"),
    [
        ("53100", "is full"),
        ("53300", "takes no more connections"),
        ("40P01", "held by another"),
        ("40001", "held by another"),
        ("57014", "took too long"),
        ("57P01", "was lost"),
        ("08006", "was lost"),
        ("58030", "fails or is full"),
        ("XX001", "is damaged"),
        ("28P01", "refuses the password"),
        ("3D000", "There is no database"),
        ("22012", "does not answer as it should"),
    ],
)
def test_each_of_its_codes_has_a_sentence(engine: Engine, state: str, said: str) -> None:
    """Raised by the server itself; a full disk among them. What it had to say is not repeated."""
    with pytest.raises(StorageError, match=said) as caught:
        raises(engine, state)()
    assert "hunter2" not in caught.value.message + caught.value.hint
    assert caught.value.hint
    assert mark(engine, "afterwards")


def test_a_wrong_password_is_said(engine: Engine) -> None:
    """The words are the driver's; this server trusts whoever comes by its socket."""
    words = 'connection failed: FATAL:  password authentication failed for user "u"'
    error = OperationalError(None, None, psycopg.OperationalError(words))
    assert "refuses the password" in faults.translate(error, engine).message


def test_a_held_row_is_waited_for_and_then_said(engine: Engine) -> None:
    """Another program has it for longer than this transaction waits."""
    with database.transaction(engine) as other:
        other.execute(text("LOCK TABLE seen_requests"))
        with (
            pytest.raises(StorageError, match="held by another program"),
            database.transaction(engine, wait_s=0.2) as connection,
        ):
            connection.execute(text("DELETE FROM seen_requests"))
    assert mark(engine, "k")


def cut(engine: Engine) -> None:
    """The server ends every connection that the engine has."""
    ours = f"datname = '{engine.url.database}'"
    databases.on_server(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE {ours}")  # noqa: S608 - ours


def test_a_connection_that_is_cut_is_said(engine: Engine) -> None:
    """Whoever was in the middle of it is told, and nothing was changed."""
    mark(engine, "before")

    def work() -> None:
        with database.transaction(engine) as connection:
            connection.execute(text("DELETE FROM seen_requests"))
            cut(engine)
            connection.execute(text("SELECT 1"))

    with pytest.raises(StorageError, match="was lost"):
        work()
    assert count(engine) == 1


def test_connections_that_were_cut_while_idle_are_not_used(engine: Engine) -> None:
    """Nobody is told of a restart between two questions."""
    together = threading.Barrier(4)

    def hold() -> None:
        with database.reading(engine):
            together.wait(10)

    threads = [threading.Thread(target=hold) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    cut(engine)
    assert [mark(engine, f"{number}") for number in range(6)] == [True] * 6


def test_it_is_not_upgraded_by_a_start(database_url: str) -> None:
    """Several processes share it: a person says when."""
    engine = database.open_engine(database_url)
    with pytest.raises(StorageError, match="is not upgraded yet") as caught:
        upgrades.make_ready(engine)
    assert "db upgrade" in caught.value.hint
    assert database.state(engine).standing is upgrades.Standing.EMPTY
    database.upgrade(engine)
    upgrades.make_ready(engine)
    engine.dispose()
