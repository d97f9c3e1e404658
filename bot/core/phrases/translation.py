"""Which languages a text may be in, and its words as the English ones that the grammar reads.

Word orders that differ are put right (semana pasada, 7 derniers jours, vor 3 Tagen); every word
keeps its place in the text. What is in no table stays as it is, so that it can be told.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.core.phrases.lexicon import ENGLISH, NOTHING, SENSES, unlisted
from bot.core.phrases.vocabulary import CODES, Target, Vocabulary, of, pieces
from bot.core.phrases.word_order import Token, is_day_word, ordered


def home_of(locale: str | None) -> str:
    """The language of a Slack locale; English where it is none of ours."""
    code = (locale or "").replace("_", "-").lower().partition("-")[0]
    return code if code in CODES else "en"


def languages(words: Sequence[str], locale: str | None) -> tuple[tuple[str, int], ...]:
    """The languages that the words may be in with how many they know, most first.

    The locale's comes first among equals, then English. Another than these two needs a word that
    no English text has: manners alone make no language.
    """
    home = home_of(locale)
    letters = [word for word in words if word[0].isalpha()]
    english = sum(word in ENGLISH for word in letters)
    if home == "en" and english == len(letters):
        return (("en", english),)
    found = [("en", english)]
    for code in CODES:
        vocabulary = of(code)
        split = [piece for word in letters for piece in pieces(code, word)]
        known = sum(piece in vocabulary.own for piece in split)
        if known and (code == home or any(piece in vocabulary.telling for piece in split)):
            found.append((code, known))
    order = {code: rank for rank, code in enumerate((home, "en", *CODES))}
    order[home] = 0
    return tuple(sorted(found, key=lambda one: (-one[1], order[one[0]])))


def translate(code: str, words: list[str], starts: list[int], ends: list[int]) -> list[Token]:
    """The words of a text in the language `code` as English ones, in English order."""
    vocabulary = of(code)
    cut = _cut(code, words, starts, ends)
    tokens: list[Token] = []
    i = 0
    while i < len(cut):
        i = _read(vocabulary, cut, i, tokens)
    return ordered(tokens)


def _cut(code: str, words: list[str], starts: list[int], ends: list[int]) -> list[Token]:
    """The words with what French elides as words of their own: d'octobre, l'an."""
    cut: list[Token] = []
    for word, start, end in zip(words, starts, ends, strict=True):
        if word == "'" and cut and pieces(code, f"{cut[-1].word}'x")[0] == f"{cut[-1].word}'":
            cut[-1] = Token(f"{cut[-1].word}'", NOTHING, cut[-1].start, end)
            continue
        at = start
        parts = pieces(code, word)
        for part in parts:
            till = end if part is parts[-1] else at + len(part)
            cut.append(Token(part, NOTHING, at, till))
            at = till
    return cut


def _read(vocabulary: Vocabulary, cut: list[Token], i: int, tokens: list[Token]) -> int:
    """Translate what stands at word i into `tokens`; the index after it."""
    word = cut[i].word
    if word[0].isdecimal():
        return _number(vocabulary, cut, i, tokens)
    for phrase, found in vocabulary.longer.get(word, ()):
        size = len(phrase)
        if tuple(token.word for token in cut[i : i + size]) == phrase:
            _put(tokens, found, cut[i].start, cut[i + size - 1].end)
            return i + size
    targets = vocabulary.single.get(word)
    if targets is None:
        senses = SENSES.get(word) or unlisted(word)
        tokens.append(cut[i]._replace(senses=senses))
    else:
        _put(tokens, targets, cut[i].start, cut[i].end)
    return i + 1


def _put(tokens: list[Token], targets: Sequence[Target], start: int, end: int) -> None:
    tokens += [Token(word, senses, start, end, marker) for word, senses, marker in targets]


def _number(vocabulary: Vocabulary, cut: list[Token], i: int, tokens: list[Token]) -> int:
    """Digits at word i: a number, an ordinal (1er, 2ª, 3.), a day (el 12), an hour (9h)."""
    token, after = cut[i], _ordinal_end(vocabulary, cut, i)
    if after:
        day = is_day_word(tokens)
        senses = {"ordinal": int(token.word[:9]), "suffixed": True}
        start = tokens.pop().start if day else token.start
        tokens.append(Token(f"{token.word}th", senses, start, cut[after - 1].end))
        return after
    tokens.append(token._replace(senses=unlisted(token.word)))
    return i + 1


def _ordinal_end(vocabulary: Vocabulary, cut: list[Token], i: int) -> int:
    """The index after an ordinal in digits at word i, else 0."""
    if not cut[i].word.isdecimal():
        return 0
    following = _joined(cut, i + 1)
    if following in vocabulary.endings:
        return i + 2
    if following == "." and _joined(cut, i + 2) in vocabulary.endings:
        return i + 3
    dotted = (
        vocabulary.code == "de" and following == "." and not _joined(cut, i + 2)[:1].isdecimal()
    )
    if dotted and not (i and cut[i - 1].word == "." and cut[i - 1].end == cut[i].start):
        return i + 2
    return 0


def _joined(cut: list[Token], i: int) -> str:
    """Word i where no blank stands before it, else an empty one."""
    return cut[i].word if i < len(cut) and cut[i - 1].end == cut[i].start else ""
