"""The bot with its page and without, started for one test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime

import pytest

from tests.connecting.house import House, houses
from tests.slack.conftest import Clock


@pytest.fixture
def clock(now: datetime) -> Clock:
    """The design's moment, until it is moved."""
    return Clock(now)


@pytest.fixture
def start(database_url: str, clock: Clock) -> Iterator[Callable[..., House]]:
    """Starts the bot, with settings of a test's own."""
    with houses(database_url, clock) as begin:
        yield begin


@pytest.fixture
def house(start: Callable[..., House]) -> House:
    """With a page of its own."""
    return start()


@pytest.fixture
def pageless(start: Callable[..., House]) -> House:
    """Without PUBLIC_URL: keys are typed into a form in Slack."""
    return start(page=False)


@pytest.fixture(params=["page", "form"])
def either(request: pytest.FixtureRequest) -> House:
    """With the page, and with the form in Slack."""
    name = "house" if request.param == "page" else "pageless"
    found: House = request.getfixturevalue(name)
    return found
