"""A Flow XO with the API page's own figures, and a client of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date

import pytest

from bot.core.periods import Period, of_days
from bot.demo.flowxo_server import FakeFlowXO
from bot.demo.page_example import EXAMPLE
from bot.flowxo.client import FlowXOClient


@pytest.fixture(name="flowxo")
def _flowxo() -> Iterator[FakeFlowXO]:
    with FakeFlowXO(EXAMPLE) as flowxo:
        yield flowxo


@pytest.fixture(name="client")
def _client(flowxo: FakeFlowXO) -> Iterator[FlowXOClient]:
    client = FlowXOClient(flowxo.url, flowxo.key)
    yield client
    client.close()


@pytest.fixture(name="autumn")
def _autumn() -> Period:
    """The two months of the API page's example."""
    return of_days(date(2021, 10, 1), date(2021, 11, 30), UTC)
