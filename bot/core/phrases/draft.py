"""Draft, what a text says item by item; data only, filled by `items` and `modifiers`."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, tzinfo

from bot.core.metrics import Metric
from bot.core.periods import Period, Unit
from bot.core.phrases.spans import Refusal
from bot.core.query import Compare
from bot.core.subcommands import Subcommand


@dataclass(slots=True)
class Draft:
    """Everything that was read; lists hold each mention, so that contradictions can be told."""

    base: Period | None = None  # what "the week before" is said from, in a thread
    periods: list[tuple[Period, str]] = field(default_factory=list)
    other: Period | None = None
    deferred: list[tuple[int, int]] = field(default_factory=list)
    units: list[Unit] = field(default_factory=list)
    compares: list[tuple[Compare, Period | None, str]] = field(default_factory=list)
    tops: list[int] = field(default_factory=list)
    zones: list[tuple[tzinfo, str]] = field(default_factory=list)
    accounts: list[tuple[int | None, str]] = field(default_factory=list)  # None: all of them
    as_csv: bool = False
    public: bool = False
    as_of: datetime | None = None
    subcommands: list[Subcommand] = field(default_factory=list)
    metrics: list[Metric] = field(default_factory=list)
    flow: str | None = None
    not_counted: list[str] = field(default_factory=list)
    unplaced: list[tuple[int, int]] = field(default_factory=list)
    filler: bool = False
    which_flow: bool = False  # which flow ran most: the list of all
    best: bool = False  # the best day: a chart names it
    no_names: bool = False  # who: Flow XO names nobody
    more: bool = False  # "more … than": the comparison follows
    over: Unit | None = None  # "week over week": the unit by which the days are moved
    comparing: bool = False  # "compare X to Y": what "to" joins is compared
    listed: bool = False  # "stats and users": two things side by side


class RefusedWords(Exception):  # noqa: N818 - carries the words of a refusal to where it is told
    """A Refusal with the words that it is about, and what was read before them."""

    def __init__(self, refusal: Refusal, words: str, draft: Draft) -> None:
        super().__init__(refusal.key)
        self.refusal = refusal
        self.words = words
        self.draft = draft
