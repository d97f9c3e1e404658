"""Two transactions at once: one that has made its change, and one that comes before its end."""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread
from time import monotonic, sleep
from typing import Any

from sqlalchemy import Connection, Engine, text

from tests.storage.connected import writing

_WAITING = text(
    "SELECT count(*) FROM pg_stat_activity "
    "WHERE datname = current_database() AND wait_event_type = 'Lock'"
)


def overtake(engine: Engine, first: Callable[[Connection], Any], second: Callable[[], Any]) -> None:
    """Begin `second` when `first` has changed something that is not committed yet.

    On PostgreSQL `first` is committed once `second` waits for it; on SQLite it cannot even begin.
    """
    thread = Thread(target=second)
    with writing(engine) as connection:
        first(connection)
        thread.start()
        if engine.dialect.name == "postgresql":
            _until_it_waits(engine, thread)
    thread.join(20)
    assert not thread.is_alive()


def _until_it_waits(engine: Engine, thread: Thread) -> None:
    late = monotonic() + 10
    while thread.is_alive():
        with engine.connect() as looking:
            if looking.execute(_WAITING).scalar_one():
                return
        assert monotonic() < late, "nobody waits"
        sleep(0.005)
