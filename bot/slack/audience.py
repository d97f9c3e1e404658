"""Who is in a channel, as far as Slack says: whether the bot is, how many, any outsiders.

What nobody can say is unknown, and whoever asks treats it as the worse case.
"""

from __future__ import annotations

import logging
import time
from dataclasses import dataclass
from typing import Any

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot import calls
from bot.slack.rights import People

_log = logging.getLogger(__name__)
MANY = 50
_PAGE = 200


@dataclass(frozen=True, slots=True)
class Audience:
    """Who would see it: `member` whether the bot is in, `count` how many are; None: not known.

    `outsiders` is None too where nobody can say.
    """

    member: bool | None = None
    count: int | None = None
    outsiders: bool | None = None

    @property
    def large(self) -> bool:
        """Whether there are so many that nobody looks for outsiders among them."""
        return self.count is not None and self.count > MANY

    @property
    def needs_asking(self) -> bool:
        """Whether the asker must confirm; what is not known counts as yes."""
        return self.outsiders is not False or self.count is None or self.large


def audience_in(
    client: WebClient, people: People, channel_id: str, budget_s: float | None = None
) -> Audience:
    """Who is in the channel; a channel that Slack tells nothing of has an unknown one.

    Whom it has not looked at within `budget_s` is not known either.
    """
    until = None if budget_s is None else time.monotonic() + budget_s
    info = _info(client, channel_id)
    member, count = info.get("is_member"), info.get("num_members")
    known = count if isinstance(count, int) and not isinstance(count, bool) else None
    outsiders: bool | None = None
    if info.get("is_ext_shared") is True:
        outsiders = True
    elif known is not None and known > MANY:
        outsiders = None  # nobody looks at so many; the number alone asks for a confirmation
    elif info.get("is_ext_shared") is False and channel_id:
        outsiders = _any_outsider(client, people, channel_id, until)
    return Audience(member if isinstance(member, bool) else None, known, outsiders)


def _info(client: WebClient, channel_id: str) -> dict[str, Any]:
    try:
        answer = client.conversations_info(channel=channel_id, include_num_members=True)
    except SlackApiError as error:
        _log.info("channel_unknown", extra={"reason": calls.reason_of(error)[:80]})
        return {}
    except calls.BROKEN as error:
        _log.warning("channel_unknown", extra={"reason": type(error).__name__})
        return {}
    channel = answer.get("channel")
    return channel if isinstance(channel, dict) else {}


def _any_outsider(
    client: WebClient, people: People, channel_id: str, until: float | None
) -> bool | None:
    """Whether a guest or a stranger is among the members; None where one cannot be told."""
    try:
        answer = client.conversations_members(channel=channel_id, limit=_PAGE)
    except calls.BROKEN:
        return None
    listed = answer.get("members")
    members = listed if isinstance(listed, list) else []
    unknown = not members or bool((answer.get("response_metadata") or {}).get("next_cursor"))
    for user_id in members:
        late = until is not None and time.monotonic() > until
        person = None if late else people.find(str(user_id))
        if person is None:
            return None  # who is not known may be one; the others would only take time
        if person.outsider:
            return True
    return None if unknown else False
