"""The list of accounts, ten a page: each with its clock, its owner, its health, and its buttons.

Shows what it is handed and judges nobody's rights.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from typing import Final

from bot.core.phrases import saying
from bot.core.sentences import say, told
from bot.core.subcommands import Subcommand
from bot.render.actions import run_buttons
from bot.render.blocks import Block, Piece, actions, button, context, rich_lines
from bot.render.notes import SEPARATOR
from bot.render.notice import carry, command
from bot.render.numbers import plural
from bot.render.plan import MessagePlan, Shown
from bot.render.toptext import top_text
from bot.render.typed import typed
from bot.render.untrusted import clean

ACCOUNTS_MORE: Final = "accounts_more"
ACCOUNTS_PREVIOUS: Final = "accounts_previous"  # the value of both is where the page begins
PAGE: Final = 10
_DIGITS = 6


@dataclass(frozen=True, slots=True)
class Health:
    """When an account's key last worked, and since when it has not; `last_error` is its kind."""

    last_ok_at: datetime | None = None
    last_error: str | None = None
    failing_since: datetime | None = None


@dataclass(frozen=True, slots=True)
class AccountRow:
    """An account as its reader may see it.

    `owner` is a name as people give it to themselves, "" where it is nobody's; None is not told.
    `channels` is how many have it as their own, None where that is not told. `may` are the
    subcommands that its reader may use on it here.
    """

    number: int
    name: str
    zone: str | None
    health: Health
    owner: str | None = None
    here: bool = False
    only_channels: bool = False
    channels: int | None = None
    may: tuple[Subcommand, ...] = ()


def health_words(health: Health, clock: tzinfo) -> str:
    """Whether an account's key works, by its reader's clock."""
    if health.failing_since is not None:
        why = say(_WHY.get(health.last_error or "", "health.other"))
        return say("health.failing", at=saying.moment(health.failing_since, clock), why=why)
    if health.last_ok_at is None:
        return say("health.unknown")
    return say("health.fine", at=saying.moment(health.last_ok_at, clock))


_WHY = {"KeyRefusedError": "health.refused"}


def accounts_message(
    rows: Sequence[AccountRow], shown: Shown, clock: tzinfo, *, start: int, total: int
) -> MessagePlan:
    """One page of the list: `rows` begin at `start` of `total`."""
    language = shown.language
    title = told(plural("accounts.count", total, shown.locale), language)
    if total > len(rows):
        page = say("accounts.page", first=start + 1, last=start + len(rows))
        title = f"{title} {told(page, language)}"
    blocks: list[Block] = [rich_lines([[title]])]
    lines: list[str] = []
    for row in rows:
        said = list(_lines(row, clock, language))
        name = clean(row.name)
        pieces: list[list[Piece]] = [[(name, "bold")]]
        pieces += [[line] for line in said]
        blocks.append(rich_lines(pieces))
        buttons = _buttons(row, language)
        blocks += [buttons] if buttons else []
        lines.append(f"{name}: {SEPARATOR.join(said)}")
    turns = _turns(start, len(rows), total, language)
    if turns:
        find = typed(shown.command, told(say("accounts.example"), language))
        blocks += [actions(turns), context(told(say("accounts.find", command=find), language))]
    return MessagePlan(top_text(title, lines, [], []), (*blocks,), (*blocks,))


def _lines(row: AccountRow, clock: tzinfo, language: str) -> Iterator[str]:
    facts = [say("accounts.zone", zone=row.zone) if row.zone else say("accounts.zone_own")]
    if row.owner is not None:
        owner = say("accounts.owner", owner=clean(row.owner))
        facts.append(owner if row.owner else say("accounts.no_owner"))
    facts += [say("accounts.only_channels")] if row.only_channels else []
    facts += [say("accounts.here")] if row.here else []
    if row.channels:
        facts.append(plural("accounts.channels", row.channels, "en"))
    yield SEPARATOR.join(told(fact, language) for fact in facts)
    yield told(health_words(row.health, clock), language)


def _buttons(row: AccountRow, language: str) -> Block | None:
    labels = [told(say(f"accounts.button.{one}"), language) for one in row.may]
    return run_buttons([command(one, row.number, language) for one in row.may], labels)


def _turns(start: int, shown: int, total: int, language: str) -> list[Block]:
    turns = []
    if start > 0:
        label = told(say("accounts.previous"), language)
        value = carry(str(max(0, start - PAGE)), language)
        turns.append(button(label, ACCOUNTS_PREVIOUS, value))
    if start + shown < total:
        label = told(say("accounts.more"), language)
        turns.append(button(label, ACCOUNTS_MORE, carry(str(start + shown), language)))
    return turns


def page_start(value: str) -> int | None:
    """Where the page begins that a button turns to; None for what is none of ours."""
    known = value.isascii() and value.isdecimal() and len(value) <= _DIGITS
    return int(value) if known else None
