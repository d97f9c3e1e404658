"""What became of the latest deliveries of a digest, each with its exact time and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.core.phrases import saying
from bot.core.sentences import say, told
from bot.render.blocks import Block, Piece, rich_lines
from bot.render.plan import MessagePlan
from bot.render.toptext import top_text
from bot.render.untrusted import clean, cut

_ERROR = 60


@dataclass(frozen=True, slots=True)
class Past:
    """One due time, and what became of it; `trouble` is "" where nothing was in the way.

    `error` is the word for it of whoever refused.
    """

    due_at: datetime
    kind: str
    state: str
    late: bool
    done_at: datetime | None
    trouble: str = ""
    error: str = ""


def history_message(
    named: Sequence[str], past: Sequence[Past], zone: ZoneInfo, language: str
) -> MessagePlan:
    """`named` is which digest, in lines; then its deliveries, the newest first."""
    head = [told(line, language) for line in named]
    lines = [told(_line(one, zone), language) for one in past]
    first = say("digest.history", count=len(past)) if past else say("digest.history.none")
    shown: list[list[Piece]] = [[(head[0], "bold")]]
    shown += [[line] for line in head[1:]]
    blocks: tuple[Block, ...] = (
        rich_lines([*shown, [told(first, language)]]),
        *([rich_lines([[line] for line in lines])] if lines else []),
    )
    text = top_text(head[0], [*head[1:], told(first, language), *lines], [], [])
    return MessagePlan(text, blocks, blocks)


def _line(one: Past, zone: ZoneInfo) -> str:
    """Mon 23 Nov 2026, 09:00: sent late, at 09:07."""
    at = saying.weekday_moment(one.due_at, zone)
    what = say(f"delivery.{one.state}")
    if one.state == "sent" and one.late and one.done_at is not None:
        what = say("delivery.sent_late", at=saying.weekday_moment(one.done_at, zone))
    why = say(f"trouble.{one.trouble}") if one.trouble and one.state != "sent" else ""
    error = cut(clean(one.error), _ERROR)
    if why and error:
        why = say("digest.with_error", why=why, error=error)
    if why:
        what = say("digest.with_reason", what=what, why=why)
    key = "digest.past" if one.kind == "scheduled" else f"digest.past.{one.kind}"
    return say(key, at=at, what=what)
