"""Dates and readings in words, for errors and notes; decides nothing."""

from __future__ import annotations

from datetime import date, datetime, tzinfo

from bot.core.periods import Period, Shape
from bot.core.sentences import Sentence, say


def day(value: date) -> str:
    """16 Nov 2026."""
    return say("date.day", day=value.day, month=_month(value), year=value.year)


def moment(at: datetime, zone: tzinfo) -> str:
    """16 Nov 2026, 08:14, by a zone's clock."""
    local = at.astimezone(zone)
    return say("date.at", day=day(local.date()), time=f"{local:%H:%M}")


def weekday_moment(at: datetime, zone: tzinfo) -> str:
    """Mon 16 Nov 2026, 08:14, by a zone's clock."""
    local = at.astimezone(zone)
    weekday = say(f"weekday.short.{local.weekday()}")
    return say("moment.day", weekday=weekday, day=day(local.date()), time=f"{local:%H:%M}")


def _month(value: date) -> str:
    return say(f"month.{value.month}")


def dates(period: Period) -> str:
    """16–22 Nov 2026; with times where the period does not hold whole days."""
    if period.shape is Shape.ALL_TIME:
        return say("all_time")
    if period.shape is Shape.SINCE and period.local_start.strftime("%H%M%S") == "000000":
        return say("since", day=day(period.first_day))
    if not period.whole_days:
        return _times(period.local_start, period.local_end)
    first, last = period.first_day, period.last_day
    if first == last:
        return day(first)
    if first.year != last.year:
        return say("date.range", first=day(first), last=day(last))
    if first.month != last.month:
        start = say("date.month_day", day=first.day, month=_month(first))
        return say("date.range", first=start, last=day(last))
    return say("date.days", first=first.day, last=day(last))


def _times(start: datetime, end: datetime) -> str:
    if start.date() == end.date():
        times = say("date.times", start=f"{start:%H:%M}", end=f"{end:%H:%M}")
        return say("date.at", day=day(start.date()), time=times)
    first = say("date.at", day=day(start.date()), time=f"{start:%H:%M}")
    last = say("date.at", day=day(end.date()), time=f"{end:%H:%M}")
    return say("date.range", first=first, last=last)


def quoted(words: str) -> str:
    """Words as typed, short enough to stand in a sentence; our own stay as they are."""
    if isinstance(words, Sentence):
        return words
    words = " ".join(words.split())
    return f"{words[:57]}…" if len(words) > 58 else words
