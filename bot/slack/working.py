"""The private line that says, once an answer takes long, that it is being worked on."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event, Thread
from types import TracebackType

from bot import logs
from bot.calls import Sent
from bot.core.query import Query
from bot.render.message import working_message
from bot.slack.desk import Desk
from bot.slack.place import Place


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


@contextmanager
def announced(desk: Desk, place: Place, query: Query | None = None) -> Iterator[None]:
    """Work that the asker is told of, once, when it takes long, counted from when they asked."""
    if place.told_working.is_set():
        yield
        return

    def announce() -> Sent:
        place.told_working.set()
        return desk.replies.whisper(place, working_message(query), patient=False)

    working = Working(desk.working_after_s - (time.monotonic() - place.arrived), announce)
    try:
        with working:
            yield
    finally:
        # In direct messages the line is a message like any other, and would stay for ever. One
        # that its reader alone sees has no timestamp.
        sent = working.sent
        if sent and sent.channel_id and sent.ts:
            desk.replies.remove(sent.channel_id, sent.ts)
