"""Top lists: ranks, shares and places before; takes Flow XO's rows and shows none of them itself.

A list counts as whole only where it cannot have been cut, because the API's own cap is unknown.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from fractions import Fraction
from itertools import groupby
from typing import Literal

from bot.core.folding import UNSEEN, fold
from bot.core.private_words import Kind
from bot.core.reports import Gone, ListKind, Row, TopList
from bot.core.results import TopFlow, TopMessage

DEPTH = 200  # How many rows are asked for, of the baseline too.
_LIKELY_CAPS = frozenset({10, 20, 25, 50, 100})
_MOST_GONE = 5
_SUFFIX = 4
_NEAREST = 3
_FIRST_SEAL = 0xF0000  # of the private use planes
_COMPARED = 80  # characters of a name that are compared with another
# What a flow that writes to many is called, as Flow XO itself names one and in our languages.
_BROADCASTS = re.compile(
    r"\b(?:broadcasts?|difusi[oó]n(?:es)?|diffusions?|transmiss[aã]o|transmiss[oõ]es"
    r"|rundsendung(?:en)?|rundnachricht(?:en)?|massennachricht(?:en)?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of either list: `key` tells it apart, `name` is untrusted text.

    `names` is how many different names were joined under the key, `most` the count of the one
    that came most often (of a single name: its own count).
    """

    key: str
    name: str
    count: int
    names: int = 1
    most: int = 0


@dataclass(frozen=True, slots=True)
class Discretion:
    """What an account keeps to itself: names of flows to `hide`, how message texts are masked.

    By name, because copies of one helper in several chatbots have the name in common, not the id.
    """

    hide: frozenset[str] = frozenset()
    mask: Callable[[str], str] | None = None


OPEN = Discretion()


def flow_entries(rows: Iterable[TopFlow]) -> list[Entry]:
    """Flows, told apart by their id, whatever they are called."""
    return [Entry(row.id, row.name, row.count) for row in rows]


def message_entries(
    rows: Iterable[TopMessage], mask: Callable[[str], str] | None = None
) -> list[Entry]:
    """Messages, told apart by their text as it is shown; near-duplicates are one."""
    texts = ((mask(row.text) if mask else row.text, row.count) for row in rows)
    return [Entry(fold(_sealed(text)), text, count) for text, count in texts]


def _sealed(text: str) -> str:
    """The text with signs nobody types for what is masked: "(e-mail)" is no "Email"."""
    if "(" in text:
        for number, kind in enumerate(Kind):
            text = text.replace(kind.value, chr(_FIRST_SEAL + number))
    return text


def is_whole(rows: int) -> bool:
    """Whether a list of so many rows is surely everything there is."""
    return rows < DEPTH and rows not in _LIKELY_CAPS


def joined(entries: Iterable[Entry]) -> list[Entry]:
    """One entry a key, under the name that came most often.

    A flow that was renamed comes under both names, a question in several spellings.
    """
    found: dict[str, list[Entry]] = {}
    for entry in sorted(entries, key=lambda entry: -entry.count):
        found.setdefault(entry.key, []).append(entry)
    return [_one(key, same) for key, same in found.items()]


def _one(key: str, same: Sequence[Entry]) -> Entry:
    names: Counter[str] = Counter()
    for entry in same:
        names[entry.name] += entry.count
    return Entry(key, same[0].name, sum(names.values()), len(names), max(names.values()))


def ranked(entries: Iterable[Entry]) -> list[tuple[int, Entry]]:
    """The entries by falling count with their places; equal counts share one: 1, 2, 2, 4."""
    ordered = sorted(entries, key=lambda entry: -entry.count)
    places: list[tuple[int, Entry]] = []
    for _, tied in groupby(ordered, key=lambda entry: entry.count):
        place = len(places) + 1
        places += [(place, entry) for entry in tied]
    return places


def plain(name: str) -> str:
    """The name as two people would compare it: case, blanks and what nobody sees aside."""
    # A line's end is a blank, not one of the characters that nobody sees.
    name = unicodedata.normalize("NFC", _typed(name))
    if not (name.isascii() and name.isprintable()):
        name = "".join(one for one in name if _is_seen(one))
    return _typed(name)


def _is_seen(character: str) -> bool:
    return unicodedata.category(character) not in ("Cf", "Cc", "Cn") and character not in UNSEEN


def _typed(name: str) -> str:
    return " ".join(name.split()).casefold()


def hidden_keys(entries: Iterable[Entry], names: Iterable[str]) -> frozenset[str]:
    """The keys of the entries that are called by one of `names`, case and blanks aside."""
    wanted = {plain(name) for name in names}
    return frozenset(entry.key for entry in entries if wanted and plain(entry.name) in wanted)


def build_list(
    kind: ListKind,
    entries: Sequence[Entry],
    earlier: Sequence[Entry] | None,
    top: int,
    only: frozenset[str] | None = None,
    hide: frozenset[str] = frozenset(),
) -> TopList:
    """The first `top` rows with their places before; `earlier` None means no comparison.

    `only` keeps the rows with these keys alone, and nothing of the others is told but their sum.
    Rows whose keys are in `hide` are counted and then left out of everything.
    """
    # Rows as they came say whether the list was cut; what is shown has one row a flow.
    whole, depth = is_whole(len(entries)), None if earlier is None else len(earlier)
    fresh = bool(earlier) and is_whole(len(earlier or ()))
    every = joined(entries)
    entries = [entry for entry in every if entry.key not in hide]
    earlier = [entry for entry in joined(earlier or ()) if entry.key not in hide]
    total = sum(entry.count for entry in entries)
    rows = _rows(entries, earlier, total if whole else 0, only, fresh=fresh)[:top]
    left = _left(entries, earlier, top) if whole and only is None else []
    # Of messages nothing but their words tells one from another.
    alike = _alike((*entries, *(one for _, one in left))) if kind is ListKind.FLOWS else None
    gone = tuple(Gone(one.name, place, _id_end(one, alike or {})) for place, one in left)
    return TopList(
        kind=kind,
        rows=_flow_rows(rows, alike) if alike is not None else tuple(row for _, row in rows),
        total_rows=len(entries),
        total=total,
        whole=whole,
        gone=gone[:_MOST_GONE],
        gone_total=len(left),
        leaders=sum(place == 1 for place, _ in ranked(entries)),
        once=sum(entry.most == 1 for entry in entries),
        baseline_depth=depth,
        baseline_whole=depth is not None and is_whole(depth),
        hidden=len(every) - len(entries),
    )


def _rows(
    entries: Sequence[Entry],
    earlier: Sequence[Entry],
    total: int,
    only: frozenset[str] | None,
    *,
    fresh: bool,
) -> list[tuple[Entry, Row]]:
    """Each entry with its row; shares are of `total`, 0 where there are none."""
    before = {entry.key: place for place, entry in ranked(earlier)}
    return [
        (entry, _row(place, entry, total, before.get(entry.key), fresh=fresh))
        for place, entry in ranked(entries)
        if only is None or entry.key in only
    ]


def _row(place: int, entry: Entry, total: int, was: int | None, *, fresh: bool) -> Row:
    movement: int | Literal["new"] | None = None
    if was is not None:
        movement = was - place
    elif fresh:
        movement = "new"
    share = Fraction(entry.count, total) if total else None
    return Row(
        place,
        entry.name,
        entry.count,
        share,
        movement,
        was,
        spellings=entry.names,
        most=entry.most,
    )


def _alike(entries: Iterable[Entry]) -> dict[str, set[str]]:
    """The ids of the flows by what they are called."""
    called: dict[str, set[str]] = {}
    for entry in entries:
        called.setdefault(plain(entry.name[:_COMPARED]), set()).add(entry.key)
    return called


def _flow_rows(rows: Sequence[tuple[Entry, Row]], alike: Mapping[str, set[str]]) -> tuple[Row, ...]:
    """The rows with their ids' ends where others are called the same, and what they look like."""
    return tuple(
        replace(
            row,
            id_suffix=_id_end(entry, alike),
            spellings=1,
            broadcast=_BROADCASTS.search(row.name[:_COMPARED]) is not None,
        )
        for entry, row in rows
    )


def _id_end(entry: Entry, alike: Mapping[str, set[str]]) -> str | None:
    """As many of the last characters as tell it from its twins, four at least; None without any."""
    key, twins = entry.key, alike.get(plain(entry.name[:_COMPARED]), ())
    if len(twins) < 2:
        return None
    ends = (key[-length:] for length in range(_SUFFIX, len(key)))
    return next((end for end in ends if sum(one.endswith(end) for one in twins) == 1), key)


def _left(entries: Sequence[Entry], earlier: Sequence[Entry], top: int) -> list[tuple[int, Entry]]:
    """Who stood among the first `top` before and is in the list no more."""
    present = {entry.key for entry in entries}
    return [
        (place, entry)
        for place, entry in ranked(earlier)
        if place <= top and entry.key not in present
    ]


def named(name: str, entries: Sequence[Entry]) -> frozenset[str]:
    """The keys of the entries called `name`, case and blanks aside; a name cut by "…" may go on."""
    wanted = plain(name)
    keys = {entry.key for entry in entries if plain(entry.name) == wanted}
    begun = _typed(name).removesuffix("…").rstrip()
    if not keys and begun and begun != _typed(name):
        keys = {entry.key for entry in entries if _typed(entry.name).startswith(begun)}
    return frozenset(keys)


def nearest(name: str, entries: Iterable[Entry]) -> tuple[str, ...]:
    """At most three names like `name`, best first: those that hold it, then those spelt like it."""
    names: dict[str, str] = {}
    for entry in entries:
        names.setdefault(plain(entry.name)[:_COMPARED], entry.name)
    wanted = plain(name)[:_COMPARED]
    holding = [key for key in names if wanted in key]
    close = get_close_matches(wanted, names, n=_NEAREST, cutoff=0.5)
    return tuple(names[key] for key in dict.fromkeys([*holding, *close]))[:_NEAREST]
