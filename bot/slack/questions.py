"""From words to a Question: what is asked, by whom, about which account; fetches and shows nothing.

The words of a button are read as strictly as they were written: what it was about, or nothing.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, tzinfo

from bot.core.parse import Context, Reading, parse
from bot.core.query import Query
from bot.core.sentences import say
from bot.errors import BotError, NoSuchAccountError, ParseError, StorageError
from bot.slack import memory
from bot.slack.asker import Asker, WhichAccountError
from bot.slack.desk import Desk
from bot.slack.place import Place
from bot.storage.accounts import Account

_FOR = " for "


@dataclass(frozen=True, slots=True)
class Question:
    """What somebody asks somewhere, and about which account (None where it is about none).

    `words` are those typed, where they can be asked again.
    """

    place: Place
    asker: Asker
    query: Query
    account: Account | None = None
    notes: tuple[str, ...] = ()
    alternatives: tuple[str, ...] = ()
    words: str | None = None

    def about(self, query: Query) -> Question:
        """The same asker and place, another question."""
        return Question(self.place, self.asker, query, self.account)


def read(
    desk: Desk, place: Place, asker: Asker, text: str, *, afresh: bool, about: int | None = None
) -> Question:
    """The question that `text` asks, in a thread after what it showed last unless `afresh`.

    `about` is the number of the account that is meant, whichever the words name today.
    ParseError where it asks none; another BotError where nobody can say what it is about.
    """
    context, forgotten = _context(desk, place, asker), None
    if not afresh:
        try:
            context = replace(context, last=memory.recall(desk, place, context))
        except StorageError:
            forgotten = BotError(say("thread.forgotten"), say("thread.forgotten_hint"))
        except memory.UnreadableError as error:
            forgotten = error
    reading = parse(text, context)
    if forgotten is not None and not reading.whole:
        # Read alone it would be another question, about dates that nobody asked for.
        raise forgotten
    # Words that refined a thread's question mean nothing without it.
    words = None if reading.refined else text
    return _question(place, asker, text, context, reading, words, about)


def read_again(desk: Desk, question: Question, account: Account | None) -> Reading:
    """The words of a question that refines none, read by an account's clock."""
    place, asker = question.place, question.asker
    context = _by_its_clock(_context(desk, place, asker), asker, account)
    return parse(question.words or "", context)


def read_digest(desk: Desk, place: Place, asker: Asker, text: str) -> Question:
    """The canonical words about digests that a button carries; BotError where they are none."""
    try:
        question = read(desk, place, asker, text, afresh=True)
    except ParseError as error:
        # What could be read when it was written names an account that is known here no more.
        if _FOR in text:
            raise BotError(say("account.gone"), say("account.gone_hint")) from error
        raise BotError(say("button.stale")) from error
    if question.query.digest is None:
        raise BotError(say("button.stale"))
    return question


def read_button(desk: Desk, place: Place, text: str) -> Question:
    """The question that a button carries, for the one who pressed it; BotError where none is."""
    asker = desk.admit(place)
    context = _context(desk, place, asker)
    try:
        reading = parse(text, context)
    except NoSuchAccountError as error:
        raise BotError(say("account.gone"), say("account.gone_hint")) from error
    except ParseError as error:
        raise BotError(say("button.stale")) from error
    if reading.query.period is None:
        raise BotError(say("button.stale"))
    return _question(place, asker, text, context, reading, None)


def _question(
    place: Place, asker: Asker, text: str, context: Context, reading: Reading,
    words: str | None, about: int | None = None,
) -> Question:  # fmt: skip
    """The question with its account, read by that account's clock."""
    account = None
    if reading.query.period is not None and not reading.query.all_accounts:
        account = _meant(asker, text, context, reading, about)
        clock = _by_its_clock(context, asker, account)
        # A zone that was typed stands; weeks are the account's all the same.
        if clock.week_start != context.week_start or (
            clock.zone != context.zone and reading.query.zone is None
        ):
            reading = parse(text, clock)
    query = reading.query
    if account is not None:
        # The one that is shown, whatever becomes of names and of the channel's own account.
        query = replace(query, account=account.number)
    return Question(
        asker.at(place), asker, query, account, reading.notes, reading.alternatives, words
    )


def _meant(
    asker: Asker, text: str, context: Context, reading: Reading, about: int | None
) -> Account:
    """The account that is asked about; WhichAccountError knows the question about each."""
    query = reading.query
    try:
        return asker.meant(query if about is None else replace(query, account=about))
    except WhichAccountError as error:
        read: dict[tuple[tzinfo, int], Query] = {}
        for account in error.accounts:
            clock = _by_its_clock(context, asker, account)
            known = clock.zone, clock.week_start
            if known not in read:
                read[known] = reading.query
                # What one account's clock has not come to is refused once it is chosen.
                with suppress(ParseError):
                    read[known] = parse(text, clock).query
            error.asked[account.number] = read[known]
        error.notes = reading.notes
        raise


def _by_its_clock(context: Context, asker: Asker, account: Account | None) -> Context:
    """The days and weeks of an account."""
    week_start = account.week_start if account else 0
    return replace(context, zone=asker.zone(account), week_start=week_start)


def _context(desk: Desk, place: Place, asker: Asker | None) -> Context:
    if asker is None:
        return Context(now=desk.now(), zone=UTC, command=desk.command(place))
    context = Context(
        now=desk.now(),
        zone=UTC,
        locale=asker.locale,
        command=desk.command(place),
        accounts=asker.names,
        month_first=asker.month_first,
    )
    return _by_its_clock(context, asker, asker.default())


def reads(desk: Desk, place: Place, text: str) -> bool:
    """Whether the words are a question, whoever asks it."""
    try:
        parse(text, _context(desk, place, None))
    except ParseError:
        return False
    return True
