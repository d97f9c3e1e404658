"""The model's own reading of a period: what of it is fetched, and what it is compared with.

Design §3 (Periods, Baseline), from local dates and wall times. Must import nothing of the bot.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo

from tests.figures.model_clock import DAY, SECOND, day_begins, instant_of

_MONTHS_IN = {"month": 1, "quarter": 3, "year": 12}
_DAYS_IN = {"day": 1, "week": 7}


@dataclass(frozen=True, slots=True)
class Range:
    """[start, end) in UTC."""

    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True)
class Days:
    """The local days `first` to `last`, both inclusive: `count` of `kind`.

    `kind` is day, week, month, quarter or year (calendar units), weekend, weekday (named by its
    weekday) or stretch (any other days).
    """

    first: date
    last: date
    kind: str = "stretch"
    count: int = 1


@dataclass(frozen=True, slots=True)
class Times:
    """From one wall time to another."""

    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True)
class Elapsed:
    """So much time back from now."""

    back: timedelta


@dataclass(frozen=True, slots=True)
class Since:
    """From the start of a day to now; `ever` says that it is all time."""

    day: date
    ever: bool = False


Meaning = Days | Times | Elapsed | Since


def moment_of(meaning: Meaning, now: datetime, zone: tzinfo) -> datetime:
    """The second at which the question is answered, and everything that is not over is cut."""
    second = now.replace(microsecond=0)
    return second + SECOND if whole(meaning, now, zone).start == second else second


def whole(meaning: Meaning, now: datetime, zone: tzinfo) -> Range:
    """The whole of what the words mean, also its future part."""
    second = now.replace(microsecond=0)
    match meaning:
        case Days():
            return Range(day_begins(meaning.first, zone), day_begins(meaning.last + DAY, zone))
        case Times():
            return Range(instant_of(meaning.start, zone), instant_of(meaning.end, zone))
        case Elapsed():
            return Range(second - meaning.back, second)
        case Since():
            start = day_begins(meaning.day, zone)
            return Range(start, max(second, start + SECOND))


def cut(found: Range, moment: datetime) -> Range:
    """What of the range is over."""
    return Range(found.start, min(found.end, moment))


def asked_for(
    meaning: Meaning, compare: str, against: Days | None, now: datetime, zone: tzinfo
) -> Range:
    """What of the period is told: no more of it than of a typed other one that is not over."""
    moment, full = moment_of(meaning, now, zone), whole(meaning, now, zone)
    if compare != "typed" or against is None or full.end > moment:
        return cut(full, moment)
    other = whole(against, now, zone)
    if not (other.start < moment < other.end and _as_long(meaning, against)):
        return full
    end = _alike(against, compare, meaning, moment, zone)
    return Range(full.start, min(full.end, max(end, full.start + SECOND)))


def _as_long(meaning: Meaning, against: Days) -> bool:
    """As many days, or of calendar months, quarters and years as many of these."""
    if not isinstance(meaning, Days):
        return False
    if meaning.kind in _MONTHS_IN:
        return (meaning.kind, meaning.count) == (against.kind, against.count)
    return meaning.last - meaning.first == against.last - against.first


def length_days(found: Range, zone: tzinfo) -> float:
    """Local days where it is made of them, else elapsed ones."""
    first, last = found.start.astimezone(zone).date(), found.end.astimezone(zone).date()
    if (day_begins(first, zone), day_begins(last, zone)) == (found.start, found.end):
        return (last - first).days
    return (found.end - found.start) / DAY


def baseline(
    meaning: Meaning, compare: str, against: Days | None, now: datetime, zone: tzinfo
) -> Range | None:
    """What is fetched beside the period; `compare` is none, previous, last_year or typed."""
    moment = moment_of(meaning, now, zone)
    other: Meaning | Range | None = against
    if compare == "previous":
        other = _previous(meaning, now, zone)
    elif compare == "last_year":
        other = _last_year(meaning, now, zone)
    if compare == "none" or other is None:
        return None
    full = other if isinstance(other, Range) else whole(other, now, zone)
    if full.start >= moment:
        return None
    if moment < whole(meaning, now, zone).end:
        end = _alike(meaning, compare, other, moment, zone)
        full = Range(full.start, min(full.end, max(end, full.start + SECOND)))
    return cut(full, moment)


def moved(day: date, months: int) -> date:
    """The same day of another month, or that month's last where it has no such day."""
    index = day.year * 12 + day.month - 1 + months
    first = date(index // 12, index % 12 + 1, 1)
    length = ((first + 31 * DAY).replace(day=1) - first).days
    return first.replace(day=min(day.day, length))


def _previous(meaning: Meaning, now: datetime, zone: tzinfo) -> Meaning | Range | None:
    if isinstance(meaning, Since) and meaning.ever:
        return None
    if not isinstance(meaning, Days):
        full = whole(meaning, now, zone)
        return Range(full.start - (full.end - full.start), full.start)
    before = meaning.first - DAY
    match meaning.kind:
        case "weekend" | "weekday":
            week = 7 * DAY
            return Days(meaning.first - week, meaning.last - week, meaning.kind)
        case "month" | "quarter" | "year":
            first = moved(meaning.first, -_MONTHS_IN[meaning.kind] * meaning.count)
            return Days(first, before, meaning.kind, meaning.count)
        case "day" | "week":
            first = meaning.first - _DAYS_IN[meaning.kind] * meaning.count * DAY
            return Days(first, before, meaning.kind, meaning.count)
        case _:
            return Days(meaning.first - (meaning.last - before), before)


def _last_year(meaning: Meaning, now: datetime, zone: tzinfo) -> Meaning | Range | None:
    full = whole(meaning, now, zone)
    match meaning:
        case Days(kind="week"):
            back = meaning.first - _same_week(meaning.first)
            return Days(meaning.first - back, meaning.last - back, "week", meaning.count)
        case Days(kind="month" | "quarter" | "year"):
            last = moved(meaning.last + DAY, -12) - DAY
            return Days(moved(meaning.first, -12), last, meaning.kind, meaning.count)
        case Days():
            return Days(moved(meaning.first, -12), moved(meaning.last, -12), meaning.kind)
        case Since(ever=True):
            return None
        case Elapsed():
            end = _year_before(full.end, zone)
            return Range(end - meaning.back, end)
        case Since() if _midnight(full.end, zone):
            last = full.end.astimezone(zone).date() - DAY
            return Days(moved(meaning.day, -12), moved(last, -12))
        case _:
            start = _year_before(full.start, zone)
            return Range(start, max(_year_before(full.end, zone), start + SECOND))


def _same_week(first: date) -> date:
    """Where the ISO week of the same number began a year before; week 53 is 52 weeks back."""
    monday = first if first.weekday() == 0 else first + (7 - first.weekday()) * DAY
    year, week, _ = monday.isocalendar()
    if week == 53:
        return first - 52 * 7 * DAY
    return date.fromisocalendar(year - 1, week, 1) - (monday - first)


def _year_before(instant: datetime, zone: tzinfo) -> datetime:
    local = instant.astimezone(zone)
    return instant_of(datetime.combine(moved(local.date(), -12), local.time()), zone)


def _alike(
    meaning: Meaning, compare: str, other: Meaning | Range, moment: datetime, zone: tzinfo
) -> datetime:
    """Where the other one stands when this one stands at `moment`."""
    local = moment.astimezone(zone)
    if isinstance(meaning, Days) and isinstance(other, Days):
        dates_kept = compare == "last_year" and meaning.kind == "stretch"
        if dates_kept or (meaning.kind in _MONTHS_IN and _begins_month(compare, other)):
            return _at_month(meaning, other, local, zone)
        day = other.first + (local.date() - meaning.first)
        return instant_of(datetime.combine(day, local.time()), zone)
    start = other.start if isinstance(other, Range) else whole(other, moment, zone).start
    return start + (moment - whole(meaning, moment, zone).start)


def _begins_month(compare: str, other: Days) -> bool:
    """A typed period that does not begin a month has no "same day of the month"."""
    return compare != "typed" or other.first.day == 1


def _at_month(meaning: Days, other: Days, local: datetime, zone: tzinfo) -> datetime:
    """The same month of the unit, day and time; a day that the month lacks is its end."""
    months = (local.year - meaning.first.year) * 12 + local.month - meaning.first.month
    month = moved(other.first.replace(day=1), months)
    day = moved(month.replace(day=1), 0)
    if moved(month.replace(day=1), 1) - day < timedelta(days=local.day):
        return day_begins(moved(day, 1), zone)
    return instant_of(datetime.combine(day.replace(day=local.day), local.time()), zone)


def _midnight(instant: datetime, zone: tzinfo) -> bool:
    return day_begins(instant.astimezone(zone).date(), zone) == instant
