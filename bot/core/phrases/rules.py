"""Rule, one spelling of a date phrase with its examples, and small readers shared by the families.

Examples are read on Thursday 26 November 2026 at 15:45:12 UTC: phrase, first day, last day.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bot.core.phrases.lexicon import Senses
from bot.core.phrases.scan import Scan
from bot.core.phrases.spans import Span

Found = tuple[Span, int] | None
Reader = Callable[[Scan, int], Found]
Example = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Rule:
    """`read(scan, i)` reads a phrase at word i whose senses hold one of `leads`.

    A lead of two names a sense of the next word as well ("last weekday"). `read` gives the span
    and the index after it, or None where the words are something else.
    """

    leads: tuple[str, ...]
    read: Reader
    examples: tuple[Example, ...] = ()


_TABLE: dict[str, tuple[tuple[str, Reader], ...]] = {}
# As many as there are pairs of words that differ in senses.
_BY_SENSES: dict[tuple[str, ...], tuple[Reader, ...]] = {}
_DEEPEST = 4


def register(rules: tuple[Rule, ...]) -> None:
    """Make `rules` the ones that `atom` tries."""
    for rule in rules:
        for leads in rule.leads:
            lead, _, following = leads.partition(" ")
            _TABLE[lead] = (*_TABLE.get(lead, ()), (following, rule.read))


def atom(s: Scan, i: int) -> Found:
    """The longest date phrase, without ranges, that begins at word i; "the" may stand before it."""
    if s.depth > _DEEPEST:
        return None
    s.depth += 1
    best: Found = None
    senses, following = s.senses[i], s.senses[i + 1]
    kinds = (*senses, "", *following)
    for read in _BY_SENSES.get(kinds) or _readers(kinds, senses, following):
        found = read(s, i)
        if found is not None and (best is None or found[1] > best[1]):
            best = found
    if best is None and "the" in s.senses[i]:
        best = atom(s, i + 1)
    s.depth -= 1
    return best


def _readers(kinds: tuple[str, ...], senses: Senses, following: Senses) -> tuple[Reader, ...]:
    """The rules that may begin with a word of these senses, before a word of those."""
    readers = tuple(
        read
        for sense in senses
        for second, read in _TABLE.get(sense, ())
        if not second or second in following
    )
    _BY_SENSES[kinds] = readers
    return readers


def number(s: Scan, i: int) -> tuple[int, int] | None:
    """A count at word i, in digits or words ("a couple of", "twenty-one"), and the index after."""
    senses = s.senses[i]
    value = senses.get("number")
    if value is None:
        return None
    if "tens" in senses:
        j = i + 2 if "dash" in s.senses[i + 1] else i + 1
        ones = s.senses[j].get("number", 0)
        if 0 < ones < 10 and "digits" not in s.senses[j]:
            return value + ones, j + 1
        return value, i + 1
    j = i + 1
    if s.words[i] == "a" and s.words[j] == "couple":
        value, j = 2, j + 1
    if s.words[j - 1] == "couple" and "of" in s.senses[j]:
        j += 1
    return value, j


def ordinal_number(s: Scan, i: int) -> tuple[int, int] | None:
    """The number of a week or quarter at word i ("12", "twelve"), and the index after."""
    if "digits" in s.senses[i]:
        return (s.senses[i]["digits"], i + 1) if len(s.words[i]) < 3 else None
    return None if s.words[i] in ("a", "an", "couple") else number(s, i)


def ordinal(s: Scan, i: int) -> tuple[int, int] | None:
    """An ordinal at word i ("12th", "twelfth", "twenty-first"), and the index after."""
    senses = s.senses[i]
    value = senses.get("ordinal")
    if value is not None:
        return value, i + 1
    if "tens" in senses:
        j = i + 2 if "dash" in s.senses[i + 1] else i + 1
        ones = s.senses[j].get("ordinal", 0)
        if 0 < ones < 10:
            return senses["tens"] + ones, j + 1
    return None


def skip_the(s: Scan, i: int) -> int:
    """The index after "the" where it stands at word i."""
    return i + 1 if "the" in s.senses[i] else i


def skip_of(s: Scan, i: int) -> int:
    """The index after "of", "of the" or "the"."""
    return skip_the(s, i + 1 if "of" in s.senses[i] else i)


def skip_full(s: Scan, i: int) -> int:
    """The index after "full", "whole" and their like: our units are always whole."""
    while "full" in s.senses[i]:
        i += 1
    return i


def year(s: Scan, i: int) -> tuple[int, int] | None:
    """A year at word i: 2025, '25, last year, this year, 2 years ago; and the index after."""
    if s.words[i] == ",":
        i += 1
    i = skip_of(s, i)
    senses = s.senses[i]
    if "digits" in senses:
        if len(s.words[i]) == 4 and "colon" not in s.senses[i + 1]:
            return senses["digits"], i + 1
    elif "quote" in senses and len(s.words[i + 1]) == 2 and "digits" in s.senses[i + 1]:
        return 2000 + s.senses[i + 1]["digits"], i + 2
    back = _years_back(s, i)
    return (s.today.year - back[0], back[1]) if back else None


def _years_back(s: Scan, i: int) -> tuple[int, int] | None:
    senses = s.senses[i]
    one_year = is_unit(s, i + 1, "year")
    if "last" in senses and one_year:
        return 1, i + 2
    if "this" in senses and one_year:
        return 0, i + 2
    if is_unit(s, i, "year") and "before" in s.senses[i + 1] and "last" in s.senses[i + 2]:
        return 2, i + 3
    count = number(s, i)
    if count and is_unit(s, count[1], "year") and "ago" in s.senses[count[1] + 1]:
        return min(count[0], 9999), count[1] + 2
    return None


def is_unit(s: Scan, i: int, name: str) -> bool:
    """Whether word i names that unit."""
    unit = s.senses[i].get("unit")
    return unit is not None and unit[0] == name
