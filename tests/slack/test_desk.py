"""What the slash command is called, wherever a sentence names it."""

from __future__ import annotations

import pytest

from bot.demo.slack_workspace import ASKER, CHATBOTS
from tests.slack.conftest import Running


def test_buttons_name_the_command_that_was_typed(running: Running) -> None:
    """A press does not tell it, so the latest that came is kept."""
    running.slack.command("", command="/numbers")
    (short,) = running.slack.wait_for_messages()
    running.slack.press(short, "All Commands")
    told = running.slack.wait_for_messages(2)[-1]
    assert "/numbers stats last 7 days" in told.text
    assert "/flowxo" not in told.text


def test_direct_messages_and_home_name_it_as_well(running: Running) -> None:
    """Neither event tells it."""
    running.slack.command("help", command="/numbers")
    running.slack.wait_for_messages()
    running.slack.direct_message("help")
    assert "/flowxo" not in running.slack.wait_for_messages(2)[-1].text
    running.slack.open_home()
    running.idle()
    assert "/numbers" in str(running.slack.homes[ASKER])
    assert "/flowxo" not in str(running.slack.homes[ASKER])


@pytest.mark.parametrize("name", ["/<!channel>", "/*x*", "/", "/a b"])
def test_what_is_no_command_s_name_is_never_repeated(running: Running, name: str) -> None:
    """Signed or not."""
    assert running.slack.command("help", command=name).ok
    (message,) = running.slack.wait_for_messages()
    assert "/flowxo stats last week" in message.text


def test_in_a_thread_the_mention_stands_in_its_place(running: Running) -> None:
    """A slash command cannot be typed there; also where there is no digest yet."""
    running.slack.mention("digest list", channel=CHATBOTS)
    (message,) = running.slack.wait_for_messages()
    assert "@flowxo digest weekly" in message.text
    assert "/flowxo" not in message.text
