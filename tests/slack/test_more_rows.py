"""Answers longer than a message: turned over in private, followed up in the thread in public."""

from __future__ import annotations

import pytest

from bot.demo.slack_faults import error, reset
from bot.demo.slack_workspace import (
    ASKER,
    CHATBOTS,
    COLLEAGUE,
    DIRECT,
    SECRET,
    TEAM,
    Message,
)
from bot.render.message import notice_message
from bot.slack import sharing
from bot.slack.desk import build_desk
from bot.slack.place import Manner, Place
from bot.slack.sharing import follow
from tests.slack.conftest import Running, blocks_of, labels_of

LONG = "chart received last 300 days by day"
DATES = "30 Jan–25 Nov 2026"
TITLE = "Rows 151–300 of 300: messages received by day"


@pytest.fixture(autouse=True)
def _quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rows follow one another after a moment, not after a second."""
    monkeypatch.setattr(sharing, "_PACE_S", 0.05)


@pytest.fixture
def private(running: Running) -> Message:
    """The first page of a private answer."""
    assert running.slack.command(LONG).ok
    return running.slack.wait_for_messages()[0]


def press(running: Running, message: Message, wanted: str, user: str = ASKER) -> list[Message]:
    """Press a button; what is new."""
    before, edits = len(running.slack.messages), message.edits
    assert running.slack.press(message, wanted, user=user).ok
    running.slack.wait_until(
        lambda: len(running.slack.messages) > before or message.edits > edits or message.deleted
    )
    return running.slack.messages[before:]


def days_of(message: Message) -> list[str]:
    """The names of the days in its native table."""
    (table,) = [block for block in message.blocks if block["type"] == "data_table"]
    rows = table["rows"]
    assert isinstance(rows, list)
    return [row[0]["text"] for row in rows[1:]]


def test_more_rows_come_in_the_place_of_those_that_were_seen(
    running: Running, private: Message
) -> None:
    """And back: no message more, for the same reader, of the same dates, no day twice."""
    first_text, first = private.text, days_of(private)
    assert labels_of(private)[:2] == ["Share to Channel", "More Rows"]
    assert press(running, private, "More Rows") == []
    lines = private.text.split("\n")
    assert (lines[0], lines[1]) == (TITLE, DATES)
    assert (first[0], first[-1]) == ("Fri 30 Jan", "Sun 28 Jun")
    assert (days_of(private)[0], days_of(private)[-1]) == ("Mon 29 Jun", "Wed 25 Nov")
    assert len({*first, *days_of(private)}) == 300
    assert labels_of(private)[0] == "Previous Rows"
    assert "More Rows" not in labels_of(private)
    assert press(running, private, "Previous Rows") == []
    assert private.text == first_text
    assert (private.only_for, private.edits) == (ASKER, 2)


def test_a_replacement_names_no_readers(running: Running, private: Message) -> None:
    """It keeps those of the message it replaces."""
    press(running, private, "More Rows")
    arguments = running.slack.responses[-1].arguments
    assert arguments["replace_original"] is True
    assert "response_type" not in arguments


def test_there_and_back_at_once_is_no_double_press(running: Running, private: Message) -> None:
    """The clock stands still here, and every press counts."""
    for wanted in ("More Rows", "Previous Rows", "More Rows"):
        press(running, private, wanted)
    running.idle()
    assert private.text.startswith(TITLE)


def test_a_short_answer_has_no_more_rows(running: Running) -> None:
    """Nor one whose every unit is in its table."""
    running.slack.command("chart received last 200 days by day")
    message = running.slack.wait_for_messages()[0]
    assert len(days_of(message)) == 200
    assert "More Rows" not in labels_of(message)
    assert "Previous 200 Days" in labels_of(message)


def test_other_rows_are_of_the_dates_that_were_seen(running: Running, private: Message) -> None:
    """Two days later the last 300 days are others, but not under this answer."""
    running.clock.advance(days=2)
    press(running, private, "More Rows")
    assert private.text.split("\n")[:2] == [TITLE, DATES]
    assert days_of(private)[-1] == "Wed 25 Nov"


def test_what_the_menu_does_is_about_the_whole_answer(running: Running, private: Message) -> None:
    """Asked again, in the words that were typed, after there and back; and as a file."""
    press(running, private, "More Rows")
    press(running, private, "Previous Rows")
    running.clock.advance(days=2)
    (again,) = press(running, private, "Ask Again for Now")
    assert "1 Feb–27 Nov 2026" in again.text
    press(running, private, "More Rows")
    press(running, private, "CSV")
    running.slack.wait_until(lambda: running.slack.files)
    (upload,) = running.slack.files
    assert upload.content is not None
    assert upload.content.decode("utf-8-sig").count("\n2026-") >= 300


def test_rights_are_checked_when_rows_are_turned(running: Running, private: Message) -> None:
    """Whoever has become a guest since sees no other rows."""
    running.slack.workspace.change_user(ASKER, is_restricted=True)
    running.clock.advance(days=1, seconds=1)
    (told,) = press(running, private, "More Rows")
    assert "guest" in told.text
    assert private.edits == 0


def test_where_native_tables_are_refused_pages_are_lines(running: Running) -> None:
    """The same rows on the same page."""
    running.slack.faults.refuse_native = True
    running.slack.command(LONG)
    message = running.slack.wait_for_messages()[0]
    assert "data_table" not in blocks_of(message)
    assert "Sun 28 Jun: 2" in blocks_of(message)
    assert "Mon 29 Jun: 2" not in blocks_of(message)
    press(running, message, "More Rows")
    assert message.text.startswith(TITLE)
    assert "Mon 29 Jun: 2" in blocks_of(message)
    assert "Wed 25 Nov: 2" in blocks_of(message)


def test_rows_that_cannot_be_put_there_come_beneath(running: Running, private: Message) -> None:
    """A response_url lasts half an hour; then by an ephemeral message."""
    payload = running.slack.make_press(private, "More Rows")
    running.slack.advance(31 * 60)
    assert running.slack.send(running.slack.signed_interaction(payload)).ok
    told = running.slack.wait_for_messages(2)[-1]
    assert (told.via, told.only_for) == ("chat.postEphemeral", ASKER)
    assert told.text.startswith(TITLE)
    assert private.edits == 0


def test_direct_messages_are_turned_over_in_place(running: Running) -> None:
    """Where Previous has room in the menu, and does what it did in the row."""
    running.slack.direct_message(LONG)
    message = running.slack.wait_for_messages()[0]
    assert labels_of(message)[0] == "More Rows"
    assert press(running, message, "More Rows") == []
    assert message.text.startswith(TITLE)
    assert (message.channel_id, message.only_for) == (DIRECT, None)
    (before,) = press(running, message, "Previous 300 Days")
    assert "5 Apr 2025–29 Jan 2026" in before.text
    assert before.thread_ts == message.thread_ts


def test_what_has_nothing_before_it_has_no_previous(running: Running) -> None:
    """A forged choice from its menu is told so."""
    running.slack.direct_message("stats all time")
    message = running.slack.wait_for_messages()[0]
    payload = running.slack.make_press(message, "CSV")
    payload["actions"][0]["selected_option"]["value"] = "previous"  # type: ignore[index] # a list
    assert running.slack.send(running.slack.signed_interaction(payload)).ok
    assert "can no longer read" in running.slack.wait_for_messages(2)[-1].text


def test_a_copy_is_turned_over_where_it_is(running: Running, private: Message) -> None:
    """The private answer in the channel stays as it is."""
    press(running, private, "Send Me a Copy")
    copy = running.slack.wait_for_messages(3)[1]
    assert copy.channel_id == DIRECT
    press(running, copy, "More Rows")
    assert copy.text.startswith(TITLE)
    assert private.edits == 0


@pytest.mark.parametrize("value", ["", "x||stats", "150||drop table", "150||"])
def test_a_button_that_carries_no_rows_says_so(
    running: Running, private: Message, value: str
) -> None:
    """Written by another version; the answer stays."""
    payload = running.slack.make_press(private, "More Rows")
    payload["actions"][0]["value"] = value  # type: ignore[index] # a list
    assert running.slack.send(running.slack.signed_interaction(payload)).ok
    told = running.slack.wait_for_messages(2)[-1]
    assert "can no longer read" in told.text
    assert private.edits == 0


def test_the_rows_of_a_public_answer_follow_in_its_thread(running: Running) -> None:
    """In order, for everyone, each day once, a second apart."""
    running.slack.mention("chart received last 400 days by day")
    answer, rest = running.slack.wait_for_messages(2)
    assert "More Rows" not in labels_of(answer)
    assert "Rows 1–200 of 400. The others follow in the thread; the CSV has all" in answer.text
    assert rest.text.startswith("Rows 201–400 of 400: messages received by day")
    assert rest.text.split("\n")[1] == answer.text.split("\n")[1] == "22 Oct 2025–25 Nov 2026"
    assert (rest.channel_id, rest.thread_ts) == (CHATBOTS, answer.thread_ts)
    assert (rest.via, rest.only_for) == ("chat.postMessage", None)
    assert len({*days_of(answer), *days_of(rest)}) == 400
    running.idle()
    assert len(running.slack.messages) == 2


@pytest.mark.parametrize("way", ["Share to Channel", "public"])
def test_a_shared_answer_is_followed_by_its_rows(running: Running, way: str) -> None:
    """In a thread of its own, which can be refined as ever."""
    running.slack.command(f"{LONG} public" if way == "public" else LONG)
    if way != "public":
        press(running, running.slack.wait_for_messages()[0], way)
    count = 2 if way == "public" else 3
    answer, rest = running.slack.wait_for_messages(count)[-2:]
    assert answer.thread_ts is None
    assert rest.thread_ts == answer.ts
    assert rest.text.startswith(TITLE)
    running.idle()
    running.start()
    running.slack.mention("by month", user=COLLEAGUE, thread_ts=answer.ts)
    refined = running.slack.wait_for_messages(count + 1)[-1]
    assert (refined.thread_ts, DATES in refined.text) == (answer.ts, True)


def test_the_asker_removes_the_rows_beside_the_answer(running: Running) -> None:
    """Each message has its Remove: one does not take the other along, and says so before."""
    running.slack.mention(LONG)
    answer, rest = running.slack.wait_for_messages(2)
    assert labels_of(rest) == ["Remove"]
    press(running, answer, "Remove")
    assert (answer.deleted, rest.deleted) == (True, False)
    assert "in the thread have a Remove" in blocks_of(answer)
    (told,) = press(running, rest, "Remove", user=COLLEAGUE)
    assert "Only the person who asked" in told.text
    press(running, rest, "Remove")
    assert rest.deleted


def test_a_file_that_was_asked_for_comes_after_the_rows(running: Running) -> None:
    """As the last of the thread."""
    running.slack.mention(f"{LONG} as csv")
    answer, rest = running.slack.wait_for_messages(2)
    running.slack.wait_until(lambda: running.slack.files)
    (upload,) = running.slack.files
    assert (upload.channel_id, upload.thread_ts) == (CHATBOTS, answer.thread_ts)
    assert rest.text.startswith(TITLE)


def test_where_the_bot_is_not_in_the_csv_has_the_rows(running: Running) -> None:
    """An answer over a response_url has no thread that could go on."""
    running.slack.command(f"{LONG} public", channel=SECRET)
    asked = running.slack.wait_for_messages()[0]
    assert running.slack.press(asked, "Share Anyway").ok
    running.idle()
    shared = running.slack.messages[-1]
    assert shared.via == "response_url"
    assert "Rows 1–150 of 300. The CSV has all" in shared.text
    assert "More Rows" not in labels_of(shared)
    assert running.slack.posted == []


def test_nobody_turns_over_what_a_channel_sees(running: Running, private: Message) -> None:
    """A forged press changes no public answer, whose rows stand in the thread."""
    value = running.slack.make_press(private, "More Rows")["actions"][0]["value"]  # type: ignore[index] # a list
    running.slack.mention(LONG)
    public = running.slack.wait_for_messages(2)[-1]
    payload = running.slack.make_press(public, "CSV")
    action = {"type": "button", "action_id": "answer_more_rows", "value": value}
    payload["actions"] = [action]
    assert running.slack.send(running.slack.signed_interaction(payload)).ok
    running.idle()
    assert public.edits == 0
    assert any("can no longer read" in message.text for message in running.slack.messages)


def test_rows_that_slack_does_not_take_are_told(running: Running) -> None:
    """After a refusal none is sent, and who asked hears where they are."""
    desk = build_desk(running.services, 2.0)
    place = Place(TEAM, ASKER, Manner.THREAD, (), CHATBOTS)
    running.slack.faults.add("chat.postMessage", error("is_archived"))
    follow(desk, place, "1795704300.000100", [notice_message("one"), notice_message("two")])
    (told,) = running.slack.messages
    assert told.only_for == ASKER
    assert "is_archived" in told.text
    assert "The CSV has all" in told.text


def test_rows_whose_fate_is_not_known_are_not_sent_twice(running: Running) -> None:
    """The next ones still come."""
    desk = build_desk(running.services, 2.0)
    place = Place(TEAM, ASKER, Manner.THREAD, (), CHATBOTS)
    running.slack.faults.add("chat.postMessage", reset())
    follow(desk, place, "1795704300.000100", [notice_message("one"), notice_message("two")])
    assert [message.text for message in running.slack.messages] == ["one", "two"]
