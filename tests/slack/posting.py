"""Digests that are really posted to the fake Slack, by the dispatcher, beside the running app."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any, Literal
from zoneinfo import ZoneInfo

from bot.core.digest import Digest, digest_to_fields
from bot.core.schedule import Cadence, Schedule
from bot.demo.slack_workspace import ASKER, CHATBOTS, TEAM, Message
from bot.digests.figures import Figures
from bot.digests.ledger import Ledger
from bot.digests.making import Maker
from bot.slack.surroundings import Surroundings
from bot.storage import subscriptions
from bot.storage.audit import By
from bot.storage.subscriptions import Subscription, Wanted
from tests.digests.house import House, SetClock
from tests.slack.agency import Agency

BERLIN = ZoneInfo("Europe/Berlin")
# Every Thursday: the design's moment, of last week's figures.
THURSDAYS = Schedule(Cadence.WEEKLY, time(15, 45), BERLIN, weekdays=(3,))


@dataclass
class Posting:
    """Subscribes, and posts what is due; `house` is the dispatcher's."""

    agency: Agency
    house: House

    def subscribe(
        self,
        account: int | Literal["all"],
        target: str = CHATBOTS,
        owner: str = ASKER,
        schedule: Schedule = THURSDAYS,
        **others: Any,
    ) -> Subscription:
        """A subscription that is due now."""
        now = self.house.clock.moment
        digest = Digest(schedule, account, **others)
        wanted, by = Wanted(target, digest_to_fields(digest), now), By(owner, "test", now)
        return self.agency.write(lambda c: subscriptions.create(c, TEAM, wanted, by))  # type: ignore[no-any-return]  # whatever its work gives

    def post(self, after: timedelta = timedelta()) -> Message:
        """What is due, posted; the latest message."""
        self.house.run(after)
        return self.agency.running.slack.posted[-1]


@contextmanager
def posting(agency: Agency, moment: datetime | None = None) -> Iterator[Posting]:
    """A dispatcher with the app's database, accounts and Slack."""
    services = agency.running.services
    clock = SetClock(moment or services.clock())
    maker = Maker(
        services.accounts, Ledger(services.engine, clock), Figures(5.0), Surroundings(services)
    )
    house = House(services.engine, agency.running.slack, clock, maker)
    yield Posting(agency, house)
    assert house.dispatcher.close(20)
