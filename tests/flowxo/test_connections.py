"""Connections are shared, cut from other threads, and opened few at a time."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, date
from threading import Event

import pytest

from bot.core.periods import of_days
from bot.demo import flowxo_faults as faults
from bot.demo.flowxo_server import FakeFlowXO
from bot.errors import UpstreamDownError
from bot.flowxo.client import FlowXOClient
from bot.flowxo.connections import AccountSession, Line
from bot.flowxo.deadline import Deadline
from bot.flowxo.failures import Failure, Kind
from bot.flowxo.transport import Body, Transport
from bot.settings import Secret


@contextmanager
def one_way() -> Iterator[str]:
    """An address at which the kernel takes a connection or two and nobody ever answers."""
    with socket.socket() as deaf:
        deaf.bind(("127.0.0.1", 0))
        deaf.listen(0)
        host, port = deaf.getsockname()
        callers = [socket.socket() for _ in range(4)]
        for caller in callers:
            caller.setblocking(False)
            caller.connect_ex((host, port))
        yield f"http://{host}:{port}/api"
        for caller in callers:
            caller.close()


def test_who_waits_to_connect_is_released_too() -> None:
    """Two may stand before a door that does not open; the others give up at their deadline."""
    with one_way() as url:
        client = FlowXOClient(url, "key")

        def ask(day: int) -> None:
            client.question(0.3).insights(of_days(date(2021, 11, day), date(2021, 11, day), UTC))

        with ThreadPoolExecutor(6) as pool:
            calls = [pool.submit(ask, day) for day in range(1, 7)]
            for call in calls:
                with pytest.raises(UpstreamDownError):
                    call.result(timeout=30)
        client.close()


def test_a_line_may_be_cut_before_it_is_connected(flowxo: FakeFlowXO) -> None:
    """Whoever gives up early ends a call that has not begun."""
    transport = Transport(AccountSession(flowxo.url, Secret(flowxo.key), 1))
    line = Line(Deadline.after(10.0))
    line.cut()
    outcome = transport.get("/insights", {}, line)
    assert isinstance(outcome, Failure)
    assert outcome.kind is Kind.SLOW
    transport.close()


def test_a_line_may_be_cut_twice_and_after_its_end() -> None:
    """A socket that is closed already is nothing to complain about."""
    near, far = socket.socketpair()
    line = Line(Deadline.after(10.0))
    line.hold(near)
    line.cut()
    near.close()
    far.close()
    line.cut()
    line.release()
    line.cut()
    line.hold(None)
    assert line.is_cut


def test_what_was_read_before_a_cut_is_not_trusted(flowxo: FakeFlowXO) -> None:
    """An answer without a length looks whole where its line was cut."""
    begun, done = Event(), Event()

    def play(send: faults.Send, stop: Event) -> None:
        send(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n[]")
        begun.set()
        while not stop.wait(0.01) and not done.is_set():
            continue

    flowxo.script(faults.Scripted(play=play))
    transport = Transport(AccountSession(flowxo.url, Secret(flowxo.key), 1))
    line = Line(Deadline.after(30.0))
    with ThreadPoolExecutor(1) as pool:
        outcome = pool.submit(transport.get, "/insights/top_flows", {}, line)
        assert begun.wait(30)
        line.cut()
        assert outcome.result(timeout=30) == Failure(Kind.SLOW, "cut", hurried=True)
    done.set()
    transport.close()


def test_connections_that_lay_idle_are_not_used_again(flowxo: FakeFlowXO) -> None:
    """A router on the way may have forgotten them."""
    session = AccountSession(flowxo.url, Secret(flowxo.key), 1)
    transport = Transport(session, idle_s=-1.0)
    for _ in range(3):
        assert isinstance(transport.get("/insights", {}, Line(Deadline.after(10.0))), Body)
    transport.close()


def test_a_deadline_that_is_over_reads_nothing_more(flowxo: FakeFlowXO) -> None:
    """Not even an answer that would come at once."""
    transport = Transport(AccountSession(flowxo.url, Secret(flowxo.key), 1))
    outcome = transport.get("/insights", {}, Line(Deadline.after(-1.0)))
    assert isinstance(outcome, Failure)
    assert outcome.kind is Kind.SLOW
    transport.close()
