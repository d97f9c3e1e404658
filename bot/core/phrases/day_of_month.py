"""Days of the calendar: 12 may, may 12th, 2026-05-12, 12.5., 05/06/2026, the 15th, with times."""

from __future__ import annotations

from datetime import date

from bot.core.periods import Shape
from bot.core.phrases.named import YEAR_BEHIND_MONTH, month_span
from bot.core.phrases.rules import Found, Rule, is_unit, number, ordinal, skip_of, skip_the, year
from bot.core.phrases.scan import Scan
from bot.core.phrases.spans import Refusal, Span, month_day, monthly

_SHORT_YEARS = 20


def day_number(s: Scan, i: int) -> tuple[int, int] | None:
    """A day of the month at word i: 12, 12th, 12., twelfth; and the index after."""
    senses = s.senses[i]
    if "digits" in senses:
        if len(s.words[i]) > 2:
            return None
        return senses["digits"], i + 2 if s.words[i + 1] == "." and s.joined(i + 1) else i + 1
    # Portuguese has one word for monday and second: no day of a month.
    return None if "weekday" in senses else ordinal(s, i)


def read_day_month(s: Scan, i: int) -> Found:
    """12 may, 12th of may 2026, the twelfth of may, 12-may-2026."""
    counted = day_number(s, i) or number(s, i)
    if counted is None or s.words[i] in ("a", "an"):
        return None
    day, j = counted
    if s.words[j] in ("-", "/") and s.joined(j) and s.joined(j + 1):
        j += 1
    elif "of" in s.senses[j]:
        j = skip_the(s, j + 1)
    month = s.senses[j].get("month")
    if month is None:
        return _of_month(s, day, j) if j > counted[1] else None
    return _with_year(s, month, day, j + 1)


def _with_year(s: Scan, month: int, day: int, j: int) -> Found:
    k = j + 1 if s.words[j] in ("-", "/", ".") and len(s.words[j + 1]) == 4 else j
    said = year(s, k)
    if said:
        return month_day(month, day, said[0]), said[1]
    return month_day(month, day), j


def read_month_day(s: Scan, i: int) -> Found:
    """May 12, may 12th 2026, may the 12th, oct. 5."""
    month = s.senses[i]["month"]
    j = i + 2 if s.words[i + 1] == "-" and len(s.words[i + 2]) < 3 and s.joined(i + 1) else i + 1
    counted = day_number(s, skip_the(s, j))
    if counted is None or any(sense in s.senses[counted[1]] for sense in ("colon", "am", "pm")):
        return None
    # "okt 25" is a year, "mar 24" a tuesday
    short_year = len(s.words[j]) == 2 and counted[0] >= _SHORT_YEARS
    no_day = s.language in YEAR_BEHIND_MONTH and (short_year or "weekday" in s.senses[i])
    if no_day and s.words[j].isdecimal():
        return None
    return _with_year(s, month, counted[0], counted[1])


def read_iso(s: Scan, i: int) -> Found:
    """2026-05-12, 2026/05/12, 2021-10."""
    mark = s.words[i + 1]
    if len(s.words[i]) != 4 or mark not in ("-", "/", ".") or not s.joined(i + 1):
        return None
    month, said = s.senses[i + 2].get("digits"), s.senses[i]["digits"]
    if month is None or len(s.words[i + 2]) > 2 or not s.joined(i + 2):
        return None
    if s.words[i + 3] == mark and s.joined(i + 3) and s.joined(i + 4):
        day = s.senses[i + 4].get("digits")
        if day is not None and len(s.words[i + 4]) <= 2:
            return month_day(_month(month), day, _year(said)), i + 5
    if mark == ".":
        return None
    return month_span(_month(month), _year(said)), i + 3


def read_year_first(s: Scan, i: int) -> Found:
    """2021 october, 2026-may-12, 2026 may 12th."""
    if len(s.words[i]) != 4:
        return None
    j = i + 2 if s.words[i + 1] in ("-", "/", ".", ",") else i + 1
    month, said = s.senses[j].get("month"), s.senses[i]["digits"]
    if month is None:
        return None
    k = j + 2 if s.words[j + 1] in ("-", "/") and s.joined(j + 1) and s.joined(j + 2) else j + 1
    counted = day_number(s, skip_the(s, k))
    if counted and "colon" not in s.senses[counted[1]]:
        return month_day(month, counted[0], _year(said)), counted[1]
    return month_span(month, _year(said)), j + 1


def read_compact(s: Scan, i: int) -> Found:
    """20260512."""
    value = s.senses[i]["digits"]
    said, month, day = value // 10000, value // 100 % 100, value % 100
    if len(s.words[i]) != 8 or not (1970 <= said <= 2100 and 1 <= month <= 12 and 1 <= day <= 31):
        return None
    return month_day(month, day, said), i + 1


def _month(number: int) -> int:
    if not 1 <= number <= 12:
        raise Refusal("no_such_month")
    return number


def _year(number: int) -> int:
    if not 1 <= number <= 9998:
        raise Refusal("no_such_year")
    return number


def read_numeric(s: Scan, i: int) -> Found:
    """05/06/2026 by the reader's customs, 12.5., 12.5.2026, 5/6, 10/2021."""
    mark = s.words[i + 1]
    first, second = s.senses[i]["digits"], s.senses[i + 2].get("digits")
    if mark not in ("/", ".", "-") or second is None or len(s.words[i]) > 2:
        return None
    if not (s.joined(i + 1) and (s.joined(i + 2) or mark == ".")):
        return None
    if mark == "." and any(sense in s.senses[i + 3] for sense in ("am", "pm", "oclock")):
        return None
    if len(s.words[i + 2]) == 4:
        together = s.joined(i + 2)
        return (month_span(_month(first), _year(second)), i + 3) if together else None
    if len(s.words[i + 2]) > 2:
        return None
    said, j = _numeric_year(s, i + 3, mark)
    if mark == "-" and said is None:
        return None
    if mark == ".":
        return month_day(_month(second), first, said), j
    return _ordered(s, first, second, said), j


def _numeric_year(s: Scan, j: int, mark: str) -> tuple[int | None, int]:
    if s.words[j] == mark and s.joined(j):
        digits = s.senses[j + 1].get("digits")
        if digits is not None and (s.joined(j + 1) or mark == "."):
            if len(s.words[j + 1]) == 4:
                return _year(digits), j + 2
            if len(s.words[j + 1]) == 2 and s.joined(j + 1):
                return 2000 + digits, j + 2
        if mark == ".":
            return None, j + 1
    if mark == "." and len(s.words[j]) == 4 and "digits" in s.senses[j]:
        return s.senses[j]["digits"], j + 1
    return None, j


def _ordered(s: Scan, first: int, second: int, said: int | None) -> Span:
    """Day first, or month first where the locale says so; the other reading beside it."""
    day_first = _valid(second, first, said)
    month_first = _valid(first, second, said)
    if not (day_first or month_first):
        raise Refusal("no_such_day")
    if s.months_first:
        day_first, month_first = month_first, day_first
    chosen = day_first or month_first
    assert chosen is not None  # noqa: S101 - one of the two was found above
    if day_first and month_first and first != second:
        chosen.other = month_first
    return chosen


def _valid(month: int, day: int, said: int | None) -> Span | None:
    try:
        date(said or 2024, month, day)
    except ValueError:
        return None
    return month_day(month, day, said)


def read_ordinal_day(s: Scan, i: int) -> Found:
    """The 15th, the 15th of last month, 3rd of this month."""
    counted = ordinal(s, i)
    if counted is None:
        return None
    day, j = counted
    after = skip_of(s, j)
    if after > j and s.senses[after].get("unit", ("", 0))[0] == "month":
        return monthly(day), after + 1
    of_month = _of_month(s, day, after) if after > j else None
    if of_month:
        return of_month
    if not s.senses[i].get("suffixed"):
        return None
    return monthly(day), j


def _of_month(s: Scan, day: int, i: int) -> Found:
    """The day of last or this month, where these are the words at i."""
    if not ("last" in s.senses[i] or "this" in s.senses[i]) or not is_unit(s, i + 1, "month"):
        return None
    y, month = s.today.year, s.today.month - ("last" in s.senses[i])
    return month_day(month or 12, day, y if month else y - 1), i + 2


def read_weekday_date(s: Scan, i: int) -> Found:
    """Monday 23 november, monday, 23 nov 2026, monday 2026-11-23, mon the 23rd."""
    j = skip_the(s, i + 2 if s.words[i + 1] == "," else i + 1)
    found = read_day(s, j) or _bare_day(s, j)
    if found is None:
        return None
    found[0].weekday = s.senses[i]["weekday"]
    found[0].shape = Shape.WEEKDAY
    return found


def _bare_day(s: Scan, i: int) -> Found:
    """The 23 of "monday 23", where it is no time of day and no count."""
    after = s.senses[i + 1]
    if "digits" not in s.senses[i] or len(s.words[i]) > 2 or s.joined(i + 1):
        return None
    if any(sense in after for sense in ("to", "and", "oclock", "h", "am", "pm", "unit", "daypart")):
        return None
    return monthly(s.senses[i]["digits"]), i + 1


def read_day(s: Scan, i: int) -> Found:
    """Any spelling of a day with its month."""
    best: Found = None
    senses = s.senses[i]
    readers = []
    if "digits" in senses:
        readers += [read_iso, read_numeric, read_year_first, read_compact]
    if "digits" in senses or "ordinal" in senses or "tens" in senses:
        readers += [read_day_month, read_ordinal_day]
    if "month" in senses:
        readers += [read_month_day]
    for reader in readers:
        found = reader(s, i)
        if found and found[0].shape is Shape.DAY and (best is None or found[1] > best[1]):
            best = found
    return best


RULES = (
    Rule(
        ("number", "ordinal", "tens"),
        read_day_month,
        (
            ("12 may", "2026-05-12", "2026-05-12"),
            ("12th of may", "2026-05-12", "2026-05-12"),
            ("12 dec", "2025-12-12", "2025-12-12"),
            ("3 march 2025", "2025-03-03", "2025-03-03"),
        ),
    ),
    Rule(
        ("month",),
        read_month_day,
        (("may 12th", "2026-05-12", "2026-05-12"), ("may 12, 2025", "2025-05-12", "2025-05-12")),
    ),
    Rule(
        ("digits",),
        read_iso,
        (("2026-05-12", "2026-05-12", "2026-05-12"), ("2021-10", "2021-10-01", "2021-10-31")),
    ),
    Rule(
        ("digits",),
        read_numeric,
        (
            ("12.5.", "2026-05-12", "2026-05-12"),
            ("05/06/2026", "2026-06-05", "2026-06-05"),
            ("10/2021", "2021-10-01", "2021-10-31"),
        ),
    ),
    Rule(
        ("digits",),
        read_year_first,
        (("2021 october", "2021-10-01", "2021-10-31"), ("2026-may-12", "2026-05-12", "2026-05-12")),
    ),
    Rule(("digits",), read_compact, (("20260512", "2026-05-12", "2026-05-12"),)),
    Rule(
        ("ordinal", "tens"),
        read_ordinal_day,
        (
            ("the 15th", "2026-11-15", "2026-11-15"),
            ("the 28th", "2026-10-28", "2026-10-28"),
            ("the 15th of last month", "2026-10-15", "2026-10-15"),
        ),
    ),
    Rule(
        ("weekday",),
        read_weekday_date,
        (("monday 23 november", "2026-11-23", "2026-11-23"),),
    ),
)
