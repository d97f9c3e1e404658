"""Equal calls share one request; answers are kept for some seconds, errors never."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date
from threading import Barrier, Event

import pytest

from bot.core.periods import Period, of_days
from bot.core.results import Insights
from bot.demo import flowxo_faults as faults
from bot.demo.flowxo_server import FakeFlowXO
from bot.errors import KeyRefusedError, UpstreamDownError
from bot.flowxo.cache import KEEP_S, ROOM_BYTES, Asked, Flights, Landed
from bot.flowxo.client import FlowXOClient
from bot.flowxo.connections import INSIGHTS, Line
from bot.flowxo.deadline import Deadline


class Clock:
    """A clock that is moved by hand."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        """The time."""
        return self.now


class Counted:
    """Answers of a size, each with its number."""

    def __init__(self, size: int = 1) -> None:
        self.size = size
        self.calls = 0

    def __call__(self, _: Asked[int], __: Line) -> Landed[int]:
        self.calls += 1
        return Landed(self.calls, self.size)


def call(number: int) -> Asked[int]:
    """A call that equals any other with the same number."""
    return Asked(INSIGHTS, (("start", str(number)),), int)


def ask(flights: Flights, number: int) -> object:
    """The answer to a call."""
    deadline = Deadline.after(10.0)
    return flights.wait(call(number), flights.start(call(number), deadline), deadline)


def test_twenty_threads_make_one_request(
    flowxo: FakeFlowXO, client: FlowXOClient, autumn: Period
) -> None:
    """All get the one answer."""
    free, together = Event(), Barrier(21)
    flowxo.always(faults.held(free))

    def question() -> Insights:
        together.wait()
        return client.question().insights(autumn)

    with ThreadPoolExecutor(20) as pool:
        answers = [pool.submit(question) for _ in range(20)]
        together.wait()
        while not flowxo.requests:
            time.sleep(0.001)
        free.set()
        found = [answer.result() for answer in answers]
    assert len(flowxo.requests) == 1
    assert all(answer == found[0] for answer in found)


def test_answers_are_kept_for_a_while() -> None:
    """Then they are asked for again."""
    counted, clock = Counted(), Clock()
    flights = Flights(counted, timer=clock)
    assert [ask(flights, 1), ask(flights, 1), ask(flights, 2)] == [1, 1, 2]
    clock.now += KEEP_S + 1
    assert ask(flights, 1) == 3


def test_what_is_kept_is_bounded() -> None:
    """The oldest makes room; what is larger than the room is not kept at all."""
    counted = Counted(ROOM_BYTES // 2)
    flights = Flights(counted)
    assert [ask(flights, number) for number in (1, 2, 3, 1)] == [1, 2, 3, 4]
    counted.size = ROOM_BYTES + 1
    assert [ask(flights, 9), ask(flights, 9)] == [5, 6]


def test_other_parameters_are_another_call(
    flowxo: FakeFlowXO, client: FlowXOClient, autumn: Period
) -> None:
    """Also another limit, and the same period of another path."""
    client.question().top_flows(autumn)
    client.question().top_flows(autumn)
    client.question().top_flows(autumn, 5)
    client.question().top_messages(autumn)
    assert len(flowxo.requests) == 3


def test_errors_are_not_kept(flowxo: FakeFlowXO, client: FlowXOClient, autumn: Period) -> None:
    """Once the key is replaced the next question works."""
    flowxo.script(faults.status(401))
    with pytest.raises(KeyRefusedError):
        client.question().insights(autumn)
    assert client.question().insights(autumn).stats is not None


def test_who_waits_for_another_s_call_has_a_deadline_of_their_own(
    flowxo: FakeFlowXO, client: FlowXOClient, autumn: Period
) -> None:
    """A short one ends early; a long one begins anew what a short one gave up."""
    free = Event()
    flowxo.script(faults.held(free))
    with ThreadPoolExecutor(2) as pool:
        starter = pool.submit(client.question(1.0).insights, autumn)
        while not flowxo.requests:
            time.sleep(0.001)
        patient = pool.submit(client.question(20.0).insights, autumn)
        with pytest.raises(UpstreamDownError):
            client.question(0.05).insights(autumn)
        with pytest.raises(UpstreamDownError):
            starter.result()
        assert patient.result().stats is not None
    free.set()
    assert len(flowxo.requests) == 2


def test_a_mistake_of_ours_leaves_nobody_waiting() -> None:
    """It is raised to whoever asked."""

    def mistaken(_: Asked[int], __: Line) -> Landed[int]:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        ask(Flights(mistaken), 1)


def test_accounts_share_nothing(flowxo: FakeFlowXO, client: FlowXOClient) -> None:
    """One client's answers are never another's."""
    day = of_days(date(2021, 10, 20), date(2021, 10, 20), UTC)
    other = FlowXOClient(flowxo.url, flowxo.key + "x")
    assert client.question().insights(day).stats is not None
    with pytest.raises(KeyRefusedError):
        other.question().insights(day)
    other.close()
