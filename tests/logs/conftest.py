"""A logger whose lines can be read."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator

import pytest

from bot import logs
from tests.logs.planted import CONFIGURED


@pytest.fixture(params=["json", "console"])
def log(request: pytest.FixtureRequest) -> Iterator[tuple[logging.Logger, io.StringIO]]:
    """A library's logger and the stream where its lines arrive."""
    stream = io.StringIO()
    logs.configure("DEBUG", request.param, secrets=CONFIGURED, stream=stream)
    logs.clear()
    yield logging.getLogger("some.library"), stream
    logs.clear()


@pytest.fixture(autouse=True)
def nothing_bound() -> None:
    """What a request of another test has bound in this thread is not ours."""
    logs.clear()
