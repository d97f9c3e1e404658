"""What every test may ask for: a frozen moment, settings, a fresh database, hypothesis profiles."""

from __future__ import annotations

import logging
import os
import shutil
import signal
import threading
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck
from hypothesis import settings as profile
from sqlalchemy.engine import Engine

from bot.flowxo import retries
from bot.settings import Settings, load
from bot.storage import database
from tests import databases

SLOW = [HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
# The same examples in every run, so that a red test is red for the next person too; `make fuzz`
# looks further.
profile.register_profile(
    "default", deadline=None, derandomize=True, database=None, suppress_health_check=SLOW
)
profile.register_profile(
    "fuzz", deadline=None, max_examples=3000, database=None, suppress_health_check=SLOW
)
profile.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))

BOT_TOKEN = "xoxb-1234567890-abcdefghij"
SIGNING_SECRET = "8f742231b10e8888abcd99yyyzzz85a5"
API_KEY = "eyJhbGciOiJub25lIn0.sample.key"


# Thousands of commits wait for a disk that holds nothing anybody needs; memory waits for none.
_MEMORY = Path("/dev/shm")  # noqa: S108 - pytest makes a directory of the user's own in it
_ROOM = 2**30


def pytest_configure() -> None:
    """Have pytest make its directories in memory, where there is some and room enough in it."""
    if os.access(_MEMORY, os.W_OK) and shutil.disk_usage(_MEMORY).free > _ROOM:
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(_MEMORY))


@pytest.fixture
def berlin() -> ZoneInfo:
    """The zone that the examples of the design are told in."""
    return ZoneInfo("Europe/Berlin")


@pytest.fixture
def now(berlin: ZoneInfo) -> datetime:
    """Thursday 26 November 2026, 15:45 in Berlin: the moment of the design's table."""
    return datetime(2026, 11, 26, 15, 45, tzinfo=berlin)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Which engines a test runs on: SQLite, unless it is marked."""
    for mark, kinds in databases.KINDS.items():
        if metafunc.definition.get_closest_marker(mark) and "engine_kind" in metafunc.fixturenames:
            metafunc.parametrize("engine_kind", kinds, indirect=True)


@pytest.fixture
def engine_kind(request: pytest.FixtureRequest) -> str:
    """Which engine a test runs on."""
    return str(getattr(request, "param", "sqlite"))


@pytest.fixture
def database_url(request: pytest.FixtureRequest, engine_kind: str, tmp_path: Path) -> Iterator[str]:
    """The address of a database that holds nothing: a file that is not there yet, or a fresh one.

    PostgreSQL's is made for this test on the server that TEST_DATABASE_URL names, and dropped.
    Where a test has an `engine` or a bot to `start`, it is at the newest revision.
    """
    upgraded = not {"engine", "start"}.isdisjoint(request.fixturenames)
    with databases.another(engine_kind, tmp_path, upgraded=upgraded) as url:
        yield url


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    """A fresh database at the newest revision."""
    opened = database.open_engine(database_url, threads=32)
    yield opened
    opened.dispose()


@pytest.fixture
def settings(database_url: str) -> Settings:
    """One workspace over HTTP, one Flow XO account in Berlin, a database of its own."""
    return load(
        {
            "SLACK_BOT_TOKEN": BOT_TOKEN,
            "SLACK_SIGNING_SECRET": SIGNING_SECRET,
            "FLOWXO_API_KEY": API_KEY,
            "FLOWXO_TIMEZONE": "Europe/Berlin",
            "DATABASE_URL": database_url,
        }
    )


@pytest.fixture
def tried_quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Flow XO is tried again after moments, for tests of what comes after the last try."""
    monkeypatch.setattr(retries, "_FIRST_PAUSE_S", 0.01)
    monkeypatch.setattr(retries, "_SPREAD_S", 0.01)


@pytest.fixture(autouse=True)
def _logging_as_it_was() -> Iterator[None]:
    """Logging is the process's own: what a test sets up does not reach the next."""
    loggers = [(one, list(one.handlers), one.level) for one in map(logging.getLogger, ("", "bot"))]
    hook = threading.excepthook
    yield
    logging.captureWarnings(False)
    for one, handlers, level in loggers:
        one.handlers[:] = handlers
        one.setLevel(level)
    threading.excepthook = hook


@pytest.fixture(autouse=True)
def _signals_as_they_were() -> Iterator[None]:
    """A bot that has run leaves SIGTERM ignored, since its process is about to end."""
    before = signal.getsignal(signal.SIGTERM)
    yield
    signal.signal(signal.SIGTERM, before)
