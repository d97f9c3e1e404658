"""The Home tab: the help with its buttons, and what they do."""

from __future__ import annotations

import json

from bot.demo.slack_faults import error
from bot.demo.slack_workspace import ASKER, DIRECT, GUEST
from tests.slack.conftest import Running


def test_opening_the_home_tab_shows_the_help(running: Running) -> None:
    """With buttons that run its examples."""
    assert running.slack.open_home().ok
    running.idle()
    view = running.slack.homes[ASKER]
    shown = json.dumps(view)
    assert "stats last week" in shown
    assert "run_0" in shown


def test_its_buttons_answer_in_direct_messages(running: Running) -> None:
    """There is no channel, and the answer is for the one who asked."""
    running.slack.open_home()
    running.slack.wait_until(lambda: running.slack.homes)
    assert running.slack.press_home("Last 7 Days").ok
    (message,) = running.slack.wait_for_messages()
    running.idle()
    assert (message.channel_id, message.only_for) == (DIRECT, None)
    assert "19–25 Nov 2026" in message.text
    running.start()
    running.slack.direct_message("by day", thread_ts=message.ts)
    running.idle()
    assert "19–25 Nov 2026" in running.slack.messages[-1].text


def test_all_commands_comes_as_a_direct_message(running: Running) -> None:
    """The help's other button."""
    running.slack.open_home()
    running.slack.wait_until(lambda: running.slack.homes)
    assert running.slack.press_home("All Commands").ok
    (message,) = running.slack.wait_for_messages()
    assert message.channel_id == DIRECT
    assert "top flows" in message.text


def test_a_guest_sees_why_there_is_nothing(running: Running) -> None:
    """And no button."""
    assert running.slack.open_home(user=GUEST).ok
    running.idle()
    shown = json.dumps(running.slack.homes[GUEST])
    assert "guest" in shown
    assert "button" not in shown


def test_the_messages_tab_is_not_the_home_tab(running: Running) -> None:
    """The same event tells of both."""
    payload = running.slack.make_home_opened()
    event = payload["event"]
    assert isinstance(event, dict)
    event["tab"] = "messages"
    assert running.slack.send(running.slack.signed_event(payload)).ok
    running.idle()
    assert not running.slack.homes


def test_a_view_that_slack_refuses_costs_nothing_else(running: Running) -> None:
    """It is logged; there is no message about it."""
    running.slack.faults.add("views.publish", error("hash_conflict"))
    assert running.slack.open_home().ok
    running.idle()
    assert running.slack.messages == []
