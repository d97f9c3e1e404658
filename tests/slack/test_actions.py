"""Every button that an answer carries: pressed in private, in a thread, in direct messages."""

from __future__ import annotations

from threading import Event

import pytest

from bot.demo.slack_faults import Fault, error, ratelimited, status
from bot.demo.slack_workspace import (
    ADMIN,
    ASKER,
    CHATBOTS,
    COLLEAGUE,
    DIRECT,
    GUEST,
    Message,
)
from bot.errors import UpstreamDownError
from bot.render.actions import REMOVE
from bot.slack.work import WorkPool
from tests.slack.conftest import Running, labels_of, until

MONTH = "top flows october"


@pytest.fixture
def private(running: Running) -> Message:
    """A private answer on October."""
    assert running.slack.command(MONTH).ok
    return running.slack.wait_for_messages()[0]


@pytest.fixture
def public(running: Running) -> Message:
    """A public answer on October, in the thread of a mention."""
    assert running.slack.mention(MONTH).ok
    return running.slack.wait_for_messages()[0]


def after(running: Running, message: Message, wanted: str, user: str = ASKER) -> list[Message]:
    """What the bot says when a button is pressed."""
    before = len(running.slack.messages)
    assert running.slack.press(message, wanted, user=user).ok
    running.idle()
    return running.slack.messages[before:]


def test_a_private_answer_has_nothing_to_remove(running: Running, private: Message) -> None:
    """A forged press with the asker's own id deletes no message of the channel."""
    payload = running.slack.make_press(private, "Share to Channel")
    payload["actions"] = [{"type": "button", "action_id": REMOVE, "value": ASKER}]
    assert running.slack.send(running.slack.signed_interaction(payload)).ok
    running.idle()
    assert running.slack.called("chat.delete") == []


def test_a_press_that_failed_may_be_tried_again_at_once(running: Running, private: Message) -> None:
    """It is no double press."""
    running.source.error = UpstreamDownError("down")
    payload = running.slack.make_press(private, "Previous Month")
    again = running.slack.make_press(private, "Previous Month")
    assert running.slack.send(running.slack.signed_interaction(payload)).ok
    running.slack.wait_for_messages(2)
    running.source.error = None
    assert running.slack.send(running.slack.signed_interaction(again)).ok
    assert "1–30 Sep 2026" in running.slack.wait_for_messages(3)[-1].text


def test_share_posts_to_the_channel_what_was_seen(running: Running, private: Message) -> None:
    """For everyone, by chat.postMessage, so that the thread can be refined."""
    (shared,) = after(running, private, "Share to Channel")
    assert (shared.via, shared.only_for, shared.channel_id) == ("chat.postMessage", None, CHATBOTS)
    assert shared.thread_ts is None
    assert private.text.split("\n")[:2] == shared.text.split("\n")[:2]
    assert "Share to Channel" not in labels_of(shared)
    assert "Send Me a Copy" not in labels_of(shared)
    assert "Remove" in labels_of(shared)


def test_what_was_shared_can_be_refined_in_its_thread(running: Running, private: Message) -> None:
    """By anyone, from the dates that were shown."""
    (shared,) = after(running, private, "Share to Channel")
    running.start()
    running.slack.mention("vs last year", user=COLLEAGUE, thread_ts=shared.ts)
    running.idle()
    last = running.slack.messages[-1]
    assert last.thread_ts == shared.ts
    assert "1–31 Oct 2026, compared with 1–31 Oct 2025" in last.text


def test_a_share_a_day_later_is_of_the_dates_that_were_seen(running: Running) -> None:
    """A running period is shared as it stood when it was read."""
    running.slack.command("stats this week")
    message = running.slack.wait_for_messages()[0]
    running.clock.advance(days=1)
    (shared,) = after(running, message, "Share to Channel")
    assert shared.text.split("\n")[1] == message.text.split("\n")[1]


def test_public_typed_does_what_share_does(running: Running) -> None:
    """The same message, without the private one before it."""
    assert running.slack.command(f"{MONTH} public").ok
    (shared,) = running.slack.wait_for_messages()
    assert (shared.via, shared.only_for) == ("chat.postMessage", None)
    assert "Remove" in labels_of(shared)
    assert 'Reply "@flowxo' in shared.text


def test_previous_answers_on_the_unit_before(running: Running, private: Message) -> None:
    """In private, since it was pressed in private."""
    (answer,) = after(running, private, "Previous Month")
    assert answer.only_for == ASKER
    assert "1–30 Sep 2026" in answer.text


def test_previous_of_a_public_answer_is_answered_in_its_thread(
    running: Running, public: Message
) -> None:
    """Whoever presses it, and the thread goes on from there."""
    (answer,) = after(running, public, "Previous Month", user=COLLEAGUE)
    assert (answer.only_for, answer.thread_ts) == (None, public.thread_ts)
    assert "1–30 Sep 2026" in answer.text
    running.start()
    running.slack.mention("vs last year", thread_ts=public.thread_ts)
    running.idle()
    assert "1–30 Sep 2026, compared with 1–30 Sep 2025" in running.slack.messages[-1].text


def test_compare_with_last_year(running: Running, private: Message) -> None:
    """The same dates, another baseline."""
    (answer,) = after(running, private, "Compare with Last Year")
    assert answer.only_for == ASKER
    assert "1–31 Oct 2026, compared with 1–31 Oct 2025" in answer.text


def test_ask_again_for_now_reads_the_words_anew(running: Running) -> None:
    """Yesterday is another day by then."""
    running.slack.command("stats yesterday")
    message = running.slack.wait_for_messages()[0]
    running.clock.advance(days=2)
    (answer,) = after(running, message, "Ask Again for Now")
    assert "25 Nov 2026" in message.text
    assert "27 Nov 2026" in answer.text


def test_ask_again_in_a_thread_is_not_read_as_a_refinement(running: Running) -> None:
    """The words mean what they meant when they were first asked."""
    running.slack.mention("last week")
    first = running.slack.wait_for_messages()[0]
    running.slack.mention("top flows october", thread_ts=first.thread_ts)
    running.slack.wait_for_messages(2)
    (answer,) = after(running, first, "Ask Again for Now")
    assert "Messages received" in answer.text


def test_the_csv_of_a_private_answer_goes_to_direct_messages(
    running: Running, private: Message
) -> None:
    """A file in the channel would show everyone what was private."""
    said = after(running, private, "CSV")
    (upload,) = running.slack.files
    assert upload.channel_id == DIRECT
    assert upload.thread_ts is None
    assert upload.filename.endswith(".csv")
    assert upload.content is not None
    assert upload.content.startswith(b"\xef\xbb\xbf")
    assert all(m.channel_id == DIRECT or m.only_for == ASKER for m in said)
    assert said[-1].text == "The CSV is in your direct messages with me."


def test_the_csv_of_a_public_answer_comes_into_its_thread(
    running: Running, public: Message
) -> None:
    """Everyone there has seen the figures."""
    after(running, public, "CSV")
    (upload,) = running.slack.files
    assert (upload.channel_id, upload.thread_ts) == (CHATBOTS, public.thread_ts)


def test_as_csv_and_public_puts_the_file_under_the_shared_answer(running: Running) -> None:
    """Both at once."""
    running.slack.command(f"{MONTH} as csv public")
    running.slack.wait_until(lambda: running.slack.files)
    running.idle()
    (upload,) = running.slack.files
    assert (upload.channel_id, upload.thread_ts) == (CHATBOTS, running.slack.posted[0].ts)


@pytest.mark.parametrize("refusal", ["file_uploads_disabled", "missing_scope"])
def test_a_file_that_slack_refuses_is_told_to_its_asker(
    running: Running, private: Message, refusal: str
) -> None:
    """With Slack's word for it."""
    running.slack.faults.add("files.getUploadURLExternal", error(refusal), None)
    said = after(running, private, "CSV")
    assert refusal in said[-1].text
    assert said[-1].only_for == ASKER
    assert running.slack.files == []


def test_what_is_this_explains_to_the_one_who_asked(running: Running, public: Message) -> None:
    """In private, also where the answer is public."""
    (told,) = after(running, public, "What Is This?", user=COLLEAGUE)
    assert told.only_for == COLLEAGUE
    assert "dashboard" in told.text


def test_what_is_this_explains_the_metrics_under_figures(running: Running) -> None:
    """Each with what it means."""
    running.slack.command("stats october")
    message = running.slack.wait_for_messages()[0]
    (told,) = after(running, message, "What Is This?")
    assert "Active users" in told.text


def test_send_me_a_copy_sends_it_to_direct_messages(running: Running, private: Message) -> None:
    """Where it can be refined."""
    copy, told = after(running, private, "Send Me a Copy")
    assert (copy.channel_id, copy.only_for) == (DIRECT, None)
    assert "1–31 Oct 2026" in copy.text
    assert told.only_for == ASKER
    running.start()
    running.slack.direct_message("vs last year", thread_ts=copy.ts)
    running.idle()
    assert "compared with 1–31 Oct 2025" in running.slack.messages[-1].text


def test_a_copy_that_cannot_be_sent_is_told(running: Running, private: Message) -> None:
    """Slack's word for it, in private."""
    running.slack.faults.add("chat.postMessage", error("messages_tab_disabled"), None)
    (told,) = after(running, private, "Send Me a Copy")
    assert "messages_tab_disabled" in told.text


def test_run_asks_what_it_says(running: Running) -> None:
    """Nobody pastes on a phone."""
    running.slack.command("conversions last weeek")
    message = running.slack.wait_for_messages()[0]
    (answer,) = after(running, message, "Run Stats Last Week")
    assert answer.only_for == ASKER
    assert "16–22 Nov 2026" in answer.text


def test_what_i_can_count_helps(running: Running) -> None:
    """The other button of the same message."""
    running.slack.command("conversions last weeek")
    message = running.slack.wait_for_messages()[0]
    (told,) = after(running, message, "What I Can Count")
    assert told.only_for == ASKER
    assert "Triggers" in told.text


def test_the_asker_removes_a_public_answer(running: Running, private: Message) -> None:
    """It goes for everyone."""
    (shared,) = after(running, private, "Share to Channel")
    running.start()
    assert after(running, shared, "Remove") == []
    assert shared.deleted


def test_an_admin_removes_a_public_answer(running: Running, public: Message) -> None:
    """Workspace admins may, too."""
    assert after(running, public, "Remove", user=ADMIN) == []
    assert public.deleted


@pytest.mark.parametrize("user", [COLLEAGUE, GUEST])
def test_nobody_else_removes_a_public_answer(running: Running, public: Message, user: str) -> None:
    """They are told why, in private."""
    running.slack.workspace.channels[CHATBOTS].members.add(GUEST)
    (told,) = after(running, public, "Remove", user=user)
    assert not public.deleted
    assert told.only_for == user
    assert ("admins" if user == COLLEAGUE else "guest") in told.text


def test_removing_twice_is_no_error(running: Running, public: Message) -> None:
    """Two people press at once."""
    first = running.slack.make_press(public, "Remove")
    second = running.slack.make_press(public, "Remove", user=ADMIN)
    for payload in (first, second):
        assert running.slack.send(running.slack.signed_interaction(payload)).ok
    running.idle()
    assert public.deleted
    assert running.slack.messages == [public]


def test_a_removal_that_slack_refuses_is_told(running: Running, public: Message) -> None:
    """With its word for it."""
    running.slack.faults.add("chat.delete", error("cant_delete_message"), None)
    (told,) = after(running, public, "Remove")
    assert "cant_delete_message" in told.text


@pytest.mark.parametrize(
    "button", ["Share to Channel", "Previous Month", "CSV", "Ask Again for Now", "What Is This?"]
)
def test_rights_are_checked_when_a_button_is_pressed(
    running: Running, private: Message, button: str
) -> None:
    """Whoever has become a guest since may see no more."""
    running.slack.workspace.change_user(ASKER, is_restricted=True)
    running.clock.advance(days=1, seconds=1)
    (told,) = after(running, private, button)
    assert told.only_for == ASKER
    assert "guest" in told.text
    assert running.slack.files == []


@pytest.mark.parametrize("button", ["Share to Channel", "Previous Month", "Send Me a Copy"])
def test_a_press_that_arrives_again_is_done_once(
    running: Running, private: Message, button: str
) -> None:
    """Also after a restart."""
    payload = running.slack.make_press(private, button)
    signed = running.slack.signed_interaction(payload)
    assert running.slack.send(signed).ok
    running.idle()
    count = len(running.slack.messages)
    running.start()
    assert running.slack.send(signed).ok
    running.idle()
    assert len(running.slack.messages) == count


def test_a_full_pool_is_told_over_the_press_s_own_way(running: Running, private: Message) -> None:
    """An ack of a press shows nothing, so the line comes by itself."""
    pool, gate = WorkPool(threads=1, waiting=0), Event()
    running.start(pool)
    assert pool.submit(until(gate))
    assert running.slack.press(private, "Previous Month").ok
    told = running.slack.wait_for_messages(2)[-1]
    gate.set()
    assert "try again in a moment" in told.text
    assert told.only_for == ASKER
    assert pool.drain(10)


@pytest.mark.parametrize("value", ["", "drop table", "stats next week", "x" * 2000])
@pytest.mark.parametrize("action_id", ["answer_share", "answer_previous", "answer_share_anyway"])
def test_a_button_that_carries_nothing_readable_says_so(
    running: Running, private: Message, value: str, action_id: str
) -> None:
    """Written by another version; nothing is shared."""
    payload = running.slack.make_press(private, "Share to Channel")
    action = payload["actions"][0]  # type: ignore[index] # a list
    action.update({"value": value, "action_id": action_id})
    before = len(running.slack.messages)
    assert running.slack.send(running.slack.signed_interaction(payload)).ok
    running.idle()
    (told,) = running.slack.messages[before:]
    assert told.only_for == ASKER
    assert "can no longer read" in told.text


def test_an_unknown_choice_says_so(running: Running, private: Message) -> None:
    """A menu of another version."""
    payload = running.slack.make_press(private, "CSV")
    payload["actions"][0]["selected_option"]["value"] = "pdf"  # type: ignore[index] # a list
    assert running.slack.send(running.slack.signed_interaction(payload)).ok
    running.idle()
    assert "can no longer read" in running.slack.messages[-1].text


@pytest.mark.parametrize("action_id", ["open_docs", "run_x", ""])
def test_other_buttons_are_acked(running: Running, private: Message, action_id: str) -> None:
    """Link buttons send a payload, too."""
    payload = running.slack.make_press(private, "Share to Channel")
    payload["actions"][0].update({"action_id": action_id})  # type: ignore[index] # a list
    before = len(running.slack.messages)
    assert running.slack.send(running.slack.signed_interaction(payload)).ok
    running.idle()
    assert len(running.slack.messages) == before


@pytest.mark.parametrize(
    "changes",
    [
        {"actions": []},
        {"actions": [5]},
        {"user": {}},
        {"team": None},
        {"container": None, "message": None},
        {"type": "block_suggestion"},
        {"type": "view_submission", "view": {}},
        {"type": None},
    ],
)
def test_an_odd_press_is_acked_and_shares_nothing(
    running: Running, private: Message, changes: dict[str, object]
) -> None:
    """Signed, but not as Slack shapes it."""
    payload = {**running.slack.make_press(private, "Share to Channel"), **changes}
    ack = running.slack.send(running.slack.signed_interaction(payload))
    assert ack.status in (200, 400)
    running.idle()
    if "container" not in changes:
        assert running.slack.posted == []


def test_buttons_work_in_direct_messages(running: Running) -> None:
    """There the answer comes into the thread."""
    running.slack.direct_message("stats october")
    message = running.slack.wait_for_messages()[0]
    (answer,) = after(running, message, "Previous Month")
    assert (answer.channel_id, answer.thread_ts) == (DIRECT, message.thread_ts)
    running.start()
    after(running, message, "CSV")
    (upload,) = running.slack.files
    assert (upload.channel_id, upload.thread_ts) == (DIRECT, message.thread_ts)


def test_an_expired_response_url_does_not_lose_the_answer(
    running: Running, private: Message
) -> None:
    """It comes by an ephemeral message instead."""
    payload = running.slack.make_press(private, "Previous Month")
    running.slack.advance(31 * 60)
    assert running.slack.send(running.slack.signed_interaction(payload)).ok
    running.idle()
    answer = running.slack.messages[-1]
    assert (answer.via, answer.only_for) == ("chat.postEphemeral", ASKER)
    assert "1–30 Sep 2026" in answer.text


@pytest.mark.parametrize("button", ["Share to Channel", "Send Me a Copy", "CSV"])
def test_a_double_press_is_one(running: Running, private: Message, button: str) -> None:
    """Slack sends both, each with a trigger_id of its own; later it is meant."""
    first = running.slack.make_press(private, button)
    second = running.slack.make_press(private, button)
    for payload in (first, second):
        assert running.slack.send(running.slack.signed_interaction(payload)).ok
    running.idle()
    once = len(running.slack.posted)
    assert once == 1
    running.start()
    running.clock.advance(seconds=5)
    after(running, private, button)
    assert len(running.slack.posted) == 2


@pytest.mark.parametrize(
    ("method", "fault"),
    [("upload", status(500)), ("files.completeUploadExternal", error("file_uploads_disabled"))],
)
def test_a_file_that_does_not_come_is_not_announced(
    running: Running, private: Message, method: str, fault: Fault
) -> None:
    """With its reason in words that are Slack's, or its status."""
    running.slack.faults.add(method, fault)
    said = after(running, private, "CSV")
    line = running.slack.posted[-1]
    if fault.error:
        assert line.deleted
    assert (fault.error or "didn't say whether the CSV arrived") in said[-1].text


@pytest.mark.parametrize("method", ["upload", "files.getUploadURLExternal"])
def test_a_429_to_a_file_is_waited_for(running: Running, private: Message, method: str) -> None:
    """Slack has not taken it then."""
    running.slack.faults.add(method, ratelimited(0))
    after(running, private, "CSV")
    assert len(running.slack.files) == 1
