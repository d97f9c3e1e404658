"""PostgreSQL as the bot uses it: how its engine is set up, and how a transaction begins there.

Must be opened through `storage.database` alone.
"""

from __future__ import annotations

from sqlalchemy import Connection, create_engine, event
from sqlalchemy.engine import URL, Engine

from bot.storage.waits import BUSY_TIMEOUT_S, WAIT_MS

LOCK_MS = 5_000
_STATEMENT_MS = 15_000
_IDLE_MS = 30_000
# For as long as the transaction lasts, and not when connecting: a pooler in between hands the
# connection to others in the meantime, and many refuse options at the start.
_WAITS = (
    "SELECT set_config('statement_timeout', '{statement_ms:d}', true), "
    "set_config('lock_timeout', '{lock_ms:d}', true), "
    "set_config('idle_in_transaction_session_timeout', '{idle_ms:d}', true)"
)
# What the address says of the same goes first.
_CONNECTING: dict[str, object] = {
    "connect_timeout": 5,
    # A machine that vanished says nothing: noticed within a minute, and while sending in 20 s.
    "keepalives_idle": 30,
    "keepalives_interval": 10,
    "keepalives_count": 3,
    "tcp_user_timeout": 20_000,
    "application_name": "flowxo-bot",
    # A prepared statement belongs to one connection of a pooler's many.
    "prepare_threshold": None,
}


def open_postgres(address: URL, connections: int) -> Engine:
    """The engine for a PostgreSQL; connects to nothing yet."""
    engine = create_engine(
        address,
        connect_args={
            name: value for name, value in _CONNECTING.items() if name not in address.query
        },
        pool_size=connections,
        max_overflow=0,
        pool_timeout=BUSY_TIMEOUT_S,
        pool_pre_ping=True,
        pool_recycle=1800,
        hide_parameters=True,
    )
    event.listen(engine, "begin", _begin)
    return engine


def wait_long(connection: Connection, lock_s: int) -> None:
    """Let this transaction's statements take their time, and wait `lock_s` for another's lock."""
    connection.exec_driver_sql(_WAITS.format(statement_ms=0, lock_ms=lock_s * 1000, idle_ms=0))


def _begin(connection: Connection) -> None:
    wait_ms = connection.get_execution_options().get(WAIT_MS, LOCK_MS)
    connection.exec_driver_sql(
        _WAITS.format(
            statement_ms=_STATEMENT_MS, lock_ms=max(1, min(wait_ms, LOCK_MS)), idle_ms=_IDLE_MS
        )
    )
