"""`disconnect`: asked once more with what depends on it, done by whoever may, undone for a day."""

from __future__ import annotations

import json

import pytest

from bot.demo.slack_workspace import (
    ADMIN,
    ASKER,
    CHATBOTS,
    COLLEAGUE,
    DIRECT,
    GENERAL,
    PRIVATE,
    Message,
)
from bot.storage.accounts import Visibility
from tests.slack.agency import Agency
from tests.slack.conftest import labels_of

pytestmark = pytest.mark.both_engines


def asked(agency: Agency, text: str = "disconnect acme", **where: str) -> Message:
    """The question whether it is to go."""
    (message,) = agency.type(text, **where)
    return message


def test_it_is_asked_first_with_what_depends_on_it(agency: Agency) -> None:
    """Channels are named by Slack, to whoever may see them; in the text they are counted."""
    acme = agency.connect("Acme", owner=ASKER)
    for channel_id in (CHATBOTS, GENERAL, PRIVATE, DIRECT):
        agency.set(channel_id, account_id=acme.account_id)
    message = asked(agency)
    assert message.only_for == ASKER
    assert message.text.split("\n") == [
        "Disconnect Acme?",
        "Questions about it are refused at once. Its key is deleted after a day; "
        "until then you can take that back.",
        "4 channels ask about it, and have no account then:",
    ]
    named = [
        element["channel_id"]
        for block in message.blocks
        if block["type"] == "rich_text"
        for part in block["elements"]  # type: ignore[attr-defined]  # JSON
        for element in part["elements"]
        if element["type"] == "channel"
    ]
    assert named == sorted([CHATBOTS, GENERAL, PRIVATE])
    assert labels_of(message) == ["Disconnect Acme", "Keep It"]
    assert "Acme" in agency.accounts()


def test_where_nothing_depends_on_it_nothing_is_said_of_channels(agency: Agency) -> None:
    """One is one, and many are not all named."""
    acme = agency.connect("Acme", owner=ASKER)
    assert "channel" not in asked(agency).text
    agency.set(CHATBOTS, account_id=acme.account_id)
    assert "One channel asks about it" in asked(agency).text
    for number in range(24):
        agency.set(f"C{number:04}", account_id=acme.account_id)
    message = asked(agency)
    assert "25 channels ask" in message.text
    assert "and 5 more" in json.dumps(message.blocks)


def test_confirmed_it_is_gone_at_once(agency: Agency) -> None:
    """The question gives way; questions about it are refused, and it is kept as a change."""
    agency.connect("Acme", owner=ASKER)
    agency.connect("Globex")
    (done,) = agency.press(asked(agency), "Disconnect Acme")
    assert done.text.split("\n") == [
        "Acme is disconnected.",
        "You can take that back until 27 Nov 2026, 15:45; then its key is deleted.",
    ]
    assert labels_of(done) == ["Undo"]
    assert set(agency.accounts()) == {"Globex"}
    assert '"acme"' in agency.type("stats for acme")[0].text
    (entry,) = agency.changes()
    assert (entry.user_id, entry.action, entry.subject) == (ASKER, "account_disconnected", "Acme")
    assert entry.origin == f"disconnect in {CHATBOTS}"


def test_kept_it_stays(agency: Agency) -> None:
    """And the question is gone."""
    agency.connect("Acme", owner=ASKER)
    message = asked(agency)
    (said,) = agency.press(message, "Keep It")
    assert (said.ts, said.text) == (message.ts, "Acme stays connected.")
    assert agency.changes() == []


def test_it_is_taken_back_within_a_day(agency: Agency) -> None:
    """With its channels, by its owner or an admin, once."""
    acme = agency.connect("Acme", owner=ASKER)
    agency.set(CHATBOTS, account_id=acme.account_id)
    (done,) = agency.press(asked(agency), "Disconnect Acme")
    agency.running.clock.advance(hours=23, minutes=59)
    (back,) = agency.press(done, "Undo", user=ADMIN)
    assert back.text == "Acme is connected again."
    assert agency.type("stats last week")[0].text != ""
    assert agency.accounts()["Acme"].account_id == acme.account_id
    assert agency.channel(CHATBOTS).account_id == acme.account_id
    assert [one.action for one in agency.changes()] == ["account_restored", "account_disconnected"]
    assert agency.asked() == ["Acme"]


def test_after_a_day_it_cannot(agency: Agency) -> None:
    """Its key is deleted, or will be within the hour."""
    agency.connect("Acme", owner=ASKER)
    (done,) = agency.press(asked(agency), "Disconnect Acme")
    agency.running.clock.advance(days=1)
    (told,) = agency.press(done, "Undo")
    assert "can't be taken back any more" in told.text
    assert agency.accounts() == {}


def test_twice_is_once(agency: Agency) -> None:
    """A second press, of either button, finds nothing to do."""
    agency.connect("Acme", owner=ASKER)
    first, second = asked(agency), asked(agency)
    (done,) = agency.press(first, "Disconnect Acme")
    (told,) = agency.press(second, "Disconnect Acme")
    assert "can't be asked about here any more" in told.text
    undo = agency.buttons(done, "Undo")[0]
    agency.press(done, undo)
    agency.running.clock.advance(minutes=1)
    (told,) = agency.press(done, undo)
    assert "can't be taken back" in told.text
    assert len(agency.changes()) == 2


@pytest.mark.parametrize(
    ("name", "key", "said"),
    [
        ("ACME", "other", "Another account is called Acme by now"),
        ("Acme Two", "Acme", "was connected anew in the meantime"),
    ],
)
def test_what_stands_in_its_way_is_told(agency: Agency, name: str, key: str, said: str) -> None:
    """Its name, or its key, was given to another meanwhile: nothing is changed."""
    agency.connect("Acme", owner=ASKER)
    (done,) = agency.press(asked(agency), "Disconnect Acme")
    agency.connect(name, key=key)
    (told,) = agency.press(done, "Undo")
    assert said in told.text
    assert set(agency.accounts()) == {name}


def test_only_its_owner_and_admins_may(agency: Agency) -> None:
    """Neither ask for it, nor press another's button, nor take it back."""
    agency.connect("Acme", owner=ASKER)
    agency.connect("Globex", owner=COLLEAGUE)
    assert "Only the owner" in asked(agency, user=COLLEAGUE).text
    message = asked(agency)
    (told,) = agency.press(message, "Disconnect Acme", user=COLLEAGUE)
    assert "Only the owner" in told.text
    assert "Acme" in agency.accounts()
    (done,) = agency.press(message, "Disconnect Acme")
    (told,) = agency.press(done, "Undo", user=COLLEAGUE)
    assert "Only the owner" in told.text
    assert "Acme" not in agency.accounts()


def test_who_was_an_admin_this_morning_may_not(agency: Agency) -> None:
    """The press asks Slack once more."""
    agency.connect("Acme", owner=COLLEAGUE)
    message = asked(agency, user=ADMIN)
    agency.running.slack.workspace.change_user(ADMIN, is_admin=False, is_owner=False)
    (told,) = agency.press(message, "Disconnect Acme", user=ADMIN)
    assert "Only the owner" in told.text
    assert "Acme" in agency.accounts()


def test_without_a_name_it_says_which_there_are(agency: Agency) -> None:
    """Those that are theirs to disconnect; a press asks, and does not do it."""
    agency.connect("Acme", owner=ASKER)
    agency.connect("Globex", owner=COLLEAGUE)
    message = asked(agency, "disconnect")
    assert labels_of(message) == ["Acme"]
    (question,) = agency.press(message, "Acme")
    assert question.text.startswith("Disconnect Acme?")
    assert "Acme" in agency.accounts()
    agency.fill(101)
    message = asked(agency, "disconnect", user=ADMIN)
    assert labels_of(message) == []
    assert "type its name" in message.text


def test_who_has_none_to_disconnect_hears_why(agency: Agency) -> None:
    """None is theirs, or there is none at all."""
    assert "No Flow XO account" in asked(agency, "disconnect").text
    agency.connect("Acme", owner=COLLEAGUE)
    assert "Only the owner" in asked(agency, "disconnect").text


def test_the_environment_s_account_is_taken_out_there(agency: Agency) -> None:
    """By whoever runs the bot; only admins are told how."""
    agency.with_default()
    agency.connect("Acme")
    assert "Only the owner" in asked(agency, "disconnect default").text
    message = asked(agency, "disconnect default", user=ADMIN)
    assert "FLOWXO_API_KEY" in message.text
    assert labels_of(message) == []
    message = asked(agency, user=ADMIN)
    payload = agency.running.slack.make_press(message, "Disconnect Acme", user=ADMIN)
    payload["actions"] = [{"type": "button", "action_id": "account_disconnect", "value": "0|en"}]
    signed = agency.running.slack.signed_interaction(payload)
    (told,) = agency.after(lambda: agency.running.slack.send(signed))
    assert "can't be asked about" in told.text


@pytest.mark.parametrize("value", ["", "x|en", "|en", "-1|en", "1234567890|en", "99|en"])
@pytest.mark.parametrize("action", ["account_disconnect", "account_keep", "account_restore"])
def test_a_button_that_says_nothing_does_nothing(agency: Agency, value: str, action: str) -> None:
    """Whatever else it carries."""
    agency.connect("Acme", owner=ASKER)
    message, before = asked(agency), agency.stored()
    payload = agency.running.slack.make_press(message, "Keep It")
    payload["actions"] = [{"type": "button", "action_id": action, "value": value}]
    signed = agency.running.slack.signed_interaction(payload)
    (told,) = agency.after(lambda: agency.running.slack.send(signed))
    assert any(one in told.text for one in ("no longer read", "any more"))
    assert agency.stored() == before


def test_it_is_told_in_the_language_that_was_typed(agency: Agency) -> None:
    """From the question to the way back."""
    agency.connect("Acme", owner=ASKER)
    message = asked(agency, "trennen acme")
    assert labels_of(message) == ["Acme trennen", "Behalten"]
    (done,) = agency.press(message, "Acme trennen")
    assert "Du kannst das bis 27. Nov. 2026, 15:45 Uhr zurücknehmen" in done.text
    (back,) = agency.press(done, "Zurücknehmen")
    assert back.text == "Acme ist wieder verbunden."


def test_names_can_do_nothing_in_slack(agency: Agency) -> None:
    """On the buttons, in the question and after it."""
    agency.connect("<!here> *x* https://evil.example", owner=ASKER, visibility=Visibility.CHANNELS)
    message = asked(agency, "disconnect #1")
    (done,) = agency.press(message, labels_of(message)[0])
    for one in (message, done):
        assert (one.pings, one.links, one.acting.formatting) == ((), (), ())
