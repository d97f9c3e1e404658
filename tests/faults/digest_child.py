"""A process that posts digests and kills itself at a point, again and again: forked from one that
has imported everything and has no thread, so that a kill costs milliseconds.

    python -m tests.faults.digest_child, one job a line of JSON on standard input
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from threading import Lock
from typing import Any

from slack_sdk import WebClient

from bot.digests import dispatch, plan, working
from bot.digests.dispatch import Dispatcher, Pace
from bot.digests.ledger import Ledger
from bot.digests.post import WebSlack
from bot.digests.working import Worker
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
    """What a child does: on which database and Slack, at which time, and where it dies (0: not)."""

    database_url: str
    api_url: str
    token: str
    moment: str
    point: str = ""
    nth: int = 0
    workers: int = 4


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
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps(asdict(job)) + "\n")
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
    clock = SetClock(datetime.fromisoformat(job.moment))
    client = WebClient(job.token, base_url=job.api_url, retry_handlers=[], timeout=10)
    watch, ledger = Counted(), Ledger(engine, clock)
    worker = Worker(ledger, WebSlack(lambda _: client), Maker(), watch)
    dispatcher = Dispatcher(ledger, worker, watch, Pace(job.workers, 0.0))
    dispatcher.turn()
    dispatcher.close(20)


def main() -> None:
    """Fork one for each line."""
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            _work(Job(**json.loads(line)))
            os._exit(0)
        _, status = os.waitpid(child, 0)
        print(os.WTERMSIG(status) if os.WIFSIGNALED(status) else os.WEXITSTATUS(status), flush=True)  # noqa: T201 - the answer


if __name__ == "__main__":
    main()
