"""Dates and stretches of time as answers print them: 16–22 Nov 2026; English, 24 hours.

Takes periods as they are (half-open, UTC, in a zone); never reads the clock.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, tzinfo

from bot.core.periods import Period, Shape
from bot.core.sentences import say

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def month_short(day: date) -> str:
    """Nov."""
    return MONTHS[day.month - 1][:3]


def day_text(day: date, *, year: bool = True) -> str:
    """16 Nov 2026, or 16 Nov."""
    text = f"{day.day} {month_short(day)}"
    return f"{text} {day.year}" if year else text


def day_range(first: date, last: date, *, year: bool = True) -> str:
    """Both ends included: 16–22 Nov 2026, 1 Oct–30 Nov 2021, 28 Dec 2025–3 Jan 2026."""
    if first == last:
        return day_text(first, year=year)
    if first.year != last.year:
        return f"{day_text(first)}–{day_text(last)}"
    if first.month != last.month:
        return f"{day_text(first, year=False)}–{day_text(last, year=year)}"
    return f"{first.day}–{day_text(last, year=year)}"


def clock(moment: datetime) -> str:
    """09:12."""
    return f"{moment:%H:%M}"


def moment_text(at: datetime, zone: tzinfo, *, year: bool = True) -> str:
    """26 Nov 2026, 09:12 on the zone's clock."""
    local = at.astimezone(zone)
    return f"{day_text(local.date(), year=year)}, {clock(local)}"


def weekday_text(at: datetime, zone: tzinfo, beside: date) -> str:
    """Mon 09:00 on the day `beside`; Tue 26 Oct, 09:00 on another, with the year in another."""
    local = at.astimezone(zone)
    weekday = WEEKDAYS[local.weekday()][:3]
    if local.date() == beside:
        return f"{weekday} {clock(local)}"
    return f"{weekday} {day_text(local.date(), year=local.year != beside.year)}, {clock(local)}"


def offset_text(moment: datetime) -> str:
    """UTC+01:00, for a local time that alone would be ambiguous."""
    minutes = int((moment.utcoffset() or timedelta()).total_seconds() // 60)
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'−' if minutes < 0 else '+'}{hours:02}:{rest:02}"


def range_text(period: Period, *, year: bool = True) -> str:
    """The period's dates, with times where it does not begin and end with days.

    A whole stretch of days: 16–22 Nov 2026. Within a day: 26 Nov 2026, 09:00–15:45. Whole days
    and a part: 23–26 Nov 2026, to 15:45. Else both moments.
    """
    if period.whole_days:
        return day_range(period.first_day, period.last_day, year=year)
    start, end = period.local_start, period.local_end
    # An end at midnight is the end of the day before.
    last = period.last_day
    until = "24:00" if last != end.date() else clock(end)
    if start.date() == last:
        times = f"{clock(start)}–{until}"
        if clock(start) == until and start.utcoffset() == end.utcoffset():
            times = f"{start:%H:%M:%S}–{end:%H:%M:%S}"  # the first seconds of a day
        if start.utcoffset() != end.utcoffset() and start.time() >= time(0, 1):
            times = f"{clock(start)} {offset_text(start)}–{until} {offset_text(end)}"
        return f"{day_text(last, year=year)}, {times}"
    if start.time() == time():
        return say("dates.until", days=day_range(start.date(), last, year=year), time=until)
    same_year = start.year == last.year
    first_text = f"{day_text(start.date(), year=not same_year)}, {clock(start)}"
    return f"{first_text} – {day_text(last, year=year or not same_year)}, {until}"


def baseline_text(baseline: Period, period: Period) -> str:
    """The baseline's dates; the year is left out where it is the period's own."""
    years = {d.year for p in (baseline, period) for d in (p.first_day, p.last_day)}
    return range_text(baseline, year=len(years) > 1)


def period_words(asked: Period, shown: Period, *, so_far: bool) -> str:
    """The period inside a sentence: in November, on 25 Nov, from 16 to 22 Nov, in Q3 2026 so far.

    `asked` is the calendar meaning of the words, `shown` what was fetched of it.
    """
    words = _words(asked, shown)
    if so_far and asked.shape not in (Shape.SINCE, Shape.ELAPSED, Shape.ALL_TIME):
        return say("when.so_far", when=words)
    return words


def _words(asked: Period, shown: Period) -> str:
    first = asked.first_day
    match asked.shape:
        case Shape.ALL_TIME:
            return say("when.all_time")
        case Shape.SINCE if asked.local_start.time() == time():
            return say("when.since", day=_day_words(first, shown.last_day))
        case Shape.ELAPSED:
            return say("when.elapsed", length=length_words(asked.duration), end=_end_words(asked))
        case Shape.WEEKDAY if asked.count == 1:
            return say("when.day", day=f"{WEEKDAYS[first.weekday()]} {day_text(first, year=False)}")
        case Shape.WEEKEND if asked.count == 1:
            return say("when.weekend", day=day_text(first, year=False))
        case Shape.WEEK if asked.count == 1:
            return say("when.week", day=day_text(first, year=False))
        case Shape.MONTH if asked.count == 1:
            return say("when.in", unit=MONTHS[first.month - 1])
        case Shape.QUARTER if asked.count == 1:
            return say("when.in", unit=f"Q{(first.month + 2) // 3} {first.year}")
        case Shape.YEAR if asked.count == 1:
            return say("when.in", unit=first.year)
    return _stretch_words(asked)


def _day_words(day: date, last: date) -> str:
    return day_text(day, year=day.year != last.year)


def _end_words(period: Period) -> str:
    local = period.local_end
    return f"{day_text(local.date(), year=False)}, {clock(local)}"


def _stretch_words(period: Period) -> str:
    first, last = period.first_day, period.last_day
    if not period.whole_days:
        return say("when.times", range=range_text(period, year=False))
    if first == last:
        return say("when.day", day=day_text(first, year=False))
    years = first.year != last.year
    start = (
        str(first.day)
        if (first.year, first.month) == (last.year, last.month)
        else day_text(first, year=years)
    )
    return say("when.stretch", first=start, last=day_text(last, year=years))


def length_words(length: timedelta) -> str:
    """24 hours, 1 hour, 90 minutes."""
    minutes = max(1, round(length.total_seconds() / 60))
    if minutes % 60 == 0:
        hours = minutes // 60
        return say("length.hours.one" if hours == 1 else "length.hours.many", count=hours)
    return say("length.minutes.one" if minutes == 1 else "length.minutes.many", count=minutes)
