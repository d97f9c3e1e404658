"""`flowxo-bot run` and `serve`, from the command line to a clean end."""

from __future__ import annotations

import os
import signal
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from bot.demo.slack_server import FakeSlack
from bot.server.listening import bind
from bot.storage import crypto, database
from tests.cli.conftest import Done
from tests.server.asking import ask
from tests.server.test_process import wait_ready
from tests.storage.connected import connected, with_keys

Typed = Callable[..., Done]


@pytest.fixture
def port(monkeypatch: pytest.MonkeyPatch, elsewhere: Path) -> Iterator[int]:
    """A free port, and everything set to run there over HTTP."""
    with bind("127.0.0.1", 0) as probe:
        free = int(probe.getsockname()[1])
    with FakeSlack() as slack:
        for name, value in {
            "SLACK_BOT_TOKEN": slack.bot_token,
            "SLACK_SIGNING_SECRET": slack.signing_secret,
            "SLACK_API_URL": slack.api_url,
            "DATABASE_URL": f"sqlite:///{elsewhere}/bot.db",
            "PORT": str(free),
            "LOG_FORMAT": "json",
            "SLACK_TOKEN": "misspelt",
        }.items():
            monkeypatch.setenv(name, value)
        yield free


def when_ready(port: int, act: Callable[[], object]) -> threading.Thread:
    """Do something once the bot answers, then tell it to end."""

    def work() -> None:
        wait_ready(port)
        act()
        os.kill(os.getpid(), signal.SIGTERM)

    thread = threading.Thread(target=work)
    thread.start()
    return thread


@pytest.mark.parametrize("command", ["run", "serve"])
def test_it_runs_until_it_is_told_to_end(typed: Typed, port: int, command: str) -> None:
    """Code 0; what is odd about the settings is logged; standard output stays empty."""
    ready: list[int] = []
    acting = when_ready(port, lambda: ready.append(ask(port, "/readyz").status))
    done = typed(command)
    acting.join(10)
    assert (done.code, done.out, ready) == (0, "", [200])
    for event in ("setting_unknown", "no_account", "started", "stopping", "stopped"):
        assert f'"event": "{event}"' in done.err
    assert "xoxb" not in done.err


def test_a_second_process_on_the_port_says_so(typed: Typed, port: int, elsewhere: Path) -> None:
    """Code 1, one sentence, and no database was made."""
    with bind("127.0.0.1", port):
        done = typed("run")
    assert done.code == 1
    assert f"Port {port} is in use" in done.err
    assert not (elsewhere / "bot.db").exists()


def test_a_newer_database_is_refused(typed: Typed, port: int, elsewhere: Path) -> None:
    """Code 2, by name, before a request is taken."""
    assert port
    path = elsewhere / "bot.db"
    engine = database.open_engine(f"sqlite:///{path}")
    database.upgrade(engine)
    engine.dispose()
    with closing(sqlite3.connect(path)) as later:
        later.execute("UPDATE alembic_version SET version_num = '9999'")
        later.commit()
    done = typed("run")
    assert done.code == 2
    assert "newer than this version" in done.err
    assert "Traceback" not in done.err


def test_an_unusable_database_is_refused(
    typed: Typed, port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Code 1, with the place."""
    assert port
    monkeypatch.setenv("DATABASE_URL", "sqlite:////nowhere/at/all/bot.db")
    done = typed("run")
    assert done.code == 1
    assert "/nowhere/at/all" in done.err


@pytest.mark.parametrize(
    ("keys", "said"), [("", "ENCRYPTION_KEYS is not set"), (crypto.new_key, "No key in ENCRYPTION")]
)
def test_keys_that_do_not_fit_are_refused(
    typed: Typed,
    port: int,
    elsewhere: Path,
    monkeypatch: pytest.MonkeyPatch,
    keys: str | Callable[[], str],
    said: str,
) -> None:
    """Code 2, with what to do; the file is as it was, and the port was never open."""
    assert port
    path = elsewhere / "bot.db"
    engine = database.open_engine(f"sqlite:///{path}")
    database.upgrade(engine)
    connected(with_keys(engine), "Acme")
    engine.dispose()
    before = path.read_bytes()
    monkeypatch.setenv("ENCRYPTION_KEYS", keys if isinstance(keys, str) else keys())
    done = typed("run")
    assert done.code == 2
    assert said in done.err
    assert "what it was before" in done.err
    assert "Traceback" not in done.err
    assert path.read_bytes() == before
