"""The dispatcher: plans what is due, takes what may be posted, and has it done by a few threads.

Any number of processes may run one on the same database; none knows of the others.
"""

from __future__ import annotations

import logging
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from queue import SimpleQueue
from threading import Condition, Event, Lock, Thread

from bot.digests.ledger import Ledger
from bot.digests.plan import SPREAD_S, plan_due
from bot.digests.watch import Watch
from bot.digests.working import LEASE, Taken, Worker
from bot.errors import StorageError
from bot.storage import claiming, planning
from bot.storage.claiming import Claim

_log = logging.getLogger(__name__)
# What is taken beyond what the threads do at the moment, so that none waits for the database.
_AHEAD = 2
_GLANCE_S = 0.5
# How often it is looked for what is due, or was left by another, while there is much to do.
_PLAN_EVERY_S, _REAP_EVERY_S = 1.0, 5.0
# A lookup holds a thread as a post does; so few are taken at a time.
_LOOK_UPS = 4


@dataclass(frozen=True, slots=True)
class Pace:
    """How many threads there are, and over how many seconds a crowd is spread."""

    workers: int = 8
    spread_s: float = SPREAD_S


class Dispatcher:
    """Threads that post digests; `turn` does all that there is to do now."""

    def __init__(self, ledger: Ledger, worker: Worker, watch: Watch, pace: Pace) -> None:
        self._ledger = ledger
        self._worker = worker
        self._watch = watch
        self._pace = pace
        self._jobs: SimpleQueue[tuple[Callable[[Taken], None], Taken] | None] = SimpleQueue()
        self._changed = Condition()
        self._in_hand: dict[str, Claim] = {}
        self._begun: set[str] = set()
        self._turning = Lock()
        self._stopping = Event()
        self._threads: list[Thread] = []
        # When it was last looked for what is to be done, and the database answered.
        self.seen_alive = time.monotonic()

    def turn(self) -> float | None:
        """Plan and post until there is nothing more to do now; in how many seconds there is.

        None where nobody knows of anything. Where another thread is at it, it is left to that.
        Raises StorageError where the database does not answer.
        """
        if not self._turning.acquire(blocking=False):
            return _GLANCE_S
        try:
            self._work()
            again_s = self._next_in()
            self.seen_alive = time.monotonic()
            return again_s
        finally:
            self._turning.release()

    def close(self, timeout_s: float) -> bool:
        """Take nothing new, give back what was not begun, and wait for the rest; whether it ended.

        What is being posted when the time is up is looked up by whoever comes next.
        """
        self._stopping.set()
        self._give_back()
        deadline = time.monotonic() + timeout_s
        with self._changed:
            while self._in_hand and (left_s := deadline - time.monotonic()) > 0:
                self._changed.wait(left_s)
            ended = not self._in_hand
        for _ in self._threads:
            self._jobs.put(None)
        for thread in self._threads if ended else ():
            thread.join(max(0.1, deadline - time.monotonic()))
        return ended

    def _work(self) -> None:
        plan_at = reap_at = time.monotonic()
        while not self._stopping.is_set():
            now = time.monotonic()
            if now >= reap_at:
                self._reap()
                reap_at = now + _REAP_EVERY_S
            more = False
            if now >= plan_at:
                more = self._plan()
                plan_at = now if more else now + _PLAN_EVERY_S
            busy = bool(self._in_hand)
            taken = self._take()
            self.seen_alive = time.monotonic()
            if taken or more:
                continue
            if not busy:
                return
            self._wait()

    def _plan(self) -> bool:
        """Plan what is due; whether there is more to plan."""
        with self._ledger.writing() as (connection, now):
            planned = plan_due(connection, now, spread_s=self._pace.spread_s)
        if planned.to_post or planned.left_out:
            extra = {"count": planned.to_post, "left_out": planned.left_out}
            _log.info("digests_planned", extra=extra)
            self._watch.planned(planned.to_post + planned.left_out)
        return planned.more

    def _reap(self) -> None:
        with self._ledger.writing() as (connection, now):
            free, lost = claiming.reap(connection, now)
        if free or lost:
            _log.warning("digests_taken_over", extra={"free": free, "lost": lost})

    def _take(self) -> int:
        """Take as many as there is room for; how many."""
        with self._changed:
            room = self._pace.workers * _AHEAD - len(self._in_hand)
        if room < self._pace.workers:
            return 0
        owner = secrets.token_hex(8)
        with self._ledger.writing() as (connection, now):
            lost = claiming.look_up(connection, owner, now, LEASE, min(_LOOK_UPS, room))
            due = claiming.claim(connection, owner, now, LEASE, room - len(lost))
        jobs = [(self._worker.look_up, Taken(claim, now)) for claim in lost]
        jobs += [(self._worker.deliver, Taken(claim, now)) for claim in due]
        with self._changed:
            self._in_hand |= {job[1].claim.delivery.delivery_id: job[1].claim for job in jobs}
        self._hire()
        for job in jobs:
            self._jobs.put(job)
        return len(jobs)

    def _wait(self) -> None:
        """Wait until there is room again, or for a moment."""
        with self._changed:
            few = min(len(self._in_hand) - 1, self._pace.workers * (_AHEAD - 1))
            self._changed.wait_for(
                lambda: len(self._in_hand) <= max(0, few) or self._stopping.is_set(), _GLANCE_S
            )

    def _next_in(self) -> float | None:
        with self._ledger.reading() as (connection, now):
            times = (planning.next_due(connection), claiming.next_at(connection))
        known = [at for at in times if at is not None]
        return max(0.0, (min(known) - now) / timedelta(seconds=1)) if known else None

    def _hire(self) -> None:
        while len(self._threads) < self._pace.workers and len(self._threads) < len(self._in_hand):
            name = f"digest-{len(self._threads)}"
            thread = Thread(target=self._run, name=name, daemon=True)
            self._threads.append(thread)
            thread.start()

    def _run(self) -> None:
        while (job := self._jobs.get()) is not None:
            work, taken = job
            known_by = taken.claim.delivery.delivery_id
            with self._changed:
                mine = known_by in self._in_hand  # else it was given back
                self._begun.add(known_by)
            if mine:
                work(taken)
            with self._changed:
                self._begun.discard(known_by)
                self._in_hand.pop(known_by, None)
                self._changed.notify_all()

    def _give_back(self) -> None:
        """What no thread has begun is anybody's again."""
        with self._changed:
            left = {key: one for key, one in self._in_hand.items() if key not in self._begun}
            for key in left:
                del self._in_hand[key]
            self._changed.notify_all()
        owners = {claim.owner for claim in left.values()}
        try:
            with self._ledger.writing() as (connection, _):
                for owner in owners:
                    claiming.release(connection, owner, list(left))
        except StorageError as error:
            _log.warning("digests_not_given_back", extra={"reason": error.message})
