"""Which languages a text may be in, and its words as the English ones that the grammar reads.

Word orders that differ are put right (semana pasada, 7 derniers jours, vor 3 Tagen); every word
keeps its place in the text. What is in no table stays as it is, so that it can be told.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from bot.core.phrases.lexicon import ENGLISH, SENSES, unlisted
from bot.core.phrases.vocabulary import (
    CODES,
    Target,
    Vocabulary,
    digest_english,
    is_elided,
    of,
    of_digests,
    pieces,
    plain,
)
from bot.core.phrases.word_order import Token, is_day_word, ordered

_ENDS_ENGLISH = frozenset(("ago",))  # "3 ago" lacks its unit; it is no 3rd of agosto


@lru_cache(maxsize=256)
def home_of(locale: str | None) -> str:
    """The language of a Slack locale; English where it is none of ours."""
    code = (locale or "").replace("_", "-").lower().partition("-")[0]
    return code if code in CODES else "en"


class Candidate(NamedTuple):
    """A language that a text may be in: how many of its words it knows, and spells so."""

    code: str
    known: int
    exact: int


def languages(words: Sequence[str], home: str, *, digests: bool = False) -> tuple[Candidate, ...]:
    """The languages that the words may be in, the one that knows most of them first.

    `home`, the locale's, comes first among equals, then English. Another than these two needs a
    word that no English text has: manners alone make no language. With `digests` the words of
    digests are known too.
    """
    total = _fit(words, digests)
    found = []
    for code, shift in _SHIFTS:
        packed = total >> shift & _FIELD
        if packed > _EXACT or code in ("en", home):
            found.append(Candidate(code, packed & _FULL, packed >> _BITS & _FULL))
    if len(found) > 1:
        found.sort(key=lambda one: (-one[1], one[0] != home, one[0] != "en", -one[2]))
    return tuple(found)


def possible(
    words: Sequence[str], tried: Sequence[Candidate], *, digests: bool = False
) -> tuple[str, ...]:
    """Other languages that know every word, though English has them too: T3, Mo, 2024 a 2025."""
    letters = _letters(words)
    if not letters or words[-1] in _ENDS_ENGLISH:
        return ()
    total = _fit(words, digests)
    others = {code for code, _ in _SHIFTS} - {one.code for one in tried}
    return tuple(
        code for code, s in _SHIFTS if code in others and total >> s & _FULL == len(letters)
    )


# How well a word or a text fits each language is one number, so that a text's is the sum of its
# words': of each language how many words it knows, spells so, and is told by, in 16 bits each (a
# text that is read has far fewer words).
_BITS = 16
_FULL, _EXACT, _FIELD = ((1 << n * _BITS) - 1 for n in (1, 2, 3))
_SHIFTS = tuple((code, 3 * _BITS * i) for i, code in enumerate(("en", *CODES)))


def _packed(shift: int, exact: bool, telling: bool) -> int:
    return (1 | exact << _BITS | telling << 2 * _BITS) << shift


def _fit(words: Sequence[str], digests: bool) -> int:
    """How well the words fit each language."""
    total, owners = 0, _owners_of_digests() if digests else _owners()
    for word in words:
        if word[0].isalpha():
            total += owners.get(word) or _less_exactly(word)
    return total


@cache
def _owners() -> dict[str, int]:
    """How well each word fits the languages that have it."""
    return _owned(ENGLISH, of)


@cache
def _owners_of_digests() -> dict[str, int]:
    return _owned(digest_english(), of_digests)


def _owned(english: frozenset[str], of: Callable[[str], Vocabulary]) -> dict[str, int]:
    found = dict.fromkeys(english, 1)
    for code, shift in _SHIFTS[1:]:
        vocabulary = of(code)
        for word in vocabulary.own:
            fit = _packed(shift, word in vocabulary.exact, word in vocabulary.telling)
            found[word] = found.get(word, 0) + fit
    return found


def _less_exactly(word: str) -> int:
    """The fit of a word with other accents, or with something elided before it."""
    if "'" in word:
        vocabulary = of("fr")
        parts = [spelled(vocabulary, piece) for piece in pieces("fr", word)]
        if all(piece in vocabulary.own for piece in parts):
            telling = any(piece in vocabulary.telling for piece in parts)
            return _packed(dict(_SHIFTS)["fr"], exact=True, telling=telling)
    return 0 if word.isascii() else _owners().get(plain(word), 0)


def is_english(words: Sequence[str]) -> bool:
    """Whether every word is an English one."""
    return not any(word not in ENGLISH and word[0].isalpha() for word in words)


def _letters(words: Sequence[str]) -> list[str]:
    return [word for word in words if word[0].isalpha()]


def spelled(vocabulary: Vocabulary, word: str) -> str:
    """The word, without its accents where only so it is one of the language's."""
    if word.isascii() or word in vocabulary.own:
        return word
    bare = plain(word)
    return bare if bare in vocabulary.own else word


def translate(
    code: str, words: list[str], starts: list[int], ends: list[int], *, digests: bool = False
) -> list[Token]:
    """The words of a text in the language `code` as English ones, in English order."""
    vocabulary = of_digests(code) if digests else of(code)
    if code == "fr":
        words, starts, ends = cut_elided(words, starts, ends)
    if not all(map(str.isascii, words)):
        words = [spelled(vocabulary, word) for word in words]
    text = Words(words, starts, ends)
    simple = vocabulary.simple
    tokens: list[Token] = []
    i = 0
    while i < len(words):
        target = simple.get(words[i])
        if target is None:
            i = _read(vocabulary, text, i, tokens)
        else:
            tokens.append(Token(target[0], target[1], starts[i], ends[i], target[2]))
            i += 1
    return ordered(tokens)


class Words(NamedTuple):
    """The words of a text and where each stands."""

    words: list[str]
    starts: list[int]
    ends: list[int]

    def joined(self, i: int) -> str:
        """Word i where no blank stands before it, else an empty one."""
        return self.words[i] if i < len(self.words) and self.ends[i - 1] == self.starts[i] else ""


def cut_elided(words: list[str], starts: list[int], ends: list[int]) -> Words:
    """The words with what French elides as words of their own: d'octobre, l'an."""
    cut = Words([], [], [])
    for word, start, end in zip(words, starts, ends, strict=True):
        if word == "'" and cut.words and is_elided(f"{cut.words[-1]}'"):
            cut.words[-1] += "'"
            cut.ends[-1] = end
            continue
        at = start
        for piece in pieces("fr", word):
            cut.words.append(piece)
            cut.starts.append(at)
            at += len(piece)
            cut.ends.append(at)
        cut.ends[-1] = end
    return cut


def _read(vocabulary: Vocabulary, text: Words, i: int, tokens: list[Token]) -> int:
    """Translate what stands at word i into `tokens`; the index after it."""
    word = text.words[i]
    longer = vocabulary.longer.get(word)
    if longer is not None and i + 1 < len(text.words):
        for phrase, size, found in longer.get(text.words[i + 1], ()):
            if text.words[i : i + size] == phrase:
                _put(tokens, found, text.starts[i], text.ends[i + size - 1])
                return i + size
    if word[0].isdecimal():
        return _number(vocabulary, text, i, tokens)
    if word == "." and _ends_a_name(tokens, text.starts[i]):
        tokens[-1] = tokens[-1]._replace(end=text.ends[i])
        return i + 1
    targets = vocabulary.single.get(word)
    if i + 1 == len(text.words):
        targets = vocabulary.last.get(word, targets)
    if targets is None:
        senses = SENSES.get(word) or unlisted(word)
        tokens.append(Token(word, senses, text.starts[i], text.ends[i]))
    else:
        _put(tokens, targets, text.starts[i], text.ends[i])
    return i + 1


def without_dots(tokens: Iterable[Token]) -> list[Token]:
    """The tokens, the dots of shortened names part of these."""
    found: list[Token] = []
    for token in tokens:
        if token.word == "." and _ends_a_name(found, token.start):
            found[-1] = found[-1]._replace(end=token.end)
        else:
            found.append(token)
    return found


def _ends_a_name(tokens: list[Token], dot: int) -> bool:
    """Whether the dot at `dot` belongs to a shortened name: nov., Mo., sem."""
    if not tokens:
        return False
    name = tokens[-1]
    named = any(sense in name.senses for sense in ("month", "weekday", "unit"))
    return named and name.end == dot and 1 < name.end - name.start < 6


def _put(tokens: list[Token], targets: Sequence[Target], start: int, end: int) -> None:
    tokens += [Token(word, senses, start, end, marker) for word, senses, marker in targets]


def _number(vocabulary: Vocabulary, text: Words, i: int, tokens: list[Token]) -> int:
    """Digits at word i: a number, an ordinal (1er, 2ª, 3.), a day (el 12), an hour (9h)."""
    word, after = text.words[i], _ordinal_end(vocabulary, text, i)
    if after:
        day = is_day_word(tokens)
        start = tokens.pop().start if day else text.starts[i]
        senses = {"ordinal": int(word[:9]), "suffixed": True}
        tokens.append(Token(f"{word}th", senses, start, text.ends[after - 1]))
        return after
    tokens.append(Token(word, unlisted(word), text.starts[i], text.ends[i]))
    return i + 1


def _ordinal_end(vocabulary: Vocabulary, text: Words, i: int) -> int:
    """The index after an ordinal in digits at word i, else 0."""
    following = text.joined(i + 1)
    if not following or not text.words[i].isdecimal():
        return 0
    if following in vocabulary.endings:
        return i + 2
    if following == "." and text.joined(i + 2) in vocabulary.endings:
        return i + 3
    last = following == "." and not text.joined(i + 2)[:1].isdecimal()
    if last and text.words[i + 2 : i + 3] and text.words[i + 2].isdecimal():
        last = text.joined(i + 3) != "."  # am 12. 5.
    month = i > 1 and text.words[i - 1] == "." and text.words[i - 2].isdecimal()
    if vocabulary.code == "de" and last and not (month and text.joined(i - 1)):
        return i + 2
    return 0
