"""CSV files: into the thread of a public answer, else into the asker's direct messages.

None goes to the direct messages of somebody from outside.
"""

from __future__ import annotations

import logging
from dataclasses import replace

from bot.calls import Fate, Sent
from bot.core.sentences import say, told
from bot.errors import BotError, RightsError
from bot.render.message import error_message, notice_message
from bot.render.plan import MessagePlan
from bot.slack.asker import Asker
from bot.slack.desk import Desk
from bot.slack.found import Found, file_of
from bot.slack.place import Manner, Place

_log = logging.getLogger(__name__)


def send_csv(desk: Desk, asker: Asker, place: Place, found: Found) -> None:
    """Hand over the report's figures as a file, and say where it is or why it is not."""
    # In a channel, messages that were sent once are counted there too, not quoted.
    name, content = file_of(found, public=place.manner is Manner.THREAD)
    sent = Sent(Fate.CLOSED)
    if place.manner is not Manner.PRIVATE and place.channel_id:
        sent = desk.replies.upload(place.channel_id, place.thread_ts, name, content)
        if sent.done:
            return
    # Where the bot is no member a file cannot go into the channel, but to the asker it can.
    if sent.fate is Fate.CLOSED and asker.outsider:
        error = RightsError(say("rights.no_direct"), say("rights.no_direct_hint"))
        desk.replies.whisper(place, error_message(error, desk.shown(place, asker)))
        return
    if sent.fate is Fate.CLOSED:
        send_alone(desk, place, name, content)
        return
    _tell(desk, place, sent)


def send_alone(desk: Desk, place: Place, name: str, content: bytes) -> None:
    """Put a file into the direct messages of the person of `place`, and say where it is."""
    sent = _to_person(desk, place, name, content)
    if sent.done and sent.channel_id != place.channel_id:
        desk.replies.whisper(place, notice_message(told(say("csv.sent"), place.language)))
    _tell(desk, place, sent)


def _tell(desk: Desk, place: Place, sent: Sent) -> None:
    if not sent.done:
        _log.warning("csv_not_delivered", extra={"fate": sent.fate, "reason": sent.reason})
        desk.replies.whisper(place, _failure(desk, place, sent))


def _failure(desk: Desk, place: Place, sent: Sent) -> MessagePlan:
    if sent.fate is Fate.LOST:
        return notice_message(told(say("csv.lost"), place.language))
    if sent.fate is Fate.LIMITED:
        error = BotError(say("slack.limited"), say("slack.limited_hint"))
    else:
        error = BotError(say("csv.failed", reason=sent.reason), say("csv.failed_hint"))
    return error_message(error, desk.shown(place))


def _to_person(desk: Desk, place: Place, name: str, content: bytes) -> Sent:
    """A line first: its answer tells the id of their direct messages, which uploads insist on."""
    line = notice_message(told(say("csv.line"), place.language))
    sent = desk.replies.post(place.team_id, place.user_id, None, line)
    if not sent.done or not sent.channel_id:
        return sent
    file = desk.replies.upload(sent.channel_id, None, name, content)
    if sent.ts and file.fate not in (Fate.DONE, Fate.LOST):
        desk.replies.remove(sent.channel_id, sent.ts)  # it announced what does not come
    return replace(file, channel_id=sent.channel_id)
