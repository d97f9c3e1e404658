"""Days of a month by which a digest comes: the 15th, the last day, the first monday of the month.

Days of one year are refused: a digest repeats by the month.
"""

from __future__ import annotations

from bot.core.periods import month_length
from bot.core.phrases.digests.found import Found
from bot.core.phrases.rules import is_unit, ordinal, skip_the
from bot.core.phrases.scan import Scan
from bot.core.phrases.spans import Refusal
from bot.core.schedule_rule import LAST

_OF = frozenset(("of", "by", "in", "the", "preposition"))
_LEAP_YEAR = 2024


def read(s: Scan, i: int, found: Found, *, led: bool = False) -> int:
    """Read a day of the month at word i, `led` by "on the"; the index after it, or 0."""
    i = skip_the(s, i)
    _must_be_no_date(s, i)
    nth = (LAST, i + 1) if "last" in s.senses[i] else ordinal(s, i)
    if nth is None:
        return _in_digits(s, i, found, led=led)
    count, j = nth
    every = "by" in s.senses[i - 1]
    weekday = s.senses[j].get("weekday")
    if weekday is not None:
        end = of_month(s, j + 1)
        if end == j + 1 and every:
            return 0  # every second friday is every other week's
        _must_be_in_month(count, s.said(i, end))
        found.nths.append((count, weekday, s.said(i, end)))
        return end
    if is_unit(s, j, "day"):
        end = of_month(s, j + 1)
        return 0 if every and end == j + 1 else _add(s, i, end, count, found)
    end = of_month(s, j)
    suffixed = "suffixed" in s.senses[i] and "unit" not in s.senses[j]
    surely = end > j or suffixed or (led and found.monthly)
    return _add(s, i, end, count, found) if surely and count != LAST else 0


def _in_digits(s: Scan, i: int, found: Found, *, led: bool) -> int:
    """Day 15, 15 of every month; on 15 where it comes monthly."""
    named = is_unit(s, i, "day") and "digits" in s.senses[i + 1]
    j = i + 1 if named else i
    day = s.senses[j].get("digits")
    if day is None or ":" in (s.words[j + 1], s.words[j - 1]):
        return 0
    end = of_month(s, j + 1)
    if named or end > j + 1 or (led and found.monthly and _is_alone(s, i)):
        return _add(s, i, end, day, found)
    return 0


def _is_alone(s: Scan, i: int) -> bool:
    """Whether the number behind "on" is no time: at 15 is one, on 15 is none."""
    return "at" not in s.senses[i - 1] and not {"am", "pm", "oclock"} & s.senses[i + 1].keys()


def of_month(s: Scan, j: int) -> int:
    """The index after "of the month", "of every month", "in each month", "a month"; else j."""
    k = j
    while _OF & s.senses[k].keys() or s.words[k] in ("a", "an"):
        k += 1
    return k + 1 if k > j and is_unit(s, k, "month") else j


def _add(s: Scan, i: int, end: int, day: int, found: Found) -> int:
    said = s.said(i, end)
    if day != LAST and not 1 <= day <= 31:
        raise Refusal("digest.no_such_day", words=said)
    found.month_days.append((day, said))
    return end


def _must_be_in_month(nth: int, said: str) -> None:
    if nth != LAST and not 1 <= nth <= 4:
        raise Refusal("digest.nth", words=said)


def _must_be_no_date(s: Scan, i: int) -> None:
    """Refusal for 31 february, which never comes, and for 15 march, which comes once a year."""
    day, j = _day(s, i), i + 1
    while "of" in s.senses[j]:
        j += 1
    month = _month(s, j)
    if day is None:
        j = skip_the(s, i + 1)
        month, day = _month(s, i), _day(s, j)
    if day is None or month is None:
        return
    exists = 1 <= day <= month_length(_LEAP_YEAR, month)
    words = s.said(i, j + 1)
    raise Refusal("digest.yearly" if exists else "no_such_day", words=words)


def _day(s: Scan, i: int) -> int | None:
    found: int | None = s.senses[i].get("digits", s.senses[i].get("ordinal"))
    return found


def _month(s: Scan, i: int) -> int | None:
    """The month that word i names, where it names no weekday as well: mar is mardi."""
    found: int | None = None if "weekday" in s.senses[i] else s.senses[i].get("month")
    return found
