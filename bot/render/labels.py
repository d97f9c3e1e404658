"""Names of points on an axis and of rows in a series: short, and never two alike.

Two years that meet, or a clock change that repeats an hour, would make twins; then every label
says more until all differ.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta, tzinfo

from bot.core.periods import Unit
from bot.core.reports import ChartPoint, Point
from bot.core.sentences import say
from bot.render.dates import WEEKDAYS, clock, day_range, day_text, month_short, offset_text
from bot.render.limits import LIMITS
from bot.render.untrusted import cut, size

_MOST_DETAIL = 2


def chart_labels(points: Sequence[ChartPoint], unit: Unit, group: int, zone: tzinfo) -> list[str]:
    """One label a point for an axis, at most 20 characters, all different.

    `unit` is what one point stands for (or, with `group` over 1, that many of it).
    """
    one_day = len({point.start.astimezone(zone).date() for point in points}) == 1
    one_year = len({point.start.astimezone(zone).year for point in points}) == 1

    def label(point: ChartPoint, detail: int) -> str:
        start, last = _ends(point.start, point.end, zone)
        match unit:
            case Unit.HOUR | Unit.MINUTE:
                return _hour_label(start, detail, one_day=one_day)
            case Unit.MONTH:
                plain = one_year and not detail
                return month_short(start) if plain else f"{month_short(start)} {start.year}"
            case Unit.QUARTER:
                return f"Q{(start.month + 2) // 3} {start.year}"
            case Unit.YEAR:
                return str(start.year)
            case _:
                return _days_label(start, last if group > 1 else start.date(), detail)

    return _told_apart([[label(p, d) for p in points] for d in range(_MOST_DETAIL + 1)])


def _ends(start: datetime, end: datetime, zone: tzinfo) -> tuple[datetime, date]:
    return start.astimezone(zone), (end - timedelta(microseconds=1)).astimezone(zone).date()


def _hour_label(start: datetime, detail: int, *, one_day: bool) -> str:
    if one_day:
        return f"{clock(start)} {offset_text(start)}" if detail else clock(start)
    day = day_text(start.date(), year=False)
    if detail < _MOST_DETAIL:
        year = f" {start.year}" if detail else ""
        return f"{day}{year}, {clock(start)}"
    return f"{day} {clock(start)} {offset_text(start)[3:]}"


def _days_label(start: datetime, last: date, detail: int) -> str:
    text = day_range(start.date(), last, year=bool(detail))
    fits = size(text) <= LIMITS["chart.label"]
    return text if fits else day_text(start.date(), year=bool(detail))


def _told_apart(by_detail: Sequence[list[str]]) -> list[str]:
    """The plainest labels that all differ; if none do, the fullest with a number behind twins."""
    limit = LIMITS["chart.label"]
    for labels in by_detail:
        if len(set(labels)) == len(labels) and all(size(text) <= limit for text in labels):
            return labels
    return unique(by_detail[-1], limit)


def unique(texts: Sequence[str], limit: int) -> list[str]:
    """The texts, cut to `limit`, with (2), (3) behind those that came before."""
    taken: list[str] = []
    for text in texts:
        name, count = cut(text, limit), 1
        while name in taken:
            count += 1
            name = f"{cut(text, limit - 2 - len(str(count)) - 1)} ({count})"
        taken.append(name)
    return taken


def row_labels(points: Sequence[Point], unit: Unit, zone: tzinfo) -> list[str]:
    """One label a point for a table or a line of text, all different: Mon 16 Nov, 16–22 Nov."""
    years = len({point.start.astimezone(zone).year for point in points}) > 1
    one_day = len({point.start.astimezone(zone).date() for point in points}) == 1
    labels = [_row_label(point, unit, zone, year=years) for point in points]
    if unit is Unit.HOUR and one_day:
        labels = [clock(point.start.astimezone(zone)) for point in points]
    labels = [
        say("point.part", label=label) if _is_told_a_part(point, unit) else label
        for label, point in zip(labels, points, strict=True)
    ]
    if len(set(labels)) == len(labels):
        return labels
    told: Callable[[Point], str] = lambda point: offset_text(point.start.astimezone(zone))  # noqa: E731
    twins = {text for text in labels if labels.count(text) > 1}
    return [
        f"{text} {told(point)}" if text in twins else text
        for text, point in zip(labels, points, strict=True)
    ]


def _is_told_a_part(point: Point, unit: Unit) -> bool:
    """Of a unit that runs only where it began late; a week's label has its days in it."""
    if point.running:
        return point.begun_late and unit is not Unit.WEEK
    return point.covered is not None


def _row_label(point: Point, unit: Unit, zone: tzinfo, *, year: bool) -> str:
    start, last = _ends(*(point.covered or (point.start, point.end)), zone)
    match unit:
        case Unit.HOUR | Unit.MINUTE:
            return f"{day_text(start.date(), year=year)}, {clock(start)}"
        case Unit.WEEK:
            return day_range(start.date(), last, year=year)
        case Unit.MONTH:
            return f"{month_short(start)} {start.year}"
        case Unit.QUARTER:
            return f"Q{(start.month + 2) // 3} {start.year}"
        case Unit.YEAR:
            return str(start.year)
        case _:
            return f"{WEEKDAYS[start.weekday()][:3]} {day_text(start.date(), year=year)}"
