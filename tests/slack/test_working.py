"""The private line that says that an answer takes long: one, private, and never in the way."""

from __future__ import annotations

import time
from threading import Event

import pytest

from bot.calls import Fate, Sent
from bot.demo.slack_faults import delay, error, ratelimited
from bot.demo.slack_workspace import ASKER, CHATBOTS, DIRECT
from bot.slack.work import WorkPool
from bot.slack.working import Working
from tests.slack.conftest import Running, until


@pytest.mark.parametrize("text", ["stats last week", "stats last week public", "status"])
def test_the_wait_in_the_pool_counts(running: Running, text: str) -> None:
    """Flow XO answers at once here; it is the queue that took long. One line, then the answer."""
    pool, gate = WorkPool(threads=1), Event()
    running.start(pool, working_after_s=0.1)
    assert pool.submit(until(gate))
    assert running.slack.command(text).ok
    time.sleep(0.15)
    gate.set()
    line, answer = running.slack.wait_for_messages(2)
    assert pool.drain(10)
    assert line.text.startswith("Working on it")
    assert line.only_for == ASKER
    assert not answer.text.startswith("Working on it")
    assert len(running.slack.messages) == 2


def test_the_line_is_not_worth_waiting_for(running: Running) -> None:
    """Were it sent again after a 429, the answer would wait for it."""
    running.start(working_after_s=0.0)
    running.slack.faults.add("response_url", ratelimited(600))
    assert running.slack.command("stats last week").ok
    (answer,) = running.slack.wait_for_messages()
    running.idle()
    assert "compared with" in answer.text
    assert len(running.slack.messages) == 1
    assert running.slack.called("chat.postEphemeral") == []


def test_a_line_that_had_to_go_to_direct_messages_is_taken_back(running: Running) -> None:
    """Else it would stand there for ever, with no answer after it."""
    running.start(working_after_s=0.0)
    running.slack.faults.add("chat.postEphemeral", error("user_not_in_channel"))
    assert running.slack.mention("stats last week").ok
    line, answer = running.slack.wait_for_messages(2)
    running.idle()
    assert (line.channel_id, line.deleted) == (DIRECT, True)
    assert answer.channel_id == CHATBOTS


def test_looking_the_asker_up_counts_too(running: Running) -> None:
    """What is asked for is not read yet then, so the line names no dates; it comes once."""
    running.start(working_after_s=0.1)
    running.slack.faults.add("users.info", delay(0.4))
    assert running.slack.command("stats last week").ok
    line, answer = running.slack.wait_for_messages(2)
    running.idle()
    assert line.text == "Working on it…"
    assert "compared with" in answer.text
    assert len(running.slack.messages) == 2


def test_what_is_over_in_time_is_not_announced() -> None:
    """And nothing runs on after it."""
    announced: list[int] = []

    def announce() -> Sent:
        announced.append(1)
        return Sent(Fate.DONE)

    with Working(30.0, announce):
        pass
    assert announced == []
    with Working(0.0, announce) as working:
        pass
    assert announced == [1]
    assert working.sent == Sent(Fate.DONE)
