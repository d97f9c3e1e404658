"""The channels that a digest is to go to, as Slack has them: whether it can, and who may know.

Asks Slack each time, for channels are archived and closed; remembers nothing.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from slack_sdk import WebClient
from slack_sdk.web import SlackResponse

from bot import calls
from bot.calls import Fate, Sent
from bot.core.digest_making import is_person
from bot.core.sentences import say
from bot.errors import BotError
from bot.render.untrusted import clean, cut
from bot.slack.asker import Asker
from bot.slack.desk import Desk
from bot.slack.place import Place
from bot.storage.subscriptions import Subscription

_log = logging.getLogger(__name__)
_PAGE, _PAGES = 1_000, 20
_NAME = 80


@dataclass(frozen=True, slots=True)
class Room:
    """A channel; `name` is "" where Slack does not say. `joined`: the bot is a member.

    `shared`: people of other companies are in it.
    """

    channel_id: str
    name: str = ""
    joined: bool = True
    shared: bool = False


def look(desk: Desk, place: Place, channel_id: str) -> Room:
    """The channel, which the person of `place` is in or may enter, and digests can go to.

    BotError that says what to do where it is not such a one.
    """
    here = channel_id == place.channel_id
    info = _info(desk, channel_id)
    if isinstance(info, Sent):
        return _unseen(desk, channel_id, info, here=here)
    name = cut(clean(str(info.get("name") or "")), _NAME)
    if info.get("is_im") is True or info.get("is_mpim") is True:
        raise BotError(say("digest.room.people"), say("digest.room.people_hint"))
    private, joined = info.get("is_private") is True, info.get("is_member") is True
    if private and not (joined and (here or _is_in(desk, place.user_id, channel_id))):
        # Whoever is not in it need not know that there is such a channel.
        raise _unknown(desk)
    if info.get("is_archived") is True:
        hint = say("digest.room.archived_hint")
        raise BotError(say("digest.room.archived", channel=name), hint)
    return Room(channel_id, name, joined, info.get("is_ext_shared") is True)


def sees(desk: Desk, asker: Asker, place: Place, mine: Subscription) -> bool:
    """Whether a full member may see a digest: they are where it goes, or it is theirs to change."""
    user_id = asker.person.user_id
    if asker.admin or user_id in (mine.owner_user_id, mine.target):
        return True
    if is_person(mine.target):
        return False
    if place.channel_id == mine.target:
        return True
    info = _info(desk, mine.target)
    if isinstance(info, Sent):
        return False
    return info.get("is_private") is False or _is_in(desk, user_id, mine.target)


def name_of(desk: Desk, channel_id: str) -> str:
    """What a channel is called, for somebody who may know; "" where Slack does not say."""
    info = _info(desk, channel_id)
    return "" if isinstance(info, Sent) else cut(clean(str(info.get("name") or "")), _NAME)


def _unseen(desk: Desk, channel_id: str, sent: Sent, *, here: bool) -> Room:
    """What can be said of a channel that Slack tells nothing of."""
    if sent.reason == "missing_scope":
        # Whoever asks in it is there; whether a post is taken the post itself will tell.
        if here:
            return Room(channel_id)
        raise BotError(say("digest.room.scope"), say("digest.room.scope_hint"))
    if sent.fate is Fate.CLOSED:
        raise _unknown(desk)
    raise BotError(say("digest.room.silent", reason=sent.reason), say("digest.room.silent_hint"))


def _unknown(desk: Desk) -> BotError:
    return BotError(say("digest.room.unknown"), say("digest.room.invite", mention=desk.mention))


def _info(desk: Desk, channel_id: str) -> Mapping[str, Any] | Sent:
    client = desk.services.client
    answer = calls.answered(lambda: client.conversations_info(channel=channel_id))
    if isinstance(answer, Sent):
        _log.info("channel_unknown", extra={"channel_id": channel_id, "reason": answer.reason})
        return answer
    channel = answer.get("channel")
    return channel if isinstance(channel, dict) else Sent(Fate.FAILED, "no_channel")


def _is_in(desk: Desk, user_id: str, channel_id: str) -> bool:
    """Whether somebody is a member of a channel, as far as Slack says."""
    return any(user_id in page for page in _members(desk, channel_id))


def _members(desk: Desk, channel_id: str) -> Iterator[list[object]]:
    cursor = ""
    for _ in range(_PAGES):
        answer = calls.answered(partial(_page, desk.services.client, channel_id, cursor))
        if isinstance(answer, Sent):
            return
        listed = answer.get("members")
        yield listed if isinstance(listed, list) else []
        cursor = str((answer.get("response_metadata") or {}).get("next_cursor") or "")
        if not cursor:
            return


def _page(client: WebClient, channel_id: str, cursor: str) -> SlackResponse:
    return client.conversations_members(channel=channel_id, limit=_PAGE, cursor=cursor)
