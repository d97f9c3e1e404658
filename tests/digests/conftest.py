"""A house for each test of digests: database, clock, fake Slack, dispatcher."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine

from bot.demo.slack_server import FakeSlack
from tests.digests.house import DUE, House, Maker, SetClock


@pytest.fixture
def slack() -> Iterator[FakeSlack]:
    """A Slack with everything granted."""
    with FakeSlack() as fake:
        yield fake


@pytest.fixture
def maker() -> Maker:
    """What makes the messages."""
    return Maker()


@pytest.fixture
def house(engine: Engine, slack: FakeSlack, maker: Maker) -> Iterator[House]:
    """A process, a second after digests became due."""
    made = House(engine, slack, SetClock(DUE), maker)
    yield made
    assert made.dispatcher.close(20)
