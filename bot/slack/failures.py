"""The one place where an error becomes something that its asker reads.

Serves Bolt's error handler and the jobs of the pool alike; the log gets the trace, people a
sentence and, where it was nobody's fault of theirs, a reference to quote.
"""

from __future__ import annotations

import logging

from bot.core.query import to_text
from bot.core.sentences import say
from bot.errors import BotError, BusyError, ClashError, RightsError, StorageError
from bot.logs import new_reference
from bot.render.choice import Choice, which_message
from bot.render.connecting import offered
from bot.render.message import MessagePlan, error_message
from bot.slack import offers
from bot.slack.asker import NoAccountError, WhichAccountError
from bot.slack.desk import Desk
from bot.slack.place import Manner, OddPayloadError, Place

_log = logging.getLogger(__name__)


def tell(desk: Desk, place: Place, error: Exception) -> None:
    """Log `error` and tell the asker; what only they need to know stays with them."""
    known = explain(error)
    if known is None:
        return
    plan = _plan(desk, place, known)
    # Which accounts there are, too, is for the one who asked.
    if known.private or isinstance(known, RightsError | BusyError | WhichAccountError):
        desk.replies.whisper(place, plan)
    else:
        desk.replies.reply(place, plan)


def _plan(desk: Desk, place: Place, known: BotError) -> MessagePlan:
    """The error as a message, with what can be pressed about it."""
    # Whoever has set a language is told in it, whatever the words were in.
    language = desk.tastes.known(place).language or known.language
    known.language = language
    if isinstance(known, WhichAccountError):
        return _which(desk, place, known)
    if isinstance(known, NoAccountError):
        known = offers.no_account(desk, place, known)
        known.language = language
    plan = error_message(known, desk.shown(place))
    return offered(plan, known.buttons) if isinstance(known, offers.OfferedError) else plan


def _which(desk: Desk, place: Place, error: WhichAccountError) -> MessagePlan:
    choices = [
        Choice(one.number, one.name, to_text(error.asked[one.number]), one.number in error.usable)
        for one in error.accounts
    ]
    # From a message that they alone see, the answer is to come where they asked.
    thread_ts = place.thread_ts if place.manner is Manner.THREAD else None
    return which_message(choices, desk.shown(place), thread_ts=thread_ts, notes=error.notes)


def in_words(desk: Desk, place: Place, error: Exception) -> MessagePlan | None:
    """The same as a message, for an ack that can carry one; None where there is nothing to say."""
    known = explain(error)
    return _plan(desk, place, known) if known else None


def explain(error: Exception) -> BotError | None:
    """The error that people are told of, logged; None for a payload that nobody typed."""
    match error:
        case OddPayloadError():
            _log.warning("payload_odd", extra={"reason": str(error)})
            return None
        case StorageError() if not isinstance(error, ClashError):
            _log.error("storage_failed", extra={"reason": error.message})
            return StorageError(say("storage_trouble"), say("storage_trouble_hint"))
        case BotError():
            _log.info("question_refused", extra={"kind": type(error).__name__})
            return error
    reference = new_reference()
    _log.error("listener_failed", exc_info=error, extra={"reference": reference})
    return BotError(say("broken"), say("broken_hint", reference=reference))
