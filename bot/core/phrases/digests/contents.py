"""What a digest holds and how: sections, comparison, list length, what to do when empty."""

from __future__ import annotations

from bot.core.digest_command import WhenEmpty
from bot.core.periods import Unit
from bot.core.phrases import before, comparing, modifiers
from bot.core.phrases.digests.found import Found
from bot.core.phrases.digests.words import known
from bot.core.phrases.lexicon import PHRASES
from bot.core.phrases.rules import skip_the
from bot.core.phrases.scan import Scan
from bot.core.phrases.spans import Refusal
from bot.core.query import Compare
from bot.core.sections import DEFAULT_SECTIONS, SECTIONS, Section
from bot.core.subcommands import Subcommand

_SECTION_OF: dict[Subcommand, tuple[Section, ...]] = {
    row.subcommand: (row.section,) for row in SECTIONS.values()
}
_SECTION_OF[Subcommand.REPORT] = DEFAULT_SECTIONS
_COMPARED_TO = frozenset(("to", "with"))


def read(s: Scan, i: int, found: Found) -> int:
    """Read what a digest holds at word i; the index after it, or 0."""
    return (
        _empty(s, i, found)
        or _compared(s, i, found)
        or _top(s, i, found)
        or _mode(s, i, found)
        or _section(s, i, found)
    )


def _empty(s: Scan, i: int, found: Found) -> int:
    one = known(s, i, "empty")
    if one is None:
        return 0
    found.empties.append((WhenEmpty(one.value), s.said(i, one.end)))
    return one.end


def _top(s: Scan, i: int, found: Found) -> int:
    return modifiers.top(s, i, found.asked) if "top" in s.senses[i] else 0


def _compared(s: Scan, i: int, found: Found) -> int:
    """Vs last year, compared with the week before, no comparison, yoy."""
    senses = s.senses[i]
    if "no" in senses and "comparison" in s.senses[i + 1]:
        found.compares.append((Compare.NONE, s.said(i, i + 2)))
        return i + 2
    over = comparing.unit_over_unit(s, i)
    if over:
        compare = Compare.LAST_YEAR if over[0] is Unit.YEAR else Compare.PREVIOUS
        found.compares.append((compare, s.said(i, over[1])))
        return over[1]
    if "vs" in senses:
        j = i + 2 if s.words[i + 1] in (".", ":") else i + 1
    elif "compared" in senses and s.words[i + 1] in _COMPARED_TO:
        j = i + 2
    else:
        return 0
    for compare, end in (
        (Compare.LAST_YEAR, before.last_year_words(s, j)),
        (Compare.PREVIOUS, before.previous_words(s, j) or _unit_before(s, j)),
    ):
        if end:
            found.compares.append((compare, s.said(i, end)))
            return end
    raise Refusal("digest.compare")


def _unit_before(s: Scan, j: int) -> int:
    """The index after "the week before", "previous month", "last week", else 0."""
    j = skip_the(s, j)
    if "unit" in s.senses[j] and ("before" in s.senses[j + 1] or "earlier" in s.senses[j + 1]):
        return j + 2
    back = "last" in s.senses[j] or "relative" in s.senses[j]
    return j + 2 if back and "unit" in s.senses[j + 1] else 0


def _mode(s: Scan, i: int, found: Found) -> int:
    """With, without, only: what the sections are that follow; 0 where none does."""
    one = known(s, i, "only", "without")
    mode, j = ("", i + 1) if one is None else (one.kind, one.end)
    if one is None and "including" in s.senses[i]:
        mode = "with"
    if not mode:
        return 0
    j = skip_the(s, j)
    if mode == "only" and (found.sections or found.added) and not _names_section(s, j):
        found.sections += found.added  # stats and top flows only
        found.added = []
        return one.end if one else 0
    if mode == "with" and "top" in s.senses[j] and _top(s, j, Found()):
        return j
    if not _names_section(s, j):
        return 0
    found.mode = mode
    return j


def _names_section(s: Scan, i: int) -> bool:
    return _top(s, i, Found()) > 0 or _section(s, i, Found()) > 0


def _section(s: Scan, i: int, found: Found) -> int:
    """Stats, top flows, chart; Refusal for figures and for what is no section."""
    everything = known(s, i, "everything")
    if everything is not None:
        _add(found, DEFAULT_SECTIONS)
        return everything.end
    for words, kind, value in PHRASES.get(s.words[i], ()):
        end = i + len(words)
        if tuple(s.words[i:end]) != words:
            continue
        if kind == "subcommand" and value in _SECTION_OF:
            _add(found, _SECTION_OF[value])
            return end
        if kind == "metric" or value is Subcommand.USERS:
            raise Refusal("digest.no_such_section", words=s.said(i, end))
    return 0


def _add(found: Found, sections: tuple[Section, ...]) -> None:
    match found.mode:
        case "without":
            found.dropped += sections
        case "with":
            found.added += sections
        case _:
            found.sections += sections
