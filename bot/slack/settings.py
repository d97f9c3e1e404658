"""`settings`: opens the form of a person, an account or a channel for whoever may set it.

Where there is nothing to open one with, a mention, a direct message, a button opens it.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.core.accounts import AccountName
from bot.core.periods import of_days
from bot.core.query import Subcommand
from bot.core.rights import Act
from bot.core.sentences import phrase, say, told
from bot.core.toplists import DEPTH
from bot.errors import BotError, RightsError, UpstreamError
from bot.render.actions import run_buttons
from bot.render.forms import (
    About,
    AccountForm,
    ChannelForm,
    PersonForm,
    about,
    account_view,
    channel_view,
    person_view,
)
from bot.render.limits import LIMITS
from bot.render.notice import command, notice
from bot.slack.asker import Asker
from bot.slack.desk import QUESTION_S, Desk
from bot.slack.modals import open_modal, update_modal
from bot.slack.place import Place, Press
from bot.slack.questions import Question
from bot.slack.using import must_be_free
from bot.storage import workspaces
from bot.storage.accounts import DEFAULT_ID, Account

_LATELY = timedelta(days=30)


def settings(desk: Desk, question: Question) -> None:
    """Open the form that is asked for."""
    place, asker, query = question.place, question.asker, question.query
    if query.account is not None:
        _open_account(desk, place, asker, query.account)
    elif query.topic:
        _open_channel(desk, place, asker)
    else:
        _open_person(desk, place, asker)


def open_chosen(desk: Desk, press: Press) -> None:
    """The form of the account that was chosen in a person's, on top of it."""
    place, number = _inside(press), press.value
    if not (number.isascii() and number.isdecimal() and len(number) < 9):
        raise BotError(say("button.stale"))
    _open_account(desk, place, desk.admit(place), int(number), on_top=True)


def open_this_channel(desk: Desk, press: Press) -> None:
    """The form of the channel that a person's was opened in, on top of it."""
    place = _inside(press)
    _open_channel(desk, place, desk.admit(place), on_top=True)


def _inside(press: Press) -> Place:
    known = about(press.metadata)
    if known is None:
        raise BotError(say("button.stale"))
    return press.place.inside(known.channel_id, known.language)


def _open_person(desk: Desk, place: Place, asker: Asker) -> None:
    own = asker.preferences
    changeable = tuple(one for one in asker.known if asker.may(Act.CHANGE, one))
    form = PersonForm(
        date_order=own.date_order,
        language=own.language,
        accounts=_names(changeable),
        channel=not asker.direct and (asker.admin or bool(changeable)),
    )
    if asker.admin:
        found = desk.keeper.read(
            lambda connection: workspaces.get(connection, place.team_id), "workspace_not_read"
        )
        form = replace(form, connecting=found.connecting, connectors=found.connectors)
    view = person_view(form, _about(place))
    if open_modal(desk, place, view) is None:
        _offer(desk, place, told(phrase(Subcommand.SETTINGS.value), place.language))


def _open_account(
    desk: Desk, place: Place, asker: Asker, number: int, *, on_top: bool = False
) -> None:
    account = asker.numbered(number)
    asker.must(Act.CHANGE, account)
    form, of = _account_form(desk, account), _about(place, number)
    opened = open_modal(desk, place, account_view(form, of), on_top=on_top)
    if opened is None:
        _offer(desk, place, command(Subcommand.SETTINGS, number, place.language))
        return
    flows = _flows(desk, place, asker, account)
    if flows is None:
        form = replace(form, failed=True)
    update_modal(desk, opened, account_view(replace(form, flows=flows), of))


def _flows(desk: Desk, place: Place, asker: Asker, account: Account) -> tuple[str, ...] | None:
    """The names of flows of the last 30 days; None where Flow XO does not say."""
    zone = asker.zone(account)
    yesterday = desk.now().astimezone(zone).date() - timedelta(days=1)
    period = of_days(yesterday - _LATELY + timedelta(days=1), yesterday, zone)
    try:
        source = desk.services.accounts.source(place.team_id, account, QUESTION_S)
        return tuple(flow.name for flow in source.top_flows(period, DEPTH))
    except UpstreamError:
        return None


def _account_form(desk: Desk, account: Account) -> AccountForm:
    environ = desk.services.settings.flowxo_timezone is not None
    return AccountForm(
        name=account.name,
        zone=account.zone,
        week_start=account.week_start,
        visibility=account.visibility,
        masking=account.masking,
        hidden=account.hidden,
        fixed_zone=account.account_id == DEFAULT_ID and environ,
    )


def _open_channel(desk: Desk, place: Place, asker: Asker, *, on_top: bool = False) -> None:
    if asker.direct:
        raise BotError(say("form.no_channel"), say("form.no_channel_hint"))
    must_be_free(asker)
    channel, own = asker.circle.channel, asker.circle.of_channel()
    listed = [one for one in asker.known if asker.may(Act.CHANGE, one)]
    if not listed and not asker.admin:
        raise RightsError(say("rights.keepers"))
    if own is not None and own in asker.visible and own not in listed:
        listed.insert(0, own)
    fits = len(listed) < LIMITS["select.options"]
    form = ChannelForm(
        accounts=_names(listed if fits else [one for one in listed if one == own]),
        account=own.number if own in listed and own is not None else None,
        only=channel.only_this_account,
        outsiders=channel.outsiders_may_ask,
        many=not fits,
    )
    of = _about(place, own.number if own is not None else None)
    view = channel_view(form, of, desk.command(place))
    if open_modal(desk, place, view, on_top=on_top) is None:
        _offer(desk, place, told(phrase("settings channel"), place.language))


def _offer(desk: Desk, place: Place, text: str) -> None:
    """A button that opens it: pressed, it brings what a modal needs."""
    row = run_buttons([text], [told(say("form.open"), place.language)])
    desk.replies.whisper(place, notice([say("form.press")], place.language, row))


def _about(place: Place, number: int | None = None) -> About:
    return About(place.channel_id, place.language, number)


def _names(accounts: list[Account] | tuple[Account, ...]) -> tuple[AccountName, ...]:
    return tuple(AccountName(one.number, one.name) for one in accounts)
