"""The real app over real HTTP, between the fake Slack and fixed figures."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from threading import Event

import pytest
from slack_bolt import App
from sqlalchemy import select
from sqlalchemy.engine import Engine

from bot.accounts import Accounts
from bot.demo.playground import CountingPool
from bot.demo.slack_payloads import buttons_of
from bot.demo.slack_server import FakeSlack
from bot.demo.slack_workspace import Message
from bot.server.listening import Listener, bind
from bot.server.process import slack_door
from bot.settings import Settings, load
from bot.slack.app import build_app
from bot.slack.work import WorkPool
from bot.storage import database
from bot.storage.tables import THREADS
from bot.wiring import Pool, Services, slack_client
from tests.slack.agency import Agency, Sources
from tests.slack.source import FixedClient, FixedSource
from tests.storage.connected import with_keys


@dataclass
class Clock:
    """The time, which a test moves."""

    moment: datetime

    def __call__(self) -> datetime:
        """The moment."""
        return self.moment

    def advance(self, **by: float) -> None:
        """Let time pass."""
        self.moment += timedelta(**by)


@dataclass
class Running:
    """The app as it runs; `start` runs it once more, as after a restart."""

    services: Services
    source: FixedSource
    clock: Clock
    slack: FakeSlack
    app: App
    start: Callable[..., App]
    pools: list[CountingPool] = field(default_factory=list)

    def without_zone(self) -> None:
        """Start once more, with an account that has no time zone."""
        settings = self.services.settings.model_copy(update={"flowxo_timezone": None})
        engine, client = self.services.engine, FixedClient(self.source)
        accounts = Accounts(engine, settings, self.clock, lambda _: client)
        self.start(services=replace(self.services, settings=settings, accounts=accounts))

    def settle(self) -> None:
        """Wait until all work that was handed over is done; the app goes on."""
        for pool in self.pools:
            assert pool.idle(20)

    def idle(self) -> None:
        """Wait until all work that was handed over is done; the app takes none after it."""
        for pool in self.pools:
            assert pool.drain(20)


def remembered(running: Running) -> list[str]:
    """The channels of the threads that the database knows."""
    with database.reading(running.services.engine) as connection:
        return list(connection.execute(select(THREADS.c.channel_id)).scalars())


def labels_of(message: Message) -> list[str]:
    """What can be pressed in a message."""
    return [button.label for button in buttons_of(message.blocks)]


def until(gate: Event) -> Callable[[], None]:
    """A job that lasts until `gate` is set."""

    def job() -> None:
        gate.wait(20)

    return job


def blocks_of(message: Message) -> str:
    """A message's blocks as JSON, to look for texts in."""
    return json.dumps(message.blocks, ensure_ascii=False)


@pytest.fixture
def slack() -> Iterator[FakeSlack]:
    """A fresh Slack."""
    with FakeSlack() as fake:
        yield fake


@pytest.fixture
def source() -> FixedSource:
    """Figures that never change."""
    return FixedSource()


@pytest.fixture
def clock(now: datetime) -> Clock:
    """The design's moment, until it is moved."""
    return Clock(now)


def settings_for(slack: FakeSlack, database_url: str) -> Settings:
    """One workspace over HTTP, with the fake Slack for its API."""
    return load(
        {
            "SLACK_BOT_TOKEN": slack.bot_token,
            "SLACK_SIGNING_SECRET": slack.signing_secret,
            "SLACK_API_URL": slack.api_url,
            "FLOWXO_API_KEY": "eyJ-the-key-of-the-account-default",
            "FLOWXO_TIMEZONE": "Europe/Berlin",
            "DATABASE_URL": database_url,
        }
    )


@contextmanager
def listening(
    slack: FakeSlack, settings: Settings, engine: Engine, source: FixedSource, clock: Clock
) -> Iterator[Running]:
    """The app, listening on a port of its own, with Slack sending to it."""
    listeners: list[Listener] = []
    pools: list[CountingPool] = []
    accounts = Accounts(engine, settings, clock, lambda _: FixedClient(source))
    given = Services(settings, engine, accounts, slack_client(settings), clock, WorkPool())

    def start(pool: Pool | None = None, services: Services = given, **options: float) -> App:
        own = CountingPool(WorkPool())
        pools.append(own)
        app = build_app(replace(services, pool=pool or own), **options)
        listener = Listener(slack_door(app), bind("127.0.0.1", 0), 8)
        listener.start()
        listeners.append(listener)
        slack.app_url = f"http://127.0.0.1:{listener.port}/slack/events"
        return app

    yield Running(given, source, clock, slack, start(), start, pools)
    source.open.set()
    for listener in listeners:
        listener.stop(5)
    for each in pools:
        each.drain(20)


@pytest.fixture
def slack_settings(slack: FakeSlack, database_url: str) -> Settings:
    """The settings of the app."""
    return settings_for(slack, database_url)


@pytest.fixture
def running(
    slack: FakeSlack, slack_settings: Settings, engine: Engine, source: FixedSource, clock: Clock
) -> Iterator[Running]:
    """The app, running."""
    with listening(slack, slack_settings, engine, source, clock) as app:
        yield app


@pytest.fixture
def agency(running: Running) -> Agency:
    """The app as one runs it that has connected its accounts from Slack: none of them yet."""
    return connecting(running)


def connecting(running: Running) -> Agency:
    """The running app with keys to encrypt with, and none of Flow XO's in its environment."""
    with_keys(running.services.engine)
    made = Agency(running, Sources())
    made.start(flowxo_api_key=None, flowxo_timezone=None)
    return made
