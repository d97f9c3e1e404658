"""Accounts that are surely named: for #3, for "May GmbH", for all.

Draws no conclusions. Names without quotes are found by `naming` and stand as marks in the text
that is read here.
"""

from __future__ import annotations

from contextlib import suppress

from bot.core import zones
from bot.core.accounts import directory_of, numbered
from bot.core.phrases import grammar, typos
from bot.core.phrases.draft import Draft
from bot.core.phrases.lexicon import PHRASES
from bot.core.phrases.naming import MARK, nouns
from bot.core.phrases.scan import Scan
from bot.core.phrases.spans import Refusal
from bot.core.phrases.tokens import QUOTED

_NAMED = frozenset(("subcommand", "metric"))
_OURS = frozenset(("the", "my", "our", "of", "please"))  # all of our accounts
_MOST_UNKNOWN = 6  # words of a name that nobody has


def read(s: Scan, i: int, draft: Draft) -> int:
    """The account or accounts behind "for" at word i; the index after, or 0 where none are meant.

    Refusal for a name that no account has.
    """
    end = every(s, i + 1, draft, i)
    if end:
        return end
    if "all" in s.senses[i + 1]:
        return _all(s, i, draft)
    end = _numbered(s, i, draft) or _in_quotes(s, i, draft)
    return end or _unknown(s, i)


def every(s: Scan, i: int, draft: Draft, lead: int | None = None) -> int:
    """All accounts, each of our clients, by account: the index after, or 0."""
    if "all" not in s.senses[i] and "by" not in s.senses[i]:
        return 0
    j = i + 1
    while s.words[j] in _OURS:
        j += 1
    if s.words[j] not in nouns("en"):
        return 0
    _add(s, draft, None, i if lead is None else lead, j + 1)
    return j + 1


def _all(s: Scan, i: int, draft: Draft) -> int:
    """For all; but "for all of october" is october, and "for all flows" names no account."""
    if _is_named(s, i + 1):  # all users
        return i + 1
    if s.words[i + 2] == "of" and grammar.period(s, i + 3):
        return i + 2
    if _is_named(s, i + 2):
        return 0
    _add(s, draft, None, i, i + 2)
    return i + 2


def _numbered(s: Scan, i: int, draft: Draft) -> int:
    """For #3: the number stays when the account is renamed."""
    j = _behind_noun(s, i + 1)
    senses = s.senses[j + 1]
    number = senses.get("digits", senses.get("ordinal"))
    if s.words[j] != "#" or number is None or not s.joined(j + 1):
        return 0
    if s.accounts and numbered(s.accounts, number) is None:
        raise Refusal("no_such_account", words=s.said(j, j + 2))
    _add(s, draft, number, i, j + 2)
    return j + 2


def _in_quotes(s: Scan, i: int, draft: Draft) -> int:
    j = _behind_noun(s, i + 1)
    if s.words[j] != QUOTED:
        return 0
    end = quoted(s, j, draft)
    if not end:
        raise Refusal("no_such_account" if s.accounts else "one_account", words=s.said(j, j + 1))
    return end


def quoted(s: Scan, i: int, draft: Draft) -> int:
    """The account whose name stands in quotes at word i; the index after, and behind its noun."""
    named = directory_of(s.accounts).named(s.names[s.words[:i].count(QUOTED)])
    if len(named) != 1:
        return 0
    _add(s, draft, named[0].number, i, i + 1)
    return i + 2 if s.words[i + 1] in nouns("en") else i + 1


def marked(s: Scan, i: int, draft: Draft) -> int:
    """The account whose mark is word i; the index after, or 0."""
    if not s.words[i].startswith(MARK):
        return 0
    _add(s, draft, int(s.words[i].removeprefix(MARK)), i, i + 1)
    return i + 1


def numbers(s: Scan) -> tuple[int | None, ...]:
    """The numbers of the accounts that a text names, None for all, also where it is refused."""
    draft = Draft()
    for i in range(s.n):
        with suppress(Refusal):
            if not marked(s, i, draft) and "for" in s.senses[i]:
                read(s, i, draft)
    return tuple(dict.fromkeys(number for number, _ in draft.accounts))


def _behind_noun(s: Scan, i: int) -> int:
    while s.words[i] == "the" or s.words[i] in nouns("en"):
        i += 1
    return i


def _add(s: Scan, draft: Draft, number: int | None, i: int, end: int) -> None:
    if not s.accounts:
        raise Refusal("one_account", words=s.said(i, end))
    draft.accounts.append((number, s.said(i, end)))


def _unknown(s: Scan, i: int) -> int:
    """Refusal for a word behind "for" that can only be a name; 0 for one that may be no name."""
    if _is_named(s, i + 1):
        return i + 1
    first = i + 2 if s.words[i + 1] in ('"', "'") else i + 1
    following = s.words[first]
    if _means_something(s, first) or zones.names_country(following):
        return 0
    if not following[:1].isalpha() or typos.near(following, s.language):
        return 0
    end = first + 1
    while end < min(s.n, first + _MOST_UNKNOWN) and not _means_something(s, end):
        end += 1
    if s.accounts:
        raise Refusal("no_such_account", words=s.said(first, end))
    raise Refusal("one_account", words=s.said(i, first + 1))


def _is_named(s: Scan, i: int) -> bool:
    """Whether a subcommand or a figure is named at word i."""
    return any(
        kind in _NAMED and tuple(s.words[i : i + len(words)]) == words
        for words, kind, _ in PHRASES.get(s.words[i], ())
    )


def _means_something(s: Scan, i: int) -> bool:
    return bool(s.senses[i]) or s.words[i] in PHRASES or not s.words[i][:1].isalnum()
