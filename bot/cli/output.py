"""Writes to the terminal; the only module of the bot that does, beside the log's own stream.

Must never let a text that strangers wrote act on the terminal.
"""

from __future__ import annotations

import json
import os
import sys

from bot.errors import BotError


def set_up() -> None:
    """UTF-8 whatever the locale says: an answer must not fail on a flow's name."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def out(text: str) -> None:
    """One text on standard output."""
    sys.stdout.write(plain(text) + "\n")
    sys.stdout.flush()


def out_object(thing: dict[str, object]) -> None:
    """One JSON object on a line of standard output, flushed."""
    # A lone surrogate is no text: it is written as an escape.
    line = json.dumps(thing, ensure_ascii=False).encode("utf-8", "backslashreplace")
    sys.stdout.write(line.decode() + "\n")
    sys.stdout.flush()


def out_bytes(content: bytes) -> None:
    """A file's content on standard output, as it is."""
    sys.stdout.flush()
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()


def err(text: str) -> None:
    """One text on standard error."""
    sys.stderr.write(plain(text) + "\n")
    sys.stderr.flush()


def paragraph(error: BotError) -> str:
    """What, why, and what to type or do, in one paragraph."""
    return " ".join(part for part in (error.message, error.hint) if part)


def quiet_end() -> None:
    """After the reader has gone: nothing more can be said, and Python must not try."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())


def plain(text: str) -> str:
    """`text` with control characters and what turns the direction of writing made visible."""
    return "".join(
        c if c.isprintable() or c in "\n\t" else c.encode("unicode_escape").decode("ascii")
        for c in text
    )
