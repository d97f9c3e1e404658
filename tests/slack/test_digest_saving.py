"""`digest weekly …`: read back to the asker alone, saved once by a press, told to the channel."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.core.digest import Digest, digest_from_fields
from bot.core.sections import Section
from bot.demo.slack_payloads import Button, buttons_of
from bot.demo.slack_workspace import (
    ADMIN,
    ASKER,
    CHATBOTS,
    COLLEAGUE,
    DIRECT,
    GENERAL,
    NOWHERE,
    TEAM,
    Message,
)
from bot.storage import subscriptions
from bot.storage.accounts import Visibility
from bot.storage.subscriptions import State, Wanted
from tests.slack.agency import Agency
from tests.slack.conftest import labels_of
from tests.slack.keeping_digests import WEEKLY, kept, lines, make, one, told

pytestmark = pytest.mark.both_engines


def asked(agency: Agency, text: str = WEEKLY, **where: str) -> Message:
    """What is read back."""
    (message,) = agency.type(text, **where)
    return message


def digest(agency: Agency, number: int = 1) -> Digest:
    """What was set."""
    return digest_from_fields(one(agency, number).digest)


def test_it_is_read_back_before_anything_is_stored(agency: Agency) -> None:
    """When, to whom, about what, and the next three runs with the dates that they report."""
    agency.connect("Acme", zone="Europe/Berlin")
    message = asked(agency)
    assert message.only_for == ASKER
    assert message.text.split("\n") == [
        "A digest every Monday at 09:00, Europe/Berlin",
        "It goes to this channel.",
        "It shows: Figures, Chart, Top flows, Top messages.",
        "Its lists have up to 5 rows.",
        "Compared with the time before.",
        "It comes next:",
        "Mon 30 Nov 2026, 09:00, about 23–29 Nov 2026",
        "Mon 7 Dec 2026, 09:00, about 30 Nov – 6 Dec 2026",
        "Mon 14 Dec 2026, 09:00, about 7–13 Dec 2026",
        "Nothing is saved yet.",
    ]
    assert labels_of(message) == ["Save Digest", "Edit"]
    assert message.pings == message.links == ()
    assert kept(agency) == []


def test_saved_it_is_kept_and_told_once(agency: Agency) -> None:
    """To the channel in one line that rings nobody; what was read back gives way."""
    acme = agency.connect("Acme", zone="Europe/Berlin")
    message = asked(agency)
    said = agency.press(message, "Save Digest")
    assert lines(said) == [
        "Saved: Digest #1, every Monday at 09:00, Europe/Berlin.",
        "It goes to this channel.",
        "Next: Mon 30 Nov 2026, 09:00.",
    ]
    assert told(said) == [
        "ada set up: Digest #1, every Monday at 09:00, Europe/Berlin. Next: Mon 30 Nov 2026, 09:00."
    ]
    assert all(one.pings == () for one in said)
    (made,) = kept(agency)
    assert (made.target, made.owner_user_id, made.state) == (CHATBOTS, ASKER, State.ACTIVE)
    assert (made.account_number, made.number) == (acme.number, 1)
    assert made.next_run_at == datetime(2026, 11, 30, 8, 0, tzinfo=UTC)
    (entry,) = agency.changes()
    assert (entry.action, entry.subject, entry.user_id) == ("digest_saved", "#1", ASKER)


def test_pressed_twice_it_is_saved_once(agency: Agency) -> None:
    """At once, and an hour later; two who want the same of a channel have one."""
    agency.connect("Acme")
    message = asked(agency)
    (save, _) = buttons_of(message.blocks)
    agency.press(message, save)
    assert agency.press(message, save) == []
    agency.running.clock.advance(hours=1)
    again = agency.press(message, save)
    assert lines(again)[0] == "Digest #1 posts just that there already. Nothing was saved."
    theirs = agency.press(asked(agency, user=ADMIN), "Save Digest", user=ADMIN)
    assert "Digest #1 posts just that" in lines(theirs)[0]
    assert [one.number for one in kept(agency)] == [1]
    make(agency, "digest weekly on monday at 10am")
    assert [one.number for one in kept(agency)] == [1, 2]


def test_nobody_else_saves_what_somebody_was_shown(agency: Agency) -> None:
    """Whatever a payload says."""
    agency.connect("Acme")
    message = asked(agency)
    said = agency.press(message, "Save Digest", user=ADMIN)
    assert "shown to somebody else" in lines(said)[0]
    assert kept(agency) == []


def test_rights_are_looked_at_when_it_is_saved(agency: Agency) -> None:
    """What was allowed when it was read back may not be by now."""
    acme = agency.connect("Acme")
    globex, clock = agency.connect("Globex"), agency.running.clock
    message = asked(agency, f"{WEEKLY} for acme")
    (save, _) = buttons_of(message.blocks)
    agency.hide(acme)
    assert "can't be asked about" in lines(agency.press(message, save))[0]
    agency.change(acme, visibility=Visibility.WORKSPACE)
    agency.set(CHATBOTS, account_id=globex.account_id, only_this_account=True)
    clock.advance(minutes=1)
    assert "can't be asked about" in lines(agency.press(message, save))[0]
    agency.set(CHATBOTS, account_id=acme.account_id, only_this_account=False)
    agency.running.slack.workspace.change_user(ASKER, is_restricted=True)
    clock.advance(minutes=1)
    agency.press(message, save)
    assert kept(agency) == []


def test_everything_that_can_be_said_is_kept(agency: Agency) -> None:
    """And read back; a slip is mended and said."""
    agency.connect("Acme")
    globex = agency.connect("Globex", zone="America/New_York")
    agency.change(globex, week_start=6)
    text = (
        "digest every 2 weeks on fridey at noon for globex only stats and top flows "
        "vs last year top 7 skip when empty"
    )
    message = asked(agency, text)
    assert message.text.split("\n") == [
        "A digest of Globex, every second Friday at noon, America/New_York",
        "It goes to this channel.",
        "It shows: Figures, Top flows.",
        "Its lists have up to 7 rows.",
        "Compared with last year.",
        "Where Flow XO has nothing for those days, it does not come.",
        "It comes next:",
        "Fri 27 Nov 2026, 12:00, about 8–21 Nov 2026",
        "Fri 11 Dec 2026, 12:00, about 22 Nov – 5 Dec 2026",
        "Fri 25 Dec 2026, 12:00, about 6–19 Dec 2026",
        'I read "fridey" as friday.',
        "Nothing is saved yet.",
    ]
    agency.press(message, "Save Digest")
    made = digest(agency)
    assert (made.account, made.top, made.week_start) == (globex.number, 7, 6)
    assert made.sections == (Section.STATS, Section.FLOWS)


def test_which_account_is_asked_where_several_may_be_meant(agency: Agency) -> None:
    """A button for each; pressed, it is read back by that account's clock."""
    agency.connect("Acme", zone="Europe/Berlin")
    agency.connect("Globex", zone="Asia/Tokyo")
    message = asked(agency)
    assert message.text.split("\n")[0].endswith("Which one is the digest about?")
    assert labels_of(message) == ["Acme", "Globex"]
    (back,) = agency.press(message, "Globex")
    assert back.text.startswith("A digest of Globex, every Monday at 09:00, Asia/Tokyo")
    (german,) = agency.type("Abo jeden Montag um 9")
    assert "Montag" in agency.press(german, "Globex")[0].text
    agency.press(back, "Save Digest")
    assert [one.account_number for one in kept(agency)] == [2]


def test_of_many_accounts_one_is_chosen_from_a_menu_or_typed(agency: Agency) -> None:
    """A menu holds a hundred; of more, and of a long text, its name is typed."""
    agency.fill(12)
    message = asked(agency)
    assert len(buttons_of(message.blocks)) == 12
    (back,) = agency.press(message, "Client 0003")
    assert "Client 0003" in back.text
    assert labels_of(asked(agency, f"{WEEKLY} to me"))[:1] == ["Client 0000"]
    long = asked(
        agency,
        "digest every 2 weeks on monday, tuesday, wednesday and thursday at 9am in "
        "America/Argentina/Buenos_Aires only stats, chart and top flows vs last year top 7 "
        "skip when empty",
    )
    assert labels_of(long) == []
    assert 'add its name: "for Acme"' in long.text


def test_a_channel_s_own_account_is_meant(agency: Agency) -> None:
    """Also where the digest goes from elsewhere."""
    agency.connect("Acme")
    globex = agency.connect("Globex")
    agency.set(CHATBOTS, account_id=globex.account_id)
    assert "A digest of Globex" in asked(agency).text
    assert "A digest of Globex" in asked(agency, f"{WEEKLY} to <#{CHATBOTS}>", channel=GENERAL).text


def test_for_all_is_a_row_for_each(agency: Agency) -> None:
    """Of those that may be shown there, of which there must be one."""
    acme, globex = agency.connect("Acme"), agency.connect("Globex")
    made = make(agency, f"{WEEKLY} for all")
    assert made.account_number is None
    assert "of all accounts" in agency.type("digest list")[0].text
    message = asked(agency, "digest daily for all")
    for account in (acme, globex):
        agency.hide(account)
    assert "can't be asked about" in lines(agency.press(message, "Save Digest"))[0]
    assert len(kept(agency)) == 1


def test_to_me_comes_in_direct_messages(agency: Agency) -> None:
    """Said in a channel, or there; no channel is told."""
    agency.connect("Acme")
    said = agency.press(asked(agency, f"{WEEKLY} to me"), "Save Digest")
    assert told(said) == []
    assert "It goes to you, in direct messages." in lines(said)
    (message,) = agency.type("digest daily at 8", channel=DIRECT)
    agency.press(message, "Save Digest")
    assert [one.target for one in kept(agency)] == [ASKER, ASKER]


def test_a_mention_and_a_direct_message_do_the_same(agency: Agency) -> None:
    """What is read back is the asker's alone also where others read along."""
    agency.connect("Acme")
    slack = agency.running.slack
    (message,) = agency.after(lambda: slack.mention(WEEKLY))
    assert message.only_for == ASKER or message.channel_id.startswith("D")
    agency.press(message, "Save Digest")
    (direct,) = agency.after(lambda: slack.direct_message("digest daily at 8"))
    agency.press(direct, "Save Digest")
    assert [one.target for one in kept(agency)] == [CHATBOTS, ASKER]


def test_what_is_not_said_is_monday_at_nine_by_the_account_else_by_the_asker(
    agency: Agency,
) -> None:
    """And by UTC where neither has a clock."""
    agency.connect("Acme")
    where = {"user": COLLEAGUE}
    assert "every Monday at 09:00, America/New_York" in asked(agency, "digest", **where).text
    assert "every Monday at 09:00, UTC" in asked(agency, "digest", user=NOWHERE).text


@pytest.mark.parametrize(
    ("place", "count", "says"),
    [(CHATBOTS, 20, "20 digests go there already"), (GENERAL, 1000, "1,000 digests already")],
)
def test_the_limits_are_said(agency: Agency, place: str, count: int, says: str) -> None:
    """Of a channel, and of a workspace, before anything is stored."""
    agency.connect("Acme")
    now = agency.running.clock()

    def fill(connection: object) -> None:
        for number in range(count):
            target = place if place == CHATBOTS else f"C{number // 20:06}"
            wanted = Wanted(target, {"account": 1, "number": number}, now)
            subscriptions.create(connection, TEAM, wanted, agency.by)  # type: ignore[arg-type]  # a connection

    agency.write(fill)
    said = lines(agency.press(asked(agency), "Save Digest"))
    assert says in said[0]
    assert "Delete one that nobody needs" in said[1]
    assert len(kept(agency)) == count


def test_nothing_connected_says_how_to_connect(agency: Agency) -> None:
    """As any question does."""
    assert "No Flow XO account is connected" in asked(agency).text


@pytest.mark.parametrize(
    "value", ["", "x", f"{ASKER}|stats last week|en", f"{ASKER}|digest list|en"]
)
def test_a_button_that_carries_nothing_of_ours_saves_nothing(agency: Agency, value: str) -> None:
    """And says so."""
    agency.connect("Acme")
    message = asked(agency)
    found = buttons_of(message.blocks)[0]
    forged = Button(found.label, found.action_id, found.block_id, {**found.element, "value": value})
    said = lines(agency.press(message, forged))
    assert "no longer read" in said[0] or "somebody else" in said[0]
    assert kept(agency) == []


def test_the_channel_that_cannot_be_told_is_said(agency: Agency) -> None:
    """It is saved all the same."""
    agency.connect("Acme")
    agency.running.slack.workspace.channels[CHATBOTS].posting_error = "restricted_action"
    said = agency.press(asked(agency), "Save Digest")
    assert lines(said)[-1] == "The channel was not told: Slack says restricted_action."
    assert len(kept(agency)) == 1


def test_words_of_another_language_are_read_back_in_it(agency: Agency) -> None:
    """Button and all."""
    agency.connect("Acme", zone="Europe/Berlin")
    message = asked(agency, "Abo jeden zweiten Freitag mittags")
    said = agency.press(message, buttons_of(message.blocks)[0])
    assert "jeden zweiten Freitag" in lines(said)[0]
