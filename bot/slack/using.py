"""`use`: the account that a channel asks about; told to the asker alone, and kept as a change."""

from __future__ import annotations

from bot.core.query import Subcommand
from bot.core.rights import Act
from bot.core.sentences import say
from bot.errors import BotError, RightsError
from bot.render.notice import notice, offered
from bot.slack.asker import Asker
from bot.slack.changing import Turn, take_turn
from bot.slack.desk import Desk
from bot.slack.place import Place
from bot.slack.questions import Question
from bot.storage import channels
from bot.storage.accounts import Account, Visibility


def use(desk: Desk, question: Question) -> None:
    """Make an account the channel's own, or none; where none is named, say which there are."""
    place, query = question.place, question.query
    if query.account is None and not query.no_account:
        _offer(desk, place, question.asker)
        return
    lines = settle(desk, place, query.account)
    desk.replies.whisper(place, notice(lines, place.language))


def settle(desk: Desk, place: Place, number: int | None) -> list[str]:
    """Make the account of that number the channel's own, None for none; what is to be said."""
    if place.channel_id is None:
        raise BotError(say("use.nowhere"), say("use.nowhere_hint"))

    def work(turn: Turn) -> list[str]:
        return _give_back(turn) if number is None else _take(turn, turn.asker.numbered(number))

    return take_turn(desk, place, desk.admit(place, afresh=True), "use", work)


def _give_back(turn: Turn) -> list[str]:
    """Leave the channel without an account."""
    if turn.asker.circle.channel.account_id is None:
        return [say("use.none_already")]
    freed = must_be_free(turn.asker)
    _write(turn, None)
    return [say("use.none"), *freed, say("use.none_hint")]


def _take(turn: Turn, account: Account) -> list[str]:
    """Make the account the channel's own."""
    turn.asker.must(Act.USE, account)
    before = turn.asker.circle.of_channel()
    if account == before:
        return [say("use.already", account=account.name)]
    freed = must_be_free(turn.asker)
    _write(turn, account.account_id)
    lines = [say("use.done", account=account.name)]
    lines += [say("use.before", account=before.name)] if before else []
    lines += [say("use.opens")] if account.visibility is Visibility.CHANNELS else []
    return [*lines, *freed]


def _offer(desk: Desk, place: Place, asker: Asker) -> None:
    """What the channel asks about, and what it may ask about."""
    own = asker.circle.of_channel()
    known = own is not None and own in asker.visible
    lines = [say("use.now", account=own.name) if own and known else say("use.none_already")]
    usable = asker.usable - ({own.number} if own else set())
    others = [one for one in asker.names if one.number in usable]
    row = offered(Subcommand.USE, others, place.language)
    if others:
        lines.append(say("use.choose") if row else say("use.typed"))
    desk.replies.whisper(place, notice(lines, place.language, row))


def must_be_free(asker: Asker) -> list[str]:
    """RightsError where the channel is not theirs to take from its account; what ends with that.

    What its keepers have let a client do there was about that account, and about no other.
    """
    channel, own = asker.circle.channel, asker.circle.of_channel()
    if not (channel.only_this_account or channel.outsiders_may_ask):
        return []
    if own is not None:
        asker.must(Act.CHANGE, own)
    elif not asker.admin:
        raise RightsError(say("rights.keepers"))
    return [say("use.freed")]


def _write(turn: Turn, account_id: str | None) -> None:
    channels.change(
        turn.connection,
        turn.team_id,
        turn.asker.circle.channel.channel_id,
        turn.by,
        account_id=account_id,
        only_this_account=False,
        outsiders_may_ask=False,
    )
