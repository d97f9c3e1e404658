"""The thread beside the dispatcher: each errand at its time, whatever becomes of the others."""

from __future__ import annotations

import threading
import time

import pytest

from bot.digests.teller import Errand, Teller
from bot.errors import StorageError


def test_an_errand_that_fails_is_tried_again_and_keeps_none_from_theirs(
    caplog: pytest.LogCaptureFixture,
) -> None:
    """Whether the database is away, or it is our mistake: it is logged."""
    enough = threading.Event()
    done: list[str] = []

    def well() -> None:
        done.append("well")
        if len(done) >= 3:
            enough.set()

    def away() -> None:
        raise StorageError("the database is away")

    def wrong() -> None:
        raise ZeroDivisionError

    errands = [Errand("away", away, 0.1), Errand("wrong", wrong, 0.1), Errand("well", well, 0.1)]
    teller = Teller(errands)
    teller.start()
    assert enough.wait(10)
    assert teller.stop(5)
    failed = [vars(one)["errand"] for one in caplog.records if one.message == "errand_failed"]
    assert failed[:4] == ["away", "wrong", "away", "wrong"]


def test_each_has_its_own_time() -> None:
    """What is done seldom is done at the start, and then not for long."""
    seldom: list[float] = []
    often = threading.Semaphore(0)
    teller = Teller(
        [
            Errand("seldom", lambda: seldom.append(time.monotonic()), 60.0),
            Errand("often", lambda: often.release(), 0.1),
        ]
    )
    teller.start()
    for _ in range(3):
        assert often.acquire(timeout=10)
    assert teller.stop(5)
    assert len(seldom) == 1


def test_one_that_takes_long_is_not_waited_for_longer_than_said() -> None:
    """The process ends; what it has not kept another one finds."""
    gate, begun = threading.Event(), threading.Event()

    def long() -> None:
        begun.set()
        gate.wait(20)

    teller = Teller([Errand("long", long, 1.0)])
    teller.start()
    assert begun.wait(10)
    assert not teller.stop(0.05)
    gate.set()
    assert teller.stop(10)


def test_without_errands_there_is_no_thread() -> None:
    """And its end is at once."""
    teller = Teller(())
    teller.start()
    assert teller.stop(0.0)
