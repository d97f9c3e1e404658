"""`disconnect`: asked once more, with what depends on the account, and taken back within a day."""

from __future__ import annotations

from dataclasses import replace

from bot.core.accounts import AccountName
from bot.core.query import Subcommand
from bot.core.rights import Act
from bot.core.sentences import say
from bot.errors import BotError, RightsError
from bot.render import parting
from bot.render.notice import carried, notice, offered
from bot.slack import depending
from bot.slack.asker import Asker
from bot.slack.changing import Turn, take_turn
from bot.slack.desk import Desk
from bot.slack.place import Place, Press
from bot.slack.questions import Question
from bot.storage import channels, disconnecting
from bot.storage.accounts import DEFAULT_ID, Account, Outcome

_DIGITS = 9


def disconnect(desk: Desk, question: Question) -> None:
    """Ask whether the account is to go; where none is named, which one."""
    place, asker, query = question.place, question.asker, question.query
    if query.account is None:
        _offer(desk, place, asker)
        return
    account = asker.numbered(query.account)
    asker.must(Act.DISCONNECT, account)
    if account.account_id == DEFAULT_ID:
        lines = [say("disconnect.environment"), say("disconnect.environment_hint")]
        desk.replies.whisper(place, notice(lines, place.language))
        return
    used = desk.keeper.read(
        lambda connection: channels.of_account(connection, place.team_id, account.account_id),
        "channels_not_read",
    )
    name = AccountName(account.number, account.name)
    digests = depending.needing(desk, place.team_id, account)
    own = [one.number for one in digests if one.account_number is not None]
    depends = parting.Depends(used, own, len(digests) - len(own))
    desk.replies.whisper(place, parting.ask_message(name, depends, place.language))


def confirmed(desk: Desk, press: Press) -> None:
    """Disconnect it, if whoever pressed may; the question gives way to what became of it."""
    place, number = _pressed(press)
    asker = desk.admit(place, afresh=True)

    def work(turn: Turn) -> Account | None:
        account = turn.asker.numbered(number)
        turn.asker.must(Act.DISCONNECT, account)
        to = turn.team_id, account.account_id
        return disconnecting.disconnect(turn.connection, *to, turn.by)

    account = take_turn(desk, place, asker, "disconnect", work)
    if account is None:
        raise BotError(say("account.gone"), say("account.gone_hint"))
    name = AccountName(account.number, account.name)
    until = desk.now() + disconnecting.RESTORABLE
    plan = parting.done_message(name, until, asker.zone(None), place.language)
    desk.replies.overwrite(place, plan)


def kept(desk: Desk, press: Press) -> None:
    """It stays: the question is taken away."""
    place, number = _pressed(press)
    account = desk.admit(place).numbered(number)
    lines = [say("disconnect.kept", account=account.name)]
    desk.replies.overwrite(place, notice(lines, place.language))


def undone(desk: Desk, press: Press) -> None:
    """Take a disconnection back, if whoever pressed may disconnect the account."""
    place, number = _pressed(press)
    asker = desk.admit(place, afresh=True)
    account = take_turn(desk, place, asker, "undo", lambda turn: _restore(turn, number))
    lines = [say("disconnect.restored", account=account.name)]
    desk.replies.overwrite(place, notice(lines, place.language))


def _restore(turn: Turn, number: int) -> Account:
    """The account of that number, connected again if whoever pressed may."""
    found = disconnecting.left(turn.connection, turn.team_id, number, turn.by.at)
    if found is not None:
        turn.asker.must(Act.DISCONNECT, found)
    to = (turn.connection, turn.team_id)
    saved = disconnecting.restore(*to, found.account_id, turn.by) if found else None
    if found is None or saved is None:
        raise BotError(say("disconnect.too_late"), say("disconnect.too_late_hint"))
    if saved.outcome is not Outcome.SAVED:
        raise BotError(say(f"disconnect.{saved.outcome}", account=found.name))
    return found


def _offer(desk: Desk, place: Place, asker: Asker) -> None:
    """The accounts that are theirs to disconnect."""
    listed = [one for one in asker.known if asker.may(Act.DISCONNECT, one)]
    if not listed:
        raise asker.nothing() if not asker.known else RightsError(say("rights.keepers"))
    names = [AccountName(one.number, one.name) for one in listed]
    row = offered(Subcommand.DISCONNECT, names, place.language)
    lines = [say("disconnect.choose") if row else say("use.typed")]
    desk.replies.whisper(place, notice(lines, place.language, row))


def _pressed(press: Press) -> tuple[Place, int]:
    """Where a button was pressed, and the number that it carries."""
    number, language = carried(press.value)
    if not (number.isascii() and number.isdecimal() and len(number) < _DIGITS):
        raise BotError(say("button.stale"))
    return replace(press.place, language=language), int(number)
