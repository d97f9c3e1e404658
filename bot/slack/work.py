"""The bounded pool that listeners hand work to: 32 threads, 200 places to wait, no more.

Its threads are daemons, so that a job which never ends cannot keep the process from stopping.
Must know nothing of Slack.
"""

from __future__ import annotations

import logging
import time
from collections import deque
from collections.abc import Callable
from threading import Condition, Thread

_log = logging.getLogger(__name__)


class WorkPool:
    """Runs jobs in at most `threads` threads while at most `waiting` more wait their turn."""

    def __init__(self, threads: int = 32, waiting: int = 200) -> None:
        self._most_threads = threads
        self._most_waiting = waiting
        self._jobs: deque[Callable[[], None]] = deque()
        self._threads: list[Thread] = []
        self._running = 0
        self._closed = False
        self._changed = Condition()

    def submit(self, fn: Callable[[], None]) -> bool:
        """Run `fn` soon in another thread; False when the pool is full or stopping."""
        with self._changed:
            room = self._most_threads - self._running + self._most_waiting
            if self._closed or len(self._jobs) >= room:
                return False
            self._jobs.append(fn)
            idle = len(self._threads) - self._running
            if idle < len(self._jobs) and len(self._threads) < self._most_threads:
                self._hire()
            self._changed.notify()
            return True

    def drain(self, timeout_s: float) -> bool:
        """Take nothing new and finish what was taken; False when it takes longer."""
        deadline = time.monotonic() + timeout_s
        with self._changed:
            self._closed = True
            self._changed.notify_all()
            done = self._changed.wait_for(lambda: not self._jobs and not self._running, timeout_s)
            threads = list(self._threads)
        if done:
            for thread in threads:
                thread.join(max(0.1, deadline - time.monotonic()))
        return done

    def _hire(self) -> None:
        thread = Thread(target=self._work, name=f"work-{len(self._threads)}", daemon=True)
        self._threads.append(thread)
        thread.start()

    def _work(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._jobs or self._closed)
                if not self._jobs:
                    return
                job = self._jobs.popleft()
                self._running += 1
            try:
                job()
            except Exception:
                # Jobs of listeners answer for their own errors (`desk.py`); this is the last net
                # under the others, since a thread that dies is a place less for everyone.
                _log.exception("job_failed")
            finally:
                del job
                with self._changed:
                    self._running -= 1
                    if self._closed:
                        self._changed.notify_all()
