"""What a button or a form about an account keeps until it is pressed: a Request as one text.

Holds no secret: who waits, where, for the answer to what, and which account is meant.
"""

from __future__ import annotations

import json
from dataclasses import asdict, replace

from bot.core.query import Query, pin, to_text
from bot.core.sentences import say
from bot.errors import BotError
from bot.render.limits import LIMITS
from bot.render.untrusted import size
from bot.slack.desk import Desk
from bot.slack.place import Manner, Place
from bot.storage.connects import Purpose, Request

_KEPT = ("asked_by", "channel_id", "thread_ts", "account_id", "name", "question")


def carry(request: Request) -> str:
    """`request` without its user, who is whoever presses; a question too long for it is dropped."""
    kept = {name: value for name, value in asdict(request).items() if name in _KEPT and value}
    text = json.dumps({"purpose": request.purpose, **kept}, ensure_ascii=False)
    if size(text) > LIMITS["button.value"] and request.question:
        return carry(replace(request, question=None))
    return text


def carried(text: str, user_id: str) -> Request:
    """What `carry` wrote, for the one who pressed it; BotError for any other text."""
    try:
        found = json.loads(text)
        purpose = Purpose(found["purpose"])
    except (ValueError, TypeError, LookupError):
        raise BotError(say("button.stale")) from None
    kept = {name: found[name] for name in _KEPT if name in found}
    if not all(isinstance(value, str) for value in kept.values()):
        raise BotError(say("button.stale"))
    return Request(purpose, user_id, **kept)


def waiting(desk: Desk, place: Place, query: Query | None, request: Request) -> Request:
    """`request` with the question that waits for it, and where it was asked."""
    if query is None:
        return request
    # What its asker alone was to see stays so, also in a thread.
    seen_by_all = place.manner is Manner.THREAD or place.is_direct
    return replace(
        request,
        channel_id=place.channel_id,
        thread_ts=place.thread_ts if seen_by_all else None,
        question=to_text(pin(query, desk.now())),
    )


def place_of(request: Request, team_id: str, language: str) -> Place:
    """Where the waiting question was asked, and by whom."""
    channel_id, thread_ts = request.channel_id, request.thread_ts
    direct = channel_id is None or channel_id.startswith("D")
    shown = Manner.THREAD if thread_ts else Manner.PRIVATE
    return Place(
        team_id=team_id,
        user_id=request.asked_by or request.user_id,
        manner=Manner.DIRECT if direct else shown,
        keys=(),
        channel_id=channel_id,
        thread_ts=thread_ts,
        language=language,
    )
