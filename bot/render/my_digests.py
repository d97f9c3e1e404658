"""A person's own digests on the Home tab: what needs them, then the next and the last of each.

Knows no storage: what it shows is handed in as it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo

from bot.core.phrases.saying import weekday_moment
from bot.core.sentences import say, told
from bot.render.blocks import Block, actions, button, channel_names, rich_lines
from bot.render.digest_cards import EDIT, MOVE, RESUME
from bot.render.notice import carry
from bot.render.numbers import plural

# What mends a digest that is stopped for a reason; a key has its own button with its account.
_MENDS = {
    "channel": ("button.choose_channel", MOVE),
    "refused": ("button.resume", RESUME),
    "account": ("button.edit", EDIT),
}


@dataclass(frozen=True, slots=True)
class MyDigest:
    """One: its state and why it is stopped, when it comes next, and what became of the last."""

    number: int
    target: str
    state: str
    reason: str | None
    next_at: datetime | None
    zone: tzinfo | None
    last_at: datetime | None
    last_state: str | None

    @property
    def stopped(self) -> bool:
        """Whether somebody has to do something."""
        return self.state == "disabled"


def my_digests(found: Sequence[MyDigest], language: str) -> list[Block]:
    """What needs the reader first, in bold, then the others."""
    blocks: list[Block] = []
    stopped = [one for one in found if one.stopped]
    others = [one for one in found if not one.stopped]
    if stopped:
        head = plural("home.stopped", len(stopped), "en")
        blocks.append(rich_lines([[(told(head, language), "bold")]]))
    for one in stopped:
        blocks.append(_placed(one, say(f"stopped.{one.reason}", number=one.number), language))
        mending = _MENDS.get(one.reason or "")
        if mending is not None:
            key, action_id = mending
            value = carry(str(one.number), language)
            blocks.append(actions([button(told(say(key), language), action_id, value)]))
    if others:
        blocks.append(rich_lines([[(told(say("home.digests"), language), "bold")]]))
    blocks += [_placed(one, _line(one), language) for one in others]
    return blocks


def _line(one: MyDigest) -> str:
    zone = one.zone or UTC
    coming = say("home.digest.paused", number=one.number)
    if one.next_at is not None:
        when = weekday_moment(one.next_at, zone)
        coming = say("home.digest.next", number=one.number, when=when)
    if one.last_at is None:
        return coming
    ended = one.last_state in ("sent", "failed", "skipped", "unknown")
    state = say(f"home.last.{one.last_state if ended else 'open'}")
    last = say("home.digest.last", when=weekday_moment(one.last_at, zone), state=state)
    return say("home.digest.both", first=coming, second=last)


def _placed(one: MyDigest, text: str, language: str) -> Block:
    line = told(text, language)
    if one.target.startswith(("C", "G")):
        return channel_names([one.target], f" · {line}")
    return rich_lines([[line]])
