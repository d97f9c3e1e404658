"""Dates and readings in English words, for errors and notes; decides nothing."""

from __future__ import annotations

from datetime import date

from bot.core.periods import Period, Shape
from bot.core.phrases.languages.en import MONTHS
from bot.core.sentences import say

_MONTHS = {number: name.title() for name, number in MONTHS.items() if len(name) == 3}


def day(value: date) -> str:
    """16 Nov 2026."""
    return f"{value.day} {_MONTHS[value.month]} {value.year}"


def dates(period: Period) -> str:
    """16–22 Nov 2026; with times where the period does not hold whole days."""
    if period.shape is Shape.ALL_TIME:
        return say("all_time")
    if period.shape is Shape.SINCE and period.local_start.strftime("%H%M%S") == "000000":
        return say("since", day=day(period.first_day))
    if not period.whole_days:
        start, end = period.local_start, period.local_end
        if start.date() == end.date():
            return f"{day(start.date())}, {start:%H:%M}–{end:%H:%M}"
        return f"{day(start.date())}, {start:%H:%M} – {day(end.date())}, {end:%H:%M}"
    first, last = period.first_day, period.last_day
    if first == last:
        return day(first)
    if first.year != last.year:
        return f"{day(first)} – {day(last)}"
    if first.month != last.month:
        return f"{first.day} {_MONTHS[first.month]} – {day(last)}"
    return f"{first.day}–{day(last)}"


def quoted(words: str) -> str:
    """Words as typed, short enough to stand in a sentence."""
    words = " ".join(words.split())
    return f"{words[:57]}…" if len(words) > 58 else words
