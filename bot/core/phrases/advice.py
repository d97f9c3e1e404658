"""Errors of texts that name accounts, with commands that work: they offer only accounts of here."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from bot.core.accounts import AccountName, Directory, Fit, directory_of, folded, numbered, one_line
from bot.core.phrases.complaints import (
    NotCountedError,
    TwoAccountsError,
    UnknownWordsError,
    two_accounts,
)
from bot.core.phrases.namesakes import which, written
from bot.core.phrases.naming import Option, is_ours, leads, nouns, options, slips
from bot.core.phrases.prepare import as_read
from bot.core.phrases.tokens import Split, clean, split
from bot.core.sentences import Sentence, joined, phrase, say, told
from bot.core.subcommands import SUBCOMMANDS
from bot.errors import MOST_SUGGESTIONS, NoSuchAccountError, ParseError

Accounts = tuple[AccountName, ...]
Works = Callable[[str], bool]
_BESIDE = MOST_SUGGESTIONS - 1  # names that are offered, and another way out
_EACH = 2  # names that are offered of each of two
_MOST_MENDED = 12  # words of a text in which names with slips are looked for
_UNDATED = frozenset(row.subcommand.value for row in SUBCOMMANDS.values() if not row.dated)
_JOINING = frozenset((*"&,+/-", "and", "or", "vs", "y", "o", "und", "oder", "et", "ou", "e"))


def explained(error: ParseError, text: str, accounts: Accounts, works: Works) -> ParseError:
    """`error` of `text`, or a clearer one where it is about accounts; its commands name them."""
    language, clearer = error.language or "en", error
    if isinstance(error, NoSuchAccountError):
        clearer = _nearest(error, clean(as_read(text)), directory_of(accounts))
    elif isinstance(error, (UnknownWordsError, NotCountedError, TwoAccountsError)):
        cut = split(clean(as_read(text)))
        clearer = _about_names(error, cut, accounts, language, works)
    clearer.language, clearer.whose = error.language, error.whose
    if clearer is error and len(error.whose) == 1:
        error.suggestions = tuple(_kept(error, accounts, language, works))
    return clearer


def _kept(error: ParseError, accounts: Accounts, language: str, works: Works) -> Iterator[str]:
    """The suggestions, about the account that was named, where they take one."""
    number = error.whose[0]
    one = numbered(accounts, number) if number is not None else None
    name = written(one, directory_of(accounts)) if one is not None else None
    for text in error.suggestions:
        takes = isinstance(text, Sentence) and text.key.partition(" ")[0] not in _UNDATED
        whole = _for(text, name) if takes and (name or number is None) else text
        yield whole if works(told(whole, language)) else text


def _for(words: str, name: str | None) -> str:
    if name is None:
        return phrase("{words} for all", words=words)
    return phrase("{words} for {account}", words=words, account=name)


def _nearest(error: NoSuchAccountError, text: str, directory: Directory) -> ParseError:
    """A name that nobody has, with those that look like it, and where they all are."""
    name = error.words[0] if error.words else "#"
    typed = "".join(map(folded, split(name).words)) if name[:1] != "#" else ""
    found = directory.found(typed) if typed else None
    near = found.accounts[:_BESIDE] if found else ()
    message, hint = error.message, say("account_names")
    if found is not None and len(near) > 1:
        message = which(name, found.accounts)
    elif near := directory.nearest(typed) if typed else ():
        names = joined([one_line(one.name) for one in near], "comma_words")
        hint = say("both", first=say("near_names", names=names), second=hint)
    typed_so = quoted if (quoted := f'"{name}"') in text else name
    texts = [text.replace(typed_so, written(one, directory), 1).strip() for one in near]
    return NoSuchAccountError(message, hint, (*texts, phrase("accounts")), error.words)


def _about_names(
    error: ParseError, cut: Split, accounts: Accounts, code: str, works: Works
) -> ParseError:
    """Two accounts named, or one without "for"; `error` where it is about something else."""
    directory = directory_of(accounts)
    found = [one for one in _mentions(cut, directory, code) if _is_unread(one, error, code)]
    named = _joined_up(cut, found, directory)
    firsts = list(dict.fromkeys(option.accounts[0] for option in named))
    if len(firsts) < 2 and isinstance(error, TwoAccountsError):  # for #3 for #4, for all for acme
        error.suggestions = tuple(_one_each(error, accounts))
        return error
    if not named:
        return _unknown_name(error, cut, directory, code)
    if len(firsts) == 1 and firsts[0].number in error.whose:
        return error
    rest = _without(cut, named, code)
    offered = named[0].accounts[:MOST_SUGGESTIONS]
    if len(firsts) > 1:
        offered = (*named[0].accounts[:_EACH], *named[1].accounts[:_EACH])
    texts = [_for(rest, written(one, directory)) for one in offered]
    if not works(told(texts[0], code)):
        rest = phrase("stats last 7 days")
        texts = [_for(rest, written(one, directory)) for one in offered]
    if len(firsts) > 1:
        clearer: ParseError = two_accounts(named[0].said, named[1].said)
        clearer.suggestions = (*texts, _for(rest, None))
        return clearer
    hint = say("say_for")
    hint = say("both", first=error.hint, second=hint) if error.hint else hint
    return ParseError(error.message, hint, tuple(texts), error.words)


def _one_each(error: ParseError, accounts: Accounts) -> Iterator[str]:
    """A question about each account that was named, and about all."""
    whole = phrase("stats last 7 days")
    for number in error.whose:
        one = numbered(accounts, number) if number is not None else None
        if one is not None:
            yield _for(whole, written(one, directory_of(accounts)))
    yield _for(whole, None)


def _unknown_name(error: ParseError, cut: Split, directory: Directory, code: str) -> ParseError:
    """The words behind "for" that look like a name, though they may be slips of ours as well."""
    for i in range(1, len(cut.words)):
        if cut.words[i - 1] in leads(code) and not is_ours(cut.words[i], code):
            unknown = NoSuchAccountError(
                error.message, "", (), (cut.text[cut.starts[i] : cut.ends[i]],)
            )
            clearer = _nearest(unknown, cut.text, directory)
            return clearer if len(clearer.suggestions) > 1 else error
    return error


def _mentions(cut: Split, directory: Directory, code: str) -> Iterator[Option]:
    """The names in a text from left to right, of each place the longest."""
    i, mends = 0, len(cut.words) <= _MOST_MENDED
    while i < len(cut.words):
        led = i > 0 and cut.words[i - 1] in leads(code)
        found = options(cut, i, directory, code, alone=led)
        if mends and not found:
            found = list(slips(cut, i, directory, code))
        best = max(found, key=lambda option: (option.fit is Fit.EXACT, option.end), default=None)
        if best is not None:
            yield best
        i = best.end if best is not None else i + 1


def _is_unread(option: Option, error: ParseError, code: str) -> bool:
    """Whether the words of a name are no words of ours, or such as the error is about."""
    words = [word for word in split(option.said).words if folded(word)]
    about = {word for said in error.words for word in split(said).words}
    ours = all(is_ours(word, code) and word not in nouns(code) for word in words)
    return not ours or not about.isdisjoint(words)


def _joined_up(cut: Split, named: list[Option], directory: Directory) -> list[Option]:
    """The names; neighbours that nothing joins are one that nobody has, and what is near it."""
    whole: list[Option] = []
    for option in named:
        if not whole or whole[-1].end != option.first:
            whole.append(option)
            continue
        first = whole.pop().first
        said = cut.text[cut.starts[first] : cut.ends[option.end - 1]]
        near = directory.nearest("".join(map(folded, cut.words[first : option.end])), _BESIDE)
        whole.append(Option(first, option.end, said, Fit.SLIP, near or option.accounts))
    return whole


def _is_led(cut: Split, option: Option, code: str) -> bool:
    return option.first > 0 and cut.words[option.first - 1] in leads(code)


def _without(cut: Split, named: Sequence[Option], code: str) -> str:
    """The text without the names, what leads to them and what joins them."""
    pieces, at = [], 0
    for option in named:
        first = option.first - 1 if _is_led(cut, option, code) else option.first
        if not all(word in _JOINING for word in cut.words[at:first]):
            pieces.append(cut.text[cut.starts[at] : cut.ends[first - 1]])
        at = option.end
    if at < len(cut.words):
        pieces.append(cut.text[cut.starts[at] :])
    return " ".join(pieces).strip(" ,;:?!.")
