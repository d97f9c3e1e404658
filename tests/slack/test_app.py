"""The app as a whole: what is passed to Bolt, what is acked, and what errors become."""

from __future__ import annotations

import json
import logging
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlencode

import pytest
from slack_bolt.request import BoltRequest

from bot import logs
from bot.demo.slack_payloads import FORM, JSON, Signed, signed
from bot.slack.app import build_app
from bot.slack.work import WorkPool
from tests.slack.conftest import Running


def send(running: Running, body: bytes, kind: str = JSON) -> tuple[int, str]:
    """Send any body with Slack's signature."""
    stamp = int(running.slack.state.clock())
    ack = running.slack.send(signed(running.slack.signing_secret, body, kind, stamp))
    return ack.status, ack.body


def test_the_environment_s_client_id_has_no_effect(
    running: Running, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """With it Bolt would drop the token, keep others in files, and serve pages to install."""
    monkeypatch.setenv("SLACK_CLIENT_ID", "111.222")
    monkeypatch.setenv("SLACK_CLIENT_SECRET", "secret")
    monkeypatch.setenv("SLACK_BOT_TOKEN", "xoxb-of-somebody-else")
    monkeypatch.setenv("SLACK_SIGNING_SECRET", "another")
    monkeypatch.setenv("SLACK_VERIFICATION_TOKEN", "x")
    monkeypatch.setenv("HOME", str(tmp_path))
    app = running.start()
    assert app.oauth_flow is None
    assert app.installation_store is None
    assert running.slack.command("stats last week").ok
    (message,) = running.slack.wait_for_messages()
    assert "16–22 Nov" in message.text
    running.idle()
    assert list(tmp_path.rglob("*bolt*")) == []


def test_an_ssl_check_is_200_whatever_the_environment_says(
    running: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Unsigned, over HTTP and in Bolt alone."""
    monkeypatch.setenv("SLACK_VERIFICATION_TOKEN", "x")
    app = running.start()
    assert running.slack.send(Signed(b"ssl_check=1&token=x", {"Content-Type": FORM})).status == 200
    request = BoltRequest(body="ssl_check=1&token=x", headers={"content-type": FORM})
    assert app.dispatch(request).status == 200


def test_building_the_app_warns_of_nothing_and_calls_nobody(
    running: Running, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Slack may be down when the bot starts."""
    monkeypatch.setenv("SLACK_BOT_TOKEN", running.slack.bot_token)
    with caplog.at_level(logging.INFO):
        build_app(running.services)
    assert caplog.records == []
    assert running.slack.calls == []


def test_a_request_needs_no_call_before_its_ack(running: Running) -> None:
    """Not even when Slack answers nothing: the ack is ours alone."""
    pool = WorkPool(threads=1, waiting=0)
    running.start(pool)
    pool.drain(5)
    assert running.slack.command("stats last week").ok
    assert running.slack.calls == []


def test_url_verification_echoes_the_challenge(running: Running) -> None:
    """How Slack tries an address."""
    body = json.dumps({"type": "url_verification", "challenge": "abc", "token": "x"}).encode()
    status, answer = send(running, body)
    assert status == 200
    assert "abc" in answer


@pytest.mark.parametrize(
    "payload",
    [
        {"type": "event_callback", "event": {"type": "reaction_added", "user": "U1"}},
        {"type": "event_callback", "event": {"type": "app_context_changed"}},
        {"type": "event_callback", "event": {"type": 5}},
        {"type": "event_callback", "event": {"type": "app_mention"}},
        {"type": "event_callback", "event": {"type": "message", "channel_type": "im"}},
        {"type": "event_callback", "event": {"type": "app_home_opened", "tab": "home"}},
        {"type": "event_callback", "event": {"type": "user_change"}},
        {"type": "app_rate_limited"},
        {"type": "something_new"},
        {},
    ],
)
def test_whatever_slack_sends_is_acked_and_its_body_not_logged(
    running: Running, payload: dict[str, object], caplog: pytest.LogCaptureFixture
) -> None:
    """Else it would be sent again, and Bolt would warn with all of it."""
    with caplog.at_level(logging.DEBUG):
        status, _ = send(running, json.dumps({**payload, "x": "SECRETWORD"}).encode())
        running.idle()
    assert status == 200
    assert "SECRETWORD" not in caplog.text
    assert running.slack.messages == []


@pytest.mark.parametrize(
    "payload",
    [
        {"type": "view_submission", "view": {"type": "modal", "callback_id": "x"}},
        {"type": "view_closed", "view": {"id": "V1"}},
        {"type": "shortcut", "callback_id": "x"},
        {"type": "message_action", "callback_id": "x"},
        {"type": "block_suggestion", "action_id": "x", "value": ""},
    ],
)
def test_interactions_of_other_apps_times_are_acked(
    running: Running, payload: dict[str, object]
) -> None:
    """A modal or a shortcut of another version of the bot."""
    fields = {"user": {"id": "U1"}, "team": {"id": "T1"}, **payload}
    body = urlencode({"payload": json.dumps(fields)}).encode()
    assert send(running, body, FORM)[0] == 200


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"null", b"\xff", b'{"team": 5}'])
def test_a_malformed_body_is_400_over_http(running: Running, body: bytes) -> None:
    """Signed or not, it is never a trace."""
    assert send(running, body)[0] == 400
    assert send(running, body, FORM)[0] == 400


def test_a_body_over_one_megabyte_is_413_over_http(running: Running) -> None:
    """By the server or by the guard."""
    assert send(running, b'{"x": "' + b"x" * 1_000_000 + b'"}')[0] == 413


class Broken:
    """A pool that cannot even be asked."""

    def submit(self, _: object) -> bool:
        """Fail."""
        raise RuntimeError("of the pool")

    def drain(self, _: float) -> bool:
        """Nothing to do."""
        return True


def test_an_error_in_a_listener_is_still_an_ack(
    running: Running, caplog: pytest.LogCaptureFixture
) -> None:
    """A command's ack carries what went wrong, with its reference."""
    running.start(Broken())
    ack = running.slack.command("stats last week")
    assert ack.ok
    (message,) = running.slack.messages
    assert message.via == "ack"
    assert "reference" in message.text
    reference = message.text.split()[-1].rstrip(".")
    failed = next(r for r in caplog.records if r.getMessage() == "listener_failed")
    assert vars(failed)["reference"] == reference


def test_an_error_in_another_listener_is_told_where_it_was_asked(running: Running) -> None:
    """The ack of an event or a press shows nothing, so it comes as a message."""
    running.slack.command("stats last week")
    private = running.slack.wait_for_messages()[0]
    running.start(Broken())
    assert running.slack.press(private, "Previous Week").ok
    told = running.slack.wait_for_messages(2)[-1]
    assert "reference" in told.text
    assert running.slack.mention("stats last week").ok
    told = running.slack.wait_for_messages(3)[-1]
    assert told.thread_ts is not None


def test_an_ack_that_is_followed_by_an_error_is_not_lost(running: Running) -> None:
    """Bolt alone would turn it into a 500, and Slack would show a failure for what was done."""

    @running.app.shortcut("late")
    def late(ack: object) -> None:
        assert callable(ack)
        ack()
        raise RuntimeError("after the ack")

    fields = {"type": "shortcut", "callback_id": "late", "user": {"id": "U1"}, "team": {"id": "T1"}}
    body = urlencode({"payload": json.dumps(fields)}).encode()
    assert send(running, body, FORM)[0] == 200


def test_a_request_s_lines_carry_ids_of_that_request_alone(running: Running) -> None:
    """Threads are reused; what an earlier request bound must not stay."""
    seen: list[dict[str, str]] = []

    @running.app.shortcut("look")
    def look(ack: object) -> None:
        assert callable(ack)
        seen.append(dict(logs.current()))
        ack()

    for team in ("T0FIRST", "T0SECOND", None):
        fields: dict[str, object] = {"type": "shortcut", "callback_id": "look"}
        if team:
            fields["team"] = {"id": team}
        body = urlencode({"payload": json.dumps(fields)}).encode()
        stamp = int(running.slack.state.clock())
        sent = signed(running.slack.signing_secret, body, FORM, stamp)
        running.app.dispatch(BoltRequest(body=body.decode(), headers=dict(sent.headers)))
    assert [line.get("team_id") for line in seen] == ["T0FIRST", "T0SECOND", None]
    assert len({line["request_id"] for line in seen}) == 3


def test_a_disk_that_is_full_silences_nobody(running: Running) -> None:
    """The answer comes; replays are then remembered by this process alone."""
    running.services.engine.dispose()
    database = Path(str(running.services.engine.url.database))
    database.unlink()
    database.mkdir()
    fields = running.slack.make_command("stats last week")
    for _ in range(2):
        assert running.slack.send_command(fields).ok
    assert running.slack.mention("stats last week").ok
    running.slack.wait_for_messages(2)
    running.idle()
    assert len(running.slack.messages) == 2


def test_services_are_not_changed_by_building(running: Running) -> None:
    """One set of services may serve more than one app."""
    before = replace(running.services)
    build_app(running.services)
    assert running.services == before
