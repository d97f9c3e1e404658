"""What is heard of the periods that a text names, and whether the one compared with is earlier."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.core.periods import Period
from bot.core.reports import Report
from tests.figures.model_clock import day_begins
from tests.render.reading import clocks, days


def is_later(made: Report) -> bool:
    """Whether it is compared with what is no earlier time: it begins no earlier, or ends later."""
    period, other = made.period, made.baseline
    return other is not None and (other.start >= period.start or other.end > period.end)


def edges(period: Period) -> tuple[datetime, datetime]:
    """The first and the last moment of a period on its own clock."""
    last = (period.end - timedelta(microseconds=1)).astimezone(period.zone)
    return period.start.astimezone(period.zone), last


def hears_period(period: Period, words: str, year: int) -> None:
    """Hold the days and times that are named to a period's; `year` is meant where none is."""
    first, last = edges(period)
    named = days(words, year)
    assert (named[0], named[-1]) == (first.date(), last.date()), words
    end = period.end.astimezone(period.zone)
    bounds = (period.start, first), (period.end, end)
    if any(day_begins(local.date(), period.zone) != at for at, local in bounds):
        times = clocks(words)
        over = end.date() != last.date()
        assert times[-1][:5] == ("24:00" if over else f"{end:%H:%M}"), words
        assert times[0][:5] == f"{first:%H:%M}" or ", to " in words, words
