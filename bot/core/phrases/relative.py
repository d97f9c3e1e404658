"""Units said from today: today, last 7 days, this month, 2 weeks ago, year to date."""

from __future__ import annotations

from datetime import date, timedelta

from bot.core.baselines import last_year
from bot.core.periods import Shape, Unit, shift
from bot.core.phrases.halves import counted_unit
from bot.core.phrases.rules import Found, Rule, number, skip_full, skip_of
from bot.core.phrases.scan import Scan
from bot.core.phrases.spans import SHAPES, Kind, Refusal, Span, fixed, future, place, units_back
from bot.core.phrases.to_date import so_far
from bot.core.sentences import phrase


def read_dayname(s: Scan, i: int) -> Found:
    """Today, yesterday, tomorrow, today a week ago."""
    offset = s.senses[i]["dayname"]
    if offset > 0:
        return future(), i + 1
    counted = counted_unit(s, i + 1) if "number" in s.senses[i + 1] else None
    if counted and "ago" in s.senses[counted[2]] and counted[0] not in (Unit.MINUTE, Unit.HOUR):
        day = s.today + timedelta(days=offset)
        return _day_ago(day, counted[0], counted[1]), counted[2] + 1
    j = so_far(s, i + 1) if offset == 0 else i + 1
    return units_back(s, Unit.DAY, -offset), j


def read_day_before(s: Scan, i: int) -> Found:
    """Day before yesterday, day after tomorrow, week before last."""
    unit, count = s.senses[i]["unit"]
    following = s.senses[i + 1]
    offset = s.senses[i + 2].get("dayname")
    if unit is Unit.DAY and offset:
        if "before" in following and offset < 0:
            return units_back(s, Unit.DAY, 2), i + 3
        if "after" in following and offset > 0:
            return future(), i + 3
    again = s.senses[i + 3].get("unit")
    if "before" in following and "last" in s.senses[i + 2] and again in (None, (unit, count)):
        if unit in (Unit.MINUTE, Unit.HOUR):
            return None
        return units_back(s, unit, 2 * count, count), i + 4 if again else i + 3
    return None


def read_last(s: Scan, i: int) -> Found:
    """Last week, last 7 days, past 24 hours, last half an hour, last 7 days including today."""
    found = counted_unit(s, skip_full(s, i + 1), i)
    if found and found[1] == 1 and s.words[found[2]] == "to" and s.words[found[2] + 1] == "date":
        raise Refusal("already_over", words=s.said(i, found[2] + 2))
    return _count_of(s, found[1], found[0], found[2]) if found else None


def read_most_recent(s: Scan, i: int) -> Found:
    """The most recent week, the most recent 7 days."""
    return read_last(s, i + 1) if s.words[i + 1] == "recent" else None


def read_count(s: Scan, i: int) -> Found:
    """7d, 30 days, 24h: the same as with "last" before it; "a week" alone is half a phrase."""
    found = read_counted(s, i)
    if found and found[0].kind is not Kind.FUTURE and s.words[i] in ("a", "an"):
        return None if found[1] == i + 2 and "unit" in s.senses[i + 1] else found
    return found


def read_counted(s: Scan, i: int) -> Found:
    """So many units back from today, or from now ("3 days from now"), which is to come."""
    found = counted_unit(s, i) if "number" in s.senses[i] or "half" in s.senses[i] else None
    if found is None:
        return None
    unit, count, j = found
    ahead = _ahead(s, j)
    return (future(), ahead) if ahead else _count_of(s, count, unit, j)


def _ahead(s: Scan, i: int) -> int:
    """The index after "from now", "from today", "hence", else 0."""
    if s.words[i] == "hence":
        return i + 1
    following = s.senses[i + 1]
    if s.words[i] == "from" and ("now" in following or "dayname" in following):
        return i + 2
    return 0


def in_so_long(s: Scan, i: int) -> int:
    """The index after "in 3 days", which lies ahead; 0 for what does not ("in the last 3 days")."""
    counted = number(s, i + 1) if s.words[i] == "in" else None
    if not counted:
        return 0
    j = skip_full(s, counted[1])
    if "unit" not in s.senses[j] or "ago" in s.senses[j + 1] or s.words[j + 1] == "before":
        return 0
    return j + 1


def _count_of(s: Scan, count: int, unit: Unit, j: int) -> Found:
    if count < 1:
        raise Refusal("none_of_them", unit=phrase(f"{unit}s"))
    if unit in (Unit.MINUTE, Unit.HOUR):
        span = Span(Kind.ELAPSED, Shape.ELAPSED)
        span.unit, span.steps = unit, count
        return span, j
    after = _including(s, j, unit)
    if after:
        return units_back(s, unit, count - 1, count), after
    far = so_far(s, j)
    return units_back(s, unit, count, count + (far > j)), far


def _including(s: Scan, i: int, unit: Unit) -> int:
    """The index after "including today" or "including this month", else 0."""
    if "comma" in s.senses[i] or s.words[i] == "(":
        i += 1
    if "including" not in s.senses[i]:
        return 0
    j = i + 2 if s.words[i + 1] == "." and s.joined(i + 1) else i + 1
    if s.senses[j].get("dayname") == 0:
        j += 1
    elif "this" in s.senses[j] and s.senses[j + 1].get("unit", ("", 0))[0] == unit:
        j += 2
    else:
        return 0
    return j + 1 if s.words[j] == ")" else j


def read_same(s: Scan, i: int) -> Found:
    """Same week last year, the same day of last month, this time last year: of the running one."""
    time = "time" in s.senses[i + 1] or "date" in s.senses[i + 1]
    unit, times = s.senses[i + 1].get("unit", (Unit.DAY, time))
    if times != 1 or unit not in SHAPES:
        return None
    j = skip_of(s, i + 2)
    this = time or "same" in s.senses[i] or s.senses[j + 1].get("unit") == (Unit.YEAR, 1)
    if not this:
        return None
    back, size = s.senses[j + 1].get("unit", (unit, 0))
    if "last" not in s.senses[j] or size != 1 or back in (unit, Unit.DAY, Unit.HOUR, Unit.MINUTE):
        return None
    if back is Unit.YEAR:
        before = last_year(place(units_back(s, unit, 0), s))
        return (fixed(before.first_day, before.last_day, SHAPES[unit]), j + 2) if before else None
    return (_day_ago(s.today, back, 1), j + 2) if unit is Unit.DAY else None


def read_this(s: Scan, i: int) -> Found:
    """This week, current month so far."""
    j = skip_full(s, i + 1)
    senses = s.senses[j]
    named = senses.get("unit")
    if named is not None and named[1] == 1 and named[0] not in (Unit.MINUTE, Unit.HOUR):
        return units_back(s, named[0], 0), so_far(s, j + 1)
    return None


def read_next(s: Scan, i: int) -> Found:
    """Next week, the coming 7 days, next friday, next march: none of it has happened yet."""
    counted = number(s, i + 1)
    j = counted[1] if counted else i + 1
    senses = s.senses[j]
    if any(sense in senses for sense in ("unit", "weekday", "weekend", "month")):
        return future(), j + 1
    return None


def read_ago(s: Scan, i: int) -> Found:
    """2 weeks ago, half a year ago, 3 days ago; a week ago today is a day."""
    found = counted_unit(s, i)
    if found is None or "ago" not in s.senses[found[2]] or found[1] < 1:
        return None
    unit, count, j = found
    if unit in (Unit.MINUTE, Unit.HOUR):
        return _hours_ago(s, unit, count), j + 1
    if s.senses[j + 1].get("dayname") == 0:
        return _day_ago(s.today, unit, count), j + 2
    return units_back(s, unit, count), j + 1


def _day_ago(day: date, unit: Unit, count: int) -> Span:
    """The day so many units before a day."""
    try:
        day = shift(day, unit, -count)
    except (OverflowError, ValueError):
        raise Refusal("too_old") from None
    return fixed(day, day, Shape.DAY)


def _hours_ago(s: Scan, unit: Unit, count: int) -> Span:
    span = Span(Kind.MOMENT)
    try:
        span.instant = s.back(timedelta(hours=count) / (60 if unit is Unit.MINUTE else 1))
    except OverflowError:
        raise Refusal("too_old") from None
    span.first = span.last = span.instant.astimezone(s.zone).date()
    return span


RULES = (
    Rule(
        ("dayname",),
        read_dayname,
        (
            ("today", "2026-11-26", "2026-11-26"),
            ("today so far", "2026-11-26", "2026-11-26"),
            ("yesterday", "2026-11-25", "2026-11-25"),
        ),
    ),
    Rule(
        ("unit",),
        read_day_before,
        (
            ("day before yesterday", "2026-11-24", "2026-11-24"),
            ("the week before last", "2026-11-09", "2026-11-15"),
        ),
    ),
    Rule(
        ("last",),
        read_last,
        (
            ("last 7 days", "2026-11-19", "2026-11-25"),
            ("past two weeks", "2026-11-09", "2026-11-22"),
            ("previous 3 months", "2026-08-01", "2026-10-31"),
            ("last 2 quarters", "2026-04-01", "2026-09-30"),
            ("last half a year", "2026-05-01", "2026-10-31"),
            ("last year and a half", "2025-05-01", "2026-10-31"),
            ("last 7 days including today", "2026-11-20", "2026-11-26"),
            ("last 3 months so far", "2026-08-01", "2026-11-30"),
            ("last week", "2026-11-16", "2026-11-22"),
            ("last full month", "2026-10-01", "2026-10-31"),
            ("last quarter", "2026-07-01", "2026-09-30"),
            ("last year", "2025-01-01", "2025-12-31"),
        ),
    ),
    Rule(
        ("number", "half"),
        read_count,
        (("7d", "2026-11-19", "2026-11-25"), ("30 days", "2026-10-27", "2026-11-25")),
    ),
    Rule(
        ("this",),
        read_this,
        (
            ("this week", "2026-11-23", "2026-11-29"),
            ("this month so far", "2026-11-01", "2026-11-30"),
        ),
    ),
    Rule(
        ("same", "this"),
        read_same,
        (
            ("same week last year", "2025-11-24", "2025-11-30"),
            ("this time last year", "2025-11-26", "2025-11-26"),
            ("same day last month", "2026-10-26", "2026-10-26"),
        ),
    ),
    Rule(("next",), read_next),
    Rule(
        ("number", "half"),
        read_ago,
        (
            ("2 weeks ago", "2026-11-09", "2026-11-15"),
            ("3 months ago", "2026-08-01", "2026-08-31"),
            ("3 days ago", "2026-11-23", "2026-11-23"),
            ("half a year ago", "2026-05-01", "2026-05-31"),
            ("a week ago today", "2026-11-19", "2026-11-19"),
        ),
    ),
    Rule(("most",), read_most_recent, (("the most recent week", "2026-11-16", "2026-11-22"),)),
)
