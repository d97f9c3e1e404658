"""`accounts`: the accounts that somebody may ask about where they are, and what they may do."""

from __future__ import annotations

from datetime import UTC, timedelta

import pytest

from bot.demo.slack_workspace import (
    ADMIN,
    ASKER,
    CHATBOTS,
    COLLEAGUE,
    DIRECT,
    GENERAL,
    GUEST,
    SHARED,
    TEAM,
    Message,
)
from bot.errors import KeyRefusedError
from bot.storage import health
from bot.storage.accounts import Visibility
from tests.slack.agency import Agency
from tests.slack.conftest import labels_of

pytestmark = pytest.mark.both_engines

ONLY = Visibility.CHANNELS


def listed(agency: Agency, text: str = "accounts", **where: str) -> Message:
    """The list."""
    (message,) = agency.type(text, **where)
    return message


def test_each_account_is_told_with_its_clock_owner_and_health(agency: Agency) -> None:
    """By name, to the asker alone; the owner is a name, and rings nobody."""
    acme = agency.connect("Acme", owner=COLLEAGUE, zone="Europe/Berlin")
    agency.connect("Globex", owner=ADMIN)
    agency.set(CHATBOTS, account_id=acme.account_id)
    agency.set(GENERAL, account_id=acme.account_id)
    message = listed(agency)
    assert message.only_for == ASKER
    assert message.text.split("\n") == [
        "2 accounts are connected that you may ask about here.",
        "Acme: days by Europe/Berlin · owner: bo · this channel's account · "
        "the account of 2 channels · Its key works: Flow XO last answered 26 Nov 2026, 15:45.",
        "Globex: days by each asker's own clock · owner: cleo · "
        "Its key works: Flow XO last answered 26 Nov 2026, 15:45.",
    ]
    assert (message.pings, message.links) == ((), ())


@pytest.mark.parametrize(
    ("kind", "why"),
    [("KeyRefusedError", "Flow XO refuses its API key"), ("UpstreamDownError", "gives no figures")],
)
def test_a_failing_key_is_told_since_when_and_why(agency: Agency, kind: str, why: str) -> None:
    """By the asker's clock."""
    account = agency.connect("Acme")
    at = agency.running.clock().astimezone(UTC) - timedelta(days=3, hours=7)
    agency.write(lambda c: health.failed(c, TEAM, account.account_id, kind, at))
    text = listed(agency).text
    assert "Failing since 23 Nov 2026, 08" in text
    assert why in text


def test_a_key_that_is_refused_shows_there(agency: Agency) -> None:
    """As soon as a question has met it."""
    agency.connect("Acme")
    agency.sources.of("Acme").error = KeyRefusedError("refused")
    agency.type("stats last week")
    assert "Failing since 26 Nov 2026" in listed(agency).text


def test_what_may_be_done_has_a_button(agency: Agency) -> None:
    """For members to use, for owners and admins all of it; not to use what is used already."""
    acme = agency.connect("Acme", owner=ASKER)
    agency.connect("Globex", owner=COLLEAGUE)
    every = ["Use Here", "Settings", "Disconnect"]
    assert labels_of(listed(agency)) == [*every, "Use Here"]
    assert labels_of(listed(agency, user=ADMIN)) == every * 2
    agency.set(CHATBOTS, account_id=acme.account_id)
    assert labels_of(listed(agency)) == ["Settings", "Disconnect", "Use Here"]


def test_use_here_uses_it_here(agency: Agency) -> None:
    """The button does what the command does."""
    agency.connect("Acme")
    globex = agency.connect("Globex")
    message = listed(agency)
    button = next(b for b in agency.buttons(message, "Use Here") if b.value.endswith("#2"))
    (done,) = agency.press(message, button)
    assert done.text == "Questions here are about Globex from now on."
    assert agency.channel(CHATBOTS).account_id == globex.account_id


def test_nobody_sees_what_they_may_not_ask_about(agency: Agency) -> None:
    """Neither in the list nor by its number of accounts."""
    secret = agency.connect("Secret", owner=ADMIN, visibility=ONLY)
    agency.connect("Globex")
    assert "Secret" not in listed(agency).text
    assert listed(agency).text.startswith("One account is connected")
    assert "Secret: " in listed(agency, user=ADMIN).text
    agency.set(GENERAL, account_id=secret.account_id)
    text = listed(agency, channel=GENERAL).text
    assert "only in its own channels" in text
    agency.set(GENERAL, account_id=secret.account_id, only_this_account=True)
    text = listed(agency, channel=GENERAL, user=COLLEAGUE).text
    assert "Secret" in text
    assert "Globex" not in text


def test_a_client_sees_the_one_account_and_no_button(agency: Agency) -> None:
    """Nor who owns it, nor where else it is used."""
    acme = agency.connect("Acme", owner=COLLEAGUE)
    agency.connect("Globex")
    agency.set(SHARED, account_id=acme.account_id, outsiders_may_ask=True)
    message = listed(agency, channel=SHARED, user=GUEST)
    assert "Acme: " in message.text
    assert "Globex" not in message.text
    assert "owner" not in message.text
    assert "channels" not in message.text
    assert labels_of(message) == []


def test_a_mention_s_list_is_not_the_channel_s(agency: Agency) -> None:
    """The asker may see more than the others there."""
    agency.connect("Acme", owner=ASKER, visibility=ONLY)
    (message,) = agency.after(lambda: agency.running.slack.mention("accounts"))
    assert message.only_for == ASKER
    assert agency.running.slack.posted == []


def test_in_direct_messages_it_is_a_message(agency: Agency) -> None:
    """It can be used there too."""
    agency.connect("Acme")
    agency.connect("Globex")
    (message,) = agency.after(lambda: agency.running.slack.direct_message("accounts"))
    assert (message.channel_id, message.only_for) == (DIRECT, None)
    assert labels_of(message) == ["Use Here", "Use Here"]


@pytest.mark.parametrize("count", [10, 11, 1000])
def test_a_page_holds_ten(agency: Agency, count: int) -> None:
    """Turned over in its place, there and back; the first and the last have one way to go."""
    agency.fill(count)
    message = listed(agency)
    first = message.text
    assert first.startswith(f"{count:,} accounts are connected")
    assert first.count("Client ") == 10
    if count == 10:
        assert "More Accounts" not in labels_of(message)
        return
    assert labels_of(message)[-1] == "More Accounts"
    assert "Previous Accounts" not in labels_of(message)
    assert "/flowxo settings Acme" in str(message.blocks)
    (turned,) = agency.press(message, "More Accounts")
    assert turned.ts == message.ts
    assert f"These are 11–{min(count, 20)}." in turned.text
    assert "Client 0010: " in turned.text
    (back,) = agency.press(turned, "Previous Accounts")
    assert back.text == first


def test_a_page_that_is_gone_is_the_last_one(agency: Agency) -> None:
    """Accounts were disconnected in the meantime."""
    agency.fill(21)
    message = listed(agency)
    (message,) = agency.press(message, "More Accounts")
    for name, account in agency.accounts().items():
        if name > "Client 0011":
            agency.disconnect(account)
    (last,) = agency.press(message, "More Accounts")
    assert "These are 11–12." in last.text


@pytest.mark.parametrize("value", ["", "x|en", "-1|en", "1234567|en", "10"])
def test_a_button_that_says_nothing_turns_nothing(agency: Agency, value: str) -> None:
    """Whatever else it carries."""
    agency.fill(11)
    message = listed(agency)
    payload = agency.running.slack.make_press(message, "More Accounts")
    payload["actions"] = [{"type": "button", "action_id": "accounts_more", "value": value}]
    signed = agency.running.slack.signed_interaction(payload)
    (told,) = agency.after(lambda: agency.running.slack.send(signed))
    assert "can no longer read" in told.text


def test_the_list_stays_in_its_language(agency: Agency) -> None:
    """Over its pages; a button of no language of ours is read as English."""
    agency.fill(11)
    message = listed(agency, "Konten")
    assert message.text.startswith("11 Konten sind verbunden")
    (turned,) = agency.press(message, "Weitere Konten")
    assert "Das sind 11–11." in turned.text
    payload = agency.running.slack.make_press(turned, "Vorige Konten")
    payload["actions"] = [{"type": "button", "action_id": "accounts_previous", "value": "0|xx"}]
    signed = agency.running.slack.signed_interaction(payload)
    (told,) = agency.after(lambda: agency.running.slack.send(signed))
    assert told.text.startswith("11 accounts are connected")


def test_where_there_is_none_it_is_said_why(agency: Agency) -> None:
    """None is connected, or none may be seen here."""
    assert "No Flow XO account is connected yet" in listed(agency).text
    agency.connect("Secret", owner=ADMIN, visibility=ONLY)
    assert "its own channels only" in listed(agency).text
    agency.set(CHATBOTS, only_this_account=True)
    assert "one account alone" in listed(agency).text


def test_the_environment_s_account_has_no_owner(agency: Agency) -> None:
    """Its key is whoever runs the bot's; it may not have been written yet."""
    agency.with_default()
    text = listed(agency).text
    assert "its key is in the bot's own settings" in text
    assert "has not been used yet" in text
    assert labels_of(listed(agency, user=ADMIN)) == ["Use Here", "Settings", "Disconnect"]


def test_an_owner_whom_slack_does_not_know_is_told_by_their_id(agency: Agency) -> None:
    """The list is not held up by it."""
    agency.connect("Acme", owner="U0NOBODY01")
    assert "owner: U0NOBODY01" in listed(agency).text


def test_names_can_do_nothing_in_slack(agency: Agency) -> None:
    """Neither an account's nor a person's."""
    agency.running.slack.workspace.change_user(COLLEAGUE, name="<!channel> *bo* <@U0ADMIN001>")
    agency.connect("<!here> _x_ https://evil.example :tada:", owner=COLLEAGUE)
    message = listed(agency)
    acting = message.acting
    assert (acting.pings, acting.links, acting.formatting) == ((), (), ())
