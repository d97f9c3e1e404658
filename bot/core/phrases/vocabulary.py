"""Vocabulary, what the words of one language mean in English ones; built once from its tables.

A table's left side is English words, of which `|` parts the meanings of a word that has two. A `~`
marks a word whose place differs from English: behind it, what it follows (`~last`: semana pasada),
before it, what it leads (`ago~`: hace 3 días); see `translation.py`.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import NamedTuple

from bot.core.phrases.languages import (
    de,
    de_manners,
    es,
    es_manners,
    fr,
    fr_manners,
    pt,
    pt_manners,
)  # fmt: skip
from bot.core.phrases.languages.en_manners import ALSO_ENGLISH
from bot.core.phrases.languages.numbers import NUMBERS
from bot.core.phrases.lexicon import ENGLISH, NOTHING, SENSES, Senses, unlisted
from bot.core.phrases.tokens import words_of

LOCAL: dict[str, tuple[ModuleType, ModuleType]] = {
    "es": (es, es_manners),
    "de": (de, de_manners),
    "fr": (fr, fr_manners),
    "pt": (pt, pt_manners),
}
CODES = tuple(LOCAL)
FILLER = "please"
# What French elides before a vowel; "aujourd'hui" is one word.
_ELIDED = frozenset(
    ["l'", "d'", "j'", "m'", "t'", "s'", "c'", "n'", "qu'", "jusqu'", "lorsqu'", "puisqu'"]
)
GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_PLAIN_ESZETT = str.maketrans({"ß": "ss"})


class Target(NamedTuple):
    """One English word that a local one stands for; `marker` is set where its place differs."""

    word: str
    senses: Senses
    marker: str = ""


Targets = tuple[Target, ...]
Words = tuple[str, ...]
Longer = tuple[list[str], int, Targets]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of a language: `single` by themselves, `longer` by their first two, longest first.

    `simple` are the single ones that mean one English word each and begin nothing longer. `longer`
    holds the words, how many they are, and what they mean. `own` are all of them, `content` those
    that are not manners alone, `exact` those with their accents, and `telling` those of the content
    that no English text has. `endings` are those of ordinals in digits (1er, 2ª), `last` what a
    word means that ends a text.
    """

    code: str
    single: Mapping[str, Targets]
    simple: Mapping[str, Target]
    longer: Mapping[str, Mapping[str, tuple[Longer, ...]]]
    own: frozenset[str]
    content: frozenset[str]
    exact: frozenset[str]
    telling: frozenset[str]
    endings: frozenset[str]
    last: Mapping[str, Targets]


@cache
def of(code: str) -> Vocabulary:
    """The vocabulary of a language by its code: es, de, fr or pt."""
    return _built(code, {}, ENGLISH)


@cache
def of_digests(code: str) -> Vocabulary:
    """The same with the words of digests, which come before what they mean elsewhere."""
    words = import_module(f"{__package__}.languages.{code}_digests").DIGESTS
    return _built(code, words, digest_english())


@cache
def digest_english() -> frozenset[str]:
    """Every English word that means something where digests are spoken of."""
    from bot.core.phrases.languages import en_digests  # only there

    phrases = (phrase for row in en_digests.ROWS for phrase in row[2].split(", "))
    return ENGLISH.union(word for phrase in phrases for word in words_of(phrase))


def _built(code: str, first: Mapping[str, str], english: frozenset[str]) -> Vocabulary:
    entries, content, exact = _entries(code, first)
    longer: dict[str, dict[str, tuple[Longer, ...]]] = {}
    for words, targets in sorted(entries.items(), key=lambda entry: -len(entry[0])):
        if len(words) > 1:
            by_second = longer.setdefault(words[0], {})
            one = list(words), len(words), targets
            by_second[words[1]] = (*by_second.get(words[1], ()), one)
    own = frozenset(word for words in entries for word in words if word[0].isalpha())
    single = {words[0]: targets for words, targets in entries.items() if len(words) == 1}
    last = {
        word: _targets(english) for word, english in vars(LOCAL[code][0]).get("LAST", {}).items()
    }
    return Vocabulary(
        code,
        single,
        {
            word: targets[0]
            for word, targets in single.items()
            if len(targets) == 1 and word[0].isalpha() and word not in (*longer, *last)
        },
        longer,
        own,
        frozenset(own & content),
        frozenset(own & exact),
        frozenset(word for word in own & content - english - ALSO_ENGLISH if len(word) > 1),
        frozenset(LOCAL[code][0].ENDINGS.split(", ")),
        last,
    )


def _entries(
    code: str, first: Mapping[str, str]
) -> tuple[dict[Words, Targets], set[str], set[str]]:
    """What every phrase means; the words that are no manners; those spelt with their accents."""
    entries: dict[Words, Targets] = {}
    careless: dict[Words, Targets] = {}
    content: set[str] = set()
    exact: set[str] = set()
    for english, phrase in _phrases(code, first):
        targets = _targets(english)
        for words, as_written in _spellings(code, phrase):
            (entries if as_written else careless).setdefault(words, targets)
            if as_written:
                exact.update(words)
            if english != FILLER:
                content.update(words)
    for words, targets in careless.items():
        entries.setdefault(words, targets)
    return entries, content, exact


def _phrases(code: str, first: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Every pair of English words and a local phrase; of two for one phrase the first counts."""
    dates, manners = LOCAL[code]
    tables: tuple[Mapping[str, str], ...] = (
        first, dates.DATES, dates.JOINTS, manners.COMMANDS, manners.NOT_COUNTED, NUMBERS[code],
        {FILLER: manners.FILLER},
    )  # fmt: skip
    for table in tables:
        for english, phrases in table.items():
            for phrase in phrases.split(", "):
                if phrase:
                    yield english, phrase


def _targets(english: str) -> Targets:
    return tuple(_target(word) for word in english.split())


def _target(word: str) -> Target:
    meanings = word.split("|")
    if word == "of~":  # it also begins a range: de 3 a 5
        return Target("of", {**SENSES["of"], "ranging": True})
    marker = next((meaning for meaning in meanings if "~" in meaning), "")
    english = [meaning for meaning in meanings if "~" not in meaning] or [word.replace("~", "")]
    senses: Senses = {}
    for meaning in reversed(english):
        senses = {**senses, **(SENSES.get(meaning) or unlisted(meaning))}
    return Target(english[0], senses or NOTHING, marker)


def _spellings(code: str, phrase: str) -> Iterator[tuple[Words, bool]]:
    """The phrase as it is written (True), without its accents, and with blanks for its hyphens."""
    phrase = unicodedata.normalize("NFKC", phrase)
    forms = [phrase, plain(phrase)]
    if code == "de":
        forms += [phrase.translate(GERMAN), phrase.translate(_PLAIN_ESZETT)]
    for form in dict.fromkeys(forms):
        yield _words(code, form), form == phrase
        if "-" in form.strip("-") and not any(c.isdecimal() for c in form):
            yield _words(code, form.replace("-", " ")), False


def _words(code: str, phrase: str) -> Words:
    if phrase in _ELIDED:
        return (phrase,)
    return tuple(piece for word in words_of(phrase) for piece in pieces(code, word))


def is_elided(word: str) -> bool:
    """Whether French leaves a vowel out before what follows: d', jusqu'."""
    return word in _ELIDED


def pieces(code: str, word: str) -> Words:
    """A word, in French cut behind what is elided: d'octobre is d' and octobre."""
    if code != "fr" or "'" not in word:
        return (word,)
    head, mark, rest = word.partition("'")
    if not rest or head + mark not in _ELIDED:
        return (word,)
    return (head + mark, *pieces(code, rest))


@cache
def real_words(code: str) -> frozenset[str]:
    """Words that mean something by themselves, and are near to one of ours."""
    words: str = LOCAL[code][1].NOT_TYPOS
    return frozenset(word for word in words.split(", "))


def plain(text: str) -> str:
    """The text without accents."""
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFD", text.translate(_PLAIN_ESZETT))
    return "".join(c for c in decomposed if unicodedata.category(c) != "Mn")
