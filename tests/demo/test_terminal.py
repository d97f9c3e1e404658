"""The prompt: each word does what `?` says, and what does not work is told."""

from __future__ import annotations

import io
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.core.sentences import say
from bot.demo.playground import CountingPool, Playground, open_playground
from bot.demo.screen_text import Look
from bot.demo.slack_faults import status
from bot.demo.slack_server import FakeSlack
from bot.demo.slack_workspace import CHATBOTS, DIRECT
from bot.demo.terminal import Terminal, look_of, main
from bot.slack.work import WorkPool


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


class _Interrupted(io.StringIO):
    """An input at which somebody presses Ctrl-C."""

    def isatty(self) -> bool:
        """Asked before the first line is read."""
        raise KeyboardInterrupt


def test_ctrl_c_while_reading_is_clean(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Ctrl-C ends the prompt with 0; pressed once more it changes nothing."""
    monkeypatch.setattr(sys, "stdin", _Interrupted())
    before = signal.getsignal(signal.SIGINT)
    try:
        assert main(once=False) == 0
        assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGINT, before)
    assert "Bye." not in capsys.readouterr().out


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


class _Typed(io.StringIO):
    """An input at which somebody sits."""

    def isatty(self) -> bool:
        """Yes."""
        return True


def test_a_person_is_prompted_and_asked(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Line by line until Ctrl-D; what Slack asks before a button is asked here."""
    monkeypatch.setattr(sys, "stdin", _Typed("@flowxo stats yesterday\n2\nno\n"))
    assert main(once=False) == 0
    out = capsys.readouterr().out
    assert say("demo_not_pressed") in out
    assert out.rstrip().endswith("Bye.")


class _Gone(io.StringIO):
    """A screen that nobody reads any more."""

    def __init__(self, descriptor: int) -> None:
        super().__init__()
        self.descriptor = descriptor

    def fileno(self) -> int:
        """A descriptor of its own."""
        return self.descriptor

    def write(self, text: str) -> int:
        """Fail as a pipe does."""
        raise BrokenPipeError(text)


def test_a_reader_that_leaves_ends_the_prompt(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """`demo | head` is no fault of anybody's."""
    with (tmp_path / "screen").open("w") as file:
        monkeypatch.setattr(sys, "stdout", _Gone(file.fileno()))
        monkeypatch.setattr(sys, "stdin", io.StringIO("help\n"))
        assert main(once=False) == 0


def test_a_number_is_a_button_and_a_year_is_a_period(terminal: Terminal) -> None:
    """Also one of more digits than Python reads."""
    terminal.take("stats yesterday")
    printed(terminal)
    terminal.take("999")
    assert "There is no such button" in printed(terminal)
    terminal.take("2025")
    assert "1 Jan–31 Dec 2025" in printed(terminal)
    terminal.take("9" * 5000)
    assert "There is no such button" not in printed(terminal)


def test_bytes_that_are_no_text_do_not_end_the_prompt(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """As they come through a pipe."""
    source = io.TextIOWrapper(io.BytesIO(b"\xff\xfe\nquit\n"), errors="surrogateescape")
    monkeypatch.setattr(sys, "stdin", source)
    assert main(once=False) == 0
    assert capsys.readouterr().out.rstrip().endswith("Bye.")


def test_what_is_typed_goes_as_slack_sends_it(terminal: Terminal) -> None:
    """Slack escapes what a person types; only its own markup stands in angle brackets."""
    for line in ("<!channel> & co", "@flowxo <!channel> & co", "dm <!channel> & co"):
        terminal.take(line)
        shown = printed(terminal)
        assert shown
        assert "@channel" not in shown
