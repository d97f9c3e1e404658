"""The bounded pool that listeners hand work to: 32 threads, 200 places to wait, no more.

Its threads are daemons, so that a job which never ends cannot keep the process from stopping.
Must know nothing of Slack.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from queue import SimpleQueue
from threading import Event, Lock, Thread

_log = logging.getLogger(__name__)


class WorkPool:
    """Runs jobs in at most `threads` threads while at most `waiting` more wait their turn."""

    def __init__(self, threads: int = 32, waiting: int = 200) -> None:
        self.threads = threads
        self._most_taken = threads + waiting
        # Handing over by SimpleQueue, which waits outside the interpreter: with a condition for
        # all threads an ack under load takes half as long again (`bench/ack.py`).
        self._jobs: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        self._threads: list[Thread] = []
        self._taken = 0  # jobs that run or wait
        self._closed = False
        self._done = Event()
        self._lock = Lock()

    def submit(self, fn: Callable[[], None]) -> bool:
        """Run `fn` soon in another thread; False when the pool is full or stopping."""
        with self._lock:
            if self._closed or self._taken >= self._most_taken:
                return False
            self._taken += 1
            if len(self._threads) < min(self._taken, self.threads):
                self._hire()
        self._jobs.put(fn)
        return True

    def drain(self, timeout_s: float) -> bool:
        """Take nothing new and finish what was taken; False when it takes longer."""
        deadline = time.monotonic() + timeout_s
        with self._lock:
            self._closed = True
            if not self._taken:
                self._done.set()
            threads = list(self._threads)
        if not self._done.wait(timeout_s):
            return False
        for _ in threads:
            self._jobs.put(None)
        for thread in threads:
            thread.join(max(0.1, deadline - time.monotonic()))
        return True

    def _hire(self) -> None:
        thread = Thread(target=self._work, name=f"work-{len(self._threads)}", daemon=True)
        self._threads.append(thread)
        thread.start()

    def _work(self) -> None:
        while (job := self._jobs.get()) is not None:
            try:
                job()
            except Exception:
                # Jobs of listeners answer for their own errors (`jobs.py`); this is the last net
                # under the others, since a thread that dies is a place less for everyone.
                _log.exception("job_failed")
            finally:
                del job
                with self._lock:
                    self._taken -= 1
                    if self._closed and not self._taken:
                        self._done.set()
