"""What a thread showed last: kept when an answer is posted, read when somebody replies.

A database that cannot be used costs the memory, never the answer.
"""

from __future__ import annotations

import logging

from bot.core.parse import Context, parse
from bot.core.query import Query
from bot.errors import ParseError, StorageError
from bot.render.actions import shown_text
from bot.slack.desk import Desk
from bot.slack.place import Place
from bot.storage import database, threads

_log = logging.getLogger(__name__)


def remember(desk: Desk, team_id: str, channel_id: str, thread_ts: str, query: Query) -> None:
    """Keep `query`, as it was shown, for the thread."""
    now = desk.now()
    text = shown_text(query, now)
    try:
        with database.transaction(desk.services.engine) as connection:
            threads.remember(connection, team_id, channel_id, thread_ts, text, now)
    except StorageError as error:
        _log.error("thread_not_remembered", extra={"reason": error.message})


def recall(desk: Desk, place: Place, context: Context) -> Query | None:
    """The query that the thread of `place` showed last; None outside threads."""
    if not (place.in_thread and place.channel_id and place.thread_ts):
        return None
    try:
        with database.reading(desk.services.engine) as connection:
            text = threads.recall(
                connection, place.team_id, place.channel_id, place.thread_ts, desk.now()
            )
        return parse(text, context).query if text else None
    except StorageError as error:
        _log.error("thread_not_recalled", extra={"reason": error.message})
    except ParseError:
        # Written by an older or a newer version of the grammar.
        _log.warning("thread_not_readable")
    return None
