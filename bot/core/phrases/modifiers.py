"""The modifiers of a question: by, vs, top, in, for, as csv, public, as of; one reader each."""

from __future__ import annotations

from datetime import datetime, tzinfo

from bot.core import zones
from bot.core.periods import Unit
from bot.core.phrases import comparing, grammar, named_accounts, typos
from bot.core.phrases.clock import with_clock
from bot.core.phrases.draft import Draft
from bot.core.phrases.lexicon import PHRASES
from bot.core.phrases.rules import atom, number, skip_the
from bot.core.phrases.scan import Scan
from bot.core.phrases.spans import Refusal, days_of, start_of
from bot.core.phrases.tokens import is_emoji
from bot.core.sentences import phrase
from bot.core.subcommands import Subcommand

_LISTS = (Subcommand.FLOWS, Subcommand.MESSAGES)
GROUPINGS = (Unit.HOUR, Unit.DAY, Unit.WEEK, Unit.MONTH)
_CLOSING = frozenset("?!¿¡.,;:()'\"*_~`") | {"..", "..."}


def is_mark(word: str) -> bool:
    """Whether a token is punctuation or an emoji, which mean nothing at the ends of a text."""
    return not word.isalnum() and (word in _CLOSING or is_emoji(word))


def begins(s: Scan, i: int) -> bool:
    """Whether a comparison, a grouping or a list length begins at word i."""
    senses = s.senses[i]
    return "by" in senses or "top" in senses or comparing.begins(s, i)


def read(s: Scan, i: int, draft: Draft, dates_only: bool) -> int:
    """Read the modifier at word i into `draft`; the index after it, or 0."""
    end = comparing.read(s, i, draft, dates_only)
    if end:
        return end
    senses = s.senses[i]
    if "by" in senses or (s.words[i] == "/" and "unit" in s.senses[i + 1]):
        return (0 if dates_only else named_accounts.every(s, i, draft)) or _by(s, i, draft)
    if "grouping" in senses:
        draft.units.append(_offered(senses["grouping"]))
        return i + 1
    j = best(s, i, draft)
    if j:
        return j
    if (
        "unit" in senses
        and "by" in s.senses[i + 1]
        and senses["unit"] == s.senses[i + 2].get("unit")
    ):
        draft.units.append(_offered(senses["unit"][0]))
        return i + 3
    return 0 if dates_only else _other(s, i, draft)


def _other(s: Scan, i: int, draft: Draft) -> int:
    senses = s.senses[i]
    if "top" in senses:
        return top(s, i, draft)
    if "number" in senses:
        return _so_many(s, i, draft)
    if "as" in senses and "of" in s.senses[i + 1]:
        return _as_of(s, i, draft)
    if "as" in senses or "to" in senses or "in" in senses:
        j = i + 2 if s.words[i + 1] in ("a", "an") else i + 1
        if "csv" in s.senses[j]:
            return _csv(s, j, draft)
        if "in" in senses and "public" in s.senses[i + 1]:
            draft.public = True
            return i + 2
    if "csv" in senses:
        return _csv(s, i, draft)
    if "public" in senses:
        draft.public = True
        return i + 1
    if "in" in senses:
        return _zone(s, i, draft)
    if "for" in senses:
        return named_accounts.read(s, i, draft)
    return named_accounts.every(s, i, draft)


def _csv(s: Scan, i: int, draft: Draft) -> int:
    draft.as_csv = True
    return i + 2 if s.words[i + 1] in ("file", "download", "sheet") else i + 1


def _offered(unit: Unit) -> Unit:
    if unit not in GROUPINGS:
        raise Refusal("no_such_grouping")
    return unit


def _by(s: Scan, i: int, draft: Draft) -> int:
    """By day, per week, each month, every hour."""
    j = skip_the(s, i + 1)
    unit = s.senses[j].get("unit") or (s.senses[j].get("grouping"), 1)
    if unit[0] is None or unit[1] != 1:
        if not s.words[j] or s.words[i] != "by" or _is_slip(s, j):
            return 0
        if any(kind == "not_counted" for _, kind, _ in PHRASES.get(s.words[j], ())):
            return i + 1
        raise Refusal("no_such_grouping", words=s.said(i, j + 1))
    draft.units.append(_offered(unit[0]))
    return j + 1


def best(s: Scan, i: int, draft: Draft) -> int:
    """Best day, busiest hour, which week was the best: by that unit, of which a chart names one.

    Refusal for the worst, which no answer names.
    """
    senses = s.senses[i]
    highest, lowest = "best" in senses, "worst" in senses
    following = s.senses[i + 1]
    unit = following.get("unit")
    if "which" in senses and ("best" in following or "worst" in following):
        return best(s, i + 1, draft)
    if "which" in senses and unit:
        later = s.senses[i + 2 : s.n]
        highest = any("best" in one or "most" in one for one in later)
        lowest = any("worst" in one for one in later)
    elif draft.best and (highest or "most" in senses):
        return i + 1
    if not (highest or lowest) or unit is None:
        return 0
    if lowest:
        raise Refusal("no_lowest", words=s.said(i, i + 2), unit=phrase(unit[0].value))
    draft.units.append(_offered(unit[0]))
    draft.best = True
    return i + 2


def _is_slip(s: Scan, j: int) -> bool:
    """Whether word j may be a unit with a slip in it: by dya."""
    return not s.senses[j] and bool(typos.near(s.words[j], s.language))


def top(s: Scan, i: int, draft: Draft) -> int:
    """Top 20, limit 5, top ten, top-5."""
    hyphen = s.words[i + 1] == "-" and s.joined(i + 1) and s.joined(i + 2)
    counted = number(s, i + 1 + hyphen)
    if counted is None:
        if "dash" in s.senses[i + 1] and "digits" in s.senses[i + 2]:
            raise Refusal("top_range")
        return 0
    fraction = s.words[counted[1]] in (".", ",") and s.joined(counted[1] + 1)
    if fraction or not 1 <= counted[0] <= 50:
        raise Refusal("top_range")
    draft.tops.append(counted[0])
    j = counted[1]
    return j + 1 if s.words[j] == "-" and s.joined(j) and s.joined(j + 1) else j


def _so_many(s: Scan, i: int, draft: Draft) -> int:
    """The 5 most used flows, 20 messages: as with top before the number."""
    counted = number(s, i) or (0, i)
    for words, _, value in PHRASES.get(s.words[counted[1]], ()):
        if value in _LISTS and tuple(s.words[counted[1] : counted[1] + len(words)]) == words:
            if not 1 <= counted[0] <= 50:
                raise Refusal("top_range", words=s.said(i, counted[1] + 1))
            draft.tops.append(counted[0])
            return counted[1]
    return 0


def _zone(s: Scan, i: int, draft: Draft) -> int:
    """In Europe/Berlin, in new york, in UTC+5:30."""
    found = zone_name(s, i)
    if found is None:
        return 0
    zone, name, j = found
    draft.zones.append((zone, name))
    return j


def zone_name(s: Scan, i: int) -> tuple[tzinfo, str, int] | None:
    """The longest zone name after "in" at word i, and the index after it."""
    if zones.fold(s.words[i + 1]) not in zones.beginnings():
        return None
    for j in range(min(i + 10, s.n), i + 1, -1):
        name = s.said(i + 1, j)
        zone = zones.lookup(name)
        as_clock = s.words[j] in ("time", "timezone")
        if zone is not None and (as_clock or not zones.is_country(name)):
            return zone, name, j + as_clock
    return None


def find_zone(s: Scan) -> tzinfo | None:
    """The first zone that the text names; a period after "in" is no zone."""
    for i in range(s.n):
        if "in" in s.senses[i] and not _is_dated(s, i):
            found = zone_name(s, i)
            if found:
                return found[0]
    return None


def _is_dated(s: Scan, i: int) -> bool:
    try:
        return grammar.period(s, i) is not None
    except Refusal:
        return True


def find_as_of(s: Scan) -> datetime | None:
    """The first moment that "as of" names; Refusal where it cannot be one."""
    for i in range(s.n):
        if "as" in s.senses[i] and "of" in s.senses[i + 1]:
            return _moment(s, i)[0]
    return None


def _as_of(s: Scan, i: int, draft: Draft) -> int:
    """As of 2026-11-26T15:45:12: the moment that stands for now."""
    at, j = _moment(s, i)
    draft.as_of = draft.as_of or at
    return j


def _moment(s: Scan, i: int) -> tuple[datetime, int]:
    found = with_clock(s, atom(s, i + 2))
    if found is None or (found[0].clock is None and found[0].instant is None):
        raise Refusal("as_of_moment", words=s.said(i, i + 3))
    at = found[0].instant or start_of(found[0], s, days_of(found[0], s))
    if at > s.now:
        raise Refusal("future", words=s.said(i, found[1]))
    return at, found[1]
