"""Query, what a question asks for; the SUBCOMMANDS table; and `to_text`, its canonical words.

The law, tested: with the same Context, `parse(to_text(query), context).query == query`.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, tzinfo
from enum import StrEnum
from typing import TYPE_CHECKING

from bot.core import zones
from bot.core.metrics import METRICS, Metric
from bot.core.periods import (
    UNIT_OF_SHAPE,
    Period,
    Shape,
    Unit,
    local_midnight,
    localise,
    month_length,
    shift,
    zone_name,
)
from bot.core.subcommands import SUBCOMMANDS as SUBCOMMANDS
from bot.core.subcommands import TOPICS as TOPICS
from bot.core.subcommands import Subcommand as Subcommand
from bot.core.subcommands import SubcommandRow as SubcommandRow

if TYPE_CHECKING:
    from bot.core.digest_command import DigestCommand

WEEKDAY_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
FLOW_NAME_LIMIT = 64
_READ_OF_NAME = 200  # the rest of a longer one could not be shown
# An ampersand that would be read as the beginning of an escape; others stay as they are.
_ESCAPE = re.compile(r"&(?=(?:amp|lt|gt);)")


class Compare(StrEnum):
    """What a question is compared with; AUTO is what the subcommand does by default."""

    AUTO = "auto"
    PREVIOUS = "previous"
    LAST_YEAR = "last_year"
    PERIOD = "period"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Query:
    """One question, with absolute dates.

    `period` is the calendar meaning of the words (this week: the whole week, also its future
    part); it is None only for subcommands that need no dates. What is fetched is
    `period.cut(as_of or now)`. `as_of` pins the moment at which a period that is not over was
    shown (a button, a thread), so that what was seen is what is refined. `against` is the typed
    period when `compare` is PERIOD. `zone` is set only when the text named one. `metrics` is for
    `chart`, in the order asked. `flow` is the name asked for, at most 80 characters, "…" at its
    end when it was cut there. `unit` is hour, day, week or month, or None for the default.

    `account` is the number of the account that is asked about or that `use`, `disconnect` and
    `settings` name; None where the words name none. `all_accounts` is "for all". `no_account` is
    "use none", which forgets a channel's account. `name` is the one that `connect` gives. `topic`
    is of help, or "channel" of `settings`. `digest` is what is asked of digests.
    """

    subcommand: Subcommand
    period: Period | None = None
    unit: Unit | None = None
    compare: Compare = Compare.AUTO
    against: Period | None = None
    top: int | None = None
    metrics: tuple[Metric, ...] = ()
    flow: str | None = None
    zone: tzinfo | None = None
    as_csv: bool = False
    public: bool = False
    as_of: datetime | None = None
    topic: str | None = None
    account: int | None = None
    all_accounts: bool = False
    no_account: bool = False
    name: str | None = None
    digest: DigestCommand | None = None


def cut_name(name: str) -> str:
    """A flow's name as a Query carries it: one line, short enough for a button's value."""
    name = " ".join(name[:_READ_OF_NAME].split())
    if _length(name) <= FLOW_NAME_LIMIT:
        return name
    while _length(name) >= FLOW_NAME_LIMIT:
        name = name[:-1]
    return name.rstrip() + "…"


def _length(name: str) -> int:
    """How long a name is where it is read: some characters become many there."""
    written = _written(name)
    return max(len(written), len(unicodedata.normalize("NFKC", written)))


def quoted(name: str) -> str:
    """A name as it stands in a command: in quotes, and so that `parse` reads it back.

    What Slack would read as a mention or a link is escaped as Slack escapes it.
    """
    return f'"{_written(name)}"'


def _written(name: str) -> str:
    name = _ESCAPE.sub("&amp;", name).replace("<", "&lt;").replace(">", "&gt;")
    return name.replace('"', '""')


def pin(query: Query, now: datetime) -> Query:
    """`query` with its zone named and, where its period touches `now`, the moment it was read.

    An `as_of` that is set already stays: what was seen is what is refined. A stretch that ended
    at another moment (the 24 hours before the last 24) is told by its dates.
    """
    if query.period is None:
        return query
    moment = query.as_of or now.astimezone(UTC).replace(microsecond=0)
    period = told_by_dates(query.period, moment)
    against = told_by_dates(query.against, moment) if query.against else None
    touches = any(p.end >= moment for p in (period, against) if p is not None)
    as_of = query.as_of or (moment if touches else None)
    return replace(query, period=period, against=against, zone=period.zone, as_of=as_of)


def told_by_dates(period: Period, moment: datetime) -> Period:
    """`period`; a stretch of days or times where its words would mean another one at `moment`."""
    if period.shape not in (Shape.SINCE, Shape.ELAPSED, Shape.ALL_TIME) or period.end == moment:
        return period
    if period.whole_days and period.days == 1:
        return replace(period, shape=Shape.DAY, count=1)
    months = whole_months(period.first_day, period.last_day) if period.whole_days else 0
    if months:
        return replace(period, shape=Shape.MONTH, count=months)
    return replace(period, shape=Shape.STRETCH, count=1)


def to_text(query: Query) -> str:
    """The canonical command, with absolute dates, without the slash command's name."""
    if query.digest is not None:
        from bot.core.digest_text import digest_text  # only where digests are spoken of

        return digest_text(query.digest)
    words = [query.subcommand.value]
    if query.flow is not None:
        words.append(quoted(query.flow))
    if query.topic:
        words.append(query.topic)
    if query.name is not None:
        words.append(quoted(query.name))
    if query.metrics:
        words.append(", ".join(METRICS[metric].name for metric in query.metrics))
    if query.period is not None:
        words.append(period_text(query.period))
    if query.unit is not None:
        words.append(f"by {query.unit}")
    match query.compare:
        case Compare.PREVIOUS:
            words.append("vs previous")
        case Compare.LAST_YEAR:
            words.append("vs last year")
        case Compare.PERIOD if query.against is not None:
            words.append(f"vs {period_text(query.against)}")
        case Compare.NONE:
            words.append("no comparison")
    if query.top is not None:
        words.append(f"top {query.top}")
    if query.zone is not None:
        words.append(f"in {zones.in_words(zone_name(query.zone))}")
    words += _accounts_text(query)
    words += ["as csv"] * query.as_csv + ["public"] * query.public
    if query.as_of is not None and query.period is not None:
        words.append(f"as of {_wall(query.as_of, query.period.zone)}")
    return " ".join(words)


def _accounts_text(query: Query) -> list[str]:
    """Whose figures or settings: by number, since an account may be renamed."""
    if query.all_accounts:
        return ["for all"]
    if query.no_account:
        return ["none"]
    if query.account is None:
        return []
    return [f"for #{query.account}" if query.period is not None else f"#{query.account}"]


def period_text(period: Period) -> str:
    """The period in canonical words; parsing them gives the same period."""
    first = period.first_day
    match period.shape:
        case Shape.ALL_TIME:
            return "all time"
        case Shape.ELAPSED:
            minutes = round(period.duration.total_seconds() / 60)
            return f"last {minutes} minutes" if minutes % 60 else f"last {minutes // 60} hours"
        case Shape.SINCE:
            return f"since {_start_text(period)}"
        case Shape.WEEKDAY:
            return f"{WEEKDAY_NAMES[first.weekday()]} {first}"
        case Shape.WEEKEND:
            return f"weekend of {first}"
        case Shape.DAY if period.count == 1:
            return f"{first}"
        case Shape.DAY | Shape.STRETCH:
            return _stretch_text(period)
    name = _unit_text(first, period.shape)
    if period.count == 1:
        return name
    final = shift(first, UNIT_OF_SHAPE[period.shape], period.count - 1)
    return f"{name} to {_unit_text(final, period.shape)}"


def _unit_text(day: date, shape: Shape) -> str:
    """A calendar unit by its first day."""
    match shape:
        case Shape.WEEK:
            return f"week starting {day}"
        case Shape.MONTH:
            return f"{day:%Y-%m}"
        case Shape.QUARTER:
            return f"q{(day.month + 2) // 3} {day:%Y}"
        case _:
            return f"{day:%Y}"


def _start_text(period: Period) -> str:
    if period.start == local_midnight(period.first_day, period.zone):
        return f"{period.first_day}"
    return _wall(period.start, period.zone)


def _stretch_text(period: Period) -> str:
    first, last = period.first_day, period.last_day
    if not period.whole_days:
        return f"{_wall(period.start, period.zone)} to {_wall(period.end, period.zone)}"
    if whole_months(first, last):
        return f"{period.days} days from {first}"
    return f"{first} to {last}"


def whole_months(first: date, last: date) -> int:
    """How many whole calendar months the days `first` to `last` (inclusive) are, else 0."""
    if first.day != 1 or last.day != month_length(last.year, last.month):
        return 0
    return (last.year - first.year) * 12 + last.month - first.month + 1


def _wall(instant: datetime, zone: tzinfo) -> str:
    """An instant on the zone's clock, with its offset only where that clock shows it twice."""
    local = instant.astimezone(zone)
    if localise(local.replace(tzinfo=None), zone) == instant:
        return f"{local:%Y-%m-%dT%H:%M:%S}"
    return local.isoformat(timespec="seconds")
