"""Hours of a day that is named beside them: yesterday 9 to 17, after 6pm yesterday, today from 8.

Reads both ends of a part of a day; places none of it in time but what ends at now.
"""

from __future__ import annotations

from bot.core.phrases.clock import BEGIN_TIMES, at_second, clock, is_day
from bot.core.phrases.rules import Found, atom
from bot.core.phrases.scan import Scan
from bot.core.phrases.spans import Kind, Span, days_of, fixed

_NOON = 12 * 3600


def hours_after_day(s: Scan, found: Found) -> tuple[Span, Span, int] | None:
    """Yesterday 9 to 17, monday from 9am to 5pm, yesterday after 6pm: both ends, and the index."""
    if found is None or not is_day(found[0]) or found[0].clock is not None:
        return None
    span, i = found
    while s.words[i] == ",":
        i += 1
    open_end = _open_end(s, i, span)
    if open_end:
        return open_end
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
    return *_from_to(s, span, (i + led, start[0]), (j + 1, end[0])), end[1]


def _open_end(s: Scan, i: int, day: Span) -> tuple[Span, Span, int] | None:
    """Yesterday after 6pm, yesterday before noon: to the end of the day, or from its start."""
    after, before = _opens(s, i), _closes(s, i)
    until = "to" in s.senses[i]
    at = clock(s, i + 1, bare=not until) if after or before else None
    if at is None or (after and "to" in s.senses[at[1]]) or "month" in s.senses[at[1]]:
        return None
    if until and _day_follows(s, at[1]):
        return None
    return at_second(day, at[0] if after else 0), at_second(day, 86400 if after else at[0]), at[1]


def _opens(s: Scan, i: int) -> bool:
    """Whether word i leads the hour from which a day is counted: after 6pm, from 14:00.

    "Since" does not, but for languages that have one word for it and for "from".
    """
    senses = s.senses[i]
    return "after" in senses or "from" in senses or ("since" in senses and s.language != "en")


def _closes(s: Scan, i: int) -> bool:
    return "before" in s.senses[i] or "to" in s.senses[i]


def _day_follows(s: Scan, i: int) -> bool:
    named = ("preposition", "dayname", "weekday", "digits", "ordinal", "month", "last", "this")
    return any(sense in s.senses[i] for sense in named)


def hours_of_day(s: Scan, i: int, day: Span) -> tuple[Span, Span] | None:
    """After 6pm, before 9am, where the day was said behind it: both ends."""
    at = clock(s, i + 1, bare=True) or (0, i)
    after = _opens(s, i)
    return at_second(day, at[0] if after else 0), at_second(day, 86400 if after else at[0])


def _from_to(s: Scan, day: Span, start: tuple[int, int], end: tuple[int, int]) -> tuple[Span, Span]:
    """Both ends on a day, from where they stand and their seconds: 9 to 5, 22:00 to 2:00 too."""
    first, last = start[1], end[1]
    if first < _NOON and 0 < last < first and s.words[end[0]].isdecimal():
        last += _NOON
    return at_second(day, first), at_second(day, until(first, last))


def until(first: int, last: int) -> int:
    """The end of a stretch of hours, on the next day where it runs over midnight."""
    over_midnight = last == 0 or (first >= _NOON and last < _NOON)
    return last + 86400 if last <= first and over_midnight else last


def _hour_words(s: Scan, i: int) -> bool:
    """Whether "9 to 17" follows a day that holds no number itself (yesterday, monday)."""
    return "digits" not in s.senses[i - 1] and "ordinal" not in s.senses[i - 1]


def hours_before_day(s: Scan, i: int, joiner: str = "to") -> tuple[Span, Span, int] | None:
    """9am to 5pm yesterday, 9:00-12:00 on monday; today where no day follows."""
    if BEGIN_TIMES.isdisjoint(s.senses[i]):
        return None
    explicit = clock(s, i)
    start = explicit or (clock(s, i, bare=True) if s.senses[i].get("digits", 99) < 25 else None)
    if start is None or not ("to" in s.senses[start[1]] or joiner in s.senses[start[1]]):
        return None
    end = clock(s, start[1] + 1, bare=explicit is not None)
    if end is None or "month" in s.senses[end[1]]:
        return None
    ends = _from_to(s, fixed(s.today, s.today), (i, start[0]), (start[1] + 1, end[0]))
    return *ends, end[1]


def since_hour(s: Scan, found: Found) -> Found:
    """Today from 8, today after 8am: that hour, since when it is counted to now.

    Of a day that is over nobody has said whether it or now is the end.
    """
    if found is None or not is_day(found[0]) or found[0].clock is not None:
        return None
    span, i = found
    senses = s.senses[i]
    if not ("since" in senses or "from" in senses or "after" in senses):
        return None
    at = clock(s, i + 1, bare=True)
    if at is None or days_of(span, s)[0] != s.today:
        return None
    j = at[1]
    if "to" in s.senses[j]:
        if "now" not in s.senses[j + 1]:
            return None
        j += 2
    return at_second(span, at[0]), j


def open_day(s: Scan, i: int) -> tuple[Span, Span, int] | None:
    """After 6pm yesterday, before 9am on monday: a part of the day that follows, and the index.

    Of today the hours after are counted to now, which is not said here.
    """
    senses = s.senses[i]
    at = clock(s, i + 1, bare=True) if "after" in senses or "before" in senses else None
    if at is None:
        return None
    day = atom(s, at[1] + 1 if "preposition" in s.senses[at[1]] else at[1])
    if day is None or not is_day(day[0]) or day[0].kind is Kind.FUTURE:
        return None
    if "after" in senses and days_of(day[0], s)[0] == s.today:
        return None
    hours = hours_of_day(s, i, day[0])
    return (*hours, day[1]) if hours else None
