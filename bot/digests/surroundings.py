"""What digests have to know of Slack besides posting: names, and who reads along.

Knows nobody itself; who does is handed in by the process.
"""

from __future__ import annotations

from typing import Protocol

from bot.core.rights import Standing


class Surroundings(Protocol):
    """Whoever knows people and channels; for any number of threads, and never raises."""

    def called(self, team_id: str, user_id: str) -> str:
        """What somebody calls themselves; "" where that is not known."""
        ...

    def standing(self, team_id: str, user_id: str) -> tuple[Standing, bool] | None:
        """What somebody is there this moment, and whether an admin; None where Slack says not."""
        ...

    def has_outsiders(self, team_id: str, channel_id: str) -> bool:
        """Whether guests or strangers read there; what is not known counts as yes."""
        ...

    def mention(self, team_id: str) -> str:
        """How the bot is mentioned there, for people to read."""
        ...
