"""The one place where an error becomes something that its asker reads.

Serves Bolt's error handler and the jobs of the pool alike; the log gets the trace, people a
sentence and, where it was nobody's fault of theirs, a reference to quote.
"""

from __future__ import annotations

import logging

from bot.core.sentences import say
from bot.errors import BotError, BusyError, RightsError, StorageError
from bot.logs import new_reference
from bot.render.message import MessagePlan, error_message
from bot.slack.desk import Desk
from bot.slack.place import OddPayloadError, Place

_log = logging.getLogger(__name__)


def tell(desk: Desk, place: Place, error: Exception) -> None:
    """Log `error` and tell the asker; what only they need to know stays with them."""
    known = explain(error)
    if known is None:
        return
    plan = error_message(known, desk.shown(place))
    if isinstance(known, RightsError | BusyError):
        desk.replies.whisper(place, plan)
    else:
        desk.replies.reply(place, plan)


def in_words(desk: Desk, place: Place, error: Exception) -> MessagePlan | None:
    """The same as a message, for an ack that can carry one; None where there is nothing to say."""
    known = explain(error)
    return error_message(known, desk.shown(place)) if known else None


def explain(error: Exception) -> BotError | None:
    """The error that people are told of, logged; None for a payload that nobody typed."""
    match error:
        case OddPayloadError():
            _log.warning("payload_odd", extra={"reason": str(error)})
            return None
        case StorageError():
            _log.error("storage_failed", extra={"reason": error.message})
            return StorageError(say("storage_trouble"), say("storage_trouble_hint"))
        case BotError():
            _log.info("question_refused", extra={"kind": type(error).__name__})
            return error
    reference = new_reference()
    _log.error("listener_failed", exc_info=error, extra={"reference": reference})
    return BotError(say("broken"), say("broken_hint", reference=reference))
