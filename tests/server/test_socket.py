"""The connection of Socket Mode: made, renewed, waited for and given up, whatever Slack does."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from threading import Event, Thread

import pytest
from slack_bolt import App

from bot.demo.slack_faults import error, no_object, ratelimited
from bot.demo.slack_server import FakeSlack
from bot.errors import BotError
from bot.server.socket_mode import Socket
from bot.settings import load
from bot.slack.app import build_app
from bot.slack.work import WorkPool
from bot.wiring import Services, build
from tests.server.socket_server import SocketServer


@pytest.fixture(name="app")
def _app(environ: dict[str, str]) -> Iterator[App]:
    services: Services = build(load(environ), pool=WorkPool())
    yield build_app(services)
    services.close()


@pytest.fixture(name="server")
def _server(slack: FakeSlack) -> Iterator[SocketServer]:
    with SocketServer() as server:
        slack.state.socket_url = server.url
        yield server


@pytest.fixture(name="connect")
def _connect(app: App, slack: FakeSlack, server: SocketServer) -> Iterator[Callable[..., Socket]]:
    made: list[Socket] = []

    def connect(**options: float) -> Socket:
        made.append(Socket(app, slack.app_token, **{"ping_s": 0.2, "pause_s": 0.05, **options}))
        return made[-1]

    yield connect
    server.drop()
    for socket in made:
        socket.close()


def tended(socket: Socket, done: Callable[[], bool]) -> None:
    """Tend it as the process does, until it is `done`; TimeoutError where that never comes."""
    for _ in range(400):
        socket.tend()
        if done():
            return
        Event().wait(0.05)
    raise TimeoutError("it did not happen")


def twice(act: Callable[[], None]) -> None:
    """Do it, and do it again."""
    act()
    act()


def test_a_wait_that_slack_asks_for_is_not_slept_through(
    slack: FakeSlack, connect: Callable[..., Socket]
) -> None:
    """The thread that would stop the process goes on; nothing is asked before the time."""
    slack.faults.add("apps.connections.open", ratelimited(50), None)
    socket = connect()
    tending = Thread(target=twice, args=(socket.tend,), daemon=True)
    tending.start()
    tending.join(20)
    assert not tending.is_alive()
    assert not socket.alive()
    assert len(slack.called("apps.connections.open")) == 1


def test_an_answer_that_is_no_object_is_tried_again(
    slack: FakeSlack, connect: Callable[..., Socket]
) -> None:
    """It ends no process."""
    slack.faults.add("apps.connections.open", no_object(), times=2)
    socket = connect()
    tended(socket, socket.alive)
    assert len(slack.called("apps.connections.open")) == 3


def test_a_refused_token_is_told(slack: FakeSlack, connect: Callable[..., Socket]) -> None:
    """Trying again cannot help."""
    slack.faults.add("apps.connections.open", error("invalid_auth"))
    with pytest.raises(BotError, match="invalid_auth"):
        connect().tend()


def test_a_connection_that_died_without_a_word_is_made_anew(
    server: SocketServer, connect: Callable[..., Socket]
) -> None:
    """Pings that nobody answers show it."""
    socket = connect()
    tended(socket, socket.alive)
    server.mute = True
    tended(socket, lambda: server.connections > 1)
    server.mute = False
    tended(socket, socket.alive)


def test_without_a_connection_for_long_the_process_gives_up(
    slack: FakeSlack, connect: Callable[..., Socket]
) -> None:
    """Whoever started it may start it again, on a network that works."""
    slack.faults.add("apps.connections.open", ratelimited(50), None)
    socket = connect(lost_s=0.2)
    with pytest.raises(BotError, match="no connection to Slack"):
        tended(socket, lambda: False)


def test_closing_does_not_wait_for_threads_that_wait_for_each_other(
    connect: Callable[..., Socket], monkeypatch: pytest.MonkeyPatch
) -> None:
    """As slack_sdk's do where a session begins in the moment in which it is closed."""
    socket = connect()
    tended(socket, socket.alive)
    gate = Event()

    def stuck() -> None:
        gate.wait(60)

    monkeypatch.setattr(socket._client, "disconnect", stuck)
    assert not socket.close()
    gate.set()
