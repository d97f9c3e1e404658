"""Listeners to the buttons and the form by which an account gets its key, and to Undo.

Each press is checked anew, whatever its button says.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from slack_bolt import Ack, App

from bot.core.new_keys import gives_away
from bot.core.phrases.translation import home_of
from bot.core.rights import Act
from bot.core.sentences import say
from bot.errors import BotError
from bot.render import connecting as buttons
from bot.render.blocks import Block
from bot.render.connecting import lines_message
from bot.render.key_forms import KEY, KEY_FORM, NAME
from bot.slack import saved, saving_keys
from bot.slack.carrying import carried
from bot.slack.changing import Turn, take_turn_by
from bot.slack.desk import Desk
from bot.slack.jobs import take_press
from bot.slack.opening import form_of, open_form
from bot.slack.place import Body, Press, Submission
from bot.slack.submitting import FormKind, take
from bot.storage import disconnecting
from bot.storage.accounts import DEFAULT_NUMBER, Account
from bot.storage.audit import By

_UNDO = timedelta(days=1)
_ORIGIN = "form in Slack"


def register(app: App, desk: Desk) -> None:
    """Listen to Connect, Replace Key, Undo, and the form that is sent in."""

    @app.action(buttons.CONNECT)
    def connect(ack: Ack, body: Body) -> None:
        take_press(desk, ack, body, _open)

    @app.action(buttons.REPLACE)
    def replace_key(ack: Ack, body: Body) -> None:
        take_press(desk, ack, body, _open)

    @app.action(buttons.UNDO)
    def undo(ack: Ack, body: Body) -> None:
        take_press(desk, ack, body, _undo)

    @app.view(KEY_FORM)
    def key_sent(ack: Ack, body: Body) -> None:
        take(desk, ack, body, FormKind(_save, _again))


def _open(desk: Desk, press: Press) -> None:
    """The way to the form, for whoever pressed."""
    request = carried(press.value, press.place.user_id)
    open_form(desk, press.place, desk.admit(press.place), request)


def _save(desk: Desk, sent: Submission) -> None:
    team_id, request = sent.place.team_id, carried(sent.metadata, sent.place.user_id)
    name, key = sent.values.get(NAME, ""), sent.values.get(KEY, "")
    kept = saving_keys.save(desk, team_id, saving_keys.Filled(request, key, name, _ORIGIN))
    saved.follow(desk, team_id, request, kept)


def _again(desk: Desk, sent: Submission, fault: str) -> Block:
    """The form once more, without the key: it is typed anew."""
    request = carried(sent.metadata, sent.place.user_id)
    name = sent.values.get(NAME, "")
    request = replace(request, name=None if gives_away(name, sent.values.get(KEY, "")) else name)
    return form_of(desk.admit(sent.place), request, [fault])


def _undo(desk: Desk, press: Press) -> None:
    """Take the account out again, with its key; its keepers may, for a day."""
    place = press.place
    asker = desk.admit(place, afresh=True)
    number = int(press.value) if press.value.isascii() and press.value.isdecimal() else None
    by = By(place.user_id, "undo", desk.now())
    command = f"{desk.command(place)} disconnect #{number}"
    account = take_turn_by(desk, place, asker, by, lambda turn: _remove(turn, number, command))
    line = say("undo.done", account=account.name)
    language = home_of(asker.person.locale)
    desk.replies.overwrite(place, lines_message([line], language))


def _remove(turn: Turn, number: int | None, command: str) -> Account:
    """The account of that number, removed; `command` is what to type where it is too late."""
    account = turn.asker.circle.numbered(number) if number else None
    if account is None or account.number == DEFAULT_NUMBER:
        raise BotError(say("account.gone"), say("account.gone_hint"))
    turn.asker.must(Act.DISCONNECT, account)
    if turn.by.at - account.connected_at > _UNDO:
        raise BotError(say("undo.late"), say("undo.late_hint", command=command))
    disconnecting.remove(turn.connection, turn.team_id, account.account_id, turn.by)
    return account
