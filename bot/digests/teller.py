"""A thread beside the dispatcher, for what waits for nobody's second: notices, and looking ahead.

Goes by a clock that cannot be set back. Must keep no digest waiting.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from threading import Event, Thread

from bot.errors import StorageError

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Errand:
    """What is done, and every how many seconds."""

    name: str
    run: Callable[[], object]
    every_s: float


class Teller:
    """Runs errands in turn until it is stopped; one that fails is tried at its next time."""

    def __init__(self, errands: Sequence[Errand]) -> None:
        self._errands = errands
        self._stopped = Event()
        self._thread = Thread(target=self._run, name="digest-teller", daemon=True)

    def start(self) -> None:
        """Begin, where there is anything to do."""
        if self._errands:
            self._thread.start()

    def stop(self, timeout_s: float) -> bool:
        """Begin nothing new; whether what was under way ended in time."""
        self._stopped.set()
        if self._errands:
            self._thread.join(timeout_s)
        return not self._thread.is_alive()

    def _run(self) -> None:
        due = {each.name: time.monotonic() for each in self._errands}
        while not self._stopped.is_set():
            for each in self._errands:
                if time.monotonic() >= due[each.name] and not self._stopped.is_set():
                    _attempt(each)
                    due[each.name] = time.monotonic() + each.every_s
            self._stopped.wait(max(0.1, min(due.values()) - time.monotonic()))


def _attempt(errand: Errand) -> None:
    try:
        errand.run()
    except StorageError as error:
        _log.warning("errand_failed", extra={"errand": errand.name, "reason": error.message})
    except Exception:
        _log.exception("errand_failed", extra={"errand": errand.name})
