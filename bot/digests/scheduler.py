"""Wakes the dispatcher: by APScheduler, and by a watchdog where APScheduler falls silent.

APScheduler goes by the machine's clock, which can be set back; the watchdog by one that cannot.
Must know nothing of digests but that there may be something to do.
"""

from __future__ import annotations

import logging
import time
from datetime import UTC, datetime, timedelta
from threading import Event, Lock, Thread

from apscheduler.schedulers.background import BackgroundScheduler

from bot.digests.dispatch import Dispatcher
from bot.digests.teller import Teller
from bot.errors import StorageError

_log = logging.getLogger(__name__)
_JOB = "tick"
# Where something is due sooner than the next tick, it is woken then; at most so often.
_SOONEST_S, _AFTER_FAILURE_S = 0.2, 2.0
# After so many ticks without one the watchdog ticks itself, and after so many it is not well.
_OVERDUE, _UNWELL = 1.5, 3.0
_GRACE_S = 10.0
# For what is under way beside the posts: a message to somebody, a look at what is due.
_ENDING_S = 2.0


class Scheduler:
    """Ticks every `tick_s` seconds at least, until it is stopped."""

    def __init__(self, dispatcher: Dispatcher, tick_s: float, teller: Teller | None = None) -> None:
        self._dispatcher = dispatcher
        self._teller = teller or Teller(())
        self._tick_s = tick_s
        self._jobs = BackgroundScheduler(timezone=UTC)
        self._stopped, self._quiet = Event(), Event()
        self._quiet.set()
        self._lock = Lock()
        self._ticking = self._woken = False
        self._tried_at = time.monotonic()
        self._watchdog = Thread(target=self._watch, name="digest-watchdog", daemon=True)

    def start(self) -> None:
        """Tick now, and from now on."""
        self._jobs.start()
        self._wake_in(0.0)
        self._watchdog.start()
        self._teller.start()

    def stop(self, timeout_s: float) -> bool:
        """Begin nothing new and finish what is under way; whether it ended in time."""
        self._stopped.set()
        self._jobs.shutdown(wait=False)
        ended = self._dispatcher.close(timeout_s)
        self._watchdog.join(1.0)
        # A tick looks at the database once more before it ends.
        ended = self._quiet.wait(_ENDING_S) and ended
        return self._teller.stop(_ENDING_S) and ended

    @property
    def silent_s(self) -> float:
        """For how many seconds nobody could look for what is due."""
        return time.monotonic() - self._dispatcher.seen_alive

    def alive(self) -> bool:
        """Whether what is due is looked for as often as it should be."""
        return self.silent_s <= _UNWELL * self._tick_s + _GRACE_S

    def wake(self) -> None:
        """Tick at once, or once more when the tick that is under way has ended."""
        with self._lock:
            self._woken = True
            if not self._ticking:
                self._wake_in(0.0)

    def tick(self) -> None:
        """Do what is to be done now, and say when to come again."""
        self._quiet.clear()
        try:
            if not self._stopped.is_set():
                self._tick()
        finally:
            self._quiet.set()

    def _tick(self) -> None:
        self._tried_at = time.monotonic()
        with self._lock:
            self._ticking, self._woken = True, False
        again_s: float | None = _AFTER_FAILURE_S
        try:
            again_s = self._dispatcher.turn()
        except StorageError as error:
            _log.warning("tick_failed", extra={"reason": error.message})
        except Exception:
            _log.exception("tick_failed")
        known_s = self._tick_s if again_s is None else again_s
        with self._lock:
            self._ticking = False
            soon_s = 0.0 if self._woken else known_s
            self._wake_in(min(self._tick_s, max(_SOONEST_S, soon_s)))

    def _wake_in(self, seconds: float) -> None:
        """One job at one time: of ticks that a clock jumps over nobody wants each."""
        if self._stopped.is_set():
            return
        self._jobs.add_job(
            self.tick,
            "date",
            run_date=datetime.now(UTC) + timedelta(seconds=seconds),
            id=_JOB,
            replace_existing=True,
            misfire_grace_time=None,
        )

    def _watch(self) -> None:
        """Tick where nobody did: a clock that was set back makes APScheduler wait for hours."""
        while not self._stopped.wait(min(1.0, self._tick_s / 4)):
            silent_s = time.monotonic() - max(self._tried_at, self._dispatcher.seen_alive)
            if silent_s > _OVERDUE * self._tick_s:
                _log.warning("tick_overdue", extra={"seconds": round(silent_s, 1)})
                self.tick()
