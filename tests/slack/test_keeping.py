"""A database that fails or is locked costs the memory, never the answer, nor its speed."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import Connection, select
from sqlalchemy.engine import Engine

from bot.core.parse import Context, parse
from bot.demo.slack_workspace import CHATBOTS
from bot.errors import ClashError, StorageError
from bot.slack import memory
from bot.slack.desk import build_desk
from bot.slack.keeping import PAUSE_S, Keeper, Unwritten
from bot.storage import channels, database
from bot.storage.channels import Channel
from bot.storage.tables import CHANNELS, SEEN_REQUESTS
from bot.storage.waits import BUSY_TIMEOUT_S
from tests.slack.conftest import Clock, Running, remembered
from tests.slack.test_conversation import answers, root_of
from tests.storage.connected import BY


@pytest.fixture(name="locked")
def _locked(engine: Engine) -> Iterator[sqlite3.Connection]:
    """Another process that holds the write lock."""
    other = sqlite3.connect(str(engine.url.database), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    yield other
    other.close()


class Timer:
    """Seconds that a test moves."""

    now = 100.0

    def __call__(self) -> float:
        """The second."""
        return self.now


def test_a_database_that_failed_is_left_alone_for_some_seconds(
    engine: Engine, locked: sqlite3.Connection
) -> None:
    """Then it is tried again."""
    timer = Timer()
    keeper = Keeper(engine, wait_s=0.05, timer=timer)
    tries: list[int] = []

    def work(_: object) -> int:
        tries.append(1)
        return 7

    with pytest.raises(StorageError, match="held by another"):
        keeper.write(work, "locked")
    locked.execute("ROLLBACK")
    with pytest.raises(StorageError, match="held by another"):
        keeper.write(work, "locked")
    assert tries == []
    # Who writes keeps nobody from reading.
    assert keeper.read(work, "locked") == 7
    timer.now += PAUSE_S
    assert keeper.write(work, "locked") == 7


@pytest.mark.both_engines
def test_what_does_not_fit_is_no_outage(engine: Engine) -> None:
    """It is told as what it is, nothing of it is kept, and the next change is made at once."""
    keeper = Keeper(engine)

    def unfit(connection: Connection) -> None:
        channels.change(connection, "T", "C", BY, only_this_account=True)
        stray = {"team_id": "T", "channel_id": "C2", "account_id": "A0"}
        connection.execute(CHANNELS.insert().values(**stray))

    with pytest.raises(ClashError, match="at the same moment"):
        keeper.write(unfit, "unfit")
    assert keeper.write(lambda c: channels.get(c, "T", "C"), "next") == Channel("C")


def test_a_database_that_cannot_be_read_is_not_written_either(
    engine: Engine, tmp_path: Path
) -> None:
    """Until it is tried again."""
    timer = Timer()
    keeper = Keeper(engine, wait_s=0.05, timer=timer)
    engine.dispose()
    aside = [file.rename(tmp_path / f"aside-{file.name}") for file in tmp_path.glob("bot.db*")]
    (tmp_path / "bot.db").mkdir()
    with pytest.raises(StorageError):
        keeper.read(lambda _: 7, "gone")
    (tmp_path / "bot.db").rmdir()
    for file in aside:
        file.rename(tmp_path / file.name.removeprefix("aside-"))
    with pytest.raises(StorageError):
        keeper.write(lambda _: 7, "gone")
    timer.now += PAUSE_S
    assert keeper.write(lambda _: 7, "gone") == 7


def test_other_transactions_wait_as_long_as_ever(engine: Engine) -> None:
    """A brief wait is the question's alone, whichever connection of the pool it had."""
    keeper = Keeper(engine, wait_s=0.05)
    keeper.write(lambda connection: connection.exec_driver_sql("SELECT 1").scalar(), "x")
    with database.transaction(engine) as connection:
        timeout = connection.exec_driver_sql("PRAGMA busy_timeout").scalar()
    assert timeout == BUSY_TIMEOUT_S * 1000


@pytest.mark.usefixtures("locked")
def test_questions_are_answered_while_another_process_holds_the_lock(running: Running) -> None:
    """The first waits a little, the others not at all; none is refused or dropped."""
    for _ in range(3):
        assert running.slack.command("stats last week").ok
    running.idle()
    assert len([m for m in running.slack.messages if "compared with" in m.text]) == 3


def test_a_thread_is_remembered_while_the_database_takes_nothing(
    running: Running, locked: sqlite3.Connection
) -> None:
    """By this process; a reply refines what was shown, not the phrase against today's."""
    running.start(working_after_s=60.0)
    running.slack.mention("top flows october 2026")
    running.slack.wait_for_messages()
    running.slack.mention("vs last year", thread_ts=root_of(running))
    reply = running.slack.wait_for_messages(2)[-1]
    assert "1–31 Oct 2026, compared with 1–31 Oct 2025" in reply.text
    assert locked.in_transaction


def test_what_waits_to_be_written_is_kept_here(now: datetime) -> None:
    """Until the database has just that; what came meanwhile waits on."""
    unwritten = Unwritten()
    unwritten.keep(("T1", "C1", "1.0"), "stats 2026-10", now)
    unwritten.keep(("T1", "C1", "2.0"), "stats 2026-09", now)
    assert unwritten.get(("T1", "C1", "1.0")) == "stats 2026-10"
    assert unwritten.get(("T2", "C1", "1.0")) is None
    shown = unwritten.pending()
    unwritten.keep(("T1", "C1", "2.0"), "stats 2026-08", now)
    unwritten.written(shown)
    assert unwritten.get(("T1", "C1", "1.0")) is None
    assert unwritten.get(("T1", "C1", "2.0")) == "stats 2026-08"


def test_threads_that_waited_are_written_with_the_next(
    running: Running, locked: sqlite3.Connection
) -> None:
    """Nothing of them is lost at a restart, once the database takes anything again."""
    desk = build_desk(running.services, 60.0)
    short = replace(desk, keeper=Keeper(running.services.engine, wait_s=0.05))
    query = parse("stats october 2026", Context(running.clock(), ZoneInfo("UTC"))).query
    memory.remember(short, "T1", "C1", "1.0", query)
    assert remembered(running) == []
    locked.rollback()
    memory.remember(desk, "T1", "C2", "1.0", query)
    assert sorted(remembered(running)) == ["C1", "C2"]
    assert desk.unwritten.pending() == {}


def test_a_reply_to_what_nobody_remembers_is_not_read_as_another_question(
    running: Running, tmp_path: Path
) -> None:
    """It names no dates; a whole question is answered all the same."""
    running.slack.mention("stats october 2026")
    running.slack.wait_for_messages()
    running.settle()
    assert remembered(running) != []
    running.services.engine.dispose()
    for file in tmp_path.glob("bot.db*"):
        file.unlink()
    (tmp_path / "bot.db").mkdir()
    running.slack.mention("by week", thread_ts=root_of(running))
    told = running.slack.wait_for_messages(2)[-1].text
    assert "can't look up what this thread is about" in told
    running.slack.mention("stats september 2026", thread_ts=root_of(running, 0))
    assert "1–30 Sep 2026" in answers(running, 3)[-1].text


def test_what_was_answered_is_marked_as_done(running: Running, clock: Clock) -> None:
    """So that a retry to another process, once this one is gone, finds nothing left to do."""
    assert running.slack.mention("stats last week").ok
    answers(running, 1)
    with database.reading(running.services.engine) as connection:
        rows = connection.execute(select(SEEN_REQUESTS)).all()
    assert rows
    assert all(row.done_at is not None for row in rows)
    assert all(abs(row.done_at - clock()) < timedelta(minutes=1) for row in rows)
    assert remembered(running) == [CHATBOTS]
