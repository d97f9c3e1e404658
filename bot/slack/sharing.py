"""Shows an answer to a channel: asks first where outsiders or many people would see it.

Whether the bot may post there is Slack's to say; where it is no member, the asker's own
response_url is used, and the answer says how to invite it.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Iterable
from dataclasses import replace

from bot.calls import Fate, Sent
from bot.core.sentences import say, told
from bot.errors import BotError
from bot.render.actions import share_value, shown_text, text_for_all
from bot.render.blocks import actions, button, rich_lines
from bot.render.message import (
    error_message,
    noted,
    notice_message,
)
from bot.render.plan import MessagePlan
from bot.render.toptext import top_text
from bot.slack import memory
from bot.slack.asker import Asker
from bot.slack.audience import Audience as Audience
from bot.slack.audience import audience_in
from bot.slack.desk import Desk
from bot.slack.found import Found, message_of, query_of, rest_of
from bot.slack.place import Place
from bot.slack.questions import Question

_log = logging.getLogger(__name__)
SHARE_ANYWAY = "answer_share_anyway"
_PACE_S = 1.0  # Slack takes one message a second in a channel
_NOT_IN = frozenset({"not_in_channel", "channel_not_found"})


def ask_first(desk: Desk, question: Question, audience: Audience) -> None:
    """Have the asker confirm, with what is known of the audience, that all of it may see this."""
    place, query = question.place, question.query
    text = (text_for_all if query.all_accounts else shown_text)(query, desk.now())
    text += " as csv" if query.as_csv else ""
    if query.all_accounts:
        text = share_value(question.asker.seen, text)
    desk.replies.whisper(place, _confirmation(audience, text, place.language))


def share(
    desk: Desk,
    place: Place,
    asker: Asker,
    found: Found,
    *,
    member: bool | None,
    words: str | None = None,
) -> Sent:
    """Show the answer to the channel of `place`; its asker hears where that fails."""
    sent = Sent(Fate.CLOSED, "not_in_channel")
    rest: Iterable[MessagePlan] = ()
    if place.channel_id and member is not False:
        shown = replace(
            desk.shown(place, asker),
            command=desk.mention,
            public=True,
            threaded=True,
            asker=place.user_id,
            words=words,
        )
        rest = rest_of(found, shown)
        plan = message_of(found, shown)
        sent = desk.replies.post(place.team_id, place.channel_id, None, plan)
    if sent.reason in _NOT_IN:
        visit = desk.replies.in_channel(place, _as_a_visitor(desk, place, asker, found))
        # Where that way is closed too, what helps is still an invitation.
        sent = visit if visit.fate in (Fate.DONE, Fate.LOST, Fate.LIMITED) else sent
    if not sent.done:
        _log.warning("share_failed", extra={"fate": sent.fate, "reason": sent.reason})
        desk.replies.whisper(place, _failure(desk, place, sent))
    elif sent.channel_id and sent.ts:
        memory.remember(desk, place.team_id, sent.channel_id, sent.ts, query_of(found))
        follow(desk, place, sent.ts, rest)
    return sent


def follow(desk: Desk, place: Place, thread_ts: str, plans: Iterable[MessagePlan]) -> None:
    """Post the rows that a public answer had no room for into its thread, in order.

    One that may have arrived is not repeated; after one that Slack refuses none is sent, and the
    asker hears of it.
    """
    for plan in plans:
        time.sleep(_PACE_S)
        sent = desk.replies.post(place.team_id, place.channel_id or "", thread_ts, plan)
        if not sent.done:
            _log.warning("rows_not_posted", extra={"fate": sent.fate, "reason": sent.reason})
        if sent.fate not in (Fate.DONE, Fate.LOST):
            desk.replies.whisper(place, notice_message(say("page.failed", reason=sent.reason)))
            return


def _as_a_visitor(desk: Desk, place: Place, asker: Asker, found: Found) -> MessagePlan:
    """The answer for a channel that the bot is not in: nobody can reply to it or remove it."""
    shown = replace(desk.shown(place, asker), public=True, threaded=False, asker=None)
    return noted(message_of(found, shown), say("share.invite", mention=desk.mention))


def _failure(desk: Desk, place: Place, sent: Sent) -> MessagePlan:
    """Why the channel did not get it, by what became of the post."""
    match sent.fate:
        case Fate.LOST:
            return notice_message(told(say("share.lost"), place.language))
        case Fate.CLOSED if sent.reason in _NOT_IN:
            hint = say("share.closed_hint", mention=desk.mention)
            error = BotError(say("share.closed", reason=sent.reason), hint)
        case Fate.CLOSED:
            error = BotError(say("share.closed", reason=sent.reason), say("share.alone_hint"))
        case Fate.LIMITED:
            error = BotError(say("slack.limited"), say("slack.limited_hint"))
        case _:
            error = BotError(say("share.refused", reason=sent.reason), say("slack.refused_hint"))
    return error_message(error, desk.shown(place))


def _confirmation(audience: Audience, text: str, language: str) -> MessagePlan:
    lines = []
    if audience.count is not None:
        lines.append(say("share.members", count=audience.count))
    if audience.outsiders:
        lines.append(say("share.outsiders"))
    elif audience.outsiders is None:
        lines.append(say("share.unseen" if audience.large else "share.unknown"))
    lines = [told(line, language) for line in (*lines, say("share.ask"))]
    blocks = (
        rich_lines([[line] for line in lines]),
        actions([button(told(say("share.anyway"), language), SHARE_ANYWAY, text)]),
    )
    return MessagePlan(top_text(lines[0], lines[1:], [], []), blocks, blocks)


def audience_of(desk: Desk, place: Place) -> Audience:
    """Who is in the channel; a channel that Slack tells nothing of has an unknown one."""
    return audience_in(desk.services.client, desk.people, place.channel_id or "")
