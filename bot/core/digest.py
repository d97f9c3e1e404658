"""Digest, what somebody set of one: when, about whom, with which parts; and the question it asks.

Holds no target, owner or state, which are its subscription's, and never reads the clock.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from bot.core import fields
from bot.core.digest_command import ALL as ALL
from bot.core.digest_command import WhenEmpty as WhenEmpty
from bot.core.needs import Needs, needs_of
from bot.core.query import Compare, Query, Subcommand
from bot.core.schedule import Schedule, from_fields, period_of, to_fields
from bot.core.sections import DEFAULT_SECTIONS, SECTIONS, Need, Section, ordered
from bot.core.sentences import say
from bot.errors import ScheduleError

DEFAULT_TOP = 5
MOST_ROWS = 50
LONGEST_NOTE = 300  # characters
COMPARISONS = (Compare.PREVIOUS, Compare.LAST_YEAR, Compare.NONE)


@dataclass(frozen=True, slots=True)
class Digest:
    """`account` is an account's number, or ALL; `sections` are some, in the table's order.

    `top` is how many rows a list has, `week_start` the day that weeks began on when it was set
    (0 is Monday). ScheduleError for what cannot be.
    """

    schedule: Schedule
    account: int | Literal["all"]
    sections: tuple[Section, ...] = DEFAULT_SECTIONS
    compare: Compare = Compare.PREVIOUS
    top: int = DEFAULT_TOP
    when_empty: WhenEmpty = WhenEmpty.SAY
    note: str = ""
    week_start: int = 0

    def __post_init__(self) -> None:
        if not self.sections or self.sections != ordered(self.sections):
            raise ScheduleError(say("digest.no_section"))
        if not 1 <= self.top <= MOST_ROWS:
            raise ScheduleError(say("top_range", words=self.top))
        if self.compare not in COMPARISONS:
            raise ScheduleError(say("digest.compare"))
        if len(self.note) > LONGEST_NOTE:
            raise ScheduleError(say("digest.long_note", limit=LONGEST_NOTE))
        if not 0 <= self.week_start <= 6:
            raise ScheduleError(say("schedule.weekday"))


def query_for(digest: Digest, due: datetime) -> Query:
    """The question that the digest of a due time asks, whenever it is sent: its dates are fixed."""
    account = digest.account
    return Query(
        Subcommand.REPORT,
        period_of(digest.schedule, due, digest.week_start),
        compare=digest.compare,
        top=digest.top,
        zone=digest.schedule.zone,
        account=None if account == ALL else account,
        all_accounts=account == ALL,
    )


def needs_for(digest: Digest, due: datetime, now: datetime) -> Needs:
    """What the digest of a due time needs when it is read at `now`: of its sections, no more."""
    return narrowed(digest, needs_of(query_for(digest, due), now, digest.week_start))


def narrowed(digest: Digest, needs: Needs) -> Needs:
    """The needs of a report without what no section of the digest shows."""
    rows = [SECTIONS[section] for section in digest.sections]
    lists = tuple(kind for kind in needs.lists if kind.value in digest.sections)
    if any(row.needs is Need.SERIES for row in rows):
        return replace(needs, lists=lists)
    return replace(needs, lists=lists, series=(), unit=None, asked_unit=None)


_FIELDS = (
    "schedule", "account", "sections", "compare", "top", "when_empty", "note", "week_start",
)  # fmt: skip


def digest_to_fields(digest: Digest) -> dict[str, object]:
    """The digest as JSON keeps it, its schedule in fields of its own."""
    return {
        "schedule": to_fields(digest.schedule),
        "account": digest.account,
        "sections": [section.value for section in digest.sections],
        "compare": digest.compare.value,
        "top": digest.top,
        "when_empty": digest.when_empty.value,
        "note": digest.note,
        "week_start": digest.week_start,
    }


def digest_from_fields(kept: Mapping[str, object]) -> Digest:
    """The digest that `digest_to_fields` wrote; ScheduleError with the reason for anything else."""
    fields.must_be(kept, _FIELDS, _FIELDS)
    schedule, account = kept["schedule"], kept["account"]
    if not isinstance(schedule, Mapping):
        raise fields.bad("schedule", schedule)
    sections = fields.items("sections", kept["sections"])
    return Digest(
        from_fields(schedule),
        ALL if account == ALL else fields.number("account", account),
        tuple(fields.choice("sections", one, Section) for one in sections),
        fields.choice("compare", kept["compare"], Compare),
        fields.number("top", kept["top"]),
        fields.choice("when_empty", kept["when_empty"], WhenEmpty),
        fields.text("note", kept["note"]),
        fields.number("week_start", kept["week_start"]),
    )
