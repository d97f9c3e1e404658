"""Short ways to write periods, buckets and series in the tests of figures."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from bot.core.grid import spans
from bot.core.metrics import METRICS, Metric
from bot.core.periods import Period, Shape, Unit, of_days
from bot.core.query import Compare, Query, Subcommand
from bot.core.reports import Series
from bot.core.results import Bucket
from bot.core.series import FETCHED, build_series

BERLIN = ZoneInfo("Europe/Berlin")
LATER = datetime(2099, 1, 1, tzinfo=UTC)


def at(text: str) -> datetime:
    """An instant by Berlin's clock."""
    return datetime.fromisoformat(text).replace(tzinfo=BERLIN).astimezone(UTC)


def days(first: str, last: str, shape: Shape = Shape.STRETCH, count: int = 1) -> Period:
    """Whole local days in Berlin, both ends included."""
    return of_days(date.fromisoformat(first), date.fromisoformat(last), BERLIN, shape, count)


def timed(start: str, end: str, shape: Shape = Shape.STRETCH) -> Period:
    """A period with times, by Berlin's clock."""
    return Period(at(start), at(end), BERLIN, shape)


def clock(period: Period | None) -> tuple[str, str] | None:
    """Start and end by the local clock."""
    if period is None:
        return None
    return f"{period.local_start:%Y-%m-%dT%H:%M:%S}", f"{period.local_end:%Y-%m-%dT%H:%M:%S}"


def stats(period: Period, compare: Compare = Compare.AUTO, **more: object) -> Query:
    """A question for stats."""
    return Query(Subcommand.STATS, period, compare=compare, **more)  # type: ignore[arg-type]  # a test's shorthand


def buckets(period: Period, unit: Unit, values: Sequence[int | None]) -> list[Bucket]:
    """One bucket a local unit, every metric alike; None is a bucket that was not sent."""
    found = zip(spans(period, unit), values, strict=False)
    return [
        Bucket(span.start, span.end, dict.fromkeys(METRICS, value))
        for span, value in found
        if value is not None
    ]


def series(
    period: Period,
    unit: Unit,
    values: Sequence[int | None],
    metric: Metric = Metric.SENT,
    moment: datetime = LATER,
) -> Series:
    """The series of one metric by `unit`, from values by the unit that is fetched for it."""
    sent = buckets(period, FETCHED[unit], values)
    (one,) = build_series(period, unit, sent, (metric,), moment)
    return one
