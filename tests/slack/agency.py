"""A workspace with several accounts, each with figures of its own, around the running app."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Unpack
from zoneinfo import ZoneInfo

from sqlalchemy.engine import Engine

from bot.accounts import Accounts
from bot.demo.slack_payloads import Button, buttons_of
from bot.demo.slack_workspace import ASKER, TEAM, Message
from bot.settings import Secret
from bot.slack.work import WorkPool
from bot.storage import (
    accounts,
    audit,
    channels,
    connecting,
    database,
    disconnecting,
    workspaces,
)
from bot.storage.accounts import Account, Outcome, Visibility
from bot.storage.audit import By, Entry
from tests.slack.source import FixedClient, FixedSource

if TYPE_CHECKING:
    from tests.slack.conftest import Running

DEFAULT_KEY = "eyJ.key.of.default"


@dataclass
class Sources:
    """The figures behind each key; `of` gives those of an account by its name."""

    by_key: dict[str, FixedSource] = field(default_factory=dict)

    def open_client(self, key: Secret) -> FixedClient:
        """The client of a key."""
        return FixedClient(self.by_key.setdefault(key.reveal(), FixedSource()))

    def of(self, name: str) -> FixedSource:
        """The figures of an account that `Agency.connect` connected."""
        return self.by_key.setdefault(f"eyJ.key.of.{name}", FixedSource())


@dataclass
class Agency:
    """Connects accounts, and looks at what became of them."""

    running: Running
    sources: Sources

    def start(self, **settings: object) -> None:
        """Start the app once more, with other settings."""
        services = self.running.services
        changed = services.settings.model_copy(update=settings)
        clock, open_client = self.running.clock, self.sources.open_client
        accounts = Accounts(services.engine, changed, clock, open_client)
        self.running.services = replace(services, settings=changed, accounts=accounts)
        # That something is worked on is told elsewhere: here every message is an answer.
        self.running.start(services=self.running.services, working_after_s=60.0)

    def full(self) -> None:
        """Start it once more, with a pool that takes nothing."""
        pool = WorkPool(threads=1, waiting=-1)
        self.running.start(services=self.running.services, pool=pool)

    def with_default(self, zone: str | None = None) -> None:
        """Start it with a key in the environment too, and with a zone."""
        known = ZoneInfo(zone) if zone else None
        self.start(flowxo_api_key=Secret(DEFAULT_KEY), flowxo_timezone=known)

    @property
    def engine(self) -> Engine:
        """The app's database."""
        return self.running.services.engine

    @property
    def by(self) -> By:
        """Whoever runs the bot, now."""
        return By(audit.OPERATOR, "test", self.running.clock())

    def connect(
        self,
        name: str,
        owner: str = "U0SOMEBODY",
        team_id: str = TEAM,
        key: str = "",
        secret: str = "",
        **given: Any,
    ) -> Account:
        """A connected account; its figures are those of its key, which is its name unless given.

        `secret` is the whole key where it has another form.
        """
        api_key = Secret(secret or f"eyJ.key.of.{key or name}")
        by = By(owner, "test", self.running.clock())
        with database.transaction(self.engine) as connection:
            saved = connecting.connect(connection, team_id, name, api_key, by, **given)
        assert saved.outcome is Outcome.SAVED
        return saved.account

    def fill(self, count: int) -> None:
        """So many accounts: Client 0000 and on."""
        with database.transaction(self.engine) as connection:
            for number in range(count):
                key, by = Secret(f"eyJ.key.of.{number}"), self.by
                connecting.connect(connection, TEAM, f"Client {number:04}", key, by)

    def set(self, channel_id: str, **changes: Unpack[channels.Changes]) -> None:
        """Set what a channel is for."""
        self.write(lambda c: channels.change(c, TEAM, channel_id, self.by, **changes))

    def change(self, account: Account, **changes: Unpack[accounts.Changes]) -> None:
        """Change what is set for an account."""
        self.write(lambda c: accounts.change(c, TEAM, account.account_id, self.by, **changes))

    def hide(self, account: Account) -> None:
        """From now on it is for its own channels alone."""
        self.change(account, visibility=Visibility.CHANNELS)

    def disconnect(self, account: Account) -> None:
        """It is disconnected."""
        self.write(lambda c: disconnecting.disconnect(c, TEAM, account.account_id, self.by))

    def restore(self, account: Account) -> None:
        """It is connected again, where it was not."""
        self.write(lambda c: disconnecting.restore(c, TEAM, account.account_id, self.by))

    def write(self, work: Callable[..., Any]) -> Any:
        """One transaction."""
        with database.transaction(self.engine) as connection:
            return work(connection)

    def accounts(self) -> dict[str, Account]:
        """The connected accounts by name."""
        with database.reading(self.engine) as connection:
            return {one.name: one for one in accounts.listed(connection, TEAM)}

    def channel(self, channel_id: str) -> channels.Channel:
        """What a channel is set to."""
        with database.reading(self.engine) as connection:
            return channels.get(connection, TEAM, channel_id)

    def changes(self) -> list[Entry]:
        """What was changed, the newest first, without the accounts' coming."""
        with database.reading(self.engine) as connection:
            found = audit.latest(connection, TEAM, 1000)
        return [one for one in found if one.origin not in ("test", "environment")]

    def stored(self, team_id: str = TEAM, *, every: bool = False) -> dict[str, object]:
        """What is stored of a workspace that a person can change, or all that is."""
        with database.reading(self.engine) as connection:
            found = workspaces.export(connection, team_id)
        passing = ("threads", "seen_requests")
        return {name: rows for name, rows in found.items() if every or name not in passing}

    def asked(self) -> list[str]:
        """The accounts that were asked for figures, by name."""
        keys = [key for key, source in self.sources.by_key.items() if source.asked]
        return sorted(key.removeprefix("eyJ.key.of.") for key in keys)

    @staticmethod
    def buttons(message: Message, label: str) -> list[Button]:
        """What is labelled so, in order."""
        return [one for one in buttons_of(message.blocks) if one.label == label]

    def press(self, message: Message, wanted: str | Button, user: str = ASKER) -> list[Message]:
        """What the bot says when something is pressed."""
        return self.after(lambda: self.running.slack.press(message, wanted, user=user))

    def type(self, text: str, **where: str) -> list[Message]:
        """What the bot says to a command."""
        return self.after(lambda: self.running.slack.command(text, **where))

    def after(self, act: Callable[[], Any]) -> list[Message]:
        """What the bot says once `act` is done with."""
        slack = self.running.slack
        before = {m.ts: m.edits for m in slack.messages}
        assert act().ok
        self.running.settle()
        return [m for m in slack.messages if before.get(m.ts) != m.edits and not m.deleted]
