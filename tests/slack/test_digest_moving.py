"""`digest move` and `digest copy`: to channels that are named, or chosen in a form."""

from __future__ import annotations

from functools import partial

import pytest

from bot.demo.slack_workspace import (
    ADMIN,
    ARCHIVED,
    ASKER,
    CHATBOTS,
    COLLEAGUE,
    DIRECT,
    GENERAL,
    PRIVATE,
    SECRET,
    SHARED,
)
from bot.storage.subscriptions import Reason, State
from tests.slack.agency import Agency
from tests.slack.keeping_digests import (
    disable,
    faults,
    form,
    kept,
    lines,
    make,
    one,
    send,
    told,
)

pytestmark = pytest.mark.both_engines


@pytest.fixture
def acme(agency: Agency) -> Agency:
    """A workspace with an account and a digest."""
    agency.connect("Acme", zone="Europe/Berlin")
    make(agency)
    return agency


def test_a_named_channel_gets_it_at_once(acme: Agency) -> None:
    """And is told; what it is about must be for that channel too."""
    said = acme.type(f"digest move #1 to <#{PRIVATE}|owners>")
    assert lines(said)[:2] == [
        "Saved: Digest #1, every Monday at 09:00, Europe/Berlin.",
        "It goes to #owners.",
    ]
    assert told(said, PRIVATE)[0].startswith("ada moved to this channel: Digest #1")
    assert one(acme).target == PRIVATE
    other = acme.connect("Globex")
    acme.set(GENERAL, account_id=other.account_id, only_this_account=True)
    said = acme.type(f"digest move #1 to <#{GENERAL}>")
    assert "This channel is for one account alone" in lines(said)[0]
    assert one(acme).target == PRIVATE
    assert lines(acme.type("digest move #1 here"))[1] == "It goes to this channel."
    assert lines(acme.type("digest move #1 to me"))[1] == "It goes to you, in direct messages."


def test_a_form_says_where_it_moves(acme: Agency) -> None:
    """Which one it is stands in it; what is wrong is said beside its field."""
    assert acme.type("digest move #1") == []
    view = form(acme)
    assert (view["title"]["text"], view["submit"]["text"]) == ("Move Digest #1", "Move")
    assert "every Monday at 09:00" in str(view["blocks"])
    assert "is archived" in faults(acme, {"target": ARCHIVED})["target"]
    assert "I can't see that channel" in faults(acme, {"target": SECRET})["target"]
    said = send(acme, {"target": GENERAL})
    assert one(acme).target == GENERAL
    assert told(said, GENERAL)
    acme.type("digest move #1")
    send(acme, {})
    assert one(acme).target == ASKER


def test_of_all_accounts_one_must_be_for_the_place(acme: Agency) -> None:
    """Where none may be shown it does not go."""
    acme.connect("Globex")
    make(acme, "digest weekly for all")
    for account in acme.accounts().values():
        acme.hide(account)
    said = lines(acme.type(f"digest move #2 to <#{GENERAL}>"))
    assert "its own channels only" in said[0]
    assert one(acme, 2).target == CHATBOTS


def test_moved_it_goes_on_where_it_could_not_be_posted(acme: Agency) -> None:
    """Elsewhere it can."""
    disable(acme, Reason.CHANNEL)
    acme.type("digest move #1")
    send(acme, {"target": GENERAL})
    assert (one(acme).state, one(acme).reason) == (State.ACTIVE, None)


def test_copies_are_digests_of_their_own(acme: Agency) -> None:
    """Whoever copies owns them; each channel is told, and each that could not get one is named."""
    said = acme.type(f"digest copy #1 to <#{GENERAL}>, <#{SECRET}> and <#{SHARED}>", user=COLLEAGUE)
    assert lines(said) == [
        "Copies of digest #1:",
        "#2. It goes to #general.",
        "None. It goes to another channel. "
        "I can't see that channel: it is private, or of another workspace.",
        "#3. It goes to #with-partner.",
    ]
    assert told(said, GENERAL)[0].startswith("bo set up: Digest #2")
    assert [(each.target, each.owner_user_id) for each in kept(acme)] == [
        (CHATBOTS, ASKER), (GENERAL, COLLEAGUE), (SHARED, COLLEAGUE),
    ]  # fmt: skip
    assert kept(acme)[1].digest == kept(acme)[0].digest
    again = lines(acme.type(f"digest copy #1 to <#{GENERAL}>"))
    assert again[1].endswith("Digest #2 posts just that there already. Nothing was saved.")


def test_a_form_copies_to_several_channels(acme: Agency) -> None:
    """Each once."""
    (message,) = acme.type("digest list")
    acme.press(message, "Copy")
    assert form(acme)["title"]["text"] == "Copy Digest #1"
    said = send(acme, {"target": [GENERAL, PRIVATE]})
    assert lines(said) == [
        "Copies of digest #1:", "#2. It goes to #general.", "#3. It goes to #owners.",
    ]  # fmt: skip
    assert [each.number for each in kept(acme)] == [1, 2, 3]


def test_where_no_form_can_be_opened_a_button_does_it(acme: Agency) -> None:
    """As in a direct message."""
    for verb in ("move", "copy"):
        text = f"digest {verb} #1"
        (message,) = acme.after(partial(acme.running.slack.direct_message, text))
        assert message.channel_id == DIRECT
        acme.press(message, verb.title())
        assert form(acme)["title"]["text"] == f"{verb.title()} Digest #1"


def test_whoever_may_change_it_no_more_moves_nothing(acme: Agency) -> None:
    """Looked at when the form is sent in; the form says why."""
    acme.type("digest move #1", user=ADMIN)
    acme.running.slack.workspace.change_user(ADMIN, is_admin=False, is_owner=False)
    acme.running.slack.submit({"target": GENERAL}, user=ADMIN, view=form(acme))
    acme.running.settle()
    assert one(acme).target == CHATBOTS
    assert "workspace admins can do that" in str(form(acme)["blocks"])


@pytest.mark.parametrize(
    "metadata",
    [
        "",
        "[]",
        "{}",
        '{"channel_id": "C", "language": "en"}',
        '{"channel_id": "C", "language": "en", "number": "x"}',
    ],
)
def test_a_form_that_says_nothing_of_itself_does_nothing(acme: Agency, metadata: str) -> None:
    """Whatever it chose."""
    acme.type("digest move #1")
    view = {**form(acme), "private_metadata": metadata}
    acme.running.slack.submit({"target": GENERAL}, view=view)
    acme.running.settle()
    assert one(acme).target == CHATBOTS
