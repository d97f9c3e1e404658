"""The model's top lists: who stands where, who stood where before, and what may be said of it.

Must import nothing of the bot, and not the upstream.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from tests.figures.model_log import RECEIVED, TRIGGERS, Event, Readings

_ASKED_FOR = 200
_LIKELY_CAPS = (10, 20, 25, 50, 100)


@dataclass(frozen=True, slots=True)
class Standing:
    """One row: its place, its count, its place before ("new", or None for unknown).

    `names` and `suffixes` hold every one that may be shown.
    """

    rank: int
    count: int
    names: frozenset[str]
    share: Fraction | None
    was: int | None
    movement: int | str | None
    suffixes: frozenset[str | None]
    spellings: int


@dataclass(frozen=True, slots=True)
class Listing:
    """The rows that may be shown, of `length` in all."""

    rows: list[Standing]
    length: int
    total: int
    whole: bool
    before_whole: bool
    gone: list[tuple[frozenset[str], int, frozenset[str | None]]]


@dataclass(slots=True)
class _Rows:
    """What Flow XO sends, one entry a key."""

    sent: int = 0
    counts: Counter[str] = field(default_factory=Counter)
    names: dict[str, Counter[str]] = field(default_factory=dict)

    @property
    def whole(self) -> bool:
        return self.sent < _ASKED_FOR and self.sent not in _LIKELY_CAPS

    def place(self, key: str) -> int:
        """One more than how many count more."""
        return 1 + sum(count > self.counts[key] for count in self.counts.values())

    def called(self, key: str) -> frozenset[str]:
        """The name that started most often, or each of those that did equally."""
        names = self.names[key]
        return frozenset(name for name, n in names.items() if n == max(names.values()))


def _suffixes(key: str, called: Mapping[str, frozenset[str]]) -> frozenset[str | None]:
    """The end of the id where another flow has the same name; either where that is open."""
    own, others = called[key], [names for other, names in called.items() if other != key]
    shown = any(own & other for other in others)
    hidden = not all(any(other == {name} for other in others) for name in own)
    return frozenset([key[-4:]] * shown + [None] * hidden)


def listing(
    kind: str,
    events: Sequence[Event],
    before: Sequence[Event] | None,
    readings: Readings,
    top: int,
    flow: str | None,
) -> Listing:
    """The list of what `events` of `kind` were about, beside that of the baseline.

    Of one `flow` that is asked for by a name it bears or bore only its own rows are shown.
    """
    now = _rows(kind, events, readings)
    earlier = _rows(kind, before, readings) if before is not None else _Rows()
    total = now.counts.total()
    left = [key for key in earlier.counts if key not in now.counts and earlier.place(key) <= top]
    left = left if now.whole and flow is None else []
    called = {key: now.called(key) for key in now.counts} | {k: earlier.called(k) for k in left}
    flows = kind == TRIGGERS
    ends = {key: _suffixes(key, called) if flows else frozenset({None}) for key in called}
    rows = []
    for key, count in now.counts.items():
        rank, was = now.place(key), earlier.place(key) if key in earlier.counts else None
        movement: int | str | None = was - rank if was is not None else None
        if was is None and earlier.sent and earlier.whole:
            movement = "new"
        share = Fraction(count, total) if now.whole and total else None
        spellings = len(now.names[key]) if kind == RECEIVED else 1
        names = now.called(key)
        if flow is None or flow.lower() in {name.lower() for name in now.names[key]}:
            rows.append(Standing(rank, count, names, share, was, movement, ends[key], spellings))
    gone = [(earlier.called(key), earlier.place(key), ends[key]) for key in left]
    before_whole = before is not None and earlier.whole
    return Listing(rows, len(now.counts), total, now.whole, before_whole, gone)


def _rows(kind: str, events: Sequence[Event], readings: Readings) -> _Rows:
    """The list as deep as Flow XO gives it: ties at its end are cut by the alphabet."""
    counts: Counter[tuple[str, str]] = Counter()
    for event in events:
        if event.kind == kind:
            counts[event.what, event.name] += event.count
    depth = min(_ASKED_FOR, readings.most_rows or _ASKED_FOR)
    found = _Rows()
    for (what, name), count in sorted(counts.items(), key=lambda row: (-row[1], row[0]))[:depth]:
        found.sent += 1
        found.counts[what] += count
        found.names.setdefault(what, Counter())[name] += count
    return found
