"""manifest.yml: valid by Slack's schema, and held against what the code listens to and calls."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import yaml
from jsonschema import Draft7Validator
from slack_bolt import App
from slack_sdk import WebClient
from sqlalchemy.engine import Engine

from bot.accounts import Accounts, Client
from bot.cli.manifest import for_socket_mode
from bot.core.parse import Context, parse
from bot.demo.slack_state import SCOPES
from bot.settings import Secret, Settings
from bot.slack import app as room
from bot.slack.desk import build_desk
from bot.slack.place import DEFAULT_COMMAND
from bot.slack.work import WorkPool
from bot.wiring import Services

ROOT = Path(__file__).parent.parent
BOT = ROOT / "bot"
TEXT = (ROOT / "manifest.yml").read_text("utf-8")
MANIFEST: dict[str, Any] = yaml.safe_load(TEXT)

# What each scope is for: an event that is delivered by it, a method that is called with it, or
# the reason why it is asked for without either.
BY_EVENT: dict[str, str | tuple[str, ...] | None] = {
    "app_mention": "app_mentions:read",
    "message.im": "im:history",
    "app_home_opened": None,
    "member_joined_channel": ("channels:read", "groups:read"),
    **{f"channel_{what}": "channels:read" for what in ("archive", "deleted", "left", "unarchive")},
    **{f"group_{what}": "groups:read" for what in ("archive", "deleted", "left", "unarchive")},
    "user_change": "users:read",
}
BY_METHOD = {
    "auth_test": None,
    "chat_delete": "chat:write",
    "chat_postEphemeral": "chat:write",
    "chat_postMessage": "chat:write",
    "conversations_history": ("channels:history", "groups:history", "im:history"),
    "conversations_info": ("channels:read", "groups:read"),
    "conversations_members": ("channels:read", "groups:read"),
    "files_upload_v2": "files:write",
    "users_info": "users:read",
    "users_list": "users:read",
    "views_open": None,
    "views_publish": None,
    "views_push": None,
    "views_update": None,
}
BY_REASON = {
    "assistant:write": "agent_view brings it",
    "chat:write.public": "public channels whose members cannot be read",
    "commands": "slash commands",
}


class Recorder(App):
    """A Bolt app that notes which events and commands it is given listeners for."""

    def __init__(self) -> None:
        super().__init__(
            token="xoxb-x",
            signing_secret="x",
            token_verification_enabled=False,
        )
        self.events: list[object] = []
        self.commands: list[object] = []

    def event(self, event: Any, *args: Any, **options: Any) -> Callable[..., Any]:
        """Note the event."""
        self.events.append(event)
        return super().event(event, *args, **options)

    def command(self, command: Any, *args: Any, **options: Any) -> Callable[..., Any]:
        """Note the command."""
        self.commands.append(command)
        return super().command(command, *args, **options)


@pytest.fixture
def recorder(
    settings: Settings, engine: Engine, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> Recorder:
    """The real registration, noted."""
    monkeypatch.delenv("SLACK_CLIENT_ID", raising=False)

    def open_client(_: Secret) -> Client:
        raise AssertionError("nothing is asked")

    accounts = Accounts(engine, settings, lambda: now, open_client)
    client = WebClient("xoxb-x", retry_handlers=[])
    services = Services(settings, engine, accounts, client, lambda: now, WorkPool())
    recorder = Recorder()
    room.register(recorder, build_desk(services, 2.0))
    return recorder


def called_methods() -> set[str]:
    """Every Web API method that the code calls on a client."""
    found = set()
    for path in [path for name in ("slack", "digests") for path in (BOT / name).glob("*.py")]:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Attribute):
                whose = node.value
                named = isinstance(whose, ast.Attribute) and whose.attr in ("client", "_client")
                named = named or (isinstance(whose, ast.Name) and whose.id == "client")
                if named and re.fullmatch(r"[a-z]+_[A-Za-z0-9_]+", node.attr):
                    found.add(node.attr)
    return found


def scopes(values: Any) -> Iterator[str]:
    """The scopes in a table's values."""
    for value in values:
        if value is not None:
            yield from [value] if isinstance(value, str) else value


@pytest.mark.parametrize("text", [TEXT, for_socket_mode(TEXT)])
def test_it_is_valid_by_slack_s_schema(text: str) -> None:
    """Over HTTP, and as printed for Socket Mode."""
    path = ROOT / "tests" / "schemas" / "slack-manifest.schema.json"
    schema = json.loads(path.read_text("utf-8"))
    errors = list(Draft7Validator(schema).iter_errors(yaml.safe_load(text)))
    assert [error.message for error in errors] == []


def test_it_keeps_what_the_schema_forgets() -> None:
    """The pages ask for more than the schema checks."""
    features = MANIFEST["features"]
    assert re.fullmatch(r"[a-z0-9._-]+", features["bot_user"]["display_name"])
    assert 0 < len(features["agent_view"]["agent_description"]) <= 300
    assert "assistant_view" not in features
    assert "unfurl_domains" not in features
    assert len(features["agent_view"]["suggested_prompts"]) <= 4
    assert len(MANIFEST["display_information"]["name"]) <= 35
    urls = re.findall(r"https?://\S+", TEXT)
    assert set(urls) == {"https://HOST/slack/events"}


def test_over_socket_mode_it_names_no_address() -> None:
    """Slack refuses neither, but would call it."""
    sockets = yaml.safe_load(for_socket_mode(TEXT))
    assert sockets["settings"]["socket_mode_enabled"] is True
    assert "HOST" not in yaml.safe_dump(sockets)


def test_every_event_has_a_listener_and_every_listener_its_event(recorder: Recorder) -> None:
    """Both ways; the last listener catches all, so that nothing is left unacked."""
    subscribed = MANIFEST["settings"]["event_subscriptions"]["bot_events"]
    *named, catch_all = recorder.events
    assert {event.split(".")[0] for event in subscribed} == set(named)
    assert catch_all == re.compile("")


def test_every_command_has_the_listener(recorder: Recorder) -> None:
    """One listener for whatever name the manifest gives, and the name that help falls back to."""
    named = [row["command"] for row in MANIFEST["features"]["slash_commands"]]
    (listened,) = recorder.commands
    assert isinstance(listened, re.Pattern)
    assert all(listened.search(command) for command in named)
    assert named == [DEFAULT_COMMAND]
    assert all(row["should_escape"] for row in MANIFEST["features"]["slash_commands"])


def test_every_scope_is_needed_and_every_need_has_its_scope() -> None:
    """Events that are subscribed to, methods that are called, and three with a reason."""
    subscribed = MANIFEST["settings"]["event_subscriptions"]["bot_events"]
    assert set(BY_EVENT) == set(subscribed)
    assert called_methods() == set(BY_METHOD)
    needed = {*scopes(BY_EVENT.values()), *scopes(BY_METHOD.values()), *BY_REASON}
    granted = MANIFEST["oauth_config"]["scopes"]["bot"]
    assert needed == set(granted)
    assert len(granted) == len(set(granted))
    assert set(MANIFEST["oauth_config"]["scopes"]["bot_optional"]) <= set(granted)


def test_the_fake_slack_grants_what_the_manifest_asks_for() -> None:
    """No less and no more, or its tests would prove nothing."""
    assert set(SCOPES) == set(MANIFEST["oauth_config"]["scopes"]["bot"])


def test_the_suggested_prompts_and_the_usage_hint_work_when_sent(
    now: datetime, berlin: ZoneInfo
) -> None:
    """Every example works."""
    texts = [row["message"] for row in MANIFEST["features"]["agent_view"]["suggested_prompts"]]
    texts += [row["usage_hint"] for row in MANIFEST["features"]["slash_commands"]]
    for text in texts:
        parse(text, Context(now=now, zone=berlin))
