"""The name that `connect` gives to a new account, as it was typed; refused where it can be none."""

from __future__ import annotations

import re
import unicodedata

from bot.core.accounts import AccountName, directory_of, one_line
from bot.core.phrases import saying
from bot.core.phrases.naming import nouns
from bot.core.phrases.prepare import IN_QUOTES, as_read, looks_like_a_key
from bot.core.phrases.scan import Scan
from bot.core.phrases.tokens import QUOTED
from bot.core.query import Query, Subcommand
from bot.core.sentences import phrase, say
from bot.errors import ParseError

NAME_LIMIT = 60  # characters
_UNSEEN = ("Cc", "Cf", "Cn", "Co", "Cs")
_JOINERS = "\u200c\u200d"  # not seen, and part of how some scripts and emoji are written
# As long as no word is; keys of 32 digits of base 16, of base 64, and UUIDs hold some.
_TOKEN = re.compile(r"[A-Za-z0-9]{24,}|[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}")
_CLOSING = {'"': '"', "“": "”", "„": "“", "«": "»", "'": "'", "‘": "’"}
# What may stand before a new name, where the account is said: a new account called.
_BEFORE = frozenset(("a", "an", "the", "my", "our", "new", "another"))
_CALLED = frozenset(("called", "named", "as"))
_NO_NAME = _BEFORE | frozenset(("flow", "xo", "flowxo", "key", "api", "one", "please"))


def read(s: Scan, i: int) -> Query:
    """Connect, under the name that stands from word i on, if one does."""
    first = _behind_noun(s, i)
    said = list(filter(_says_something, s.words[first : s.n]))
    whole = s.text[s.ends[first - 1] :].strip(" :,")
    # What stands in quotes is a name, whatever it is made of.
    if not IN_QUOTES.search(whole.replace(QUOTED, '""')) and all(
        word in _NO_NAME or word in nouns("en") for word in said
    ):
        return Query(Subcommand.CONNECT)
    name = _as_typed(s, first)
    if not any(map(_says_something, name)):
        raise ParseError(say("name.empty"), say("name_hint"))
    must_be_possible(name, s.accounts)
    return Query(Subcommand.CONNECT, name=name)


def _behind_noun(s: Scan, i: int) -> int:
    """The index after "a new account called", where the account is said, else i."""
    j = i
    while s.words[j] in _BEFORE:
        j += 1
    if s.words[j] not in nouns("en"):
        return i
    return j + 2 if s.words[j + 1] in _CALLED else j + 1


def _says_something(word: str) -> bool:
    return any(c == QUOTED or c.isalnum() or unicodedata.category(c)[0] == "S" for c in word)


def _as_typed(s: Scan, first: int) -> str:
    """The words from `first` on as they were typed, before they were made one form."""
    before, rest = s.text[: s.ends[first - 1]], s.text[s.ends[first - 1] :].strip(" :,")
    if rest == QUOTED:
        return " ".join(s.names[before.count(QUOTED)].split())
    _, *typed = s.raw.split(maxsplit=len(before.split()))[len(before.split()) - 1 :]
    name = " ".join(as_read(*typed).split()) if typed else ""
    # A slip in the words before it was mended, or blanks were typed that are none.
    known = QUOTED in rest or one_line(name) == one_line(rest)
    return _without_quotes(name if known else one_line(rest))


def _without_quotes(name: str) -> str:
    """The name in a pair of quotes, of which those within are doubled; else all of it."""
    inner = name[1:-1].strip()
    if not inner or _CLOSING.get(name[0]) != name[-1] or (name[0] in "'‘" and name[-1] in inner):
        return name
    if name[0] != '"':
        return inner
    return name if '"' in inner.replace('""', "") else inner.replace('""', '"')


def holds_a_key(name: str) -> bool:
    """Whether an API key may be in a name: also one in no form that is known, such as 32 digits of
    base 16, since whoever pastes it into the wrong field would tell everybody.
    """
    return looks_like_a_key(name) or any(map(_mixed, _TOKEN.findall(name)))


def _mixed(word: str) -> bool:
    return not word.isalpha() and not word.isdigit()


def must_be_possible(name: str, accounts: tuple[AccountName, ...]) -> None:
    """ParseError for a name that is a key, too long, has characters unseen, or is taken."""
    if holds_a_key(name):
        raise ParseError(say("name_is_key"))
    if any(unicodedata.category(c) in _UNSEEN and c not in _JOINERS for c in name):
        raise ParseError(say("name_unseen"))
    if len(name) > NAME_LIMIT:
        raise ParseError(say("name_too_long", limit=NAME_LIMIT))
    for one in directory_of(accounts).named(name)[:1]:
        words = saying.quoted(one_line(name))
        message = say("name_taken", words=words, number=one.number)
        raise ParseError(message, "", (phrase("accounts"),), (words,))
