"""The names of accounts, and which of them some words can mean; reads no question.

Case, blanks, punctuation and accents tell no two names apart where they are typed without quotes.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property, lru_cache
from typing import NamedTuple

from bot.core.phrases.tokens import clean, split
from bot.core.phrases.typos import is_one_edit
from bot.core.phrases.vocabulary import GERMAN, plain

_SHORTEST_PART = 3  # letters of a beginning that ends within a word
_SHORTEST_SLIP = 4  # letters from which a slip is told from another name
_MOST_TAILS = 12  # words of a name from which on it may be named
_ALIKE = 0.4  # how near a name must come to be offered, of 1
_MEANT = frozenset("%&#@*")  # marks by which names differ


@dataclass(frozen=True, slots=True)
class AccountName:
    """An account as it can be named in a question: by its number (#3) or its name."""

    number: int
    name: str


class Fit(StrEnum):
    """How words fit a name."""

    EXACT = "exact"  # the whole name
    WORDS = "words"  # some words of it: the first ones, or later ones
    PART = "part"  # a beginning that ends within a word
    SLIP = "slip"  # one edit from a name, or from words of it


class Found(NamedTuple):
    """The accounts that some words can mean, and how they fit; none where a name goes on so."""

    fit: Fit
    accounts: tuple[AccountName, ...]


class _Tail(NamedTuple):
    """A name from one of its words on, without blanks; `ends` says where its words end."""

    text: str
    whole: bool
    ends: frozenset[int]
    account: AccountName


def folded(word: str) -> str:
    """A word in the one spelling that is looked up; empty for punctuation and emoji."""
    if word.startswith(":") and len(word) > 1:
        return ""
    if word.isascii():
        return word.lower() if word.isalnum() else "".join(filter(str.isalnum, word.lower()))
    return "".join(filter(str.isalnum, plain(word.casefold())))


def one_line(name: str) -> str:
    """A name as it is typed: one form of dash, quote and blank, nothing unseen."""
    return " ".join(clean(name).split())


def sameness(name: str) -> str:
    """What two names of one workspace must not share: "acme support!" is "Acme Support"."""
    spelled = plain(one_line(name).casefold())
    return "".join(filter(_tells_apart, spelled)) or "".join(spelled.split())


def _tells_apart(character: str) -> bool:
    told = character.isalnum() or character in _MEANT
    return told or unicodedata.category(character)[0] == "S"


def _tails_of(account: AccountName, name: str) -> Iterator[_Tail]:
    words = [one for word in split(clean(name)).words if (one := folded(word))]
    for first in range(min(len(words), _MOST_TAILS)):
        ends, size = set(), 0
        for word in words[first:]:
            size += len(word)
            ends.add(size)
        yield _Tail("".join(words[first:]), first == 0, frozenset(ends), account)


class Directory:
    """The accounts that can be named, by what they are called."""

    def __init__(self, accounts: Sequence[AccountName]) -> None:
        self._accounts = accounts
        tails = [tail for one in accounts for tail in _tails_of(one, one.name)]
        for one in accounts:
            if not one.name.isascii():
                tails += _tails_of(one, one.name.casefold().translate(GERMAN))
        self._tails = sorted(tails, key=lambda tail: tail.text)
        self._texts = [tail.text for tail in self._tails]

    def named(self, name: str) -> tuple[AccountName, ...]:
        """The accounts that are called so, as narrowly as only one of them is; in quotes."""
        for spelling, names in self._spellings:
            if found := names.get(spelling(name)):
                return found
        return ()

    def alike(self, accounts: tuple[AccountName, ...], typed: str) -> tuple[AccountName, ...]:
        """`accounts`, which `typed` names but for its marks, and what begins with those marks."""
        spelled = sameness(typed)
        if spelled.isalnum() or any(sameness(one.name) == spelled for one in accounts):
            return accounts
        longer = (one for one in self._accounts if sameness(one.name).startswith(spelled))
        return (*accounts, *(one for one in longer if one not in accounts))

    @cached_property
    def _spellings(self) -> list[tuple[Callable[[str], str], dict[str, tuple[AccountName, ...]]]]:
        spellings: tuple[Callable[[str], str], ...] = (
            one_line,
            lambda name: one_line(name).casefold(),
            sameness,
        )
        return [(spelling, _grouped(spelling, self._accounts)) for spelling in spellings]

    def found(self, typed: str) -> Found | None:
        """What folded words, written together, can mean; None where no name goes on so."""
        exact: dict[int, AccountName] = {}
        words: dict[int, AccountName] = {}
        parts: dict[int, AccountName] = {}
        at = bisect_left(self._texts, typed)
        if at == len(self._texts) or not self._texts[at].startswith(typed):
            return None
        while at < len(self._texts) and self._texts[at].startswith(typed):
            tail = self._tails[at]
            if tail.whole and tail.text == typed:
                exact[tail.account.number] = tail.account
            elif len(typed) in tail.ends:
                words[tail.account.number] = tail.account
            elif tail.whole and len(typed) >= _SHORTEST_PART:
                parts[tail.account.number] = tail.account
            at += 1
        for fit, accounts in ((Fit.EXACT, exact), (Fit.WORDS, words), (Fit.PART, parts)):
            if accounts:
                return Found(fit, tuple(accounts[number] for number in sorted(accounts)))
        return Found(Fit.PART, ())

    def slips(self, typed: str) -> tuple[AccountName, ...]:
        """The accounts whose name, or words of it, are one edit from folded words."""
        if len(typed) < _SHORTEST_SLIP:
            return ()
        sizes = (size for size in range(len(typed) - 1, len(typed) + 2) if size >= _SHORTEST_SLIP)
        near = (known for size in sizes for known in self._by_size.get(size, {}).items())
        found = [accounts for known, accounts in near if is_one_edit(typed, known)]
        return tuple({one.number: one for accounts in found for one in accounts}.values())

    @cached_property
    def _by_size(self) -> dict[int, dict[str, list[AccountName]]]:
        """Names and the words that they begin with or hold, by their length."""
        sized: dict[int, dict[str, list[AccountName]]] = {}
        for tail in self._tails:
            for end in tail.ends if tail.whole else (min(tail.ends),):
                sized.setdefault(end, {}).setdefault(tail.text[:end], []).append(tail.account)
        return sized

    def nearest(self, typed: str, most: int = 3) -> tuple[AccountName, ...]:
        """The accounts whose names look most like folded words, best first."""
        pairs = _pairs(typed)
        found: dict[int, tuple[float, AccountName]] = {}
        for known, account in self._known_pairs:
            alike = 2 * len(pairs & known) / (len(pairs) + len(known))
            if alike >= _ALIKE and alike > found.get(account.number, (0.0,))[0]:
                found[account.number] = (alike, account)
        best = sorted(found.values(), key=lambda one: (-one[0], one[1].number))
        return tuple(account for _, account in best[:most])

    @cached_property
    def _known_pairs(self) -> list[tuple[frozenset[str], AccountName]]:
        """The pairs of letters of whole names and of their single words."""
        known = [(tail.text, tail.account) for tail in self._tails if tail.whole]
        known += [(tail.text[: min(tail.ends)], tail.account) for tail in self._tails]
        return [(_pairs(text), account) for text, account in known]

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word of a name: none of them is a slip of the fingers."""
        return frozenset(tail.text[: min(tail.ends)] for tail in self._tails)


def _pairs(text: str) -> frozenset[str]:
    marked = f" {text} "
    return frozenset(marked[i : i + 2] for i in range(len(marked) - 1))


def _grouped(
    spelling: Callable[[str], str], accounts: Iterable[AccountName]
) -> dict[str, tuple[AccountName, ...]]:
    grouped: dict[str, tuple[AccountName, ...]] = {}
    for one in accounts:
        grouped[spelling(one.name)] = (*grouped.get(spelling(one.name), ()), one)
    return grouped


def numbered(accounts: Iterable[AccountName], number: int) -> AccountName | None:
    """The account of that number."""
    return next((one for one in accounts if one.number == number), None)


@lru_cache(maxsize=32)
def directory_of(accounts: tuple[AccountName, ...]) -> Directory:
    """The Directory of these accounts, built once for as long as they are the ones asked about."""
    return Directory(accounts)
