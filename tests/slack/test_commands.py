"""The slash command, from a signed request to the answer that its asker sees."""

from __future__ import annotations

import logging
import re
from threading import Event
from typing import Any

import pytest

from bot.demo.slack_payloads import JSON, event_body, signed
from bot.demo.slack_workspace import ASKER, NOWHERE, SECRET
from bot.errors import KeyRefusedError, UpstreamDownError
from bot.slack.work import WorkPool
from tests.slack.conftest import Running, blocks_of, until


def test_a_question_is_acked_and_answered_in_private(running: Running) -> None:
    """The ack is empty; the answer comes over response_url, for the asker alone."""
    ack = running.slack.command("stats last week")
    assert ack.ok
    assert ack.body == ""
    (message,) = running.slack.wait_for_messages()
    assert (message.only_for, message.via) == (ASKER, "response_url")
    assert "16–22 Nov 2026, compared with 9–15 Nov" in message.text
    assert message.blocks


def test_nothing_typed_is_the_short_help(running: Running) -> None:
    """With the command's real name, and buttons."""
    assert running.slack.command("", command="/numbers").ok
    (message,) = running.slack.wait_for_messages()
    assert "/numbers stats last week" in message.text
    assert "/flowxo" not in message.text


def test_words_that_fit_nowhere_are_explained_with_a_way_out(running: Running) -> None:
    """An error is one private message with a button."""
    assert running.slack.command("conversions last weeek").ok
    (message,) = running.slack.wait_for_messages()
    assert "conversions" in message.text
    assert message.only_for == ASKER
    assert "Try: /flowxo stats last week" in message.text


def test_status_tells_health_zone_and_version(running: Running) -> None:
    """In a line each, to the asker alone."""
    assert running.slack.command("status").ok
    (message,) = running.slack.wait_for_messages()
    health, zone, version, kept = message.text.split("\n")
    assert health == "Flow XO answers, and its API key works."
    assert "Europe/Berlin" in zone
    assert re.fullmatch(r"Version [\d.]+, with SQLite for storage\.", version)
    assert "who changed what for 400 days" in kept
    assert "threads are about for 30 days" in kept


def test_status_tells_what_is_wrong(running: Running) -> None:
    """With what to do about it."""
    running.source.error = KeyRefusedError("Flow XO refused the key.", "Tell whoever runs the bot.")
    assert running.slack.command("status").ok
    (message,) = running.slack.wait_for_messages()
    assert message.text.startswith("Flow XO refused the key.\nTell whoever runs the bot.")


def test_an_upstream_that_is_down_is_told_in_its_own_words(running: Running) -> None:
    """The first line says what, the second what to do."""
    running.source.error = UpstreamDownError("Flow XO does not answer.", "Try again in a minute.")
    assert running.slack.command("stats yesterday").ok
    (message,) = running.slack.wait_for_messages()
    assert message.text == "Flow XO does not answer.\nTry again in a minute."


def test_an_error_of_ours_has_a_reference_that_the_log_has_too(
    running: Running, caplog: pytest.LogCaptureFixture
) -> None:
    """The person gets a sentence, the operator the trace; the question's text is in neither."""
    running.source.error = RuntimeError("a fault of ours")
    with caplog.at_level(logging.DEBUG):
        assert running.slack.command("stats yesterday").ok
        (message,) = running.slack.wait_for_messages()
        running.idle()
    assert "a fault of ours" not in message.text
    failed = next(r for r in caplog.records if r.getMessage() == "listener_failed")
    reference = vars(failed)["reference"]
    assert reference in message.text
    assert failed.exc_info is not None
    assert "stats yesterday" not in caplog.text


def test_a_command_that_is_sent_again_is_done_once(running: Running) -> None:
    """A replay has the same trigger_id: acked, and nothing more."""
    fields = running.slack.make_command("stats yesterday")
    assert running.slack.send_command(fields).ok
    running.slack.wait_for_messages()
    assert running.slack.send_command(fields).ok
    assert running.slack.send_command(fields).ok
    running.idle()
    assert len(running.slack.messages) == 1


def test_a_replay_after_a_restart_is_not_done_again(running: Running) -> None:
    """The database remembers, not the process."""
    fields = running.slack.make_command("stats yesterday")
    assert running.slack.send_command(fields).ok
    running.slack.wait_for_messages()
    running.start()
    assert running.slack.send_command(fields).ok
    running.idle()
    assert len(running.slack.messages) == 1


def test_a_full_pool_is_told_in_the_ack(running: Running) -> None:
    """Busy, try again; nothing is queued beyond the bound."""
    pool, gate = WorkPool(threads=1, waiting=0), Event()
    running.start(pool)
    assert pool.submit(until(gate))
    ack = running.slack.command("stats yesterday")
    gate.set()
    assert ack.ok
    (message,) = running.slack.messages
    assert message.via == "ack"
    assert message.only_for == ASKER
    assert "try again in a moment" in message.text
    assert pool.drain(10)


def json_command(running: Running, **changed: Any) -> tuple[int, str]:
    """Send a command as JSON."""
    fields = {**running.slack.make_command("stats yesterday"), **changed}
    body = event_body(fields)
    stamp = int(running.slack.state.clock())
    ack = running.slack.send(signed(running.slack.signing_secret, body, JSON, stamp))
    return ack.status, ack.body


def test_a_command_in_json_is_answered_like_the_form(running: Running) -> None:
    """Slack sends forms; what is signed and says the same means the same."""
    status, _ = json_command(running)
    assert status == 200
    running.slack.wait_for_messages()


@pytest.mark.parametrize("changed", [{"text": {"a": 1}}, {"user_id": None}, {"command": 5}])
def test_a_command_in_json_with_other_than_texts_is_400(
    running: Running, changed: dict[str, Any]
) -> None:
    """And nothing is done."""
    status, _ = json_command(running, **changed)
    assert status == 400
    running.idle()
    assert running.slack.messages == []


@pytest.mark.parametrize("changed", [{"user_id": ""}, {"team_id": "x y"}, {"user_id": "U1;DROP"}])
def test_a_command_from_nobody_is_acked_and_nothing_else(
    running: Running, changed: dict[str, str]
) -> None:
    """Ids are looked at before they are used."""
    fields = {**running.slack.make_command("stats yesterday"), **changed}
    assert running.slack.send(running.slack.signed_command(fields)).status == 200
    running.idle()
    assert running.slack.messages == []


def test_a_channel_that_the_bot_is_not_in_is_answered_all_the_same(running: Running) -> None:
    """Over response_url, which needs no membership."""
    assert running.slack.command("stats yesterday", channel=SECRET).ok
    (message,) = running.slack.wait_for_messages()
    assert (message.via, message.only_for) == ("response_url", ASKER)


def test_entities_and_tokens_of_slack_are_read_as_what_they_stand_for(running: Running) -> None:
    """Escaped text arrives as it was typed."""
    assert running.slack.command('flow "Q&amp;A <https://x.test|Help>" last week').ok
    (message,) = running.slack.wait_for_messages()
    assert "Q&amp;A Help" in message.text


@pytest.mark.parametrize(
    "text",
    [
        "stats " + "x" * 10_000,
        "🙂🙂🙂",
        "إحصائيات الأسبوع الماضي",
        "stats \u202e yadretsey",
        "\x00\x01\x02",
        "stats last week " * 600,
        '"' * 4000,
        "<!channel> <@U0ASKER001>",
    ],
)
def test_whatever_is_typed_gets_one_short_answer_that_acts_on_nobody(
    running: Running, text: str
) -> None:
    """Long, foreign, invisible or hostile: an answer, and no mention rings."""
    assert running.slack.command(text).ok
    (message,) = running.slack.wait_for_messages()
    running.idle()
    assert len(running.slack.messages) == 1
    assert not message.pings
    assert not message.links
    assert len(message.text) <= 3000


@pytest.mark.parametrize("key", ["eyJhbGciOiJIUzI1NiJ9.abcdefghij.klmnop", "xoxb-12345-abcdef"])
def test_a_pasted_key_is_neither_echoed_nor_logged_nor_kept(
    running: Running, key: str, caplog: pytest.LogCaptureFixture
) -> None:
    """It is told to be replaced."""
    with caplog.at_level(logging.DEBUG):
        assert running.slack.command(f"connect {key}").ok
        (message,) = running.slack.wait_for_messages()
        running.idle()
    assert "API key" in message.text
    assert key not in message.text
    assert key not in caplog.text
    assert key not in str(message.blocks)


def test_a_slow_answer_is_announced_with_its_dates(running: Running) -> None:
    """One private line, then the answer."""
    running.start(working_after_s=0.3)
    running.source.open.clear()
    assert running.slack.command("stats last week").ok
    (line,) = running.slack.wait_for_messages()
    assert line.text == "Working on it: 16–22 Nov 2026…"
    assert line.only_for == ASKER
    running.source.open.set()
    _, answer = running.slack.wait_for_messages(2)
    assert "compared with" in answer.text


def test_a_fast_answer_is_not_announced(running: Running) -> None:
    """Nobody reads two messages for one."""
    assert running.slack.command("stats last week").ok
    running.slack.wait_for_messages()
    running.idle()
    assert len(running.slack.messages) == 1


def test_the_asker_s_zone_and_habits_count_where_the_account_has_none(running: Running) -> None:
    """Days begin at the asker's midnight; without one in Slack it is UTC, and that is said."""
    running.without_zone()
    assert running.slack.command("stats yesterday").ok
    first = running.slack.wait_for_messages()[-1]
    assert "Europe/Berlin" in blocks_of(first)
    assert running.slack.command("stats yesterday", user=NOWHERE).ok
    second = running.slack.wait_for_messages(2)[-1]
    assert "don't know your time zone" in blocks_of(second)
    assert running.slack.command("stats yesterday in Tokyo", user=NOWHERE).ok
    third = running.slack.wait_for_messages(3)[-1]
    assert "don't know your time zone" not in blocks_of(third)


def test_a_log_line_carries_the_request_and_nobody_s_words(
    running: Running, caplog: pytest.LogCaptureFixture
) -> None:
    """Ids and a name of the event, never a text."""
    with caplog.at_level(logging.DEBUG, logger="bot"):
        assert running.slack.command("stats last week vs last year").ok
        running.slack.wait_for_messages()
        running.idle()
    answered = next(r for r in caplog.records if r.getMessage() == "question_answered")
    assert vars(answered)["subcommand"] == "stats"
    assert "last year" not in caplog.text
