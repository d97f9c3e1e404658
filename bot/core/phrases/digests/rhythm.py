"""On which days a digest comes: daily, every second friday, mon to fri, weekly on monday.

Reads one piece at a time; `conclusions` puts them together. Days of a month are in `month_days`.
"""

from __future__ import annotations

from bot.core.periods import Unit
from bot.core.phrases.digests import month_days
from bot.core.phrases.digests.found import Found
from bot.core.phrases.digests.words import known
from bot.core.phrases.rules import number, ordinal, skip_the
from bot.core.phrases.scan import Scan
from bot.core.phrases.spans import Refusal
from bot.core.schedule_rule import LAST, Cadence

_PREPOSITIONS = frozenset(("preposition", "at", "of", "the", "ranging"))
_JOINTS = frozenset((",", "and", "&", "/", "+"))
_CADENCES = {Unit.DAY: Cadence.DAILY, Unit.WEEK: Cadence.WEEKLY, Unit.MONTH: Cadence.MONTHLY}


def read(s: Scan, i: int, found: Found) -> int:
    """Read the days at word i, also behind "on the"; the index after them, or 0."""
    end = _days(s, i, found)
    if end or not _leads(s, i):
        return end
    j = i + 1
    while _leads(s, j):
        j += 1
    return _days(s, j, found, led=True)


def _leads(s: Scan, i: int) -> bool:
    """Whether word i may stand before days: on, at the, in; "for" is before accounts."""
    senses = s.senses[i]
    return not _PREPOSITIONS.isdisjoint(senses) and "for" not in senses and "unit" not in senses


def _days(s: Scan, i: int, found: Found, *, led: bool = False) -> int:
    return (
        _of_table(s, i, found)
        or _every(s, i, found)
        or _grouped(s, i, found)
        or month_days.read(s, i, found, led=led)
        or _weekdays(s, i, found)
    )


def _of_table(s: Scan, i: int, found: Found) -> int:
    """Weekdays, fortnightly, month end; Refusal for what a digest never comes by."""
    one = known(s, i, "days", "fortnight", "month_day", "refused")
    if one is None:
        return 0
    said = s.said(i, one.end)
    match one.kind:
        case "refused":
            raise Refusal(one.value, words=said)
        case "fortnight":
            found.often.append((Cadence.WEEKLY, 2, said))
        case "month_day":
            found.month_days.append((int(one.value), said))
        case _:
            found.weekdays.append((tuple(map(int, one.value.split())), said))
    return one.end


def _grouped(s: Scan, i: int, found: Found) -> int:
    """Weekly, daily, monthly."""
    unit = s.senses[i].get("grouping")
    if unit is None:
        return 0
    found.often.append((_cadence(unit, s.said(i, i + 1)), 1, s.said(i, i + 1)))
    return i + 1


def _cadence(unit: Unit, said: str) -> Cadence:
    """Refusal for hours, quarters and years, by which no digest comes."""
    if unit not in _CADENCES:
        raise Refusal("digest.by_what", words=said)
    return _CADENCES[unit]


def _every(s: Scan, i: int, found: Found) -> int:
    """Every monday, every 2 weeks, every other friday, each month, once a week."""
    once = s.words[i] == "once"
    if "by" not in s.senses[i] and not once:
        return 0
    j = i + 1
    if once and ("by" in s.senses[j] or s.words[j] in ("a", "an")):
        j += 1
    j = skip_the(s, j)
    table = known(s, j, "days", "fortnight", "refused")
    if table is not None:
        return _of_table(s, j, found)
    if "daypart" in s.senses[j]:
        found.often.append((Cadence.DAILY, 1, s.said(i, j + 1)))
        return j
    return _counted(s, i, j, found) or _nth(s, i, j, found) or _unit(s, i, j, found, 1)


def _counted(s: Scan, i: int, j: int, found: Found) -> int:
    """Every 2 weeks, every three fridays; every other week."""
    if s.words[j] == "other":
        count, k = 2, j + 1
    else:
        counted = number(s, j)
        if counted is None:
            return 0
        count, k = counted
    return _unit(s, i, k, found, count)


def _nth(s: Scan, i: int, j: int, found: Found) -> int:
    """Every second week or friday; every first or last friday is one of a month."""
    nth = (LAST, j + 1) if "last" in s.senses[j] else ordinal(s, j)
    if nth is None:
        return 0
    count, k = nth
    end = month_days.read(s, j, found)
    if end:
        return end
    if count in (LAST, 1) and "weekday" in s.senses[k]:
        found.nths.append((count, s.senses[k]["weekday"], s.said(j, k + 1)))
        return k + 1
    return 0 if count in (LAST, 1) else _unit(s, i, k, found, count)


def _unit(s: Scan, i: int, k: int, found: Found, count: int) -> int:
    """The unit or the weekdays at word k, every `count` of them."""
    unit = s.senses[k].get("unit")
    if unit is not None:
        size, weeks = unit
        count *= weeks
        said = s.said(i, k + 1)
        cadence = _cadence(size, said)
        _must_be_possible(cadence, count, said)
        found.often.append((cadence, count, said))
        return k + 1
    days = listed(s, k)
    if days is None:
        return 0
    said = s.said(i, days[1])
    _must_be_possible(Cadence.WEEKLY, count, said)
    if count > 1:
        found.often.append((Cadence.WEEKLY, count, said))
    found.weekdays.append((days[0], said))
    return days[1]


def _must_be_possible(cadence: Cadence, count: int, said: str) -> None:
    """Refusal for every 0 weeks, every 3 days, every second month."""
    if count < 1 or count > 52:
        raise Refusal("digest.every", words=said)
    if count > 1 and cadence is not Cadence.WEEKLY:
        raise Refusal("digest.by_what", words=said)


def _weekdays(s: Scan, i: int, found: Found) -> int:
    days = listed(s, i)
    if days is None:
        return 0
    found.weekdays.append((days[0], s.said(i, days[1])))
    return days[1]


def listed(s: Scan, i: int) -> tuple[tuple[int, ...], int] | None:
    """Weekdays at word i (tue and thu, mon to fri), ascending, and the index after."""
    first = weekday(s, i)
    if first is None:
        return None
    days, last, j = {first}, first, i + 1
    while True:
        k = skip_the(s, j + 1)
        if "to" in s.senses[j] or "dash" in s.senses[j]:
            end = weekday(s, k)
            if end is None:
                break
            days |= {(last + ahead) % 7 for ahead in range((end - last) % 7 + 1)}
        else:
            k = _joined(s, j)
            end = weekday(s, k) if k else None
            if end is None:
                break
            days.add(end)
        last, j = end, k + 1
    return tuple(sorted(days)), j


def _joined(s: Scan, j: int) -> int:
    """The index after ", and on every", or 0."""
    k = j
    while s.words[k] in _JOINTS:
        k += 1
    if k == j:
        return 0
    while _leads(s, k) or "by" in s.senses[k]:
        k += 1
    return k


def weekday(s: Scan, i: int) -> int | None:
    """The weekday that word i names, also as mondays."""
    senses = s.senses[i]
    found: int | None = senses.get("weekday", senses.get("weekdays"))
    return found
