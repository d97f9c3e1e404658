"""Where a digest can go: Slack is asked first, and what to do is said where it cannot."""

from __future__ import annotations

import pytest

from bot.demo.slack_faults import error
from bot.demo.slack_workspace import (
    ADMIN,
    ASKER,
    BOT_USER,
    CHATBOTS,
    COLLEAGUE,
    DIRECT,
    GENERAL,
    OTHERS_DIRECT,
    PRIVATE,
    SECRET,
    SHARED,
    Channel,
    ChannelKind,
)
from tests.slack.agency import Agency
from tests.slack.keeping_digests import WEEKLY, kept, lines, make, one, told

pytestmark = pytest.mark.both_engines
UNSEEN = [
    "I can't see that channel: it is private, or of another workspace.",
    "Type /invite @flowxo in it, then try again.",
]


@pytest.fixture
def acme(agency: Agency) -> Agency:
    """A workspace with an account."""
    agency.connect("Acme", zone="Europe/Berlin")
    return agency


def test_another_channel_is_chosen_from_slack_s_list(acme: Agency) -> None:
    """By its id; it is called by its name, and told there."""
    (message,) = acme.type(f"{WEEKLY} to <#{PRIVATE}|owners>")
    assert "It goes to #owners." in message.text
    said = acme.press(message, "Save Digest")
    assert told(said) == []
    assert told(said, PRIVATE)[0].startswith("ada set up: Digest #1")
    assert one(acme).target == PRIVATE


@pytest.mark.parametrize("channel_id", [SECRET, "C0NOWHERE1"])
def test_a_private_channel_without_the_bot_and_one_of_others_say_how_to_invite(
    acme: Agency, channel_id: str
) -> None:
    """Slack tells the two apart no more than we can."""
    assert lines(acme.type(f"{WEEKLY} to <#{channel_id}>")) == UNSEEN


def test_a_private_channel_that_one_is_not_in_is_not_told_of(acme: Agency) -> None:
    """Although the bot is; whoever is in it may."""
    assert lines(acme.type(f"{WEEKLY} to <#{PRIVATE}>", user=COLLEAGUE)) == UNSEEN
    assert "#owners" in acme.type(f"{WEEKLY} to <#{PRIVATE}>", user=ADMIN)[0].text


def test_members_are_looked_through_to_the_last_page(acme: Agency) -> None:
    """And no further than there are pages."""
    crowd = {f"U{number:08}" for number in range(1_500)}
    channel = acme.running.slack.workspace.channels[PRIVATE]
    channel.members |= crowd
    assert "#owners" in acme.type(f"{WEEKLY} to <#{PRIVATE}>")[0].text
    acme.running.slack.faults.add("conversations.members", error("fatal_error"))
    assert lines(acme.type(f"{WEEKLY} to <#{PRIVATE}>")) == UNSEEN


def test_people_of_other_companies_are_said_before_it_is_saved(acme: Agency) -> None:
    """It is theirs to save all the same."""
    (message,) = acme.type(f"{WEEKLY} to <#{SHARED}>")
    assert "People of other companies are in that channel: they will see it." in message.text
    acme.press(message, "Save Digest")
    assert len(kept(acme)) == 1


def test_a_public_channel_without_the_bot_can_be_posted_to(acme: Agency) -> None:
    """An invitation is what replies need."""
    (message,) = acme.type(f"{WEEKLY} to <#{GENERAL}>")
    assert "invite @flowxo there, so that replies reach me" in message.text


def test_a_conversation_of_people_is_no_channel(acme: Agency) -> None:
    """Neither of two nor of several."""
    channels = acme.running.slack.workspace.channels
    members = {ASKER, ADMIN, BOT_USER}
    channels["G0SEVERAL1"] = Channel("G0SEVERAL1", "", ChannelKind.DIRECT, members)
    for channel_id in (DIRECT, "G0SEVERAL1"):
        acme.running.slack.state.scopes = (*acme.running.slack.state.scopes, "im:read")
        said = lines(acme.type(f"{WEEKLY} to <#{channel_id}>"))
        assert said[0] == "That is a conversation of people, and no channel."


def test_in_direct_messages_with_somebody_else_here_is_oneself(acme: Agency) -> None:
    """The bot is not in them."""
    (message,) = acme.type(WEEKLY, channel=OTHERS_DIRECT)
    assert "It goes to you, in direct messages." in message.text


def test_without_the_scope_only_the_channel_itself_is_taken(acme: Agency) -> None:
    """Of another nobody can say who is in it."""
    slack = acme.running.slack
    slack.state.scopes = tuple(s for s in slack.state.scopes if s != "channels:read")
    assert "It goes to this channel." in acme.type(WEEKLY)[0].text
    said = lines(acme.type(f"{WEEKLY} to <#{GENERAL}>"))
    assert said[0] == "Slack does not let me look at that channel."
    assert "channels:read" in said[1]
    make(acme)
    assert lines(acme.type("digest history #1", channel=GENERAL, user=COLLEAGUE))[0].startswith(
        "There is no digest #1"
    )
    assert "It goes to another channel." in acme.type("digest list", channel=DIRECT)[0].text


def test_a_slack_that_does_not_answer_is_said(acme: Agency) -> None:
    """Nothing is read back that could not be saved."""
    acme.running.slack.faults.add("conversations.info", error("internal_error"))
    said = lines(acme.type(WEEKLY))
    assert said == [
        "Slack did not tell me about that channel; it says internal_error.",
        "Try again in a minute.",
    ]


@pytest.mark.parametrize(
    ("user", "channel", "sees"),
    [
        (COLLEAGUE, CHATBOTS, True),
        (COLLEAGUE, GENERAL, True),
        (COLLEAGUE, DIRECT, True),
        (ADMIN, DIRECT, True),
        (ASKER, DIRECT, True),
    ],
)
def test_of_a_public_channel_every_member_sees_them(
    acme: Agency, user: str, channel: str, sees: bool
) -> None:
    """Wherever they ask."""
    make(acme)
    where = acme.running.slack.workspace.direct_channel(user).channel_id
    place = where if channel == DIRECT else channel
    said = acme.type("digest history #1", user=user, channel=place)[0].text
    assert ("There is no digest" not in said) is sees


def test_of_a_private_channel_its_members_see_them(acme: Agency) -> None:
    """And its owner, and admins; of somebody's own, they and admins."""
    make(acme, channel=PRIVATE)
    make(acme, "digest daily at 8 to me")
    workspace = acme.running.slack.workspace

    def sees(user: str, number: int) -> bool:
        place = workspace.direct_channel(user).channel_id
        said = acme.type(f"digest history #{number}", user=user, channel=place)[0].text
        return "There is no digest" not in said

    assert [sees(user, 1) for user in (ASKER, ADMIN, COLLEAGUE)] == [True, True, False]
    assert [sees(user, 2) for user in (ASKER, ADMIN, COLLEAGUE)] == [True, True, False]
    workspace.channels[PRIVATE].members.add(COLLEAGUE)
    assert sees(COLLEAGUE, 1)
    assert not sees(COLLEAGUE, 2)
