"""Each request is done once, in one process and across several."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy.engine import Engine

from bot.slack.once import Once, Presses
from bot.storage import database
from tests.slack.conftest import Clock


def test_a_key_is_new_once(engine: Engine, clock: Clock) -> None:
    """And any known key makes a request known."""
    once = Once(engine, clock)
    assert once.first(("a",))
    assert not once.first(("a",))
    assert not once.first(("b", "a"))
    assert once.first(("c", "d"))
    assert not once.first(("d",))


def test_another_process_knows_it_too(engine: Engine, clock: Clock) -> None:
    """By the database."""
    assert Once(engine, clock).first(("a", "b"))
    assert not Once(engine, clock).first(("b", "c"))


def test_after_fifteen_minutes_it_is_forgotten(engine: Engine, clock: Clock) -> None:
    """In memory as in the database."""
    once = Once(engine, clock)
    assert once.first(("a",))
    clock.advance(minutes=14, seconds=59)
    assert not once.first(("a",))
    clock.advance(seconds=2)
    assert once.first(("a",))


def test_a_request_without_a_name_is_always_new(engine: Engine, clock: Clock) -> None:
    """It cannot be known again."""
    once = Once(engine, clock)
    assert once.first(())
    assert once.first(())


def test_a_database_that_is_gone_leaves_the_memory(tmp_path: Path, clock: Clock) -> None:
    """A full disk does not silence the bot."""
    (tmp_path / "bot.db").mkdir()
    opened = database.open_engine(f"sqlite:///{tmp_path / 'bot.db'}")
    once = Once(opened, clock)
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
