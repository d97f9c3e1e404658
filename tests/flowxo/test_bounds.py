"""However much Flow XO sends, it costs less than 32 MB; at most two threads can be lost to it."""

from __future__ import annotations

import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Event, Thread, Timer
from zoneinfo import ZoneInfo

import pytest

from bot.core.periods import Period, Unit, of_days
from bot.core.segments import segments
from bot.demo import flowxo_faults as faults
from bot.demo.flowxo_faults import Scripted
from bot.demo.flowxo_server import FakeFlowXO
from bot.errors import (
    KeyRefusedError,
    UpstreamBusyError,
    UpstreamDownError,
    UpstreamNonsenseError,
)
from bot.flowxo.cache import MOST_HELD, Asked, Flights, Landed
from bot.flowxo.client import FlowXOClient
from bot.flowxo.connections import INSIGHTS, TOP_FLOWS, Line
from bot.flowxo.deadline import Deadline
from bot.flowxo.failures import Failure, Kind

MOST_KB = 32 * 1024
# Asks once for a true answer, then once more, and prints the error and by how much the peak rose.
CHILD = """
import logging, resource, sys
from datetime import UTC, date
from bot.core.periods import of_days
from bot.errors import UpstreamError
from bot.flowxo.client import FlowXOClient

logging.disable()

def peak():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

client = FlowXOClient(sys.argv[1], sys.argv[2])
november = of_days(date(2021, 11, 1), date(2021, 11, 30), UTC)
client.question().insights(november)
before = peak()
try:
    client.question(float(sys.argv[3])).top_messages(november)
except UpstreamError as error:
    print(type(error).__name__, peak() - before)
"""


@pytest.mark.parametrize(
    ("fault", "error"),
    [
        (faults.gzip_bomb(1024), "UpstreamNonsenseError"),
        (faults.endless(), "UpstreamNonsenseError"),
        (faults.text(b"[" + b"[]," * 2_700_000 + b"[]]"), "UpstreamNonsenseError"),
        (faults.gzip_void(), "UpstreamLateError"),
        (faults.redirect("/elsewhere", endless=True), "UpstreamDownError"),
        (faults.drip_body(0.001), "UpstreamLateError"),
    ],
)
def test_memory_stays_bounded(flowxo: FakeFlowXO, fault: Scripted, error: str) -> None:
    """Measured in a process of its own, by its peak."""
    flowxo.script(fault, path="/insights/top_messages")
    arguments = [sys.executable, "-c", CHILD, flowxo.url, flowxo.key, "1.5"]
    child = subprocess.run(arguments, capture_output=True, text=True, timeout=60, check=False)  # noqa: S603
    assert child.stderr == ""
    name, grown_kb = child.stdout.split()
    assert name == error
    assert int(grown_kb) < MOST_KB


class Stuck:
    """Calls that nothing ends, as when a name server is silent, until they are let go."""

    def __init__(self) -> None:
        self.free = Event()
        self.begun = 0

    def __call__(self, _: Asked[int], __: Line) -> Landed[int]:
        self.begun += 1
        self.free.wait()
        return Landed(1, 1)


def asked(number: int) -> Asked[int]:
    """A call like no other."""
    return Asked(INSIGHTS, (("start", str(number)),), int)


def test_two_threads_that_nothing_frees_are_the_most() -> None:
    """After that, questions fail at once instead of adding to them, until one comes back."""
    stuck = Stuck()
    flights = Flights(stuck)
    long_ago = Deadline(time.monotonic() - 60, 10.0)
    lost = [flights.start(asked(number), long_ago) for number in range(MOST_HELD)]
    while stuck.begun < MOST_HELD:
        time.sleep(0.001)
    now = Deadline.after(10.0)
    outcome = flights.wait(asked(9), flights.start(asked(9), now), now)
    assert outcome == Failure(Kind.UNREACHED, "threads held")
    assert stuck.begun == MOST_HELD
    stuck.free.set()
    for flight in lost:
        flight.future.result(timeout=10)
    assert flights.wait(asked(9), flights.start(asked(9), now), now) == 1


def test_a_caller_leaves_a_stuck_thread_at_the_deadline() -> None:
    """The thread may stay; the caller does not."""
    stuck = Stuck()
    flights = Flights(stuck)
    soon = Deadline.after(0.05)
    outcome = flights.wait(asked(1), flights.start(asked(1), soon), soon)
    assert outcome == Failure(Kind.SLOW, "waited")
    stuck.free.set()


def test_calls_wait_for_their_turn_and_say_when_there_is_none(
    flowxo: FakeFlowXO, autumn: Period
) -> None:
    """Few calls at once an account; who gets no turn in time is told to ask again."""
    free = Event()
    flowxo.script(faults.held(free))
    client = FlowXOClient(flowxo.url, flowxo.key, at_once=1)
    first = Thread(target=client.question().insights, args=(autumn,))
    first.start()
    while not flowxo.requests:
        time.sleep(0.001)
    with pytest.raises(UpstreamBusyError):
        client.question(0.1).top_flows(autumn)
    free.set()
    first.join()
    assert client.question().top_flows(autumn)
    assert len(flowxo.requests) == 2
    client.close()


def test_a_turn_that_came_too_late_is_told_as_busy(flowxo: FakeFlowXO, autumn: Period) -> None:
    """Who was held up by other questions is not told that Flow XO is slow."""
    free = Event()
    flowxo.script(faults.held(free), faults.drip_body())
    client = FlowXOClient(flowxo.url, flowxo.key, at_once=1)
    first = Thread(target=client.question(30.0).insights, args=(autumn,))
    first.start()
    while not flowxo.requests:
        time.sleep(0.001)
    opening = Timer(1.2, free.set)
    opening.start()
    with pytest.raises(UpstreamBusyError):
        client.question(2.5).top_flows(autumn)
    first.join()
    opening.join()
    client.close()


def test_a_refused_key_ends_every_call_under_way(flowxo: FakeFlowXO, autumn: Period) -> None:
    """Nobody waits for the others, to be told in the end that Flow XO was slow."""
    flowxo.script(faults.held(Event()), path=INSIGHTS)
    flowxo.script(faults.status(401), path=TOP_FLOWS)
    client = FlowXOClient(flowxo.url, flowxo.key)
    question = client.question(60.0)
    with ThreadPoolExecutor(1) as pool:
        figures = pool.submit(question.insights, autumn)
        while not flowxo.requests:
            time.sleep(0.001)
        with pytest.raises(KeyRefusedError):
            question.top_flows(autumn)
        with pytest.raises(KeyRefusedError):
            figures.result()
    client.close()


def test_a_question_makes_few_calls_at_a_time(flowxo: FakeFlowXO) -> None:
    """Over four clock changes there are six calls, of which four are under way at most."""
    free = Event()
    flowxo.always(faults.held(free))
    client = FlowXOClient(flowxo.url, flowxo.key)
    year = of_days(date(2022, 3, 21), date(2023, 4, 24), ZoneInfo("Africa/Casablanca"))
    with ThreadPoolExecutor(1) as pool:
        figures = pool.submit(client.question(60.0).insights, year, Unit.DAY)
        while len(flowxo.requests) < 4:
            time.sleep(0.001)
        time.sleep(0.1)
        assert len(flowxo.requests) == 4
        free.set()
        figures.result()
    assert len(flowxo.requests) == len(segments(year, Unit.DAY)) + 1 > 4
    client.close()


def test_the_answers_of_a_question_are_bounded_together(flowxo: FakeFlowXO) -> None:
    """Each may be large, all of them may not be."""
    large = b" " * (5 * 1024 * 1024) + b'{"stats": [], "metrics": []}'
    flowxo.always(faults.text(large))
    client = FlowXOClient(flowxo.url, flowxo.key)
    october = of_days(date(2021, 10, 24), date(2021, 11, 2), ZoneInfo("Europe/Berlin"))
    assert client.question().insights(october).stats is None
    with pytest.raises(UpstreamNonsenseError):
        client.question().insights(october, Unit.DAY)
    client.close()


def test_a_head_is_bounded(flowxo: FakeFlowXO, autumn: Period) -> None:
    """The library lets a hundred lines of 64 KiB pass; the head of an answer is a few of them."""
    flood = "".join(f"X-{number}: {'x' * 9_000}\r\n" for number in range(9))
    flowxo.always(faults.head(flood))
    client = FlowXOClient(flowxo.url, flowxo.key)
    with pytest.raises(UpstreamDownError):
        client.question(1.0).insights(autumn)
    client.close()
