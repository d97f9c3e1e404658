"""Dates said from another period: the week before, the previous 7 days, the month after."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from bot.core.baselines import previous
from bot.core.periods import Period, Shape, Unit, floor, localise, shift
from bot.core.phrases.rules import number, skip_of, skip_the
from bot.core.phrases.scan import Scan
from bot.core.phrases.spans import SHAPES, Refusal, of_whole_days, weekday_before
from bot.core.query import told_by_dates

_DAY = timedelta(days=1)
# Shapes that only keep their meaning when they are moved by these units.
_FITTING = {
    Shape.WEEK: (Unit.WEEK,),
    Shape.WEEKDAY: (Unit.WEEK,),
    Shape.WEEKEND: (Unit.WEEK,),
    Shape.MONTH: (Unit.MONTH, Unit.QUARTER),
    Shape.QUARTER: (Unit.QUARTER,),
    Shape.YEAR: (),
}
_ENDS = frozenset(["", "?", ".", "!", ","])
SAME_WHAT = ("period", "time", "date", "dates", "days", "day")
Found = tuple[Period, int] | None


def previous_words(s: Scan, i: int) -> int:
    """The index after "previous", "the period before", "the one before that", else 0."""
    j = skip_the(s, i)
    senses, following = s.senses[j], s.senses[j + 1]
    if "relative" in senses and "period" in following:
        return j + 2
    if "period" in senses and ("before" in following or "earlier" in following):
        return _that(s, j + 2)
    if ("relative" in senses or "before" in senses) and not _dated(s, j + 1):
        return _that(s, j + 1)
    ends = s.words[j + 1] in _ENDS or "by" in following
    return j + 1 if "last" in senses and ends else 0  # this week vs last


def previous_as_many(s: Scan, i: int, base: Period) -> int:
    """The index after "the previous 30", "the 30 before" where so many days are the base."""
    j = skip_the(s, i)
    back = "relative" in s.senses[j]
    counted = number(s, j + back)
    if counted is None or not base.whole_days or counted[0] not in (base.days, base.count):
        return 0
    after = s.senses[counted[1]]
    if back:
        return 0 if "unit" in after else counted[1]
    return counted[1] + 1 if "before" in after or "relative" in after else 0


def last_year_words(s: Scan, i: int) -> int:
    """The index after "last year", "a year ago", "the same week last year", else 0."""
    j = skip_the(s, i)
    if "same" in s.senses[j]:
        j += 1
        if "unit" in s.senses[j] or s.words[j] in SAME_WHAT:
            j += 1
        if "of" in s.senses[j]:
            j += 1
        j = skip_the(s, j)
    elif s.words[j] == "this" and s.words[j + 1] == "time":
        j += 2
    return _a_year_back(s, j)


def _a_year_back(s: Scan, j: int) -> int:
    unit, following = _unit(s, j + 1), s.senses[j + 2]
    if "last" in s.senses[j] and unit is Unit.YEAR:
        return j + 2
    if _unit(s, j) is Unit.YEAR and "ago" in s.senses[j + 1]:
        return j + 2
    if number(s, j) == (1, j + 1) and unit is Unit.YEAR:
        return j + 3 if "ago" in following or "earlier" in following or "before" in following else 0
    if _unit(s, j) is Unit.YEAR and "before" in s.senses[j + 1]:
        return 0 if "last" in s.senses[j + 2] else _that(s, j + 2)
    return 0


def relative(s: Scan, i: int, base: Period) -> Found:
    """The period at word i that is said from `base`; Refusal where it has not happened yet."""
    j = skip_the(s, i)
    if "same" in s.senses[j]:
        return _same(s, j + 1, base)
    back = "relative" in s.senses[j]
    forward = "next" in s.senses[j]
    if back or forward:
        j += 1
    counted = number(s, j)
    count, j = counted or (1, j)
    if not back and not forward:
        k = j + 1
        back = "before" in s.senses[k] or "earlier" in s.senses[k]
        forward = "after" in s.senses[k] or s.words[k] == "later"
        after = _that(s, k + 1) if back or forward else 0
    else:
        after = j + 1
    if not (back or forward) or _names_a_day(s, after):
        return None
    found = _stepped(s, j, base, count, -1 if back else 1)
    return (found, after) if found else None


def _same(s: Scan, j: int, base: Period) -> Found:
    """The same day last week, the same time yesterday: the base, one unit earlier."""
    if not ("unit" in s.senses[j] or "period" in s.senses[j] or s.words[j] in SAME_WHAT):
        return None
    j = skip_of(s, j + 1)
    if s.senses[j].get("dayname") == -1:
        unit, after = Unit.DAY, j + 1
    elif "last" in s.senses[j] or "relative" in s.senses[j]:
        named = _unit(s, j + 1)
        if named is None:
            return None
        unit, after = named, j + 2
    else:
        return None
    moved = earlier(s, base, unit)
    return (moved, after) if moved else None


def earlier(s: Scan, base: Period, unit: Unit, count: int = 1) -> Period | None:
    """The same days `count` units earlier; None where these would be other days of the week."""
    fits = _FITTING.get(base.shape, (Unit.DAY, Unit.WEEK, Unit.MONTH, Unit.QUARTER))
    if not base.whole_days or unit not in fits:
        return None
    first, last = shift(base.first_day, unit, -count), shift(base.last_day, unit, -count)
    return of_whole_days(s, first, last, base.shape, base.count)


_DAYS_IN = {Unit.WEEK: 7, Unit.MONTH: 28, Unit.QUARTER: 90}


def within(s: Scan, i: int, base: Period) -> Found:
    """The week before, a week ago, said of less than a week: its same days (like for like)."""
    j = skip_the(s, i)
    back = "relative" in s.senses[j]
    count, j = number(s, j + back) or (1, j + back)
    unit = _unit(s, j)
    after = s.senses[j + 1]
    told = back or "before" in after or "earlier" in after or "ago" in after
    if unit is None or not told or not base.days < _DAYS_IN.get(unit, 0):
        return None
    if not back and _names_a_day(s, j + 2):
        return None
    moved = earlier(s, base, unit, count)
    return (moved, j + 1 if back else _that(s, j + 2)) if moved else None


def _names_a_day(s: Scan, i: int) -> bool:
    """Whether a date follows: "the day before yesterday" is not said from another period."""
    senses = s.senses[i]
    return "dayname" in senses or ("last" in senses and "number" not in s.senses[i + 1])


def _dated(s: Scan, i: int) -> bool:
    senses = s.senses[i]
    return any(k in senses for k in ("unit", "number", "weekend", "weekday", "month", "full"))


def _that(s: Scan, i: int) -> int:
    return i + 1 if "that" in s.senses[i] else i


def _unit(s: Scan, i: int) -> Unit | None:
    named = s.senses[i].get("unit")
    return named[0] if named else None


def _stepped(s: Scan, j: int, base: Period, count: int, sign: int) -> Period | None:
    senses = s.senses[j]
    if "weekend" in senses or "weekday" in senses:
        return _named_day(s, j, base, sign * count)
    named = senses.get("unit")
    if named is None or not 1 <= count <= 5000:
        return None
    unit, size = named[0], count * named[1]
    if unit in (Unit.MINUTE, Unit.HOUR):
        length = timedelta(hours=size) / (60 if unit is Unit.MINUTE else 1)
        before = previous(base) if sign < 0 and base.duration == length else None
        return told_by_dates(before, s.now) if before else None
    if sign < 0 and not base.whole_days and base.shape in (Shape.STRETCH, Shape.ELAPSED):
        return _same_hours(s, base, unit, size)
    if sign < 0 and unit is Unit.WEEK and base.shape is Shape.STRETCH and base.days == 7 * size:
        return previous(base)
    try:
        if sign < 0:
            end = floor(base.first_day, unit, _week_start(base, s))
            first = shift(end, unit, -size)
        else:
            first = shift(floor(base.last_day, unit, _week_start(base, s)), unit, 1)
            end = shift(first, unit, size)
    except (OverflowError, ValueError):
        raise Refusal("too_old") from None
    return _placed(s, first, end - _DAY, unit, size)


def _same_hours(s: Scan, base: Period, unit: Unit, count: int) -> Period | None:
    """The same times of day, so many days or weeks earlier (9 to 17, the day before)."""
    if unit not in (Unit.DAY, Unit.WEEK):
        return None
    back = timedelta(days=count * (7 if unit is Unit.WEEK else 1))
    start = localise(base.local_start.replace(tzinfo=None) - back, base.zone)
    if base.shape is Shape.ELAPSED:
        moved = replace(base, start=start, end=start + base.duration)
    else:
        end = localise(base.local_end.replace(tzinfo=None) - back, base.zone)
        moved = replace(base, start=start, end=max(end, start + timedelta(seconds=1)))
    return told_by_dates(replace(moved, shape=Shape.ELAPSED), s.now)


def _placed(s: Scan, first: date, last: date, unit: Unit, count: int) -> Period:
    if first > s.today:
        raise Refusal("future")
    if first.year < 1970:
        raise Refusal("too_old")
    shape = SHAPES[unit]
    if shape is Shape.DAY and count > 1:
        return of_whole_days(s, first, last, Shape.STRETCH)
    return of_whole_days(s, first, last, shape, count)


def _week_start(base: Period, s: Scan) -> int:
    """Weeks begin where the shown week began, also where an ISO week was shown."""
    return base.first_day.weekday() if base.shape is Shape.WEEK else s.week_start


def _named_day(s: Scan, j: int, base: Period, steps: int) -> Period:
    weekday = s.senses[j].get("weekday", 5)
    if steps < 0:
        day = weekday_before(weekday, base.first_day) + timedelta(weeks=steps + 1)
    else:
        day = weekday_before(weekday, base.last_day + timedelta(days=8))
        day += timedelta(weeks=steps - 1)
    if day > s.today:
        raise Refusal("future")
    if "weekend" in s.senses[j]:
        return of_whole_days(s, day, day + _DAY, Shape.WEEKEND)
    return of_whole_days(s, day, day, Shape.WEEKDAY)
