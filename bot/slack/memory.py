"""What a thread showed last: kept when an answer is posted, read when somebody replies.

A database that cannot be used costs other processes the memory, never the answer: this process
keeps in its own what it could not write.
"""

from __future__ import annotations

import logging

from bot.core.parse import Context, parse
from bot.core.query import Query
from bot.errors import ParseError, StorageError
from bot.render.actions import shown_text
from bot.slack.desk import Desk
from bot.slack.place import Place
from bot.storage import threads

_log = logging.getLogger(__name__)


def remember(desk: Desk, team_id: str, channel_id: str, thread_ts: str, query: Query) -> None:
    """Keep `query`, as it was shown, for the thread."""
    now = desk.now()
    text = shown_text(query, now)
    thread = (team_id, channel_id, thread_ts)
    try:
        desk.keeper.write(
            lambda connection: threads.remember(connection, *thread, text, now),
            "thread_not_remembered",
        )
    except StorageError:
        desk.unwritten.keep(thread, text)
    else:
        desk.unwritten.drop(thread)


def recall(desk: Desk, place: Place, context: Context) -> Query | None:
    """The query that the thread of `place` showed last; None outside threads.

    StorageError where nobody can say what that was.
    """
    if not (place.in_thread and place.channel_id and place.thread_ts):
        return None
    thread = (place.team_id, place.channel_id, place.thread_ts)
    text = desk.unwritten.get(thread) or desk.keeper.read(
        lambda connection: threads.recall(connection, *thread, desk.now()), "thread_not_recalled"
    )
    try:
        return parse(text, context).query if text else None
    except ParseError:
        # Written by an older or a newer version of the grammar.
        _log.warning("thread_not_readable")
    return None
