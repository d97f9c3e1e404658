"""FakeSlack over real HTTP, driven by slack_sdk: what it takes, refuses, records and breaks."""

from __future__ import annotations

import http.client
import json
from typing import Any

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.webhook import WebhookClient

from bot.demo import slack_faults
from bot.demo.slack_server import FakeSlack
from bot.demo.slack_state import SCOPES, State
from bot.demo.slack_workspace import (
    ADMIN,
    ARCHIVED,
    ASKER,
    BOT_USER,
    CHATBOTS,
    COLLEAGUE,
    DIRECT,
    GENERAL,
    GONE,
    GUEST,
    NOWHERE,
    OTHER_BOT,
    OTHER_TEAM,
    OTHERS_DIRECT,
    PRIVATE,
    SECRET,
    STRANGER,
)
from tests.demo.just_inside import line, plain, rich, section
from tests.demo.refused import error_of

CHART = line()


def test_auth_test_names_the_bot_and_its_scopes(slack: FakeSlack, client: WebClient) -> None:
    """auth.test gives team and bot, and the scopes in its header."""
    answer = client.auth_test()
    assert answer["user_id"] == BOT_USER
    assert answer.headers["x-oauth-scopes"] == ",".join(SCOPES)
    assert [call.method for call in slack.calls] == ["auth.test"]


@pytest.mark.parametrize(("token", "error"), [("", "not_authed"), ("xoxb-no", "invalid_auth")])
def test_tokens_are_checked(slack: FakeSlack, token: str, error: str) -> None:
    """No token and a wrong token are refused by name."""
    assert error_of(WebClient(token, base_url=slack.api_url).auth_test) == error


def test_sockets_need_the_app_token(slack: FakeSlack, client: WebClient) -> None:
    """apps.connections.open takes only the app-level token and gives the URL that was set."""
    wrong = error_of(client.apps_connections_open, app_token=slack.bot_token)
    assert wrong == "not_allowed_token_type"
    assert error_of(client.apps_connections_open, app_token=slack.app_token) == "internal_error"
    slack.state.socket_url = "ws://127.0.0.1:1/link"
    assert client.apps_connections_open(app_token=slack.app_token)["url"].startswith("ws://")


def test_unknown_methods_and_bad_json(slack: FakeSlack, client: WebClient) -> None:
    """A method that is not there, and a body that is not the JSON it claims, are refused."""
    assert error_of(client.api_call, api_method="chat.sing") == "unknown_method"
    connection = http.client.HTTPConnection(slack.api_url.split("/")[2])
    for body in ("{", "[]"):
        connection.request("POST", "/api/auth.test", body, {"Content-Type": "application/json"})
        assert json.loads(connection.getresponse().read())["error"] == "invalid_json"
    connection.request("GET", "/elsewhere")
    assert connection.getresponse().status == 404
    connection.close()


def test_missing_scopes_are_named() -> None:
    """A method without its scope says which it needs and which there are."""
    with FakeSlack(State(scopes=("chat:write",))) as slack:
        client = WebClient(slack.bot_token, base_url=slack.api_url)
        with pytest.raises(SlackApiError) as caught:
            client.users_info(user=ASKER)
        assert caught.value.response["needed"] == "users:read"
        assert caught.value.response["provided"] == "chat:write"
        asked = {"channel": GENERAL, "text": "x"}
        assert error_of(client.chat_postMessage, **asked) == "not_in_channel"
        assert error_of(client.conversations_info, channel=PRIVATE) == "missing_scope"
        assert error_of(client.conversations_open, users=ASKER) == "missing_scope"


def test_users_info_tells_who_is_who(slack: FakeSlack, client: WebClient) -> None:
    """Members, admins, guests, strangers, bots, gone and zoneless people look as in Slack."""
    asker = client.users_info(user=ASKER, include_locale=True)["user"]
    assert (asker["tz"], asker["locale"]) == ("Europe/Berlin", "en-GB")
    assert "locale" not in client.users_info(user=ASKER)["user"]
    assert client.users_info(user=ADMIN)["user"]["is_admin"] is True
    assert client.users_info(user=GUEST)["user"]["is_restricted"] is True
    assert client.users_info(user=STRANGER)["user"]["is_stranger"] is True
    assert client.users_info(user=GONE)["user"]["deleted"] is True
    assert client.users_info(user=OTHER_BOT)["user"]["is_bot"] is True
    slack.workspace.change_user(STRANGER, enterprise_id="E1")
    theirs = client.users_info(user=STRANGER)["user"]["enterprise_user"]
    assert (theirs["enterprise_id"], theirs["teams"]) == ("E1", [OTHER_TEAM])
    nowhere = client.users_info(user=NOWHERE, include_locale=True)["user"]
    assert "tz" not in nowhere
    assert "locale" not in nowhere
    assert error_of(client.users_info, user="U0NOBODY00") == "user_not_found"


def test_conversations_are_told(slack: FakeSlack, client: WebClient) -> None:
    """What a channel is, who is in it by pages, and what stays hidden."""
    channel = client.conversations_info(channel=CHATBOTS, include_num_members=True)["channel"]
    assert channel["is_member"] is True
    assert channel["num_members"] == len(slack.workspace.channels[CHATBOTS].members)
    assert client.conversations_info(channel=PRIVATE)["channel"]["is_private"] is True
    assert error_of(client.conversations_info, channel=SECRET) == "channel_not_found"
    assert error_of(client.conversations_info, channel="C0NOWHERE1") == "channel_not_found"
    assert error_of(client.conversations_members, channel=SECRET) == "channel_not_found"
    members: list[str] = []
    cursor = ""
    while cursor or not members:
        page = client.conversations_members(channel=CHATBOTS, limit=2, cursor=cursor)
        members += page["members"]
        cursor = page["response_metadata"]["next_cursor"]
    assert members == sorted(slack.workspace.channels[CHATBOTS].members)
    asked = {"channel": CHATBOTS}
    assert error_of(client.conversations_members, **asked, limit=0) == "invalid_limit"
    assert error_of(client.conversations_members, **asked, cursor="x") == "invalid_cursor"


def test_direct_messages_are_opened() -> None:
    """conversations.open gives the channel of the bot with a person, and says who cannot."""
    with FakeSlack(State(scopes=(*SCOPES, "im:write", "im:read"))) as slack:
        client = WebClient(slack.bot_token, base_url=slack.api_url)
        assert client.conversations_open(users=ASKER)["channel"]["id"] == DIRECT
        assert client.conversations_info(channel=DIRECT)["channel"]["user"] == ASKER
        assert error_of(client.conversations_open, users=GONE) == "user_disabled"
        assert error_of(client.conversations_open, users=OTHER_BOT) == "cannot_dm_bot"
        assert error_of(client.conversations_open, users="U0") == "user_not_found"
        assert error_of(client.conversations_open, users="") == "users_list_not_supplied"


def test_messages_are_posted_where_the_bot_may(slack: FakeSlack, client: WebClient) -> None:
    """Posting goes by id, to a person's direct messages too, and keeps thread and content."""
    first = client.chat_postMessage(channel=CHATBOTS, text="one", blocks=[section()])
    client.chat_postMessage(channel=CHATBOTS, text="two", thread_ts=first["ts"])
    assert client.chat_postMessage(channel=ASKER, text="you")["channel"] == DIRECT
    fresh = client.chat_postMessage(channel=COLLEAGUE, text="you")["channel"]
    assert slack.workspace.channels[fresh].members == {COLLEAGUE, BOT_USER}
    client.chat_postMessage(channel=GENERAL, text="not a member, chat:write.public")
    assert [message.text for message in slack.posted[:2]] == ["one", "two"]
    assert slack.posted[1].thread_ts == first["ts"]
    assert first["message"]["blocks"] == [section()]
    stamps = [message.ts for message in slack.messages]
    assert stamps == sorted(set(stamps))


@pytest.mark.parametrize(
    ("channel", "error"),
    [
        ("#chatbots", "channel_not_found"), ("C0NOWHERE1", "channel_not_found"),
        (SECRET, "channel_not_found"), (OTHERS_DIRECT, "channel_not_found"),
        (ARCHIVED, "is_archived"), (GONE, "channel_not_found"), (BOT_USER, "channel_not_found"),
    ],
)  # fmt: skip
def test_messages_are_refused_where_it_may_not(client: WebClient, channel: str, error: str) -> None:
    """Names, unknown, hidden, archived channels are refused by name."""
    assert error_of(client.chat_postMessage, channel=channel, text="x") == error


def test_posting_policies_and_content(slack: FakeSlack, client: WebClient) -> None:
    """A posting policy and a message's content are checked after the channel."""
    slack.workspace.channels[CHATBOTS].posting_error = "restricted_action"
    asked: dict[str, Any] = {"channel": CHATBOTS}
    assert error_of(client.chat_postMessage, **asked, text="x") == "restricted_action"
    slack.workspace.channels[CHATBOTS].posting_error = None
    assert error_of(client.api_call, api_method="chat.postMessage", json=asked) == "no_text"
    assert error_of(client.chat_postMessage, **asked, text="x", blocks=[{}]) == "invalid_blocks"
    client.api_call("chat.postMessage", json={**asked, "markdown_text": "hi"})
    assert slack.posted[-1].text == "hi"
    slack.faults.refuse_native = True
    assert error_of(client.chat_postMessage, **asked, text="x", blocks=[CHART]) == "invalid_blocks"
    assert slack.called("chat.postMessage")[-1].error == "invalid_blocks"
    slack.faults.clear()
    client.chat_postMessage(**asked, text="x", blocks=[CHART])


def test_ephemerals_are_for_members(slack: FakeSlack, client: WebClient) -> None:
    """An ephemeral message reaches a member of a channel the bot is in, and gets no ts."""
    answer = client.chat_postEphemeral(channel=CHATBOTS, user=ASKER, text="psst")
    assert "ts" not in answer.data
    assert "message_ts" in answer.data
    assert slack.ephemerals[0].only_for == ASKER
    assert list(slack.workspace.seen_by(COLLEAGUE, CHATBOTS)) == []
    post = client.chat_postEphemeral
    assert error_of(post, channel=CHATBOTS, user=GUEST, text="x") == "user_not_in_channel"
    assert error_of(post, channel=GENERAL, user=ASKER, text="x") == "not_in_channel"
    assert error_of(post, channel=CHATBOTS, user=ASKER, text="ü" * 2001) == "msg_too_long"
    update = client.chat_update
    stamp = answer["message_ts"]
    assert error_of(update, channel=CHATBOTS, ts=stamp, text="x") == "message_not_found"


def test_updates_change_what_is_there(slack: FakeSlack, client: WebClient) -> None:
    """chat.update replaces text and blocks: text alone removes blocks, blocks alone keep text."""
    stamp = client.chat_postMessage(channel=CHATBOTS, text="a", blocks=[section()])["ts"]
    changed = {"channel": CHATBOTS, "ts": stamp, "blocks": [section(text=plain(9))]}
    client.api_call("chat.update", json=changed)  # slack_sdk warns of a missing text
    assert slack.posted[0].text == "a"
    client.chat_update(channel=CHATBOTS, ts=stamp, text="b")
    assert (slack.posted[0].text, slack.posted[0].blocks) == ("b", [])
    assert slack.posted[0].to_dict()["edited"]
    update = client.chat_update
    assert error_of(update, channel="C0", ts=stamp, text="x") == "channel_not_found"
    assert error_of(update, channel=CHATBOTS, ts="1.2", text="x") == "message_not_found"
    assert error_of(update, channel=CHATBOTS, ts=stamp, text="x" * 4001) == "msg_too_long"
    slack.make_mention("hi")
    theirs = slack.workspace.messages[-1].ts
    assert error_of(update, channel=CHATBOTS, ts=theirs, text="x") == "cant_update_message"
    words = rich({"type": "text", "text": "x"})
    stamp = client.chat_postMessage(channel=CHATBOTS, text="a", blocks=[words])["ts"]
    assert (
        error_of(update, channel=CHATBOTS, ts=stamp, text="x", blocks=[section()])
        == "block_mismatch"
    )


def test_deletes_are_for_our_own(slack: FakeSlack, client: WebClient) -> None:
    """chat.delete takes our message once, and nobody else's."""
    stamp = client.chat_postMessage(channel=CHATBOTS, text="a")["ts"]
    client.chat_delete(channel=CHATBOTS, ts=stamp)
    assert slack.posted[0].deleted
    assert error_of(client.chat_delete, channel=CHATBOTS, ts=stamp) == "message_not_found"
    slack.make_mention("hi")
    theirs = slack.workspace.messages[-1].ts
    assert error_of(client.chat_delete, channel=CHATBOTS, ts=theirs) == "cant_delete_message"
    stamp = client.chat_postMessage(channel=CHATBOTS, text="b")["ts"]
    slack.workspace.channels[CHATBOTS].is_archived = True
    assert error_of(client.chat_delete, channel=CHATBOTS, ts=stamp) == "is_archived"


def test_faults_come_as_ordered(slack: FakeSlack, client: WebClient) -> None:
    """429, 5xx, HTML, a named error: as often as ordered, for the method ordered."""
    slack.faults.add("chat.postMessage", slack_faults.ratelimited(7), times=2)
    for _ in range(2):
        with pytest.raises(SlackApiError) as caught:
            client.chat_postMessage(channel=CHATBOTS, text="x")
        assert caught.value.response.status_code == 429
        assert caught.value.response.headers["Retry-After"] == "7"
    client.chat_postMessage(channel=CHATBOTS, text="x")
    slack.faults.add("*", slack_faults.ratelimited(None))
    with pytest.raises(SlackApiError) as caught:
        client.auth_test()
    assert "Retry-After" not in caught.value.response.headers
    slack.faults.add("auth.test", slack_faults.status(503))
    slack.faults.add("auth.test", slack_faults.html())
    slack.faults.add("auth.test", slack_faults.error("token_revoked"), times=None)
    for _ in range(2):
        with pytest.raises(SlackApiError):
            client.auth_test()
    assert error_of(client.auth_test) == "token_revoked"
    assert error_of(client.auth_test) == "token_revoked"
    slack.faults.clear()
    client.auth_test()
    assert len(slack.posted) == 1


def test_a_lost_answer_has_still_posted(slack: FakeSlack, client: WebClient) -> None:
    """A reset or a delay comes after Slack has done what was asked."""
    slack.faults.add("chat.postMessage", slack_faults.reset())
    with pytest.raises((OSError, http.client.HTTPException)):
        client.chat_postMessage(channel=CHATBOTS, text="lost")
    slack.wait_for_messages(1)
    client.timeout = 1
    slack.faults.add("chat.postMessage", slack_faults.delay(30))
    with pytest.raises(OSError, match="timed out"):
        client.chat_postMessage(channel=CHATBOTS, text="late")
    assert [message.text for message in slack.messages] == ["lost", "late"]
    slack.faults.add("chat.postMessage", slack_faults.reset(applied=False))
    with pytest.raises((OSError, http.client.HTTPException)):
        client.chat_postMessage(channel=CHATBOTS, text="never")
    slack.faults.add("response_url", slack_faults.status(500, applied=True))
    webhook = WebhookClient(slack.make_command("stats")["response_url"])
    assert webhook.send(text="but shown").status_code == 500
    assert [message.text for message in slack.messages] == ["lost", "late", "but shown"]


def test_waiting_gives_up_and_says_what_there_is(slack: FakeSlack, client: WebClient) -> None:
    """A wait that is not fulfilled ends in a TimeoutError with the calls so far."""
    client.auth_test()
    with pytest.raises(TimeoutError, match=r"auth\.test"):
        slack.wait_for_messages(1, timeout_s=0.01)
