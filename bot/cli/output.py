"""Writes to the terminal; the only module of the bot that does, beside the log's own stream.

Must never let a text that strangers wrote act on the terminal.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from bot.core.sentences import say
from bot.errors import BotError


def set_up() -> None:
    """UTF-8 whatever the locale says: an answer must not fail on a flow's name.

    A stream that the caller has closed is nowhere; else the next file would get its number.
    """
    for number, name, mode in ((0, "stdin", "r"), (1, "stdout", "w"), (2, "stderr", "w")):
        if getattr(sys, name) is None:
            with suppress(OSError):
                os.open(os.devnull, os.O_RDWR)  # takes the lowest number that is free
            setattr(sys, name, open(number, mode, closefd=False))  # noqa: SIM115 - for good
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def out(text: str) -> None:
    """One text on standard output."""
    with _told():
        sys.stdout.write(plain(text) + "\n")
        sys.stdout.flush()


def out_object(thing: dict[str, object]) -> None:
    """One JSON object on a line of standard output, flushed."""
    # Escapes for all beyond ASCII: a name that strangers chose must not steer the terminal.
    line = json.dumps(thing)
    with _told():
        sys.stdout.write(line + "\n")
        sys.stdout.flush()


def out_bytes(content: bytes) -> None:
    """A file's content on standard output, as it is."""
    with _told():
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()


@contextmanager
def _told() -> Iterator[None]:
    """Raises BotError where standard output takes nothing: a full disk is no fault of the bot."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno else type(error).__name__
        raise BotError(say("output_refused", reason=reason), say("output_refused_hint")) from error


def err(text: str) -> None:
    """One text on standard error."""
    with suppress(OSError):  # where nobody listens, the exit code alone says it
        sys.stderr.write(plain(text) + "\n")
        sys.stderr.flush()


def paragraph(error: BotError) -> str:
    """What, why, and what to type or do, in one paragraph."""
    return " ".join(part for part in (error.message, error.hint) if part)


def quiet_end() -> None:
    """Leave nothing unsaid that cannot be said: Python would try again, and end with code 120."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError):
            with suppress(OSError, ValueError):
                os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def plain(text: str) -> str:
    """`text` with control characters and what turns the direction of writing made visible."""
    return "".join(
        c if c.isprintable() or c in "\n\t" else c.encode("unicode_escape").decode("ascii")
        for c in text
    )
