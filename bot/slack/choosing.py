"""The buttons and menus under "Which account?": the question is asked about the chosen one."""

from __future__ import annotations

import re
from dataclasses import replace

from slack_bolt import Ack, App

from bot.core.sentences import say
from bot.errors import BotError
from bot.render import choice
from bot.render.notice import notice
from bot.slack import asking, questions, using
from bot.slack.desk import Desk
from bot.slack.jobs import take_press
from bot.slack.place import Body, Manner, Press

# Bolt looks for a pattern anywhere in an id.
_CHOOSE = re.compile(rf"^{choice.CHOOSE}(?:_\d+)?$")
_CHOOSE_TO_USE = re.compile(rf"^{choice.CHOOSE_TO_USE}(?:_\d+)?$")


def register(app: App, desk: Desk) -> None:
    """Listen to what is chosen."""

    @app.action(_CHOOSE)
    def choose(ack: Ack, body: Body) -> None:
        take_press(desk, ack, body, _ask)

    @app.action(_CHOOSE_TO_USE)
    def choose_to_use(ack: Ack, body: Body) -> None:
        take_press(desk, ack, body, _use_and_ask)


def _chosen(press: Press) -> choice.Chosen:
    found = choice.chosen(press.value, press.block_id)
    if found is None:
        raise BotError(say("button.stale"))
    return found


def _ask(desk: Desk, press: Press) -> None:
    """The question about the chosen account, answered where it was asked first."""
    found = _chosen(press)
    place = replace(press.place, language=found.language)
    if found.thread_ts and place.manner is Manner.PRIVATE:
        place = replace(place, manner=Manner.THREAD, thread_ts=found.thread_ts)
    text = f"{found.text} for #{found.number}"
    asking.show(desk, questions.read_button(desk, place, text))


def _use_and_ask(desk: Desk, press: Press) -> None:
    """The same, and from now on it is the channel's own account."""
    found = _chosen(press)
    lines = using.settle(desk, press.place, found.number)
    desk.replies.whisper(press.place, notice(lines, found.language))
    _ask(desk, press)
