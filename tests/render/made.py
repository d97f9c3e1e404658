"""Reports made by hand for the tests of the renderer: the mockups', and plain parts to vary."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from typing import Any
from zoneinfo import ZoneInfo

from bot.core.metrics import Metric
from bot.core.periods import Period, Shape, Unit, of_days
from bot.core.query import Query
from bot.core.reports import (
    Chart,
    ChartLine,
    ChartPoint,
    Figure,
    Gone,
    ListKind,
    Note,
    NoteKind,
    Point,
    Report,
    Row,
    Series,
    TopList,
)
from bot.core.subcommands import Subcommand

BERLIN = ZoneInfo("Europe/Berlin")
READ_AT = datetime(2026, 11, 26, 8, 12, tzinfo=UTC)  # Thursday, 09:12 in Berlin

NOVEMBER = of_days(date(2021, 11, 1), date(2021, 11, 30), BERLIN, Shape.MONTH)
OCTOBER = of_days(date(2021, 10, 1), date(2021, 10, 31), BERLIN, Shape.MONTH)
BOTH = of_days(date(2021, 10, 1), date(2021, 11, 30), BERLIN, Shape.MONTH, 2)
BEFORE_BOTH = of_days(date(2021, 8, 1), date(2021, 9, 30), BERLIN, Shape.MONTH, 2)
WEEK = of_days(date(2026, 11, 16), date(2026, 11, 22), BERLIN, Shape.WEEK)
WEEK_BEFORE = of_days(date(2026, 11, 9), date(2026, 11, 15), BERLIN, Shape.WEEK)

# Flow XO's own example: November 2021 beside October.
FIGURES = (
    Figure(Metric.NEW_USERS, 1, 9),
    Figure(Metric.TRIGGERS, 4, 100),
    Figure(Metric.RECEIVED, 7, 99),
    Figure(Metric.SENT, 5, 141),
    Figure(Metric.TOTAL_USERS, 55, 54),
    Figure(Metric.ACTIVE_USERS, 23, 22),
)


def days(
    first: date, last: date, shape: Shape = Shape.STRETCH, count: int = 1, zone: ZoneInfo = BERLIN
) -> Period:
    """The days from `first` to `last`, both included."""
    return of_days(first, last, zone, shape, count)


def report(subcommand: Subcommand = Subcommand.STATS, **parts: Any) -> Report:
    """A report of November 2021 beside October; any part of it, or of its query, may be given."""
    query = {
        name: parts.pop(name)
        for name in ("compare", "against", "top", "metrics", "flow", "unit", "as_of")
        if name in parts
    }
    period = parts.pop("period", NOVEMBER)
    asked = parts.pop("asked", period)
    given: dict[str, Any] = {"baseline": OCTOBER, "zone": BERLIN, "read_at": READ_AT} | parts
    return Report(query=Query(subcommand, asked, **query), period=period, **given)


def chart_line(
    metric: Metric,
    period: Period,
    values: list[int | Fraction],
    *,
    step: timedelta = timedelta(days=2),
    compared: bool = False,
) -> ChartLine:
    """A line with one point every `step` from the period's start."""
    points = []
    for index, value in enumerate(values):
        start = period.start + step * index
        points.append(ChartPoint(start, min(start + step, period.end), Fraction(value)))
    return ChartLine(metric, tuple(points), compared)


def part_of_a_week() -> Series:
    """1–7 November 2021 by week, of which 3–7 are counted."""
    start, late, end = (datetime(2021, 11, day, tzinfo=BERLIN).astimezone(UTC) for day in (1, 3, 8))
    return Series(Metric.SENT, Unit.WEEK, (Point(start, end, 5, covered=(late, end)),))


def series(
    metric: Metric,
    period: Period,
    values: list[int | None],
    *,
    unit: Unit = Unit.DAY,
    step: timedelta = timedelta(days=1),
) -> Series:
    """A series with one point every `step` from the period's start."""
    return Series(
        metric,
        unit,
        tuple(
            Point(period.start + step * index, period.start + step * (index + 1), value)
            for index, value in enumerate(values)
        ),
    )


def stats_november(account: str | None = "Acme Support") -> Report:
    """The mockup `stats november 2021`."""
    sent: list[int | Fraction] = [0, 0, 1, 0, 0, 0, Fraction(1, 2), 0, 0, 0, 1, 0, 0, 0, 0]
    before: list[int | Fraction] = [2, 4, 6, 9, 3, 5, 8, 7, 4, 2, 5, 6, 4, 3, 1]
    chart = Chart(
        Unit.DAY,
        (
            chart_line(Metric.SENT, NOVEMBER, sent),
            chart_line(Metric.SENT, OCTOBER, before, compared=True),
        ),
        group=2,
    )
    return report(
        account=account,
        headline=Metric.SENT,
        figures=FIGURES,
        chart=chart,
        notes=(Note(NoteKind.LONGER, (1,)),),
    )


FLOW_ROWS = (
    Row(1, "Untitled Broadcast", 93, Fraction(93, 128), "new", None, broadcast=True),
    Row(2, "Text Me", 19, Fraction(19, 128), -1, 1),
    Row(3, "Untitled Flow", 14, Fraction(14, 128), 0, 3),
    Row(
        4, "Deep Linking with Multiple Argument Parsing (b64 url)", 1, Fraction(1, 128), 1, 5
    ),
    Row(4, "Parse a Unix Timestamp", 1, Fraction(1, 128), "new", None),
)  # fmt: skip


def flows(rows: tuple[Row, ...] = FLOW_ROWS, **parts: Any) -> TopList:
    """The API page's own list of flows, whole, beside an earlier one of five."""
    given: dict[str, Any] = {
        "total_rows": len(rows),
        "total": sum(row.count for row in rows),
        "whole": True,
        "baseline_depth": 5,
        "baseline_whole": True,
    } | parts
    return TopList(ListKind.FLOWS, rows, **given)


def messages(*counts: tuple[str, int], **parts: Any) -> TopList:
    """A whole list of message texts and how often each came."""
    rows = tuple(Row(place, text, count) for place, (text, count) in enumerate(counts, 1))
    given: dict[str, Any] = {
        "total_rows": len(rows),
        "total": sum(row.count for row in rows),
        "whole": True,
    } | parts
    return TopList(ListKind.MESSAGES, rows, **given)


def top_flows(account: str | None = "Acme Support") -> Report:
    """The mockup `top flows 1 oct to 30 nov 2021`."""
    return report(
        Subcommand.FLOWS,
        period=BOTH,
        baseline=BEFORE_BOTH,
        account=account,
        figures=(Figure(Metric.TRIGGERS, 104, None),),
        lists=(flows(gone=(Gone("Welcome Back", 2), Gone("Menu", 4))),),
    )


def no_data(account: str | None = "Acme Support") -> Report:
    """The mockup `stats june 2019`."""
    june = days(date(2019, 6, 1), date(2019, 6, 30), Shape.MONTH)
    return report(
        period=june,
        baseline=days(date(2019, 5, 1), date(2019, 5, 31), Shape.MONTH),
        account=account,
        no_data=True,
        notes=(Note(NoteKind.NO_DATA),),
    )
