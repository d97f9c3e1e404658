"""Sends what people do in Slack to the app: signed, over HTTP, and records how it was acked."""

from __future__ import annotations

import http.client
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from bot.demo import slack_payloads as payloads
from bot.demo.slack_findings import Json
from bot.demo.slack_limits import SLACK_LIMITS
from bot.demo.slack_payloads import Button, Signed
from bot.demo.slack_responses import show_ack
from bot.demo.slack_rules import Refusal
from bot.demo.slack_state import State
from bot.demo.slack_workspace import ASKER, CHATBOTS, NAMED_MENTION, Message


@dataclass(frozen=True, slots=True)
class Ack:
    """How the app answered a request; status 0 where it did not answer at all.

    `refusal` is what Slack holds against the message or the form in the ack's body, `errors` what
    it shows beside a form's inputs, by their block_ids.
    """

    status: int
    body: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)
    took_s: float = 0.0
    refusal: Refusal | None = None
    errors: Mapping[str, str] = field(default_factory=dict)

    @property
    def in_time(self) -> bool:
        """Whether it came within 3 seconds."""
        return self.took_s < SLACK_LIMITS["ack.seconds"]

    @property
    def ok(self) -> bool:
        """Whether Slack is content: 200 and in time."""
        return self.status == 200 and self.in_time and self.refusal is None


def post(url: str, signed: Signed, timeout_s: float = 15.0) -> Ack:
    """POST a signed request."""
    split = urlsplit(url)
    started = time.monotonic()
    connection = http.client.HTTPConnection(split.hostname or "", split.port, timeout=timeout_s)
    try:
        connection.request("POST", split.path or "/", signed.body, dict(signed.headers))
        response = connection.getresponse()
        body = response.read().decode(errors="replace")
        headers = {name.lower(): value for name, value in response.getheaders()}
        return Ack(response.status, body, headers, time.monotonic() - started)
    except (OSError, http.client.HTTPException) as error:
        return Ack(0, str(error), {}, time.monotonic() - started)
    finally:
        connection.close()


class Sender:
    """What people do. Each act has two forms: `make_…` gives the payload (for tests that dispatch
    it themselves, or over a socket), the plain verb sends it to `app_url` and gives the ack.
    """

    def __init__(self, state: State, app_url: str) -> None:
        self.state = state
        self.app_url = app_url
        self.acks: list[Ack] = []

    # How a payload becomes a signed request.

    def sign(self, body: bytes, timestamp: str) -> str:
        """Slack's signature of a raw body, for X-Slack-Signature."""
        return payloads.sign(self.state.signing_secret, body, timestamp)

    def signed_command(self, fields: Mapping[str, str]) -> Signed:
        """A slash command's request."""
        return self._signed(payloads.form_body(fields), payloads.FORM)

    def signed_interaction(self, payload: Json) -> Signed:
        """A button press's request."""
        return self._signed(payloads.interaction_body(payload), payloads.FORM)

    def signed_event(self, payload: Json, *, retry_num: int = 0, reason: str = "") -> Signed:
        """An event's request; a retry carries Slack's two headers."""
        signed = self._signed(payloads.event_body(payload), payloads.JSON)
        if not retry_num:
            return signed
        again = {
            "X-Slack-Retry-Num": str(retry_num),
            "X-Slack-Retry-Reason": reason or "http_timeout",
        }
        return Signed(signed.body, {**signed.headers, **again})

    def _signed(self, body: bytes, content_type: str) -> Signed:
        return payloads.signed(self.state.signing_secret, body, content_type, int(time.time()))

    def send(self, signed: Signed) -> Ack:
        """Send a request to the app as it is, and record the ack."""
        ack = post(self.app_url, signed)
        with self.state.changed:
            self.acks.append(ack)
            self.state.changed.notify_all()
        return ack

    # What people do.

    def make_command(
        self,
        text: str,
        *,
        user: str = ASKER,
        channel: str = CHATBOTS,
        command: str = "/flowxo",
    ) -> dict[str, str]:
        """A slash command's fields; `text` goes as it is, escaped by whoever wants it so."""
        held = self.state.workspace
        return payloads.command_fields(
            command=command,
            text=text,
            user=held.users[user],
            channel=held.channels[channel],
            domain=held.domain,
            url=self.state.issue_response_url(channel, user, None),
            trigger=self.state.issue_trigger(),
        )

    def command(
        self,
        text: str,
        *,
        user: str = ASKER,
        channel: str = CHATBOTS,
        command: str = "/flowxo",
    ) -> Ack:
        """Type a slash command; what the ack's body says is shown, and so is a failure to ack."""
        return self.send_command(
            self.make_command(text, user=user, channel=channel, command=command)
        )

    def send_command(self, fields: Mapping[str, str]) -> Ack:
        """Send a slash command made before."""
        ack = self.send(self.signed_command(fields))
        url = self.state.response_urls[fields["response_url"].rsplit("/", 1)[-1]]
        if not ack.ok:
            error = "dispatch_failed" if ack.in_time else "operation_timeout"
            said = {"text": f'{fields["command"]} failed with the error "{error}"'}
            self.state.add_message(
                url.channel_id, said, via="slack", only_for=url.user_id, user_id="USLACKBOT"
            )
            return ack
        refusal = show_ack(self.state, url, ack.body, ack.headers.get("content-type", ""))
        return Ack(ack.status, ack.body, ack.headers, ack.took_s, refusal)

    def make_mention(
        self,
        text: str,
        *,
        user: str = ASKER,
        channel: str = CHATBOTS,
        thread_ts: str | None = None,
    ) -> dict[str, object]:
        """An app_mention; `text` follows the mention unless it holds one itself."""
        said = text if NAMED_MENTION in text else f"{NAMED_MENTION} {text}".rstrip()
        return self._make_event(said, user, channel, thread_ts, mention=True)

    def mention(
        self,
        text: str,
        *,
        user: str = ASKER,
        channel: str = CHATBOTS,
        thread_ts: str | None = None,
    ) -> Ack:
        """Mention the bot in a channel or thread."""
        made = self.make_mention(text, user=user, channel=channel, thread_ts=thread_ts)
        return self.send(self.signed_event(made))

    def make_direct_message(
        self, text: str, *, user: str = ASKER, thread_ts: str | None = None
    ) -> dict[str, object]:
        """A message.im to the bot."""
        channel = self.state.workspace.direct_channel(user)
        return self._make_event(text, user, channel.channel_id, thread_ts, mention=False)

    def direct_message(self, text: str, *, user: str = ASKER, thread_ts: str | None = None) -> Ack:
        """Write to the bot alone."""
        made = self.make_direct_message(text, user=user, thread_ts=thread_ts)
        return self.send(self.signed_event(made))

    def _make_event(
        self, text: str, user: str, channel: str, thread_ts: str | None, *, mention: bool
    ) -> dict[str, object]:
        held = self.state.workspace
        said: dict[str, object] = {"text": text, "thread_ts": thread_ts}
        message = self.state.add_message(channel, said, via="person", user_id=user)
        return payloads.message_event(
            message,
            held.users[user],
            held.channels[channel],
            self.state.new_id("Ev"),
            mention=mention,
        )

    def make_home_opened(self, *, user: str = ASKER) -> dict[str, object]:
        """An app_home_opened."""
        held = self.state.workspace
        stamp = held.next_ts(self.state.now())
        channel = held.direct_channel(user)
        return payloads.home_opened(held.users[user], channel, self.state.new_id("Ev"), stamp)

    def open_home(self, *, user: str = ASKER) -> Ack:
        """Open the bot's Home tab."""
        return self.send(self.signed_event(self.make_home_opened(user=user)))

    def make_channel_event(
        self, kind: str, channel: str = CHATBOTS, *, user: str = ASKER
    ) -> dict[str, object]:
        """An event about a channel: member_joined_channel, channel_archive and the like."""
        held = self.state.workspace
        stamp, event_id = held.next_ts(self.state.now()), self.state.new_id("Ev")
        return payloads.channel_event(kind, held.channels[channel], user, event_id, stamp)

    def make_user_change(self, user: str, **changes: object) -> dict[str, object]:
        """A user_change, once the user is as `changes` say."""
        held = self.state.workspace
        held.change_user(user, **changes)
        stamp = held.next_ts(self.state.now())
        return payloads.user_changed(held.users[user], self.state.new_id("Ev"), stamp)

    def change_user(self, user: str, **changes: object) -> Ack:
        """Change somebody, and let the app know as Slack does."""
        return self.send(self.signed_event(self.make_user_change(user, **changes)))

    def make_press(
        self, message: Message, wanted: str | Button, *, user: str = ASKER
    ) -> dict[str, object]:
        """A press of a button in a message, by its label, its action_id or itself."""
        held = self.state.workspace
        button = find_button(message.blocks, wanted)
        return payloads.press_in_message(
            button,
            message,
            held.users[user],
            held.channels[message.channel_id],
            domain=held.domain,
            url=self.state.issue_response_url(message.channel_id, user, message),
            trigger=self.state.issue_trigger(),
            ts=held.next_ts(self.state.now()),
        )

    def press(self, message: Message, wanted: str | Button, *, user: str = ASKER) -> Ack:
        """Press a button in a message."""
        made = self.make_press(message, wanted, user=user)
        return self.send(self.signed_interaction(made))

    def make_home_press(self, wanted: str | Button, *, user: str = ASKER) -> dict[str, object]:
        """A press of a button on the person's Home tab."""
        return self.make_view_press(self.state.homes[user], wanted, user=user)

    def make_view_press(
        self, view: Json, wanted: str | Button, *, user: str = ASKER
    ) -> dict[str, object]:
        """A press of a button in a view."""
        held = self.state.workspace
        return payloads.press_in_view(
            find_button(view.get("blocks"), wanted),
            view,
            held.users[user],
            domain=held.domain,
            trigger=self.state.issue_trigger(),
            ts=held.next_ts(self.state.now()),
        )

    def press_home(self, wanted: str | Button, *, user: str = ASKER) -> Ack:
        """Press a button on the Home tab."""
        return self.send(self.signed_interaction(self.make_home_press(wanted, user=user)))

    def press_modal(self, view: Json, wanted: str | Button, *, user: str = ASKER) -> Ack:
        """Press a button, or choose from a menu, in a modal."""
        return self.send(self.signed_interaction(self.make_view_press(view, wanted, user=user)))


def find_button(blocks: object, wanted: str | Button) -> Button:
    """The button with that label or action_id; LookupError names those there are."""
    if isinstance(wanted, Button):
        return wanted
    buttons = payloads.buttons_of(blocks)
    for button in buttons:
        if wanted in (button.label, button.action_id):
            return button
    raise LookupError(f"no {wanted!r} among {[button.label for button in buttons]}")
