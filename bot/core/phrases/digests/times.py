"""At which time a digest comes and from which day it counts: at 9, 17:30, starting 27 nov."""

from __future__ import annotations

from datetime import date, timedelta

from bot.core.periods import Unit, floor, month_length
from bot.core.phrases.clock import clock, in_part
from bot.core.phrases.digests.found import Found
from bot.core.phrases.digests.rhythm import weekday
from bot.core.phrases.rules import is_unit, skip_the
from bot.core.phrases.scan import Scan
from bot.core.phrases.spans import Refusal

_DAY_S = 86400
# What a number that counts something, or is a day, stands before.
_COUNTED = frozenset(("unit", "weekday", "weekdays", "month", "ordinal", "number", "grouping"))
_STARTING = frozenset(("commencing", "from", "since"))


def read(s: Scan, i: int, found: Found) -> int:
    """Read the time of day at word i; the index after it, or 0."""
    at = _part_of_day(s, i) or _time(s, i) or _hour_alone(s, i, found)
    if at is None:
        return 0
    seconds, j = at
    if s.words[j] == "h" and s.joined(j):  # 9h, where no word before it says that it is a time
        j += 1
    said = s.said(i, j)
    if seconds % 60:
        raise Refusal("schedule.to_the_minute")
    if seconds == _DAY_S:
        raise Refusal("digest.midnight", words=said)
    found.times.append((seconds, said))
    return j


def _part_of_day(s: Scan, i: int) -> tuple[int, int] | None:
    """Morning at 8; Refusal where no time is said, as nobody knows when a morning begins."""
    part = s.senses[i].get("daypart")
    if part is None:
        return None
    at = _time(s, i + 1) or clock(s, i + 1, bare=True)
    if at is None:
        raise Refusal("digest.part_of_day", words=s.said(i, i + 1))
    hour, rest = divmod(at[0], 3600)
    return in_part(hour, part[0]) * 3600 + rest, at[1]


def _time(s: Scan, i: int) -> tuple[int, int] | None:
    j = i
    while "at" in s.senses[j]:
        j = skip_the(s, j + 1)
    return clock(s, j, bare=j > i)


def _hour_alone(s: Scan, i: int, found: Found) -> tuple[int, int] | None:
    """Daily 8, monday 9: the hour behind the days, where it counts nothing.

    Refusal behind "monthly", where it may be a day as well.
    """
    by_the_hour = s.words[i + 1] == "h" and s.joined(i + 1)
    if "digits" not in s.senses[i]:
        return None
    if not by_the_hour and not _COUNTED.isdisjoint(s.senses[i + 1]):
        return None
    if found.times and s.words[i - 1] in ("and", "&", ",", "or"):
        return clock(s, i, bare=True)  # a second one, which cannot be had
    if not found.says_when or found.times:
        return None
    if found.monthly and not (found.month_days or found.nths):
        raise Refusal("digest.day_or_hour", words=s.said(i, i + 1))
    if s.words[i + 1] in ("-", "/", ".") and s.joined(i + 1):
        return None
    return clock(s, i, bare=True)


def start(s: Scan, i: int, found: Found) -> int:
    """Read "starting 2026-11-27" at word i; the index after it, or 0."""
    if _STARTING.isdisjoint(s.senses[i]):
        return 0
    j = i + 1
    while "preposition" in s.senses[j] or "the" in s.senses[j]:
        j += 1
    day = _iso(s, j) or _near(s, j) or _dated(s, j)
    if day is None or "to" in s.senses[day[1]]:
        return 0  # from monday to friday
    found.starts.append((day[0], s.said(i, day[1])))
    return day[1]


def _iso(s: Scan, j: int) -> tuple[date, int] | None:
    """2026-11-27."""
    if len(s.words[j]) != 4 or (s.words[j + 1], s.words[j + 3]) != ("-", "-"):
        return None
    try:
        return date(*(s.senses[k].get("digits", 0) for k in (j, j + 2, j + 4))), j + 5
    except ValueError:
        raise Refusal("no_such_day", words=s.said(j, j + 5)) from None


def _near(s: Scan, j: int) -> tuple[date, int] | None:
    """Today, tomorrow, this week, next week, next friday, friday."""
    offset = s.senses[j].get("dayname")
    if offset in (0, 1):
        return s.today + timedelta(days=offset), j + 1
    following = "next" in s.senses[j]
    k = j + 1 if following or "this" in s.senses[j] else j
    if k > j and is_unit(s, k, "week"):
        week = floor(s.today, Unit.WEEK, s.week_start)
        return week + timedelta(weeks=following), k + 1
    named = weekday(s, k)
    if named is None:
        return None
    return s.today + timedelta(days=(named - s.today.weekday() - 1) % 7 + 1), k + 1


def _dated(s: Scan, j: int) -> tuple[date, int] | None:
    """27 nov, november 27th, with or without a year: the next one that comes."""
    k = j + 1
    while "of" in s.senses[k]:
        k += 1
    for at_day, at_month in ((j, k), (k, j)):
        day = s.senses[at_day].get("digits", s.senses[at_day].get("ordinal"))
        month = s.senses[at_month].get("month")
        if day is not None and month is not None:
            return _in_year(s, j, k + 1, month, day)
    return None


def _in_year(s: Scan, j: int, k: int, month: int, day: int) -> tuple[date, int]:
    year, end = s.today.year, k
    named = s.words[k] == "," and len(s.words[k + 1]) == 4
    if len(s.words[k + named]) == 4 and "digits" in s.senses[k + named]:
        year, end = s.senses[k + named]["digits"], k + named + 1
    elif (month, day) < (s.today.month, s.today.day):
        year += 1
    if year < 1 or not 1 <= day <= month_length(year, month):
        raise Refusal("no_such_day", words=s.said(j, end))
    return date(year, month, day), end
