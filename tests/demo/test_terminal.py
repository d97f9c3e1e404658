"""The playground as people meet it: a prompt, a pipe, a tour; no key, no environment, no trace."""

from __future__ import annotations

import fcntl
import io
import os
import pty
import select
import subprocess
import sys
import termios
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

import pytest

from bot.demo.playground import CountingPool, Playground, open_playground
from bot.demo.screen_text import Look, width
from bot.demo.slack_faults import status
from bot.demo.slack_server import FakeSlack
from bot.demo.slack_workspace import CHATBOTS, DIRECT
from bot.demo.terminal import Terminal, look_of, main
from bot.slack.work import WorkPool

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


@pytest.fixture(name="playground")
def _playground() -> Iterator[Playground]:
    with open_playground() as playground:
        yield playground


@pytest.fixture(name="terminal")
def _terminal(playground: Playground) -> Terminal:
    terminal = Terminal(Look(60), io.StringIO(), playground)
    playground.show = terminal.show
    return terminal


def printed(terminal: Terminal) -> str:
    """What was printed since the last look."""
    assert isinstance(terminal.out, io.StringIO)
    text = terminal.out.getvalue()
    terminal.out.seek(0)
    terminal.out.truncate()
    return text


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


def test_ends_of_input_and_closed_pipes_are_clean() -> None:
    """An empty input ends at once, with 0."""
    done = run_demo(typed="")
    assert done.returncode == 0
    assert done.stderr == ""


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


def test_main_reads_what_is_typed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The prompt takes lines until quit."""
    monkeypatch.setattr(sys, "stdin", io.StringIO("help\nquit\n"))
    assert main(once=False) == 0
    out = capsys.readouterr().out
    assert "Only visible to you" in out
    assert out.rstrip().endswith("Bye.")


def test_main_takes_the_tour(capsys: pytest.CaptureFixture[str]) -> None:
    """With `once` the tour is taken and every step checked."""
    assert main(once=True) == 0
    assert "13 of 13" in capsys.readouterr().out


def test_what_is_typed_is_a_command(terminal: Terminal) -> None:
    """Plain text and /flowxo text go the same way; an empty line does nothing."""
    for line in ("stats yesterday", "/flowxo stats yesterday"):
        assert terminal.take(line)
        assert "Only visible to you" in printed(terminal)
    assert terminal.take("   ")
    assert printed(terminal) == ""
    assert terminal.take("/flowxo")
    assert "Ask about your Flow XO chatbots" in printed(terminal)


@pytest.mark.parametrize("word", ["quit", "exit", " bye "])
def test_leaving(terminal: Terminal, word: str) -> None:
    """quit, exit and bye leave."""
    assert not terminal.take(word)


def test_a_number_presses_the_button_of_the_last_answer(terminal: Terminal) -> None:
    """Numbers run from 1 in each turn; one that is not there is told."""
    terminal.take("3")
    assert "There are no buttons yet" in printed(terminal)
    terminal.take("stats last week")
    terminal.take("stats yesterday")
    assert "[1] Share to Channel" in printed(terminal)
    terminal.take("2")
    assert "[1] Share to Channel" in printed(terminal)
    terminal.take("99")
    assert "There is no such button" in printed(terminal)
    terminal.take("1")
    assert "Only visible" not in printed(terminal)
    (shared,) = terminal.playground.slack.posted
    assert shared.channel_id == CHATBOTS


def test_threads_and_direct_messages(terminal: Terminal) -> None:
    """A mention starts a thread, reply answers in it, dm goes to the bot alone."""
    terminal.take("reply by day")
    assert "no public answer" in printed(terminal)
    terminal.take("@flowxo stats last week")
    terminal.take("reply by day")
    first, second = terminal.playground.slack.posted
    assert first.thread_ts == second.thread_ts
    assert "in the thread" in printed(terminal)
    terminal.take("dm stats last week")
    terminal.take("reply and the week before?")
    direct = terminal.playground.slack.posted[2:]
    assert {message.channel_id for message in direct} == {DIRECT}
    assert len({message.thread_ts for message in direct}) == 1
    printed(terminal)
    terminal.take("@flowxo thanks")
    assert "nothing to say" in printed(terminal)


def test_the_home_tab_is_shown_and_pressed(terminal: Terminal) -> None:
    """home draws the Home tab; its buttons answer by direct message."""
    terminal.take("home")
    assert "Home tab" in printed(terminal)
    terminal.take("1")
    assert "direct message" in printed(terminal)


def test_a_home_that_was_not_published_is_told(terminal: Terminal) -> None:
    """Where Slack refuses the Home tab, the prompt says that nothing came."""
    terminal.playground.slack.faults.add("views.publish", status(500), times=None)
    terminal.take("home")
    assert "nothing to say" in printed(terminal)


def test_slack_asks_before_a_message_is_removed(terminal: Terminal) -> None:
    """A button with a confirmation asks; no answer but yes presses it."""
    terminal.take("@flowxo stats last week")
    number = next(
        line.split("] Remove")[0].rsplit("[", 1)[1]
        for line in printed(terminal).splitlines()
        if "] Remove" in line
    )
    terminal.ask = lambda _: "n"
    terminal.take(number)
    assert "(not pressed)" in printed(terminal)
    terminal.ask = lambda _: "y"
    terminal.take(number)
    assert "(a message was removed)" in printed(terminal)


def test_an_app_that_does_not_answer_is_told(terminal: Terminal) -> None:
    """A bot that cannot be reached shows Slack's own words, or the status."""
    terminal.playground.slack.app_url = "http://127.0.0.1:9/"
    terminal.take("stats")
    assert "dispatch_failed" in printed(terminal)
    terminal.take("dm stats")
    assert "did not take that" in printed(terminal)


def test_the_list_of_words_fits_its_terminal(terminal: Terminal) -> None:
    """`?` explains the playground, in one column where there is no room for two."""
    terminal.take("?")
    narrow = printed(terminal)
    terminal.look = Look(100)
    terminal.take("?")
    wide = printed(terminal)
    assert len(narrow.splitlines()) > len(wide.splitlines())
    assert max(map(len, narrow.splitlines())) <= 60


def test_colours_and_width_follow_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """COLUMNS is honoured within reason; what is no terminal gets no colours."""
    for columns, expected in (("60", 60), ("20", 40), ("500", 100)):
        monkeypatch.setenv("COLUMNS", columns)
        assert look_of(io.StringIO()) == Look(expected, colour=False)


def test_a_full_pool_is_counted_right() -> None:
    """Work that the pool did not take is not waited for."""
    pool = CountingPool(WorkPool(threads=1, waiting=0))
    assert pool.drain(1.0)
    assert not pool.submit(lambda: None)
    assert pool.idle(0.0)


def test_the_playground_speaks_to_its_own_fakes_only(playground: Playground) -> None:
    """Both ends are on loopback, and the app was given nothing else."""
    assert isinstance(playground.slack, FakeSlack)
    for url in (playground.slack.api_url, playground.flowxo.url, playground.slack.app_url):
        assert url.startswith("http://127.0.0.1:")
