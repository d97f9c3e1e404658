"""Which account: asked where several may be meant, of the asker alone, and answered by a press."""

from __future__ import annotations

import json
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.demo.slack_payloads import Button, buttons_of
from bot.demo.slack_workspace import ASKER, CHATBOTS, COLLEAGUE, DIRECT, GENERAL, TEAM, Message
from bot.storage import accounts
from bot.storage.accounts import Visibility
from tests.slack.agency import Agency
from tests.slack.conftest import labels_of

pytestmark = pytest.mark.both_engines


def named(message: Message, label: str, action_id: str) -> Button:
    """What is pressed to choose the account of that label, by a button or in a menu."""
    return next(
        one
        for one in buttons_of(message.blocks)
        if one.label == label and one.action_id.startswith(action_id)
    )


def question(agency: Agency, text: str = "stats last week") -> Message:
    """The question which account is meant."""
    (message,) = agency.type(text)
    return message


def test_a_few_accounts_have_a_button_each(agency: Agency) -> None:
    """By name; none is asked for figures before one is chosen."""
    for name in ("Globex", "Acme"):
        agency.connect(name)
    message = question(agency)
    assert message.only_for == ASKER
    assert message.text.split("\n")[:2] == [
        "Several Flow XO accounts are connected. Which one do you mean?",
        "Acme, Globex",
    ]
    assert labels_of(message) == [
        "Acme", "Globex", "Use Acme in This Channel", "Use Globex in This Channel",
    ]  # fmt: skip
    assert agency.asked() == []


@pytest.mark.parametrize("public", [False, True])
def test_ask_again_is_about_the_account_of_the_answer(agency: Agency, public: bool) -> None:
    """Though the channel has another by then, or there are several; by that account's clock."""
    acme = agency.connect("Acme", zone="Asia/Tokyo")
    if public:
        (answer,) = agency.after(lambda: agency.running.slack.mention("stats yesterday"))
    else:
        (answer,) = agency.type("stats yesterday")
    globex = agency.connect("Globex")
    agency.running.clock.advance(days=2)
    (again,) = agency.press(answer, "Ask Again for Now")
    assert again.text.startswith("Acme: ")
    assert "27 Nov 2026" in again.text
    agency.set(CHATBOTS, account_id=globex.account_id)
    agency.running.clock.advance(days=1)
    (again,) = agency.press(answer, "Ask Again for Now", COLLEAGUE)
    assert again.text.startswith("Acme: ")
    assert "28 Nov 2026" in again.text
    agency.hide(acme)
    agency.running.clock.advance(days=1)
    (refused,) = agency.press(answer, "Ask Again for Now", COLLEAGUE)
    assert "Globex" not in refused.text
    assert refused.text.startswith("That account can't be asked about here any more")
    assert agency.asked() == ["Acme"]


def test_ask_again_goes_by_the_account_and_not_by_what_is_called_so_today(agency: Agency) -> None:
    """A name that went to another account."""
    acme = agency.connect("Acme")
    agency.connect("Beta")
    (answer,) = agency.type("stats yesterday for acme")
    agency.write(lambda c: accounts.rename(c, TEAM, acme.account_id, "Acme Old", agency.by))
    agency.connect("Acme", key="Acme New")
    agency.running.clock.advance(days=2)
    (again,) = agency.press(answer, "Ask Again for Now")
    assert again.text.startswith("Acme Old: ")
    assert agency.asked() == ["Acme"]


def test_the_chosen_account_is_asked_and_no_other(agency: Agency) -> None:
    """With the dates that were asked for, and in private as before; another may follow."""
    agency.connect("Acme")
    agency.connect("Globex")
    message = question(agency, "stats last week vs last year")
    agency.running.clock.advance(days=9)
    (answer,) = agency.press(message, "Globex")
    assert answer.only_for == ASKER
    assert answer.text.startswith("Globex: ")
    assert "16–22 Nov 2026, compared with 17–23 Nov 2025" in answer.text
    assert agency.asked() == ["Globex"]
    (other,) = agency.press(message, "Acme")
    assert other.text.startswith("Acme: ")
    assert agency.channel(CHATBOTS).account_id is None


def test_the_dates_are_those_of_the_account_s_clock(agency: Agency) -> None:
    """Shortly after midnight in Berlin it is yesterday in New York."""
    agency.connect("Berlin", zone="Europe/Berlin")
    agency.connect("New York", zone="America/New_York")
    agency.running.clock.moment = datetime(2026, 11, 27, 0, 30, tzinfo=ZoneInfo("Europe/Berlin"))
    message = question(agency, "stats yesterday")
    (here,) = agency.press(message, "Berlin")
    (there,) = agency.press(message, "New York")
    assert "26 Nov 2026, compared" in here.text
    assert "25 Nov 2026, compared" in there.text


def test_weeks_are_those_of_the_account(agency: Agency) -> None:
    """One account's week starts on Sunday; the question says so by its dates."""
    agency.connect("Monday")
    agency.connect("Sundial", week_start=6)
    message = question(agency)
    (monday,) = agency.press(message, "Monday")
    (sunday,) = agency.press(message, "Sundial")
    assert "16–22 Nov 2026, compared with 9–15 Nov" in monday.text
    assert "15–21 Nov 2026, compared with 8–14 Nov" in sunday.text
    (named,) = agency.type("stats this week for sundial")
    assert "22–26 Nov 2026" in named.text


@pytest.mark.parametrize("count", [5, 100])
def test_more_accounts_are_in_a_menu(agency: Agency, count: int) -> None:
    """By name, up to the hundred that a menu holds; what is chosen there is asked about."""
    for number in range(count):
        agency.connect(f"Client {number:03}")
    message = question(agency, "top flows october")
    assert len(labels_of(message)) == 2 * count
    assert labels_of(message)[:count] == [f"Client {number:03}" for number in range(count)]
    wanted = named(message, "Client 003", "account_choose")
    (answer,) = agency.press(message, wanted)
    assert answer.text.startswith("Client 003: ")
    assert "1–31 Oct 2026" in answer.text
    assert agency.asked() == ["Client 003"]


def test_a_menu_for_each_day_that_it_is(agency: Agency) -> None:
    """What a menu asks is the same for all in it."""
    for number in range(4):
        agency.connect(f"East {number}", zone="Europe/Berlin")
    agency.connect("West", zone="America/New_York")
    agency.running.clock.moment = datetime(2026, 11, 27, 0, 30, tzinfo=ZoneInfo("Europe/Berlin"))
    message = question(agency, "stats yesterday")
    asking = [one for one in message.blocks if str(one.get("block_id", "")).startswith("account")]
    assert len(asking) == 4
    (answer,) = agency.press(message, named(message, "West", "account_choose"))
    assert "25 Nov 2026, compared" in answer.text


def test_of_more_than_a_menu_holds_the_name_is_to_be_typed(agency: Agency) -> None:
    """And typed it is answered."""
    for number in range(101):
        agency.connect(f"Client {number:03}")
    message = question(agency)
    assert labels_of(message) == []
    assert 'Add its name to the question: "for Acme".' in message.text
    (answer,) = agency.type("stats last week for client 100")
    assert answer.text.startswith("Client 100: ")


def test_use_in_this_channel_is_kept_and_answers(agency: Agency) -> None:
    """From then on nobody is asked there; elsewhere they are."""
    account = agency.connect("Acme")
    agency.connect("Globex")
    message = question(agency)
    said = agency.press(message, "Use Acme in This Channel")
    assert said[0].text.split("\n")[0] == ("Questions here are about Acme from now on.")
    assert said[1].text.startswith("Acme: ")
    assert {one.only_for for one in said} == {ASKER}
    assert agency.channel(CHATBOTS).account_id == account.account_id
    (entry,) = agency.changes()
    assert (entry.user_id, entry.action, entry.subject) == (ASKER, "channel_changed", CHATBOTS)
    assert (entry.detail, entry.origin) == ("account: none → Acme", f"use in {CHATBOTS}")
    again = agency.type("stats last week", user=COLLEAGUE)
    assert again[0].text.startswith("Acme: ")
    elsewhere = agency.type("stats last week", channel=GENERAL)
    assert "Which one" in elsewhere[0].text


def test_in_direct_messages_it_says_here(agency: Agency) -> None:
    """They have an account of their own, too."""
    account = agency.connect("Acme")
    agency.connect("Globex")
    slack = agency.running.slack
    (message,) = agency.after(lambda: slack.direct_message("stats last week"))
    assert (message.channel_id, message.only_for) == (DIRECT, None)
    assert "Use Acme Here" in labels_of(message)
    agency.after(lambda: slack.press(message, "Use Acme Here"))
    assert agency.channel(DIRECT).account_id == account.account_id
    (answer,) = agency.after(lambda: slack.direct_message("stats last week"))
    assert answer.text.startswith("Acme: ")


def test_a_mention_is_asked_back_in_private_and_answered_in_its_thread(agency: Agency) -> None:
    """The channel need not know which accounts there are; the answer is for it."""
    agency.connect("Acme")
    agency.connect("Globex")
    slack = agency.running.slack
    (message,) = agency.after(lambda: slack.mention("stats last week"))
    assert message.only_for == ASKER
    (answer,) = agency.after(lambda: slack.press(message, "Acme"))
    asked = next(one for one in slack.workspace.messages if one.via == "person")
    assert (answer.only_for, answer.thread_ts) == (None, asked.ts)
    assert answer.text.startswith("Acme: ")


@pytest.mark.parametrize("name", ["zephyr quellx", "zephyr", "june ltd"])
def test_what_is_offered_for_a_mention_names_no_account_to_the_channel(
    agency: Agency, name: str
) -> None:
    """Of those that may not be shown there: a near name, a name of two, one that is a date too."""
    for one in ("Zephyr Quell", "Zephyr Quest", "June"):
        agency.connect(one, owner=ASKER, visibility=Visibility.CHANNELS)
    agency.connect("Globex")
    slack = agency.running.slack
    (told,) = agency.after(lambda: slack.mention(f"stats last week for {name}"))
    assert told.only_for == ASKER
    (told,) = agency.after(lambda: slack.mention("stats last week for glbx inc", user=COLLEAGUE))
    assert told.only_for is None


def test_public_and_csv_are_kept(agency: Agency) -> None:
    """What was asked for is done, not only the dates."""
    agency.connect("Acme")
    agency.connect("Globex")
    message = question(agency, "top flows october public as csv")
    agency.press(message, "Acme")
    (posted,) = agency.running.slack.posted
    assert posted.text.startswith("Acme: ")
    assert len(agency.running.slack.files) == 1


def test_how_it_was_read_is_said_before_one_is_chosen(agency: Agency) -> None:
    """A slip that was mended, in the same message."""
    agency.connect("Acme")
    agency.connect("Globex")
    assert "moth" in question(agency, "stats last moth").text


def test_only_what_may_be_used_here_is_offered_for_it(agency: Agency) -> None:
    """An account for its channels alone is nobody's to spread but its keepers'."""
    agency.connect("Acme", owner=ASKER, visibility=Visibility.CHANNELS)
    agency.connect("Globex")
    agency.connect("Initech")
    assert labels_of(question(agency)) == [
        "Acme", "Globex", "Initech",
        "Use Acme in This Channel", "Use Globex in This Channel", "Use Initech in This Channel",
    ]  # fmt: skip
    agency.set(CHATBOTS, outsiders_may_ask=True)
    (message,) = agency.type("stats last week", user=COLLEAGUE)
    assert labels_of(message)[:2] == ["Globex", "Initech"]
    assert "Acme" not in message.text.replace("for Acme", "")


def test_what_is_chosen_is_checked_when_it_is_chosen(agency: Agency) -> None:
    """It was disconnected, or hidden from the asker, in the meantime."""
    account = agency.connect("Acme")
    agency.connect("Globex")
    message = question(agency)
    agency.hide(account)
    for label in ("Acme", "Use Acme in This Channel"):
        (told,) = agency.press(message, label)
        assert "can't be asked about here any more" in told.text
    assert agency.asked() == []
    assert agency.changes() == []


@pytest.mark.parametrize("value", ["", "x", "|||", "x||en|stats", "1|en", "12345678901||en|stats"])
def test_a_button_that_says_nothing_does_nothing(agency: Agency, value: str) -> None:
    """Whatever else it carries."""
    agency.connect("Acme")
    agency.connect("Globex")
    message = question(agency)
    payload = agency.running.slack.make_press(message, "Acme")
    payload["actions"] = [{"type": "button", "action_id": "account_choose_0", "value": value}]
    signed = agency.running.slack.signed_interaction(payload)
    (told,) = agency.after(lambda: agency.running.slack.send(signed))
    assert "can no longer read" in told.text
    assert agency.asked() == []


def test_a_name_can_do_nothing_in_slack(agency: Agency) -> None:
    """On buttons, in the text, and in what is said of it."""
    agency.connect("<!channel> *bold* http://evil.example")
    agency.connect("Globex")
    message = question(agency)
    said = agency.press(message, labels_of(message)[2])
    for one in (message, *said):
        assert (one.pings, one.links, one.acting.formatting) == ((), (), ())
    assert "evil" in json.dumps(message.blocks)
