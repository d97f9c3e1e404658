"""The same listeners over Socket Mode: envelopes in, acks out, answers as over HTTP."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from threading import Event
from typing import Any

import pytest

from bot.demo.slack_findings import Json
from bot.demo.slack_forms import Filled, take_answer
from bot.demo.slack_rules import Refusal
from bot.demo.slack_workspace import ADMIN, ASKER, CHATBOTS, DIRECT
from bot.errors import KeyRefusedError
from bot.server import socket_mode
from bot.slack import submitting
from bot.slack.app import build_app
from bot.slack.work import WorkPool
from tests.server.socket_server import SocketServer
from tests.slack.agency import Agency
from tests.slack.conftest import Running, until
from tests.storage.connected import KEYS


class Socket:
    """The app, connected to a fake of Slack's end of the socket."""

    def __init__(self, running: Running, server: SocketServer) -> None:
        self.running = running
        self.server = server
        self.connection: socket_mode.Socket | None = None

    def connect(self, pool: WorkPool) -> None:
        """Connect an app that hands its work to `pool`; an earlier one is closed."""
        self.close()
        app = build_app(replace(self.running.services, pool=pool))
        token = self.running.slack.app_token
        self.connection = socket_mode.Socket(app, token, ping_s=0.2)
        before = self.server.connections
        self.connection.tend()
        gone = Event()
        while self.server.connections == before:
            gone.wait(0.01)

    def form(self, text: str, user: str = ADMIN) -> Json:
        """The form that a command opens."""
        slack = self.running.slack
        self.server.send("slash_commands", slack.make_command(text, user=user))
        return self.opened(1)

    def opened(self, deep: int) -> Json:
        """The form that is open, once so many are."""
        slack = self.running.slack
        slack.wait_until(lambda: len(slack.state.stack) == deep)
        assert slack.form is not None
        return slack.form

    def submit(self, filled: Filled, user: str = ADMIN) -> Mapping[str, Any]:
        """Send the form that is open in; what the ack carries, which Slack has done then."""
        slack = self.running.slack
        made = slack.make_submission(filled, user=user)
        ack = self.server.send("interactive", made)
        found: Mapping[str, Any] = ack.get("payload", {})
        view = made["view"]
        assert isinstance(view, dict)
        with slack.state.changed:
            outcome = take_answer(slack.state, view, json.dumps(found))
        assert not isinstance(outcome, Refusal)
        return found

    def close(self) -> None:
        """Take nothing more."""
        if self.connection is not None:
            self.connection.close()
            self.connection = None


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


@pytest.mark.parametrize("kind", ["slash_commands", "events_api", "interactive"])
@pytest.mark.parametrize("odd", [[], ["x"], None, 5, True, "x", {}])
def test_an_envelope_that_holds_no_object_is_acked(
    wired: Socket, kind: str, odd: Any, caplog: pytest.LogCaptureFixture
) -> None:
    """Else it would come again, with a traceback each time; what follows is answered."""
    assert "payload" not in wired.server.send(kind, odd)
    wired.server.send("slash_commands", wired.running.slack.make_command("stats last week"))
    wired.running.slack.wait_for_messages()
    assert not [one for one in caplog.records if one.exc_info or "Failed to run" in one.msg]


@pytest.mark.parametrize("odd", [["x"], [5], [None], [[]], "x", 5, {"a": 1}])
def test_an_event_that_bolt_stumbles_over_is_acked(
    wired: Socket, odd: object, caplog: pytest.LogCaptureFixture
) -> None:
    """Over HTTP the guard keeps it out."""
    event = wired.running.slack.make_mention("stats last week") | {"authorizations": odd}
    assert "payload" not in wired.server.send("events_api", event)
    assert not [one for one in caplog.records if one.exc_info or "Failed to run" in one.msg]


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


@pytest.fixture
def agency_wired(agency: Agency, wired: Socket, pool: WorkPool) -> Socket:
    """The app on the socket as one runs it that connects accounts from Slack; Acme is."""
    agency.start(encryption_keys=KEYS[:1])
    agency.connect("Acme", owner=ADMIN)
    wired.connect(pool)
    return wired


def test_what_is_wrong_in_a_form_comes_with_its_ack(agency_wired: Socket, agency: Agency) -> None:
    """Beside its field, and the form stays; once it is right the ack is empty, and it closes."""
    agency_wired.form("settings acme")
    before = agency.stored()
    found = agency_wired.submit({"name": "a\u202eb", "zone": "Atlantis"})
    assert found["response_action"] == "errors"
    assert set(found["errors"]) == {"name", "zone"}
    assert agency_wired.running.slack.form is not None
    assert agency.stored() == before
    assert agency_wired.submit({"name": "Acme Ltd"}) == {}
    assert agency_wired.running.slack.form is None
    agency_wired.running.slack.wait_until(lambda: "Acme Ltd" in agency.accounts())


def test_a_form_on_top_of_another_clears_both(agency_wired: Socket, agency: Agency) -> None:
    """Outsiders are let in once that was asked."""
    agency_wired.form("settings channel")
    found = agency_wired.submit({"account": "Acme", "client": ["outsiders"]})
    assert found["response_action"] == "push"
    agency_wired.opened(2)
    assert not agency.channel(CHATBOTS).outsiders_may_ask
    assert agency_wired.submit({}) == {"response_action": "clear"}
    slack = agency_wired.running.slack
    assert slack.form is None
    slack.wait_until(lambda: agency.channel(CHATBOTS).outsiders_may_ask)


def test_what_is_pressed_in_a_form_opens_the_next(agency_wired: Socket) -> None:
    """An account's settings, from one's own; a channel's."""
    slack = agency_wired.running.slack
    view = agency_wired.form("settings")
    for label, callback_id in (
        ("Acme", "settings_account"),
        ("Settings of This Channel", "settings_channel"),
    ):
        press = slack.make_view_press(view, label, user=ADMIN)
        assert "payload" not in agency_wired.server.send("interactive", press)
        assert agency_wired.opened(2)["callback_id"] == callback_id
        slack.close_form()


def test_a_key_is_sent_in_with_a_form(agency_wired: Socket, agency: Agency) -> None:
    """One that is refused comes back beside its field; one that works closes the form."""
    source = agency.sources.of("Initech")
    source.error = KeyRefusedError("refused")
    agency_wired.form("connect Initech")
    found = agency_wired.submit({"key": "eyJ.key.of.Initech"})
    assert found["response_action"] == "errors"
    assert found["errors"]["key"].startswith("Flow XO refuses this key.")
    assert "Initech" not in agency.accounts()
    source.error = None
    assert agency_wired.submit({"key": "eyJ.key.of.Initech"}) == {}
    assert agency.accounts()["Initech"].owner_user_id == ADMIN


def test_a_key_that_is_tried_for_long_changes_the_form(
    agency_wired: Socket, agency: Agency, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It says that it is worked on, and then what came of it."""
    monkeypatch.setattr(submitting, "WAIT_S", 0.1)
    monkeypatch.setattr(submitting, "_SETTLE_S", 0.1)
    slack, source = agency_wired.running.slack, agency.sources.of("Initech")
    source.open.clear()
    agency_wired.form("connect Initech")
    found = agency_wired.submit({"key": "eyJ.key.of.Initech"})
    assert found["response_action"] == "update"
    assert "One moment" in json.dumps(slack.form)
    source.open.set()
    slack.wait_until(lambda: "That is done." in json.dumps(slack.form))
    assert "Initech" in agency.accounts()


def test_a_full_pool_is_told_in_the_form(agency_wired: Socket, agency: Agency) -> None:
    """It stays as it was filled in."""
    agency_wired.form("settings acme")
    small, gate = WorkPool(threads=1, waiting=0), Event()
    agency_wired.connect(small)
    assert small.submit(until(gate))
    found = agency_wired.submit({"name": "Acme Ltd"})
    gate.set()
    assert "try again in a moment" in found["errors"]["name"]
    assert agency_wired.running.slack.form is not None
    assert "Acme Ltd" not in agency.accounts()
    assert small.drain(20)
