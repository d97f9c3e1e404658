"""One post to Slack, made once, and the search for one whose answer was lost.

Must never repeat a post by itself: what may have been posted is looked up, and nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from threading import Lock
from typing import Any, Protocol

from cachetools import TTLCache
from slack_sdk import WebClient
from slack_sdk.web import SlackResponse

from bot import calls
from bot.calls import Fate, Sent
from bot.render.actions import carried
from bot.render.blocks import Block
from bot.render.plan import MessagePlan

EVENT = "flowxo_digest"
# How long Slack may take to answer a post.
POST_S = 10
# A post is looked for from so long before it on: Slack's clock, and the database's, may be wrong.
MARGIN = timedelta(minutes=10)
_PAGE, _MOST_PAGES = 200, 50
_DAY_S, _WORKSPACES = 86_400.0, 5_000


@dataclass(frozen=True, slots=True)
class Posted:
    """What became of a post; `refused` is what Slack said to the form of it before the last."""

    sent: Sent
    refused: str | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """How far a search came: where it goes on, and which messages are too old to be the post."""

    cursor: str
    horizon: datetime


@dataclass(frozen=True, slots=True)
class Searched:
    """What became of a search: `found` and `not_found` are reasons; `page` is where it goes on.

    `shown` is the question that the found post answers, where its buttons say so.
    """

    sent: Sent
    page: Page | None = None
    shown: str | None = None


class Slack(Protocol):
    """Slack as digests need it."""

    def post(self, team_id: str, target: str, plan: MessagePlan, delivery_id: str) -> Posted:
        """Post it once, with the delivery's id in its metadata."""
        ...

    def search(
        self,
        team_id: str,
        channel_id: str,
        delivery_id: str,
        ago: timedelta,
        page: Page | None = None,
    ) -> Searched:
        """Look for the post of a delivery, made so long ago at most, from `page` on."""
        ...


class WebSlack:
    """Slack by its Web API; `client_of` gives the client of a workspace, which retries nothing."""

    def __init__(self, client_of: Callable[[str], WebClient]) -> None:
        self._client_of = client_of
        self._lock = Lock()
        # Which workspaces refuse native blocks, for a day.
        self._plain: TTLCache[str, bool] = TTLCache(_WORKSPACES, _DAY_S)

    def post(self, team_id: str, target: str, plan: MessagePlan, delivery_id: str) -> Posted:
        """Post it in the first form that is taken; a refused form was not posted."""
        client, refused, native = self._client_of(team_id), None, False
        sent = Sent(Fate.FAILED)
        for is_native, blocks in self._forms(team_id, plan):
            sent = calls.web(_posting(client, target, plan.text, blocks, delivery_id))
            if sent.fate is not Fate.REFUSED:
                break
            refused = sent.reason
            # A refusal for its length says nothing of blocks.
            native = native or (is_native and refused != calls.TOO_LONG)
        if sent.done and native:
            with self._lock:
                self._plain[team_id] = True
        return Posted(sent, refused)

    def search(
        self,
        team_id: str,
        channel_id: str,
        delivery_id: str,
        ago: timedelta,
        page: Page | None = None,
    ) -> Searched:
        """Read the channel back, page by page, until it is found or all is older than it."""
        client = self._client_of(team_id)
        for _ in range(_MOST_PAGES):
            answer = calls.answered(_reading(client, channel_id, page.cursor if page else ""))
            if isinstance(answer, Sent):
                return Searched(answer, page)
            messages: list[dict[str, Any]] = answer.get("messages") or []
            for message in messages:
                if _is_of(message, delivery_id):
                    ts = str(message.get("ts"))
                    found = Sent(Fate.DONE, "found", channel_id=channel_id, ts=ts)
                    return Searched(found, shown=_shown(message))
            horizon = page.horizon if page else _slack_time(answer) - max(ago, timedelta()) - MARGIN
            cursor = str((answer.get("response_metadata") or {}).get("next_cursor") or "")
            if not cursor or any(_at(message) < horizon for message in messages[-1:]):
                return Searched(Sent(Fate.DONE, "not_found"))
            page = Page(cursor, horizon)
        return Searched(Sent(Fate.FAILED, "too_many_pages"), page)

    def _forms(
        self, team_id: str, plan: MessagePlan
    ) -> Iterator[tuple[bool, Sequence[Block] | None]]:
        """The forms of one message, the richest first, and whether it is the native one."""
        with self._lock:
            plain = team_id in self._plain
        if plan.blocks and plan.blocks != plan.rich and not plain:
            yield True, plan.blocks
        if plan.rich:
            yield False, plan.rich
        yield False, None


def _posting(
    client: WebClient, target: str, text: str, blocks: Sequence[Block] | None, delivery_id: str
) -> Callable[[], SlackResponse]:
    return lambda: client.chat_postMessage(
        channel=target,
        text=text,
        blocks=blocks,
        metadata={"event_type": EVENT, "event_payload": {"delivery_id": delivery_id}},
        parse="none",
        link_names=False,
        mrkdwn=False,
        unfurl_links=False,
        unfurl_media=False,
    )


def _reading(client: WebClient, channel_id: str, cursor: str) -> Callable[[], SlackResponse]:
    return lambda: client.conversations_history(
        channel=channel_id, limit=_PAGE, cursor=cursor or None, include_all_metadata=True
    )


def _is_of(message: dict[str, Any], delivery_id: str) -> bool:
    metadata = message.get("metadata")
    payload = metadata.get("event_payload") if isinstance(metadata, dict) else None
    return isinstance(payload, dict) and payload.get("delivery_id") == delivery_id


def _shown(message: dict[str, Any]) -> str | None:
    blocks = message.get("blocks")
    rows = blocks if isinstance(blocks, list) else []
    ids = [str(row.get("block_id") or "") for row in rows if isinstance(row, dict)]
    return next((text for one in ids if (text := carried(one))), None)


def _at(message: dict[str, Any]) -> datetime:
    return datetime.fromtimestamp(float(message["ts"]), UTC)


def _slack_time(answer: SlackResponse) -> datetime:
    """Now by Slack's own clock, which its messages' timestamps go by; ours, where it says none."""
    said = {name.lower(): value for name, value in answer.headers.items()}.get("date", "")
    try:
        return parsedate_to_datetime(said).astimezone(UTC)
    except ValueError:
        return datetime.now(UTC)
