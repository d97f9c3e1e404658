"""The buttons: each acked at once, its press checked for rights and acted on by a job.

A button says which question it is about; who pressed it, and where, is the payload's to say.
"""

from __future__ import annotations

import logging
import re
from dataclasses import replace

from slack_bolt import Ack, App

from bot.calls import Fate
from bot.core.parse import language_of
from bot.core.query import Subcommand
from bot.core.sentences import say, told
from bot.errors import BotError, RightsError
from bot.render import actions as buttons
from bot.render.digest_buttons import FULL
from bot.render.help import help_message
from bot.render.message import notice_message
from bot.render.notice import RUN_MENU
from bot.slack import asking, files, memory, questions
from bot.slack.desk import Desk
from bot.slack.found import message_of
from bot.slack.jobs import take_press
from bot.slack.place import Body, Manner, Place, Press
from bot.slack.sharing import SHARE_ANYWAY

_log = logging.getLogger(__name__)
_RUN = re.compile(rf"{buttons.RUN}_\d+|{RUN_MENU}")


def register(app: App, desk: Desk) -> None:
    """Listen to every button that our messages and views carry."""
    _register_figures(app, desk)

    @app.action(buttons.SHARE)
    def share(ack: Ack, body: Body) -> None:
        take_press(desk, ack, body, _share)

    @app.action(SHARE_ANYWAY)
    def share_anyway(ack: Ack, body: Body) -> None:
        take_press(desk, ack, body, _share_anyway)

    @app.action(buttons.MORE)
    def more(ack: Ack, body: Body) -> None:
        take_press(desk, ack, body, _more)

    @app.action(buttons.REMOVE)
    def remove(ack: Ack, body: Body) -> None:
        take_press(desk, ack, body, _remove)

    @app.action(_RUN)
    def run(ack: Ack, body: Body) -> None:
        take_press(desk, ack, body, _run)

    @app.action(buttons.HELP)
    def help_topic(ack: Ack, body: Body) -> None:
        take_press(desk, ack, body, _help)


def _register_figures(app: App, desk: Desk) -> None:
    """Those that lead to other figures than are shown."""

    @app.action(buttons.PREVIOUS)
    def previous(ack: Ack, body: Body) -> None:
        take_press(desk, ack, body, _show_carried)

    @app.action(FULL)
    def full_report(ack: Ack, body: Body) -> None:
        take_press(desk, ack, body, _show_carried)

    @app.action(buttons.MORE_ROWS)
    def more_rows(ack: Ack, body: Body) -> None:
        take_press(desk, ack, body, _turn)

    @app.action(buttons.PREVIOUS_ROWS)
    def previous_rows(ack: Ack, body: Body) -> None:
        take_press(desk, ack, body, _turn)


def _share(desk: Desk, press: Press) -> None:
    _publish(desk, press, confirmed=False)


def _share_anyway(desk: Desk, press: Press) -> None:
    _publish(desk, press, confirmed=True)


def _publish(desk: Desk, press: Press, *, confirmed: bool) -> None:
    seen, text = buttons.carried_share(press.value)
    question = questions.read_button(desk, press.place, text)
    asking.publish(desk, question, confirmed=confirmed, seen=seen)


def _show_carried(desk: Desk, press: Press) -> None:
    asking.show(desk, questions.read_button(desk, press.place, press.value))


def _turn(desk: Desk, press: Press) -> None:
    """Other rows of a private answer, in its place."""
    carried = buttons.carried_rows(press.value)
    # What a channel sees is not one reader's to turn over: there the rows follow in the thread.
    if carried is None or press.place.manner is Manner.THREAD:
        raise BotError(say("button.stale"))
    start, text, words = carried
    question = questions.read_button(desk, press.place, text)
    asking.turn_to(desk, replace(question, words=words or None), start)
    # There and back again within a second is no double press.
    desk.presses.forget(press.twin)


def _run(desk: Desk, press: Press) -> None:
    _ask(desk, press.place, press.value)


def _ask(desk: Desk, place: Place, text: str, about: int | None = None) -> None:
    """The words that a button carries, as if they were typed; `about` as `asking.ask` has it."""
    place = replace(place, language=language_of(text))
    asking.ask(desk, place, text, afresh=True, about=about)


def _help(desk: Desk, press: Press) -> None:
    shown = desk.shown(press.place, desk.admit(press.place))
    desk.replies.whisper(press.place, help_message(press.value or None, shown))


def _more(desk: Desk, press: Press) -> None:
    """What was chosen from the menu under an answer."""
    place = press.place
    action, argument = buttons.chosen(press.value)
    question = questions.read_button(desk, place, buttons.carried(press.block_id) or "")
    match action:
        case buttons.AGAIN:
            # About what the answer was about, whatever is the channel's account by now.
            _ask(desk, place, argument, about=question.query.account)
        case buttons.CSV:
            asking.must_be_shown(question)
            files.send_csv(desk, question.asker, place, asking.fetch(desk, question))
        case buttons.LAST_YEAR:
            asking.show(desk, question.about(buttons.last_year_query(question.query)))
        case buttons.BEFORE:
            before = buttons.previous_query(question.query)
            if before is None:
                raise BotError(say("button.stale"))
            asking.show(desk, question.about(before))
        case buttons.WHAT:
            flows = question.query.subcommand in (Subcommand.FLOWS, Subcommand.FLOW)
            topic = "figures" if flows else "metrics"
            shown = desk.shown(place, question.asker)
            desk.replies.whisper(place, help_message(topic, shown))
        case buttons.COPY:
            _copy(desk, press, question)
        case _:
            raise BotError(say("button.stale"))


def _copy(desk: Desk, press: Press, question: questions.Question) -> None:
    """The answer once more, in the direct messages of whoever pressed the button."""
    place = press.place
    if question.asker.outsider:
        raise RightsError(say("rights.no_direct"), say("rights.no_direct_hint"))
    found = asking.fetch(desk, question)
    plan = message_of(found, desk.shown(place.elsewhere(), question.asker))
    sent = desk.replies.post(place.team_id, place.user_id, None, plan)
    if not sent.done:
        _log.warning("copy_not_delivered", extra={"fate": sent.fate, "reason": sent.reason})
        raise BotError(say("copy.failed", reason=sent.reason))
    if sent.channel_id and sent.ts:
        memory.remember(desk, place.team_id, sent.channel_id, sent.ts, question.query)
    desk.replies.whisper(place, notice_message(told(say("copy.sent"), place.language)))


def _remove(desk: Desk, press: Press) -> None:
    """Take a public answer back: whoever asked for it may, and workspace admins."""
    place = press.place
    person = desk.admit(place).person
    if person.user_id != press.value and not person.admin:
        raise RightsError(say("rights.remove"))
    if press.private or not (place.channel_id and press.message_ts):
        return
    sent = desk.replies.remove(place.channel_id, press.message_ts)
    if sent.done or sent.reason == "message_not_found":
        return
    _log.warning("answer_not_removed", extra={"fate": sent.fate, "reason": sent.reason})
    lost = sent.fate is Fate.LOST
    raise BotError(say("remove.lost") if lost else say("remove.failed", reason=sent.reason))
