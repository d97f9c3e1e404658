"""The first thing behind the guard: who sent it, and the commands that Bolt misreads."""

from __future__ import annotations

import logging
import time
from collections.abc import Mapping
from urllib.parse import urlencode

import pytest
from slack_bolt.request import BoltRequest

from bot.demo.slack_payloads import FORM, Signed
from bot.slack.app import build_app
from tests.slack.conftest import Running


def status(running: Running, body: bytes, headers: Mapping[str, str]) -> int:
    """What Bolt alone says, without the guard in front of it."""
    request = BoltRequest(body=body.decode(), headers=dict(headers))
    return running.app.dispatch(request).status


def signed_command(running: Running, text: str = "help") -> Signed:
    """A command as Slack signs it."""
    return running.slack.signed_command(running.slack.make_command(text))


def test_a_signed_request_comes_in(running: Running) -> None:
    """The way it should be."""
    sent = signed_command(running)
    assert status(running, sent.body, sent.headers) == 200
    running.slack.wait_for_messages()


@pytest.mark.parametrize(
    "changed",
    [
        {"X-Slack-Signature": "v0=" + "0" * 64},
        {"X-Slack-Signature": ""},
        {"X-Slack-Signature": "v0=é" + "0" * 63},
        {"X-Slack-Signature": "v1=" + "0" * 64},
        {"X-Slack-Request-Timestamp": "soon"},
        {"X-Slack-Request-Timestamp": ""},
        {"X-Slack-Request-Timestamp": "1e9"},
        {"X-Slack-Request-Timestamp": "１７９５５１８４４２"},
        {"X-Slack-Request-Timestamp": "9" * 400},
        {"X-Slack-Request-Timestamp": "-5"},
    ],
)
def test_a_forged_request_is_401(running: Running, changed: dict[str, str]) -> None:
    """Also where Bolt's own check would raise: a timestamp or signature that is none."""
    sent = signed_command(running)
    assert status(running, sent.body, {**sent.headers, **changed}) == 401


@pytest.mark.parametrize("missing", ["X-Slack-Signature", "X-Slack-Request-Timestamp"])
def test_an_unsigned_request_is_401(running: Running, missing: str) -> None:
    """Neither header may be left out."""
    sent = signed_command(running)
    headers = {name: value for name, value in sent.headers.items() if name != missing}
    assert status(running, sent.body, headers) == 401


@pytest.mark.parametrize("seconds", [-301, 301])
def test_a_signature_of_another_time_is_401(running: Running, seconds: int) -> None:
    """Five minutes, either way: a request that was overheard cannot be sent again next week."""
    sent = signed_command(running)
    stamp = str(int(time.time()) + seconds)
    headers = {
        "Content-Type": FORM,
        "X-Slack-Request-Timestamp": stamp,
        "X-Slack-Signature": running.slack.sign(sent.body, stamp),
    }
    assert status(running, sent.body, headers) == 401


def test_a_changed_body_is_401(running: Running) -> None:
    """The signature is that of the body."""
    sent = signed_command(running)
    assert status(running, sent.body + b"&x=1", sent.headers) == 401


def test_what_is_refused_is_neither_done_nor_logged(
    running: Running, caplog: pytest.LogCaptureFixture
) -> None:
    """No body, no signature and no text of it stands in the log, at any level."""
    with caplog.at_level(logging.DEBUG):
        sent = signed_command(running, "stats SECRETWORD")
        headers = {**sent.headers, "X-Slack-Signature": "v0=" + "a" * 64}
        assert status(running, sent.body, headers) == 401
    assert "signature_refused" in caplog.text
    assert "SECRETWORD" not in caplog.text
    assert "a" * 64 not in caplog.text
    running.idle()
    assert running.slack.messages == []


def test_without_a_signing_secret_nothing_comes_in_over_http(running: Running) -> None:
    """Socket Mode needs none, and then HTTP is closed."""
    settings = running.services.settings.model_copy(update={"slack_signing_secret": None})
    services = type(running.services)(
        settings,
        running.services.engine,
        running.services.accounts,
        running.services.client,
        running.services.clock,
        running.services.pool,
    )
    sent = signed_command(running)
    answer = build_app(services).dispatch(
        BoltRequest(body=sent.body.decode(), headers=dict(sent.headers))
    )
    assert answer.status == 401


@pytest.mark.parametrize(
    "text", ["payload", "messages payload last week", "stats payload=1&payload={}", "{payload}"]
)
def test_a_command_that_says_payload_is_answered(running: Running, text: str) -> None:
    """Bolt takes any form with these letters for an interaction and finds an empty one."""
    ack = running.slack.command(text)
    assert ack.ok
    (message,) = running.slack.wait_for_messages()
    assert message.only_for
    assert "payload" in message.text


def test_a_flow_named_payload_is_found(running: Running) -> None:
    """The text arrives whole."""
    assert running.slack.command('flow "Payload intake payload" last week').ok
    (message,) = running.slack.wait_for_messages()
    assert message.text.startswith("No flow named")
    assert "Payload intake payload" in message.text


def test_bolt_alone_reads_a_command_that_says_payload(running: Running) -> None:
    """The remedy stands in the app itself, not only in front of it."""
    sent = signed_command(running, "help payload")
    assert status(running, sent.body, sent.headers) == 200
    running.slack.wait_for_messages()


def test_a_form_without_a_command_is_acked_and_nothing_else(running: Running) -> None:
    """The letters alone make no command."""
    body = urlencode({"x": "payload"}).encode()
    stamp = str(int(time.time()))
    headers = {
        "Content-Type": FORM,
        "X-Slack-Request-Timestamp": stamp,
        "X-Slack-Signature": running.slack.sign(body, stamp),
    }
    assert status(running, body, headers) == 200
    running.idle()
    assert running.slack.messages == []
