"""Found, everything that a text says of digests, piece by piece; draws no conclusions.

Lists hold each mention with the words it was said in, so that contradictions can be told.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from bot.core.digest_command import Action, Target, WhenEmpty
from bot.core.phrases.draft import Draft
from bot.core.query import Compare
from bot.core.schedule_rule import Cadence
from bot.core.sections import Section


@dataclass(slots=True)
class Found:
    """`often` are cadences with every how many weeks, `nths` weekdays of a month (nth, weekday).

    `asked` holds what questions have too: zones, accounts, list lengths, words without a place.
    `ending` says that digests are to stop, `several` that more than one was named. `mode` is what
    follows "with", "without" and "only".
    """

    asked: Draft = field(default_factory=Draft)
    actions: list[tuple[Action, str]] = field(default_factory=list)
    numbers: list[tuple[int, str]] = field(default_factory=list)
    often: list[tuple[Cadence, int, str]] = field(default_factory=list)
    weekdays: list[tuple[tuple[int, ...], str]] = field(default_factory=list)
    nths: list[tuple[int, int, str]] = field(default_factory=list)
    month_days: list[tuple[int, str]] = field(default_factory=list)
    times: list[tuple[int, str]] = field(default_factory=list)
    starts: list[tuple[date, str]] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    added: list[Section] = field(default_factory=list)
    dropped: list[Section] = field(default_factory=list)
    compares: list[tuple[Compare, str]] = field(default_factory=list)
    empties: list[tuple[WhenEmpty, str]] = field(default_factory=list)
    targets: list[tuple[Target, str]] = field(default_factory=list)
    ending: bool = False
    several: bool = False
    mode: str = ""

    @property
    def says_when(self) -> bool:
        """Whether days were said."""
        return bool(self.often or self.weekdays or self.nths or self.month_days)

    @property
    def monthly(self) -> bool:
        """Whether it was said to come monthly."""
        return any(cadence is Cadence.MONTHLY for cadence, _, _ in self.often)

    @property
    def is_blank(self) -> bool:
        """Whether nothing was said yet but the word digest and a number."""
        said = (
            self.says_when, self.actions, self.times, self.starts, self.sections, self.added,
            self.dropped, self.compares, self.empties, self.targets, self.asked.zones,
            self.asked.accounts, self.asked.tops, self.asked.unplaced,
        )  # fmt: skip
        return not any(said)
