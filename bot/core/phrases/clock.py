"""Times of day: 9am, 14:30, noon, 2026-11-03T14:00:00Z, yesterday 9 to 17; no dates of its own."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from bot.core.periods import Shape, Unit
from bot.core.phrases.rules import Found, Rule, skip_the
from bot.core.phrases.scan import Scan
from bot.core.phrases.spans import Kind, Refusal, Span, fixed, in_year
from bot.core.sentences import phrase

# What a time of day may begin with.
BEGIN_TIMES = frozenset(("at", "the", "clock", "digits", "number", "half", "unit"))


def clock(s: Scan, i: int, bare: bool = False) -> tuple[int, int] | None:
    """Seconds since midnight of a time at word i, and the index after.

    `bare` takes a number alone (9 to 17) as hours; so does "at" before it.
    """
    if BEGIN_TIMES.isdisjoint(s.senses[i]):
        return None
    if "at" in s.senses[i] and "to" not in s.senses[i]:
        bare, i = True, i + 1
    i = skip_the(s, i)
    senses = s.senses[i]
    if BEGIN_TIMES.isdisjoint(senses):
        return None
    if "clock" in senses:
        return senses["clock"] * 3600, i + 1
    spoken = _spoken(s, i)
    if spoken:
        return spoken
    hour = _hour(s, i, bare)
    if hour is None:
        return None
    minutes, j = _minutes(s, i + 1)
    told = bare or minutes is not None
    if "oclock" in s.senses[j]:
        told, j = True, j + 1
    hour, half, j = _halved(s, hour, j)
    seconds = hour * 3600 + (minutes or 0)
    if not (told or half) or (hour > 24 and j == i + 1):
        return None  # a number alone beyond 24 is no hour: 17:00 to 26 nov
    if (minutes or 0) > 3599 or seconds > 86400:
        raise Refusal("no_such_time")
    return seconds, j


def _hour(s: Scan, i: int, bare: bool) -> int | None:
    """The hour at word i; in words ("nine") only where an hour is due."""
    senses = s.senses[i]
    if s.words[i].isdecimal():
        return int(senses["digits"]) if len(s.words[i]) <= 2 else None
    spelled = senses.get("number")
    due = bare or "oclock" in s.senses[i + 1]
    return spelled if spelled and due and spelled < 25 and s.words[i] not in _NO_HOURS else None


_NO_HOURS = ("a", "an", "couple")


def _minutes(s: Scan, j: int) -> tuple[int | None, int]:
    """The minutes that follow the hour, in seconds (9:30, 9h30, 9:30:15, 9.30 am), else None."""
    if s.words[j] not in (":", "h") or "digits" not in s.senses[j + 1]:
        return (s.senses[j + 1]["digits"] * 60, j + 2) if _dotted(s, j) else (None, j)
    if len(s.words[j + 1]) != 2:
        return None, j
    minute, second, j = s.senses[j + 1]["digits"], 0, j + 2
    if s.words[j] == ":" and "digits" in s.senses[j + 1]:
        second, j = s.senses[j + 1]["digits"], j + 2
        if s.words[j] == "." and s.joined(j + 1) and "digits" in s.senses[j + 1]:
            j += 2
    elif "h" in s.senses[j] and s.joined(j):
        j += 1
    if minute > 59 or second > 59:
        raise Refusal("no_such_time")
    return minute * 60 + second, j


def _dotted(s: Scan, j: int) -> bool:
    """Whether ".30am" or ".30 o'clock" follows the hour: a dot alone makes no time."""
    if s.words[j] != "." or not (s.joined(j) and s.joined(j + 1)) or len(s.words[j + 1]) != 2:
        return False
    after = s.senses[j + 2]
    return "digits" in s.senses[j + 1] and any(k in after for k in ("am", "pm", "oclock"))


def _halved(s: Scan, hour: int, j: int) -> tuple[int, bool, int]:
    """The hour of 24, whether am, pm or "in the morning" follows at word j, and the index after."""
    senses = s.senses[j]
    if "am" in senses or "pm" in senses:
        if not 1 <= hour <= 12:
            raise Refusal("no_such_time")
        return hour % 12 + 12 * ("pm" in senses), True, j + 1
    k = skip_the(s, j + 1 if "this" in senses or "in" in senses or "at" in senses else j)
    part = s.senses[k].get("daypart")
    if part is None:
        return hour, False, j
    return in_part(hour, part[0]), True, k + 1


def in_part(hour: int, half: str) -> int:
    """The hour of 24 of a time in the morning ("am") or later ("pm")."""
    return hour % 12 + 12 * (half == "pm") if 1 <= hour <= 12 else hour


def _spoken(s: Scan, i: int) -> tuple[int, int] | None:
    """Half past nine, quarter past 9, quarter to ten."""
    j = i + 1 if s.words[i] == "a" else i
    quarter = s.senses[j].get("unit") == (Unit.QUARTER, 1)
    past = s.words[j + 1] in ("past", "after")
    if not (quarter or ("half" in s.senses[j] and past)) or not (past or s.words[j + 1] == "to"):
        return None
    hour = _hour(s, j + 2, bare=True)
    if hour is None or not 1 <= hour <= 24:
        return None
    hour, _, k = _halved(s, hour, j + 3)
    minutes = 30 if not quarter else 15 if past else -15
    return (hour * 60 + minutes) * 60, k


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
    at = _in_named_part(s, j) or clock(s, j)
    if at is None:
        return found
    span.clock = at[0]
    return _with_offset(s, span, at[1])


def _in_named_part(s: Scan, i: int) -> tuple[int, int] | None:
    """The time that follows a part of the day: yesterday evening at 8."""
    at = clock(s, i + 1, bare=True) if "daypart" in s.senses[i] else None
    if at is None:
        return None
    hour, rest = divmod(at[0], 3600)
    return in_part(hour, s.senses[i]["daypart"][0]) * 3600 + rest, at[1]


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


def on_day(span: Span, day: Span) -> Span:
    """The time of day of `span`, on `day`."""
    return at_second(day, span.clock or 0)


def at_second(day: Span, seconds: int) -> Span:
    """The moment so many seconds after a day begins by its clock."""
    copy = Span(day.kind, day.shape, day.count)
    copy.first, copy.last, copy.at, copy.year = day.first, day.last, day.at, day.year
    copy.month, copy.day, copy.weekday = day.month, day.day, day.weekday
    copy.clock = seconds
    return copy


def clock_today(s: Scan, i: int) -> Found:
    """9am, noon, at 14:30: today, unless a day follows (9am yesterday)."""
    at = clock(s, i) if not BEGIN_TIMES.isdisjoint(s.senses[i]) else None
    if at is None:
        return None
    span = fixed(s.today, s.today, Shape.DAY)
    span.clock, span.floating = at[0], True
    return span, at[1]


def a_day_earlier(s: Scan, span: Span) -> Span:
    """The same time of day yesterday: of a time alone the latest that has come is meant."""
    day = s.today - timedelta(days=1)
    return at_second(fixed(day, day, Shape.DAY), span.clock or 0)


def read_part_of_day(s: Scan, i: int) -> Found:
    """Yesterday morning: nobody has said from when until when a morning lasts."""
    _, hours = s.senses[i]["daypart"]
    lead = s.senses[i - 1] if i else {}
    start = i - 1 if any(k in lead for k in ("dayname", "weekday", "this", "last")) else i
    today = lead.get("dayname") == 0 or "this" in lead
    if today and int(hours.partition(":")[0]) > s.now.astimezone(s.zone).hour:
        raise Refusal("future", words=s.said(start, i + 1))
    # One word of another language may be both the day and its part (anoche).
    named = ("dayname" in lead or "weekday" in lead) and s.starts[start] < s.starts[i]
    day = s.said(start, i) if named else phrase("today") if today else phrase("yesterday")
    instead = phrase("{day} {hours}", day=day, hours=hours)
    raise Refusal("part_of_day", words=s.said(start, i + 1), instead=instead)


RULES = (Rule(("daypart",), read_part_of_day),)
