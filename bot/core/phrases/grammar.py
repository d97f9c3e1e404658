"""The grammar: every family's rules in one table, and the phrases built of them (ranges, since)."""

from __future__ import annotations

from datetime import timedelta

from bot.core.periods import Period, Shape
from bot.core.phrases import clock as times
from bot.core.phrases import (
    day_of_month,
    feasts,
    halves,
    named,
    parts,
    relative,
    to_date,
    weekdays,
    weeks,
)
from bot.core.phrases.clock import a_day_earlier, is_day, on_day
from bot.core.phrases.ends import left_end, right_end
from bot.core.phrases.hours import hours_after_day, hours_before_day, open_day, since_hour
from bot.core.phrases.joining import join
from bot.core.phrases.rules import Example, Found, Rule, atom, register, skip_the
from bot.core.phrases.scan import Scan
from bot.core.phrases.spans import (
    Kind,
    Refusal,
    Span,
    days_of,
    end_of,
    period_of,
    place,
    start_of,
)

RULES: tuple[Rule, ...] = (
    *relative.RULES,
    *to_date.RULES,
    *weekdays.RULES,
    *named.RULES,
    *halves.RULES,
    *weeks.RULES,
    *day_of_month.RULES,
    *feasts.RULES,
    *parts.RULES,
    *times.RULES,
)
register(RULES)

# What the rules are joined to, with examples as the rules have them.
JOINED: dict[str, tuple[Example, ...]] = {
    "From X to Y: to the end of Y; both may share a month, a year, a week or a quarter": (
        ("3 nov to 9 nov", "2026-11-03", "2026-11-09"),
        ("from the 3rd to the 5th of march", "2026-03-03", "2026-03-05"),
        ("between 3 and 5 march", "2026-03-03", "2026-03-05"),
        ("3–5 march 2025", "2025-03-03", "2025-03-05"),
        ("2025-10-01..2025-10-15", "2025-10-01", "2025-10-15"),
        ("monday to friday", "2026-11-16", "2026-11-20"),
        ("20 dec to 5 jan", "2025-12-20", "2026-01-05"),
        ("1–30 nov", "2026-11-01", "2026-11-30"),
        ("october to november", "2026-10-01", "2026-11-30"),
        ("q1 to q3", "2026-01-01", "2026-09-30"),
        ("weeks 10 to 12", "2026-03-02", "2026-03-22"),
    ),
    "Since X, from X: to now; after X: from its end to now": (
        ("since monday", "2026-11-23", "2026-11-26"),
        ("from 3 nov", "2026-11-03", "2026-11-26"),
        ("since the beginning of the year", "2026-01-01", "2026-11-26"),
        ("after october", "2026-11-01", "2026-11-26"),
        ("october until now", "2026-10-01", "2026-11-26"),
    ),
    "Times of day: on the day that is said, else the latest that has come": (
        ("since 9am", "2026-11-26", "2026-11-26"),
        ("since half past nine", "2026-11-26", "2026-11-26"),
        ("yesterday 9 to 17", "2026-11-25", "2026-11-25"),
        ("from 3 nov 14:00 to 18:00", "2026-11-03", "2026-11-03"),
        ("yesterday after 6pm", "2026-11-25", "2026-11-25"),
        ("yesterday 22:00 to 2:00", "2026-11-25", "2026-11-26"),
        ("last 24 hours", "2026-11-25", "2026-11-26"),
        ("last 90 minutes", "2026-11-26", "2026-11-26"),
    ),
}

# A period, the index after its words, and the other reading of 05/06/2026 if there is one.
Placed = tuple[Period, int, Period | None]


def period(s: Scan, i: int) -> Placed | None:
    """The longest date phrase at word i, placed in time; Refusal where it makes no sense."""
    senses = s.senses[i]
    if "since" in senses or "from" in senses:
        return _since(s, i)
    if "after" in senses or "before" in senses:
        hours = open_day(s, i)
        if hours is not None:
            return join(hours[0], hours[1], s), hours[2], None
    if "after" in senses:
        return _after(s, i)
    if "between" in senses:
        return _stretch(s, i + 1, "and")
    if "preposition" in senses:
        following = s.senses[i + 1]
        ahead = relative.in_so_long(s, i)
        if ahead:
            last = s.said(i + 2 if s.words[i + 1] in ("a", "an") else i + 1, ahead)
            instead = {"instead": f"last {last}"} if s.language == "en" else {}
            raise Refusal("future", words=s.said(i, ahead), **instead)
        led = "preposition" in following and "at" not in following
        return None if led else period(s, i + 1)
    if "so" in senses:
        return _so_far(s, i)
    return _stretch(s, i, "to")


def _so_far(s: Scan, i: int) -> Placed | None:
    """So far this week: the same as "this week so far"."""
    if to_date.so_far(s, i) == i:
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
    left = left_end(s, i, joiner)
    if left is None:
        return None
    span, j = left
    if is_day(span):
        begun = since_hour(s, left)
        if begun is not None:
            return _until_now(begun[0], s), begun[1], None
        hours = hours_after_day(s, left)
        if hours is not None:
            return join(hours[0], hours[1], s), hours[2], None
    if joiner in s.senses[j] or "to" in s.senses[j] or _iso_slash(s, span, j):
        if "now" in s.senses[j + 1]:
            return _until_now(span, s), j + 2, None
        right = right_end(s, span, j + 1)
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
    far = to_date.so_far(s, j)
    if far > j:
        over = not placed.end > s.now
        if over and ("so" in s.senses[j] or span.shape not in (Shape.MONTH, Shape.DAY)):
            raise Refusal("already_over")
        if over:  # january to date
            return _until_now(span, s), far, None
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


def _hours(s: Scan, a: Span, b: Span, j: int) -> Placed:
    """9am to 5pm, on the day that follows, else today."""
    k = j + 1 if "preposition" in s.senses[j] else j
    day = atom(s, k)
    if day and is_day(day[0]):
        return join(on_day(a, day[0]), on_day(b, day[0]), s), day[1], None
    if start_of(a, s, (s.today, s.today)) >= s.now:
        a, b = a_day_earlier(s, a), a_day_earlier(s, b)
    return join(a, b, s), j, None


def _since(s: Scan, i: int) -> Placed | None:
    """Since X, from X: to now; with a second end it is a range."""
    hours = hours_before_day(s, i + 1)
    if hours is not None:
        return _hours(s, *hours)
    left = _since_what(s, i + 1)
    if left is None:
        return None
    span, k = left
    hours = hours_after_day(s, left)
    if hours is not None:
        return join(hours[0], hours[1], s), hours[2], None
    if "to" in s.senses[k]:
        if "now" in s.senses[k + 1]:
            return _until_now(span, s), k + 2, None
        right = right_end(s, span, k + 1)
        if right is not None:
            return _joined(s, span, right)
    if "onwards" in s.senses[k]:
        k += 1
    k = to_date.so_far(s, k)
    other = None
    if span.other is not None:
        other = _try_since(span.other, s)
    return _until_now(span, s), k, other


def _since_what(s: Scan, i: int) -> Found:
    """The span after "since"; the beginning alone is that of all time."""
    edge = skip_the(s, i)
    if s.senses[edge].get("part") != "beginning" or s.words[edge + 1] == "-":
        return left_end(s, i, "to") or relative.read_counted(s, i)
    whole = parts.whole(s, edge + 1)
    return whole or (Span(Kind.ALL_TIME, Shape.ALL_TIME), edge + 1)


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
    if start >= s.now and span.floating:
        return _until_now(a_day_earlier(s, span), s)
    if start > s.now:
        raise Refusal("future")
    # In its first second there is that second to count.
    return period_of(s, start, max(s.now, start + timedelta(seconds=1)), Shape.SINCE)


def _after(s: Scan, i: int) -> Placed | None:
    """After X: from its end to now."""
    left = left_end(s, i + 1, "to")
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
