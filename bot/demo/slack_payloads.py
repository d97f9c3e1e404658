"""Builds what Slack sends to an app, in Slack's own shapes; sends nothing itself.

Source: docs.slack.dev, interactivity and Events API pages, read 2026-11.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from bot.demo.slack_findings import Json
from bot.demo.slack_workspace import APP, BOT_USER, TEAM, Channel, ChannelKind, Message, User

FORM, JSON = "application/x-www-form-urlencoded", "application/json"
# Slack still sends this deprecated field; no app may rely on it.
OLD_TOKEN = "deprecated-verification-token"  # noqa: S105  # not a secret


@dataclass(frozen=True, slots=True)
class Signed:
    """A request as Slack sends it: the body's bytes and all headers, the signature among them."""

    body: bytes
    headers: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Button:
    """Something to press in a message or view; a menu gives one for each option."""

    label: str
    action_id: str
    block_id: str
    element: Json
    option: Json | None = None

    @property
    def value(self) -> str:
        """What the app gets back."""
        held = self.option if self.option is not None else self.element
        return str(held.get("value", ""))


def sign(secret: str, body: bytes, timestamp: str) -> str:
    """Slack's signature of a raw body."""
    base = f"v0:{timestamp}:".encode() + body
    return "v0=" + hmac.new(secret.encode(), base, hashlib.sha256).hexdigest()


def signed(secret: str, body: bytes, content_type: str, timestamp: int) -> Signed:
    """A body with the headers that Slack puts on it."""
    headers = {
        "Content-Type": content_type,
        "X-Slack-Request-Timestamp": str(timestamp),
        "X-Slack-Signature": sign(secret, body, str(timestamp)),
        "User-Agent": "Slackbot 1.0 (+https://api.slack.com/robots)",
    }
    return Signed(body, headers)


def form_body(fields: Mapping[str, str]) -> bytes:
    """A slash command's body."""
    return urlencode(fields).encode()


def interaction_body(payload: Json) -> bytes:
    """An interaction's body: one form field named payload that holds JSON."""
    return urlencode({"payload": json.dumps(payload, ensure_ascii=False)}).encode()


def event_body(payload: Json) -> bytes:
    """An event's body."""
    return json.dumps(payload, ensure_ascii=False).encode()


def command_fields(
    *, command: str, text: str, user: User, channel: Channel, domain: str, url: str, trigger: str
) -> dict[str, str]:
    """The form fields of a slash command; there is no thread in them."""
    return {
        "token": OLD_TOKEN, "team_id": TEAM, "team_domain": domain,
        "channel_id": channel.channel_id, "channel_name": channel.command_name,
        "user_id": user.user_id, "user_name": user.name,
        "command": command, "text": text, "api_app_id": APP, "is_enterprise_install": "false",
        "response_url": url, "trigger_id": trigger,
    }  # fmt: skip


def _envelope(event: Json, event_id: str, channel: Channel | None) -> dict[str, object]:
    return {
        "token": OLD_TOKEN, "team_id": TEAM, "context_team_id": TEAM, "api_app_id": APP,
        "event": dict(event), "type": "event_callback", "event_id": event_id,
        "event_time": int(float(str(event["event_ts"]))),
        "authorizations": [
            {"enterprise_id": None, "team_id": TEAM, "user_id": BOT_USER, "is_bot": True,
             "is_enterprise_install": False}
        ],
        "is_ext_shared_channel": channel is not None and channel.is_ext_shared,
        "event_context": f"4-{event_id}",
    }  # fmt: skip


def message_event(
    message: Message, user: User, channel: Channel, event_id: str, *, mention: bool
) -> dict[str, object]:
    """An app_mention, or a message.im, as the Events API delivers it."""
    event: dict[str, object] = {
        "type": "app_mention" if mention else "message", "user": user.user_id,
        "text": message.text, "ts": message.ts, "event_ts": message.ts,
        "channel": channel.channel_id, "team": user.team_id,
        "client_msg_id": f"0f1e2d3c-{message.ts.replace('.', '-')}",
        "blocks": [
            {"type": "rich_text", "block_id": "b1", "elements": [
                {"type": "rich_text_section",
                 "elements": [{"type": "text", "text": message.text or " "}]}]}
        ],
    }  # fmt: skip
    if channel.kind is ChannelKind.DIRECT and not mention:
        event["channel_type"] = "im"
    if user.team_id != TEAM:
        event["user_team"] = event["source_team"] = user.team_id
    if message.thread_ts is not None:
        event["thread_ts"] = message.thread_ts
        event["parent_user_id"] = BOT_USER
    return _envelope(event, event_id, channel)


def home_opened(user: User, channel: Channel, event_id: str, ts: str) -> dict[str, object]:
    """An app_home_opened on the Home tab."""
    event = {
        "type": "app_home_opened", "user": user.user_id, "channel": channel.channel_id,
        "tab": "home", "event_ts": ts,
    }  # fmt: skip
    return _envelope(event, event_id, None)


def channel_event(
    kind: str, channel: Channel, user_id: str, event_id: str, ts: str
) -> dict[str, object]:
    """That something became of a channel: member_joined_channel, channel_archive and the like.

    Of one that is deleted or unarchived Slack sends the id alone; who joined is `user_id`.
    """
    event: dict[str, object] = {"type": kind, "channel": channel.channel_id, "event_ts": ts}
    if kind == "member_joined_channel":
        event |= {"user": user_id, "channel_type": channel.channel_id[0], "team": TEAM}
    elif not kind.endswith(("_deleted", "_left")):
        event["user"] = user_id
    return _envelope(event, event_id, channel)


def user_changed(user: User, event_id: str, ts: str) -> dict[str, object]:
    """A user_change, with the user as they are from now on."""
    event = {
        "type": "user_change",
        "user": user.to_dict(with_locale=True),
        "cache_ts": 0,
        "event_ts": ts,
    }
    return _envelope(event, event_id, None)


def escaped(text: str) -> str:
    """What somebody typed as Slack sends it: without what could be taken for its own markup."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def buttons_of(blocks: object) -> list[Button]:
    """Everything that can be pressed in blocks, in reading order."""
    found = []
    for block in blocks if isinstance(blocks, list) else []:
        elements = block.get("elements") or []
        if block.get("type") not in {"actions", "context_actions"}:
            elements = [block["accessory"]] if block.get("accessory") else []
        for element in elements:
            found += _presses(element, str(block.get("block_id", "")))
    return found


def _presses(element: Json, block_id: str) -> list[Button]:
    action_id = str(element.get("action_id", ""))
    match element.get("type"):
        case "button" | "icon_button":
            return [Button(_label(element), action_id, block_id, element)]
        case "overflow" | "static_select":
            options = element.get("options")
            return [
                Button(_label(option), action_id, block_id, element, option)
                for option in (options if isinstance(options, list) else [])
            ]
    return []


def _label(element: Json) -> str:
    text = element.get("text")
    return str(text.get("text", "")) if isinstance(text, dict) else ""


def _action(button: Button, ts: str) -> dict[str, object]:
    kind = "button" if button.option is None else str(button.element["type"])
    action: dict[str, object] = {
        "type": kind, "action_id": button.action_id, "block_id": button.block_id, "action_ts": ts,
    }  # fmt: skip
    if button.option is not None:
        return action | {"selected_option": dict(button.option)}
    return action | {"text": button.element.get("text"), "value": button.value}


def _pressed_by(user: User, domain: str, trigger: str) -> dict[str, object]:
    return {
        "type": "block_actions", "api_app_id": APP, "token": OLD_TOKEN, "trigger_id": trigger,
        "user": {"id": user.user_id, "username": user.name, "name": user.name,
                 "team_id": user.team_id},
        "team": {"id": TEAM, "domain": domain}, "enterprise": None,
        "is_enterprise_install": False, "state": {"values": {}},
    }  # fmt: skip


def press_in_message(
    button: Button, message: Message, user: User, channel: Channel,
    *, domain: str, url: str, trigger: str, ts: str,
) -> dict[str, object]:  # fmt: skip
    """A block_actions from a message; an ephemeral one carries no `message`."""
    container: dict[str, object] = {
        "type": "message", "message_ts": message.ts, "channel_id": channel.channel_id,
        "is_ephemeral": message.only_for is not None,
    }  # fmt: skip
    if message.thread_ts is not None:
        container["thread_ts"] = message.thread_ts
    payload = _pressed_by(user, domain, trigger) | {
        "container": container, "response_url": url, "actions": [_action(button, ts)],
        "channel": {"id": channel.channel_id, "name": channel.command_name},
    }  # fmt: skip
    if message.only_for is None:
        payload["message"] = message.to_dict()
    return payload


def press_in_view(
    button: Button, view: Json, user: User, *, domain: str, trigger: str, ts: str
) -> dict[str, object]:
    """A block_actions from the Home tab or a modal: no channel, no message, no response_url."""
    return _pressed_by(user, domain, trigger) | {
        "container": {"type": "view", "view_id": view.get("id")}, "view": dict(view),
        "actions": [_action(button, ts)],
    }  # fmt: skip
