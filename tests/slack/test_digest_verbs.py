"""What is done with one digest: pause, resume, run, delete, history; by whom, and what is said."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.core.sentences import say
from bot.demo.slack_payloads import Button, buttons_of
from bot.demo.slack_workspace import ADMIN, ARCHIVED, ASKER, CHATBOTS, COLLEAGUE, DIRECT, GENERAL
from bot.errors import KeyRefusedError, UpstreamDownError
from bot.storage.deliveries import Kind, Trouble
from bot.storage.deliveries import State as Delivered
from bot.storage.subscriptions import Reason, State
from tests.slack.agency import Agency
from tests.slack.conftest import labels_of
from tests.slack.keeping_digests import (
    WEEKLY,
    delivered,
    disable,
    force,
    kept,
    lines,
    make,
    one,
    posts,
    sending,
)

pytestmark = pytest.mark.both_engines
BROKEN: dict[str, object] = {"schedule": {"cadence": "hourly"}, "account": 1}


@pytest.fixture
def acme(agency: Agency) -> Agency:
    """A workspace with an account and a digest."""
    agency.connect("Acme", zone="Europe/Berlin")
    make(agency)
    return agency


def test_paused_it_waits_until_it_is_resumed(acme: Agency) -> None:
    """Said twice it is said to be so; the button is the way back."""
    (message,) = acme.type("digest pause #1")
    assert message.text == "Digest #1 is paused: it comes no more until it is resumed."
    assert (one(acme).state, message.only_for) == (State.PAUSED, ASKER)
    assert lines(acme.type("pause digest #1")) == ["Digest #1 is paused already."]
    assert "It is paused." in acme.type("digest list")[0].text
    back = acme.press(message, "Resume")
    assert lines(back) == ["Digest #1 comes again.", "Next: Mon 30 Nov 2026, 09:00."]
    assert one(acme).state is State.ACTIVE
    assert lines(acme.type("digest resume #1"))[0] == "Digest #1 is not paused."
    actions = [entry.action for entry in acme.changes()]
    assert actions == ["digest_resumed", "digest_paused", "digest_saved"]


def test_what_we_stopped_is_resumed_where_it_can_be_posted(acme: Agency) -> None:
    """A channel is looked at first; the reason is told until then."""
    disable(acme, Reason.CHANNEL)
    channel = acme.running.slack.workspace.channels[CHATBOTS]
    channel.is_archived = True
    assert "It is stopped: I may not post where it goes." in acme.type("digest list")[0].text
    assert lines(acme.type("digest resume #1"))[0].startswith("#chatbots is archived")
    channel.is_archived = False
    assert lines(acme.type("digest resume #1"))[0] == "Digest #1 comes again."
    assert one(acme).state is State.ACTIVE


def test_run_is_one_more_delivery_and_wakes_who_posts(acme: Agency) -> None:
    """At once, and once however often it is pressed in a moment; also of one that is paused."""
    woken: list[int] = []
    services = replace(acme.running.services, wake=lambda: woken.append(1))
    acme.running.start(services=services, working_after_s=60.0)
    said = acme.type("digest run #1")
    assert lines(said) == [
        "Digest #1 is posted now, about 16–22 Nov 2026.",
        "It goes to this channel.",
    ]
    (mine,) = posts(acme)
    assert (mine.kind, mine.target, mine.due_at) == (Kind.RUN_NOW, CHATBOTS, acme.running.clock())
    assert woken == [1]
    assert lines(acme.type("digest run #1")) == ["Digest #1 is being posted already."]
    acme.type("digest pause #1")
    acme.running.clock.advance(seconds=1)
    acme.type("digest run #1")
    assert len(posts(acme)) == 2


def test_deleted_it_is_gone_and_back_within_a_day(acme: Agency) -> None:
    """Asked first; Undo brings it back with its next run, whoever may change it presses."""
    (message,) = acme.type("digest delete #1")
    assert message.text.split("\n") == [
        "Delete digest #1?",
        "Digest #1, every Monday at 09:00, Europe/Berlin",
        "It goes to this channel.",
        "It comes no more. For a day you can take that back.",
    ]
    assert labels_of(message) == ["Delete #1", "Keep It"]
    assert len(kept(acme)) == 1
    (gone,) = acme.press(message, "Delete #1")
    assert gone.text.split("\n") == [
        "Digest #1 is deleted.",
        "You can take that back until 27 Nov 2026, 15:45.",
    ]
    assert kept(acme) == []
    acme.running.clock.advance(hours=23)
    assert "can't be brought back" in lines(acme.press(gone, "Undo", user=COLLEAGUE))[0]
    (back,) = acme.press(gone, "Undo", user=ADMIN)
    assert back.text.split("\n") == ["Digest #1 is back.", "Next: Mon 30 Nov 2026, 09:00."]
    assert [each.number for each in kept(acme)] == [1]


def test_kept_it_stays(acme: Agency) -> None:
    """And the question is gone."""
    (message,) = acme.type("unsubscribe #1")
    (said,) = acme.press(message, "Keep It")
    assert (said.ts, said.text) == (message.ts, "Digest #1 stays.")
    assert len(kept(acme)) == 1


def test_after_a_day_it_is_gone_for_good(acme: Agency) -> None:
    """And where there is no room for it any more, that is said."""
    (message,) = acme.type("digest delete #1")
    (gone,) = acme.press(message, "Delete #1")
    undo = buttons_of(gone.blocks)[0]
    acme.running.clock.advance(days=1, seconds=1)
    assert lines(acme.press(gone, undo)) == [
        "Digest #1 can't be brought back: it was deleted too long ago.",
        "Make another.",
    ]


def test_what_is_being_posted_is_left_alone_and_that_is_said(acme: Agency) -> None:
    """Pause, delete, move and edit, each tried again later."""
    acme.type("digest run #1")
    sending(acme)
    for text in ("digest pause #1", f"digest move #1 to <#{GENERAL}>"):
        said = lines(acme.type(text))
        assert said == [
            "Digest #1 is being posted this very moment, so I changed nothing.",
            "Try again in a few seconds.",
        ]
    (message,) = acme.type("digest delete #1")
    assert "being posted" in lines(acme.press(message, "Delete #1"))[0]
    (message,) = acme.type("digest edit #1 daily at 8")
    assert "being posted" in lines(acme.press(message, "Save Changes"))[0]
    assert one(acme).state is State.ACTIVE


def test_history_tells_the_last_ten_with_exact_times_and_why(acme: Agency) -> None:
    """The newest first, by the digest's clock, each in words."""
    assert lines(acme.type("digest history #1"))[-1] == "It has not come yet."
    clock = acme.running.clock
    for state, error, trouble, late in (
        ("sent", None, None, True),
        ("failed", "is_archived", "channel", False),
        ("skipped", None, "missed", False),
        ("unknown", None, "lost", False),
    ):
        acme.type("digest run #1")
        done = None if state == "unknown" else clock() + timedelta(minutes=22)
        delivered(
            acme, state=state, error=error, error_class=trouble, late=late, done_at=done,
            kind="run_now" if state != "sent" else "scheduled",
        )  # fmt: skip
        clock.advance(hours=1)
    assert lines(acme.type("digest history #1")) == [
        "Digest #1, every Monday at 09:00, Europe/Berlin",
        "It goes to this channel.",
        "Next: Mon 30 Nov 2026, 09:00.",
        "The latest, the newest first (4):",
        "Thu 26 Nov 2026, 18:45, run by hand: nobody knows whether it came: "
        "Slack's answer was lost",
        "Thu 26 Nov 2026, 17:45, run by hand: left out: I was not running, and a newer one was due",
        "Thu 26 Nov 2026, 16:45, run by hand: failed: I may not post there (is_archived)",
        "Thu 26 Nov 2026, 15:45: sent late, Thu 26 Nov 2026, 16:07",
    ]
    for _ in range(10):
        acme.type("digest run #1")
        clock.advance(hours=1)
    assert "(10):" in acme.type("digest history #1")[0].text


def test_every_state_reason_and_trouble_has_its_words() -> None:
    """None of them is told by its name."""
    keys = [f"delivery.{state}" for state in Delivered]
    keys += [f"trouble.{trouble}" for trouble in Trouble]
    keys += [f"digest.reason.{reason}" for reason in Reason]
    assert all(say(key) for key in keys)
    assert {f"digest.past.{kind}" for kind in Kind} - {"digest.past.scheduled"} == {
        "digest.past.run_now", "digest.past.send_again",
    }  # fmt: skip


def test_one_that_cannot_be_read_is_listed_and_deleted(acme: Agency) -> None:
    """Nothing else can be done with it, which is said."""
    force(acme, digest=BROKEN)
    (message,) = acme.type("digest list")
    assert "Digest #1. It never comes again" in message.text
    for text in ("digest edit #1", "digest run #1", "digest edit #1 daily at 8"):
        said = lines(acme.type(text))
        assert said[0].startswith("What was set for digest #1 can't be read any more")
        assert said[1] == "Delete it, and make another."
    assert "can't be read any more" in acme.type("digest history #1")[0].text
    (message,) = acme.type("digest delete #1")
    acme.press(message, "Delete #1")
    assert kept(acme) == []


def test_an_unknown_number_says_what_to_type(acme: Agency) -> None:
    """Whatever is to be done with it."""
    for verb in ("edit", "pause", "resume", "test", "run", "move", "copy", "delete", "history"):
        assert lines(acme.type(f"digest {verb} #9")) == [
            "There is no digest #9 that you can see.",
            "Type /flowxo digest list in its channel to see which there are.",
        ]


def test_without_a_number_there_is_a_button_for_each(acme: Agency) -> None:
    """That the asker may do it with, and that is in a state for it."""
    make(acme, "digest daily at 8")
    (message,) = acme.type("digest pause")
    assert message.text.split("\n")[0] == "Which one?"
    assert labels_of(message) == ["Pause", "Pause"]
    second = buttons_of(message.blocks)[1]
    assert lines(acme.press(message, second))[0].startswith("Digest #2 is paused")
    assert labels_of(acme.type("digest pause")[0]) == ["Pause"]
    assert labels_of(acme.type("digest resume")[0]) == ["Resume"]
    said = lines(acme.type("digest pause", user=COLLEAGUE))
    assert said[0] == "There is none here that you could do that with: Pause."
    assert labels_of(acme.type("digest history", user=COLLEAGUE)[0]) == ["History", "History"]


def test_a_list_tells_each_with_its_next_run_and_its_buttons(acme: Agency) -> None:
    """In the channel what comes there; in direct messages what is one's own, wherever it goes."""
    make(acme, "digest daily at 8 to me")
    make(acme, "digest daily at 7", user=ADMIN)
    (message,) = acme.type("digests")
    assert message.text.split("\n") == [
        "2 digests come to this channel.",
        "Digest #1, every Monday at 09:00, Europe/Berlin. Next: Mon 30 Nov 2026, 09:00.",
        "Digest #3, every day at 07:00, Europe/Berlin. Next: Fri 27 Nov 2026, 07:00. "
        "Set up by cleo.",
    ]
    own = ["Edit", "Pause", "Test", "Run Now", "Move", "Copy", "History", "Delete"]
    assert labels_of(message) == [*own, "Test", "History"]
    (mine,) = acme.type("digest list", channel=DIRECT)
    assert mine.text.split("\n") == [
        "2 digests are yours, or come to you.",
        "Digest #1, every Monday at 09:00, Europe/Berlin. It goes to #chatbots. "
        "Next: Mon 30 Nov 2026, 09:00.",
        "Digest #2, every day at 08:00, Europe/Berlin. It goes to you, in direct messages. "
        "Next: Fri 27 Nov 2026, 08:00.",
    ]
    assert labels_of(acme.type("digest list", user=ADMIN)[0]) == own * 2


def test_the_menu_does_what_it_says(acme: Agency) -> None:
    """Each of its entries; what is none of ours does nothing."""
    (message,) = acme.type("digest list")
    assert "is posted now" in lines(acme.press(message, "Run Now"))[0]
    assert "newest first" in acme.press(message, "History")[0].text
    assert lines(acme.press(message, "Delete"))[0] == "Delete digest #1?"
    menu = next(b for b in buttons_of(message.blocks) if b.label == "History")
    for value in ("digest_history|x|en", "digest_save|1|en", ""):
        option = {**(menu.option or {}), "value": value}
        forged = Button(menu.label, menu.action_id, menu.block_id, menu.element, option)
        assert "no longer read" in lines(acme.press(message, forged))[0]


def test_a_press_that_carries_nothing_of_ours_does_nothing(acme: Agency) -> None:
    """And says so."""
    (message,) = acme.type("digest list")
    first = buttons_of(message.blocks)[0]
    for action_id in ("digest_pause", "digest_list", "digest_edit"):
        element = {**first.element, "action_id": action_id, "value": "x|en"}
        forged = Button(first.label, action_id, first.block_id, element)
        assert "no longer read" in lines(acme.press(message, forged))[0]
    assert one(acme).state is State.ACTIVE


def test_a_long_list_is_turned_over(agency: Agency) -> None:
    """Twenty at a time, in direct messages."""
    agency.connect("Acme")
    for hour in range(21):
        make(
            agency, f"digest daily at {hour}:00 to me" if hour % 2 else f"digest daily at {hour}:00"
        )
    (message,) = agency.type("digest list", channel=DIRECT)
    assert message.text.split("\n")[0] == "21 digests are yours, or come to you."
    assert labels_of(message)[-1] == "More Digests"
    (rest,) = agency.press(message, "More Digests")
    assert "Digest #21" in rest.text
    assert "More Digests" not in labels_of(rest)


def test_no_digest_at_all_says_how_to_have_one(agency: Agency) -> None:
    """In a channel, and of one's own."""
    agency.connect("Acme")
    assert lines(agency.type("digest list")) == [
        "No digest comes to this channel.",
        "Type /flowxo digest weekly on monday at 9am to have one.",
    ]
    assert lines(agency.type("digest list", channel=DIRECT))[0].startswith("No digest is yours")


def test_one_whose_calendar_ends_says_so(acme: Agency) -> None:
    """It is listed, and resumed no more."""
    force(acme, next_run_at=None)
    assert "It never comes again" in acme.type("digest list")[0].text
    acme.running.clock.moment = datetime(9999, 12, 31, 12, tzinfo=UTC)
    (message,) = acme.type(f"{WEEKLY} to me")
    assert "It never comes again" in lines(acme.press(message, "Save Digest"))[0]


def test_an_archived_channel_takes_no_digest(acme: Agency) -> None:
    """Named, it is told."""
    assert lines(acme.type(f"{WEEKLY} to <#{ARCHIVED}>")) == [
        "#old-times is archived: nothing can be posted there.",
        "Choose another channel, or unarchive it.",
    ]


def test_a_test_is_for_its_asker_alone(acme: Agency) -> None:
    """By whoever sees it; said to be a test, of the days that a run of today would report."""
    acme.sources.of("Acme").asked.clear()
    (message,) = acme.type("digest test #1", user=COLLEAGUE)
    assert message.only_for == COLLEAGUE
    assert "16–22 Nov" in message.text
    assert "a test" in message.text
    assert "set up by ada" in message.text
    assert "next: Mon 30 Nov, 09:00" in message.text
    assert acme.asked() == ["Acme"]
    assert posts(acme) == []


def test_a_test_of_all_and_of_nothing(agency: Agency) -> None:
    """A row for each account; where there is nothing and that is skipped, it says so."""
    acme, globex = agency.connect("Acme"), agency.connect("Globex")
    make(agency, "digest weekly for all")
    (message,) = agency.type("digest test #1")
    assert "Acme" in message.text
    assert "Globex" in message.text
    make(agency, "digest weekly for acme skip when empty")
    agency.sources.of("Acme").empty = True
    assert lines(agency.type("digest test #2"))[0].startswith("Flow XO has nothing")
    for account in (acme, globex):
        agency.hide(account)
    assert "its own channels only" in lines(agency.type("digest test #1"))[0]
    agency.disconnect(acme)
    assert "can't be asked about" in lines(agency.type("digest test #2"))[0]


def test_a_test_tells_what_is_wrong_with_the_account(acme: Agency) -> None:
    """As a question does: with the button that mends it, and its owner told."""
    acme.sources.of("Acme").error = KeyRefusedError("refused")
    (message,) = acme.type("digest test #1", user=ADMIN)
    assert "Flow XO has refused its API key" in message.text
    assert labels_of(message) == ["Replace Key"]
    acme.sources.of("Acme").error = UpstreamDownError("Flow XO is down.")
    assert lines(acme.type("digest test #1")) == ["Flow XO is down."]
    acme.connect("Globex")
    make(acme, "digest weekly for all")
    for name in ("Acme", "Globex"):
        acme.sources.of(name).error = UpstreamDownError("Flow XO is down.")
    assert "I can't reach Flow XO" in acme.type("digest test #2")[0].text
