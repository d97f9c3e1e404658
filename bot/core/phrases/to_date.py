"""So far and to date: month to date, wtd; the running unit, whole as the calendar has it."""

from __future__ import annotations

from bot.core.periods import Unit
from bot.core.phrases.rules import Found, Rule
from bot.core.phrases.scan import Scan
from bot.core.phrases.spans import units_back


def so_far(s: Scan, i: int) -> int:
    """The index after "so far" or "to date" at word i, else i."""
    senses, following = s.senses[i], s.senses[i + 1]
    if ("so" in senses and "far" in following) or ("to" in senses and "date" in following):
        return i + 2
    if "dash" in senses and "to" in following and "dash" in s.senses[i + 2]:
        return i + 4 if "date" in s.senses[i + 3] else i
    return i


def read_todate(s: Scan, i: int) -> Found:
    """Wtd, mtd, qtd, ytd."""
    return units_back(s, s.senses[i]["todate"], 0), i + 1


def read_unit_to_date(s: Scan, i: int) -> Found:
    """Month to date, year-to-date, week so far."""
    unit, count = s.senses[i]["unit"]
    j = so_far(s, i + 1)
    if j == i + 1 or count > 1 or unit in (Unit.MINUTE, Unit.HOUR):
        return None
    return units_back(s, unit, 0), j


RULES = (
    Rule(("todate",), read_todate, (("mtd", "2026-11-01", "2026-11-30"),)),
    Rule(
        ("unit",),
        read_unit_to_date,
        (
            ("year to date", "2026-01-01", "2026-12-31"),
            ("quarter-to-date", "2026-10-01", "2026-12-31"),
        ),
    ),
)
