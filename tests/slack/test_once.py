"""Each request is done once, in one process and across several."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy.engine import Engine

from bot.slack.keeping import Keeper
from bot.slack.once import Once, Presses
from bot.storage import database
from tests.slack.conftest import Clock

pytestmark = pytest.mark.both_engines


def test_a_key_is_new_once(engine: Engine, clock: Clock) -> None:
    """And any known key makes a request known."""
    once = Once(Keeper(engine), clock)
    assert once.first(("a",))
    assert not once.first(("a",))
    assert not once.first(("b", "a"))
    assert once.first(("c", "d"))
    assert not once.first(("d",))


def test_another_process_knows_it_too(engine: Engine, clock: Clock) -> None:
    """By the database."""
    assert Once(Keeper(engine), clock).first(("a", "b"))
    assert not Once(Keeper(engine), clock).first(("b", "c"))


ELSEWHERE = """
import os, sys
from datetime import datetime
from bot.slack.keeping import Keeper
from bot.slack.once import Once
from bot.storage import database
once = Once(Keeper(database.open_engine(sys.argv[1])), lambda: datetime.fromisoformat(sys.argv[2]))
assert once.first(("a", "b"))
if sys.argv[3] == "done":
    once.finish(("a", "b"))
if sys.argv[3] == "alive":
    print("taken", flush=True)
    sys.stdin.read()
os._exit(9)
"""


def elsewhere(engine: Engine, clock: Clock, end: str) -> subprocess.Popen[str]:
    """Another process that takes the keys a and b."""
    words = [engine.url.render_as_string(hide_password=False), clock().isoformat(), end]
    return subprocess.Popen(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", ELSEWHERE, *words],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


@pytest.mark.parametrize(("end", "new"), [("killed", True), ("done", False)])
def test_what_a_killed_process_left_is_done_once(
    engine: Engine, clock: Clock, end: str, new: bool
) -> None:
    """By the next that is asked, and by it alone; what was finished stays so."""
    with elsewhere(engine, clock, end) as other:
        other.communicate()
    assert Once(Keeper(engine), clock).first(("a", "b")) is new
    assert not Once(Keeper(engine), clock).first(("a", "b"))


def test_what_a_living_process_works_on_is_left_to_it(engine: Engine, clock: Clock) -> None:
    """However long it takes."""
    with elsewhere(engine, clock, "alive") as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "taken\n"
        assert not Once(Keeper(engine), clock).first(("a",))
        other.communicate()


def test_after_fifteen_minutes_it_is_forgotten(engine: Engine, clock: Clock) -> None:
    """In memory as in the database."""
    once = Once(Keeper(engine), clock)
    assert once.first(("a",))
    clock.advance(minutes=14, seconds=59)
    assert not once.first(("a",))
    clock.advance(seconds=2)
    assert once.first(("a",))


def test_a_request_without_a_name_is_always_new(engine: Engine, clock: Clock) -> None:
    """It cannot be known again."""
    once = Once(Keeper(engine), clock)
    assert once.first(())
    assert once.first(())


def test_a_database_that_is_gone_leaves_the_memory(tmp_path: Path, clock: Clock) -> None:
    """A full disk does not silence the bot."""
    (tmp_path / "bot.db").mkdir()
    opened = database.open_engine(f"sqlite:///{tmp_path / 'bot.db'}")
    once = Once(Keeper(opened), clock)
    assert once.first(("a",))
    assert not once.first(("a",))
    opened.dispose()


def test_a_double_press_is_known_for_two_seconds(clock: Clock) -> None:
    """Later the same press means it."""
    presses = Presses(clock)
    assert presses.first(("a",))
    assert not presses.first(("a",))
    assert presses.first(("b",))
    clock.advance(seconds=2.1)
    assert presses.first(("a",))


def test_a_press_that_came_to_nothing_may_be_tried_again(clock: Clock) -> None:
    """At once."""
    presses = Presses(clock)
    assert presses.first(("a",))
    presses.forget(("a",))
    assert presses.first(("a",))
