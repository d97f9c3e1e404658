"""Times of day: 9am, 14:30, noon, 2026-11-03T14:00:00Z, yesterday 9 to 17; no dates of its own."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from bot.core.phrases.rules import Found, skip_the
from bot.core.phrases.scan import Scan
from bot.core.phrases.spans import Kind, Refusal, Span, fixed, in_year


def clock(s: Scan, i: int, bare: bool = False) -> tuple[int, int] | None:
    """Seconds since midnight of a time at word i, and the index after.

    `bare` takes a number alone (9 to 17) as hours; so does "at" before it.
    """
    if "at" in s.senses[i] and "to" not in s.senses[i]:
        bare, i = True, i + 1
    i = skip_the(s, i)
    senses = s.senses[i]
    if "clock" in senses:
        return senses["clock"] * 3600, i + 1
    if "digits" not in senses or len(s.words[i]) > 2:
        return None
    hour, minute, second, j = senses["digits"], 0, 0, i + 1
    if s.words[j] in (":", "h") and "digits" in s.senses[j + 1] and len(s.words[j + 1]) == 2:
        minute, j = s.senses[j + 1]["digits"], j + 2
        if s.words[j] == ":" and "digits" in s.senses[j + 1]:
            second, j = s.senses[j + 1]["digits"], j + 2
            if s.words[j] == "." and s.joined(j + 1) and "digits" in s.senses[j + 1]:
                j += 2
        bare = True
        if "h" in s.senses[j] and s.joined(j):
            j += 1
    elif _dotted(s, j):
        minute, j = s.senses[j + 1]["digits"], j + 2
    if "oclock" in s.senses[j]:
        bare, j = True, j + 1
    half = s.senses[j]
    if "am" in half or "pm" in half:
        if not 1 <= hour <= 12:
            raise Refusal("no_such_time")
        hour, j, bare = hour % 12 + 12 * ("pm" in half), j + 1, True
    if not bare:
        return None
    if minute > 59 or second > 59 or hour * 3600 + minute * 60 + second > 86400:
        raise Refusal("no_such_time")
    return hour * 3600 + minute * 60 + second, j


def _dotted(s: Scan, j: int) -> bool:
    """Whether ".30am" or ".30 o'clock" follows the hour: a dot alone makes no time."""
    if s.words[j] != "." or not (s.joined(j) and s.joined(j + 1)) or len(s.words[j + 1]) != 2:
        return False
    after = s.senses[j + 2]
    return "digits" in s.senses[j + 1] and any(k in after for k in ("am", "pm", "oclock"))


def with_clock(s: Scan, found: Found) -> Found:
    """`found` with the time of day that follows it, if one does; only days take one."""
    if found is None or not is_day(found[0]):
        return found
    span, i = found
    j = i
    if "t" in s.senses[i] and s.joined(i):
        j = i + 1
    else:
        while s.words[j] == "," or ("at" in s.senses[j] and "to" in s.senses[j]):
            j += 1
    at = clock(s, j)
    if at is None:
        return found
    span.clock = at[0]
    return _with_offset(s, span, at[1])


def is_day(span: Span) -> bool:
    """Whether a span is one local day, so that a time of day can follow it."""
    return span.shape in ("day", "weekday") and span.count == 1 and span.kind is not Kind.FUTURE


def _with_offset(s: Scan, span: Span, i: int) -> tuple[Span, int]:
    """An instant where Z or +02:00 follows a full date and time."""
    if span.year is None or not s.joined(i):
        return span, i
    if s.words[i] == "z":
        offset, j = timedelta(), i + 1
    elif s.words[i] in ("+", "-") and "digits" in s.senses[i + 1]:
        hours, minutes, j = s.senses[i + 1]["digits"], 0, i + 2
        if len(s.words[i + 1]) == 4:
            hours, minutes = divmod(hours, 100)
        elif s.words[j] == ":" and "digits" in s.senses[j + 1]:
            minutes, j = s.senses[j + 1]["digits"], j + 2
        if hours > 14 or minutes > 59:
            raise Refusal("no_such_time")
        offset = timedelta(hours=hours, minutes=minutes) * (-1 if s.words[i] == "-" else 1)
    else:
        return span, i
    day = in_year(span, span.year)[0]
    wall = datetime(day.year, day.month, day.day, tzinfo=UTC) + timedelta(seconds=span.clock or 0)
    span.instant = wall - offset
    return span, j


def hours_after_day(s: Scan, found: Found) -> tuple[Span, Span, int] | None:
    """Yesterday 9 to 17, monday from 9am to 5pm: both ends, and the index after."""
    if found is None or not is_day(found[0]) or found[0].clock is not None:
        return None
    span, i = found
    while s.words[i] == ",":
        i += 1
    led = "ranging" in s.senses[i]
    start = clock(s, i + led, bare=led or _hour_words(s, i))
    if start is None:
        return None
    j = start[1]
    if not ("to" in s.senses[j] or (led and "and" in s.senses[j])):
        return None
    end = clock(s, j + 1, bare=True)
    if end is None or "month" in s.senses[end[1]]:
        return None
    return _at(span, start[0]), _at(span, end[0]), end[1]


def _hour_words(s: Scan, i: int) -> bool:
    """Whether "9 to 17" follows a day that holds no number itself (yesterday, monday)."""
    return "digits" not in s.senses[i - 1] and "ordinal" not in s.senses[i - 1]


def hours_before_day(s: Scan, i: int, joiner: str = "to") -> tuple[Span, Span, int] | None:
    """9am to 5pm yesterday, 9:00-12:00 on monday; today where no day follows."""
    explicit = clock(s, i)
    start = explicit or (clock(s, i, bare=True) if s.senses[i].get("digits", 99) < 25 else None)
    if start is None or not ("to" in s.senses[start[1]] or joiner in s.senses[start[1]]):
        return None
    end = clock(s, start[1] + 1, bare=explicit is not None)
    if end is None or "month" in s.senses[end[1]]:
        return None
    today = fixed(s.today, s.today)
    return _at(today, start[0]), _at(today, end[0]), end[1]


def on_day(span: Span, day: Span) -> Span:
    """The time of day of `span`, on `day`."""
    return _at(day, span.clock or 0)


def _at(day: Span, seconds: int) -> Span:
    copy = Span(day.kind, day.shape, day.count)
    copy.first, copy.last, copy.at, copy.year = day.first, day.last, day.at, day.year
    copy.month, copy.day, copy.weekday = day.month, day.day, day.weekday
    copy.clock = seconds
    return copy


def clock_today(s: Scan, i: int) -> Found:
    """9am, noon, at 14:30: today, unless a day follows (9am yesterday)."""
    at = clock(s, i)
    if at is None:
        return None
    span = fixed(s.today, s.today)
    span.shape = span.shape.DAY
    span.clock = at[0]
    return span, at[1]
