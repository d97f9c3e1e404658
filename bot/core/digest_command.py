"""DigestCommand, what a text asks of digests: what to do, with which, and what was said of it.

Holds what was said and no defaults but those of its schedule: what is left out stays unset.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import time
from enum import StrEnum
from typing import Final, Literal
from zoneinfo import ZoneInfo

from bot.core.query import Compare
from bot.core.schedule_rule import Schedule
from bot.core.sections import DEFAULT_SECTIONS, Section, ordered

ALL: Final = "all"
DEFAULT_AT = time(9)


class WhenEmpty(StrEnum):
    """What becomes of a digest for whose period Flow XO has nothing."""

    SAY = "say"
    SKIP = "skip"


class Action(StrEnum):
    """What is to be done; the value is the word behind "digest", but for NEW, which needs none."""

    NEW = "new"
    LIST = "list"
    EDIT = "edit"
    PAUSE = "pause"
    RESUME = "resume"
    TEST = "test"
    RUN = "run"
    MOVE = "move"
    DELETE = "delete"
    HISTORY = "history"
    COPY = "copy"


class Where(StrEnum):
    """Where a digest is to go."""

    CHANNEL = "channel"
    HERE = "here"  # where it was asked
    ME = "me"  # to the one who asks, in a direct message


@dataclass(frozen=True, slots=True)
class Target:
    """A place for a digest; `channel_id` is set for a channel."""

    where: Where
    channel_id: str = ""


@dataclass(frozen=True, slots=True)
class DigestDraft:
    """What was said of a digest, to make one of or to change one by.

    `schedule` is set where days were said, for a new digest also where only a time or a zone was:
    with 9:00, Monday and the zone of the context where these were not. `at` and `zone` are set
    where they were said. `sections` are exactly those that it shall hold; `added` and `dropped`
    change those that it holds, or all. `account` is a number or ALL.
    """

    schedule: Schedule | None = None
    at: time | None = None
    zone: ZoneInfo | None = None
    account: int | Literal["all"] | None = None
    sections: tuple[Section, ...] = ()
    added: tuple[Section, ...] = ()
    dropped: tuple[Section, ...] = ()
    compare: Compare | None = None
    top: int | None = None
    when_empty: WhenEmpty | None = None
    targets: tuple[Target, ...] = ()

    def scheduled(self, before: Schedule) -> Schedule:
        """The schedule `before`, changed by what was said."""
        days = self.schedule or before
        at, zone = self.at or before.at, self.zone or before.zone
        return replace(days, at=at, zone=zone)

    def sectioned(self, before: tuple[Section, ...] = DEFAULT_SECTIONS) -> tuple[Section, ...]:
        """The sections `before`, changed by what was said; none where all of them were dropped."""
        kept = {*(self.sections or before), *self.added} - {*self.dropped}
        return ordered(kept)


@dataclass(frozen=True, slots=True)
class DigestCommand:
    """What is asked of digests; `number` is the one that is meant, as in #7."""

    action: Action = Action.NEW
    number: int | None = None
    draft: DigestDraft = DigestDraft()
