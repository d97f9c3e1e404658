"""`accounts`: the accounts that somebody may ask about where they are, to them alone."""

from __future__ import annotations

from dataclasses import replace

from bot.core.query import Subcommand
from bot.core.rights import Act
from bot.core.sentences import say
from bot.errors import BotError
from bot.render.accounts import PAGE, AccountRow, Health, accounts_message, page_start
from bot.render.notice import carried
from bot.render.plan import MessagePlan
from bot.slack.asker import Asker
from bot.slack.desk import Desk
from bot.slack.place import Place, Press
from bot.slack.questions import Question
from bot.storage import channels
from bot.storage.accounts import Account, Visibility

_BUTTONS = (
    (Act.USE, Subcommand.USE),
    (Act.CHANGE, Subcommand.SETTINGS),
    (Act.DISCONNECT, Subcommand.DISCONNECT),
)


def accounts(desk: Desk, question: Question) -> None:
    """Show the list's first page; never to the channel: others may not see all that is in it."""
    desk.replies.whisper(question.place, _page(desk, question.place, question.asker, 0))


def turn(desk: Desk, press: Press) -> None:
    """Another page in the place of the one whose button was pressed."""
    value, language = carried(press.value)
    start, place = page_start(value), replace(press.place, language=language)
    if start is None:
        raise BotError(say("button.stale"))
    desk.replies.overwrite(place, _page(desk, place, desk.admit(place), start))
    # There and back again within a second is no double press.
    desk.presses.forget(press.twin)


def health_of(account: Account) -> Health:
    """How an account does, as it is shown."""
    return Health(account.last_ok_at, account.last_error, account.failing_since)


def _page(desk: Desk, place: Place, asker: Asker, start: int) -> MessagePlan:
    listed = asker.visible
    if not listed:
        raise asker.nothing()
    start = min(start, (len(listed) - 1) // PAGE * PAGE)
    rows = [_row(desk, place, asker, one) for one in listed[start : start + PAGE]]
    shown, clock = desk.shown(place, asker), asker.zone(None)
    return accounts_message(rows, shown, clock, start=start, total=len(listed))


def _row(desk: Desk, place: Place, asker: Asker, account: Account) -> AccountRow:
    row = AccountRow(
        number=account.number,
        name=account.name,
        zone=account.zone,
        health=health_of(account),
        here=account == asker.circle.of_channel(),
        only_channels=account.visibility is Visibility.CHANNELS,
        may=_may(asker, account),
    )
    if asker.outsider:
        return row
    ours = desk.keeper.read(
        lambda connection: channels.of_account(connection, place.team_id, account.account_id),
        "channels_not_read",
    )
    return replace(row, owner=_owner(desk, account), channels=len(ours))


def _may(asker: Asker, account: Account) -> tuple[Subcommand, ...]:
    here = account == asker.circle.of_channel()
    able = {act for act, _ in _BUTTONS if asker.may(act, account)}
    if here or not asker.circle.channel.channel_id:
        able.discard(Act.USE)
    return tuple(subcommand for act, subcommand in _BUTTONS if act in able)


def _owner(desk: Desk, account: Account) -> str:
    """What the owner is called; their id where Slack does not say, "" where there is none."""
    return desk.people.called(account.owner_user_id) if account.owner_user_id else ""
