"""Days by their names, fixed and computed: christmas, black friday, easter monday 2025."""

from __future__ import annotations

from datetime import date, timedelta

from bot.core.periods import Shape
from bot.core.phrases.languages.en import FEASTS
from bot.core.phrases.rules import Found, Rule, year
from bot.core.phrases.scan import Scan
from bot.core.phrases.spans import yearly

_BY_FIRST: dict[str, tuple[tuple[tuple[str, ...], str], ...]] = {}
for _name, _day in FEASTS.items():
    _words = tuple(_name.split())
    _BY_FIRST[_words[0]] = (*_BY_FIRST.get(_words[0], ()), (_words, _day))


def read_feast(s: Scan, i: int) -> Found:
    """Black friday, last christmas, christmas eve 2025, easter last year."""
    if "last" in s.senses[i]:
        i += 1
    named = [
        (len(words), day)
        for words, day in _BY_FIRST.get(s.words[i], ())
        if tuple(s.words[i : i + len(words)]) == words
    ]
    if not named:
        return None
    size, day = max(named)
    said = year(s, i + size)
    span = yearly(lambda y: (_day_of(day, y),) * 2, Shape.DAY, said[0] if said else None)
    return span, said[1] if said else i + size


def _day_of(day: str, y: int) -> date:
    """The day in a year: "12-25", or so many days from Easter or Thanksgiving: "easter+1"."""
    start, sign, days = day.partition("+") if "+" in day else day.rpartition("-")
    if start in ("easter", "thanksgiving"):
        first = _easter(y) if start == "easter" else _thanksgiving(y)
        return first + timedelta(days=int(sign + days))
    return date(y, int(start), int(days))


def _thanksgiving(y: int) -> date:
    """The fourth Thursday of November, by which shops count."""
    first = date(y, 11, 1)
    return first + timedelta(days=(3 - first.weekday()) % 7 + 21)


def _easter(y: int) -> date:
    """Western Easter, by the Gregorian computus."""
    century, golden = y // 100, y % 19
    epact = (19 * golden + century - century // 4 - (8 * century + 13) // 25 + 15) % 30
    epact -= epact // 28 * (1 - epact // 28 * (29 // (epact + 1)) * ((21 - golden) // 11))
    weekday = (y + y // 4 + epact + 2 - century + century // 4) % 7
    return date(y, 3, 28) + timedelta(days=epact - weekday)


RULES = (
    Rule(
        ("feast", "last feast"),
        read_feast,
        (
            ("christmas", "2025-12-25", "2025-12-25"),
            ("black friday 2025", "2025-11-28", "2025-11-28"),
            ("easter monday", "2026-04-06", "2026-04-06"),
        ),
    ),
)
