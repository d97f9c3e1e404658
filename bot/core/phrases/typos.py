"""Near-certain slips of the fingers: known words one edit away from an unknown one.

An edit is a letter too many, missing or wrong, or two neighbours swapped. Numbers are never
touched, nor words that mean something as they stand.
"""

from __future__ import annotations

from functools import cache

from bot.core.phrases.languages import en_manners
from bot.core.phrases.lexicon import KNOWN

_MOST = 12


@cache
def _by_gap() -> dict[str, frozenset[str]]:
    """Known words by each form of them with one letter left out (and by themselves)."""
    forms: dict[str, set[str]] = {}
    for word in KNOWN:
        for form in _shortened(word):
            forms.setdefault(form, set()).add(word)
    return {form: frozenset(words) for form, words in forms.items()}


def _shortened(word: str) -> set[str]:
    return {word, *(word[:i] + word[i + 1 :] for i in range(len(word)))}


def near(word: str) -> tuple[str, ...]:
    """The known words one edit from `word`, as long ones first; none for what is no slip."""
    if len(word) < 3 or len(word) > 24 or not (word.isascii() and word.isalpha()):
        return ()
    if word in en_manners.NOT_TYPOS:
        return ()
    forms = _by_gap()
    found = {known for form in _shortened(word) for known in forms.get(form, ())}
    fits = [known for known in found if _one_edit(word, known)]
    return tuple(sorted(fits, key=lambda known: (abs(len(known) - len(word)), known)))[:_MOST]


def _one_edit(a: str, b: str) -> bool:
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
