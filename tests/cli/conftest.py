"""What tests of the command line share: an empty place, and commands as people type them."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot import cli

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Done:
    """What a command printed, and its exit code."""

    code: int
    out: str
    err: str


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty directory, and none of our variables set: nobody's own .env is read or kept."""
    monkeypatch.chdir(tmp_path)
    for name in list(os.environ):
        if name.startswith(
            ("SLACK_", "FLOWXO_", "DATABASE_", "METRICS_", "LOG_", "PORT", "HOST", "ENCRYPTION_")
        ):
            monkeypatch.delenv(name)
    before = dict(os.environ)
    yield tmp_path
    # What a .env of the test has put into the process's environment is taken out again.
    for name in set(os.environ) - set(before):
        del os.environ[name]


@pytest.fixture
def typed(capsys: pytest.CaptureFixture[str]) -> Callable[..., Done]:
    """Types a command here, in this process."""

    def run(*words: str) -> Done:
        code = cli.main(words)
        printed = capsys.readouterr()
        return Done(code, printed.out, printed.err)

    return run


@pytest.fixture
def in_a_shell(elsewhere: Path) -> Callable[..., Done]:
    """Starts a command as a process of its own, as a shell would."""

    def run(*words: str, stdin: bytes = b"", environ: Mapping[str, str] | None = None) -> Done:
        done = subprocess.run(  # noqa: S603 - our own program
            [sys.executable, "-m", "bot", *words],
            input=stdin,
            capture_output=True,
            cwd=elsewhere,
            env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), **(environ or {})},
            timeout=60,
            check=False,
        )
        return Done(done.returncode, done.stdout.decode(), done.stderr.decode())

    return run
