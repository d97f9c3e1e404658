"""Comparisons and what is said from the dates of a thread: vs, compare X to Y, more … than X."""

from __future__ import annotations

from bot.core.baselines import last_year, previous
from bot.core.periods import Period, Shape, Unit
from bot.core.phrases import before, grammar
from bot.core.phrases.draft import Draft
from bot.core.phrases.lexicon import PHRASES
from bot.core.phrases.rules import Example, atom, is_unit, skip_the
from bot.core.phrases.scan import Scan
from bot.core.phrases.spans import Refusal, place, units_back
from bot.core.query import Compare
from bot.core.sentences import phrase

# Comparisons as people say them, and the days that are compared with.
EXAMPLES: tuple[Example, ...] = (
    ("last week vs previous", "2026-11-09", "2026-11-15"),
    ("last week vs last year", "2025-11-17", "2025-11-23"),
    ("october compared to september", "2026-09-01", "2026-09-30"),
    ("compare this month to last month", "2026-10-01", "2026-10-31"),
    ("how does q3 compare to q2", "2026-04-01", "2026-06-30"),
    ("more last week than the week before", "2026-11-09", "2026-11-15"),
    ("last month over the same period last year", "2025-10-01", "2025-10-31"),
    ("yesterday vs the same day last week", "2026-11-18", "2026-11-18"),
    ("yesterday wow", "2026-11-18", "2026-11-18"),
    ("last month month over month", "2026-09-01", "2026-09-30"),
    ("q3 yoy", "2025-07-01", "2025-09-30"),
)
_JOINERS = ("to", "with", "and")
_NAMED = frozenset(("subcommand", "metric"))
_NAMED_DAYS = frozenset(("month", "weekday", "feast"))
# The days of a unit that is compared with the one before: at least, at most.
_DAYS_OF = {Unit.DAY: (1, 1), Unit.WEEK: (7, 7), Unit.MONTH: (28, 31), Unit.QUARTER: (90, 92)}


def begins(s: Scan, i: int) -> bool:
    """Whether a comparison begins at word i."""
    senses = s.senses[i]
    return "vs" in senses or "compared" in senses or "than" in senses


def read(s: Scan, i: int, draft: Draft, dates_only: bool) -> int:
    """Read the comparison at word i into `draft`; the index after it, or 0."""
    senses = s.senses[i]
    if "vs" in senses:
        return _against(s, i, _after_mark(s, i), draft) or _beside(s, i, draft, dates_only)
    if "compared" in senses:
        return _compared(s, i, draft)
    if "than" in senses and draft.more:
        return _than(s, i, draft)
    if "more" in senses and any("than" in senses for senses in s.senses[i + 1 : s.n]):
        draft.more = True
        return i + 1
    if s.words[i] in ("up", "down") and s.words[i + 1] == "from":
        return _than(s, i + 1, draft)
    if _asks_for_trend(s, i):
        if not any(compare is Compare.PREVIOUS for compare, _, _ in draft.compares):
            draft.compares.append((Compare.PREVIOUS, None, s.said(i, i + 1)))
        both = s.words[i + 1] == "or" and "trend" in s.senses[i + 2]
        return i + 3 if both else i + 1
    if s.words[i] == "over" and draft.periods and _said_before(s, i + 1, draft):
        return _against(s, i, i + 1, draft)
    if "no" in senses and "comparison" in s.senses[i + 1]:
        draft.compares.append((Compare.NONE, None, s.said(i, i + 2)))
        return i + 2
    over = unit_over_unit(s, i)
    if over:
        draft.over = None if over[0] is Unit.YEAR else over[0]
        compare = Compare.LAST_YEAR if over[0] is Unit.YEAR else Compare.PREVIOUS
        draft.compares.append((compare, None, s.said(i, over[1])))
        return over[1]
    if s.words[i] in ("as", "in", "by"):
        led = "compared" in s.senses[i + 1] or s.words[i + 1] == "comparison"
        return _compared(s, i + 1, draft) if led and s.words[i + 2] in ("to", "with") else 0
    return 0


def _asks_for_trend(s: Scan, i: int) -> bool:
    """Whether word i asks what became of a figure: is it going up, did we get more users."""
    senses = s.senses[i]
    if "trend" in senses:
        return True
    named = any(kind in _NAMED for _, kind, _ in PHRASES.get(s.words[i + 1], ()))
    return "more" in senses and named


def _said_before(s: Scan, i: int, draft: Draft) -> bool:
    """Whether words like "the week before" or "the same period last year" stand at word i."""
    if before.previous_words(s, i):
        return True
    if "same" in s.senses[skip_the(s, i)]:
        return bool(before.last_year_words(s, i))
    return before.relative(s, i, draft.periods[0][0]) is not None


def _after_mark(s: Scan, i: int) -> int:
    """The index after "vs", "vs." and "vs:"."""
    return i + 2 if s.words[i + 1] in (".", ":") and s.joined(i + 1) else i + 1


def unit_over_unit(s: Scan, i: int) -> tuple[Unit, int] | None:
    """Yoy, week over week, month on month: the unit, and the index after."""
    if "over" in s.senses[i]:
        return s.senses[i]["over"], i + 1
    unit: tuple[Unit, int] | None = s.senses[i].get("unit")
    if unit is None or unit[1] != 1 or s.words[i + 1] not in ("over", "on"):
        return None
    return (unit[0], i + 3) if s.senses[i + 2].get("unit") == unit else None


def _compared(s: Scan, i: int, draft: Draft) -> int:
    """Compared with X; or "compare X to Y", where the words between are read first."""
    j = i + 1
    if s.words[j] in ("to", "with") or "vs" in s.senses[j]:
        return _against(s, i, _after_mark(s, j), draft)
    if s.words[i] not in ("compare", "comparing") or draft.comparing:
        return 0
    draft.comparing = True
    return j


def first_of_two(s: Scan, i: int, draft: Draft) -> grammar.Placed | None:
    """The X of "compare X to Y", where "to" does not make a range of the two."""
    if not draft.comparing or draft.periods:
        return None
    found = atom(s, i + 1 if "preposition" in s.senses[i] else i)
    if found is None or s.words[found[1]] not in _JOINERS:
        return None
    joined_later = any(
        "vs" in s.senses[k] or s.words[k] == "with" for k in range(found[1] + 1, s.n)
    )
    if joined_later and s.words[found[1]] != "with":
        return None
    return place(found[0], s), found[1], grammar.other_reading(found[0], s)


def second_of_two(s: Scan, i: int, draft: Draft) -> int:
    """The "to Y" of "compare X to Y"; the index after it, or 0."""
    if not draft.comparing or not draft.periods or draft.compares or s.words[i] not in _JOINERS:
        return 0
    found = None if s.words[i] == "with" else atom(s, i + 1)
    if found and "to" in s.senses[found[1]]:
        return 0
    return _against(s, i, i + 1, draft)


def finish(s: Scan, draft: Draft) -> None:
    """A lone "compare last week" is with the week before; "yesterday wow" with a week before."""
    if draft.over is not None and len(draft.compares) == 1:
        _over(s, draft, draft.over, draft.compares[0][2])
    if draft.comparing and draft.periods and not draft.compares and len(draft.metrics) < 2:
        draft.compares.append((Compare.PREVIOUS, None, "compare"))


def _over(s: Scan, draft: Draft, unit: Unit, words: str) -> None:
    """Unit over unit: of such a unit the one before, of less the same days of the one before."""
    base = draft.periods[0][0] if draft.periods else draft.base or default_period(s)
    least, most = _DAYS_OF.get(unit, (0, 0))
    if base.whole_days and least <= base.days <= most:
        return
    moved = before.earlier(s, base, unit) if base.days < least else None
    if moved is None:
        raise Refusal("not_days", words=words)
    draft.compares = [(Compare.PERIOD, moved, words)]


def _than(s: Scan, i: int, draft: Draft) -> int:
    """More … than last week: the period that is compared must be said too."""
    end = _against(s, i, i + 1, draft)
    if end and not draft.periods and draft.base is None and not _dated_after(s, end):
        raise Refusal("than_what", words=s.said(i, end), instead=_both_said(s, i + 1, end))
    return end


def _both_said(s: Scan, i: int, end: int) -> str:
    """This month vs last month, for "last month" at the words i to `end`."""
    said = s.said(i, end)
    for senses in s.senses[i:end]:
        if senses.get("dayname") == -1:
            return phrase("today vs {words}", words=said)
        if "unit" in senses and end == i + 2:
            return phrase(f"this {senses['unit'][0]} vs {{words}}", words=said)
    return phrase("last 7 days vs {words}", words=said)


def _dated_after(s: Scan, i: int) -> bool:
    try:
        return any(grammar.period(s, k) is not None for k in range(i, s.n))
    except Refusal:
        return True


def _beside(s: Scan, i: int, draft: Draft, dates_only: bool) -> int:
    """Received vs sent: two figures beside each other, which a chart shows."""
    j = _after_mark(s, i)
    if dates_only or not (draft.metrics or draft.subcommands):
        return 0
    for words, kind, _ in PHRASES.get(s.words[j], ()):
        if kind in _NAMED and tuple(s.words[j : j + len(words)]) == words:
            draft.listed = True
            return j
    return 0


def _against(s: Scan, i: int, j: int, draft: Draft) -> int:
    """Vs previous, last year, the week before or another period, whose words begin at word j."""
    j = j + 1 if s.words[j] in ('"', "'") else j
    base = draft.periods[0][0] if draft.periods else draft.base or default_period(s)
    end = before.previous_words(s, j) or before.previous_as_many(s, j, base)
    if end:
        draft.compares.append((Compare.PREVIOUS, None, s.said(i, end)))
        return end
    end = before.last_year_words(s, j)
    if end:
        draft.compares.append((Compare.LAST_YEAR, None, s.said(i, end)))
        return end
    first = s.senses[skip_the(s, j)]
    if "next" in first and draft.base is None:
        raise Refusal("future", words=s.said(j, skip_the(s, j) + 2))
    k = j + 1 if s.words[j] in ("in", "on", "at") else j
    found = before.within(s, k, base) or before.relative(s, k, base)
    if found:
        if not draft.periods:
            draft.deferred.append((len(draft.compares), k))
        draft.compares.append((Compare.PERIOD, found[0], s.said(i, found[1])))
        return found[1]
    placed = grammar.period(s, j)
    if placed is None:
        return 0
    other = placed[0]
    named = s.senses[skip_the(s, j) + 1].keys() & _NAMED_DAYS
    if "last" in first and named and _same_time(other, base):  # monday vs last monday
        weekday = other.shape is Shape.WEEKDAY
        other = (before.earlier(s, other, Unit.WEEK) if weekday else last_year(other)) or other
    draft.compares.append((Compare.PERIOD, other, s.said(i, placed[1])))
    return placed[1]


def _same_time(a: Period, b: Period | None) -> bool:
    """Whether both are the same stretch of time."""
    return b is not None and (a.start, a.end) == (b.start, b.end)


def place_again(s: Scan, j: int, draft: Draft, number_of: int) -> None:
    """Place "vs the week before" once the period that was named after it is known."""
    base = draft.periods[0][0]
    found = before.within(s, j, base) or before.relative(s, j, base)
    if found is None:
        raise Refusal("not_days", words=draft.compares[number_of][2])
    draft.compares[number_of] = (Compare.PERIOD, found[0], draft.compares[number_of][2])


def default_period(s: Scan) -> Period:
    """The period of a question without dates: the last 7 days."""
    if s.default is None:
        s.default = place(units_back(s, Unit.DAY, 7, 7), s)
    return s.default


def in_thread(s: Scan, i: int, draft: Draft) -> int:
    """The month before, the week after: said from the dates that were shown."""
    base = draft.base
    if base is None or draft.periods:
        return 0
    end = before.previous_words(s, i)
    if end:
        return _moved(s, i, end, draft, previous(base))
    j = skip_the(s, i)
    end = before.last_year_words(s, i) if "same" in s.senses[j] or _year_before(s, j, base) else 0
    if end:
        return _moved(s, i, end, draft, last_year(base))
    found = before.relative(s, i, base)
    return _moved(s, i, found[1], draft, found[0]) if found else 0


def _year_before(s: Scan, j: int, base: Period) -> bool:
    return is_unit(s, j, "year") and base.shape is not Shape.YEAR


def _moved(s: Scan, i: int, end: int, draft: Draft, period: Period | None) -> int:
    if period is None:
        raise Refusal("nothing_before", words=s.said(i, end))
    draft.periods.append((period, s.said(i, end)))
    return end
