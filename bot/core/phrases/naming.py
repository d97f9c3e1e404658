"""Which words of a text may be an account's name, in its language; reads no question."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from bot.core.accounts import AccountName, Directory, Fit, Found, folded
from bot.core.phrases import typos
from bot.core.phrases.lexicon import ENGLISH, PHRASES
from bot.core.phrases.tokens import QUOTED, Split, clean, is_emoji, split
from bot.core.phrases.vocabulary import CODES, of
from bot.core.subcommands import SUBCOMMANDS, Subcommand

_LONGEST_SLIP = 64  # letters of words that are looked up for slips
# The mark of an account in a split text: no text that is typed holds it.
MARK = " #"


class Option(NamedTuple):
    """Words `first` to `end` (exclusive) of a text, as the name of one of `accounts`."""

    first: int
    end: int
    said: str
    fit: Fit
    accounts: tuple[AccountName, ...]


@cache
def nouns(code: str) -> frozenset[str]:
    """Account, client: what may stand beside a name."""
    row = SUBCOMMANDS[Subcommand.ACCOUNTS]
    english = frozenset((row.subcommand.value, *row.aliases))
    return english | _meaning(code, ("accounts",))


@cache
def sure_leads(code: str) -> frozenset[str]:
    """For: an account may be named behind it, even where a date could be meant."""
    return frozenset(("for",)) | _meaning(code, ("for",))


@cache
def leads(code: str) -> frozenset[str]:
    """For, and in the other languages of: what a name stands behind."""
    return sure_leads(code) | _meaning(code, ("of",))


@cache
def every(code: str) -> frozenset[str]:
    """All: an account that is called so is named in quotes or by its number."""
    return frozenset(("all",)) | _meaning(code, ("all",))


@cache
def _articles(code: str) -> frozenset[str]:
    return frozenset(("the", "my", "our")) | _meaning(code, ("the",))


def _meaning(code: str, english: tuple[str, ...]) -> frozenset[str]:
    """The words of a language whose first meaning is one of these English ones."""
    if code == "en":
        return frozenset()
    single = of(code).single.items()
    return frozenset(word for word, targets in single if targets and targets[0].word in english)


def is_ours(word: str, code: str) -> bool:
    """Whether a word means something to us by itself, in the language or in English."""
    return word in ENGLISH or word[0].isdecimal() or (code != "en" and word in of(code).own)


def is_manners(word: str, code: str) -> bool:
    """Whether a word is punctuation, or filler such as please."""
    targets = of(code).single.get(word) if code != "en" else None
    english = [target.word for target in targets] if targets else [word]
    return not folded(word) or all(map(_is_filler, english))


def _is_filler(word: str) -> bool:
    return any(kind == "filler" and len(words) == 1 for words, kind, _ in PHRASES.get(word, ()))


def has_lead(cut: Split, code: str) -> bool:
    """Whether a text may name an account: only then it is looked at more closely."""
    found = leads(code)
    return not found.isdisjoint(cut.words) or (code == "fr" and "d'" in cut.text.lower())


def is_led(before: str) -> bool:
    """Whether what stands before a quote leads to a name, in any language: for, for the account."""
    words = before.lower().split()
    skipped, led = _any_language()
    while words and words[-1] in skipped:
        words.pop()
    return bool(words) and words[-1] in led


@cache
def _any_language() -> tuple[frozenset[str], frozenset[str]]:
    """Articles and nouns that may stand before a name, and what leads to it."""
    codes = ("en", *CODES)
    skipped = frozenset().union(*(_articles(code) | nouns(code) for code in codes))
    return skipped, frozenset().union(*(leads(code) for code in codes))


def options(
    cut: Split,
    first: int,
    directory: Directory,
    code: str,
    *,
    alone: bool = False,
) -> list[Option]:
    """Every name that begins at word `first`, or behind an article or a noun there.

    `alone` says that nothing but a name can stand there: words of ours are parts of one too.
    """
    found: dict[object, Option] = {}
    for start in starts(cut.words, first, code):
        for option in _from(cut, start, directory, code, alone):
            found.setdefault((option.end, option.accounts), option._replace(first=first))
    return list(found.values())


def starts(words: list[str], first: int, code: str) -> Iterator[int]:
    """Where a name behind word `first` may begin: there, and behind what may stand before it."""
    yield first
    skipped = _articles(code) | nouns(code)
    i = first
    while i < len(words) and (words[i] in skipped or (i > first and words[i] in leads(code))):
        i += 1
        yield i


def _spans(cut: Split, start: int) -> Iterator[tuple[int, str, list[str]]]:
    """The index after each further word, the folded words so far, and the words themselves."""
    typed, words = "", []
    for i in range(start, len(cut.words)):
        word = cut.words[i]
        if word == QUOTED or word.startswith(MARK):
            return
        if one := folded(word):
            typed += one
            words.append(word)
            yield i + 1, typed, words


def _from(cut: Split, start: int, directory: Directory, code: str, alone: bool) -> Iterator[Option]:
    for end, typed, words in _spans(cut, start):
        found = directory.found(typed)
        if found is None:
            return
        if (
            found.accounts
            and not every(code).issuperset(words)
            and (alone or _may_mean(found.fit, words, code))
        ):
            said = cut.text[cut.starts[start] : cut.ends[end - 1]]
            accounts, last = _as_written(cut, start, end, directory, found)
            yield Option(start, _through(cut, last, code), said, found.fit, accounts)


def _may_mean(fit: Fit, words: list[str], code: str) -> bool:
    """Whether the words are a name rather than words of ours, or slips of these."""
    if fit is Fit.EXACT:
        return True
    if all(is_ours(word, code) and word not in nouns(code) for word in words):
        return False
    return fit is Fit.WORDS or not _may_be_slips(words, code)


def _may_be_slips(words: list[str], code: str) -> bool:
    """Whether the words may be words of ours with slips in them, and nothing else."""
    return all(is_ours(word, code) or typos.near(word, code) for word in words)


def _as_written(
    cut: Split, start: int, end: int, directory: Directory, found: Found
) -> tuple[tuple[AccountName, ...], int]:
    """Of names that differ in their marks alone (C, C#) the one that is typed so, and its end.

    All of them where what is typed so is none of them: nobody guesses whose figures are meant.
    """
    if found.fit is not Fit.EXACT:
        return found.accounts, end
    joined = _behind_marks(cut, end)
    typed = cut.text[cut.starts[start] : cut.ends[joined - 1]]
    alike = directory.alike(found.accounts, typed)
    if len(alike) < 2:
        return alike, end
    for last in range(_behind_blanks(cut, joined), joined, -1):
        named = directory.named(cut.text[cut.starts[start] : cut.ends[last - 1]])
        if len(named) == 1 and named != directory.named(typed):
            return named, last
    named = directory.named(typed)
    loose = joined < len(cut.words) and is_emoji(cut.words[joined])
    if len(named) != 1 or (loose and any(map(_has_emoji, alike))):
        return alike, joined
    return named, joined


def _has_emoji(account: AccountName) -> bool:
    """Slack writes them out (:tada:), so that nobody can tell which one is meant."""
    return any(map(is_emoji, split(clean(account.name)).words))


def _through(cut: Split, end: int, code: str) -> int:
    """The index after the marks at the end of a name and the noun behind it."""
    end = _behind_marks(cut, end)
    return end + 1 if end < len(cut.words) and cut.words[end] in nouns(code) else end


def _behind_marks(cut: Split, i: int) -> int:
    while _is_joined_mark(cut, i):
        i += 1
    return i


def _behind_blanks(cut: Split, i: int) -> int:
    """The index after further marks, with blanks before them: Acme *."""
    while i < len(cut.words) and cut.words[i] != QUOTED and not folded(cut.words[i]):
        i += 1
    return i


def _is_joined_mark(cut: Split, i: int) -> bool:
    if i >= len(cut.words) or cut.starts[i] != cut.ends[i - 1] or cut.words[i] == QUOTED:
        return False
    return not folded(cut.words[i])


def slips(cut: Split, first: int, directory: Directory, code: str) -> Iterator[Option]:
    """Every name that is one slip of the fingers from words that begin there, the longest last."""
    for start in starts(cut.words, first, code):
        for end, typed, words in _spans(cut, start):
            if len(typed) > _LONGEST_SLIP:
                break
            if _may_be_slips(words, code):
                continue
            if accounts := directory.slips(typed):
                said = cut.text[cut.starts[start] : cut.ends[end - 1]]
                yield Option(first, _through(cut, end, code), said, Fit.SLIP, accounts)


def marked(cut: Split, first: int, end: int, account: AccountName) -> Split:
    """The text with one word, the account's mark, in the place of the words that name it."""
    words = [*cut.words[:first], f"{MARK}{account.number}", *cut.words[end:]]
    starts = [*cut.starts[: first + 1], *cut.starts[end:]]
    return Split(cut.text, words, starts, [*cut.ends[:first], *cut.ends[end - 1 :]])
