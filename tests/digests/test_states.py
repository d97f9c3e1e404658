"""Whatever happens in whatever order: each due time ends once, and nothing sent comes twice.

A machine of random steps, each of which a process, a person, Slack or a kill may do.
"""

from __future__ import annotations

import shutil
import tempfile
from collections import Counter
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings, strategies
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import Engine

from bot.core.digest import digest_from_fields
from bot.core.schedule import dues
from bot.demo import slack_faults
from bot.demo.slack_faults import Fault
from bot.demo.slack_server import FakeSlack
from bot.digests import working
from bot.digests.ledger import Ledger
from bot.digests.plan import plan_due
from bot.digests.post import WebSlack
from bot.digests.working import LEASE, Taken
from bot.errors import UpstreamDownError
from bot.storage import claiming, database, deliveries, planning, subscribing
from bot.storage.deliveries import Kind, State
from bot.storage.sending import FINAL
from bot.storage.subscriptions import Reason
from tests.digests.house import CADENCES, DAY, DUE, HOUR, MINUTE, SECOND, House, Maker, SetClock
from tests.storage.subscribed import everything

FAULTS: dict[str, Fault] = {
    "reset": slack_faults.reset(),
    "never came": slack_faults.reset(applied=False),
    "500": slack_faults.status(500, applied=True),
    "503": slack_faults.status(503),
    "cut": slack_faults.cut(),
    "limited": slack_faults.ratelimited(30),
    "archived": slack_faults.error("is_archived"),
    "restricted": slack_faults.error("restricted_action"),
    "revoked": slack_faults.error("token_revoked"),
}
KILLS = ("before the post", "after the post", "before the end", "after the end")
KINDS = ["daily", "weekdays", "weekly"]
NUMBERS = strategies.integers(1, 4)


class KilledError(BaseException):
    """The process is gone."""


@pytest.fixture(scope="module")
def blank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database at the newest revision, to be copied."""
    path = tmp_path_factory.mktemp("blank") / "bot.db"
    engine = database.open_engine(f"sqlite:///{path}")
    database.upgrade(engine)
    engine.dispose()  # the last to leave takes what was written into the file itself
    return path


class Machine(RuleBasedStateMachine):
    """The steps."""

    blank: Path

    def __init__(self) -> None:
        super().__init__()
        self.place = Path(tempfile.mkdtemp())
        shutil.copy(self.blank, self.place / "bot.db")
        self.engine: Engine = database.open_engine(f"sqlite:///{self.place}/bot.db", threads=8)
        self.slack = FakeSlack().__enter__()
        self.maker = Maker()
        self.house = House(self.engine, self.slack, SetClock(DUE - MINUTE), self.maker)
        self.again: Counter[str] = Counter()
        self.untouched: set[int] = set()
        self.sent: set[str] = set()
        self.count = 0

    def teardown(self) -> None:
        """Let everything end, and see that it has."""
        self.slack.faults.clear()
        self.maker.error = None
        for reason in Reason:
            self._mend(reason)
        for _ in range(400):
            self.house.run(MINUTE)
            if all(each.done_at is not None for each in everything(self.engine)):
                break
        for each in everything(self.engine):
            assert each.state in FINAL, each
        self.each_due_time_has_its_row()
        self.nothing_comes_twice()
        assert self.house.dispatcher.close(10)
        self.engine.dispose()
        self.slack.__exit__(None, None, None)
        shutil.rmtree(self.place)

    @precondition(lambda self: self.count < 4)
    @rule(cadence=strategies.sampled_from(KINDS))
    def subscribe(self, cadence: str) -> None:
        """Somebody subscribes."""
        self.count += 1
        first = next(iter(dues(CADENCES[cadence], self.house.clock.moment, 1)))
        self.house.subscribe(cadence, target=f"C{self.count % 3}", next_run_at=first)
        self.untouched.add(self.count)

    @rule(by=strategies.sampled_from([SECOND, 30 * SECOND, 2 * MINUTE, HOUR, DAY, 4 * DAY]))
    def pass_time(self, by: timedelta) -> None:
        """Time passes, also while nobody is there."""
        self.house.clock.advance(by)

    @rule()
    def run(self) -> None:
        """A whole turn of a process."""
        self.house.run()

    @initialize(cadences=strategies.lists(strategies.sampled_from(KINDS), min_size=1, max_size=2))
    def begin(self, cadences: list[str]) -> None:
        """There is somebody from the start."""
        for cadence in cadences:
            self.subscribe(cadence)

    @rule(
        fault=strategies.sampled_from(["", *sorted(FAULTS)]),
        kill=strategies.sampled_from(["", "", *KILLS]),
        late=strategies.sampled_from([timedelta(), SECOND, 10 * MINUTE, 13 * HOUR, 5 * DAY]),
    )
    def something_is_due(self, fault: str, kill: str, late: timedelta) -> None:
        """The next due time comes, and somebody is there, sooner or later, to post it."""
        with database.reading(self.engine) as connection:
            following = planning.next_due(connection)
        if following is None:
            return
        self.house.clock.moment = max(self.house.clock.moment, following + late)
        if fault:
            self.slack.faults.add("chat.postMessage", FAULTS[fault])
        if kill:
            self.die(kill, 2)
        else:
            self.house.run()

    @rule(fault=strategies.sampled_from(["", "", "500", "limited", "archived", "revoked"]))
    def a_minute_later(self, fault: str) -> None:
        """What was lost is looked up, what waits is tried again."""
        if fault:
            self.slack.faults.add("conversations.history", FAULTS[fault])
        self.house.run(61 * SECOND)

    @rule(down=strategies.booleans())
    def break_flow_xo(self, down: bool) -> None:
        """Flow XO goes, or comes back."""
        self.maker.error = UpstreamDownError("down") if down else None

    @rule(kill=strategies.sampled_from(KILLS), want=strategies.integers(1, 3))
    def die(self, kill: str, want: int) -> None:
        """A process plans, takes a few, and is killed at the first of them."""
        with database.transaction(self.engine) as connection:
            plan_due(connection, self.house.clock.moment)
        with database.transaction(self.engine) as connection:
            taken = claiming.claim(connection, kill, self.house.clock.moment, LEASE, want)
        with pytest.MonkeyPatch.context() as patched:
            worker = working.Worker(
                Ledger(self.engine, self.house.clock), self.house.dispatcher._worker._slack,
                self.maker, self.house.watch,
            )  # fmt: skip
            _arm(patched, kill)
            for claim in taken:
                try:
                    worker.deliver(Taken(claim, self.house.clock.moment))
                except KilledError:
                    break

    @rule()
    def leases_end(self) -> None:
        """What was left is anybody's."""
        self.house.run(LEASE + SECOND)

    @precondition(lambda self: self.count)
    @rule(number=NUMBERS, what=strategies.sampled_from(["edit", "move", "pause", "remove"]))
    def change(self, number: int, what: str) -> None:
        """A person changes one."""
        if number > self.count:
            return
        self.untouched.discard(number)
        by, now = self.house.by(), self.house.clock.moment
        with self.house.writing() as connection:
            if deliveries.is_being_sent(connection, "T", number):
                return  # it would be refused
            if what == "edit":
                digest = {**self.house.subscription(number).digest, "top": 1 + number}
                subscribing.edit(connection, "T", number, by, digest=digest)
            elif what == "move":
                subscribing.move(connection, "T", number, f"C{(number + now.minute) % 3}", by)
            else:
                {"pause": subscribing.pause, "remove": subscribing.remove}[what](
                    connection, "T", number, by
                )

    @precondition(lambda self: self.count)
    @rule(number=NUMBERS, restore=strategies.booleans())
    def take_back(self, number: int, restore: bool) -> None:
        """A person resumes or restores one."""
        if number > self.count:
            return
        self.untouched.discard(number)
        schedule = digest_from_fields(self.house.subscription(number).digest).schedule
        (following,) = dues(schedule, self.house.clock.moment, 1)
        with self.house.writing() as connection:
            back = subscribing.restore if restore else subscribing.resume
            back(connection, "T", number, following, self.house.by())

    @rule(reason=strategies.sampled_from(list(Reason)))
    def mend(self, reason: Reason) -> None:
        """What was wrong is mended."""
        self._mend(reason)

    @rule(number=NUMBERS)
    def run_now(self, number: int) -> None:
        """A person wants one now."""
        if number > self.count:
            return
        target = self.house.subscription(number).target
        with self.house.writing() as connection:
            deliveries.run_now(connection, "T", number, target, self.house.clock.moment)

    @rule(arrived=strategies.booleans())
    def decide(self, arrived: bool) -> None:
        """A person decides what nobody knows."""
        for each in everything(self.engine):
            if each.state is State.UNKNOWN:
                with self.house.writing() as connection:
                    now = self.house.clock.moment
                    if arrived:
                        deliveries.arrived(connection, "T", each.delivery_id, now)
                    elif deliveries.send_again(connection, "T", each.delivery_id, now):
                        self.again[each.delivery_id] += 1
                        self.sent.discard(each.delivery_id)
                return

    @invariant()
    def nothing_comes_twice(self) -> None:
        """A delivery is posted once, and once more where a person said so."""
        for delivery_id, count in self.house.posts_by_delivery().items():
            assert count <= 1 + self.again[delivery_id]

    @invariant()
    def what_is_sent_was_posted_and_stays_sent(self) -> None:
        """Nothing is recorded as sent that was not, but by a person."""
        posts = self.house.posts_by_delivery()
        now_sent = {e.delivery_id for e in everything(self.engine) if e.state is State.SENT}
        assert self.sent <= now_sent
        self.sent = now_sent
        assert now_sent <= set(posts) | set(self.again) | self._decided()

    @invariant()
    def a_due_time_has_one_row_a_place(self) -> None:
        """However often it was planned."""
        keys = Counter((e.number, e.due_at, e.target) for e in everything(self.engine))
        assert set(keys.values()) <= {1}

    def each_due_time_has_its_row(self) -> None:
        """Of subscriptions that nobody touched: every one, and no other."""
        now = self.house.clock.moment
        for number in self.untouched:
            mine = self.house.subscription(number)
            schedule = digest_from_fields(mine.digest).schedule
            # It was made a day before it was first due.
            since = mine.created_at + DAY - SECOND
            wanted = [due for due in dues(schedule, since, 2_000) if due <= now]
            found = [
                each.due_at
                for each in everything(self.engine)
                if each.number == number and each.kind is not Kind.RUN_NOW
            ]
            assert found == wanted

    def _decided(self) -> set[str]:
        """What was unknown once, and is what a person says."""
        return {
            each.delivery_id for each in everything(self.engine) if each.trouble is not None
        }  # fmt: skip

    def _mend(self, reason: Reason) -> None:
        with self.house.writing() as connection:
            subscribing.mend(connection, "T", reason, self.house.by())


def _arm(patched: pytest.MonkeyPatch, kill: str) -> None:
    """Die at that point."""
    room, name = (WebSlack, "post") if "post" in kill else (working, "settle")
    true = getattr(room, name)

    def killed(*given: Any, **named: Any) -> Any:
        if kill.startswith("after"):
            true(*given, **named)
            if name == "settle":
                given[0].commit()
        raise KilledError

    patched.setattr(room, name, killed)


def test_whatever_happens_nothing_is_lost_and_nothing_comes_twice(blank: Path) -> None:
    """Random steps, then rest: the law of digests."""
    Machine.blank = blank
    run_state_machine_as_test(Machine, settings=settings(max_examples=40, stateful_step_count=30))
