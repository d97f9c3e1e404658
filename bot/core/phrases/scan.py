"""Scan: a tokenised text with the moment, zone and customs it is read against; one use each."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, tzinfo

from bot.core.accounts import AccountName
from bot.core.periods import Period
from bot.core.phrases.lexicon import NOTHING, SENSES, Senses, unlisted
from bot.core.phrases.tokens import QUOTED, Split, split
from bot.core.phrases.translation import translate, without_dots
from bot.core.phrases.word_order import Token

_PAD: list[Senses] = [NOTHING] * 12
_PAD_WORDS = [""] * 12


class Scan:
    """The words of a text, what each can mean, and where each stands; padded beyond the end.

    `words[i]`, `senses[i]`; `joined(i)` says that no space stands before word i. `today` and
    `now` (UTC, to the second) are the moment of asking. The words of another `language` than
    English are those that it was translated to (with `digests`, by the words of these); `said`
    gives what was typed.
    """

    __slots__ = (
        "accounts", "default", "depth", "ends", "language", "months_first", "n", "names", "now",
        "raw", "senses", "starts", "text", "today", "week_start", "words", "zone",
    )  # fmt: skip

    def __init__(
        self,
        text: str | Split,
        now: datetime,
        zone: tzinfo,
        week_start: int = 0,
        months_first: bool = False,
        language: str = "en",
        *,
        digests: bool = False,
    ) -> None:
        cut = split(text) if isinstance(text, str) else text
        self.text = cut.text
        self.language = language
        self.depth = 0
        self.default: Period | None = None  # of a question without dates, once it is asked for
        self.names: tuple[str, ...] = ()  # what the marks of quoted names stand for
        self.accounts: tuple[AccountName, ...] = ()  # that may be named
        self.raw = ""  # the whole text as it was typed
        self.words, self.starts, self.ends = cut.words, cut.starts, cut.ends
        self.zone = zone
        self.week_start = week_start
        self.months_first = months_first
        self.set_now(now)
        self.senses = self._look_up(digests)
        self.n = len(self.words)
        # The cut text is read again in other languages, so that its lists stay as they are.
        self.words = self.words + _PAD_WORDS
        self.senses += _PAD
        self.starts = self.starts + [len(self.text)] * 12

    def set_now(self, now: datetime) -> None:
        """Set the moment of asking."""
        self.now = now if now.tzinfo is UTC else now.astimezone(UTC)
        if self.now.microsecond:
            self.now = self.now.replace(microsecond=0)
        local = now if now.tzinfo is self.zone else self.now.astimezone(self.zone)
        self.today: date = local.date()

    def _look_up(self, digests: bool) -> list[Senses]:
        if self.language == "en":
            known = SENSES
            senses = [known.get(word) or unlisted(word) for word in self.words]
            if "." not in self.words:
                return senses
            tokens = without_dots(map(Token, self.words, senses, self.starts, self.ends))
        else:
            cut = self.words, self.starts, self.ends
            tokens = translate(self.language, *cut, digests=digests)
        if not tokens:
            return []
        self.words, senses, self.starts, self.ends, _ = map(list, zip(*tokens, strict=True))
        return senses

    def joined(self, i: int) -> bool:
        """Whether word i follows the one before without a space."""
        return i < self.n and self.starts[i] == self.ends[i - 1]

    def said(self, i: int, j: int) -> str:
        """The words i to j (exclusive) as typed."""
        j = min(j, self.n)
        if i >= j:
            return ""
        if self.language == "en":
            said = self.text[self.starts[i] : self.ends[j - 1]]
        else:  # Translated words may stand in another order than what was typed.
            said = self.text[min(self.starts[i:j]) : max(self.ends[i:j])]
        for name in self.names[self.words[:i].count(QUOTED) :] if QUOTED in said else ():
            said = said.replace(QUOTED, name, 1)
        return said

    def back(self, delta: timedelta) -> datetime:
        """The instant `delta` before now."""
        return self.now - delta
