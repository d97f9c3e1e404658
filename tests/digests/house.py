"""Digests as they run: a database, a clock that tests set, and a fake Slack, their only judge."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from typing import Any, Literal
from zoneinfo import ZoneInfo

from slack_sdk import WebClient
from sqlalchemy import Connection, Engine, update

from bot.core.digest import Digest, digest_to_fields
from bot.core.schedule import Cadence, Schedule
from bot.demo.slack_rules import parsed
from bot.demo.slack_server import FakeSlack
from bot.demo.slack_workspace import BOT_USER, Channel, ChannelKind, Message
from bot.digests.dispatch import Dispatcher, Pace
from bot.digests.ledger import Ledger
from bot.digests.notices import Notices
from bot.digests.orders import Make, Order
from bot.digests.people import People
from bot.digests.post import POST_S, WebSlack
from bot.digests.working import Worker
from bot.render.message import notice_message
from bot.render.plan import MessagePlan
from bot.storage import database, subscriptions
from bot.storage.audit import By
from bot.storage.deliveries import Delivery, State
from bot.storage.subscriptions import Subscription, Wanted
from bot.storage.tables import DELIVERIES
from tests.storage.subscribed import everything

UTC_ZONE = ZoneInfo("UTC")
# A Monday, at the time when digests are due.
DUE = datetime(2026, 11, 30, 9, 0, tzinfo=UTC)
SECOND, MINUTE, HOUR, DAY = (timedelta(seconds=n) for n in (1, 60, 3600, 86400))
CADENCES: Mapping[str, Schedule] = {
    "daily": Schedule(Cadence.DAILY, time(9), UTC_ZONE),
    "weekdays": Schedule(Cadence.WEEKDAYS, time(9), UTC_ZONE),
    "weekly": Schedule(Cadence.WEEKLY, time(9), UTC_ZONE, weekdays=(0,)),
    "monthly": Schedule(Cadence.MONTHLY, time(9), UTC_ZONE, day=30),
}


class SetClock:
    """The time as a test sets it, for all who share the database."""

    def __init__(self, moment: datetime) -> None:
        self.moment = moment

    def now(self, _: Connection) -> datetime:
        """The moment."""
        return self.moment

    def advance(self, by: timedelta) -> None:
        """Let time pass."""
        self.moment += by


class Maker:
    """Makes a message that names its subscription and due time; `error` is raised instead."""

    def __init__(self) -> None:
        self.orders: list[Order] = []
        self.error: Exception | None = None
        self.of: Callable[[Order], MessagePlan | None] = _plain
        self._lock = threading.Lock()

    def __call__(self, order: Order) -> MessagePlan | None:
        """The message of an order."""
        with self._lock:
            self.orders.append(order)
        if self.error is not None:
            raise self.error
        return self.of(order)


def _plain(order: Order) -> MessagePlan:
    mine = order.delivery
    late = " late" if order.late else ""
    return notice_message(f"{mine.team_id} #{mine.number} {mine.due_at:%Y-%m-%d %H:%M}{late}")


class Counted:
    """Counts what is told to whoever watches."""

    def __init__(self) -> None:
        self.due = 0
        self.states: Counter[str] = Counter()
        self.after: list[timedelta] = []

    def planned(self, count: int) -> None:
        """So many became due."""
        self.due += count

    def ended(self, state: State, after: timedelta, *, late: bool) -> None:
        """One ended."""
        self.states[f"{'late ' if late else ''}{state}"] += 1
        self.after.append(after)


@dataclass
class House:
    """One process's digests; `another` is a second one on the same database and Slack."""

    engine: Engine
    slack: FakeSlack
    clock: SetClock
    make: Make
    pace: Pace = field(default_factory=lambda: Pace(workers=4, spread_s=0.0))
    watch: Counted = field(default_factory=Counted)
    pauses_s: tuple[float, ...] = (0.05, 0.1, 0.2)
    timeout_s: int = POST_S

    def __post_init__(self) -> None:
        client = WebClient(
            self.slack.bot_token, base_url=self.slack.api_url, retry_handlers=[],
            timeout=self.timeout_s,
        )  # fmt: skip
        ledger = Ledger(self.engine, self.clock, self.pauses_s)
        slack = WebSlack(lambda _: client)
        worker = Worker(ledger, slack, self.make, self.watch)
        self.people = People(lambda _: client)
        self.notices = Notices(ledger, slack, self.people)
        self.ledger = ledger
        self.dispatcher = Dispatcher(ledger, worker, self.watch, self.pace)

    def another(self, **others: Any) -> House:
        """A second process; with an engine of its own where one is given."""
        given = {"engine": self.engine, "make": self.make, **others}
        return House(slack=self.slack, clock=self.clock, pace=self.pace, **given)

    def run(self, after: timedelta = timedelta()) -> float | None:
        """Let time pass, and do all that is to be done then."""
        self.clock.advance(after)
        return self.dispatcher.turn()

    def subscribe(
        self,
        cadence: str = "weekly",
        *,
        team_id: str = "T",
        target: str = "C1",
        account: int | Literal["all"] = 1,
        next_run_at: datetime = DUE,
        owner: str = "U1",
        **others: Any,
    ) -> Subscription:
        """A subscription, to a channel that is there."""
        self.open_channel(target)
        digest = Digest(CADENCES[cadence], account, **others)
        wanted = Wanted(target, digest_to_fields(digest), next_run_at)
        with database.transaction(self.engine) as connection:
            by = By(owner, "test", next_run_at - DAY)
            return subscriptions.create(connection, team_id, wanted, by)

    def open_channel(self, target: str) -> None:
        """A channel with the bot in it, unless it is there or is a person."""
        channels = self.slack.workspace.channels
        if target not in channels and target[0] == "C":
            channels[target] = Channel(target, target.lower(), ChannelKind.PUBLIC, {BOT_USER})

    def tell(self, after: timedelta = MINUTE) -> list[Message]:
        """Let time pass, and tell people what there is to tell then; the messages to them."""
        self.clock.advance(after)
        before = len(self.posted)
        self.notices.turn()
        return self.posted[before:]

    @property
    def deliveries(self) -> list[Delivery]:
        """All deliveries, as they were due."""
        return everything(self.engine)

    @property
    def states(self) -> list[str]:
        """What became of each delivery, as they were due."""
        return [
            f"{each.state}{f' {each.trouble}' if each.trouble else ''}" for each in self.deliveries
        ]

    @property
    def posted(self) -> list[Message]:
        """The posts that the fake Slack has taken."""
        return self.slack.posted

    @property
    def texts(self) -> list[str]:
        """Their texts."""
        return [message.text for message in self.posted]

    def subscription(self, number: int = 1, team_id: str = "T") -> Subscription:
        """A subscription as it is."""
        with database.reading(self.engine) as connection:
            return subscriptions.sure(connection, team_id, number)

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction of somebody's."""
        with database.transaction(self.engine) as connection:
            yield connection

    def by(self, user_id: str = "U1") -> By:
        """Somebody, now."""
        return By(user_id, "test", self.clock.moment)

    def force(self, **values: Any) -> None:
        """Write over all deliveries, as nobody but a test does."""
        with self.writing() as connection:
            connection.execute(update(DELIVERIES).values(**values))

    def posts_by_delivery(self) -> Counter[str]:
        """How many posts there are of each delivery, by the id that they carry."""
        found: Counter[str] = Counter()
        for message in self.posted:
            metadata: Any = parsed(message.arguments.get("metadata"))
            found[metadata["event_payload"]["delivery_id"]] += 1
        return found
