"""From words to an answer: reads them for their asker, fetches, and shows what came.

The same for every surface; where the answer goes is the place's to say. Knows no payload.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from bot.answer import answer
from bot.core.parse import Context, Reading, parse
from bot.core.query import SUBCOMMANDS, Query, Subcommand
from bot.core.reports import Note, NoteKind, Report
from bot.core.sentences import say, told
from bot.errors import BotError, NotYetError, ParseError, RightsError, StorageError
from bot.render.help import help_message
from bot.render.message import (
    answer_message,
    continuation,
    noted,
    notice_message,
    working_message,
)
from bot.render.plan import Shown
from bot.slack import files, memory, sharing, status
from bot.slack.calls import Fate, Sent
from bot.slack.desk import QUESTION_S, Desk
from bot.slack.place import Manner, Place
from bot.slack.rights import Person
from bot.slack.working import Working

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Question:
    """What somebody asks somewhere; `words` are those typed, where they can be asked again."""

    place: Place
    person: Person
    query: Query
    notes: tuple[str, ...] = ()
    alternatives: tuple[str, ...] = ()
    words: str | None = None

    def about(self, query: Query) -> Question:
        """The same asker and place, another question."""
        return Question(self.place, self.person, query)


def ask(desk: Desk, place: Place, text: str, *, quiet: bool = False, afresh: bool = False) -> None:
    """Answer the words `text`, in a thread as a reply to what it showed last unless `afresh`.

    `quiet` drops them where they are no question from end to end.
    """
    try:
        with _announced(desk, place):
            person = desk.admit(place)
    except RightsError:
        if quiet and not _reads(desk, place, text):
            return
        raise
    context, forgotten = _context(desk, place, person), False
    if not afresh:
        try:
            context = replace(context, last=memory.recall(desk, place, context))
        except StorageError:
            forgotten = True
    try:
        reading = parse(text, context)
    except ParseError:
        if quiet:
            return
        raise
    if forgotten and not reading.whole:
        # Read alone it would be another question, about dates that nobody asked for.
        raise BotError(say("thread.forgotten"), say("thread.forgotten_hint"))
    show(desk, _question(place, person, reading, text))


def read_button(desk: Desk, place: Place, text: str) -> Question:
    """The question that a button carries, for the one who pressed it; BotError where none is."""
    person = desk.admit(place)
    try:
        reading = parse(text, _context(desk, place, person))
    except ParseError as error:
        raise BotError(say("button.stale")) from error
    if reading.query.period is None:
        raise BotError(say("button.stale"))
    return Question(place, person, reading.query)


def show(desk: Desk, question: Question) -> None:
    """Answer a question where it was asked, or share the answer where it says so."""
    place, query = question.place, question.query
    row = SUBCOMMANDS[query.subcommand]
    if not row.works:
        command = desk.command(place)
        raise NotYetError(say("not_yet", subcommand=row.subcommand, command=command))
    shown = desk.shown(place, question.person)
    if query.subcommand is Subcommand.HELP:
        desk.replies.reply(place, help_message(query.topic, shown))
    elif query.subcommand is Subcommand.STATUS:
        with _announced(desk, place):
            plan = status.status_message(desk, question.person, place.language)
        desk.replies.reply(place, plan)
    else:
        _show_figures(desk, question, shown)


def _show_figures(desk: Desk, question: Question, shown: Shown) -> None:
    place, query = question.place, question.query
    if place.manner is Manner.PRIVATE and query.public:
        publish(desk, question)
        return
    report = fetch(desk, question)
    shown = replace(shown, words=question.words, alternatives=question.alternatives)
    # One that its reader alone sees can be neither replied to nor removed, but shared.
    private = replace(shown, public=False, threaded=False, asker=None)
    sent = desk.replies.reply(
        place,
        answer_message(report, shown),
        alone=lambda: answer_message(report, private),
        elsewhere=lambda reason: noted(
            answer_message(report, replace(private, direct=True)),
            say("reply.elsewhere", reason=reason),
        ),
    )
    if sent.fate is Fate.LOST and place.manner is Manner.THREAD:
        desk.replies.whisper(place, notice_message(told(say("reply.lost"), place.language)))
    if place.manner is not Manner.PRIVATE and sent.channel_id and sent.ts:
        thread_ts = place.thread_ts or sent.ts
        memory.remember(desk, place.team_id, sent.channel_id, thread_ts, query)
        if place.manner is Manner.THREAD and sent.channel_id == place.channel_id:
            sharing.follow(desk, place, thread_ts, continuation(report, shown))
    if query.as_csv:
        files.send_csv(desk, place, report)


def turn_to(desk: Desk, question: Question, start: int) -> None:
    """Show the rows from `start` on in the place of those that the pressed message shows."""
    report = fetch(desk, question)
    shown = replace(desk.shown(question.place, question.person), words=question.words)
    desk.replies.overwrite(question.place, answer_message(report, shown, start))


def publish(desk: Desk, question: Question, *, confirmed: bool = False) -> None:
    """Answer to the whole channel, once the asker knows who is in it."""
    place, query = question.place, question.query
    with _announced(desk, place, query):
        audience = sharing.audience_of(desk, place)
        ask_first = audience.needs_asking and not confirmed
        report = None if ask_first else _fetch(desk, question)
    if report is None:
        sharing.ask_first(desk, place, query, audience)
        return
    sent = sharing.share(
        desk, place, question.person, report, member=audience.member, words=question.words
    )
    if query.as_csv and sent.ts:
        place = replace(place, manner=Manner.THREAD, thread_ts=sent.ts)
    if query.as_csv:
        files.send_csv(desk, place, report)


def fetch(desk: Desk, question: Question) -> Report:
    """The figures that `question` asks for; the asker hears of it when that takes long."""
    with _announced(desk, question.place, question.query):
        return _fetch(desk, question)


def _fetch(desk: Desk, question: Question) -> Report:
    begun = time.monotonic()
    query = question.query
    report = answer(query, desk.services.source_for(QUESTION_S), desk.now(), notes=question.notes)
    _log.info(
        "question_answered",
        extra={
            "subcommand": query.subcommand,
            "ms": round((time.monotonic() - begun) * 1000),
            "no_data": report.no_data,
        },
    )
    if query.zone is None and not desk.knows_zone(question.person):
        report = replace(report, notes=(*report.notes, Note(NoteKind.ZONE_UNKNOWN)))
    return report


@contextmanager
def _announced(desk: Desk, place: Place, query: Query | None = None) -> Iterator[None]:
    """Work that the asker is told of, once, when it takes long, counted from when they asked."""
    if place.told_working.is_set():
        yield
        return

    def announce() -> Sent:
        place.told_working.set()
        return desk.replies.whisper(place, working_message(query), patient=False)

    working = Working(desk.working_after_s - (time.monotonic() - place.arrived), announce)
    try:
        with working:
            yield
    finally:
        # In direct messages the line is a message like any other, and would stay for ever. One
        # that its reader alone sees has no timestamp.
        sent = working.sent
        if sent and sent.channel_id and sent.ts:
            desk.replies.remove(sent.channel_id, sent.ts)


def _question(place: Place, person: Person, reading: Reading, text: str) -> Question:
    # Words that refined a thread's question mean nothing without it.
    words = None if reading.refined else text
    return Question(place, person, reading.query, reading.notes, reading.alternatives, words)


def _context(desk: Desk, place: Place, person: Person | None) -> Context:
    return Context(
        now=desk.now(),
        zone=desk.zone(person),
        locale=person.locale if person else None,
        command=desk.command(place),
    )


def _reads(desk: Desk, place: Place, text: str) -> bool:
    """Whether the words are a question, whoever asks it."""
    try:
        parse(text, _context(desk, place, None))
    except ParseError:
        return False
    return True
