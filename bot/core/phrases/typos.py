"""Near-certain slips of the fingers: known words one edit away from an unknown one.

An edit is a letter too many, missing or wrong, or two neighbours swapped. Numbers are never
touched, nor words that mean something as they stand, in whatever language.
"""

from __future__ import annotations

from functools import cache

from bot.core.phrases.languages import en_manners
from bot.core.phrases.languages.everyday import EVERYDAY
from bot.core.phrases.lexicon import CONTENT, ENGLISH
from bot.core.phrases.vocabulary import (
    CODES,
    digest_english,
    of,
    of_digests,
    plain,
    real_words,
)

_MOST = 12
_LONG = 6  # letters from which a word of manners is told from every other by one slip


@cache
def _by_gap(code: str) -> dict[str, frozenset[str]]:
    """A language's words by each form of them with one letter left out (and by themselves)."""
    forms: dict[str, set[str]] = {}
    for word in ENGLISH if code == "en" else (*ENGLISH, *of(code).own):
        _add_forms(forms, word)
    return {form: frozenset(words) for form, words in forms.items()}


@cache
def _by_gap_of_digests(code: str) -> dict[str, frozenset[str]]:
    """The same with the words of digests."""
    forms: dict[str, set[str]] = {}
    local = frozenset() if code == "en" else of_digests(code).own
    for word in digest_english() | local:
        _add_forms(forms, word)
    return {form: frozenset(words) for form, words in forms.items()}


def _add_forms(forms: dict[str, set[str]], word: str) -> None:
    if len(word) > 2 and _is_word(word):
        for form in _shortened(word):
            forms.setdefault(form, set()).add(word)


def _is_word(word: str) -> bool:
    return word.isalpha() or word.replace("'", "").isalpha()


def _shortened(word: str) -> set[str]:
    return {word, *(word[:i] + word[i + 1 :] for i in range(len(word)))}


@cache
def _meaningful() -> frozenset[str]:
    """The words of every language, which are no slips wherever they stand."""
    others = (of(code).own | real_words(code) for code in CODES)
    common = (words.split(", ") for words in EVERYDAY.values())
    return en_manners.NOT_TYPOS.union(*others, *common)


def near(
    word: str, code: str = "en", *, telling: bool = False, digests: bool = False
) -> tuple[str, ...]:
    """The known words one edit from `word`, as long ones first; none for what is no slip.

    Of two that differ in their accents alone the one with them counts. `telling` leaves out what
    an English text may have too; `digests` looks among the words of digests as well.
    """
    if not 3 <= len(word) <= 24 or not _is_word(word) or word in _meaningful():
        return ()
    forms = _by_gap_of_digests(code) if digests else _by_gap(code)
    found = {known for form in _shortened(word) for known in forms.get(form, ())}
    if telling:
        found &= (of_digests(code) if digests else of(code)).telling
    says = _says_of_digests if digests else _says
    fits = sorted(known for known in found if is_one_edit(word, known) and says(word, known, code))
    by_plain = {plain(known): known for known in fits}
    ordered = sorted(by_plain.values(), key=lambda known: (abs(len(known) - len(word)), known))
    return tuple(ordered)[:_MOST]


def _says(word: str, known: str, code: str) -> bool:
    """Whether `known` says something, or can be nothing else; no word is made manners by chance."""
    if known in CONTENT or (code != "en" and known in of(code).content):
        return True
    return len(known) >= _LONG or sorted(word) == sorted(known)


def _says_of_digests(word: str, known: str, code: str) -> bool:
    if known in digest_english() - ENGLISH:
        return True
    return _says(word, known, code) or (code != "en" and known in of_digests(code).content)


def is_one_edit(a: str, b: str) -> bool:
    """Whether one letter too many, missing, wrong, or a swap of neighbours makes b of a."""
    if a == b or abs(len(a) - len(b)) > 1:
        return False
    start = 0
    while start < min(len(a), len(b)) and a[start] == b[start]:
        start += 1
    rest_a, rest_b = a[start:], b[start:]
    if len(a) == len(b):
        swapped = rest_a[1:2] + rest_a[:1] + rest_a[2:]
        return rest_a[1:] == rest_b[1:] or swapped == rest_b
    return rest_a[1:] == rest_b or rest_a == rest_b[1:]
