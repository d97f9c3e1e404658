"""A text that speaks of digests to the Reading of its command; ParseError where there is none.

The language is found and slips are mended as in questions, with the words of digests known too.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import partial
from itertools import islice
from typing import TypeVar

from bot.core.accounts import directory_of
from bot.core.context import Context, Reading
from bot.core.phrases import mending, named_accounts, namesakes
from bot.core.phrases.complaints import UnknownWordsError
from bot.core.phrases.digests import complaints, conclusions, items, speaking
from bot.core.phrases.digests.words import Place, Places
from bot.core.phrases.lexicon import PHRASES
from bot.core.phrases.naming import has_lead
from bot.core.phrases.resolving import Naming
from bot.core.phrases.scan import Scan
from bot.core.phrases.spans import Refusal
from bot.core.phrases.tokens import Split, split
from bot.core.query import Query, Subcommand
from bot.core.sentences import told
from bot.errors import ParseError

E = TypeVar("E", bound=ParseError)


def read(
    cut: Split,
    asked: Callable[[], Reading],
    names: tuple[str, ...],
    places: Places | None,
    context: Context,
) -> Reading:
    """The reading of a text that holds the word digest; `asked` reads it as a question.

    `names` and `places` are what stands for its marks.
    """
    known = places.places if places else ()
    return speaking.read(cut.words, asked, partial(_command, cut, names, known, context))


def _command(
    cut: Split, names: tuple[str, ...], places: tuple[Place, ...], context: Context
) -> Reading:
    reader = mending.Reader(
        lambda words, language: _read(words, names, places, context, language),
        lambda reading: reading.query,
        _noted,
        digests=True,
    )
    try:
        return mending.read_in_languages(cut, context.locale, reader)
    except ParseError as error:
        error.suggestions = _first_that_works(error, context)
        raise


def _first_that_works(error: ParseError, context: Context) -> tuple[str, ...]:
    """Of what is offered instead of words left out, or else, the first that is read."""
    if not isinstance(error, UnknownWordsError):
        return error.suggestions
    language = error.language or "en"
    works = (text for text in error.suggestions if _works(told(text, language), context, language))
    return tuple(islice(works, 1))


def _works(words: str, context: Context, language: str) -> bool:
    with suppress(ParseError):
        _read(split(words), (), (), context, language)
        return True
    return False


def _noted(reading: Reading, notes: tuple[str, ...]) -> Reading:
    return replace(reading, notes=(*notes, *reading.notes))


def _read(
    text: Split,
    names: tuple[str, ...],
    places: tuple[Place, ...],
    context: Context,
    language: str,
) -> Reading:
    """One reading of a cleaned text, without mending, and with the accounts that it names."""
    if not context.accounts or not has_lead(text, language):
        return _read_words(text, names, places, context, language)
    naming = Naming(
        directory_of(context.accounts),
        language,
        lambda words: _read_words(words, names, places, context, language),
        lambda reading: reading.query,
        lambda reading, said, account: _noted(reading, (namesakes.slipped(said, account),)),
    )
    return naming.resolve(text)


def _read_words(
    text: Split,
    names: tuple[str, ...],
    places: tuple[Place, ...],
    context: Context,
    language: str,
) -> Reading:
    """One reading of a text whose accounts, where it names any, are marked."""
    s = Scan(text, context.now, context.zone, context.week_start, False, language, digests=True)
    s.names, s.accounts = names, context.accounts
    if _asks_for_help(s):
        help_on_digests = Query(Subcommand.HELP, topic=Subcommand.DIGEST.value)
        return Reading(help_on_digests, language=language)
    try:
        found = items.read(s, places)
        if found.asked.unplaced:
            raise _about(s, complaints.unknown(s, found))
        command = conclusions.command(s, found)
    except Refusal as refusal:
        raise _about(s, complaints.refused(refusal)) from None
    return Reading(Query(Subcommand.DIGEST, digest=command), language=language)


def _asks_for_help(s: Scan) -> bool:
    """Digest help: as "help digest"."""
    second = PHRASES.get(s.words[1], ())
    return s.n == 2 and any(value is Subcommand.HELP for _, _, value in second)


def _about(s: Scan, error: E) -> E:
    """The error, with the accounts that the text names all the same."""
    if s.accounts:
        error.whose = named_accounts.numbers(s)
    return error
