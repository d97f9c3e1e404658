"""Reading the items of a text about digests, in any order, into a Found; draws no conclusions.

Each word belongs to exactly one item; what fits nowhere is kept as unplaced.
"""

from __future__ import annotations

from bot.core import zones
from bot.core.digest_command import Action
from bot.core.phrases import grammar, modifiers, named_accounts
from bot.core.phrases.digests import contents, rhythm, targets, times
from bot.core.phrases.digests.found import Found
from bot.core.phrases.digests.words import Place, known
from bot.core.phrases.lexicon import PHRASES
from bot.core.phrases.naming import MARK as ACCOUNT
from bot.core.phrases.scan import Scan
from bot.core.phrases.spans import Refusal
from bot.core.phrases.tokens import QUOTED, is_emoji
from bot.core.subcommands import Subcommand

_PAUSES = frozenset(",;:.!?()\"'*_`¿¡-–") | {"...", "--", "&", "+"}
_BARE_ZONES = frozenset(("utc", "gmt"))
# Initials that people say all year and that are another zone's for half of it.
_INITIALS = frozenset(("est", "edt", "et", "cst", "cdt", "ct", "mst", "mdt", "pst", "pdt", "pt"))
_INITIALS |= {"bst", "ist", "cest"}
_AT_ONCE = (Action.RUN, Action.TEST)
_KEEPS_MODE = frozenset((",", "and", "&", "+", "or"))


def read(s: Scan, places: tuple[Place, ...]) -> Found:
    """Every item of the text; `places` are what its marks stand for. Refusal for what cannot be."""
    found = Found()
    i = 0
    while i < s.n:
        try:
            end = _item(s, i, found, places)
        except Refusal as refusal:
            refusal.values.setdefault("words", _said_around(s, i))
            raise
        if not end:
            found.asked.unplaced.append((i, i + 1))
            end = i + 1
        i = end
    return found


def _item(s: Scan, i: int, found: Found, places: tuple[Place, ...]) -> int:
    """Read the item at word i; the index after it, or 0."""
    end = (
        targets.read(s, i, found, places)
        or _noun(s, i, found, places)
        or _number(s, i, found)
        or _action(s, i, found)
    )
    if end:
        return end
    manners = known(s, i, "filler")
    if manners:
        return manners.end
    if s.words[i] not in _KEEPS_MODE:
        end = contents.read(s, i, found)
        if end:
            return end
        found.mode = ""
    return (
        _account(s, i, found)
        or times.read(s, i, found)
        or times.start(s, i, found)
        or rhythm.read(s, i, found)
        or _zone(s, i, found)
        or _filler(s, i, found)
        or _no_period(s, i)
    )


def _said_around(s: Scan, i: int) -> str:
    """The words of what was refused: at 25:00, top 99."""
    j = i + 1
    while j < s.n and (s.joined(j) or j == i + 1):
        j += 1
    return s.said(i, j)


def _noun(s: Scan, i: int, found: Found, places: tuple[Place, ...]) -> int:
    """The word digest itself, and those by which digests end."""
    one = known(s, i, "ending", "several")
    for words, _, value in PHRASES.get(s.words[i], ()):
        if value is Subcommand.DIGEST and tuple(s.words[i : i + len(words)]) == words:
            end = max(i + len(words), one.end if one else 0)
            break
    else:
        if one is None or one.kind != "ending" or not found.is_blank:
            return 0
        end = one.end
    found.ending |= one is not None and one.kind == "ending"
    found.several |= one is not None and one.kind == "several"
    if "to" in s.senses[end] and not targets.read(s, end, Found(), places):
        return end + 1 if end + 1 < s.n else end  # subscribe to
    return end


def _number(s: Scan, i: int, found: Found) -> int:
    """#7, number 7; the digits alone right behind what is to be done."""
    j = i + 1 if s.words[i] in ("#", "number", "no") else i
    if s.words[j] == "." and j > i:
        j += 1
    number = s.senses[j].get("digits")
    marked = j > i and (s.words[i] != "#" or s.joined(j))
    behind = bool(found.actions or found.ending) and not (found.says_when or found.numbers)
    if number is None or not (marked or (behind and _stands_alone(s, i, j))):
        return 0
    if not 0 < number < 10**8:
        raise Refusal("digest.number", words=s.said(i, j + 1))
    found.numbers.append((number, s.said(i, j + 1)))
    return j + 1


def _stands_alone(s: Scan, i: int, j: int) -> bool:
    """Whether the digits right behind an action are a number, and no time or count."""
    return s.words[i - 1] != "at" and s.words[j + 1] not in (":", "h") and not (
        {"am", "pm", "oclock", "unit", "month"} & s.senses[j + 1].keys()
    )  # fmt: skip


def _action(s: Scan, i: int, found: Found) -> int:
    """What is to be done, before anything else is said."""
    one = known(s, i, "action")
    if one is None or not found.is_blank or found.ending:
        return 0
    found.actions.append((Action(one.value), s.said(i, one.end)))
    return one.end


def _account(s: Scan, i: int, found: Found) -> int:
    """For acme, for all, for #3, by account."""
    draft = found.asked
    if "for" in s.senses[i]:
        return named_accounts.read(s, i, draft)
    if s.words[i].startswith(ACCOUNT):
        return named_accounts.marked(s, i, draft)
    if s.words[i] == QUOTED and "of" in s.senses[i - 1]:
        return named_accounts.quoted(s, i, draft)
    return named_accounts.every(s, i, draft)


def _zone(s: Scan, i: int, found: Found) -> int:
    """In Europe/Berlin; utc and Europe/Berlin alone, too. Refusal for a zone nobody has."""
    if s.words[i] in _INITIALS:
        raise Refusal("digest.zone_offset", words=s.said(i, i + 1))
    bare = s.words[i] in _BARE_ZONES or (s.words[i + 1] == "/" and s.joined(i + 1))
    named = modifiers.zone_name(s, i - bare) if bare or "in" in s.senses[i] else None
    if named is not None:
        found.asked.zones.append((named[0], named[1]))
        return named[2]
    if s.words[i] != "in" or not s.words[i + 1][:1].isalpha():
        return 0
    end = i + 2
    while s.joined(end) and s.words[end] not in _PAUSES:
        end += 1
    if grammar.period(s, i):
        return 0
    words = s.said(i + 1, end)
    raise Refusal("digest.country" if zones.names_country(words) else "zone_unknown", words=words)


def _filler(s: Scan, i: int, found: Found) -> int:
    """Manners, punctuation, emoji; run it now."""
    if s.words[i] == "now" and any(action in _AT_ONCE for action, _ in found.actions):
        return i + 1
    if s.words[i] in _PAUSES or is_emoji(s.words[i]):
        return i + 1
    if s.words[i] == "once":
        if found.says_when or "grouping" in s.senses[i + 1]:  # once weekly
            return i + 1
        raise Refusal("digest.once", words=s.said(i, i + 1))
    for words, kind, _ in PHRASES.get(s.words[i], ()):
        if kind == "filler" and tuple(s.words[i : i + len(words)]) == words:
            return i + len(words)
    return 0


def _no_period(s: Scan, i: int) -> int:
    """Refusal for dates of one time: a digest comes again and again."""
    try:
        placed = grammar.period(s, i)
    except Refusal as refusal:
        end = i + 2 if "unit" in s.senses[i + 1] else i + 1
        words = str(refusal.values.get("words", "")) or s.said(i, end)
        raise Refusal("digest.once", words=words) from None
    if placed is not None:
        raise Refusal("digest.once", words=s.said(i, placed[1]))
    return 0
