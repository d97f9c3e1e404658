"""Brings a MessagePlan to its readers: native blocks, else rich text, else text, by whatever way
is open. Writes no sentence and never raises for Slack's sake: what became of it is in the answer.
"""

from __future__ import annotations

import dataclasses
import logging
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta
from enum import StrEnum
from threading import Lock
from typing import TypeAlias

from cachetools import LRUCache
from slack_sdk import WebClient

from bot import calls
from bot.calls import Fate, Sent
from bot.render.blocks import Block
from bot.render.plan import MessagePlan
from bot.slack.place import Manner, Place

_log = logging.getLogger(__name__)
_REMEMBERED = timedelta(days=1)
_WORKSPACES = 1_000
# chat.postEphemeral counts bytes, and refuses a text of 4,000.
_EPHEMERAL_BYTES = 3_900

Blocks: TypeAlias = Sequence[Block] | None
Send: TypeAlias = Callable[[str, Blocks], Sent]


class Form(StrEnum):
    """The three forms of one message."""

    NATIVE = "native"
    RICH = "rich"
    TEXT = "text"


class Replies:
    """Sends messages, and remembers for a day which workspaces refuse native blocks."""

    def __init__(self, client: WebClient, clock: Callable[[], datetime]) -> None:
        self._client = client
        self._clock = clock
        self._lock = Lock()
        self._refused_at: LRUCache[str, datetime] = LRUCache(_WORKSPACES)

    def reply(
        self,
        place: Place,
        plan: MessagePlan,
        *,
        alone: Callable[[], MessagePlan] | None = None,
        elsewhere: Callable[[str], MessagePlan] | None = None,
    ) -> Sent:
        """Answer where it was asked: to the asker alone, in the thread, or in direct messages.

        What cannot be posted into the thread goes to the asker alone, as what `alone` makes of it;
        see `whisper` for `elsewhere`.
        """
        if place.manner is Manner.THREAD and place.channel_id:
            sent = self.post(place.team_id, place.channel_id, place.thread_ts, plan)
            if sent.fate is Fate.LOST:
                _log.warning("answer_lost", extra={"reason": sent.reason})
            if sent.fate in (Fate.DONE, Fate.LOST):
                return sent
            plan = alone() if alone else plan
        return self.whisper(place, plan, elsewhere=elsewhere)

    def whisper(
        self,
        place: Place,
        plan: MessagePlan,
        *,
        patient: bool = True,
        elsewhere: Callable[[str], MessagePlan] | None = None,
    ) -> Sent:
        """Tell the asker alone: over response_url, else by an ephemeral message, else directly.

        Directly what `elsewhere` makes of Slack's reason, where that is not where it was asked. To
        one person the same may come twice, so a lost answer is sent by the next way. What is not
        worth waiting for, such as that something takes long, is sent without patience.
        """
        sent = Sent(Fate.FAILED)
        for way, moved in self._ways(place):
            told = elsewhere(sent.reason) if moved and elsewhere else plan
            sent = self._in_forms(place.team_id, told, way, patient=patient)
            if sent.done or (not patient and sent.fate in (Fate.LIMITED, Fate.LOST)):
                return sent
            if sent.fate is Fate.LOST:
                _log.warning("answer_lost", extra={"reason": sent.reason})
        _log.error("answer_undelivered", extra={"reason": sent.reason, "fate": sent.fate})
        return sent

    def overwrite(
        self,
        place: Place,
        plan: MessagePlan,
        *,
        elsewhere: Callable[[str], MessagePlan] | None = None,
    ) -> Sent:
        """Put the plan in the place of the message that was pressed; where that fails, beneath it.

        For messages that their reader alone sees, and for direct ones; see `whisper` for
        `elsewhere`.
        """
        if place.response_url:
            send = self._over_url(place.response_url, replacing=True)
            sent = self._in_forms(place.team_id, plan, send)
            if sent.done:
                return sent
            _log.warning("not_replaced", extra={"reason": sent.reason})
        place = dataclasses.replace(place, response_url=None)
        return self.whisper(place, plan, elsewhere=elsewhere)

    def post(self, team_id: str, to: str, thread_ts: str | None, plan: MessagePlan) -> Sent:
        """chat.postMessage to a channel, or by a user's id to their direct messages with us."""
        return self._in_forms(team_id, plan, self._message(to, thread_ts))

    def in_channel(self, place: Place, plan: MessagePlan) -> Sent:
        """Show everyone in the channel over response_url, which needs no membership."""
        if not place.response_url:
            return Sent(Fate.CLOSED, "no_response_url")
        return self._in_forms(place.team_id, plan, self._over_url(place.response_url, public=True))

    def remove(self, channel_id: str, ts: str) -> Sent:
        """Delete a message of ours."""
        return calls.patiently(
            lambda: calls.web(lambda: self._client.chat_delete(channel=channel_id, ts=ts))
        )

    def upload(self, channel_id: str, thread_ts: str | None, name: str, content: bytes) -> Sent:
        """Put a file into a channel, given by its id."""
        return calls.patiently(
            lambda: calls.web(
                lambda: self._client.files_upload_v2(
                    channel=channel_id,
                    thread_ts=thread_ts,
                    filename=name,
                    title=name,
                    content=content,
                )
            )
        )

    def publish_home(self, user_id: str, view: Block) -> Sent:
        """Show a person their Home tab."""
        return calls.patiently(
            lambda: calls.web(lambda: self._client.views_publish(user_id=user_id, view=view))
        )

    def open_form(self, trigger_id: str, view: Block) -> Sent:
        """Show a form to whoever pressed; its trigger waits for nobody, so neither does this."""
        return calls.web(lambda: self._client.views_open(trigger_id=trigger_id, view=view))

    def change_form(self, view_id: str, view: Block) -> Sent:
        """Show another form in the place of an open one."""
        return calls.patiently(
            lambda: calls.web(lambda: self._client.views_update(view_id=view_id, view=view))
        )

    def _ways(self, place: Place) -> Iterator[tuple[Send, bool]]:
        """How to reach the asker alone, best first, and whether that is not where they asked."""
        if place.manner is Manner.DIRECT:
            if place.channel_id:
                yield self._message(place.channel_id, place.thread_ts), False
        else:
            if place.response_url:
                yield self._over_url(place.response_url), False
            if place.channel_id:
                yield self._ephemeral(place, place.channel_id), False
        yield self._message(place.user_id, None), place.manner is not Manner.DIRECT

    def _in_forms(
        self, team_id: str, plan: MessagePlan, send: Send, *, patient: bool = True
    ) -> Sent:
        """Send the plan in the first form that is taken."""
        native_refused = False
        sent = Sent(Fate.FAILED)
        for form, blocks in self._forms(team_id, plan):
            sent = self._send(send, plan.text, blocks) if patient else send(plan.text, blocks)
            if sent.fate is not Fate.REFUSED:
                if sent.done and form is Form.RICH and native_refused:
                    self._remember_refusal(team_id)
                return sent
            # A refusal for its length, or by a server that was not well, says nothing of blocks.
            telling = sent.reason != calls.TOO_LONG and not sent.reason.startswith("status_5")
            native_refused = native_refused or (form is Form.NATIVE and telling)
            _log.warning("form_refused", extra={"form": form, "reason": sent.reason})
        return sent

    @staticmethod
    def _send(send: Send, text: str, blocks: Blocks) -> Sent:
        return calls.patiently(lambda: send(text, blocks))

    def _forms(self, team_id: str, plan: MessagePlan) -> Iterator[tuple[Form, Blocks]]:
        if plan.blocks and plan.blocks != plan.rich and not self._refuses_native(team_id):
            yield Form.NATIVE, plan.blocks
        if plan.rich:
            yield Form.RICH, plan.rich
        yield Form.TEXT, None

    def _refuses_native(self, team_id: str) -> bool:
        with self._lock:
            refused_at = self._refused_at.get(team_id)
        return refused_at is not None and self._clock() - refused_at < _REMEMBERED

    def _remember_refusal(self, team_id: str) -> None:
        """Called once the same message without native blocks was taken: then it was they."""
        _log.warning("native_blocks_refused", extra={"team_id": team_id})
        with self._lock:
            self._refused_at[team_id] = self._clock()

    def _over_url(self, url: str, *, public: bool = False, replacing: bool = False) -> Send:
        # What is replaced is seen by whom it was seen: a response_type would be another message's.
        kind = {} if replacing else {"response_type": "in_channel" if public else "ephemeral"}

        def send(text: str, blocks: Blocks) -> Sent:
            body: dict[str, object] = {
                **kind,
                "replace_original": replacing,
                "text": text,
                "mrkdwn": False,
                "unfurl_links": False,
                "unfurl_media": False,
            }
            return calls.respond(self._client, url, body | ({"blocks": blocks} if blocks else {}))

        return send

    def _ephemeral(self, place: Place, channel_id: str) -> Send:
        # In a thread that nobody has answered yet an ephemeral message is never seen.
        thread_ts = place.thread_ts if place.in_thread else None

        def send(text: str, blocks: Blocks) -> Sent:
            return calls.web(
                lambda: self._client.chat_postEphemeral(
                    channel=channel_id,
                    user=place.user_id,
                    thread_ts=thread_ts,
                    text=_shortened(text),
                    blocks=blocks,
                    parse="none",
                    link_names=False,
                )
            )

        return send

    def _message(self, to: str, thread_ts: str | None) -> Send:
        def send(text: str, blocks: Blocks) -> Sent:
            return calls.web(
                lambda: self._client.chat_postMessage(
                    channel=to,
                    thread_ts=thread_ts,
                    text=text,
                    blocks=blocks,
                    parse="none",
                    link_names=False,
                    mrkdwn=False,
                    unfurl_links=False,
                    unfurl_media=False,
                )
            )

        return send


def _shortened(text: str) -> str:
    """The first lines that an ephemeral message can hold."""
    if len(text.encode()) <= _EPHEMERAL_BYTES:
        return text
    kept: list[str] = []
    size = len("…".encode())
    for line in text.split("\n"):
        size += len(line.encode()) + 1
        if size > _EPHEMERAL_BYTES:
            break
        kept.append(line)
    return "\n".join([*kept, "…"])
