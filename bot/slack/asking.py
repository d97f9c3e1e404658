"""From words to an answer: reads them for their asker, fetches, and shows what came.

The same for every surface; where the answer goes is the place's to say. Knows no payload.
"""

from __future__ import annotations

import logging
from dataclasses import replace

from bot.calls import Fate
from bot.core.query import Subcommand
from bot.core.rights import Act
from bot.core.sentences import say, told
from bot.errors import BotError, KeyTypedError, ParseError, RightsError
from bot.render.help import help_message
from bot.render.message import (
    noted,
    notice_message,
)
from bot.render.plan import MessagePlan, Shown
from bot.slack import fetching, files, memory, offers, questions, sharing, status
from bot.slack.desk import Desk
from bot.slack.errands import ERRANDS
from bot.slack.found import Found, message_of, rest_of
from bot.slack.place import Manner, Place
from bot.slack.questions import Question
from bot.slack.working import announced

_log = logging.getLogger(__name__)


def ask(
    desk: Desk, place: Place, text: str, *,
    quiet: bool = False, afresh: bool = False, about: int | None = None,
) -> None:  # fmt: skip
    """Answer the words `text`, in a thread as a reply to what it showed last unless `afresh`.

    `quiet` drops them where they are no question from end to end. `about` is the number of the
    account that is meant, whichever they name today.
    """
    try:
        with announced(desk, place):
            asker = desk.admit(place)
    except RightsError:
        if quiet and not questions.reads(desk, place, text):
            return
        raise
    try:
        question = questions.read(desk, place, asker, text, afresh=afresh, about=about)
    except ParseError as error:
        if quiet:
            return
        if isinstance(error, KeyTypedError):
            raise offers.key_typed(desk, place, asker, error) from None
        # What is offered instead may name accounts that others there must not know of.
        error.private = asker.knows_more
        raise
    show(desk, question)


def show(desk: Desk, question: Question) -> None:
    """Answer a question where it was asked, or share the answer where it says so."""
    place, query = question.place, question.query
    shown = desk.shown(place, question.asker)
    if query.subcommand is Subcommand.HELP:
        desk.replies.reply(place, help_message(query.topic, shown))
    elif query.subcommand in ERRANDS:
        ERRANDS[query.subcommand](desk, question)
    elif query.subcommand is Subcommand.STATUS:
        with announced(desk, place):
            plan = status.status_message(desk, place, question.asker)
        # The asker may know more than the channel.
        alone = len(question.asker.visible) > 1 or question.asker.knows_more
        (desk.replies.whisper if alone else desk.replies.reply)(place, plan)
    else:
        _show_figures(desk, question, shown)


def _show_figures(desk: Desk, question: Question, shown: Shown) -> None:
    place, query = question.place, question.query
    if place.manner is Manner.PRIVATE and query.public:
        publish(desk, question)
        return
    must_be_shown(question)
    found = fetch(desk, question)
    shown = _seen(question, shown)
    shown = replace(shown, words=question.words, alternatives=question.alternatives)
    # One that its reader alone sees can be neither replied to nor removed, but shared.
    private = replace(shown, public=False, threaded=False, asker=None)
    sent = desk.replies.reply(
        place,
        message_of(found, shown),
        alone=lambda: message_of(found, private),
        elsewhere=lambda reason: _elsewhere(question, found, private, reason),
    )
    if sent.fate is Fate.LOST and place.manner is Manner.THREAD:
        desk.replies.whisper(place, notice_message(told(say("reply.lost"), place.language)))
    if place.manner is not Manner.PRIVATE and sent.channel_id and sent.ts:
        thread_ts = place.thread_ts or sent.ts
        memory.remember(desk, place.team_id, sent.channel_id, thread_ts, query)
        if place.manner is Manner.THREAD and sent.channel_id == place.channel_id:
            sharing.follow(desk, place, thread_ts, rest_of(found, shown))
    if query.as_csv:
        files.send_csv(desk, question.asker, place, found)


def _elsewhere(
    question: Question, found: Found, private: Shown, reason: str, start: int = 0
) -> MessagePlan:
    """What goes to direct messages where nothing else is left; to an outsider no figures do."""
    if question.asker.outsider:
        return notice_message(told(say("reply.nowhere", reason=reason), private.language))
    plan = message_of(found, replace(private, direct=True), start)
    return noted(plan, say("reply.elsewhere", reason=reason))


def must_be_shown(question: Question) -> None:
    """RightsError where the answer is the whole channel's to see, and that is not to see it."""
    if question.place.manner is Manner.THREAD and question.account is not None:
        question.asker.must(Act.SHOW, question.account)


def _seen(question: Question, shown: Shown) -> Shown:
    """With which accounts an answer about all of them is about."""
    return replace(shown, seen=question.asker.seen) if question.account is None else shown


def turn_to(desk: Desk, question: Question, start: int) -> None:
    """Show the rows from `start` on in the place of those that the pressed message shows."""
    found = fetch(desk, question)
    shown = _seen(question, desk.shown(question.place, question.asker))
    shown = replace(shown, words=question.words)
    desk.replies.overwrite(
        question.place,
        message_of(found, shown, start),
        elsewhere=lambda reason: _elsewhere(question, found, shown, reason, start),
    )


def publish(
    desk: Desk, question: Question, *, confirmed: bool = False, seen: str | None = None
) -> None:
    """Answer to the whole channel, once the asker knows who is in it.

    `seen` says, where it was an answer about all accounts that was seen, which these were.
    """
    place, query = question.place, question.query
    # What was seen of several is shown whole or not at all.
    if question.account is None and seen not in (None, question.asker.seen):
        raise BotError(say("share.others"), say("share.others_hint"))
    for account in [question.account] if question.account else question.asker.visible:
        question.asker.must(Act.SHOW, account)
    with announced(desk, place, query):
        audience = sharing.audience_of(desk, place)
        ask_first = audience.needs_asking and not confirmed
        found = None if ask_first else fetching.find(desk, question)
    if found is None:
        sharing.ask_first(desk, question, audience)
        return
    sent = sharing.share(
        desk, place, question.asker, found, member=audience.member, words=question.words
    )
    if query.as_csv and sent.ts:
        place = replace(place, manner=Manner.THREAD, thread_ts=sent.ts)
    if query.as_csv:
        files.send_csv(desk, question.asker, place, found)


def fetch(desk: Desk, question: Question) -> Found:
    """The figures that `question` asks for; the asker hears of it when that takes long."""
    with announced(desk, question.place, question.query):
        return fetching.find(desk, question)
