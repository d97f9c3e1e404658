"""All that the Slack server remembers: workspace, tokens, response_urls, files, views, calls."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Condition

from bot.demo.slack_acting import Acting, in_message
from bot.demo.slack_faults import Faults
from bot.demo.slack_findings import Json
from bot.demo.slack_limits import SLACK_LIMITS
from bot.demo.slack_rules import cut_text, parsed
from bot.demo.slack_workspace import BOT_USER, Message, Workspace, acme

# The scopes that manifest.yml asks for; a test holds the two against each other.
SCOPES = (
    "app_mentions:read", "assistant:write", "channels:history", "channels:read", "chat:write",
    "chat:write.public", "commands", "files:write", "groups:history", "groups:read", "im:history",
    "users:read",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Call:
    """One call of a Web API method and what it was answered; `error` "" where it went well."""

    method: str
    arguments: Json
    answer: Json
    at: float

    @property
    def error(self) -> str:
        """Slack's error."""
        return "" if self.answer.get("ok") else str(self.answer.get("error", ""))


@dataclass(slots=True)
class ResponseUrl:
    """A response_url: for whom, of which message (None: a typed command), how often used."""

    channel_id: str
    user_id: str
    message: Message | None
    issued_at: float
    uses: int = 0


@dataclass(frozen=True, slots=True)
class Response:
    """One answer sent to a response_url, and the status it got."""

    url_id: str
    arguments: Json
    status: int


@dataclass(slots=True)
class Upload:
    """A file on its way: announced, then uploaded (`content`), then shared (`channel_id`)."""

    file_id: str
    filename: str
    length: int
    title: str = ""
    content: bytes | None = None
    completed: bool = False
    channel_id: str | None = None
    thread_ts: str | None = None


@dataclass(slots=True)
class State:
    """The server's memory; every change happens under `changed` and wakes who waits for it."""

    workspace: Workspace = field(default_factory=acme)
    bot_token: str = "xoxb-demo-token"  # noqa: S105  # of a Slack that exists only here
    app_token: str = "xapp-demo-token"  # noqa: S105  # the same
    signing_secret: str = "demo-signing-secret"  # noqa: S105  # the same
    scopes: tuple[str, ...] = SCOPES
    socket_url: str | None = None
    clock: Callable[[], float] = time.time
    shift_s: float = 0.0
    base_url: str = ""
    faults: Faults = field(default_factory=Faults)
    calls: list[Call] = field(default_factory=list)
    responses: list[Response] = field(default_factory=list)
    response_urls: dict[str, ResponseUrl] = field(default_factory=dict)
    triggers: dict[str, list[float]] = field(default_factory=dict)
    files: dict[str, Upload] = field(default_factory=dict)
    homes: dict[str, dict[str, object]] = field(default_factory=dict)
    modals: dict[str, dict[str, object]] = field(default_factory=dict)
    stack: list[str] = field(default_factory=list)
    changed: Condition = field(default_factory=Condition)

    def now(self) -> float:
        """Seconds since 1970 on Slack's clock."""
        return self.clock() + self.shift_s

    def new_id(self, prefix: str) -> str:
        """An identifier as Slack's look: a letter and capitals."""
        return prefix + secrets.token_hex(5).upper()

    def issue_response_url(self, channel_id: str, user_id: str, message: Message | None) -> str:
        """A new response_url."""
        url_id = self.new_id("R")
        with self.changed:
            issued = ResponseUrl(channel_id, user_id, message, self.now())
            self.response_urls[url_id] = issued
        return f"{self.base_url}/commands/{url_id}"

    def issue_trigger(self) -> str:
        """A new trigger_id: 3 seconds, one use."""
        trigger = f"{self.new_id('1')}.{self.new_id('2')}"
        with self.changed:
            self.triggers[trigger] = [self.now(), 0]
        return trigger

    def use_trigger(self, trigger: str) -> str:
        """Use a trigger_id up; Slack's error, or ""."""
        held = self.triggers.get(trigger)
        if held is None:
            return "invalid_trigger_id"
        if self.now() - held[0] > SLACK_LIMITS["trigger_id.seconds"]:
            return "trigger_expired"
        held[1] += 1
        return "trigger_exchanged" if held[1] > 1 else ""

    def add_message(
        self,
        channel_id: str,
        arguments: Json,
        *,
        via: str,
        only_for: str | None = None,
        user_id: str = BOT_USER,
    ) -> Message:
        """Put a message into a channel, as the arguments say it."""
        message = Message(channel_id, self.workspace.next_ts(self.now()), user_id)
        message.via, message.only_for = via, only_for
        thread = arguments.get("thread_ts")
        message.thread_ts = str(thread) if thread else None
        self.write(message, arguments)
        with self.changed:
            self.workspace.messages.append(message)
            self.changed.notify_all()
        return message

    def write(self, message: Message, arguments: Json) -> None:
        """Give a message its content: what is not in the arguments is gone."""
        text, blocks = arguments.get("text"), parsed(arguments.get("blocks"))
        with self.changed:
            message.text = cut_text(text) if isinstance(text, str) else ""
            markdown = arguments.get("markdown_text")
            if isinstance(markdown, str):
                message.text = markdown
            message.blocks = blocks if isinstance(blocks, list) else []
            message.arguments = dict(arguments)
            message.acting = in_message(arguments) if message.from_bot else Acting()
            self.changed.notify_all()
