"""What is said where accounts' names are unsure: which fit, which are near, how they are typed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.core.accounts import AccountName, Directory, Fit, folded, one_line
from bot.core.phrases import saying
from bot.core.phrases.naming import Option, is_ours
from bot.core.phrases.tokens import Split, words_of
from bot.core.phrases.vocabulary import CODES
from bot.core.query import quoted
from bot.core.sentences import joined, phrase, say
from bot.errors import MOST_SUGGESTIONS, ParseError

_TOLD = 3  # names in a sentence
# A name that needs no quotes where it is typed.
_PLAIN = re.compile(r"[^\W\d_][^\W_]*(?:(?:[ .-]| & )[^\W_]+)*")


def written(account: AccountName, directory: Directory) -> str:
    """How an account is typed so that it is read: by its name, in quotes, or by its number."""
    name = one_line(account.name)
    if not name or directory.named(name) != (account,):
        return f"#{account.number}"
    words = words_of(name)
    ours = all(any(is_ours(word, code) for code in ("en", *CODES)) for word in words)
    found = directory.found("".join(map(folded, words)))
    alone = found is not None and found == (Fit.EXACT, (account,))
    return name if alone and not ours and _PLAIN.fullmatch(name) else quoted(name)


def slipped(said: str, account: AccountName) -> str:
    """What is said of a name with a slip in it."""
    return say("typo_read", typed=saying.quoted(said), word=one_line(account.name))


def several(cut: Split, option: Option, directory: Directory) -> ParseError:
    """Words that fit several accounts: each is offered."""
    offered = option.accounts[:MOST_SUGGESTIONS]
    texts = tuple(replaced(cut, option, written(one, directory)) for one in offered)
    words = saying.quoted(option.said)
    return ParseError(which(words, option.accounts), "", texts, (words,))


def which(words: str, accounts: Sequence[AccountName]) -> str:
    """What is said of words that fit several accounts."""
    names = joined([one_line(one.name) for one in accounts[:_TOLD]], "comma_words")
    more = len(accounts) - _TOLD
    if more > 0:
        return say("which_of_many", words=words, names=names, count=more)
    return say("which_account", words=words, names=names)


def two_ways(cut: Split, found: Sequence[Option], directory: Directory) -> ParseError:
    """Words of which more or fewer may be the name, and the rest a date."""
    words = saying.quoted(max((option.said for option in found), key=len))
    texts = [replaced(cut, option, written(option.accounts[0], directory)) for option in found]
    return ParseError(say("two_ways", words=words), "", tuple(texts[:MOST_SUGGESTIONS]), (words,))


def or_a_date(
    cut: Split, lead: int, option: Option, directory: Directory, *, bare: bool
) -> ParseError:
    """A name that is a month or a day as well; `bare` where nothing else is said."""
    text = cut.text[: cut.starts[lead]] + cut.text[cut.starts[lead + 1] :]
    # Beside the text without a name.
    offered = option.accounts[: MOST_SUGGESTIONS - 1]
    names = [written(one, directory) for one in offered]
    named = [replaced(cut, option, name) for name in names]
    if bare:  # the name alone would ask nothing
        whole = phrase("stats last 7 days")
        named = [phrase("{words} for {account}", words=whole, account=name) for name in names]
    texts = (text.strip(), *named)
    words = saying.quoted(option.said)
    return ParseError(say("date_or_account", words=words), "", texts, (words,))


def replaced(cut: Split, option: Option, name: str) -> str:
    """The text with a name in the place of the words that were typed for it."""
    before, after = cut.text[: cut.starts[option.first]], cut.text[cut.ends[option.end - 1] :]
    return f"{before}{name}{after}".strip()
