"""The same listeners over Socket Mode: envelopes in, acks out, answers as over HTTP."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from threading import Event

import pytest
from slack_bolt.adapter.socket_mode import SocketModeHandler

from bot.demo.slack_workspace import ASKER, CHATBOTS, DIRECT
from bot.slack.app import build_app
from bot.slack.work import WorkPool
from tests.server.socket_server import SocketServer
from tests.slack.conftest import Running, until


class Socket:
    """The app, connected to a fake of Slack's end of the socket."""

    def __init__(self, running: Running, server: SocketServer) -> None:
        self.running = running
        self.server = server
        self.handler: SocketModeHandler | None = None

    def connect(self, pool: WorkPool) -> None:
        """Connect an app that hands its work to `pool`; an earlier one is closed."""
        self.close()
        app = build_app(replace(self.running.services, pool=pool))
        token = self.running.slack.app_token
        self.handler = SocketModeHandler(app, token, ping_interval=0.2)
        before = self.server.connections
        self.handler.client.connect()
        gone = Event()
        while self.server.connections == before:
            gone.wait(0.01)

    def close(self) -> None:
        """Take nothing more."""
        if self.handler is not None:
            # The client would read on for three seconds; a connection that ends wakes it.
            self.handler.client.auto_reconnect_enabled = False
            self.server.drop()
            self.handler.client.close()
            self.handler = None


@pytest.fixture
def pool() -> Iterator[WorkPool]:
    """The pool of the app on the socket."""
    own = WorkPool()
    yield own
    own.drain(20)


@pytest.fixture
def wired(running: Running, pool: WorkPool) -> Iterator[Socket]:
    """The app on the socket."""
    with SocketServer() as server:
        running.slack.state.socket_url = server.url
        wired = Socket(running, server)
        wired.connect(pool)
        yield wired
        wired.close()


def test_a_command_is_acked_and_answered(wired: Socket) -> None:
    """With nothing in the ack."""
    ack = wired.server.send("slash_commands", wired.running.slack.make_command("stats last week"))
    assert "payload" not in ack
    (message,) = wired.running.slack.wait_for_messages()
    assert (message.only_for, message.via) == (ASKER, "response_url")


def test_the_word_payload_is_no_trap_here(wired: Socket) -> None:
    """There is no form to misread."""
    wired.server.send("slash_commands", wired.running.slack.make_command("payload"))
    wired.running.slack.wait_for_messages()


def test_a_mention_a_direct_message_and_the_home_tab(wired: Socket) -> None:
    """Events are acked and answered."""
    slack = wired.running.slack
    wired.server.send("events_api", slack.make_mention("stats last week"))
    wired.server.send("events_api", slack.make_direct_message("stats last week"))
    wired.server.send("events_api", slack.make_home_opened())
    messages = slack.wait_for_messages(2)
    slack.wait_until(lambda: slack.homes)
    assert {message.channel_id for message in messages} == {CHATBOTS, DIRECT}


def test_a_button_is_pressed(wired: Socket) -> None:
    """And shares what was seen."""
    slack = wired.running.slack
    wired.server.send("slash_commands", slack.make_command("stats last week"))
    (private,) = slack.wait_for_messages()
    press = slack.make_press(private, "Share to Channel")
    ack = wired.server.send("interactive", press)
    assert "payload" not in ack
    slack.wait_until(lambda: slack.posted)
    assert slack.posted[0].channel_id == CHATBOTS


def test_a_retry_is_done_once_also_after_a_restart(wired: Socket, pool: WorkPool) -> None:
    """Slack sends an event again, on the same socket or the next, when its ack was lost."""
    slack = wired.running.slack
    event = slack.make_mention("stats last week")
    wired.server.send("events_api", event)
    slack.wait_for_messages()
    wired.server.send("events_api", event, retry_attempt=1, retry_reason="timeout")
    assert pool.drain(20)
    again = WorkPool()
    wired.connect(again)
    wired.server.send("events_api", event, retry_attempt=2, retry_reason="timeout")
    assert again.drain(20)
    assert len(slack.messages) == 1


def test_a_full_pool_is_told_in_the_ack(wired: Socket) -> None:
    """As over HTTP."""
    small, gate = WorkPool(threads=1, waiting=0), Event()
    wired.connect(small)
    assert small.submit(until(gate))
    ack = wired.server.send("slash_commands", wired.running.slack.make_command("stats last week"))
    gate.set()
    assert "try again in a moment" in ack["payload"]["text"]
    assert ack["payload"]["response_type"] == "ephemeral"
    assert small.drain(20)


def test_a_full_pool_leaves_an_event_unacked(wired: Socket, pool: WorkPool) -> None:
    """So that Slack sends it again, and it is answered then."""
    slack = wired.running.slack
    small, gate = WorkPool(threads=1, waiting=0), Event()
    wired.connect(small)
    assert small.submit(until(gate))
    event = slack.make_mention("stats last week")
    with pytest.raises(TimeoutError):
        wired.server.send("events_api", event, timeout_s=0.3)
    gate.set()
    assert small.drain(20)
    wired.connect(pool)
    wired.server.send("events_api", event, retry_attempt=1, retry_reason="timeout")
    slack.wait_for_messages()


def test_what_is_none_of_slack_s_is_acked_and_nothing_else(wired: Socket, pool: WorkPool) -> None:
    """Not acked, it would come again."""
    for payload in (
        {"type": "event_callback", "event": None},
        {"type": "block_actions", "actions": []},
        {"type": "something_new"},
        {"command": "/flowxo", "text": 3, "user_id": 5},
    ):
        wired.server.send("events_api", payload)
    assert pool.drain(20)
    assert wired.running.slack.messages == []
