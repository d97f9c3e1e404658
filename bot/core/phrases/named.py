"""Units of the calendar by name: october, q3 2025, h1, 2025, week 12, 2026-W12, all time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from bot.core.periods import Shape, month_length
from bot.core.phrases.rules import (
    Found,
    Rule,
    is_unit,
    ordinal,
    ordinal_number,
    year,
)
from bot.core.phrases.scan import Scan
from bot.core.phrases.spans import (
    Days,
    Kind,
    Refusal,
    Span,
    fixed,
    in_year,
    yearly,
)

# Where "okt 25" is october 2025: who writes the day first puts none behind the month.
YEAR_BEHIND_MONTH = frozenset(("de", "fr", "pt"))


def month_span(month: int, said: int | None = None) -> Span:
    """A month, of a year where one was said."""
    span = yearly(lambda y: month_days(y, month), Shape.MONTH, said)
    span.month = month
    return span


def month_days(y: int, month: int) -> Days:
    """The days of a month."""
    return date(y, month, 1), date(y, month, month_length(y, month))


def quarter_span(quarter: int, said: int | None = None, count: int = 1) -> Span:
    """A quarter (or `count` of them)."""
    if not 1 <= quarter <= 4:
        raise Refusal("no_such_quarter")
    first, last = quarter * 3 - 2, (quarter + count - 1) * 3
    span = yearly(
        lambda y: (date(y, first, 1), date(y, last, month_length(y, last))),
        Shape.QUARTER,
        said,
        count,
    )
    span.month = first
    return span


def half_span(half: int, said: int | None = None) -> Span:
    """A half-year: two quarters."""
    if half not in (1, 2):
        raise Refusal("no_such_half")
    return quarter_span(half * 2 - 1, said, 2)


def year_span(number_of: int) -> Span:
    """A calendar year."""
    if not 1 <= number_of <= 9998:
        raise Refusal("no_such_year")
    return fixed(date(number_of, 1, 1), date(number_of, 12, 31), Shape.YEAR)


def iso_week_span(week: int, said: int | None = None) -> Span:
    """An ISO week, which starts on Monday whatever the account's weeks do."""
    if not 1 <= week <= 53:
        raise Refusal("no_such_week")
    span = yearly(lambda y: _iso_week(y, week), Shape.WEEK, said)
    span.steps = week
    return span


def _iso_week(y: int, week: int) -> Days:
    monday = date.fromisocalendar(y, week, 1)
    return monday, monday + timedelta(days=6)


def read_month(s: Scan, i: int) -> Found:
    """October, oct 2021, october last year, october '25."""
    month = s.senses[i]["month"]
    j = i + 1
    marked = s.words[j] in ("-", "/") and s.joined(j + 1)
    if marked and len(s.words[j + 1]) == 4:
        j += 1
    said = year(s, j)
    if said is None and s.language in YEAR_BEHIND_MONTH and "weekday" not in s.senses[i]:
        said = short_year(s, j + marked, 20)
    return (month_span(month, said[0]), said[1]) if said else (month_span(month), i + 1)


def read_last_month_name(s: Scan, i: int) -> Found:
    """Last october (the latest that is over), this november."""
    month = s.senses[i + 1]["month"]
    if "this" in s.senses[i]:
        return month_span(month, s.today.year), i + 2
    over = s.today.year if month < s.today.month else s.today.year - 1
    return month_span(month, over), i + 2


def read_quarter_letter(s: Scan, i: int) -> Found:
    """Q3, q3 2025, q3/25, q3 last year."""
    if "digits" not in s.senses[i + 1]:
        return None
    return with_year(s, i + 2, quarter_span, s.senses[i + 1]["digits"], letter=True)


def read_quarter_digit(s: Scan, i: int) -> Found:
    """3q 2025, 3q25."""
    if "q" not in s.senses[i + 1] or not s.joined(i + 1) or len(s.words[i]) > 1:
        return None
    return with_year(s, i + 2, quarter_span, s.senses[i]["digits"], letter=True)


def with_year(
    s: Scan,
    j: int,
    build: Callable[[int, int | None], Span],
    value: int,
    *,
    letter: bool = False,
) -> tuple[Span, int]:
    """What `build` makes of a number and the year at word j; after a letter also a short year."""
    marked = s.words[j] in ("-", "/") and s.joined(j + 1)
    k = j + 1 if marked and len(s.words[j + 1]) in (2, 4) else j
    said = year(s, k)
    if said is None and (k > j or letter):
        said = short_year(s, k)
    return (build(value, said[0]), said[1]) if said else (build(value, None), j)


def short_year(s: Scan, j: int, at_least: int = 10) -> tuple[int, int] | None:
    """25 for 2025, where nothing is counted by it."""
    value = s.senses[j].get("digits", 0)
    after = s.senses[j + 1]
    counts = any(sense in after for sense in ("unit", "month", "colon", "am", "pm", "q", "ordinal"))
    if len(s.words[j]) != 2 or counts or not at_least <= value <= s.today.year - 1999:
        return None
    return 2000 + value, j + 1


def read_quarter_word(s: Scan, i: int) -> Found:
    """Quarter 3, third quarter of 2025, last quarter of last year."""
    if "unit" in s.senses[i]:
        numbered = ordinal_number(s, i + 1) if is_unit(s, i, "quarter") else None
        return with_year(s, numbered[1], quarter_span, numbered[0]) if numbered else None
    counted = ordinal(s, i)
    value, j = counted if counted else (4, i + 1)
    if not is_unit(s, j, "quarter"):
        return None
    found = with_year(s, j + 1, quarter_span, value)
    return found if counted or found[1] > j + 1 else None


def read_year(s: Scan, i: int) -> Found:
    """2025, and 2025 q3, 2025 h1, 2025-W12, 2025 week 12."""
    word = s.words[i]
    if len(word) != 4:
        return None
    value = s.senses[i]["digits"]
    j = i + 2 if s.words[i + 1] in ("-", "/") and s.joined(i + 1) and s.joined(i + 2) else i + 1
    senses, after = s.senses[j], s.senses[j + 1]
    if "digits" in after:
        if "q" in senses:
            return quarter_span(after["digits"], value), j + 2
        if "h" in senses and s.joined(j + 1):
            return half_span(after["digits"], value), j + 2
        if "w" in senses or is_unit(s, j, "week"):
            return _iso_week_or_day(s, j + 2, iso_week_span(after["digits"], value))
    return year_span(value), i + 1


def _iso_week_or_day(s: Scan, j: int, week: Span) -> tuple[Span, int]:
    """2026-W12, or with -1 to -7 after it one of its days."""
    day = s.senses[j + 1].get("digits", 0)
    if s.words[j] != "-" or not (s.joined(j) and s.joined(j + 1)) or len(s.words[j + 1]) != 1:
        return week, j
    if not 1 <= day <= 7:
        raise Refusal("no_such_day")
    first = in_year(week, week.year or 0)[0] + timedelta(days=day - 1)
    return fixed(first, first, Shape.DAY), j + 2


def read_year_word(s: Scan, i: int) -> Found:
    """Year 2025, the year of 2025."""
    j = i + 2 if "of" in s.senses[i + 1] else i + 1
    if is_unit(s, i, "year") and len(s.words[j]) == 4 and "digits" in s.senses[j]:
        return year_span(s.senses[j]["digits"]), j + 1
    return None


def read_month_of(s: Scan, i: int) -> Found:
    """The month of october."""
    if not is_unit(s, i, "month") or "of" not in s.senses[i + 1]:
        return None
    return read_month(s, i + 2) if "month" in s.senses[i + 2] else None


def read_all_time(s: Scan, i: int) -> Found:
    """All time, ever."""
    if "ever" in s.senses[i]:
        return Span(Kind.ALL_TIME, Shape.ALL_TIME), i + 1
    j = i + 2 if s.words[i + 1] == "-" else i + 1
    if "time" in s.senses[j]:
        return Span(Kind.ALL_TIME, Shape.ALL_TIME), j + 1
    return None


RULES = (
    Rule(
        ("month",),
        read_month,
        (
            ("october", "2026-10-01", "2026-10-31"),
            ("nov", "2026-11-01", "2026-11-30"),
            ("dec", "2025-12-01", "2025-12-31"),
            ("oct 2021", "2021-10-01", "2021-10-31"),
            ("october last year", "2025-10-01", "2025-10-31"),
            ("october '25", "2025-10-01", "2025-10-31"),
        ),
    ),
    Rule(
        ("last month", "this month"),
        read_last_month_name,
        (("last november", "2025-11-01", "2025-11-30"), ("this march", "2026-03-01", "2026-03-31")),
    ),
    Rule(
        ("q",),
        read_quarter_letter,
        (
            ("q3", "2026-07-01", "2026-09-30"),
            ("q3 2025", "2025-07-01", "2025-09-30"),
            ("q3/25", "2025-07-01", "2025-09-30"),
            ("q1 last year", "2025-01-01", "2025-03-31"),
        ),
    ),
    Rule(
        ("unit", "ordinal unit", "last unit", "tens"),
        read_quarter_word,
        (
            ("third quarter of 2025", "2025-07-01", "2025-09-30"),
            ("last quarter of 2025", "2025-10-01", "2025-12-31"),
        ),
    ),
    Rule(
        ("digits q",),
        read_quarter_digit,
        (("3q 2025", "2025-07-01", "2025-09-30"), ("1q25", "2025-01-01", "2025-03-31")),
    ),
    Rule(
        ("digits",),
        read_year,
        (
            ("2025", "2025-01-01", "2025-12-31"),
            ("2025-q3", "2025-07-01", "2025-09-30"),
            ("2026-W12", "2026-03-16", "2026-03-22"),
            ("2026-W12-3", "2026-03-18", "2026-03-18"),
        ),
    ),
    Rule(("unit",), read_year_word, (("year 2025", "2025-01-01", "2025-12-31"),)),
    Rule(("unit",), read_month_of, (("the month of october", "2026-10-01", "2026-10-31"),)),
    Rule(("all", "ever"), read_all_time, (("all time", "2010-01-01", "2026-11-26"),)),
)
