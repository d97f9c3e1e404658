"""`flowxo-bot demo` as a process: any environment, a pipe, a terminal, a reader that leaves."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import subprocess
import sys
import termios
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import pytest

from bot.demo.screen_text import width

ROOT = Path(__file__).parents[2]
# Whatever stands in the environment, the playground neither reads nor sends.
ODD = {
    "SLACK_BOT_TOKEN": "not-a-token", "SLACK_CLIENT_ID": "1.2", "SLACK_CLIENT_SECRET": "x",
    "SLACK_API_URL": "http://127.0.0.1:9/", "FLOWXO_API_KEY": "real", "FLOWXO_TIMEZONE": "Mars",
    "FLOWXO_API_URL": "http://127.0.0.1:9/", "DATABASE_URL": "oracle://x", "DYNO": "web.1",
    "HTTP_PROXY": "http://127.0.0.1:9", "https_proxy": "http://127.0.0.1:9", "PORT": "80",
}  # fmt: skip


def run_demo(
    *arguments: str, typed: str = "", environ: Mapping[str, str] | None = None, folder: Path = ROOT
) -> subprocess.CompletedProcess[str]:
    """The demo as a process of its own, from `folder`."""
    env = {**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "60", **(environ or {})}
    return subprocess.run(  # noqa: S603  # our own interpreter
        [sys.executable, "-m", "bot", "demo", *arguments],
        input=typed, text=True, capture_output=True, timeout=120, check=False, env=env, cwd=folder,
    )  # fmt: skip


def test_the_tour_exits_0_in_any_environment(tmp_path: Path) -> None:
    """`demo --once` passes with every setting set to nonsense, and leaves nothing behind."""
    done = run_demo("--once", environ=ODD, folder=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "13 of 13 steps gave what they should." in done.stdout
    assert done.stderr == ""
    assert list(tmp_path.iterdir()) == []


def test_a_pipe_is_a_conversation(tmp_path: Path) -> None:
    """Piped lines are asked one after the other; no line is wider than the terminal."""
    typed = "stats last 7 days\n2\n@flowxo top flows yesterday\nreply as csv\nquit\nnever\n"
    done = run_demo(typed=typed, folder=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    for line in typed.split("\n")[:5]:
        assert f"> {line}" in done.stdout
    assert "never" not in done.stdout
    assert "Only visible to you" in done.stdout
    assert "[2] Previous 7 Days" in done.stdout
    assert "File: flowxo-" in done.stdout
    assert "\x1b" not in done.stdout
    assert max(map(width, done.stdout.splitlines())) <= 60


def test_an_empty_input_ends_at_once() -> None:
    """Without a line there is nothing to ask."""
    done = run_demo(typed="")
    assert done.returncode == 0
    assert done.stderr == ""


def test_a_reader_that_goes_away_is_no_fault() -> None:
    """`demo | head -1` ends with 0 and says nothing more."""
    with subprocess.Popen(  # our own interpreter
        [sys.executable, "-m", "bot", "demo"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT,
    ) as started:  # fmt: skip
        assert started.stdin is not None
        assert started.stdout is not None
        assert started.stderr is not None
        started.stdout.readline()
        started.stdout.close()
        started.stdin.write(b"stats last week\n" * 50)
        started.stdin.close()
        assert started.stderr.read() == b""
        assert started.wait(60) == 0


@pytest.mark.parametrize(
    ("keys", "last"), [(b"\x04", b"Bye."), (b"\x03", b""), (b"quit\n", b"Bye.")]
)
def test_a_terminal_is_left_cleanly(keys: bytes, last: bytes) -> None:
    """On a terminal Ctrl-D, Ctrl-C and quit end the prompt with 0 and no traceback."""
    ours, theirs = pty.openpty()
    env = {**os.environ, "TERM": "xterm", "PYTHONPATH": str(ROOT)}
    started = subprocess.Popen(  # our own interpreter
        [sys.executable, "-m", "bot", "demo"],
        stdin=theirs, stdout=theirs, stderr=theirs, env=env, start_new_session=True,
        preexec_fn=lambda: fcntl.ioctl(theirs, termios.TIOCSCTTY, 0), cwd=ROOT,
    )  # fmt: skip
    os.close(theirs)
    seen = _read_until(ours, b"> ", b"leave (Ctrl-D does it too)")
    seen += _press_until_closed(ours, keys)
    os.close(ours)
    assert started.wait(20) == 0, seen.decode()
    assert b"Traceback" not in seen
    assert b"\x1b[1m" in seen
    assert last in seen


def _read_until(end: int, *wanted: bytes) -> bytes:
    """What a terminal shows until all of it was wanted, or until it closes."""
    seen = b""
    while not wanted or not all(piece in seen for piece in wanted):
        try:
            part = os.read(end, 4096)
        except OSError:  # how Linux says that the other end is closed
            return seen
        if not part:
            return seen
        seen += part
    return seen


def _press_until_closed(end: int, keys: bytes) -> bytes:
    """What a terminal shows while keys are pressed, again where they fell between two moments."""
    seen = b""
    while True:
        with suppress(OSError):
            os.write(end, keys)
        while select.select([end], [], [], 1.0)[0]:
            try:
                seen += os.read(end, 4096)
            except OSError:
                return seen
