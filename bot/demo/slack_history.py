"""conversations.history as Slack answers it: pages of a channel's messages, the newest first."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from bot.demo.slack_calls import Answer, Method, refuse_scope
from bot.demo.slack_findings import Json
from bot.demo.slack_limits import SLACK_LIMITS
from bot.demo.slack_rules import Refusal, parsed
from bot.demo.slack_state import State
from bot.demo.slack_workspace import Channel, ChannelKind, Message

_SCOPES = {
    ChannelKind.PUBLIC: "channels:history",
    ChannelKind.PRIVATE: "groups:history",
    ChannelKind.DIRECT: "im:history",
}
_YES = (True, "1", "true", "True")


def _history(state: State, arguments: Json) -> Answer | Refusal:
    channel = state.workspace.channels.get(str(arguments.get("channel")))
    if channel is None:
        return Refusal("channel_not_found")
    missing = refuse_scope(state, _SCOPES[channel.kind])
    if missing is not None:
        return missing
    if not channel.bot_is_in:
        public = channel.kind is ChannelKind.PUBLIC
        return Refusal("not_in_channel" if public else "channel_not_found")
    try:
        limit = int(str(arguments.get("limit", 100)))
        start = int(str(arguments.get("cursor") or 0))
        found = list(_within(state, channel, arguments))
    except (ValueError, InvalidOperation):
        return Refusal("invalid_arguments")
    limit = min(limit, SLACK_LIMITS["history.limit"])
    if limit < 1:
        return Refusal("invalid_limit")
    page, after = found[start : start + limit], start + limit
    more = after < len(found)
    with_all = arguments.get("include_all_metadata") in _YES
    return {
        "messages": [_shown(message, with_all=with_all) for message in page], "has_more": more,
        "response_metadata": {"next_cursor": str(after) if more else ""},
    }  # fmt: skip


def _within(state: State, channel: Channel, arguments: Json) -> Iterator[Message]:
    """The channel's own messages in the time asked for; replies stand in their threads."""
    oldest = Decimal(str(arguments.get("oldest") or 0))
    latest = Decimal(str(arguments.get("latest") or "Infinity"))
    inclusive = arguments.get("inclusive") in _YES
    for message in reversed(state.workspace.messages):
        if message.channel_id != channel.channel_id or message.deleted or message.only_for:
            continue
        if message.thread_ts not in (None, message.ts):
            continue
        at = Decimal(message.ts)
        if oldest < at < latest or (inclusive and at in (oldest, latest)):
            yield message


def _shown(message: Message, *, with_all: bool) -> dict[str, object]:
    """A message as the history has it: what its metadata carry only where that is asked for."""
    metadata = parsed(message.arguments.get("metadata"))
    if not isinstance(metadata, dict):
        return message.to_dict()
    told = metadata if with_all else {"event_type": metadata.get("event_type")}
    return {**message.to_dict(), "metadata": told}


HISTORY: dict[str, Method] = {"conversations.history": Method("", _history)}
