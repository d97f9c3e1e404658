"""The accounts of a workspace as questions meet them: which there are, and the figures of one.

Judges nobody's rights and shows nothing; an API key leaves the database for the client that asks
Flow XO with it, and for nothing else.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from threading import Lock
from typing import Protocol

from cachetools import LRUCache
from sqlalchemy import Connection
from sqlalchemy.engine import Engine

from bot.core.periods import Period
from bot.core.results import Source
from bot.core.sentences import say
from bot.errors import KeyRefusedError, KeysError, SettingsError, UpstreamError
from bot.settings import Secret, Settings
from bot.storage import accounts, channels, connecting, health, subscribing
from bot.storage.accounts import DEFAULT_ID, DEFAULT_NUMBER, Account, Visibility
from bot.storage.audit import OPERATOR, By
from bot.storage.channels import Channel
from bot.storage.database import reading
from bot.storage.subscriptions import Reason

_log = logging.getLogger(__name__)
# Each holds connections and answers of its own; the one that was asked longest ago is closed.
_CLIENTS = 200


class Client(Protocol):
    """What asks Flow XO for one account."""

    def question(self, budget_s: float = ..., at_once: int = ...) -> Source:
        """A Source whose calls together take at most `budget_s` seconds from now."""
        ...

    def close(self) -> None:
        """Close the idle connections."""
        ...


@dataclass(frozen=True, slots=True)
class Circle:
    """What is known where somebody asks: the workspace's accounts by name, and the channel.

    `twice` is the one among them that has the key of the environment too: both are one account.
    """

    accounts: tuple[Account, ...] = ()
    channel: Channel = field(default_factory=lambda: Channel(""))
    twice: Account | None = None

    def numbered(self, number: int) -> Account | None:
        """The account of that number."""
        return next((one for one in self.accounts if one.number == number), None)

    def of_channel(self) -> Account | None:
        """The channel's own account."""
        wanted = self.channel.account_id
        return next((one for one in self.accounts if one.account_id == wanted), None)


class _Clients(LRUCache[tuple[str, str], Client]):
    """The clients that are open, each under its account and what its key is known by."""

    def popitem(self) -> tuple[tuple[str, str], Client]:
        """Close the one that is dropped."""
        key, client = super().popitem()
        client.close()
        return key, client


class Accounts:
    """The accounts of every workspace that the bot serves; for any number of threads."""

    def __init__(
        self,
        engine: Engine,
        settings: Settings,
        clock: Callable[[], datetime],
        open_client: Callable[[Secret], Client],
    ) -> None:
        self._engine = engine
        self._settings = settings
        self._clock = clock
        self._open_client = open_client
        self._lock = Lock()
        self._clients = _Clients(_CLIENTS)
        # The workspaces of which was logged that the environment's key is connected there too.
        self._told: set[str] = set()

    def circle(self, connection: Connection, team_id: str, channel_id: str | None) -> Circle:
        """The accounts of a workspace, and what is set for a channel."""
        listed = accounts.listed(connection, team_id)
        connected = tuple(one for one in listed if one.account_id != DEFAULT_ID)
        channel = channels.get(connection, team_id, channel_id or "")
        key = self._settings.flowxo_api_key
        if key is None:
            return Circle(connected, channel)
        twice = self._holder(connection, team_id, key) if connected else None
        if twice is not None:
            return Circle(connected, channel, twice)
        if len(connected) == len(listed):
            return Circle((self._unwritten(), *listed), channel)
        return Circle(tuple(map(self._as_set, listed)), channel)

    def begin(self, connection: Connection, team_id: str) -> None:
        """Write down the account whose key is in the environment, and its zone."""
        key, zone = self._settings.flowxo_api_key, self._settings.flowxo_timezone
        if key is not None:
            name = zone.key if zone is not None else None
            connecting.from_environment(connection, team_id, key, name, self._clock())

    def source(
        self, team_id: str, account: Account, budget_s: float, *, at_once: int = 4
    ) -> Source:
        """The figures of an account within `budget_s` seconds; SettingsError where no key is."""
        key = self._key(team_id, account)
        known_by = hashlib.sha256(key.reveal().encode()).hexdigest()
        mark = (f"{team_id} {account.account_id}", known_by)
        with self._lock:
            client = self._clients.get(mark)
            if client is None:
                client = self._clients[mark] = self._open_client(key)
        return client.question(budget_s, at_once)

    def attempt(self, key: Secret, period: Period, budget_s: float) -> None:
        """Ask once with a key that is not saved yet; UpstreamError where it gives no figures."""
        client = self._open_client(key)
        try:
            client.question(budget_s, 1).insights(period)
        finally:
            client.close()

    def note(
        self, connection: Connection, team_id: str, account: Account, error: UpstreamError | None
    ) -> None:
        """Keep that an account answered, and mend what waited; or that its key was refused."""
        now, account_id = self._clock(), account.account_id
        if error is None:
            health.succeeded(connection, team_id, account_id, now)
            if account.failing_since is not None:
                by, number = By(OPERATOR, "health", now), account.number
                subscribing.mend(connection, team_id, Reason.KEY, by, account_number=number)
        else:
            if account_id == DEFAULT_ID:
                # Whoever is told so is told once a day, which wants a row to be kept in.
                self.begin(connection, team_id)
            health.failed(connection, team_id, account_id, type(error).__name__, now)

    def worth_noting(self, account: Account, error: UpstreamError | None) -> bool:
        """Whether `note` would tell something new; that Flow XO was down passes by itself."""
        if error is not None:
            return isinstance(error, KeyRefusedError) and account.failing_since is None
        last = account.last_ok_at
        fresh = last is not None and self._clock() - last < health.NOTED_EVERY
        return account.failing_since is not None or not fresh

    def close(self) -> None:
        """Close every client."""
        with self._lock:
            while self._clients:
                self._clients.popitem()

    def _as_set(self, account: Account) -> Account:
        """The account with what the environment says of it today."""
        zone = self._settings.flowxo_timezone
        if account.account_id != DEFAULT_ID or zone is None:
            return account
        return replace(account, zone=zone.key)

    def _unwritten(self) -> Account:
        """The environment's account as it is before `begin`."""
        zone = self._settings.flowxo_timezone
        return Account(
            account_id=DEFAULT_ID,
            number=DEFAULT_NUMBER,
            name=DEFAULT_ID,
            zone=zone.key if zone is not None else None,
            week_start=0,
            owner_user_id=None,
            visibility=Visibility.WORKSPACE,
            masking=True,
            hidden=(),
            connected_at=self._clock(),
            last_ok_at=None,
            last_error=None,
            failing_since=None,
        )

    def _holder(self, connection: Connection, team_id: str, key: Secret) -> Account | None:
        """The account that was connected with the environment's key: its figures count once."""
        try:
            found = connecting.holder(connection, team_id, key)
        except KeysError:
            return None  # nobody can say; nor can what is connected be asked
        with self._lock:
            news = found is not None and team_id not in self._told
            self._told |= {team_id} if news else set()
        if found is not None and news:
            _log.warning("key_set_twice", extra={"account": found.number})
        return found

    def _key(self, team_id: str, account: Account) -> Secret:
        key = self._settings.flowxo_api_key
        if account.account_id != DEFAULT_ID:
            with reading(self._engine) as connection:
                key = accounts.key(connection, team_id, account.account_id)
        if key is None:
            raise SettingsError((say("no_account"),), say("no_account_hint"))
        return key
