"""Modals filled in and sent: what Slack sends along, and what an ack does to them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs

import pytest
from slack_sdk import WebClient

from bot.demo.loopback import Answered, Asked, Loopback
from bot.demo.slack_findings import Surface
from bot.demo.slack_forms import NotSentError
from bot.demo.slack_payloads import buttons_of
from bot.demo.slack_server import FakeSlack
from bot.demo.slack_workspace import ADMIN, ASKER, COLLEAGUE
from tests.demo.just_inside import button, option, plain, refusal_of, section


class App:
    """An app that records what it gets and answers what it was told to."""

    def __init__(self) -> None:
        self.asked: list[Asked] = []
        self.next = Answered()

    def answer(self, asked: Asked) -> Answered:
        """Record and answer."""
        self.asked.append(asked)
        return self.next

    @property
    def got(self) -> Any:
        """The latest payload."""
        return json.loads(parse_qs(self.asked[-1].body.decode())["payload"][0])


def field(block_id: str, **element: Any) -> dict[str, Any]:
    """An input."""
    optional = element.pop("optional", True)
    whole = {"type": "input", "block_id": block_id, "label": plain(3), "optional": optional}
    return {**whole, "element": {"action_id": "a", **element}}


CHOICES = [option(value="1"), option(value="2")]
MODAL = {
    "type": "modal", "callback_id": "form", "private_metadata": "kept", "title": plain(3),
    "submit": plain(3),
    "blocks": [
        field("name", type="plain_text_input", initial_value="Acme", max_length=9, optional=False),
        field("week", type="static_select", options=CHOICES, initial_option=CHOICES[0]),
        field("who", type="radio_buttons", options=CHOICES, initial_option=CHOICES[1]),
        field("hidden", type="multi_static_select", options=CHOICES, initial_options=CHOICES),
        field("switch", type="checkboxes", options=CHOICES),
        field("people", type="multi_users_select", initial_users=[ADMIN]),
        field("owner", type="users_select"),
        {"type": "actions", "block_id": "row", "elements": [button(value="v")]},
    ],
}  # fmt: skip


@pytest.fixture(name="app")
def _app() -> App:
    return App()


@pytest.fixture(name="slack")
def _slack(app: App) -> Iterator[FakeSlack]:
    with Loopback(app.answer) as server, FakeSlack(app_url=f"{server.url}/slack/events") as slack:
        yield slack


@pytest.fixture(name="view")
def _view(slack: FakeSlack) -> dict[str, Any]:
    """The modal, opened."""
    client = WebClient(slack.bot_token, base_url=slack.api_url, retry_handlers=[], timeout=5)
    client.views_open(trigger_id=slack.state.issue_trigger(), view=MODAL)
    shown = slack.form
    assert shown is not None
    return dict(shown)


def values(app: App) -> dict[str, Any]:
    """What was sent of each input."""
    return {key: one["a"] for key, one in app.got["view"]["state"]["values"].items()}


def test_a_form_nobody_touched_sends_what_it_showed(
    slack: FakeSlack, app: App, view: dict[str, Any]
) -> None:
    """In Slack's shapes, with the view as it was opened."""
    assert slack.submit({}, view=view, user=COLLEAGUE).ok
    got = app.got
    assert (got["type"], got["user"]["id"]) == ("view_submission", COLLEAGUE)
    assert got["view"]["private_metadata"] == "kept"
    assert got["view"]["id"] == view["id"]
    assert values(app) == {
        "name": {"type": "plain_text_input", "value": "Acme"},
        "week": {"type": "static_select", "selected_option": CHOICES[0]},
        "who": {"type": "radio_buttons", "selected_option": CHOICES[1]},
        "hidden": {"type": "multi_static_select", "selected_options": CHOICES},
        "switch": {"type": "checkboxes", "selected_options": []},
        "people": {"type": "multi_users_select", "selected_users": [ADMIN]},
        "owner": {"type": "users_select", "selected_user": None},
    }
    assert slack.form is None


def test_what_is_filled_in_is_sent(slack: FakeSlack, app: App, view: dict[str, Any]) -> None:
    """Texts, options by their value, several or none."""
    filled = {"name": "Globex", "week": "2", "hidden": [], "switch": ["1"], "people": [ASKER]}
    slack.submit({**filled, "who": None, "owner": COLLEAGUE}, view=view)
    sent = values(app)
    assert sent["name"]["value"] == "Globex"
    assert (sent["week"]["selected_option"], sent["who"]["selected_option"]) == (CHOICES[1], None)
    assert (sent["hidden"]["selected_options"], sent["switch"]["selected_options"]) == (
        [],
        CHOICES[:1],
    )
    assert sent["people"]["selected_users"] == [ASKER]
    assert sent["owner"]["selected_user"] == COLLEAGUE


@pytest.mark.parametrize(
    ("filled", "problem"),
    [
        ({"name": ""}, "must be filled in"),
        ({"name": "x" * 10}, "too long"),
        ({"week": "3"}, "no option"),
        ({"x": "y"}, "no input"),
    ],
)
def test_slack_does_not_send_what_cannot_be_filled_in(
    slack: FakeSlack, app: App, view: dict[str, Any], filled: dict[str, str], problem: str
) -> None:
    """Its clients stop that before it reaches the app."""
    with pytest.raises(NotSentError, match=problem):
        slack.submit(filled, view=view)
    assert app.asked == []


def test_errors_stay_beside_their_fields(slack: FakeSlack, app: App, view: dict[str, Any]) -> None:
    """The modal stays; an error beside what is no input is refused."""
    app.next = Answered(body=b'{"response_action":"errors","errors":{"name":"taken"}}')
    sent = slack.submit({}, view=view)
    assert (sent.ok, sent.errors) == (True, {"name": "taken"})
    assert slack.form == view
    for body in (
        b'{"response_action":"errors","errors":{"row":"x"}}',
        b'{"response_action":"errors","errors":{}}',
        b'{"response_action":"errors","errors":[]}',
    ):
        app.next = Answered(body=body)
        assert not slack.submit({}, view=view).ok


@pytest.mark.parametrize(
    ("status", "body"),
    [
        (500, b""), (200, b"no JSON"), (200, b"[]"), (200, b'{"response_action":"sing"}'),
        (200, b'{"response_action":"update","view":{"type":"modal"}}'),
        (200, b'{"response_action":"update"}'),
    ],
)  # fmt: skip
def test_an_answer_that_is_none_is_held_against_the_app(
    slack: FakeSlack, app: App, view: dict[str, Any], status: int, body: bytes
) -> None:
    """Its sender reads that something went wrong, and the form stays."""
    app.next = Answered(status, body)
    assert not slack.submit({}).ok
    assert slack.form == view


def test_three_forms_stand_on_each_other_at_most(
    slack: FakeSlack, app: App, view: dict[str, Any]
) -> None:
    """The topmost is sent where none is named, and goes when it is closed."""
    app.next = Answered(body=json.dumps({"response_action": "push", "view": MODAL}).encode())
    assert slack.submit({}).ok
    assert slack.submit({}).ok
    assert app.got["view"]["id"] == slack.state.stack[1]
    refused = slack.submit({}).refusal
    assert refused is not None
    assert refused.error == "push_limit_reached"
    slack.close_form()
    slack.close_form()
    assert slack.form == view
    slack.close_form()
    assert slack.form is None


def test_an_ack_may_show_another_modal(slack: FakeSlack, app: App, view: dict[str, Any]) -> None:
    """In its place, or on top of it; one that Slack would refuse is refused."""
    other = {"type": "modal", "title": plain(2), "blocks": [section()]}
    app.next = Answered(body=json.dumps({"response_action": "push", "view": other}).encode())
    assert slack.submit({}, view=view).ok
    assert slack.form is not None
    assert slack.form["title"] == plain(2)
    assert len(slack.state.stack) == 2
    app.next = Answered(body=json.dumps({"response_action": "update", "view": other}).encode())
    assert slack.submit({}, view=view).ok
    assert slack.state.modals[view["id"]]["title"] == plain(2)
    app.next = Answered(body=b'{"response_action":"clear"}')
    assert slack.submit({}, view=view).ok
    assert slack.form is None


def test_a_button_in_a_modal_is_pressed(slack: FakeSlack, app: App, view: dict[str, Any]) -> None:
    """With the view, and without a channel."""
    assert slack.press_modal(view, "xxx").ok
    assert app.got["container"] == {"type": "view", "view_id": view["id"]}
    assert app.got["actions"][0]["value"] == "v"
    assert "channel" not in app.got


def test_a_menu_in_a_message_is_chosen_from(slack: FakeSlack, app: App) -> None:
    """Each option can be pressed, and is sent as the menu's."""
    menu = {"type": "static_select", "action_id": "pick", "options": CHOICES}
    blocks = [{"type": "actions", "block_id": "row", "elements": [menu]}]
    message = slack.state.add_message("C0CHATBOTS", {"blocks": blocks}, via="chat.postMessage")
    slack.press(message, buttons_of(message.blocks)[1])
    action = app.got["actions"][0]
    assert (action["type"], action["action_id"]) == ("static_select", "pick")
    assert action["selected_option"] == CHOICES[1]


@pytest.mark.parametrize(
    "element",
    [
        {"type": "static_select", "options": CHOICES, "initial_option": option(value="3")},
        {"type": "checkboxes", "options": CHOICES, "initial_options": [option(value="3")]},
    ],
)
def test_what_is_chosen_at_first_must_be_an_option(element: dict[str, Any]) -> None:
    """To the letter."""
    block = field("x", **element)
    assert "initial option" in refusal_of(block, surface=Surface.MODAL)
    groups = [{"label": plain(3), "options": CHOICES}]
    grouped = {"type": "static_select", "option_groups": groups, "initial_option": CHOICES[0]}
    assert refusal_of(field("x", **grouped), surface=Surface.MODAL) == ""
