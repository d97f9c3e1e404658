"""Which unit of the period compared with stands beside each unit of the period itself.

Knows where units begin and end, whole or in part, and no figure of them. Never reads the clock.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta, tzinfo

from bot.core.periods import Unit
from bot.core.reports import Point

_DAY = timedelta(days=1)
_NO_TIME = timedelta()

Partners = tuple[int | None, ...]
# An hour as the clock on the wall shows it; the second of two that look alike is told by `fold`.
_Hour = tuple[datetime, int]


def partners(
    points: Sequence[Point], others: Sequence[Point], unit: Unit, zone: tzinfo
) -> Partners:
    """For each of `points` the place in `others` of the one beside it, None where none fits.

    Whole units stand beside whole ones, in order. Where the clock changed in one of the two,
    hours stand beside the same hour of the clock: the second of a repeated hour beside a second
    one alone. A unit of which the period holds a part stands beside a part that is cut at the
    same end, of about the same length.
    """
    found = _by_the_clock(points, others, zone) if unit is Unit.HOUR else None
    if found is None:
        found = _in_order(points, others)
    return tuple(
        at if at is not None and _fits(point, others[at], zone) else None
        for point, at in zip(points, found, strict=True)
    )


def whole(points: Sequence[Point]) -> list[Point]:
    """The units that are over and lie wholly in the period."""
    return [point for point in points if point.covered is None]


def _in_order(points: Sequence[Point], others: Sequence[Point]) -> Partners:
    """The first whole one beside the first whole one; a part beside one cut as it is."""
    wholes = iter([at for at, other in enumerate(others) if other.covered is None])
    parts = {_cuts(other): at for at, other in enumerate(others) if other.covered is not None}
    return tuple(
        next(wholes, None) if point.covered is None else parts.get(_cuts(point)) for point in points
    )


def _by_the_clock(
    points: Sequence[Point], others: Sequence[Point], zone: tzinfo
) -> Partners | None:
    """The same hours some days apart; None where no clock changed or they are not days apart."""
    offsets = {point.start.astimezone(zone).utcoffset() for point in (*points, *others)}
    apart = _days_apart(whole(points), whole(others), zone) if len(offsets) > 1 else None
    if apart is None:
        return None
    places = {_hour(other, zone): at for at, other in enumerate(others)}
    hours = (_hour(point, zone) for point in points)
    return tuple(places.get((wall + apart, fold)) for wall, fold in hours)


def _days_apart(points: Sequence[Point], others: Sequence[Point], zone: tzinfo) -> timedelta | None:
    """How many days lie between the first of each by the clock, or else between the last."""
    for end in (0, -1) if points and others else ():
        apart = _hour(others[end], zone)[0] - _hour(points[end], zone)[0]
        if apart % _DAY == _NO_TIME:
            return apart
    return None


def _hour(point: Point, zone: tzinfo) -> _Hour:
    local = point.start.astimezone(zone)
    return local.replace(tzinfo=None, minute=0, second=0, fold=0), local.fold


def _cuts(point: Point) -> tuple[bool, bool]:
    """At which ends a part is cut; a unit that is not over is so at its end."""
    first, last = point.covered or (point.start, point.end)
    return first > point.start, point.running or last < point.end


def _fits(point: Point, other: Point, zone: tzinfo) -> bool:
    if point.covered is None or other.covered is None:
        return point.covered is other.covered
    lengths = zip(_lengths(point.covered, zone), _lengths(other.covered, zone), strict=True)
    return any(_alike(one, two) for one, two in lengths)


def _lengths(covered: tuple[datetime, datetime], zone: tzinfo) -> tuple[timedelta, timedelta]:
    """In elapsed time, and by the clock, which a change sets apart."""
    walls = [at.astimezone(zone).replace(tzinfo=None) for at in covered]
    return covered[1] - covered[0], walls[1] - walls[0]


def _alike(one: timedelta, two: timedelta) -> bool:
    """Whether they differ by at most a quarter of the longer, as of periods drawn together."""
    shorter, longer = sorted((one, two))
    return (longer - shorter) * 4 <= longer
