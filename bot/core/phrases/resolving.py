"""Reads a text with the accounts that its words can name; finds no names and asks for no figures.

What a text means without accounts it means with them: a name counts where the text has no other
meaning. Where it could be a day or a month as well, and where several names fit, nobody guesses.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from bot.core.accounts import AccountName, Directory, Fit, folded
from bot.core.phrases import namesakes
from bot.core.phrases.complaints import UnknownWordsError
from bot.core.phrases.lexicon import SENSES, Senses, unlisted
from bot.core.phrases.naming import Option, leads, marked, options, slips, sure_leads
from bot.core.phrases.tokens import Split
from bot.core.phrases.translation import cut_elided
from bot.core.phrases.vocabulary import of
from bot.errors import ParseError

T = TypeVar("T")
_MOST = 3  # accounts that are looked for in one text
_DATES = frozenset(("month", "weekday", "feast"))
# After a day or a month: more of the date; with what may stand beside it, too.
_OF_DATE = frozenset(("number", "ordinal", "to", "and", "of", "ago"))
_BESIDE_DATE = _OF_DATE | {"last", "this", "vs"}


@dataclass(slots=True)
class Naming(Generic[T]):
    """How texts that may name accounts are read.

    `read` reads a text whose accounts are marked; readings with the same `key` are the same.
    `slipped` adds to a reading that the words meant this account.
    """

    directory: Directory
    code: str
    read: Callable[[Split], T]
    key: Callable[[T], object]
    slipped: Callable[[T, str, AccountName], T]

    def resolve(self, cut: Split) -> T:
        """The reading of a text and its accounts; ParseError where there is none, or several."""
        if self.code == "fr":
            cut = Split(cut.text, *cut_elided(cut.words, cut.starts, cut.ends))
        return self._resolve(cut, 0, _MOST)

    def _resolve(self, cut: Split, after: int, tries: int) -> T:
        named: ParseError | None = None
        try:
            plain = self.read(cut)
        except ParseError as error:
            if isinstance(error, UnknownWordsError):
                error.cut = cut
            failed = error
        else:
            for lead in self._leads(cut, after)[:tries]:
                if cut.words[lead] in sure_leads(self.code):
                    self._must_be_no_date(cut, lead, plain)
            return plain
        for lead in self._leads(cut, after)[:tries]:
            try:
                return self._named(cut, lead, tries - 1)
            except _NoNameError:
                continue
            except ParseError as error:
                named = named or error
        raise named or failed

    def _leads(self, cut: Split, after: int) -> list[int]:
        known = leads(self.code)
        return [i for i in range(after, len(cut.words) - 1) if cut.words[i] in known]

    def _named(self, cut: Split, lead: int, tries: int) -> T:
        """The reading with an account behind word `lead`: the longest whole name, else another."""
        found = options(cut, lead + 1, self.directory, self.code)
        found = [
            option
            for option in sorted(found, key=lambda one: (one.fit is not Fit.EXACT, -one.end))
            if not (self._is_date(cut, option) and self._goes_on(cut, option, _OF_DATE))
        ]
        result, failed = self._one_of(cut, lead, found, tries)
        if result is None and not (found and found[0].fit is Fit.EXACT):
            mended = list(slips(cut, lead + 1, self.directory, self.code))[::-1]
            result, error = self._one_of(cut, lead, mended, tries)
            failed = failed or error
        if result is None:
            raise failed or _NoNameError("")
        return result

    def _one_of(
        self, cut: Split, lead: int, found: list[Option], tries: int
    ) -> tuple[T | None, ParseError | None]:
        """The one reading that names make, or why the first makes none; ParseError for several."""
        failed: ParseError | None = None
        read: dict[object, tuple[T, Option]] = {}
        for option in found:
            try:
                result = self._with(cut, lead, option, tries)
            except ParseError as error:
                # One that may mean several accounts was about none of them.
                failed = failed or (error if len(option.accounts) == 1 else None)
                continue
            if len(option.accounts) > 1:
                raise namesakes.several(cut, option, self.directory)
            if option.fit in (Fit.EXACT, Fit.SLIP):
                return result, None
            read.setdefault(self.key(result), (result, option))
        if len(read) > 1:
            raise namesakes.two_ways(cut, [option for _, option in read.values()], self.directory)
        return (next(iter(read.values()))[0] if read else None), failed

    def _with(self, cut: Split, lead: int, option: Option, tries: int) -> T:
        account = option.accounts[0]
        result = self._resolve(marked(cut, lead, option.end, account), lead + 1, tries)
        return self.slipped(result, option.said, account) if option.fit is Fit.SLIP else result

    def _must_be_no_date(self, cut: Split, lead: int, plain: T) -> None:
        """ParseError for "for may" where an account is called May: both can be meant."""
        for option in options(cut, lead + 1, self.directory, self.code):
            if not self._is_date(cut, option) or self._goes_on(cut, option, _BESIDE_DATE):
                continue
            bare = not any(map(folded, (*cut.words[:lead], *cut.words[option.end :])))
            if bare or self._is_another(cut, lead, option, plain):
                raise namesakes.or_a_date(cut, lead, option, self.directory, bare=bare)

    def _is_another(self, cut: Split, lead: int, option: Option, plain: T) -> bool:
        """Whether the text means something else with an account in the place of the date."""
        try:
            return self.key(self._with(cut, lead, option, 0)) != self.key(plain)
        except ParseError:
            return False

    def _is_date(self, cut: Split, option: Option) -> bool:
        """Whether a whole name is a day or a month as well."""
        senses = self._senses(cut.words[option.first])
        return option.fit is Fit.EXACT and option.said.isalpha() and bool(_DATES & senses.keys())

    def _goes_on(self, cut: Split, option: Option, senses: frozenset[str]) -> bool:
        following = cut.words[option.end] if option.end < len(cut.words) else ""
        return bool(senses & self._senses(following).keys())

    def _senses(self, word: str) -> Senses:
        local = of(self.code).single.get(word) if self.code != "en" else None
        if local:
            return local[0].senses
        return SENSES.get(word) or (unlisted(word) if word else {})


class _NoNameError(ParseError):
    """No name fits the words behind a lead."""
