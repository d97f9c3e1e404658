"""Bringing a message to its readers: three forms, three ways, and what Slack says to them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from slack_sdk import WebClient

from bot.calls import Fate
from bot.demo.slack_faults import Fault, error, html, no_object, ratelimited, reset, status
from bot.demo.slack_server import FakeSlack
from bot.demo.slack_workspace import ASKER, CHATBOTS, DIRECT, SECRET, TEAM, Message
from bot.render.blocks import rich_lines
from bot.render.plan import MessagePlan
from bot.settings import Settings
from bot.slack.place import Manner, Place
from bot.slack.respond import Replies, _shortened
from bot.wiring import slack_client
from tests.slack.conftest import Clock, Running

CHART = {
    "type": "data_visualization",
    "title": "Messages",
    "chart": {
        "type": "line",
        "series": [{"name": "Messages", "data": [{"label": "Mon", "value": 1}]}],
        "axis_config": {"categories": ["Mon"]},
    },
}
RICH = rich_lines([["Monday: 1"]])
PLAN = MessagePlan("Messages\nMonday: 1", (RICH, CHART), (RICH, RICH))
BROKEN = {"type": "no_such_block"}


@pytest.fixture
def replies(slack_settings: Settings, clock: Clock) -> Replies:
    """Replies over the fake Slack, with the client that wiring builds."""
    return Replies(slack_client(slack_settings), clock)


@pytest.fixture
def place(slack: FakeSlack) -> Place:
    """Where a command was typed."""
    url = slack.state.issue_response_url(CHATBOTS, ASKER, None)
    return Place(TEAM, ASKER, Manner.PRIVATE, (), CHATBOTS, response_url=url)


def form_of(message: Message) -> str:
    """Which of the three forms a message has."""
    if not message.blocks:
        return "text"
    return "native" if list(message.blocks) == list(PLAN.blocks) else "rich"


def test_native_blocks_go_first(replies: Replies, place: Place, slack: FakeSlack) -> None:
    """As they are, over response_url, for the asker alone."""
    assert replies.whisper(place, PLAN).done
    (message,) = slack.messages
    assert form_of(message) == "native"
    assert message.only_for == ASKER


def test_refused_native_blocks_are_sent_once_without(
    replies: Replies, place: Place, slack: FakeSlack, clock: Clock
) -> None:
    """And for a day not tried again, since the same message without them was taken."""
    slack.faults.refuse_native = True
    assert replies.whisper(place, PLAN).done
    assert [r.status for r in slack.responses] == [400, 200]
    assert replies.post(TEAM, CHATBOTS, None, PLAN).done
    assert len(slack.called("chat.postMessage")) == 1
    assert [form_of(m) for m in slack.messages] == ["rich", "rich"]
    slack.faults.refuse_native = False
    clock.advance(hours=23)
    replies.post(TEAM, CHATBOTS, None, PLAN)
    clock.advance(hours=2)
    replies.post(TEAM, CHATBOTS, None, PLAN)
    assert [form_of(m) for m in slack.messages[2:]] == ["rich", "native"]


def test_the_refusal_of_one_workspace_is_not_another_s(
    replies: Replies, place: Place, slack: FakeSlack
) -> None:
    """It is remembered per workspace."""
    slack.faults.refuse_native = True
    assert replies.whisper(place, PLAN).done
    slack.faults.refuse_native = False
    assert replies.post("T0SECOND01", CHATBOTS, None, PLAN).done
    assert form_of(slack.messages[-1]) == "native"


def test_blocks_that_are_refused_altogether_leave_the_text(
    replies: Replies, slack: FakeSlack
) -> None:
    """Which tells the whole story; and then it is not known that native blocks were the reason."""
    plan = replace(PLAN, rich=(BROKEN,), blocks=(BROKEN, CHART))
    assert replies.post(TEAM, CHATBOTS, None, plan).done
    assert [call.error for call in slack.called("chat.postMessage")] == [
        "invalid_blocks",
        "invalid_blocks",
        "",
    ]
    assert form_of(slack.messages[0]) == "text"
    assert replies.post(TEAM, CHATBOTS, None, PLAN).done
    assert form_of(slack.messages[-1]) == "native"


def test_a_message_without_native_blocks_is_not_sent_twice_in_the_same_form(
    replies: Replies, slack: FakeSlack
) -> None:
    """Rich, then text."""
    plan = MessagePlan("Hello", (BROKEN,), (BROKEN,))
    assert replies.post(TEAM, CHATBOTS, None, plan).done
    assert len(slack.called("chat.postMessage")) == 2


@pytest.mark.parametrize("seconds", [1801, 0])
def test_a_response_url_that_is_no_longer_taken_is_followed_by_an_ephemeral_message(
    replies: Replies, place: Place, slack: FakeSlack, seconds: int
) -> None:
    """Expired after 30 minutes, or used five times."""
    slack.advance(seconds)
    if not seconds:
        for _ in range(5):
            assert replies.whisper(place, PLAN).done
    assert replies.whisper(place, PLAN).done
    message = slack.messages[-1]
    assert (message.via, message.only_for) == ("chat.postEphemeral", ASKER)
    assert form_of(message) == "native"


def test_where_no_ephemeral_message_can_be_it_comes_directly(
    replies: Replies, place: Place, slack: FakeSlack
) -> None:
    """The bot is not in the channel, and the response_url has expired."""
    slack.advance(1801)
    assert replies.whisper(replace(place, channel_id=SECRET), PLAN).done
    assert slack.messages[-1].channel_id == DIRECT


def test_a_text_that_is_too_long_says_nothing_of_native_blocks(
    replies: Replies, slack: FakeSlack
) -> None:
    """A shorter form is tried, and the next message comes with its chart again."""
    slack.faults.add("chat.postMessage", error("msg_too_long"))
    assert replies.post(TEAM, CHATBOTS, None, PLAN).done
    assert replies.post(TEAM, CHATBOTS, None, PLAN).done
    assert [form_of(message) for message in slack.messages] == ["rich", "native"]


def test_what_cannot_be_delivered_at_all_is_in_the_answer(
    replies: Replies, place: Place, slack: FakeSlack
) -> None:
    """And nothing is raised."""
    slack.faults.add("*", error("token_revoked"), None)
    slack.faults.add("response_url", status(404), None)
    sent = replies.whisper(place, PLAN)
    assert (sent.fate, sent.reason) == (Fate.FAILED, "token_revoked")


@pytest.mark.parametrize(
    "fault",
    [
        reset(),
        html(applied=True),
        no_object(applied=True),
        status(503, applied=True),
        error("fatal_error"),
    ],
)
def test_a_post_whose_answer_is_lost_is_not_repeated(
    replies: Replies, slack: FakeSlack, fault: object
) -> None:
    """It may have arrived."""
    slack.faults.add("chat.postMessage", fault)  # type: ignore[arg-type] # one of several
    sent = replies.post(TEAM, CHATBOTS, None, PLAN)
    assert sent.fate is Fate.LOST
    assert len(slack.messages) <= 1
    assert len(slack.called("chat.postMessage")) <= 1


def test_a_lost_private_answer_is_sent_by_another_way(
    replies: Replies, place: Place, slack: FakeSlack
) -> None:
    """One person may read it twice; better than not at all."""
    slack.faults.add("response_url", reset())
    assert replies.whisper(place, PLAN).done
    assert [message.only_for for message in slack.messages] == [ASKER, ASKER]


def test_a_lost_line_that_is_not_worth_waiting_for_is_not_repeated(
    replies: Replies, place: Place, slack: FakeSlack
) -> None:
    """That something takes long need not be said twice."""
    slack.faults.add("response_url", reset())
    assert replies.whisper(place, PLAN, patient=False).fate is Fate.LOST
    assert len(slack.messages) == 1


@pytest.mark.parametrize("fault", [status(500), status(502)])
def test_a_server_that_is_not_well_says_nothing_of_native_blocks(
    replies: Replies, place: Place, slack: FakeSlack, fault: Fault
) -> None:
    """The next answer has its charts again."""
    slack.faults.add("response_url", fault)
    assert replies.whisper(place, PLAN).done
    assert replies.whisper(place, PLAN).done
    assert [form_of(message) for message in slack.messages] == ["rich", "native"]


def test_native_blocks_are_blamed_only_where_the_same_without_them_was_taken(
    replies: Replies, slack: FakeSlack
) -> None:
    """Refused in both forms, it was something else, and the next message has its chart."""
    slack.faults.add("chat.postMessage", error("invalid_blocks"), times=2)
    assert replies.post(TEAM, CHATBOTS, None, PLAN).done
    assert replies.post(TEAM, CHATBOTS, None, PLAN).done
    assert [form_of(message) for message in slack.messages] == ["text", "native"]


def test_text_over_a_response_url_formats_nothing(
    replies: Replies, place: Place, slack: FakeSlack
) -> None:
    """Nor does it unfold an address; there is no `parse` there."""
    assert replies.whisper(place, PLAN).done
    (response,) = slack.state.responses
    sent = {name: response.arguments[name] for name in ("mrkdwn", "unfurl_links", "unfurl_media")}
    assert sent == {"mrkdwn": False, "unfurl_links": False, "unfurl_media": False}


def test_what_moves_to_direct_messages_says_why(
    replies: Replies, place: Place, slack: FakeSlack
) -> None:
    """It is another plan there, made with Slack's reason."""
    slack.faults.add("response_url", status(404), None)
    slack.faults.add("chat.postEphemeral", error("user_not_in_channel"), None)
    moved = MessagePlan("moved", (RICH,), (RICH,))
    reasons: list[str] = []

    def elsewhere(reason: str) -> MessagePlan:
        reasons.append(reason)
        return moved

    assert replies.whisper(place, PLAN, elsewhere=elsewhere).done
    assert reasons == ["user_not_in_channel"]
    assert (slack.messages[-1].text, slack.messages[-1].channel_id) == ("moved", DIRECT)


def test_a_slack_that_is_not_there_is_a_failure(clock: Clock) -> None:
    """Nothing left, so nothing is lost."""
    nowhere = WebClient("xoxb-x", base_url="http://127.0.0.1:9/api/", retry_handlers=[])
    sent = Replies(nowhere, clock).post(TEAM, CHATBOTS, None, PLAN)
    assert sent.fate is Fate.UNREACHED


@pytest.mark.parametrize("method", ["chat.postMessage", "response_url"])
def test_a_429_is_waited_for(replies: Replies, place: Place, slack: FakeSlack, method: str) -> None:
    """Slack has done nothing then, so the same is sent again."""
    slack.faults.add(method, ratelimited(0), times=2)
    if method == "response_url":
        assert replies.whisper(place, PLAN).done
    else:
        assert replies.post(TEAM, CHATBOTS, None, PLAN).done
    assert len(slack.messages) == 1


def test_a_429_longer_than_our_patience_is_not_waited_for(
    replies: Replies, slack: FakeSlack
) -> None:
    """A person waits, and a thread of the pool with them."""
    slack.faults.add("chat.postMessage", ratelimited(600), None)
    assert replies.post(TEAM, CHATBOTS, None, PLAN).fate is Fate.LIMITED
    assert len(slack.called("chat.postMessage")) == 1


def test_a_429_without_end_is_given_up(replies: Replies, slack: FakeSlack) -> None:
    """Also one that asks for no seconds at all."""
    slack.faults.add("chat.postMessage", ratelimited(0), None)
    assert replies.post(TEAM, CHATBOTS, None, PLAN).fate is Fate.LIMITED
    assert len(slack.called("chat.postMessage")) == 4


def test_a_limited_response_url_is_followed_by_another_way(
    replies: Replies, place: Place, slack: FakeSlack
) -> None:
    """It has limits of its own."""
    slack.faults.add("response_url", ratelimited(600), None)
    assert replies.whisper(place, PLAN).done
    assert slack.messages[0].via == "chat.postEphemeral"


def test_an_ephemeral_text_is_cut_at_a_line_where_bytes_count() -> None:
    """Slack counts bytes there, and a line of Japanese has many."""
    lines = ["結果" * 30] * 40
    shortened = _shortened("\n".join(lines))
    assert len(shortened.encode()) < 4000
    assert shortened.endswith("\n…")
    assert set(shortened.split("\n")) == {"結果" * 30, "…"}
    assert _shortened("short") == "short"


def test_without_a_response_url_nothing_is_shown_to_the_channel_by_one(
    replies: Replies, place: Place
) -> None:
    """Events bring none."""
    assert replies.in_channel(replace(place, response_url=None), PLAN).fate is Fate.CLOSED


def test_untrusted_text_acts_on_nobody_by_any_way(running: Running) -> None:
    """A message that somebody typed to a chatbot rings no channel and opens no link."""
    running.slack.command("messages last week")
    running.slack.mention("messages last week")
    running.slack.faults.add("chat.postMessage", error("invalid_blocks"), times=2)
    running.slack.wait_for_messages(2)
    running.idle()
    assert all(not m.pings and not m.links for m in running.slack.messages)
    assert "&lt;!channel&gt;" in running.slack.messages[0].text
