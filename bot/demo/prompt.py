"""Where lines are typed, and how time passes while nobody types any; knows no command."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from threading import Event, Thread
from typing import Protocol, TextIO

PROMPT = "> "
CLEARED = "\r\x1b[K"  # the line that is being typed
_WAIT_S = 1.0


class Screen(Protocol):
    """Where what is typed stands; `prompted` while somebody types."""

    prompted: bool

    def begin(self, typed: str) -> None:
        """Print what is typed."""
        ...

    def say(self, *lines: str) -> None:
        """Print lines."""
        ...


def typed_lines(source: TextIO, screen: Screen) -> Iterator[str]:
    """What is typed, line by line; from a pipe each line is printed first, as if typed."""
    if not source.isatty():
        for line in source:
            screen.begin(line.strip())
            yield line
        return
    with suppress(ImportError):
        import readline  # noqa: F401  # gives input() its history and its arrow keys
    while True:
        try:
            screen.prompted = True
            line = input(PROMPT)
        except EOFError:
            screen.say("")
            return
        finally:
            screen.prompted = False
        yield line


def typed_so_far() -> str:
    """What stands behind the prompt by now."""
    readline = sys.modules.get("readline")
    return str(readline.get_line_buffer()) if readline else ""


@contextmanager
def going_on(source: TextIO, wait: Callable[[], None]) -> Iterator[None]:
    """While somebody thinks what to type, time passes: what becomes due comes by itself."""
    if not source.isatty():
        yield
        return
    stopped = Event()

    def run() -> None:
        with suppress(OSError):  # nobody sees it any more
            while not stopped.wait(_WAIT_S):
                wait()

    thread = Thread(target=run, name="time-passing", daemon=True)
    thread.start()
    try:
        yield
    finally:
        stopped.set()
        thread.join()


@contextmanager
def left_once() -> Iterator[None]:
    """Ctrl-C leaves; a second one, while all is taken down, must not turn a clean end into another.

    The process ends after that: nobody takes it back.
    """
    try:
        yield
    except KeyboardInterrupt:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        raise
