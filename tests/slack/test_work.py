"""The bounded pool: what it takes, what it turns away, how it ends."""

from __future__ import annotations

import logging
import threading
from threading import Event, Lock

import pytest

from bot.slack.work import WorkPool
from tests.slack.conftest import until


def test_it_takes_as_many_as_run_and_wait_and_no_more() -> None:
    """Two run, three wait, the sixth is turned away; once there is room it is taken."""
    pool, gate, begun = WorkPool(threads=2, waiting=3), Event(), threading.Semaphore(0)

    def job() -> None:
        begun.release()
        gate.wait(10)

    assert [pool.submit(job) for _ in range(6)] == [True] * 5 + [False]
    for _ in range(2):
        assert begun.acquire(timeout=5)
    assert not pool.submit(job)
    gate.set()
    for _ in range(3):
        assert begun.acquire(timeout=5)
    assert pool.submit(job)
    assert pool.drain(10)


def test_the_default_holds_232() -> None:
    """32 threads and 200 places to wait."""
    pool, gate = WorkPool(), Event()
    taken = [pool.submit(until(gate)) for _ in range(240)]
    gate.set()
    assert taken == [True] * 232 + [False] * 8
    assert pool.drain(10)


def test_draining_finishes_what_was_taken_and_leaves_no_thread() -> None:
    """Also what was still waiting; afterwards nothing is taken."""
    before = threading.active_count()
    pool, done, lock = WorkPool(threads=3, waiting=50), [], Lock()

    def job(number: int) -> None:
        with lock:
            done.append(number)

    for number in range(40):
        assert pool.submit(lambda number=number: job(number))  # type: ignore[misc] # its own number
    assert pool.drain(10)
    assert sorted(done) == list(range(40))
    assert not pool.submit(lambda: None)
    assert threading.active_count() == before


def test_draining_says_when_it_takes_too_long() -> None:
    """What does not end in time is left; its thread is a daemon and holds nobody up."""
    pool, gate, begun = WorkPool(threads=1), Event(), Event()

    def job() -> None:
        begun.set()
        gate.wait(10)

    assert pool.submit(job)
    assert begun.wait(5)
    assert not pool.drain(0.05)
    assert all(thread.daemon for thread in threading.enumerate() if thread.name == "work-0")
    gate.set()
    assert pool.drain(10)


def test_an_idle_pool_drains_at_once() -> None:
    """With threads that wait, and with none at all."""
    assert WorkPool().drain(5)
    pool, done = WorkPool(threads=2), Event()
    assert pool.submit(done.set)
    assert done.wait(5)
    assert pool.drain(5)


def test_a_job_that_fails_costs_no_thread(caplog: pytest.LogCaptureFixture) -> None:
    """It is logged with its trace, and the next job runs."""
    pool, done = WorkPool(threads=1), Event()

    def broken() -> None:
        raise RuntimeError("of the job")

    with caplog.at_level(logging.ERROR):
        assert pool.submit(broken)
        assert pool.submit(done.set)
        assert done.wait(5)
        assert pool.drain(5)
    assert "job_failed" in caplog.text
    assert "of the job" in caplog.text


def test_idle_threads_are_used_before_new_ones_are_hired() -> None:
    """One job after the other needs one thread."""
    pool, names, lock = WorkPool(), set(), Lock()
    for _ in range(20):
        done = Event()

        def job(done: Event = done) -> None:
            with lock:
                names.add(threading.current_thread().name)
            done.set()

        assert pool.submit(job)
        assert done.wait(5)
    assert len(names) < 6
    assert pool.drain(5)
