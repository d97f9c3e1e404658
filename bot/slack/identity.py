"""Who we are in Slack: team, bot user, name; asked once, when the first question needs it."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from threading import Lock

from slack_sdk import WebClient

from bot import calls
from bot.core.sentences import say
from bot.errors import RightsError

_log = logging.getLogger(__name__)
# While Slack cannot be reached, those who wait do not ask again one after the other.
_PAUSE = timedelta(seconds=2)


@dataclass(frozen=True, slots=True)
class Identity:
    """What auth.test says of the token.

    `name` is how the bot is mentioned, `team` what the workspace is called.
    """

    team_id: str
    user_id: str
    bot_id: str
    name: str
    enterprise_id: str | None = None
    team: str = ""


class IdentityCard:
    """Asks auth.test once and keeps the answer; one asks while the others wait."""

    def __init__(self, client: WebClient, clock: Callable[[], datetime]) -> None:
        self._client = client
        self._clock = clock
        self._lock = Lock()
        self._known: Identity | None = None
        self._failed_at: datetime | None = None

    @property
    def known(self) -> Identity | None:
        """Who we are, where it has been asked; never waits."""
        return self._known

    def get(self) -> Identity:
        """Who we are; RightsError where Slack does not say, since then nobody can be admitted."""
        if self._known is not None:
            return self._known
        with self._lock:
            if self._known is None:
                if self._failed_at is None or self._clock() - self._failed_at >= _PAUSE:
                    self._ask()
                if self._known is None:
                    raise RightsError(say("rights.unknown"))
            return self._known

    def _ask(self) -> None:
        try:
            answer = self._client.auth_test()
        except calls.BROKEN as error:
            self._failed_at = self._clock()
            _log.error("identity_unknown", extra={"reason": type(error).__name__})
            return
        self._known = Identity(
            team_id=str(answer.get("team_id") or ""),
            user_id=str(answer.get("user_id") or ""),
            bot_id=str(answer.get("bot_id") or ""),
            name=str(answer.get("user") or "flowxo"),
            enterprise_id=answer.get("enterprise_id"),
            team=str(answer.get("team") or ""),
        )
