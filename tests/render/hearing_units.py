"""What is heard of the units of an answer: a line each, with what stands beside it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from bot.core.periods import Unit
from bot.core.reports import Point, Report, Series
from bot.render.plan import MessagePlan
from tests.figures.model_pairs import Pairs, Stretch, pairs
from tests.render.reading import Listener, clocks, days, numbers

_PAGE = r"Rows 1–(\d+) of (\d+)\. .+"


def left_out(listener: Listener, plan: MessagePlan, rows: int) -> int:
    """How many rows are said to be elsewhere; where a table has them, it must."""
    more = listener.taken(r"(\d+) more in (the table and the CSV|the CSV)")
    if more is None:
        return 0
    if more[2] != "the CSV":
        tables = [len(one["rows"]) - 1 for one in plan.blocks if one["type"] == "data_table"]
        assert rows in tables
    return int(more[1])


def hears_points(made: Report, listener: Listener, plan: MessagePlan) -> None:
    """The units of the first page, as many as there is room for; the line after says of others."""
    total, told = len(made.series[0].points), 0
    beside = _beside(made)
    while told < total and _is_point(made, told, beside[told], listener.line):
        listener.take()
        told += 1
    ahead = Listener(listener.lines, listener.place + 1)
    paged = ahead.taken(_PAGE) or Listener(listener.lines, listener.place).taken(_PAGE)
    page = int(paged[1]) if paged else total
    left = left_out(listener, plan, page)
    assert told + left == page
    assert bool(listener.taken(_PAGE)) == bool(paged)
    assert paged is None or int(paged[2]) == total


def _beside(made: Report) -> Pairs:
    """Which unit of what is compared stands beside each unit of the period."""
    own, other = (
        [_stretch(point) for one in series[:1] for point in one.points]
        for series in (made.series, made.compared_series)
    )
    return pairs(own, other, made.series[0].unit.value, made.zone)


def _is_point(made: Report, index: int, beside: int | None, line: str) -> bool:
    """Whether the line tells every series at one place: its time, its figures, those beside."""
    point = made.series[0].points[index]
    whole = point.start.astimezone(made.zone)
    start = (point.covered or (point.start,))[0].astimezone(made.zone)
    label, between, rest = line.partition(": ")
    if not between or point.running != rest.endswith(" (so far)"):
        return False
    cut_off = point.covered is not None
    if point.running:
        # Its end is told by "so far", its start by its label where that has days in it.
        cut_off = start > whole and made.series[0].unit is not Unit.WEEK
    if label.endswith(" (part)") != cut_off:
        return False
    hours = [f"{whole:%H:%M}"], [f"{start:%H:%M}"]
    if made.series[0].unit is Unit.HOUR and clocks(label)[:1] not in hours:
        return False
    named = days(label, start.year)
    if named and made.series[0].unit is not Unit.MONTH and named[0] != start.date():
        return False
    return numbers(rest.replace("(30 days)", "")) == list(_told(made, index, beside))


def _told(made: Report, index: int, beside: int | None) -> Iterator[int | None]:
    """Every figure of the unit, each with that of the unit that stands beside it."""
    for one in made.series:
        yield _value(one, index)
        there = (other for other in made.compared_series if other.metric is one.metric)
        yield from (_value(other, beside) for other in there)


def _stretch(point: Point) -> Stretch:
    """The unit as the calendar has it; one that runs goes on, however far."""
    first, last = point.covered or (point.start, point.end)
    goes_on = point.running and point.covered is not None
    return Stretch(point.start, last + timedelta(days=1) if goes_on else point.end, first, last)


def _value(one: Series, at: int | None) -> int | None:
    return one.points[at].value if at is not None and at < len(one.points) else None
