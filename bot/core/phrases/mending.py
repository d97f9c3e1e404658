"""Reads a text in the languages it may be in, and mends its slips; knows nothing of what is read.

The first language that reads it wholly counts. Where two that fit it equally well read different
things, both are offered, and where none reads it, slips are looked for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import product
from typing import Generic, TypeVar

from bot.core.phrases import typos
from bot.core.phrases.complaints import NotCountedError, UnknownWordsError
from bot.core.phrases.prepare import cut_in_words
from bot.core.phrases.scan import Scan
from bot.core.phrases.tokens import Split, split
from bot.core.phrases.translation import home_of, is_english, languages, possible
from bot.core.phrases.vocabulary import CODES
from bot.core.sentences import joined, say
from bot.errors import ParseError

_MENDED_WORDS = 40  # longer texts are not read again and again
_NOW = datetime(2000, 1, 1, tzinfo=UTC)

T = TypeVar("T")
# A language that did not read the text, how many words it knows, and why.
Failed = tuple[str, int, ParseError]
Edits = tuple[tuple[int, str], ...]


@dataclass(slots=True)
class Reader(Generic[T]):
    """How a text is read: `read(split, language)`; readings with the same `key` are the same.

    `note` adds to a reading what must be said of the mending. `digests` says that the text speaks
    of these, so that their words are known.
    """

    read: Callable[[Split, str], T]
    key: Callable[[T], object]
    note: Callable[[T, tuple[str, ...]], T]
    digests: bool = False


def read_in_languages(text: str | Split, locale: str | None, reader: Reader[T]) -> T:
    """What `reader` makes of a cleaned text; ParseError in the language it was most likely in."""
    cut, home = cut_in_words(text) if isinstance(text, str) else text, home_of(locale)
    words, digests = cut.words, reader.digests
    if home == "en" and is_english(words):
        try:
            return reader.read(cut, "en")
        except ParseError:  # perhaps of another language, or with a slip
            pass
    found = languages(words, home, digests=digests)
    failed: list[Failed] = []
    for rank, one in enumerate(found):
        try:
            result = reader.read(cut, one.code)
        except ParseError as error:
            failed.append((one.code, one.known, error))
            continue
        if one.code not in ("en", home):
            _alone(cut, reader, result, [c.code for c in found[rank + 1 :] if c[1:] == one[1:]])
        return result
    others = possible(words, found, digests=digests)
    for code in others:
        with suppress(ParseError):
            result = reader.read(cut, code)
            _alone(cut, reader, result, others)
            return result
    return _mend_first(cut, failed, reader)


def _alone(cut: Split, reader: Reader[T], result: T, others: Sequence[str]) -> None:
    """ParseError where another language that fits as well reads something else."""
    for code in others:
        try:
            other = reader.read(cut, code)
        except ParseError:
            continue
        if reader.key(other) != reader.key(result):
            raise ParseError(say("languages_unsure", words=" ".join(cut.text.split())[:60]))


def _mend_first(cut: Split, failed: Sequence[Failed], reader: Reader[T]) -> T:
    """The reading of the first language whose slips can be mended; its error where none can."""
    for code, known, error in failed:
        if not isinstance(error, UnknownWordsError):
            if known < failed[0][1]:
                continue  # what a less likely language refuses is not what was meant
            raise _in(code, error)
        try:
            result, notes = _mended(cut, error, code, reader)
        except UnknownWordsError:
            continue
        except ParseError as other:
            raise _in(code, other) from None
        return reader.note(result, notes)
    result, notes = _mend_elsewhere(cut, failed, reader)
    return reader.note(result, notes)


def _mend_elsewhere(
    cut: Split, failed: Sequence[Failed], reader: Reader[T]
) -> tuple[T, tuple[str, ...]]:
    """A slip in a word that alone would have told the language (gesten, ontme), if it is one's."""
    found: dict[object, tuple[T, tuple[str, ...]]] = {}
    for code in set(CODES) - {code for code, _, _ in failed}:
        with suppress(ParseError):
            try:
                reader.read(cut, code)
            except UnknownWordsError as error:
                result, notes = _mended(cut, error, code, reader, telling=True)
                found.setdefault(reader.key(result), (result, notes))
    if len(found) != 1:
        raise _in(failed[0][0], failed[0][2])
    return next(iter(found.values()))


def _in(code: str, error: ParseError) -> ParseError:
    error.language = code
    return error


def _mended(
    cut: Split, error: UnknownWordsError, code: str, reader: Reader[T], *, telling: bool = False
) -> tuple[T, tuple[str, ...]]:
    """One way to mend the slips is taken and said, of two both are offered.

    With `telling` only words that no English text has are looked for.
    """
    digests = reader.digests
    scan = Scan(error.cut or cut, _NOW, UTC, language=code, digests=digests)
    choices = [
        [(i, word) for word in typos.near(scan.words[i], code, telling=telling, digests=digests)]
        for i, _ in error.places
        if not scan.senses[i]
    ]
    choices = [choice for choice in choices if choice]
    if not 1 <= len(choices) <= 2 or scan.n > _MENDED_WORDS:
        raise error
    found: dict[object, tuple[T, str, Edits]] = {}
    complaint: ParseError | None = None
    for edits in _edits(choices):
        if found and len(edits) > 1:
            break
        mended = _replaced(scan, edits)
        try:
            result = reader.read(split(mended), code)
        except UnknownWordsError:
            continue
        except ParseError as other:
            if not _is_faint(scan, edits, 4):
                complaint = complaint or _with_note(other, scan, edits)
            continue
        found.setdefault(reader.key(result), (result, mended, edits))
    if not found:
        raise complaint or error
    if len(found) > 1 or _is_faint(scan, next(iter(found.values()))[2], 5 if telling else 4):
        raise _which(scan, [(mended, edits) for _, mended, edits in found.values()])
    result, _, edits = next(iter(found.values()))
    return result, _notes(scan, edits)


def _edits(choices: Sequence[Sequence[tuple[int, str]]]) -> Iterator[Edits]:
    """Every way to mend the first slip, then all: behind a command may stand a name, as it is."""
    yield from product(*choices[:1])
    if len(choices) > 1:
        yield from product(*choices)


def _is_faint(scan: Scan, edits: Edits, at_least: int) -> bool:
    """Whether a slip was mended to a word so short that it may be chance; letters swapped are not.

    A swap keeps every letter (dya, day), which no other word does by chance.
    """
    return any(len(word) < at_least and sorted(word) != sorted(scan.words[i]) for i, word in edits)


def _replaced(scan: Scan, edits: Edits) -> str:
    text = scan.text
    for i, word in sorted(edits, key=lambda edit: scan.starts[edit[0]], reverse=True):
        text = text[: scan.starts[i]] + word + text[scan.ends[i] :]
    return text


def _notes(scan: Scan, edits: Edits) -> tuple[str, ...]:
    return tuple(say("typo_read", typed=scan.said(i, i + 1), word=word) for i, word in edits)


def _with_note(error: ParseError, scan: Scan, edits: Edits) -> ParseError:
    """The error of a mended text, with what was mended."""
    notes = list(_notes(scan, edits))
    hint = error.hint
    if isinstance(error, NotCountedError) and error.reading:
        i, word = edits[-1]
        values = {"typed": scan.said(i, i + 1), "word": word, "reading": error.reading}
        notes[-1], hint = say("typo_read_as", **values), ""
    whole = joined([*notes, hint] if hint else notes, "both")
    return ParseError(error.message, whole, error.suggestions, error.words)


def _which(scan: Scan, options: list[tuple[str, Edits]]) -> ParseError:
    words = tuple(dict.fromkeys(scan.said(i, i + 1) for _, edits in options for i, _ in edits))
    meant = dict.fromkeys(word for _, edits in options for _, word in edits)
    listed = joined([say("quoted_words", words=word) for word in list(meant)[:3]], "or_words")
    message = say("typo_unsure", typed=words[0], words=listed)
    return ParseError(message, "", tuple(text.strip() for text, _ in options[:3]), words)
