"""The buttons and forms of digests, each acked at once and acted on by a job."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from slack_bolt import Ack, App

from bot.core.sentences import say
from bot.errors import BotError
from bot.render import digest_cards as ids
from bot.render import digest_forms as views
from bot.render.digest_cards import number_in
from bot.render.digest_list import picked
from bot.render.notice import carried
from bot.slack import asking
from bot.slack.desk import Desk
from bot.slack.digests import forms, history, lists, moving, preview, trying, verbs
from bot.slack.digests.errand import Act
from bot.slack.jobs import take_press
from bot.slack.place import Body, Press
from bot.slack.submitting import FormKind, take

# Bolt looks for a pattern anywhere in an id.
_ASK = re.compile(rf"^{ids.ASK}_\d+$")
# What is pressed about one digest, by its number.
PRESSES: Mapping[str, Act] = {
    ids.EDIT: forms.edit,
    ids.PAUSE: verbs.pause,
    ids.RESUME: verbs.resume,
    ids.TEST: trying.test,
    ids.RUN_NOW: verbs.run,
    ids.MOVE: moving.move,
    ids.COPY: moving.copy,
    ids.HISTORY: history.show,
    ids.DELETE: verbs.ask_to_delete,
    ids.DELETE_SURE: verbs.delete,
    ids.KEEP: verbs.keep,
    ids.UNDO: verbs.undo,
}


def register(app: App, desk: Desk) -> None:
    """Listen to them."""
    for action_id in PRESSES:
        _listen(app, desk, action_id)

    @app.action(ids.SAVE)
    def save(ack: Ack, body: Body) -> None:
        take_press(desk, ack, body, preview.save)

    @app.action(ids.LIST)
    def turn(ack: Ack, body: Body) -> None:
        take_press(desk, ack, body, _list)

    @app.action(ids.MENU)
    def menu(ack: Ack, body: Body) -> None:
        take_press(desk, ack, body, _chosen)

    @app.action(_ASK)
    def ask(ack: Ack, body: Body) -> None:
        take_press(desk, ack, body, _ask)

    @app.action(views.MORE_OPTIONS)
    def more(ack: Ack, body: Body) -> None:
        take_press(desk, ack, body, forms.show_more)

    @app.view(views.DIGEST_FORM)
    def digest_form(ack: Ack, body: Body) -> None:
        take(desk, ack, body, FormKind(forms.take_in, forms.again))

    @app.view(views.MOVE_FORM)
    def move_form(ack: Ack, body: Body) -> None:
        take(desk, ack, body, FormKind(moving.take_move, moving.again))

    @app.view(views.COPY_FORM)
    def copy_form(ack: Ack, body: Body) -> None:
        take(desk, ack, body, FormKind(moving.take_copy, moving.again))


def _listen(app: App, desk: Desk, action_id: str) -> None:
    @app.action(action_id)
    def pressed(ack: Ack, body: Body) -> None:
        take_press(desk, ack, body, partial(_press, action_id))


def _press(action_id: str, desk: Desk, press: Press) -> None:
    """Act on one digest; Edit under what is not saved yet opens the form of that."""
    kept, language = carried(press.value)
    press = replace(press, place=replace(press.place, language=language))
    number = number_in(kept)
    if number is not None:
        PRESSES[action_id](desk, press.place, number)
    elif action_id == ids.EDIT:
        forms.edit_unsaved(desk, press.place, kept)
    else:
        raise BotError(say("button.stale"))


def _chosen(desk: Desk, press: Press) -> None:
    """What was chosen from a digest's menu."""
    kept, language = carried(press.value)
    action_id, number = picked(kept)
    act, known = PRESSES.get(action_id), number_in(number)
    if act is None or known is None:
        raise BotError(say("button.stale"))
    act(desk, replace(press.place, language=language), known)


def _list(desk: Desk, press: Press) -> None:
    kept, language = carried(press.value)
    start = number_in(kept)
    if start is None:
        raise BotError(say("button.stale"))
    place = replace(press.place, language=language)
    lists.show(desk, place, desk.admit(place), start=start)


def _ask(desk: Desk, press: Press) -> None:
    """The words that a button carries, as if they were typed."""
    text, language = carried(press.value)
    asking.ask(desk, replace(press.place, language=language), text, afresh=True)
