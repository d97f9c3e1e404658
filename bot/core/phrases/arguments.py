"""What stands behind use, disconnect and settings: an account, by its number or its name."""

from __future__ import annotations

from bot.core.accounts import Fit, directory_of, numbered
from bot.core.phrases import namesakes, saying
from bot.core.phrases.complaints import takes_no_more
from bot.core.phrases.naming import Option, is_manners, leads, options, slips, starts
from bot.core.phrases.scan import Scan
from bot.core.phrases.tokens import QUOTED, Split, split
from bot.core.query import Query, Subcommand
from bot.core.sentences import say
from bot.errors import NoSuchAccountError, ParseError

# None of them: a channel's account is forgotten.
_NONE = frozenset(("none", "nothing", "no account", "no accounts"))

# The settings of a channel; an account that is called so is named in quotes or by its number.
CHANNEL = "channel"
_CHANNEL = frozenset((CHANNEL, "canal", "kanal", "here", "aquí", "hier", "ici", "aqui"))
_THIS = frozenset(("this", "the", "of", "for", "de", "para"))
_THIS |= {"este", "del", "dieser", "diesen", "dieses", "für", "ce", "du", "pour", "deste", "do"}

Asked = tuple[Query, tuple[str, ...]]


def read(s: Scan, subcommand: Subcommand, i: int) -> Asked:
    """The query of a subcommand and the account behind it at word i, and what must be said of it.

    ParseError for a name that no account has, or several have.
    """
    said = [word for word in s.words[i : s.n] if word.isalnum() or word in ('"', "#", QUOTED)]
    if subcommand is Subcommand.USE and " ".join(said) in _NONE:
        return Query(subcommand, no_account=True), ()
    if not said:
        return Query(subcommand), ()
    cut = split(s.text)
    first = next(k for k, start in enumerate(cut.starts) if start >= s.ends[i - 1])
    if subcommand is Subcommand.SETTINGS and _is_channel(cut.words[first:]):
        return Query(subcommand, topic=CHANNEL), ()
    while first < len(cut.words) - 1 and cut.words[first] in leads(s.language):
        first += 1
    found = _options(s, cut, first)
    if not found and all(is_manners(word, s.language) for word in cut.words[first:]):
        return Query(subcommand), ()
    if not found:
        raise _unknown(s, subcommand, cut.text[cut.starts[first] :])
    accounts = {one.number: one for option in found for one in option.accounts}
    if len(accounts) > 1:
        raise namesakes.several(
            cut, found[0]._replace(accounts=tuple(accounts.values())), directory_of(s.accounts)
        )
    ((number, account),) = accounts.items()
    notes = (namesakes.slipped(found[0].said, account),) if found[0].fit is Fit.SLIP else ()
    return Query(subcommand, account=number), notes


def _is_channel(words: list[str]) -> bool:
    """This channel, in words of any language."""
    return words[-1] in _CHANNEL and _THIS.issuperset(words[:-1])


def _options(s: Scan, cut: Split, first: int) -> list[Option]:
    """The accounts that all that stands from word `first` on can mean; whole names go first."""
    at = list(starts(cut.words, first, s.language))[-1]
    if at < len(cut.words) and cut.words[at] == "#":
        following = cut.words[at + 1] if at + 1 < len(cut.words) else ""
        one = numbered(s.accounts, int(following[:9])) if following.isdecimal() else None
        whole = one is not None and _is_all(s, cut, at + 2)
        return [Option(first, at + 2, f"#{following}", Fit.EXACT, (one,))] if one and whole else []
    directory = directory_of(s.accounts)
    name = _in_quotes(s, cut, at)
    if name is not None:
        accounts = directory.named(name)
        return [Option(first, len(cut.words), name, Fit.EXACT, accounts)] if accounts else []
    found = options(cut, first, directory, s.language, alone=True)
    found = [option for option in found if _is_all(s, cut, option.end)]
    if not found:
        mended = slips(cut, first, directory, s.language)
        return [option for option in mended if _is_all(s, cut, option.end)]
    exact = [option for option in found if option.fit is Fit.EXACT]
    return exact or found


def _in_quotes(s: Scan, cut: Split, at: int) -> str | None:
    """What stands in quotes from word `at` to the end."""
    if at < len(cut.words) and cut.words[at] == QUOTED:
        return s.names[cut.words[:at].count(QUOTED)]
    rest = cut.text[cut.starts[at] :].rstrip(" .!?") if at < len(cut.words) else ""
    if len(rest) > 2 and rest[0] == rest[-1] and rest[0] in "\"'":
        return rest[1:-1].replace(rest[0] * 2, rest[0])
    return None


def _is_all(s: Scan, cut: Split, end: int) -> bool:
    """Whether nothing but manners stands from word `end` on."""
    return all(is_manners(word, s.language) for word in cut.words[end:])


def _unknown(s: Scan, subcommand: Subcommand, name: str) -> ParseError:
    """A name that nobody has; all of them, where one is taken."""
    words = saying.quoted(name.strip(" ?!.,\"'"))
    if not s.accounts:
        return ParseError(say("one_account", words=words), words=(words,))
    if words.split(maxsplit=1)[0] in ("all", "every"):
        return takes_no_more(subcommand)
    return NoSuchAccountError(say("no_such_account", words=words), "", (), (words,))
