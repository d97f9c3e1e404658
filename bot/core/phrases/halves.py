"""Halves of a year and of units: h1, s1 2025, last half-year, half an hour, an hour and a half."""

from __future__ import annotations

from datetime import date, timedelta

from bot.core.periods import Shape, Unit, shift
from bot.core.phrases.named import half_span, iso_week_span, with_year
from bot.core.phrases.rules import Found, Rule, number, ordinal, skip_full
from bot.core.phrases.scan import Scan
from bot.core.phrases.spans import Refusal, Span, fixed

# What half of a unit is in whole ones.
_HALF = {Unit.YEAR: (Unit.MONTH, 6), Unit.DAY: (Unit.HOUR, 12), Unit.HOUR: (Unit.MINUTE, 30)}

Counted = tuple[Unit, int, int]


def counted_unit(s: Scan, i: int, begins: int | None = None) -> Counted | None:
    """A unit, how many of it, and the index after: 7 full days, half an hour, hour and a half.

    Refusal where the number is left to be guessed ("last few days", "last weeks"); it is told with
    the words from `begins` on.
    """
    begins = i if begins is None else begins
    half = _half_of(s, i)
    if half:
        return half
    counted = number(s, i)
    count, j = counted or (1, i)
    _no_fraction(s, j)
    if "vague" in s.senses[j]:
        j = skip_full(s, j + 1)
        if "unit" in s.senses[j]:
            raise Refusal("how_many", words=s.said(begins, j + 1))
        return None
    more = counted is not None and _and_a_half(s, j)
    j = skip_full(s, _and_a_half(s, j) or j)
    named = s.senses[j].get("unit")
    if named is None:
        return None
    if counted is None and s.words[j][-1] == "s" and s.words[j][-2] != "'":
        raise Refusal("how_many", words=s.said(begins, j + 1))
    after = _and_a_half(s, j + 1)
    if more or after:
        return _with_half(named[0], count * named[1], after or j + 1)
    return named[0], count * named[1], j + 1


def _no_fraction(s: Scan, j: int) -> None:
    """Refusal for "1.5 days": the mark at word j is followed by more of the number and a unit."""
    if s.words[j] in (".", ",") and s.joined(j) and s.joined(j + 1) and "unit" in s.senses[j + 2]:
        raise Refusal("whole_numbers")


def _half_of(s: Scan, i: int) -> Counted | None:
    """Half a year, half an hour, half hour; a half year is one of the calendar's two."""
    if "half" not in s.senses[i]:
        return None
    j = i + 2 if s.words[i + 1] in ("a", "an") else i + 1
    unit, times = s.senses[j].get("unit", (None, 0))
    if unit not in _HALF or times != 1 or (unit is Unit.YEAR and j == i + 1):
        return None
    return *_HALF[unit], j + 1


def _and_a_half(s: Scan, i: int) -> int:
    """The index after "and a half" at word i (of a translated text: "half" too), else 0."""
    j = i + 1 if "and" in s.senses[i] else i
    if j == i and s.language == "en":
        return 0
    j = j + 1 if s.words[j] == "a" else j
    return j + 1 if "half" in s.senses[j] else 0


def _with_half(unit: Unit, count: int, j: int) -> Counted:
    if unit not in _HALF:
        raise Refusal("whole_numbers")
    smaller, half = _HALF[unit]
    return smaller, (2 * count + 1) * half, j


def read_half_letter(s: Scan, i: int) -> Found:
    """H1, h2 2025, h1/25."""
    if "digits" not in s.senses[i + 1] or not s.joined(i + 1):
        return None
    return with_year(s, i + 2, half_span, s.senses[i + 1]["digits"], letter=True)


def read_half_digit(s: Scan, i: int) -> Found:
    """1h 2025, 1s25: with a year, since 1h is an hour."""
    letter = s.senses[i + 1]
    if s.words[i] not in ("1", "2") or not ("h" in letter or "semester" in letter):
        return None
    found = with_year(s, i + 2, half_span, s.senses[i]["digits"], letter=True)
    return found if found[1] > i + 2 else None


def read_semester_letter(s: Scan, i: int) -> Found:
    """S1 2025; beyond 2 it is a week (S12)."""
    if "digits" not in s.senses[i + 1] or not s.joined(i + 1) or len(s.words[i + 1]) > 2:
        return None
    value = s.senses[i + 1]["digits"]
    return with_year(s, i + 2, half_span if value < 3 else iso_week_span, value, letter=True)


def _half_year(s: Scan, i: int) -> int:
    """The index after "half-year", "semester", "half year", else 0."""
    if "halfyear" in s.senses[i]:
        return i + 1
    if "half" not in s.senses[i]:
        return 0
    j = i + 2 if "dash" in s.senses[i + 1] else i + 1
    return j + 1 if s.senses[j].get("unit") == (Unit.YEAR, 1) else 0


def read_half_year(s: Scan, i: int) -> Found:
    """First half-year of 2025, 2nd semester, half-year 1/2025."""
    end = _half_year(s, i)
    if end:
        value = s.senses[end].get("digits")
        return with_year(s, end + 1, half_span, value, letter=True) if value in (1, 2) else None
    counted = ordinal(s, i)
    end = _half_year(s, counted[1]) if counted else 0
    return with_year(s, end, half_span, counted[0]) if counted and end else None


def read_half_years_back(s: Scan, i: int) -> Found:
    """Last half-year, this half, the last 2 half-years: as the calendar has them."""
    running = "this" in s.senses[i]
    count, j = number(s, i + 1) or (1, i + 1)
    end = _half_year(s, j)
    if not end and "half" in s.senses[j] and _ends_there(s, j + 1):
        end = j + 1
    if not end:
        return None
    if not 1 <= count <= 100:
        raise Refusal("too_old")
    return _halves_back(s, 0 if running else count, 1 if running else count), end


def _ends_there(s: Scan, i: int) -> bool:
    """Whether "last half" is all: it is not of something, nor of an hour."""
    following = ("of", "the", "number", "month", "unit", "ordinal", "q", "last", "this")
    return not any(sense in s.senses[i] for sense in following)


def _halves_back(s: Scan, back: int, count: int) -> Span:
    year, half = divmod(s.today.year * 2 + (s.today.month > 6) - back, 2)
    first = date(year, half * 6 + 1, 1)
    last = shift(first, Unit.QUARTER, 2 * count) - timedelta(days=1)
    return fixed(first, last, Shape.QUARTER, 2 * count)


RULES = (
    Rule(
        ("h",),
        read_half_letter,
        (("h1", "2026-01-01", "2026-06-30"), ("h2 2025", "2025-07-01", "2025-12-31")),
    ),
    Rule(
        ("digits h", "digits semester"), read_half_digit, (("1h 2025", "2025-01-01", "2025-06-30"),)
    ),
    Rule(
        ("semester",),
        read_semester_letter,
        (("s2 2025", "2025-07-01", "2025-12-31"), ("s12", "2026-03-16", "2026-03-22")),
    ),
    Rule(
        ("ordinal halfyear", "ordinal half", "halfyear", "half"),
        read_half_year,
        (
            ("first half-year of 2025", "2025-01-01", "2025-06-30"),
            ("second semester 2025", "2025-07-01", "2025-12-31"),
        ),
    ),
    Rule(
        ("last half", "last halfyear", "last number", "this half", "this halfyear"),
        read_half_years_back,
        (
            ("last half-year", "2026-01-01", "2026-06-30"),
            ("this half", "2026-07-01", "2026-12-31"),
        ),
    ),
)
