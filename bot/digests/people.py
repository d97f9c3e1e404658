"""Who reads a notice: their language and clock, whether they are still here, and who is an admin.

Goes by Slack's answer alone; that Slack does not say is never taken for an answer.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, tzinfo
from threading import Lock
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from cachetools import TTLCache
from slack_sdk import WebClient
from slack_sdk.web import SlackResponse

from bot import calls
from bot.calls import Sent
from bot.core.phrases.translation import home_of

_log = logging.getLogger(__name__)
# Admins that are told where nobody else can mend it; of more the first ones.
MOST_ADMINS = 5
_PAGE, _PAGES = 200, 50
_HOUR_S, _DAY_S, _WORKSPACES = 3_600.0, 86_400.0, 5_000
_USUAL = "@flowxo"


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody of a workspace; `here` is whether they are a full member of it still."""

    user_id: str
    name: str
    here: bool
    admin: bool
    language: str
    clock: tzinfo


class People:
    """Asks Slack; `client_of` gives the client of a workspace. For any number of threads."""

    def __init__(self, client_of: Callable[[str], WebClient]) -> None:
        self._client_of = client_of
        self._lock = Lock()
        self._admins: TTLCache[str, tuple[str, ...]] = TTLCache(_WORKSPACES, _HOUR_S)
        self._names: TTLCache[str, str] = TTLCache(_WORKSPACES, _DAY_S)

    def find(self, team_id: str, user_id: str) -> Reader | None:
        """The person as they are now; None where Slack does not say."""
        client = self._client_of(team_id)
        answer = calls.answered(lambda: client.users_info(user=user_id, include_locale=True))
        if isinstance(answer, Sent):
            if answer.reason in ("user_not_found", "user_not_visible"):
                return Reader(user_id, user_id, False, False, "en", UTC)
            _log.warning("reader_unknown", extra={"user_id": user_id, "reason": answer.reason})
            return None
        user = answer.get("user")
        return _reader(user_id, user) if isinstance(user, dict) else None

    def admins(self, team_id: str) -> tuple[str, ...] | None:
        """A few of the workspace's admins; None where Slack does not say."""
        with self._lock:
            known = self._admins.get(team_id)
        if known is not None:
            return known
        found: list[str] = []
        for page in self._pages(team_id):
            if page is None:
                return None
            found += [str(one.get("id")) for one in page if _is_admin(one)]
            if len(found) >= MOST_ADMINS:
                break
        with self._lock:
            self._admins[team_id] = tuple(found[:MOST_ADMINS])
        return tuple(found[:MOST_ADMINS])

    def mention(self, team_id: str) -> str:
        """How the bot is mentioned there, for people to read."""
        with self._lock:
            known = self._names.get(team_id)
        if known is None:
            answer = calls.answered(self._client_of(team_id).auth_test)
            found = None if isinstance(answer, Sent) else answer.get("user")
            if not isinstance(found, str) or not found:
                return _USUAL
            known = f"@{found}"
            with self._lock:
                self._names[team_id] = known
        return known

    def _pages(self, team_id: str) -> Iterator[list[dict[str, Any]] | None]:
        client, cursor = self._client_of(team_id), ""
        for _ in range(_PAGES):
            answer = calls.answered(_listing(client, cursor))
            if isinstance(answer, Sent):
                _log.warning("admins_unknown", extra={"team_id": team_id, "reason": answer.reason})
                yield None
                return
            yield [one for one in answer.get("members") or [] if isinstance(one, dict)]
            cursor = str((answer.get("response_metadata") or {}).get("next_cursor") or "")
            if not cursor:
                return


def _listing(client: WebClient, cursor: str) -> Callable[[], SlackResponse]:
    return lambda: client.users_list(limit=_PAGE, cursor=cursor or None)


def _is_admin(user: Mapping[str, Any]) -> bool:
    admin = user.get("is_admin") is True or user.get("is_owner") is True
    return admin and _is_here(user)


def _is_here(user: Mapping[str, Any]) -> bool:
    """A full member: of guests and bots nobody can say that they would see to it."""
    marks = ("deleted", "is_bot", "is_restricted", "is_ultra_restricted", "is_stranger")
    return not any(user.get(mark) is True for mark in marks)


def _reader(user_id: str, user: Mapping[str, Any]) -> Reader:
    profile = user.get("profile")
    held = profile if isinstance(profile, Mapping) else {}
    names = (held.get("display_name"), user.get("real_name"), user.get("name"), user_id)
    name = next(one for one in names if isinstance(one, str) and one.strip())
    locale = user.get("locale")
    language = home_of(locale if isinstance(locale, str) else None)
    return Reader(user_id, name, _is_here(user), _is_admin(user), language, _clock(user.get("tz")))


def _clock(name: object) -> tzinfo:
    try:
        return ZoneInfo(name) if isinstance(name, str) and name else UTC
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return UTC
