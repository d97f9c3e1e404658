"""A backup that is put back: what was posted after it was made does not come twice."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Engine, text, update

from bot.demo.slack_faults import error, reset
from bot.digests.restoring import LeftOut, leave_out
from bot.errors import KeyRefusedError
from bot.storage import database, subscribing
from bot.storage.deliveries import State, Trouble
from bot.storage.subscriptions import SUBSCRIPTION, Reason
from bot.storage.tables import SUBSCRIPTIONS
from tests import databases
from tests.digests.house import DAY, HOUR, MINUTE, SECOND, House, Maker

pytestmark = pytest.mark.both_engines


@contextmanager
def backed_up(engine: Engine, tmp_path: Path) -> Iterator[Engine]:
    """The database as the documentation says to back it up and to put it back."""
    if engine.dialect.name == "sqlite":
        with engine.connect() as connection:
            connection.execution_options(isolation_level="AUTOCOMMIT")
            connection.exec_driver_sql("COMMIT")
            connection.exec_driver_sql(f"VACUUM INTO '{tmp_path}/backup.db'")
            connection.exec_driver_sql("BEGIN")
        restored = database.open_engine(f"sqlite:///{tmp_path}/backup.db")
        yield restored
        restored.dispose()
        return
    tool = shutil.which("pg_dump")
    if tool is None:
        pytest.skip("pg_dump is not here: postgresql-client has it")
    url = engine.url.set(drivername="postgresql")
    dump = subprocess.run(  # noqa: S603 - our own database
        [tool, "--no-owner", url.render_as_string(hide_password=False)],
        capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    with databases.another("postgres", tmp_path) as fresh:
        client = shutil.which("psql")
        assert client
        address = fresh.replace("postgresql+psycopg", "postgresql")
        subprocess.run([client, "-q", address], input=dump, text=True, check=True,  # noqa: S603 - the same
                       stdout=subprocess.DEVNULL)  # fmt: skip
        restored = database.open_engine(fresh)
        yield restored
        restored.dispose()


def test_what_was_posted_after_the_backup_does_not_come_twice(
    house: House, engine: Engine, tmp_path: Path
) -> None:
    """What was open or due is left out, with that reason; the next time is as ever."""
    house.subscribe("daily")
    house.subscribe("weekly", target="C2")
    house.slack.faults.add("chat.postMessage", reset())
    house.run()
    assert sorted(house.states) == ["sent", "verify lost"]
    with backed_up(engine, tmp_path) as restored:
        house.run(MINUTE)
        house.run(DAY)
        posted = len(house.posted)
        assert posted == 3
        house.clock.advance(HOUR)
        assert leave_out(restored, house.clock) == LeftOut(open=1, due=1)
        back = house.another(engine=restored)
        back.run()
        assert len(house.posted) == posted
        left = [each for each in back.deliveries if each.trouble is Trouble.RESTORED]
        assert [each.state for each in left] == [State.SKIPPED] * 2
        assert leave_out(restored, house.clock) == LeftOut(0, 0)
        back.run(23 * HOUR)
        assert len(house.posted) == posted + 1
        assert back.dispatcher.close(5)
    assert max(house.posts_by_delivery().values()) == 1


@pytest.mark.parametrize("days", [0, 1])
def test_what_was_mended_after_the_backup_does_not_come_twice(
    house: House, maker: Maker, engine: Engine, tmp_path: Path, days: int
) -> None:
    """The backup has it disabled: mended there once more, it goes on with its next time."""
    house.subscribe("daily")
    maker.error = KeyRefusedError("no")
    house.run()
    assert house.states == ["failed key"]
    with backed_up(engine, tmp_path) as restored:
        maker.error = None
        mend(engine, house)
        house.run(MINUTE)
        house.run(days * DAY)
        assert len(house.posted) == 1 + days
        house.clock.advance(HOUR)
        assert leave_out(restored, house.clock) == LeftOut(open=0, due=days)
        assert mend(restored, house) == (1,)
        back = house.another(engine=restored)
        back.run()
        assert len(house.posted) == 1 + days
        assert back.states == ["skipped restored"] * (1 + days)
        back.run(DAY)
        assert len(house.posted) == 2 + days
        assert back.dispatcher.close(5)
    assert max(house.posts_by_delivery().values()) == 1


def mend(engine: Engine, house: House) -> tuple[int, ...]:
    """Replace the key."""
    with database.transaction(engine) as connection:
        return subscribing.mend(connection, "T", Reason.KEY, house.by())


def test_one_that_cannot_be_read_keeps_no_other_from_it(
    house: House, engine: Engine, caplog: pytest.LogCaptureFixture
) -> None:
    """It is told, and could not be posted in any case."""
    house.subscribe("daily")
    house.subscribe("daily", target="C2")
    with house.writing() as connection:
        connection.execute(update(SUBSCRIPTIONS).where(SUBSCRIPTION.number == 1).values(digest={}))
    assert leave_out(engine, house.clock) == LeftOut(open=0, due=1)
    assert "digest_broken" in caplog.text
    house.run()
    assert sorted(house.states) == ["skipped broken", "skipped restored"]
    assert house.texts == []


def test_what_failed_for_good_stays_as_it_is(house: House, engine: Engine) -> None:
    """Nothing would post it again, and its reason is worth knowing."""
    house.subscribe("daily")
    house.slack.faults.add("chat.postMessage", error("restricted_action"), None)
    house.run()
    assert leave_out(engine, house.clock) == LeftOut(0, 0)
    assert house.states == ["failed refused"]


def test_years_are_left_out(house: House, engine: Engine) -> None:
    """However old the backup is."""
    house.subscribe("daily")
    house.clock.advance(200 * DAY + SECOND)
    assert leave_out(engine, house.clock) == LeftOut(open=0, due=201)
    house.run()
    assert house.texts == []
    with engine.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM deliveries")).scalar() == 201
