"""Builds what listeners need, once, from the settings; starts nothing and listens nowhere."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Protocol

from slack_sdk import WebClient
from sqlalchemy.engine import Engine

from bot.accounts import Accounts
from bot.flowxo.client import FlowXOClient
from bot.settings import Settings
from bot.storage.opening import open_ready

# Slack's answers come fast or not at all, and a listener's thread waits for them.
_SLACK_TIMEOUT_S = 8


class Pool(Protocol):
    """Where listeners hand their work to; bounded."""

    @property
    def threads(self) -> int:
        """How many jobs run at once, each with a connection to the database of its own."""
        ...

    def submit(self, fn: Callable[[], None]) -> bool:
        """Run `fn` soon in another thread; False when the pool is full."""
        ...

    def drain(self, timeout_s: float) -> bool:
        """Take nothing new and wait for what is under way; False when it takes longer."""
        ...


def _nothing() -> None:
    """For services that were put together by hand, and where nobody waits to be woken."""


@dataclass(frozen=True, slots=True)
class Services:
    """What the bot has to work with. `clock` gives the time, aware, in UTC.

    `wake` tells whoever posts digests in this process that there is something to do now; another
    process finds it with its next tick.
    """

    settings: Settings
    engine: Engine
    accounts: Accounts
    client: WebClient
    clock: Callable[[], datetime]
    pool: Pool
    close: Callable[[], None] = _nothing
    wake: Callable[[], None] = _nothing


def now_utc() -> datetime:
    """The clock that everything runs by outside tests."""
    return datetime.now(UTC)


def build(
    settings: Settings,
    *,
    pool: Pool,
    clock: Callable[[], datetime] = now_utc,
    more_threads: int = 0,
) -> Services:
    """Services for `settings`; upgrades an SQLite database by itself.

    `more_threads` use the database beside the pool's. Raises StorageError or KeysError where the
    database cannot be used.
    """
    threads = pool.threads + more_threads
    engine = open_ready(settings.database_url, settings.encryption_keys, threads=threads)
    accounts = Accounts(
        engine, settings, clock, lambda key: FlowXOClient(settings.flowxo_api_url, key)
    )

    def close() -> None:
        accounts.close()
        engine.dispose()

    return Services(settings, engine, accounts, slack_client(settings), clock, pool, close)


def slack_client(settings: Settings, timeout_s: int = _SLACK_TIMEOUT_S) -> WebClient:
    """The client that everything is said to Slack with; it tries nothing twice by itself."""
    token = settings.slack_bot_token
    return WebClient(
        token.reveal() if token else None,
        base_url=settings.slack_api_url,
        timeout=timeout_s,
        retry_handlers=[],  # the default posts twice when a connection drops after acceptance
    )
