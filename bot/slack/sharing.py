"""Shows an answer to a channel: asks first where outsiders or many people would see it.

Whether the bot may post there is Slack's to say; where it is no member, the asker's own
response_url is used, and the answer says how to invite it.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from slack_sdk.errors import SlackApiError

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
from bot.slack import calls, memory
from bot.slack.asker import Asker
from bot.slack.calls import Fate, Sent
from bot.slack.desk import Desk
from bot.slack.found import Found, message_of, query_of, rest_of
from bot.slack.place import Place
from bot.slack.questions import Question

_log = logging.getLogger(__name__)
SHARE_ANYWAY = "answer_share_anyway"
_MANY = 50
_PACE_S = 1.0  # Slack takes one message a second in a channel
_PAGE = 200
_NOT_IN = frozenset({"not_in_channel", "channel_not_found"})


@dataclass(frozen=True, slots=True)
class Audience:
    """Who would see it: `member` whether the bot is in, `count` how many are; None: not known.

    `outsiders` is None too where nobody can say.
    """

    member: bool | None = None
    count: int | None = None
    outsiders: bool | None = None

    @property
    def needs_asking(self) -> bool:
        """Whether the asker must confirm; what is not known counts as yes."""
        return self.outsiders is not False or self.count is None or self.count > _MANY


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
        many = audience.count is not None and audience.count > _MANY
        lines.append(say("share.unseen" if many else "share.unknown"))
    lines = [told(line, language) for line in (*lines, say("share.ask"))]
    blocks = (
        rich_lines([[line] for line in lines]),
        actions([button(told(say("share.anyway"), language), SHARE_ANYWAY, text)]),
    )
    return MessagePlan(top_text(lines[0], lines[1:], [], []), blocks, blocks)


def audience_of(desk: Desk, place: Place) -> Audience:
    """Who is in the channel; a channel that Slack tells nothing of has an unknown one."""
    info = _info(desk, place)
    member, count = info.get("is_member"), info.get("num_members")
    known = count if isinstance(count, int) and not isinstance(count, bool) else None
    outsiders: bool | None = None
    if info.get("is_ext_shared") is True:
        outsiders = True
    elif known is not None and known > _MANY:
        outsiders = None  # nobody looks at so many; the number alone asks for a confirmation
    elif info.get("is_ext_shared") is False and place.channel_id:
        outsiders = _any_outsider(desk, place.channel_id)
    return Audience(member if isinstance(member, bool) else None, known, outsiders)


def _info(desk: Desk, place: Place) -> dict[str, Any]:
    try:
        answer = desk.services.client.conversations_info(
            channel=place.channel_id or "", include_num_members=True
        )
    except SlackApiError as error:
        _log.info("channel_unknown", extra={"reason": calls.reason_of(error)[:80]})
        return {}
    except calls.BROKEN as error:
        _log.warning("channel_unknown", extra={"reason": type(error).__name__})
        return {}
    channel = answer.get("channel")
    return channel if isinstance(channel, dict) else {}


def _any_outsider(desk: Desk, channel_id: str) -> bool | None:
    """Whether a guest or a stranger is among the members; None where one cannot be told."""
    try:
        answer = desk.services.client.conversations_members(channel=channel_id, limit=_PAGE)
    except calls.BROKEN:
        return None
    listed = answer.get("members")
    members = listed if isinstance(listed, list) else []
    unknown = not members or bool((answer.get("response_metadata") or {}).get("next_cursor"))
    for user_id in members:
        person = desk.people.find(str(user_id))
        if person is None:
            return None  # who is not known may be one; the others would only take time
        if person.outsider:
            return True
    return None if unknown else False
