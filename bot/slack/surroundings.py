"""What digests are told of people and channels: a name, whether outsiders read along.

Asks Slack little and remembers it for a day; never raises for Slack's sake.
"""

from __future__ import annotations

import logging
from threading import Lock

from cachetools import TTLCache

from bot.core.rights import Standing
from bot.errors import RightsError
from bot.slack.audience import audience_in
from bot.slack.desk import DEFAULT_NAME
from bot.slack.identity import IdentityCard
from bot.slack.rights import People
from bot.wiring import Services

_log = logging.getLogger(__name__)
_CHANNELS, _DAY_S = 20_000, 86_400.0
# A digest waits no longer to learn who reads along: its lease ends.
_LOOKING_S = 5.0


class Surroundings:
    """People and channels of the workspace that the bot serves; for any number of threads."""

    def __init__(self, services: Services) -> None:
        self._client = services.client
        self._card = IdentityCard(services.client, services.clock)
        self._people = People(services.client, self._card, services.clock)
        self._lock = Lock()
        self._outsiders: TTLCache[str, bool] = TTLCache(
            _CHANNELS, _DAY_S, timer=lambda: services.clock().timestamp()
        )

    def called(self, team_id: str, user_id: str) -> str:
        """What somebody calls themselves; "" where Slack does not say."""
        person = self._people.find(user_id) if self._serves(team_id) else None
        return person.name if person is not None else ""

    def standing(self, team_id: str, user_id: str) -> tuple[Standing, bool] | None:
        """Asks Slack each time: who left, or is a guest by now, shall get no more figures."""
        person = self._people.find(user_id, afresh=True) if self._serves(team_id) else None
        return (person.standing, person.admin) if person is not None else None

    def has_outsiders(self, team_id: str, channel_id: str) -> bool:
        """Whether guests or strangers read there; what is not known counts as yes."""
        if not self._serves(team_id):
            return True
        with self._lock:
            known = self._outsiders.get(channel_id)
        if known is not None:
            return known
        audience = audience_in(self._client, self._people, channel_id, _LOOKING_S)
        # In a large channel of our own people buttons are of use; an outsider's press is refused.
        found = False if audience.large and not audience.outsiders else audience.outsiders
        if found is None:
            _log.info("audience_unknown", extra={"channel_id": channel_id})
            return True
        with self._lock:
            self._outsiders[channel_id] = found
        return found

    def mention(self, team_id: str) -> str:
        """How the bot is mentioned there, for people to read."""
        return f"@{self._card.get().name if self._serves(team_id) else DEFAULT_NAME}"

    def _serves(self, team_id: str) -> bool:
        """Whether it is the workspace that our token is of."""
        try:
            return self._card.get().team_id == team_id
        except RightsError:
            return False
