"""Processes that post digests, and die: forked from one that has imported everything and has no
thread, so that one costs milliseconds.

    python -m tests.faults.digest_child, one job a line of JSON on standard input
"""

from __future__ import annotations

import json
import logging
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta, tzinfo
from functools import partial
from pathlib import Path
from threading import Event, Lock
from typing import Any

from slack_sdk import WebClient

from bot.digests import dispatch, plan, settling, working
from bot.digests.clock import DatabaseClock
from bot.digests.dispatch import Dispatcher, Pace
from bot.digests.ledger import Ledger
from bot.digests.post import WebSlack
from bot.digests.working import Worker
from bot.errors import StorageError
from bot.storage import claiming, database, planning
from tests.digests.house import Counted, Maker, SetClock

# Where it kills itself, and what is wrapped for that: the room, the name, before it or after it.
POINTS: dict[str, tuple[Any, str, bool]] = {
    "plan: after the insert": (planning, "insert_many_if_absent", True),
    "plan: after the update": (planning, "_move_on", True),
    "plan: after the commit": (Dispatcher, "_plan", True),
    "claim: after the update": (claiming, "claim", True),
    "claim: after the commit": (Dispatcher, "_hire", True),
    "post: after `sending` was kept": (WebSlack, "post", False),
    "post: after the post": (WebSlack, "post", True),
    "end: after the update": (working, "settle", True),
    "end: after the commit": (Counted, "ended", True),
}


@dataclass(frozen=True, slots=True)
class Job:
    """What a child does: on which database and Slack.

    At `moment` it does what is due and ends, or dies at the nth pass of a point. Without a moment
    it goes by the database's clock until it is told to end, with leases as short as is said.
    """

    database_url: str
    api_url: str
    token: str
    moment: str = ""
    point: str = ""
    nth: int = 0
    workers: int = 4
    lease_s: float = 4.0
    skew_s: float = 0.0


class Children:
    """The process that forks them; use as a context manager."""

    def __enter__(self) -> Children:
        code = [sys.executable, "-m", "tests.faults.digest_child"]
        root = Path(__file__).parents[2]
        self._process = subprocess.Popen(  # noqa: S603 - our own
            code, cwd=root, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        return self

    def __exit__(self, *_: object) -> None:
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.close()
        self._process.wait(60)
        self._process.stdout.close()

    def run(self, job: Job) -> int:
        """Run one to its end; the signal that ended it, 0 for none."""
        return self.wait(self.start(job))

    def start(self, job: Job) -> int:
        """Begin one; its process id."""
        return self._ask(json.dumps(asdict(job)))

    def wait(self, process_id: int) -> int:
        """The signal that ended it, else its exit code."""
        return self._ask(json.dumps(process_id))

    def _ask(self, line: str) -> int:
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(line + "\n")
        self._process.stdin.flush()
        return int(self._process.stdout.readline())


def _arm(point: str, nth: int) -> None:
    """Die at the nth pass of the point."""
    room, name, after = POINTS[point]
    true: Callable[..., Any] = getattr(room, name)
    lock, passed = Lock(), [0]

    def wrapped(*args: Any, **kwargs: Any) -> Any:
        with lock:
            passed[0] += 1
            mine = passed[0] == nth
        if mine and not after:
            os.kill(os.getpid(), signal.SIGKILL)
        found = true(*args, **kwargs)
        if mine:
            os.kill(os.getpid(), signal.SIGKILL)
        return found

    setattr(room, name, wrapped)


def _work(job: Job) -> None:
    if job.point:
        # Several passes of each point.
        setattr(dispatch, "plan_due", partial(plan.plan_due, limit=8))  # noqa: B010 - not its own
        _arm(job.point, job.nth)
    dispatch._PLAN_EVERY_S = 0.0
    engine = database.open_engine(job.database_url, threads=job.workers + 2)
    clock = SetClock(datetime.fromisoformat(job.moment)) if job.moment else DatabaseClock()
    client = WebClient(job.token, base_url=job.api_url, retry_handlers=[], timeout=10)
    watch, ledger = Counted(), Ledger(engine, clock)
    worker = Worker(ledger, WebSlack(lambda _: client), Maker(), watch)
    dispatcher = Dispatcher(ledger, worker, watch, Pace(job.workers, 0.0))
    if job.skew_s:
        _skew(timedelta(seconds=job.skew_s))
    if job.moment:
        dispatcher.turn()
    else:
        _serve(dispatcher, job.lease_s)
    dispatcher.close(20)


def _skew(by: timedelta) -> None:
    """Let whatever of the bot reads the machine's clock read another time."""

    class Wrong(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> Any:
            return datetime.now(tz) + by

    for name, room in list(sys.modules.items()):
        if name.startswith("bot.") and getattr(room, "datetime", None) is datetime:
            setattr(room, "datetime", Wrong)  # noqa: B010 - not its own


def _serve(dispatcher: Dispatcher, lease_s: float) -> None:
    """Until it is told to end; what another has left is taken over within seconds."""
    lease = timedelta(seconds=lease_s)
    for room in (dispatch, working):
        setattr(room, "LEASE", lease)  # noqa: B010 - not its own
    setattr(working, "_STOOD_STILL_S", lease_s / 2)  # noqa: B010 - the same
    setattr(settling, "GRACE", timedelta(seconds=1))  # noqa: B010 - the same
    setattr(dispatch, "_REAP_EVERY_S", 0.2)  # noqa: B010 - the same
    ended = Event()
    signal.signal(signal.SIGTERM, lambda *_: ended.set())
    signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGTERM])
    while not ended.is_set():
        try:
            dispatcher.turn()
        except StorageError:
            ended.wait(0.2)
        ended.wait(0.05)


def main() -> None:
    """Fork one for each job; wait for one for each number."""
    logging.disable()
    # Whoever is told to end before it listens hears of it then.
    signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGTERM])
    for line in sys.stdin:
        asked = json.loads(line)
        if isinstance(asked, int):
            _, status = os.waitpid(asked, 0)
            code = os.WEXITSTATUS(status)
            print(os.WTERMSIG(status) if os.WIFSIGNALED(status) else code, flush=True)  # noqa: T201 - the answer
            continue
        child = os.fork()
        if child == 0:
            _work(Job(**asked))
            os._exit(0)
        print(child, flush=True)  # noqa: T201 - the answer


if __name__ == "__main__":
    main()
