"""Showing an answer to a channel: who is asked first, and what happens where the bot is not in."""

from __future__ import annotations

import pytest

from bot.demo.slack_faults import Fault, error, html, ratelimited, reset
from bot.demo.slack_workspace import (
    ASKER,
    CHATBOTS,
    DIRECT,
    GENERAL,
    GUEST,
    OTHERS_DIRECT,
    PRIVATE,
    SECRET,
    SHARED,
    ChannelKind,
    Message,
    User,
)
from bot.slack.sharing import Audience
from tests.slack.conftest import Running, labels_of


def ask_public(running: Running, channel: str) -> Message:
    """Ask for the channel to see it; what the bot says first."""
    assert running.slack.command("top flows october public", channel=channel).ok
    return running.slack.wait_for_messages()[-1]


def confirm(running: Running, message: Message) -> list[Message]:
    """Press Share Anyway; what is new."""
    before = len(running.slack.messages)
    assert running.slack.press(message, "Share Anyway").ok
    running.idle()
    return running.slack.messages[before:]


@pytest.mark.parametrize("channel", [CHATBOTS, PRIVATE])
def test_among_colleagues_nothing_is_asked(running: Running, channel: str) -> None:
    """Up to fifty members, all of this workspace: shown at once."""
    message = ask_public(running, channel)
    assert (message.only_for, message.channel_id) == (None, channel)


def test_where_outsiders_read_the_asker_confirms(running: Running) -> None:
    """A channel that is shared with another workspace; before that nothing is shown or fetched."""
    asked = ask_public(running, SHARED)
    assert asked.only_for == ASKER
    assert "outside your workspace" in asked.text
    assert f"{len(running.slack.workspace.channels[SHARED].members)} people" in asked.text
    assert labels_of(asked) == ["Share Anyway"]
    assert running.source.asked == []
    (shared,) = confirm(running, asked)
    assert (shared.only_for, shared.channel_id) == (None, SHARED)
    assert "1–31 Oct 2026" in shared.text


def test_where_guests_read_the_asker_confirms(running: Running) -> None:
    """A guest among the members is an outsider."""
    running.slack.workspace.channels[CHATBOTS].members.add(GUEST)
    asked = ask_public(running, CHATBOTS)
    assert "outside your workspace, or guests" in asked.text
    assert confirm(running, asked)[0].channel_id == CHATBOTS


def test_where_many_read_the_asker_confirms_how_many(running: Running) -> None:
    """Over fifty, also when all are colleagues: nobody looks at each, and that is said."""
    channel = running.slack.workspace.channels[CHATBOTS]
    for number in range(60):
        user = User(f"U0MANY{number:04}", f"many{number}")
        running.slack.workspace.users[user.user_id] = user
        channel.members.add(user.user_id)
    asked = ask_public(running, CHATBOTS)
    assert f"{len(channel.members)} people are in this channel." in asked.text
    assert "There may be guests among them: of so many I don't look at each." in asked.text
    assert running.slack.called("conversations.members") == []
    assert labels_of(asked) == ["Share Anyway"]


def test_of_many_who_share_the_channel_with_another_workspace_it_is_said(running: Running) -> None:
    """That is the channel's to tell, however many they are."""
    channel = running.slack.workspace.channels[SHARED]
    channel.members |= {f"U0MANY{number:04}" for number in range(60)}
    asked = ask_public(running, SHARED)
    assert "People from outside your workspace, or guests, can read this channel." in asked.text
    assert "There may be" not in asked.text


def test_the_fiftieth_member_needs_no_confirmation(running: Running) -> None:
    """Fifty are not more than fifty."""
    channel = running.slack.workspace.channels[CHATBOTS]
    for number in range(50 - len(channel.members)):
        user = User(f"U0MANY{number:04}", f"many{number}")
        running.slack.workspace.users[user.user_id] = user
        channel.members.add(user.user_id)
    assert ask_public(running, CHATBOTS).only_for is None


@pytest.mark.parametrize("method", ["conversations.info", "conversations.members"])
@pytest.mark.parametrize("fault", [error("missing_scope"), html(), reset()])
def test_what_is_not_known_counts_as_outsiders(
    running: Running, method: str, fault: object
) -> None:
    """Unknown counts as yes."""
    running.slack.faults.add(method, fault, None)  # type: ignore[arg-type] # one of several
    asked = ask_public(running, CHATBOTS)
    assert "can't see who can read this channel" in asked.text
    running.slack.faults.clear()
    (shared,) = confirm(running, asked)
    assert shared.only_for is None


def test_a_member_who_cannot_be_looked_up_counts_as_an_outsider(running: Running) -> None:
    """One is enough."""
    running.slack.workspace.channels[CHATBOTS].members.add("U0UNKNOWN1")
    assert "can't see who" in ask_public(running, CHATBOTS).text


def test_nobody_else_is_looked_up_once_one_is_not_known(running: Running) -> None:
    """With a Slack that is slow, each would take seconds, and the answer is the same."""
    members = running.slack.workspace.channels[CHATBOTS].members
    members |= {f"U0UNKNOWN{number}" for number in range(9)}
    ask_public(running, CHATBOTS)
    failed = [call for call in running.slack.called("users.info") if call.error]
    assert len(failed) == 1


def test_a_channel_whose_size_nobody_tells_asks_first() -> None:
    """There may be more than fifty in it."""
    assert Audience(member=True, count=None, outsiders=False).needs_asking
    assert not Audience(member=True, count=50, outsiders=False).needs_asking


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (ratelimited(1_000), "Slack asks me to wait"),
        (error("invalid_auth"), "Slack did not take the answer; it says invalid_auth"),
    ],
)
def test_what_slack_does_to_a_post_is_told_as_it_is(
    running: Running, fault: Fault, words: str
) -> None:
    """A channel that is open is not called closed."""
    running.slack.faults.add("chat.postMessage", fault, None)
    told = ask_public(running, CHATBOTS)
    assert told.only_for == ASKER
    assert words in told.text
    assert "doesn't let me post" not in told.text


def test_in_direct_messages_there_is_nobody_to_share_with(running: Running) -> None:
    """The command typed there offers neither Share nor a copy, and its file is not far away."""
    assert running.slack.command("top flows october as csv", channel=DIRECT).ok
    running.slack.wait_until(lambda: running.slack.files)
    running.idle()
    labels = [label for message in running.slack.messages for label in labels_of(message)]
    assert "Previous Month" in labels
    assert not {"Share to Channel", "Send Me a Copy"} & set(labels)
    assert not any("in your direct messages" in m.text for m in running.slack.messages)


def test_share_asks_as_public_does(running: Running) -> None:
    """The button leads to the same question."""
    running.slack.command("top flows october", channel=SHARED)
    private = running.slack.wait_for_messages()[0]
    assert running.slack.press(private, "Share to Channel").ok
    asked = running.slack.wait_for_messages(2)[-1]
    assert labels_of(asked) == ["Share Anyway"]
    (shared,) = confirm(running, asked)
    assert "Remove" in labels_of(shared)


@pytest.mark.parametrize("channel", [SECRET, OTHERS_DIRECT])
def test_where_the_bot_is_not_in_the_asker_s_own_way_is_used(
    running: Running, channel: str
) -> None:
    """Over response_url, without what needs a timestamp, and with how to invite the bot."""
    asked = ask_public(running, channel)
    assert "can't see who can read this channel" in asked.text
    (shared,) = confirm(running, asked)
    assert (shared.via, shared.only_for) == ("response_url", None)
    assert "Reply" not in shared.text
    assert "Remove" not in labels_of(shared)
    assert "/invite @flowxo" in shared.text
    assert not shared.pings


def test_a_public_channel_that_the_bot_is_not_in_is_no_exception(running: Running) -> None:
    """It could post there, but would never hear a reply."""
    asked = ask_public(running, GENERAL)
    (shared,) = confirm(running, asked)
    assert (shared.via, shared.only_for) == ("response_url", None)
    assert "/invite @flowxo" in shared.text


def test_a_file_for_a_channel_that_the_bot_is_not_in_goes_to_direct_messages(
    running: Running,
) -> None:
    """The figures are public, the file finds no way."""
    running.slack.command("top flows october as csv public", channel=SECRET)
    asked = running.slack.wait_for_messages()[-1]
    confirm(running, asked)
    (upload,) = running.slack.files
    running.start()
    shared = next(m for m in running.slack.messages if m.via == "response_url" and not m.only_for)
    assert running.slack.press(shared, "CSV").ok
    running.idle()
    files = [upload, running.slack.files[-1]]
    kinds = {running.slack.workspace.channels[str(one.channel_id)].kind for one in files}
    assert len(running.slack.files) == 2
    assert kinds == {ChannelKind.DIRECT}


@pytest.mark.parametrize("policy", ["restricted_action", "is_archived"])
def test_a_channel_s_posting_policy_is_kept(running: Running, policy: str) -> None:
    """Where nobody may post, response_url is no back door; its asker is told."""
    running.slack.workspace.channels[CHATBOTS].posting_error = policy
    told = ask_public(running, CHATBOTS)
    assert told.only_for == ASKER
    assert policy in told.text
    assert "/invite" not in told.text  # it would change nothing there
    assert "Asked in private" in told.text


def test_a_share_whose_answer_is_lost_is_told_and_not_repeated(running: Running) -> None:
    """It may stand in the channel."""
    running.slack.faults.add("chat.postMessage", reset())
    running.slack.command("top flows october public")
    told = running.slack.wait_for_messages(2)[-1]
    running.idle()
    assert told.only_for == ASKER
    assert "didn't say whether" in told.text
    assert len(running.slack.posted) == 1


def test_a_share_from_an_expired_button_is_told(running: Running) -> None:
    """Neither member nor response_url: then only the asker hears."""
    asked = ask_public(running, SECRET)
    payload = running.slack.make_press(asked, "Share Anyway")
    running.slack.advance(1801)
    assert running.slack.send(running.slack.signed_interaction(payload)).ok
    running.idle()
    told = running.slack.messages[-1]
    assert "doesn't let me post" in told.text
    assert running.slack.workspace.channels[told.channel_id].kind is ChannelKind.DIRECT
