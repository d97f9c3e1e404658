"""What a thread showed last: kept when an answer is posted, read when somebody replies.

A database that cannot be used costs other processes the memory, never the answer: this process
keeps in its own what it could not write, and writes it with the next that can be.
"""

from __future__ import annotations

import logging
from contextlib import suppress

from sqlalchemy import Connection

from bot.core.parse import Context, parse
from bot.core.query import Query
from bot.core.sentences import say
from bot.errors import BotError, NoSuchAccountError, ParseError, StorageError
from bot.render.actions import shown_text, text_for_all
from bot.slack.desk import Desk
from bot.slack.place import Place
from bot.storage import threads

_log = logging.getLogger(__name__)


class UnreadableError(BotError):
    """What the thread showed last cannot be read by this asker."""


def remember(desk: Desk, team_id: str, channel_id: str, thread_ts: str, query: Query) -> None:
    """Keep `query`, as it was shown, for the thread."""
    now = desk.now()
    text = (text_for_all if query.all_accounts else shown_text)(query, now)
    desk.unwritten.keep((team_id, channel_id, thread_ts), text, now)
    with desk.unwritten.writing:
        _write(desk)


def _write(desk: Desk) -> None:
    """All that waits; another may have written this one meanwhile."""
    shown = desk.unwritten.pending()

    def write(connection: Connection) -> None:
        for thread, (text, at) in shown.items():
            threads.remember(connection, *thread, text, at)

    with suppress(StorageError):  # It is in the log, and the next answer writes it too.
        if shown:
            desk.keeper.write(write, "thread_not_remembered")
            desk.unwritten.written(shown)


def recall(desk: Desk, place: Place, context: Context) -> Query | None:
    """The query that the thread of `place` showed last; None outside threads.

    StorageError or UnreadableError where nobody can say what that was.
    """
    if not (place.in_thread and place.channel_id and place.thread_ts):
        return None
    thread = (place.team_id, place.channel_id, place.thread_ts)
    text = desk.unwritten.get(thread) or desk.keeper.read(
        lambda connection: threads.recall(connection, *thread, desk.now()), "thread_not_recalled"
    )
    if not text:
        return None
    try:
        return parse(text, context).query
    except NoSuchAccountError as error:
        raise UnreadableError(say("account.gone"), say("account.gone_hint")) from error
    except ParseError as error:
        # Of an older or a newer grammar.
        _log.warning("thread_not_readable")
        raise UnreadableError(say("thread.forgotten"), say("thread.forgotten_hint")) from error
