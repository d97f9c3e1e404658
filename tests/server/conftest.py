"""What tests of the process share: ports, a Slack that answers, services on the fakes."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

import pytest
from sqlalchemy import Engine

from bot.demo.slack_server import FakeSlack
from bot.server.listening import Listener, bind
from bot.settings import load
from bot.slack.work import WorkPool
from bot.wiring import Services, build


@pytest.fixture
def serve() -> Iterator[Callable[..., int]]:
    """Serves an application on a free port until the test ends; gives the port."""
    open_listeners: list[Listener] = []

    def start(app: Any, threads: int = 4, **limits: float) -> int:
        listener = Listener(app, bind("127.0.0.1", 0), threads, **limits)
        open_listeners.append(listener)
        listener.start()
        return listener.port

    yield start
    for listener in open_listeners:
        listener.stop(1)


@pytest.fixture
def slack() -> Iterator[FakeSlack]:
    """A Slack that answers."""
    with FakeSlack() as fake:
        yield fake


@pytest.fixture
def environ(slack: FakeSlack, database_url: str) -> dict[str, str]:
    """An environment that points at the fakes, on a port that is free."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    return {
        "SLACK_BOT_TOKEN": slack.bot_token,
        "SLACK_SIGNING_SECRET": slack.signing_secret,
        "SLACK_API_URL": slack.api_url,
        "FLOWXO_API_KEY": "eyJkey.for.tests",
        "FLOWXO_API_URL": "http://127.0.0.1:9/api",
        "DATABASE_URL": database_url,
        "PORT": str(port),
    }


@pytest.fixture
def services(environ: dict[str, str], engine: Engine, now: datetime) -> Iterator[Services]:
    """Services with the frozen clock, on a database that is up to date."""
    assert engine.url
    pool = WorkPool(threads=2, waiting=2)
    built = build(load(environ), pool=pool, clock=lambda: now)
    yield built
    pool.drain(5)
    built.close()
