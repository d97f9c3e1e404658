"""conversations.history of the fake Slack, and answers to a post that are lost on their way."""

from __future__ import annotations

import http.client
from typing import Any

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.demo import slack_faults
from bot.demo.slack_faults import Fault
from bot.demo.slack_limits import SLACK_LIMITS
from bot.demo.slack_server import FakeSlack
from bot.demo.slack_workspace import CHATBOTS, DIRECT, GENERAL, PRIVATE, SECRET
from tests.demo.refused import error_of

METADATA = {"event_type": "flowxo_digest", "event_payload": {"id": "d1"}}


def texts(answer: Any) -> list[str]:
    """The texts of a page."""
    return [message["text"] for message in answer["messages"]]


def test_a_history_goes_by_pages_from_the_newest(slack: FakeSlack, client: WebClient) -> None:
    """Each page names the next until there is none."""
    for number in range(5):
        client.chat_postMessage(channel=CHATBOTS, text=f"{number}")
    client.chat_postMessage(channel=GENERAL, text="elsewhere")
    first = client.conversations_history(channel=CHATBOTS, limit=2)
    assert (texts(first), first["has_more"]) == (["4", "3"], True)
    cursor = first["response_metadata"]["next_cursor"]
    second = client.conversations_history(channel=CHATBOTS, limit=2, cursor=cursor)
    cursor = second["response_metadata"]["next_cursor"]
    third = client.conversations_history(channel=CHATBOTS, limit=2, cursor=cursor)
    assert (texts(second), texts(third), third["has_more"]) == (["2", "1"], ["0"], False)
    assert third["response_metadata"]["next_cursor"] == ""
    assert slack.called("conversations.history")


def test_a_history_has_what_everybody_sees(slack: FakeSlack, client: WebClient) -> None:
    """No replies, nothing for one person alone, nothing that was deleted."""
    ts = client.chat_postMessage(channel=CHATBOTS, text="seen")["ts"]
    client.chat_postMessage(channel=CHATBOTS, text="reply", thread_ts=ts)
    asker = next(iter(slack.workspace.channels[CHATBOTS].members - {"U0FLOWXO01", "U0OTHERB01"}))
    client.chat_postEphemeral(channel=CHATBOTS, user=asker, text="for one")
    gone = client.chat_postMessage(channel=CHATBOTS, text="gone")["ts"]
    client.chat_delete(channel=CHATBOTS, ts=gone)
    assert texts(client.conversations_history(channel=CHATBOTS)) == ["seen"]


def test_a_history_is_of_a_time(client: WebClient) -> None:
    """Between two instants, and at them only where that is asked for."""
    stamps = [client.chat_postMessage(channel=CHATBOTS, text=f"{n}")["ts"] for n in range(3)]
    between = {"channel": CHATBOTS, "oldest": stamps[0], "latest": stamps[2]}
    assert texts(client.conversations_history(**between)) == ["1"]
    assert texts(client.conversations_history(**between, inclusive=True)) == ["2", "1", "0"]


def test_what_metadata_carry_is_told_where_it_is_asked_for(client: WebClient) -> None:
    """Else only their kind."""
    client.chat_postMessage(channel=CHATBOTS, text="x", metadata=METADATA)
    client.chat_postMessage(channel=CHATBOTS, text="y")
    with_all = client.conversations_history(channel=CHATBOTS, include_all_metadata=True)
    assert [one.get("metadata") for one in with_all["messages"]] == [None, METADATA]
    without = client.conversations_history(channel=CHATBOTS)
    assert without["messages"][1]["metadata"] == {"event_type": "flowxo_digest"}


def test_who_may_read_a_history(slack: FakeSlack, client: WebClient) -> None:
    """Members with the scope of its kind."""
    assert error_of(client.conversations_history, channel=GENERAL) == "not_in_channel"
    assert error_of(client.conversations_history, channel=SECRET) == "channel_not_found"
    assert error_of(client.conversations_history, channel="C0NOWHERE1") == "channel_not_found"
    assert error_of(client.conversations_history, channel=CHATBOTS, limit=0) == "invalid_limit"
    wrong = {"channel": CHATBOTS, "oldest": "yesterday"}
    assert error_of(client.conversations_history, **wrong) == "invalid_arguments"
    for scope, channel in (
        ("channels:history", CHATBOTS), ("groups:history", PRIVATE), ("im:history", DIRECT),
    ):  # fmt: skip
        client.conversations_history(channel=channel)
        slack.state.scopes = tuple(one for one in slack.state.scopes if one != scope)
        assert error_of(client.conversations_history, channel=channel) == "missing_scope"


@pytest.mark.parametrize(
    "fault",
    [
        slack_faults.close(),
        slack_faults.cut(),
        slack_faults.short(),
        slack_faults.reset(),
        slack_faults.html(applied=True),
        slack_faults.status(500, applied=True),
    ],
    ids=lambda fault: fault.kind,
)
def test_an_answer_that_is_lost(slack: FakeSlack, client: WebClient, fault: Fault) -> None:
    """The post was made, once, and the client cannot know."""
    slack.faults.add("chat.postMessage", fault)
    broken = (SlackApiError, OSError, http.client.HTTPException)
    with pytest.raises(broken):
        client.chat_postMessage(channel=CHATBOTS, text="x")
    assert [message.text for message in slack.posted] == ["x"]


@pytest.mark.parametrize("said", [None, "soon", "", "-1", "1e3", "30"])
def test_a_wish_to_wait_may_be_said_badly(
    slack: FakeSlack, client: WebClient, said: str | None
) -> None:
    """As the header is ordered."""
    slack.faults.add("chat.postMessage", slack_faults.ratelimited(said))
    with pytest.raises(SlackApiError) as caught:
        client.chat_postMessage(channel=CHATBOTS, text="x")
    assert caught.value.response.headers.get("Retry-After") == said
    assert slack.posted == []


def test_a_page_holds_only_so_many(slack: FakeSlack, client: WebClient) -> None:
    """However many are asked for."""
    for number in range(SLACK_LIMITS["history.limit"] + 1):
        slack.state.add_message(CHATBOTS, {"text": f"{number}"}, via="chat.postMessage")
    page = client.conversations_history(channel=CHATBOTS, limit=5_000)
    assert (len(page["messages"]), page["has_more"]) == (SLACK_LIMITS["history.limit"], True)
