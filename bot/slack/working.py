"""The private line that says, once an answer takes long, that it is being worked on."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event, Thread
from types import TracebackType

from bot import logs
from bot.calls import Sent


class Working:
    """A block of work; `announce` is called once if it lasts longer than `after_s`.

    At once where no time is left: its asker has waited that long already, in the pool or for Slack.
    When the block is left the announcement is out or will never come, so that it cannot follow
    the answer.
    """

    def __init__(self, after_s: float, announce: Callable[[], Sent]) -> None:
        self._announce = announce
        self._fields = dict(logs.current())
        self._after_s = after_s
        self._over = Event()
        self._thread = Thread(target=self._run, name="working", daemon=True)
        self.sent: Sent | None = None

    def __enter__(self) -> Working:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._over.set()
        self._thread.join()

    def _run(self) -> None:
        if self._after_s > 0 and self._over.wait(self._after_s):
            return
        with logs.bound(**self._fields):
            self.sent = self._announce()
