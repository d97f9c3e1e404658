"""Answers over a response_url: 30 minutes, 5 uses, no timestamp, private unless they say so."""

from __future__ import annotations

import http.client

from slack_sdk import WebClient
from slack_sdk.webhook import WebhookClient

from bot.demo.slack_server import FakeSlack
from bot.demo.slack_workspace import (
    ASKER,
    CHATBOTS,
    SECRET,
)
from tests.demo.just_inside import button, line


def test_response_urls_live_30_minutes(slack: FakeSlack) -> None:
    """An answer is taken at 30 minutes and refused a moment later; an unknown URL is refused."""
    webhook = WebhookClient(slack.make_command("stats")["response_url"])
    slack.advance(1795)
    assert webhook.send(text="just in time").status_code == 200
    slack.advance(10)
    answer = webhook.send(text="too late")
    assert (answer.status_code, "expired_url" in answer.body) == (404, True)
    assert WebhookClient(f"{slack.state.base_url}/commands/R0").send(text="x").status_code == 404
    assert [message.text for message in slack.messages] == ["just in time"]


def test_response_urls_take_five_answers(slack: FakeSlack) -> None:
    """The fifth answer is taken, the sixth refused; no answer carries a ts."""
    webhook = WebhookClient(slack.make_command("stats")["response_url"])
    answers = [webhook.send(text="x") for _ in range(6)]
    assert [answer.status_code for answer in answers] == [200] * 5 + [404]
    assert {answer.body for answer in answers[:5]} == {"ok"}
    assert [response.status for response in slack.responses] == [200] * 5 + [404]


def test_answers_are_private_unless_they_say_so(slack: FakeSlack) -> None:
    """response_type decides who sees an answer; it works where the bot is no member."""
    webhook = WebhookClient(slack.make_command("stats", channel=SECRET)["response_url"])
    webhook.send(text="for you")
    webhook.send(text="for all", response_type="in_channel")
    assert [message.only_for for message in slack.messages] == [ASKER, None]
    assert webhook.send(text="").status_code == 400
    assert webhook.send(text="x", blocks=[{"type": "poem"}]).status_code == 400
    slack.faults.refuse_native = True
    slack.faults.response_refusal = 500
    assert webhook.send(text="x", blocks=[line()]).status_code == 500


def test_answers_that_are_not_json_are_refused(slack: FakeSlack) -> None:
    """A body that is not a JSON object gives invalid_payload."""
    url = slack.make_command("stats")["response_url"]
    connection = http.client.HTTPConnection(url.split("/")[2])
    connection.request("POST", "/" + url.split("/", 3)[3], b"text=hi")
    response = connection.getresponse()
    assert (response.status, response.read()) == (400, b"invalid_payload")
    connection.close()


def test_answers_replace_and_delete_their_message(slack: FakeSlack, client: WebClient) -> None:
    """replace_original edits the message of the button, an ephemeral one stays ephemeral."""
    row = {"type": "actions", "elements": [button(value="v")]}
    client.chat_postEphemeral(channel=CHATBOTS, user=ASKER, text="a", blocks=[row])
    (message,) = slack.ephemerals
    payload = slack.make_press(message, "xxx")
    assert "message" not in payload
    webhook = WebhookClient(str(payload["response_url"]))
    webhook.send(text="b", replace_original=True, response_type="in_channel")
    assert (message.text, message.only_for, message.edits) == ("b", ASKER, 1)
    webhook.send(delete_original=True)
    assert message.deleted
    typed = WebhookClient(slack.make_command("stats")["response_url"])
    typed.send(text="a new one", replace_original=True)
    assert typed.send(delete_original=True).status_code == 200
    assert slack.messages[-1].text == "a new one"
