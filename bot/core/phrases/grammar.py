"""The grammar: every family's rules in one table, and the phrases built of them (ranges, since)."""

from __future__ import annotations

from bot.core.periods import Period, Shape
from bot.core.phrases import day_of_month, named, parts, relative, weekdays, weeks
from bot.core.phrases.clock import (
    clock,
    clock_today,
    hours_after_day,
    hours_before_day,
    is_day,
    on_day,
    with_clock,
)
from bot.core.phrases.day_of_month import day_number
from bot.core.phrases.joining import join
from bot.core.phrases.named import iso_week_span
from bot.core.phrases.rules import Found, Rule, atom, register, skip_the, year
from bot.core.phrases.scan import Scan
from bot.core.phrases.spans import (
    Kind,
    Refusal,
    Span,
    days_of,
    end_of,
    month_day,
    period_of,
    place,
    start_of,
)

RULES: tuple[Rule, ...] = (
    *relative.RULES,
    *weekdays.RULES,
    *named.RULES,
    *weeks.RULES,
    *day_of_month.RULES,
    *parts.RULES,
)
register(RULES)

# A period, the index after its words, and the other reading of 05/06/2026 if there is one.
Placed = tuple[Period, int, Period | None]


def period(s: Scan, i: int) -> Placed | None:
    """The longest date phrase at word i, placed in time; Refusal where it makes no sense."""
    senses = s.senses[i]
    if "since" in senses or "from" in senses:
        return _since(s, i, "from" in senses)
    if "after" in senses:
        return _after(s, i)
    if "between" in senses:
        return _stretch(s, i + 1, "and")
    if "preposition" in senses:
        following = s.senses[i + 1]
        ahead = relative.in_so_long(s, i)
        if ahead:
            last = s.said(i + 2 if s.words[i + 1] in ("a", "an") else i + 1, ahead)
            raise Refusal("future", words=s.said(i, ahead), instead=f"last {last}")
        return None if "preposition" in following else period(s, i + 1)
    if "so" in senses:
        return _so_far(s, i)
    return _stretch(s, i, "to")


def _so_far(s: Scan, i: int) -> Placed | None:
    """So far this week: the same as "this week so far"."""
    if relative.so_far(s, i) == i:
        return None
    placed = period(s, i + 2)
    if placed and placed[0].end < s.now:
        raise Refusal("already_over")
    return placed


def _stretch(s: Scan, i: int, joiner: str) -> Placed | None:
    """One span, or two joined."""
    hours = hours_before_day(s, i, joiner)
    if hours is not None:
        return _hours(s, *hours)
    left = _left(s, i, joiner)
    if left is None:
        return None
    hours = hours_after_day(s, left)
    if hours is not None:
        return join(hours[0], hours[1], s), hours[2], None
    span, j = left
    if joiner in s.senses[j] or "to" in s.senses[j] or _iso_slash(s, span, j):
        if joiner == "to" and "now" in s.senses[j + 1]:
            return _until_now(span, s), j + 2, None
        right = _right(s, span, j + 1)
        if right is not None:
            return _joined(s, span, right)
    if joiner == "and":
        return None
    if "onwards" in s.senses[j] and s.words[j] != "on":
        return _until_now(span, s), j + 1, None
    return _alone(s, span, j)


def _iso_slash(s: Scan, span: Span, j: int) -> bool:
    """Whether the slash of an ISO interval follows a day: 2026-03-03/2026-03-05."""
    return s.words[j] == "/" and span.shape is Shape.DAY and span.year is not None


def _alone(s: Scan, span: Span, j: int) -> Placed | None:
    if span.kind is Kind.MOMENT:
        raise Refusal("moment")
    other = other_reading(span, s)
    try:
        placed = place(span, s)
    except Refusal as refusal:
        if other is not None and "instead" not in refusal.values:
            refusal.values["instead"] = str(other.first_day)
        raise
    far = relative.so_far(s, j)
    if far > j:
        if not placed.end > s.now:
            raise Refusal("already_over")
        j = far
    return placed, j, other


def other_reading(span: Span, s: Scan) -> Period | None:
    """The other reading of 05/06/2026, where it is a day that has come."""
    if span.other is None:
        return None
    try:
        return place(span.other, s)
    except Refusal:
        return None


def _joined(s: Scan, a: Span, right: tuple[Span, int]) -> Placed:
    b, j = right
    joined = join(a, b, s)
    if a.other is None and b.other is None:
        return joined, j, None
    try:
        return joined, j, join(a.other or a, b.other or b, s)
    except Refusal:
        return joined, j, None


def _left(s: Scan, i: int, joiner: str) -> Found:
    """The first span of a phrase: whole, or a bare day that shares the month (3-5 march)."""
    found = with_clock(s, atom(s, i))
    start = skip_the(s, i)
    weekday = s.senses[start].get("weekday")
    if weekday is not None:
        start = skip_the(s, start + 2 if s.words[start + 1] == "," else start + 1)
    senses = s.senses[start]
    if "digits" in senses or "ordinal" in senses or "tens" in senses:
        counted = day_number(s, start)
        if counted and (joiner in s.senses[counted[1]] or "to" in s.senses[counted[1]]):
            right = with_clock(s, atom(s, counted[1] + 1))
            if right and right[0].day and right[0].month:
                shared = month_day(right[0].month, counted[0], right[0].year)
                shared.weekday = weekday
                return shared, counted[1]
    if found is None:
        return _timed_today(s, i)
    return found


def _timed_today(s: Scan, i: int) -> Found:
    """A time alone: today's, or of the day that follows it (9am yesterday)."""
    timed = clock_today(s, i)
    if timed is None:
        return None
    j = timed[1] + 1 if "preposition" in s.senses[timed[1]] else timed[1]
    day = atom(s, j)
    if day and is_day(day[0]):
        return on_day(timed[0], day[0]), day[1]
    return timed


def _right(s: Scan, left: Span, i: int) -> Found:
    """The second span: whole, or a bare number that shares the first one's month or year."""
    found = with_clock(s, atom(s, i))
    if left.clock is not None:
        at = clock(s, i, bare=True)
        if at and (found is None or at[1] > found[1]):
            timed = _timed_today(s, i)
            if timed and timed[1] > at[1]:
                return timed
            return on_day(_clocked(at[0]), left), at[1]
    reach = found[1] if found else i
    start = skip_the(s, i)
    if left.month and left.day and left.clock is None:
        counted = day_number(s, start)
        if counted and counted[1] >= reach and (found is None or found[0].kind is Kind.MONTHLY):
            said = year(s, counted[1])
            span = month_day(left.month, counted[0], said[0] if said else left.year)
            return span, said[1] if said else counted[1]
    if left.steps and left.shape is Shape.WEEK and reach == i and "digits" in s.senses[start]:
        said = year(s, start + 1)
        span = iso_week_span(s.senses[start]["digits"], said[0] if said else left.year)
        return span, said[1] if said else start + 1
    return found if found else _timed_today(s, i)


def _clocked(seconds: int) -> Span:
    span = Span(Kind.FIXED)
    span.clock = seconds
    return span


def _hours(s: Scan, a: Span, b: Span, j: int) -> Placed:
    """9am to 5pm, on the day that follows, else today."""
    k = j + 1 if "preposition" in s.senses[j] else j
    day = atom(s, k)
    if day and is_day(day[0]):
        return join(on_day(a, day[0]), on_day(b, day[0]), s), day[1], None
    return join(a, b, s), j, None


def _since(s: Scan, i: int, may_end: bool) -> Placed | None:
    """Since X, from X: to now; with a second end it is a range."""
    del may_end
    hours = hours_before_day(s, i + 1)
    if hours is not None:
        return _hours(s, *hours)
    j = i + 1
    edge = skip_the(s, j)
    if s.words[edge] in ("beginning", "start") and "of" in s.senses[edge + 1]:
        whole = parts.whole(s, edge + 1)
        left: Found = whole
    else:
        left = _left(s, j, "to")
    if left is None:
        return None
    span, k = left
    hours = hours_after_day(s, left)
    if hours is not None:
        return join(hours[0], hours[1], s), hours[2], None
    if "to" in s.senses[k]:
        if "now" in s.senses[k + 1]:
            return _until_now(span, s), k + 2, None
        right = _right(s, span, k + 1)
        if right is not None:
            return _joined(s, span, right)
    if "onwards" in s.senses[k]:
        k += 1
    k = relative.so_far(s, k)
    other = None
    if span.other is not None:
        other = _try_since(span.other, s)
    return _until_now(span, s), k, other


def _try_since(span: Span, s: Scan) -> Period | None:
    try:
        return _until_now(span, s)
    except Refusal:
        return None


def _until_now(span: Span, s: Scan) -> Period:
    """From the start of a span to now."""
    if span.kind is Kind.ALL_TIME:
        return place(span, s)
    if span.kind is Kind.ELAPSED:
        return place(span, s)
    days = (span.first, span.last) if span.kind is Kind.MOMENT else days_of(span, s)
    start = start_of(span, s, days)
    if start >= s.now:
        raise Refusal("future")
    return period_of(s, start, s.now, Shape.SINCE)


def _after(s: Scan, i: int) -> Placed | None:
    """After X: from its end to now."""
    left = _left(s, i + 1, "to")
    if left is None:
        return None
    span, j = left
    if span.kind in (Kind.ELAPSED, Kind.ALL_TIME):
        raise Refusal("not_days")
    days = (span.first, span.last) if span.kind is Kind.MOMENT else days_of(span, s)
    start = end_of(span, s, days)
    if start >= s.now:
        raise Refusal("nothing_after")
    return period_of(s, start, s.now, Shape.SINCE), j, None
