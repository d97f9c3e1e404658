"""`use`: a channel's account is set by whoever may, told in private, and kept as a change."""

from __future__ import annotations

import pytest

from bot.demo.slack_faults import error
from bot.demo.slack_workspace import ADMIN, ASKER, CHATBOTS, COLLEAGUE, GENERAL, GUEST, SHARED
from bot.storage.accounts import Visibility
from tests.slack.agency import Agency
from tests.slack.conftest import labels_of

pytestmark = pytest.mark.both_engines

ONLY = Visibility.CHANNELS


def said(agency: Agency, text: str, **where: str) -> str:
    """The one message that a command gives."""
    (message,) = agency.type(text, **where)
    assert message.only_for == where.get("user", ASKER)
    return message.text


def test_a_channel_is_given_another_account(agency: Agency) -> None:
    """Told to whoever did it, with what was there before; questions follow."""
    acme, globex = agency.connect("Acme"), agency.connect("Globex")
    assert said(agency, "use acme") == "Questions here are about Acme from now on."
    assert agency.channel(CHATBOTS).account_id == acme.account_id
    assert said(agency, "use globex", user=COLLEAGUE).split("\n") == [
        "Questions here are about Globex from now on.",
        "Until now they were about Acme.",
    ]
    assert agency.channel(CHATBOTS).account_id == globex.account_id
    assert said(agency, "use globex") == "Questions here are about Globex already."
    assert said(agency, "stats last week").startswith("Globex: ")
    told = [(one.user_id, one.detail, one.origin) for one in agency.changes()]
    assert told == [
        (COLLEAGUE, "account: Acme → Globex", f"use in {CHATBOTS}"),
        (ASKER, "account: none → Acme", f"use in {CHATBOTS}"),
    ]


def test_none_forgets_it(agency: Agency) -> None:
    """Once; then there is none to forget."""
    account = agency.connect("Acme")
    agency.connect("Globex")
    agency.set(CHATBOTS, account_id=account.account_id)
    assert said(agency, "use none").split("\n")[0] == "No account is set here any more."
    assert said(agency, "use none") == "No account is set here."
    assert "Which one" in said(agency, "stats last week")
    assert [one.detail for one in agency.changes()] == ["account: Acme → none"]


def test_a_mention_is_answered_in_private(agency: Agency) -> None:
    """The channel hears nothing of it."""
    agency.connect("Acme")
    agency.connect("Globex")
    (message,) = agency.after(lambda: agency.running.slack.mention("use acme"))
    assert message.only_for == ASKER
    assert agency.running.slack.posted == []


def test_without_a_name_it_says_which_there_are(agency: Agency) -> None:
    """A button each, and which one is set."""
    account = agency.connect("Acme")
    agency.connect("Globex")
    (message,) = agency.type("use")
    assert message.text.split("\n") == [
        "No account is set here.",
        "Choose the one that they are to be about:",
    ]
    assert labels_of(message) == ["Acme", "Globex"]
    (done,) = agency.press(message, "Acme")
    assert done.text == "Questions here are about Acme from now on."
    assert agency.channel(CHATBOTS).account_id == account.account_id
    (message,) = agency.type("use")
    assert message.text.startswith("Questions here are about Acme.\n")
    assert labels_of(message) == ["Globex"]


@pytest.mark.parametrize(("count", "offered"), [(5, 5), (100, 100), (101, 0)])
def test_many_are_in_a_menu_or_typed(agency: Agency, count: int, offered: int) -> None:
    """Within what Slack takes."""
    for number in range(count):
        agency.connect(f"Client {number:03}")
    (message,) = agency.type("use")
    assert len(labels_of(message)) == offered
    if not offered:
        assert "type its name" in message.text
        return
    agency.press(message, "Client 004")
    assert agency.channel(CHATBOTS).account_id == agency.accounts()["Client 004"].account_id


def test_the_buttons_speak_the_language_that_was_typed(agency: Agency) -> None:
    """What they run is German, and so is what comes of it."""
    agency.connect("Acme")
    agency.connect("Globex")
    (message,) = agency.type("verwende")
    assert message.text.startswith("Hier ist kein Konto eingestellt.")
    (done,) = agency.press(message, "Acme")
    assert done.text == "Fragen hier gelten ab jetzt Acme."


def test_with_one_account_that_is_used_there_is_nothing_to_choose(agency: Agency) -> None:
    """It is said, and no more."""
    account = agency.connect("Acme")
    agency.set(CHATBOTS, account_id=account.account_id)
    (message,) = agency.type("use")
    assert message.text == "Questions here are about Acme."
    assert labels_of(message) == []


def test_an_account_for_its_channels_is_its_keepers_to_spread(agency: Agency) -> None:
    """Nobody else hears of it; they hear what it means."""
    account = agency.connect("Acme", owner=ASKER, visibility=ONLY)
    agency.connect("Globex")
    assert "Acme" not in said(agency, "use acme", user=COLLEAGUE).split("Try")[0].replace(
        '"acme"', ""
    )
    assert agency.channel(CHATBOTS).account_id is None
    assert said(agency, "use acme").split("\n") == [
        "Questions here are about Acme from now on.",
        "Every member can ask for its figures here now.",
    ]
    assert said(agency, "stats last week", user=COLLEAGUE).startswith("Acme: ")
    agency.set(CHATBOTS, account_id=None)
    assert said(agency, "use acme", user=ADMIN).startswith("Questions here are about Acme")
    assert agency.channel(CHATBOTS).account_id == account.account_id


def test_what_a_client_may_ends_with_the_account_that_it_was_about(agency: Agency) -> None:
    """Outsiders were let in to Acme's figures, not to Globex's."""
    acme = agency.connect("Acme", owner=ASKER)
    globex = agency.connect("Globex")
    agency.set(SHARED, account_id=acme.account_id, outsiders_may_ask=True)
    assert "only the owner" in said(agency, "use globex", user=COLLEAGUE, channel=SHARED).lower()
    assert agency.channel(SHARED).account_id == acme.account_id
    assert "no client channel any more" in said(agency, "use globex", channel=SHARED)
    channel = agency.channel(SHARED)
    assert (channel.account_id, channel.outsiders_may_ask) == (globex.account_id, False)
    assert "guest" in said(agency, "stats last week", user=GUEST, channel=SHARED)
    assert agency.asked() == []


def test_a_client_channel_stays_its_client_s(agency: Agency) -> None:
    """Another account cannot be put in its place, and only keepers may take it out."""
    acme = agency.connect("Acme", owner=ASKER)
    agency.connect("Globex", owner=COLLEAGUE)
    agency.set(CHATBOTS, account_id=acme.account_id, only_this_account=True)
    assert "one account alone" in said(agency, "use globex", user=COLLEAGUE)
    assert "Only the owner" in said(agency, "use none", user=COLLEAGUE)
    assert agency.channel(CHATBOTS).account_id == acme.account_id
    assert said(agency, "use none").split("\n")[:2] == [
        "No account is set here any more.",
        "This is no client channel any more: people from outside can't ask here.",
    ]
    channel = agency.channel(CHATBOTS)
    assert (channel.account_id, channel.only_this_account) == (None, False)


def test_a_client_channel_without_its_account_is_the_admins_to_free(agency: Agency) -> None:
    """Whose it was nobody can say any more."""
    agency.connect("Globex", owner=ASKER)
    gone = agency.connect("Acme", owner=ASKER)
    agency.set(CHATBOTS, account_id=gone.account_id, only_this_account=True)
    agency.disconnect(gone)
    assert "Only the owner" in said(agency, "use none")
    assert agency.channel(CHATBOTS).only_this_account
    assert "no client channel any more" in said(agency, "use none", user=ADMIN)
    assert said(agency, "use globex") == "Questions here are about Globex from now on."


def test_who_was_a_member_this_morning_is_looked_up_once_more(agency: Agency) -> None:
    """What is remembered for a day is enough to ask, not to change."""
    agency.connect("Acme")
    agency.connect("Globex")
    said(agency, "stats last week for acme")
    agency.running.slack.workspace.change_user(ASKER, is_restricted=True)
    assert "guest" in said(agency, "use acme")
    assert agency.channel(CHATBOTS).account_id is None


def test_while_slack_does_not_say_who_asks_nothing_is_changed(agency: Agency) -> None:
    """Unknown counts as no."""
    agency.connect("Acme")
    said(agency, "help")
    agency.running.slack.faults.add("users.info", error("user_not_found"), None)
    assert "who you are" in said(agency, "use acme")
    assert agency.changes() == []


def test_the_account_of_the_environment_can_be_used_before_it_was_written(agency: Agency) -> None:
    """Its row is made with the change."""
    agency.connect("Acme")
    agency.with_default()
    assert said(agency, "use default") == "Questions here are about default from now on."
    assert agency.channel(GENERAL).account_id is None
    assert agency.channel(CHATBOTS).account_id == "default"
    assert said(agency, "stats last week").startswith("default: ")


def test_the_home_tab_is_no_channel(agency: Agency) -> None:
    """A button there that says use, as none of ours does, has nothing to set."""
    agency.connect("Acme")
    slack = agency.running.slack
    agency.after(slack.open_home)
    payload = slack.make_home_press("Last 7 Days")
    payload["actions"] = [{"type": "button", "action_id": "run_0", "value": "use acme"}]
    (message,) = agency.after(lambda: slack.send(slack.signed_interaction(payload)))
    assert "no channel here" in message.text
    assert agency.changes() == []


def test_an_account_that_goes_meanwhile_is_not_set(agency: Agency) -> None:
    """It was disconnected between the question and the press."""
    account = agency.connect("Acme")
    agency.connect("Globex")
    (message,) = agency.type("use")
    agency.disconnect(account)
    (told,) = agency.press(message, "Acme")
    assert "#1" in told.text
    assert agency.channel(CHATBOTS).account_id is None
