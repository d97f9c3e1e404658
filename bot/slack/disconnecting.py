"""`disconnect`: asked once more, with what depends on the account, and taken back within a day."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import Connection

from bot.core.accounts import AccountName
from bot.core.query import Subcommand
from bot.core.rights import Act
from bot.core.sentences import say
from bot.errors import BotError, RightsError
from bot.render import parting
from bot.render.notice import carried, notice, offered
from bot.slack import depending
from bot.slack.asker import Asker
from bot.slack.changing import change
from bot.slack.desk import Desk
from bot.slack.place import Place, Press
from bot.slack.questions import Question
from bot.storage import channels, disconnecting
from bot.storage.accounts import DEFAULT_ID, Account, Outcome, Saved
from bot.storage.audit import By

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
    account = asker.numbered(number)
    asker.must(Act.DISCONNECT, account)

    def work(connection: Connection, by: By) -> Account | None:
        return disconnecting.disconnect(connection, place.team_id, account.account_id, by)

    if change(desk, place, "disconnect", work) is None:
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
    now = desk.now()
    account = desk.keeper.read(
        lambda connection: disconnecting.left(connection, place.team_id, number, now),
        "account_not_read",
    )
    if account is None:
        raise BotError(say("disconnect.too_late"), say("disconnect.too_late_hint"))
    asker.must(Act.DISCONNECT, account)

    def work(connection: Connection, by: By) -> Saved | None:
        return disconnecting.restore(connection, place.team_id, account.account_id, by)

    saved = change(desk, place, "undo", work)
    if saved is None:
        raise BotError(say("disconnect.too_late"), say("disconnect.too_late_hint"))
    if saved.outcome is not Outcome.SAVED:
        raise BotError(say(f"disconnect.{saved.outcome}", account=account.name))
    lines = [say("disconnect.restored", account=account.name)]
    desk.replies.overwrite(place, notice(lines, place.language))


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
