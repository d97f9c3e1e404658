"""Reading the items of a text in any order into a Draft; draws no conclusions.

Each word belongs to exactly one item; what fits nowhere is kept in `unplaced`.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.core.metrics import Metric
from bot.core.phrases import comparing, grammar, modifiers, named_accounts
from bot.core.phrases.draft import Draft, RefusedWords
from bot.core.phrases.languages import en_manners
from bot.core.phrases.lexicon import PHRASES, Phrase
from bot.core.phrases.scan import Scan
from bot.core.phrases.spans import Refusal
from bot.core.phrases.tokens import QUOTED
from bot.core.query import cut_name


def read(s: Scan, draft: Draft, names: tuple[str, ...] = (), dates_only: bool = False) -> Draft:
    """Read every item of the text into `draft`; `names` are the quoted names, in order."""
    i, end = _between_marks(s)
    if end - i > 1 and "compared" in s.senses[end - 1]:  # this week with last week compared
        draft.comparing, end = True, end - 1
    while i < end:
        try:
            i = _item(s, i, draft, names, dates_only)
        except Refusal as refusal:
            words = str(refusal.values.pop("words", "")) or _said_around(s, i)
            raise RefusedWords(refusal, words, draft) from None
    try:
        for place, j in draft.deferred if draft.periods else ():
            comparing.place_again(s, j, draft, place)
        comparing.finish(s, draft)
    except Refusal as refusal:
        words = str(refusal.values.pop("words", ""))
        raise RefusedWords(refusal, words, draft) from None
    return draft


def _item(s: Scan, i: int, draft: Draft, names: tuple[str, ...], dates_only: bool) -> int:
    """Read the item at word i and give the index after it."""
    placed: grammar.Placed | None = None
    if draft.base is not None or draft.comparing:
        j = comparing.in_thread(s, i, draft) or comparing.second_of_two(s, i, draft)
        if j:
            return j
        placed = comparing.first_of_two(s, i, draft)
    placed = placed or grammar.period(s, i)
    which = modifiers.best(s, i, draft) if "which" in s.senses[i] else 0
    if which:
        return which
    phrases = PHRASES.get(s.words[i])
    if phrases is not None:
        j = _phrase(s, i, draft, phrases, placed[1] if placed else i, dates_only)
        if j:
            return j
    if placed is not None:
        draft.periods.append((placed[0], s.said(i, placed[1])))
        draft.other = placed[2]
        return placed[1]
    j = modifiers.read(s, i, draft, dates_only)
    if j:
        return j
    if not dates_only and _OF_MOST & s.senses[i].keys() and _asks_which_flow(s):
        draft.which_flow = True
        return i + 1
    named = s.words[i] == QUOTED and draft.flow is None and not dates_only
    if named and _FLOW_WORDS & set(s.words):
        draft.flow = cut_name(names[s.words[:i].count(QUOTED)])
        return i + 1
    j = 0 if dates_only else _account(s, i, draft)
    if j:
        return j
    if _is_pause(s, i, draft):
        return i + 1
    draft.unplaced.append((i, i + 1))
    return i + 1


def _account(s: Scan, i: int, draft: Draft) -> int:
    """An account by its mark, or in quotes behind "de" and its like; the index after, or 0."""
    if s.words[i] == QUOTED and "of" in s.senses[i - 1]:
        return named_accounts.quoted(s, i, draft)
    return named_accounts.marked(s, i, draft)


# Words of "which flow ran most", "the most used flow" beside the flow itself.
_OF_MOST = frozenset(("which", "most", "ran", "the"))


def _asks_which_flow(s: Scan) -> bool:
    """Whether the flow that ran most is asked for, which is named first in the list of all."""
    most = any("most" in senses for senses in s.senses[: s.n])
    return most and QUOTED not in s.words and not _FLOW_WORDS.isdisjoint(s.words)


_FLOW_WORDS = frozenset(("flow", "flows"))
_LISTING = frozenset(("and", "&", ",", "plus", "+", "/", "or"))
_PAUSES = frozenset(",;:.!?") | {"..."}
_AROUND = frozenset("()\"'*_`¿¡")


def _is_pause(s: Scan, i: int, draft: Draft) -> bool:
    """Whether word i is punctuation: a pause before a space, a mark around words, a lone dash."""
    word = s.words[i]
    if word in _AROUND:
        return True
    if s.joined(i + 1):
        between = s.words[i - 1].isalpha() and s.words[i + 1].isalpha()
        return between and (word in ",;" or (word == "-" and not draft.periods))
    return word in _PAUSES or (word in ("-", "--") and not draft.periods and not s.joined(i))


def _between_marks(s: Scan) -> tuple[int, int]:
    """The first word and the end, without the emoji and marks around the text."""
    first, end = 0, s.n
    if end and s.words[0].isalnum() and s.words[end - 1].isalnum():
        return first, end
    while first < end and modifiers.is_mark(s.words[first]):
        first += 1
    while end > first and modifiers.is_mark(s.words[end - 1]):
        end -= 1
    return first, end


def _phrase(
    s: Scan, i: int, draft: Draft, phrases: tuple[Phrase, ...], reach: int, dates_only: bool
) -> int:
    """The longest subcommand, metric, filler or uncounted thing at word i that beats a period."""
    for words, kind, value in phrases:
        size = len(words)
        if i + size <= reach or i + size > s.n:
            continue
        if size > 1 and tuple(s.words[i : i + size]) != words:
            continue
        if dates_only and kind != "filler":
            return 0
        if kind == "filler" and _says_more(s, i, i + size):
            return 0
        if kind == "metric" and size == 1 and _is_of_another(s, i, value):
            return i + 1 if value is Metric.TOTAL_USERS else 0
        match kind:
            case "subcommand":
                draft.listed |= _is_listed(s, i, draft.subcommands or draft.metrics)
                draft.subcommands.append(value)
            case "metric":
                draft.listed |= not draft.metrics and _is_listed(s, i, draft.subcommands)
                draft.metrics.append(value)
            case "not_counted":
                draft.not_counted.append(s.said(i, i + size))
                draft.no_names |= value in en_manners.NAMES
            case _:
                draft.filler = True
        return i + size
    return 0


def _says_more(s: Scan, i: int, end: int) -> bool:
    """Whether filler at word i means something where it stands: this and last week, flows do."""
    beside = (*s.senses[i - 1], *s.senses[i + 1])
    if "this" in s.senses[i] and ("and" in beside or "digits" in beside):
        return True
    return s.words[i] in en_manners.NEVER_LAST and end >= s.n


def _is_of_another(s: Scan, i: int, metric: Metric) -> bool:
    """Whether "total", "new" or "active" belongs to what follows: total messages, new flows."""
    if s.words[i] not in ("total", "new", "active"):
        return False
    named = [
        v for _, kind, v in PHRASES.get(s.words[i + 1], ()) if kind in ("subcommand", "metric")
    ]
    return bool(named) and metric not in named


def _is_listed(s: Scan, i: int, before: Sequence[object]) -> bool:
    """Whether word i names one more thing beside those `before` it ("stats and users")."""
    return bool(before) and s.words[i - 1] in _LISTING


def _said_around(s: Scan, i: int) -> str:
    """The words of a refused phrase: up to the next word that is no part of a date."""
    j = i
    while j < s.n and j < i + 12 and s.senses[j] and not (j > i and modifiers.begins(s, j)):
        if j > i and s.words[j] in PHRASES and not _DATE_SENSES & s.senses[j].keys():
            break
        j += 1
    return s.said(i, max(j, i + 1))


_DATE_WORDS = (
    "number ordinal month weekday unit dayname to last this next ago and dot slash dash of the "
    "clock am pm colon weekend half part q h w all time so far date t z"
)
_DATE_SENSES = frozenset(_DATE_WORDS.split())
