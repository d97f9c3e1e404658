"""`audit`: who changed what, for workspace admins alone; ten in private, all of them as a file."""

from __future__ import annotations

import csv
import io
from datetime import timedelta

import pytest

from bot.demo.slack_faults import error
from bot.demo.slack_workspace import ADMIN, ASKER, CHATBOTS, COLLEAGUE, TEAM, Message
from bot.storage import audit
from bot.storage.audit import Action, By
from tests.slack.agency import Agency
from tests.slack.conftest import labels_of

pytestmark = pytest.mark.both_engines


def told(agency: Agency, text: str = "audit", user: str = ADMIN) -> Message:
    """What `audit` says."""
    (message,) = agency.type(text, user=user)
    assert message.only_for == user
    return message


def rows(agency: Agency) -> list[list[str]]:
    """The file that was sent."""
    content = agency.running.slack.files[-1].content
    assert content is not None
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))


def test_the_latest_ten_are_told_in_private(agency: Agency) -> None:
    """Who, what, which, when and from where, the newest first; people by their names."""
    agency.connect("Acme", owner=ASKER)
    agency.running.clock.advance(minutes=10)
    agency.type("use acme", user=COLLEAGUE)
    lines = told(agency).text.split("\n")
    assert lines == [
        "The latest changes (2), the newest first; they are kept for 400 days.",
        f"26 Nov 2026, 15:55 · bo: changed what the channel {CHATBOTS} is for",
        f"account: none → Acme (use in {CHATBOTS})",
        "26 Nov 2026, 15:45 · ada: connected Acme",
        "(test)",
    ]
    for number in range(12):
        agency.connect(f"Client {number}", owner=ASKER)
    text = told(agency).text
    assert text.count("connected Client") == 10
    assert "Client 11" in text.split("\n")[1]


@pytest.mark.parametrize("action", [*Action, "invented_later"])
def test_every_kind_of_change_has_its_words(agency: Agency, action: str) -> None:
    """One of a later version is told as it is called."""
    by = By("", "test", agency.running.clock())
    kind = type("Kind", (), {"value": action})()
    agency.write(lambda c: audit.record(c, TEAM, kind, "Acme", by))
    line = told(agency).text.split("\n")[1]
    assert line.startswith("26 Nov 2026, 15:45 · whoever runs the bot: ")
    assert ("_" in line) is (action == "invented_later")


@pytest.mark.parametrize("user", [ASKER, COLLEAGUE])
def test_nobody_else_may_see_it(agency: Agency, user: str) -> None:
    """Not the owner of an account either, and not by an admin's button."""
    agency.connect("Acme", owner=ASKER)
    agency.connect("Secret", owner=ADMIN)
    message = told(agency)
    refused = told(agency, user=user)
    assert refused.text == "Only workspace admins can do that."
    (pressed,) = agency.press(message, "Send Me All as CSV", user=user)
    assert pressed.text == refused.text
    assert agency.running.slack.files == []


def test_an_admin_who_is_none_any_more_sees_nothing(agency: Agency) -> None:
    """Slack is asked once more."""
    agency.connect("Acme", owner=ASKER)
    message = told(agency)
    agency.running.slack.workspace.change_user(ADMIN, is_admin=False, is_owner=False)
    assert told(agency).text == "Only workspace admins can do that."
    (pressed,) = agency.press(message, "Send Me All as CSV", user=ADMIN)
    assert pressed.text == "Only workspace admins can do that."


def test_all_of_them_come_as_a_file(agency: Agency) -> None:
    """In a direct message, with ids, and with what a spreadsheet would calculate made harmless."""
    agency.connect("=HYPERLINK(1)", owner=ASKER)
    for number in range(11):
        agency.running.clock.advance(minutes=1)
        agency.type("use #1" if number % 2 == 0 else "use none", user=COLLEAGUE)
    said = agency.press(told(agency), "Send Me All as CSV", user=ADMIN)
    (upload,) = agency.running.slack.files
    direct = agency.running.slack.workspace.direct_channel(ADMIN).channel_id
    assert upload.channel_id == direct
    assert upload.filename == "flowxo-changes-2026-11-26.csv"
    assert said[-1].text == "The CSV is in your direct messages with me."
    found = rows(agency)
    assert found[0] == ["At", "User", "Action", "Subject", "Detail", "From"]
    assert len(found) == 1 + 12
    assert found[1][:4] == ["2026-11-26T14:56:00+00:00", COLLEAGUE, "channel_changed", CHATBOTS]
    assert found[-1][3] == "'=HYPERLINK(1)"


def test_a_file_that_slack_refuses_is_told(agency: Agency) -> None:
    """With Slack's word for it."""
    agency.connect("Acme", owner=ASKER)
    agency.running.slack.faults.add("files.getUploadURLExternal", error("missing_scope"), None)
    said = agency.press(told(agency), "Send Me All as CSV", user=ADMIN)
    assert "missing_scope" in said[-1].text


def test_where_nothing_was_changed_it_is_said(agency: Agency) -> None:
    """Without a button; changes of another workspace are none."""
    theirs = By("U1", "test", agency.running.clock() - timedelta(days=1))
    agency.write(lambda c: audit.record(c, "T0OTHER001", Action.KEY_REPLACED, "Acme", theirs))
    message = told(agency)
    assert message.text == "Nothing was changed in the last 400 days."
    assert labels_of(message) == []


def test_a_mention_is_answered_in_private(agency: Agency) -> None:
    """The channel sees none of it."""
    agency.connect("Acme", owner=ASKER)
    (message,) = agency.after(lambda: agency.running.slack.mention("audit", user=ADMIN))
    assert message.only_for == ADMIN
    assert agency.running.slack.posted == []


def test_it_is_told_in_the_language_that_was_typed(agency: Agency) -> None:
    """The list, and what comes of its button."""
    agency.connect("Acme", owner=ASKER)
    message = told(agency, "Protokoll")
    assert message.text.startswith("Die letzten Änderungen (1)")
    said = agency.press(message, "Alles als CSV schicken", user=ADMIN)
    assert said[-1].text.startswith("Die CSV")


def test_names_can_do_nothing_in_slack(agency: Agency) -> None:
    """Neither an account's nor a person's."""
    agency.running.slack.workspace.change_user(ASKER, name="<!channel> *ada*")
    agency.connect("<!here> _x_ https://evil.example :tada:", owner=ASKER)
    message = told(agency)
    assert (message.pings, message.links, message.acting.formatting) == ((), (), ())
