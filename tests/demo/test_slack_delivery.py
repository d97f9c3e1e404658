"""What people do in Slack reaches the app signed and in Slack's shapes; its acks are shown."""

from __future__ import annotations

import json
from collections.abc import Iterator
from urllib.parse import parse_qs

import pytest
from slack_sdk.signature import SignatureVerifier

from bot.demo.loopback import Answered, Asked, Loopback
from bot.demo.slack_delivery import Ack
from bot.demo.slack_payloads import buttons_of
from bot.demo.slack_server import FakeSlack
from bot.demo.slack_workspace import (
    ASKER,
    BOT_USER,
    CHATBOTS,
    DIRECT,
    OTHERS_DIRECT,
    PRIVATE,
    SHARED,
    STRANGER,
)
from tests.demo.just_inside import button, option, section


class App:
    """An app that records what it gets and answers what it was told to."""

    def __init__(self) -> None:
        self.asked: list[Asked] = []
        self.next = Answered(content_type="text/plain")

    def answer(self, asked: Asked) -> Answered:
        """Record and answer."""
        self.asked.append(asked)
        return self.next


@pytest.fixture(name="app")
def _app() -> App:
    return App()


@pytest.fixture(name="slack")
def _slack(app: App) -> Iterator[FakeSlack]:
    with Loopback(app.answer) as server, FakeSlack(app_url=f"{server.url}/slack/events") as slack:
        yield slack


ROW = {
    "type": "actions", "block_id": "row", "elements": [
        button(text={"type": "plain_text", "text": "Share"}, value="v"),
        {"type": "overflow", "action_id": "more", "options": [option(), option(value="w")]},
    ],
}  # fmt: skip


def form(asked: Asked) -> dict[str, str]:
    """A form body's fields."""
    fields = parse_qs(asked.body.decode(), keep_blank_values=True)
    return {name: values[0] for name, values in fields.items()}


def test_a_command_is_signed_and_complete(slack: FakeSlack, app: App) -> None:
    """A slash command carries Slack's fields and a signature that slack_sdk takes."""
    ack = slack.command("stats “last” week & more")
    assert ack.ok
    assert slack.acks == [ack]
    asked = app.asked[0]
    assert SignatureVerifier(slack.signing_secret).is_valid_request(asked.body, dict(asked.headers))
    fields = form(asked)
    assert fields["text"] == "stats “last” week & more"
    assert (fields["command"], fields["channel_name"]) == ("/flowxo", "chatbots")
    assert {"response_url", "trigger_id", "team_id", "user_id"} <= set(fields)
    assert "thread_ts" not in fields


def test_the_signature_is_of_the_raw_body(slack: FakeSlack) -> None:
    """sign gives Slack's own v0 signature."""
    verifier = SignatureVerifier(slack.signing_secret)
    made = verifier.generate_signature(timestamp="1531420618", body=b"a=1")
    assert slack.sign(b"a=1", "1531420618") == made


@pytest.mark.parametrize(
    ("channel", "name"),
    [(PRIVATE, "privategroup"), (DIRECT, "directmessage"), (OTHERS_DIRECT, "directmessage")],
)
def test_channel_names_hide_what_is_private(slack: FakeSlack, channel: str, name: str) -> None:
    """Private channels and direct messages come without their name."""
    assert slack.make_command("x", channel=channel)["channel_name"] == name


def test_an_ack_with_words_is_shown(slack: FakeSlack, app: App) -> None:
    """Plain text in an ack is shown to the asker, JSON as it says, nothing where it is empty."""
    slack.command("a")
    app.next = Answered(body=b"On it", content_type="text/plain")
    slack.command("b")
    app.next = Answered(body=b'{"response_type":"in_channel","text":"All"}')
    slack.command("c")
    app.next = Answered(body=b'{"response_type":"in_channel"}')
    slack.command("d")
    assert [(m.text, m.only_for) for m in slack.messages] == [("On it", ASKER), ("All", None)]


def test_an_ack_slack_refuses_is_told(slack: FakeSlack, app: App) -> None:
    """An ack whose message breaks a rule is shown to nobody and the refusal kept."""
    app.next = Answered(body=b'{"text":"x","blocks":[{"type":"poem"}]}')
    ack = slack.command("a")
    assert ack.refusal is not None
    assert not ack.ok
    app.next = Answered(body=b"[1]")
    assert slack.command("a").refusal is not None
    assert slack.messages == []


def test_a_failed_ack_shows_slacks_words(slack: FakeSlack, app: App) -> None:
    """A status other than 200, or no answer at all, reads as dispatch_failed to the asker."""
    app.next = Answered(500, b"oops")
    assert not slack.command("a").ok
    app.next = Answered(reset=True)
    assert slack.command("a").status == 0
    seen = list(slack.workspace.seen_by(ASKER, CHATBOTS))
    assert ["dispatch_failed" in message.text for message in seen] == [True, True]
    assert slack.messages == []


def test_an_ack_has_three_seconds() -> None:
    """An ack just under 3 seconds is in time; at 3 seconds it is not."""
    assert Ack(200, took_s=2.999).ok
    assert not Ack(200, took_s=3.0).in_time


def test_a_mention_comes_as_an_event(slack: FakeSlack, app: App) -> None:
    """A mention carries event_id, channel, ts and the thread it stands in."""
    slack.mention("stats", thread_ts="1.2")
    payload = json.loads(app.asked[0].body)
    event = payload["event"]
    assert payload["type"] == "event_callback"
    assert payload["event_id"].startswith("Ev")
    assert event["type"] == "app_mention"
    assert event["text"] == f"<@{BOT_USER}> stats"
    assert (event["channel"], event["thread_ts"]) == (CHATBOTS, "1.2")
    assert slack.make_mention(f"hey <@{BOT_USER}>!")["event"]["text"] == f"hey <@{BOT_USER}>!"  # type: ignore[index]  # an event is an object


def test_a_retry_says_so(slack: FakeSlack) -> None:
    """A retried event carries Slack's two headers and the same event_id."""
    made = slack.make_direct_message("hi")
    first, again = slack.signed_event(made), slack.signed_event(made, retry_num=1)
    assert first.body == again.body
    assert "X-Slack-Retry-Num" not in first.headers
    assert again.headers["X-Slack-Retry-Num"] == "1"
    assert again.headers["X-Slack-Retry-Reason"] == "http_timeout"


def test_a_direct_message_comes_as_message_im(slack: FakeSlack, app: App) -> None:
    """A direct message has channel_type im; a stranger's mention tells the other team."""
    slack.direct_message("stats")
    event = json.loads(app.asked[0].body)["event"]
    assert (event["type"], event["channel_type"], event["channel"]) == ("message", "im", DIRECT)
    shared = slack.make_mention("hi", user=STRANGER, channel=SHARED)
    assert shared["is_ext_shared_channel"] is True
    assert "user_team" in shared["event"]  # type: ignore[operator]  # an event is an object


def test_a_press_of_a_posted_button(slack: FakeSlack, app: App) -> None:
    """A press carries container, message, response_url and the action; an option its value."""
    said = {"text": "x", "blocks": [section(), ROW], "thread_ts": "1.2"}
    message = slack.state.add_message(CHATBOTS, said, via="chat.postMessage")
    slack.press(message, "Share")
    payload = json.loads(form(app.asked[0])["payload"])
    assert payload["type"] == "block_actions"
    assert payload["container"]["thread_ts"] == payload["message"]["thread_ts"] == "1.2"
    assert payload["actions"][0]["value"] == "v"
    assert payload["message"]["bot_id"]
    share, first, second = buttons_of([*message.blocks, {"type": "actions", "elements": [{}]}])
    assert (share.value, first.value, second.value) == ("v", "v", "w")
    made = slack.make_press(message, second)
    assert made["actions"][0]["selected_option"]["value"] == "w"  # type: ignore[index]  # a list
    assert made["actions"][0]["block_id"] == "row"  # type: ignore[index]  # the same
    with pytest.raises(LookupError, match="Share"):
        slack.press(message, "Save")


def test_a_press_on_an_ephemeral_message(slack: FakeSlack) -> None:
    """An ephemeral message's press says so and carries no message."""
    said = {"text": "x", "blocks": [section(accessory=button(value="v"))]}
    message = slack.state.add_message(CHATBOTS, said, via="response_url", only_for=ASKER)
    made = slack.make_press(message, "a")
    assert made["container"]["is_ephemeral"] is True  # type: ignore[index]  # an object
    assert "message" not in made


def test_the_home_tab(slack: FakeSlack, app: App) -> None:
    """Opening Home is an event; a press there has a view and neither channel nor response_url."""
    slack.open_home()
    event = json.loads(app.asked[0].body)["event"]
    assert (event["type"], event["tab"]) == ("app_home_opened", "home")
    slack.state.homes[ASKER] = {"id": "V1", "type": "home", "blocks": [ROW]}
    slack.press_home("Share")
    payload = json.loads(form(app.asked[1])["payload"])
    assert payload["container"] == {"type": "view", "view_id": "V1"}
    assert "response_url" not in payload
    assert "channel" not in payload


def test_someone_can_change(slack: FakeSlack) -> None:
    """A user's fields can be changed for a test."""
    slack.workspace.change_user(ASKER, tz="Asia/Tokyo")
    assert slack.workspace.users[ASKER].tz == "Asia/Tokyo"


def test_deleted_messages_are_seen_by_nobody(slack: FakeSlack) -> None:
    """What was deleted is not found and not shown."""
    message = slack.state.add_message(CHATBOTS, {"text": "x"}, via="chat.postMessage")
    message.deleted = True
    assert slack.workspace.find(CHATBOTS, message.ts) is None
    assert list(slack.workspace.seen_by(ASKER, CHATBOTS)) == []
