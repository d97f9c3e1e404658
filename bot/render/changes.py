"""Who changed what: the latest changes as a message, and all of them as a CSV file.

Names come as people give them to themselves; which changes somebody may see is not decided here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from typing import Final

from bot.core.phrases import saying
from bot.core.sentences import say, told
from bot.render.blocks import Piece, actions, button, rich_lines
from bot.render.csvfile import Cell, rows_csv
from bot.render.notice import carry
from bot.render.plan import MessagePlan
from bot.render.toptext import top_text
from bot.render.untrusted import clean, cut

CHANGES_CSV: Final = "changes_csv"
_DETAIL = 300  # characters
_KNOWN = frozenset(
    {
        "account_connected",
        "account_renamed",
        "account_changed",
        "account_disconnected",
        "account_restored",
        "account_removed",
        "key_replaced",
        "channel_changed",
        "connecting_changed",
        "preferences_changed",
        "digest_saved",
        "digest_changed",
        "digest_moved",
        "digest_handed_over",
        "digest_paused",
        "digest_resumed",
        "digest_disabled",
        "digest_deleted",
        "digest_restored",
        "digest_sent_again",
        "digest_arrived",
    }
)


@dataclass(frozen=True, slots=True)
class Change:
    """One change; `user_id` is "" for whoever runs the bot, `name` what a person is called."""

    at: datetime
    user_id: str
    name: str
    action: str
    subject: str
    detail: str
    origin: str


def changes_message(
    changes: Sequence[Change], clock: tzinfo, language: str, *, kept_days: int
) -> MessagePlan:
    """The changes, the newest first, with the way to all of them."""
    if not changes:
        title = told(say("audit.none", days=kept_days), language)
        blocks = (rich_lines([[title]]),)
        return MessagePlan(top_text(title, [], [], []), blocks, blocks)
    title = told(say("audit.latest", count=len(changes), days=kept_days), language)
    lines: list[list[Piece]] = []
    for change in changes:
        detail = cut(clean(f"{change.detail} ({change.origin})".strip()), _DETAIL)
        lines += [[(told(_line(change, clock), language), "bold")], [detail]]
    words = ["".join(p if isinstance(p, str) else p[0] for p in line) for line in lines]
    label = told(say("audit.csv"), language)
    row = actions([button(label, CHANGES_CSV, carry("", language))])
    whole = (rich_lines([[title]]), rich_lines(lines), row)
    return MessagePlan(top_text(title, words, [], []), whole, whole)


def _line(change: Change, clock: tzinfo) -> str:
    who = cut(clean(change.name), 40) if change.user_id else say("audit.operator")
    subject = cut(clean(change.subject), 40)
    what = f"{change.action} {subject}"
    if change.action in _KNOWN:
        what = say(f"audit.{change.action}", subject=subject)
    return say("audit.line", at=saying.moment(change.at, clock), who=who, what=what)


def changes_csv(changes: Iterable[Change], today: datetime) -> tuple[str, bytes]:
    """File name and content: instants in UTC, people by their ids, which are theirs for ever."""
    table: list[list[Cell]] = [["At", "User", "Action", "Subject", "Detail", "From"]]
    for one in changes:
        at = one.at.isoformat(timespec="seconds")
        table.append([at, one.user_id, one.action, one.subject, one.detail, one.origin])
    return f"flowxo-changes-{today:%Y-%m-%d}.csv", rows_csv(table)
