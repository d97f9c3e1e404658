"""Scan: a tokenised text with the moment, zone and customs it is read against; one use each."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, tzinfo

from bot.core.phrases.lexicon import NOTHING, SENSES, Senses
from bot.core.phrases.tokens import QUOTED, split

_HUGE = 10**9
_PAD: list[Senses] = [NOTHING] * 12
_PAD_WORDS = [""] * 12


def _unlisted(word: str) -> Senses:
    """The senses of a word that no table lists: a number, an ordinal, a possessive, or none."""
    if word[0].isdecimal():
        if word[-1].isalpha():
            return {"ordinal": int(word[:-2]) if len(word) < 9 else _HUGE, "suffixed": True}
        value = int(word) if len(word) < 9 else _HUGE
        return {"digits": value, "number": value}
    if word[-2:] == "'s":
        return SENSES.get(word[:-2], NOTHING)
    return NOTHING


class Scan:
    """The words of a text, what each can mean, and where each stands; padded beyond the end.

    `words[i]`, `senses[i]`; `joined(i)` says that no space stands before word i. `today` and
    `now` (UTC, to the second) are the moment of asking.
    """

    __slots__ = (
        "depth", "ends", "months_first", "n", "names", "now", "senses", "starts", "text", "today",
        "week_start", "words", "zone",
    )  # fmt: skip

    def __init__(
        self, text: str, now: datetime, zone: tzinfo, week_start: int, months_first: bool
    ) -> None:
        self.text = text
        self.depth = 0
        self.names: tuple[str, ...] = ()  # what the marks of quoted names stand for
        self.words, self.starts, self.ends = split(text)
        self.zone = zone
        self.week_start = week_start
        self.months_first = months_first
        self.set_now(now)
        self.senses = self._look_up()
        self.n = len(self.words)
        self.words += _PAD_WORDS
        self.senses += _PAD
        self.starts += [len(text)] * 12

    def set_now(self, now: datetime) -> None:
        """Set the moment of asking."""
        self.now = now.astimezone(UTC)
        if self.now.microsecond:
            self.now = self.now.replace(microsecond=0)
        local = now if now.tzinfo is self.zone else self.now.astimezone(self.zone)
        self.today: date = local.date()

    def _look_up(self) -> list[Senses]:
        known = SENSES
        return [known.get(word) or _unlisted(word) for word in self.words]

    def joined(self, i: int) -> bool:
        """Whether word i follows the one before without a space."""
        return i < self.n and self.starts[i] == self.ends[i - 1]

    def said(self, i: int, j: int) -> str:
        """The words i to j (exclusive) as typed."""
        said = self.text[self.starts[i] : self.ends[j - 1]] if i < j else ""
        for name in self.names[self.words[:i].count(QUOTED) :] if QUOTED in said else ():
            said = said.replace(QUOTED, name, 1)
        return said

    def back(self, delta: timedelta) -> datetime:
        """The instant `delta` before now."""
        return self.now - delta
