"""Who people are in this workspace, by users.info; whoever is unknown may do nothing.

Goes by Slack's answer alone, never by what a payload says of its sender.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from threading import Lock
from typing import NamedTuple
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from cachetools import TLRUCache
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot import calls
from bot.core.rights import OUTSIDERS, Role, Standing
from bot.core.sentences import say
from bot.errors import RightsError
from bot.slack.identity import Identity, IdentityCard

_log = logging.getLogger(__name__)
_PEOPLE = 10_000
_DAY_S = 86_400.0
# Who asks is looked up again after it: a guest who was made a member should not wait a day for an
# answer, nor may a member who was made a guest see figures for a day.
_LATELY_S = 600.0


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who does something; `zone` and `locale` are None where Slack gives none.

    `name` is for people to read, as the person wrote it: never to be trusted.
    """

    user_id: str
    standing: Standing
    zone: ZoneInfo | None = None
    locale: str | None = None
    admin: bool = False
    name: str = ""

    @property
    def outsider(self) -> bool:
        """Whether figures shown to this person leave the circle of the workspace's members."""
        return Role[self.standing.name] in OUTSIDERS


class _Known(NamedTuple):
    """A person, and when Slack said who it is, in seconds."""

    person: Person
    asked_at: float


class People:
    """Looks people up and remembers them: members for a day, others for ten minutes.

    Whoever asks something themselves is looked up after ten minutes again.
    """

    def __init__(
        self, client: WebClient, card: IdentityCard, clock: Callable[[], datetime]
    ) -> None:
        self._client = client
        self._card = card
        self._lock = Lock()
        self._clock = clock
        self._changes = 0
        self._known: TLRUCache[str, _Known] = TLRUCache(_PEOPLE, ttu=_keep_until, timer=self._now)

    def find(self, user_id: str, *, afresh: bool = False) -> Person | None:
        """The person, or None where Slack did not say; that is not remembered.

        `afresh`: whatever is remembered, Slack is asked.
        """
        person = None if afresh else self.known(user_id)
        return self._look(user_id) if person is None else person

    def called(self, user_id: str) -> str:
        """What somebody calls themselves; their id where Slack does not say."""
        person = self.find(user_id) if user_id else None
        return person.name if person and person.name else user_id

    def known(self, user_id: str) -> Person | None:
        """The person as they were last found, if they were; asks nobody."""
        with self._lock:
            found = self._known.get(user_id)
        return found.person if found is not None else None

    def forget(self, user_id: str) -> None:
        """Slack says that something of the person is another now."""
        with self._lock:
            self._changes += 1
            self._known.pop(user_id, None)

    def admit(self, user_id: str, *, afresh: bool = False) -> Person:
        """The person; RightsError where Slack does not say who it is, or it is nobody.

        `afresh` is for before anything is changed: an admin of this morning may be none by now.
        """
        person = None if afresh else self._lately(user_id)
        person = self._look(user_id) if person is None else person
        if person is None and not afresh:
            # While Slack does not say, a member of today is still one.
            person = self.known(user_id)
        if person is None:
            raise RightsError(say("rights.unknown"))
        if person.standing in (Standing.BOT, Standing.GONE):
            raise RightsError(say("rights.nobody"))
        return person

    def _now(self) -> float:
        return self._clock().timestamp()

    def _lately(self, user_id: str) -> Person | None:
        """The person as Slack said within the last ten minutes."""
        with self._lock:
            found = self._known.get(user_id)
        fresh = found is not None and self._now() - found.asked_at < _LATELY_S
        return found.person if found is not None and fresh else None

    def _look(self, user_id: str) -> Person | None:
        with self._lock:
            changes = self._changes
        person = self._ask(user_id)
        with self._lock:
            # What was asked before somebody changed may be the answer of before.
            if person is not None and changes == self._changes:
                self._known[user_id] = _Known(person, self._now())
        return person

    def _ask(self, user_id: str) -> Person | None:
        try:
            us = self._card.get()
            answer = self._client.users_info(user=user_id, include_locale=True)
        except RightsError:
            return None
        except SlackApiError as error:
            reason = calls.reason_of(error)[:80]
            _log.warning("person_unknown", extra={"user_id": user_id, "reason": reason})
            return None
        except calls.BROKEN as error:
            _log.warning(
                "person_unknown", extra={"user_id": user_id, "reason": type(error).__name__}
            )
            return None
        user = answer.get("user")
        return _person(user_id, user, us) if isinstance(user, dict) else None


def _keep_until(_: str, known: _Known, now: float) -> float:
    return now + (_DAY_S if known.person.standing is Standing.MEMBER else _LATELY_S)


def _person(user_id: str, user: Mapping[str, object], us: Identity) -> Person | None:
    """What users.info says; None where it does not say what must be known."""
    standing = _standing(user_id, user, us)
    if standing is None:
        return None
    locale = user.get("locale")
    return Person(
        user_id,
        standing,
        zone=_zone(user.get("tz")),
        locale=locale if isinstance(locale, str) and locale else None,
        admin=user.get("is_admin") is True or user.get("is_owner") is True,
        name=_called(user) or user_id,
    )


def _called(user: Mapping[str, object]) -> str:
    """What a person is called here: their own choice first."""
    profile = user.get("profile")
    held = profile if isinstance(profile, Mapping) else {}
    names = (held.get("display_name"), user.get("real_name"), user.get("name"))
    return next((name for name in names if isinstance(name, str) and name.strip()), "")


def _standing(user_id: str, user: Mapping[str, object], us: Identity) -> Standing | None:
    if user.get("deleted") is True:
        return Standing.GONE
    # Slackbot says of itself that it is no bot.
    if user.get("is_bot") is True or user_id in (us.user_id, "USLACKBOT"):
        return Standing.BOT
    if user.get("is_stranger") is True or not _ours(user, us):
        return Standing.COLLEAGUE if _of_our_enterprise(user, us) else Standing.STRANGER
    limits = (user.get("is_restricted"), user.get("is_ultra_restricted"))
    if limits[1] is True:
        return Standing.SINGLE_GUEST
    if limits[0] is True:
        return Standing.GUEST
    return Standing.MEMBER if limits == (False, False) else None


def _ours(user: Mapping[str, object], us: Identity) -> bool:
    """Whether the person belongs to our workspace; on Enterprise Grid, to it among others."""
    if user.get("team_id") == us.team_id:
        return True
    grid = user.get("enterprise_user")
    teams = grid.get("teams") if isinstance(grid, dict) else None
    return isinstance(teams, list) and us.team_id in teams


def _of_our_enterprise(user: Mapping[str, object], us: Identity) -> bool:
    """Whether the person belongs to another workspace of the organisation that ours is part of."""
    grid = user.get("enterprise_user")
    enterprise_id = grid.get("enterprise_id") if isinstance(grid, dict) else None
    return us.enterprise_id is not None and enterprise_id == us.enterprise_id


def _zone(name: object) -> ZoneInfo | None:
    if not isinstance(name, str) or not name:
        return None
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None
