"""Mentions, direct messages and threads: who is answered, where, and what a reply refines."""

from __future__ import annotations

from threading import Event
from typing import Any

import pytest

from bot.demo.slack_faults import error, ratelimited, reset
from bot.demo.slack_workspace import (
    ASKER,
    BOT_USER,
    CHATBOTS,
    COLLEAGUE,
    DIRECT,
    GUEST,
    NAMED_MENTION,
    SHARED,
    STRANGER,
    Message,
)
from bot.errors import UpstreamDownError
from bot.slack.work import WorkPool
from tests.slack.conftest import Running, labels_of, until


def root_of(running: Running, index: int = -1) -> str:
    """The timestamp of something a person wrote."""
    return [m for m in running.slack.workspace.messages if not m.from_bot][index].ts


def answers(running: Running, count: int) -> list[Message]:
    """What the bot has posted, once it is that much and nothing is under way."""
    messages = running.slack.wait_for_messages(count)
    running.idle()
    assert len(running.slack.messages) == count
    return messages


def test_a_mention_is_answered_in_its_thread_for_everyone(running: Running) -> None:
    """Publicly, with a line that says how to go on, and no link or mention that acts."""
    assert running.slack.mention("stats last week").ok
    (message,) = answers(running, 1)
    assert (message.via, message.only_for) == ("chat.postMessage", None)
    assert message.thread_ts == root_of(running)
    assert 'Reply "@flowxo by day"' in message.text
    assert message.arguments["unfurl_links"] in (False, "0", "false")
    assert message.arguments["unfurl_media"] in (False, "0", "false")
    assert message.arguments["parse"] == "none"


def test_a_mention_in_a_thread_is_answered_in_that_thread(running: Running) -> None:
    """Under the thread's parent, not under the reply."""
    running.slack.mention("stats last week")
    answers(running, 1)
    root = root_of(running)
    running.start()
    assert running.slack.mention("by day", thread_ts=root).ok
    assert answers(running, 2)[-1].thread_ts == root


def test_a_reply_refines_the_dates_that_were_shown(running: Running) -> None:
    """Also a day later, and after a restart; whoever replies."""
    running.slack.mention("top flows yesterday")
    first = answers(running, 1)[0]
    assert "25 Nov 2026" in first.text
    running.clock.advance(days=3)
    running.start()
    running.slack.mention("vs last year", user=COLLEAGUE, thread_ts=root_of(running))
    second = answers(running, 2)[-1]
    assert "25 Nov 2026, compared with 25 Nov 2025" in second.text
    assert "Text Me led" in second.text
    running.start()
    running.slack.mention("and the day before?", thread_ts=root_of(running, 0))
    assert "24 Nov 2026" in answers(running, 3)[-1].text


def test_a_whole_question_in_a_thread_starts_afresh(running: Running) -> None:
    """And is what the next reply refines."""
    running.slack.mention("top flows yesterday")
    answers(running, 1)
    root = root_of(running)
    running.start()
    running.slack.mention("stats october", thread_ts=root)
    assert "1–31 Oct 2026" in answers(running, 2)[-1].text
    running.start()
    running.slack.mention("vs last year", thread_ts=root)
    third = answers(running, 3)[-1]
    assert "1–31 Oct 2026, compared with 1–31 Oct 2025" in third.text


def test_what_a_thread_showed_is_forgotten_after_thirty_days(running: Running) -> None:
    """Then a reply is read on its own."""
    running.slack.mention("stats yesterday")
    answers(running, 1)
    running.clock.advance(days=30)
    running.start()
    running.slack.mention("vs last year", thread_ts=root_of(running))
    assert "25 Nov 2026" not in answers(running, 2)[-1].text


def test_the_mention_may_stand_elsewhere_when_the_rest_is_a_question(running: Running) -> None:
    """From end to end, with no word left over."""
    assert running.slack.mention(f"stats last week {NAMED_MENTION}").ok
    assert "16–22 Nov" in answers(running, 1)[0].text


@pytest.mark.parametrize(
    "text",
    [
        f"I asked {NAMED_MENTION} about stats last week",
        f"ask {NAMED_MENTION}",
        f"we could use {NAMED_MENTION} for stats",
        f"cc {NAMED_MENTION}",
    ],
)
def test_a_mention_inside_a_sentence_is_left_alone(running: Running, text: str) -> None:
    """It is talk about the bot, not to it."""
    assert running.slack.mention(text).ok
    running.idle()
    assert running.slack.messages == []


def test_what_begins_with_the_mention_is_always_answered(running: Running) -> None:
    """If only with what cannot be read; in the thread, three lines at most."""
    assert running.slack.mention("conversions last weeek").ok
    (message,) = answers(running, 1)
    assert message.thread_ts == root_of(running)
    assert "conversions" in message.text
    assert len(message.text.split("\n")) <= 3
    assert "@flowxo stats last week" in message.text


@pytest.mark.parametrize(
    "text", ["thanks", "Thanks!", "ok", "OK.", "thank you :pray:", ":+1:", "👍", "Danke!", "got it"]
)
def test_courtesies_get_nothing(running: Running, text: str) -> None:
    """Neither in a channel nor in direct messages."""
    assert running.slack.mention(text).ok
    assert running.slack.direct_message(text).ok
    running.idle()
    assert running.slack.messages == []


@pytest.mark.parametrize("text", ["hi", "Hello!", "hey :wave:", ""])
def test_a_greeting_and_a_bare_mention_get_the_short_help(running: Running, text: str) -> None:
    """Whoever says hello wants to know what to say next."""
    assert running.slack.mention(text).ok
    (message,) = answers(running, 1)
    assert "@flowxo stats last week" in message.text


@pytest.mark.parametrize(
    ("text", "example"),
    [
        ("guten morgen", "@flowxo Statistik letzte Woche"),
        ("¡Hola!", "@flowxo estadísticas semana pasada"),
        ("ajuda", "@flowxo estatísticas da semana passada"),
        ("aide", "@flowxo stats semaine dernière"),
    ],
)
def test_help_is_told_in_the_language_of_the_one_who_asks(
    running: Running, text: str, example: str
) -> None:
    """Its examples are what they would type."""
    assert running.slack.mention(text).ok
    (message,) = answers(running, 1)
    assert example in message.text


def test_an_error_is_told_in_the_language_typed(running: Running) -> None:
    """With a button that runs what works, in that language too."""
    assert running.slack.mention("Statistik banane letzte Woche").ok
    (message,) = answers(running, 1)
    assert 'Ich kenne "banane" nicht.' in message.text
    assert labels_of(message) == ["Statistik letzte Woche ausführen"]


def test_a_direct_message_is_answered_in_its_thread(running: Running) -> None:
    """There is nobody to share with."""
    assert running.slack.direct_message("stats last week").ok
    (message,) = answers(running, 1)
    assert (message.channel_id, message.only_for) == (DIRECT, None)
    assert message.thread_ts == root_of(running)
    assert "Share to Channel" not in labels_of(message)


def test_any_reply_in_a_direct_thread_refines(running: Running) -> None:
    """Without a mention, since there is nobody else to talk to."""
    running.slack.direct_message("stats october")
    answers(running, 1)
    running.start()
    running.slack.direct_message("and the month before?", thread_ts=root_of(running))
    assert "1–30 Sep 2026" in answers(running, 2)[-1].text


def test_a_direct_message_may_begin_with_the_mention(running: Running) -> None:
    """Out of habit."""
    running.slack.direct_message(f"{NAMED_MENTION}, stats october")
    assert "1–31 Oct 2026" in answers(running, 1)[0].text


def test_a_direct_message_that_cannot_be_read_is_told_there(running: Running) -> None:
    """Every direct message is meant."""
    running.slack.direct_message("what is the meaning of life")
    (message,) = answers(running, 1)
    assert message.channel_id == DIRECT


def test_a_slow_answer_in_direct_messages_leaves_no_line_behind(running: Running) -> None:
    """The announcement is a message there, and is taken back."""
    running.start(working_after_s=0.0)
    running.source.open.clear()
    running.slack.direct_message("stats last week")
    (line,) = running.slack.wait_for_messages()
    running.source.open.set()
    answers(running, 2)
    assert line.text.startswith("Working on it")
    assert line.deleted


def test_a_slow_failure_in_direct_messages_leaves_no_line_behind_either(running: Running) -> None:
    """The error is the answer then."""
    running.start(working_after_s=0.0)
    running.source.open.clear()
    running.source.error = UpstreamDownError("Flow XO does not answer.")
    running.slack.direct_message("status")
    (line,) = running.slack.wait_for_messages()
    running.source.open.set()
    answers(running, 2)
    assert (line.text, line.deleted) == ("Working on it…", True)
    running.start(working_after_s=0.0)
    running.source.open.clear()
    running.slack.direct_message("stats last week")
    line = running.slack.wait_for_messages(3)[-1]
    running.source.open.set()
    assert answers(running, 4)[-1].text == "Flow XO does not answer."
    assert line.deleted


def test_a_slow_answer_to_a_mention_is_announced_to_its_asker_alone(running: Running) -> None:
    """Ephemeral in the channel."""
    running.start(working_after_s=0.0)
    running.source.open.clear()
    running.slack.mention("stats last week")
    (line,) = running.slack.wait_for_messages()
    running.source.open.set()
    answers(running, 2)
    assert (line.via, line.only_for) == ("chat.postEphemeral", ASKER)


@pytest.mark.parametrize(
    "changes",
    [
        {"bot_id": "B0OTHER"},
        {"bot_profile": {"id": "B1"}},
        {"subtype": "message_changed"},
        {"subtype": "bot_message"},
        {"edited": {"user": ASKER, "ts": "1.1"}},
        {"hidden": True},
        {"user": BOT_USER},
        {"text": None},
        {"user": None},
        {"channel": "x y"},
        {"ts": "yesterday"},
    ],
)
@pytest.mark.parametrize("direct", [False, True])
def test_what_no_person_wrote_just_now_is_dropped(
    running: Running, changes: dict[str, Any], direct: bool
) -> None:
    """Edits, other bots, our own messages, notices of Slack's: acked and left."""
    make = running.slack.make_direct_message if direct else running.slack.make_mention
    payload = make("stats last week")
    event = payload["event"]
    assert isinstance(event, dict)
    event.update(changes)
    ack = running.slack.send(running.slack.signed_event(payload))
    assert ack.status == 200
    running.idle()
    assert running.slack.messages == []


def test_a_message_in_a_channel_without_a_mention_is_nobody_s(running: Running) -> None:
    """Were the app ever subscribed to them."""
    payload = running.slack.make_direct_message("stats last week")
    event = payload["event"]
    assert isinstance(event, dict)
    event.update({"channel_type": "channel", "channel": CHATBOTS})
    assert running.slack.send(running.slack.signed_event(payload)).ok
    running.idle()
    assert running.slack.messages == []


def test_an_event_that_is_sent_again_is_done_once(running: Running) -> None:
    """Slack retries when an ack was lost on its way; also after a restart."""
    payload = running.slack.make_mention("stats last week")
    assert running.slack.send(running.slack.signed_event(payload)).ok
    answers(running, 1)
    running.start()
    for number in (1, 2, 3):
        again = running.slack.signed_event(payload, retry_num=number)
        assert running.slack.send(again).ok
    answers(running, 1)


def test_a_retry_that_is_the_only_copy_is_answered(running: Running) -> None:
    """A retry is never dropped for being one: the first may not have arrived."""
    payload = running.slack.make_mention("stats last week")
    assert running.slack.send(running.slack.signed_event(payload, retry_num=1)).ok
    answers(running, 1)


def test_two_events_about_one_message_are_one(running: Running) -> None:
    """app_mention and message may both tell of it, with ids of their own."""
    payload = running.slack.make_mention("stats last week")
    assert running.slack.send(running.slack.signed_event(payload)).ok
    assert running.slack.send(running.slack.signed_event({**payload, "event_id": "Ev2"})).ok
    answers(running, 1)


def test_a_full_pool_leaves_an_event_to_slack_s_retry(running: Running) -> None:
    """Not acked and not remembered: when it comes again it is answered."""
    pool, gate = WorkPool(threads=1, waiting=0), Event()
    running.start(pool)
    assert pool.submit(until(gate))
    payload = running.slack.make_mention("stats last week")
    ack = running.slack.send(running.slack.signed_event(payload))
    assert ack.status == 503
    gate.set()
    running.start()
    assert running.slack.send(running.slack.signed_event(payload, retry_num=1)).ok
    answers(running, 1)


def test_a_guest_s_mention_is_refused_for_their_eyes_only(running: Running) -> None:
    """Nobody else need know."""
    running.slack.workspace.channels[CHATBOTS].members.add(GUEST)
    assert running.slack.mention("stats last week", user=GUEST).ok
    (message,) = answers(running, 1)
    assert (message.via, message.only_for) == ("chat.postEphemeral", GUEST)
    assert "guest" in message.text


def test_a_stranger_s_mention_is_refused(running: Running) -> None:
    """In a channel that is shared with another workspace."""
    assert running.slack.mention("stats last week", user=STRANGER, channel=SHARED).ok
    (message,) = answers(running, 1)
    assert message.only_for == STRANGER
    assert "another one" in message.text


def test_a_guest_who_only_talks_about_the_bot_is_left_alone(running: Running) -> None:
    """A refusal would be an answer to what was no question."""
    running.slack.workspace.channels[CHATBOTS].members.add(GUEST)
    running.slack.mention(f"ask {NAMED_MENTION} about it", user=GUEST)
    running.idle()
    assert running.slack.messages == []
    running.start()
    running.slack.mention(f"stats last week {NAMED_MENTION}", user=GUEST)
    assert answers(running, 1)[0].only_for == GUEST


def test_a_file_asked_for_in_a_thread_comes_into_the_thread(running: Running) -> None:
    """What was public stays where it was asked."""
    running.slack.mention("top flows yesterday as csv")
    running.slack.wait_until(lambda: running.slack.files)
    running.idle()
    (upload,) = running.slack.files
    assert (upload.channel_id, upload.thread_ts) == (CHATBOTS, root_of(running))


@pytest.mark.parametrize("subtype", ["file_share", "thread_broadcast"])
def test_a_message_with_a_file_or_shown_in_the_channel_too_is_answered(
    running: Running, subtype: str
) -> None:
    """A person wrote it, and would wait."""
    payload = running.slack.make_direct_message("stats october")
    event = payload["event"]
    assert isinstance(event, dict)
    event["subtype"] = subtype
    assert running.slack.send(running.slack.signed_event(payload)).ok
    assert "1–31 Oct 2026" in answers(running, 1)[0].text


def test_what_could_not_be_posted_is_a_private_answer(running: Running) -> None:
    """Nobody can reply to it or remove it; its reader may share it."""
    running.slack.faults.add("chat.postMessage", ratelimited(600))
    running.slack.mention("stats october")
    (message,) = answers(running, 1)
    assert message.only_for == ASKER
    assert "Reply" not in message.text
    assert "Remove" not in labels_of(message)
    assert "Share to Channel" in labels_of(message)


def test_a_refusal_is_put_into_a_thread_only_where_there_is_one(running: Running) -> None:
    """In a thread that nobody has answered yet an ephemeral message is never seen."""
    running.slack.mention("stats last week", user=STRANGER, channel=SHARED)
    assert answers(running, 1)[0].thread_ts is None
    running.start()
    root = root_of(running)
    running.slack.mention("stats last week", user=STRANGER, channel=SHARED, thread_ts=root)
    assert answers(running, 2)[-1].thread_ts == root


def test_a_lost_public_answer_is_told_and_not_repeated(running: Running) -> None:
    """It may stand in the thread; the asker alone hears that nobody knows."""
    running.slack.faults.add("chat.postMessage", reset())
    running.slack.mention("stats last week")
    public, told = answers(running, 2)
    assert "compared with" in public.text
    assert told.only_for == ASKER
    assert "didn't say whether my answer arrived" in told.text


def test_an_answer_that_must_move_says_why_and_offers_no_sharing(running: Running) -> None:
    """In direct messages there is nobody to share it with."""
    running.slack.workspace.channels[CHATBOTS].posting_error = "is_archived"
    running.slack.faults.add("chat.postEphemeral", error("is_archived"), None)
    running.slack.mention("stats last week")
    (moved,) = answers(running, 1)
    assert moved.channel_id == DIRECT
    assert "Slack didn't take this answer where you asked (it says is_archived)" in moved.text
    assert "Share to Channel" not in labels_of(moved)
