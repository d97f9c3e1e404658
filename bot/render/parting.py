"""The messages of a disconnection: the question with what depends on it, and the way back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, tzinfo
from typing import Final

from bot.core.accounts import AccountName
from bot.core.phrases import saying
from bot.core.sentences import say, told
from bot.render.blocks import Block, actions, button, channel_names
from bot.render.notice import carry, notice
from bot.render.numbers import plural
from bot.render.plan import MessagePlan
from bot.render.untrusted import clean, cut

DISCONNECT: Final = "account_disconnect"
KEEP: Final = "account_keep"
RESTORE: Final = "account_restore"
_NAME = 40
_CHANNELS = 20  # that are named


def ask_message(account: AccountName, channels: Sequence[str], language: str) -> MessagePlan:
    """Whether the account is to go; `channels` are those whose own it is."""
    name = cut(clean(account.name), _NAME)
    rooms = [one for one in channels if not one.startswith("D")]
    lines = [say("disconnect.ask", account=name), say("disconnect.what")]
    if channels:
        lines.append(plural("disconnect.channels", len(channels), "en"))
    value = carry(str(account.number), language)
    go = told(say("disconnect.go", account=name), language)
    stay = told(say("disconnect.stay"), language)
    row = actions([button(go, DISCONNECT, value, style="danger"), button(stay, KEEP, value)])
    return notice(lines, language, _named(rooms, language), row)


def _named(channels: Sequence[str], language: str) -> Block | None:
    """The channels as Slack names them to whoever may see them."""
    if not channels:
        return None
    more = len(channels) - _CHANNELS
    end = f" {told(say('disconnect.more', count=more), language)}" if more > 0 else ""
    return channel_names(channels[:_CHANNELS], end)


def done_message(
    account: AccountName, until: datetime, clock: tzinfo, language: str
) -> MessagePlan:
    """It is disconnected, and until when that can be taken back."""
    name = cut(clean(account.name), _NAME)
    lines = [
        say("disconnect.done", account=name),
        say("disconnect.until", at=saying.moment(until, clock)),
    ]
    undo = told(say("disconnect.undo"), language)
    value = carry(str(account.number), language)
    return notice(lines, language, actions([button(undo, RESTORE, value)]))
