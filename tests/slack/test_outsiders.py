"""Outsiders get figures in the channel that was opened to them, and never by direct message."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.demo.slack_faults import error, status
from bot.demo.slack_payloads import Button
from bot.demo.slack_workspace import (
    COLLEAGUE,
    GUEST,
    NAMED_MENTION,
    SHARED,
    SINGLE_GUEST,
    STRANGER,
    Message,
)
from bot.render.actions import COPY, CSV, MORE
from tests.slack.agency import Agency
from tests.slack.conftest import labels_of

pytestmark = pytest.mark.both_engines

OUTSIDERS = [GUEST, SINGLE_GUEST, STRANGER]
REFUSED = [
    "I send figures and files directly to members of this workspace only.",
    "Ask in this channel, with a mention of me: then the answer and its file are posted here.",
]


@pytest.fixture
def opened(agency: Agency) -> Agency:
    """A channel in which outsiders may ask about Acme."""
    acme = agency.connect("Acme")
    agency.set(SHARED, account_id=acme.account_id, outsiders_may_ask=True)
    return agency


def private(agency: Agency, user: str, text: str = "stats last week") -> Message:
    """An answer that its asker alone sees."""
    (answer,) = agency.type(text, channel=SHARED, user=user)
    assert answer.only_for == user
    return answer


def direct(agency: Agency) -> list[Message]:
    """What stands in anybody's direct messages."""
    return [one for one in agency.running.slack.messages if one.channel_id.startswith("D")]


@pytest.mark.parametrize("user", OUTSIDERS)
def test_nothing_that_is_sent_directly_is_offered(opened: Agency, user: str) -> None:
    """Under a private answer: neither its file nor a copy; the rest is as for members."""
    theirs, ours = (labels_of(private(opened, one)) for one in (user, COLLEAGUE))
    assert [one for one in ours if one not in theirs] == ["CSV", "Send Me a Copy"]
    assert [one for one in theirs if one not in ours] == []


@pytest.mark.parametrize("user", OUTSIDERS)
@pytest.mark.parametrize("action", [CSV, COPY])
def test_what_was_offered_once_is_refused(opened: Agency, user: str, action: str) -> None:
    """As to somebody who was a member when they asked, or who makes a press up."""
    message = private(opened, user)
    (button,) = opened.buttons(message, "What Is This?")
    pressed = option(button, action)
    (told,) = opened.press(message, pressed, user)
    assert (told.only_for, told.text.split("\n")) == (user, REFUSED)
    assert opened.running.slack.files == []
    assert direct(opened) == []


def option(button: Button, action: str) -> Button:
    """Another option of the same menu."""
    assert button.action_id == MORE
    return replace(button, option={**(button.option or {}), "value": action})


@pytest.mark.parametrize("user", OUTSIDERS)
def test_a_file_that_is_typed_for_in_private_is_refused(opened: Agency, user: str) -> None:
    """The answer itself is theirs."""
    answer, told = opened.type("stats last week as csv", channel=SHARED, user=user)
    assert "16–22 Nov 2026" in answer.text
    assert told.text.split("\n") == REFUSED
    assert (opened.running.slack.files, direct(opened)) == ([], [])


@pytest.mark.parametrize("user", OUTSIDERS)
def test_a_file_in_the_channel_is_theirs_too(opened: Agency, user: str) -> None:
    """Asked for with a mention, where all of the channel has it; or of that answer's menu."""
    text = f"{NAMED_MENTION} stats last week"
    slack = opened.running.slack
    (answer,) = opened.after(lambda: slack.mention(text, channel=SHARED, user=user))
    opened.press(answer, "CSV", user)
    assert [one.channel_id for one in slack.files] == [SHARED]
    assert direct(opened) == []


@pytest.mark.parametrize(("user", "files"), [(STRANGER, 0), (COLLEAGUE, 1)])
def test_a_file_that_the_channel_does_not_take_goes_nowhere(
    opened: Agency, user: str, files: int
) -> None:
    """A member's goes to their direct messages then."""
    slack = opened.running.slack
    text = f"{NAMED_MENTION} stats last week as csv"
    slack.faults.add("files.getUploadURLExternal", error("not_in_channel"), 1)
    opened.after(lambda: slack.mention(text, channel=SHARED, user=user))
    assert len(slack.files) == files


def closed(agency: Agency) -> None:
    """From now on Slack takes nothing in the channel, neither for all nor for one."""
    faults = agency.running.slack.faults
    faults.add("chat.postEphemeral", error("channel_not_found"), None)
    faults.add("response_url", status(404), None)


@pytest.mark.parametrize(("user", "figures"), [(STRANGER, False), (COLLEAGUE, True)])
def test_an_answer_that_cannot_be_shown_there_goes_nowhere(
    opened: Agency, user: str, figures: bool
) -> None:
    """They hear of that alone; a member has it directly."""
    slack = opened.running.slack
    closed(opened)
    slack.faults.add("chat.postMessage", error("not_in_channel"), 1)
    text = f"{NAMED_MENTION} stats last week"
    (told,) = opened.after(lambda: slack.mention(text, channel=SHARED, user=user))
    assert told.channel_id.startswith("D")
    assert ("16–22 Nov 2026" in told.text) is figures
    assert told.text.startswith("I could not answer in that channel; Slack says") is not figures


@pytest.mark.parametrize(("user", "figures"), [(STRANGER, False), (COLLEAGUE, True)])
def test_rows_that_cannot_be_shown_there_go_nowhere(
    opened: Agency, user: str, figures: bool
) -> None:
    """As answers do not."""
    message = private(opened, user, "chart received last 300 days by day")
    closed(opened)
    (told,) = opened.press(message, "More Rows", user)
    assert told.channel_id.startswith("D")
    assert ("Rows 151–300" in told.text) is figures
