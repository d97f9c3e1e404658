"""The messages of a disconnection: the question with what depends on it, and the way back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Depends:
    """What depends on an account: channels whose own it is, digests of it by their numbers, and
    how many digests are of all accounts.
    """

    channels: Sequence[str] = ()
    digests: Sequence[int] = ()
    of_all: int = 0


def ask_message(account: AccountName, depends: Depends, language: str) -> MessagePlan:
    """Whether the account is to go, with what depends on it."""
    name, channels = cut(clean(account.name), _NAME), depends.channels
    rooms = [one for one in channels if not one.startswith("D")]
    lines = [say("disconnect.ask", account=name), say("disconnect.what")]
    if depends.digests:
        numbers = ", ".join(f"#{one}" for one in depends.digests[:_CHANNELS])
        more = len(depends.digests) - _CHANNELS
        if more > 0:
            numbers = say("disconnect.digests.named", numbers=numbers, count=more)
        lines.append(plural("disconnect.digests", len(depends.digests), "en", numbers=numbers))
    if depends.of_all:
        lines.append(plural("disconnect.digests.all", depends.of_all, "en"))
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
