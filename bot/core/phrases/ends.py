"""The two ends of a range: each a whole phrase, or a number that shares the other's month or unit.

3-5 march, 1st to 3rd quarter, 12 may to 14, weeks 10 to 12, monday 9:00 to 17:00.
"""

from __future__ import annotations

from collections.abc import Callable

from bot.core.periods import Shape
from bot.core.phrases.clock import BEGIN_TIMES, clock, clock_today, is_day, on_day, with_clock
from bot.core.phrases.day_of_month import day_number
from bot.core.phrases.hours import until
from bot.core.phrases.named import iso_week_span, quarter_span
from bot.core.phrases.rules import Found, atom, skip_the, year
from bot.core.phrases.scan import Scan
from bot.core.phrases.spans import Kind, Span, month_day


def left_end(s: Scan, i: int, joiner: str) -> Found:
    """The first span of a phrase at word i, or the only one; `joiner` may stand before a second."""
    found = with_clock(s, atom(s, i))
    start = skip_the(s, i)
    weekday = s.senses[start].get("weekday")
    if weekday is not None:
        start = skip_the(s, start + 2 if s.words[start + 1] == "," else start + 1)
    senses = s.senses[start]
    if "digits" in senses or "ordinal" in senses or "tens" in senses:
        shared = _sharing(s, start, joiner)
        if shared:
            shared[0].weekday = weekday
            return shared
    if BEGIN_TIMES.isdisjoint(s.senses[i]):
        return found
    timed = timed_today(s, i)
    return timed if timed and (found is None or timed[1] > found[1]) else found


def _sharing(s: Scan, i: int, joiner: str) -> Found:
    """A number at word i that shares the month or the quarter of what is joined to it."""
    counted = day_number(s, i)
    if not counted or not (joiner in s.senses[counted[1]] or "to" in s.senses[counted[1]]):
        return None
    right = with_clock(s, atom(s, counted[1] + 1))
    if right is None:
        return None
    span = right[0]
    if span.day and span.month:
        return month_day(span.month, counted[0], span.year), counted[1]
    if span.shape is Shape.QUARTER and span.count == 1 and span.month:
        return quarter_span(counted[0], span.year), counted[1]
    return None


def timed_today(s: Scan, i: int) -> Found:
    """A time alone: today's, or of the day that follows it (9am yesterday)."""
    timed = clock_today(s, i)
    if timed is None:
        return None
    j = timed[1] + 1 if "preposition" in s.senses[timed[1]] else timed[1]
    day = atom(s, j)
    if day and is_day(day[0]):
        return on_day(timed[0], day[0]), day[1]
    return timed


def right_end(s: Scan, left: Span, i: int) -> Found:
    """The second span: whole, or a bare number that shares the first one's month or year."""
    found = with_clock(s, atom(s, i))
    if left.clock is not None:
        at = clock(s, i, bare=True)
        if at and (found is None or at[1] > found[1]):
            timed = timed_today(s, i)
            if timed and timed[1] > at[1]:
                return timed
            return on_day(_clocked(until(left.clock, at[0])), left), at[1]
    reach = found[1] if found else i
    start = skip_the(s, i)
    if left.month and left.day and left.clock is None:
        counted = day_number(s, start)
        if counted and counted[1] >= reach and (found is None or found[0].kind is Kind.MONTHLY):
            said = year(s, counted[1])
            span = month_day(left.month, counted[0], said[0] if said else left.year)
            return span, said[1] if said else counted[1]
    build = _NUMBERED.get(left.shape)
    if build and left.count == 1 and left.kind is Kind.YEARLY and reach == i:
        number = s.senses[start].get("digits")
        said = year(s, start + 1)
        if number is not None:
            return build(number, said[0] if said else left.year), said[1] if said else start + 1
    return found if found else timed_today(s, i)


_NUMBERED: dict[Shape, Callable[[int, int | None], Span]] = {
    Shape.WEEK: iso_week_span,
    Shape.QUARTER: quarter_span,
}


def _clocked(seconds: int) -> Span:
    span = Span(Kind.FIXED)
    span.clock = seconds
    return span
