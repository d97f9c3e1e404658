"""Logging: constant snake_case events with fields, as JSON or for a terminal, without secrets.

Must be set up by the edges alone (`cli`, `server`); every other room only calls logging.getLogger.
"""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Iterable
from contextlib import suppress
from typing import TextIO

from bot.logs.context import bind, bound, clear, current, new_reference
from bot.logs.formats import ConsoleLine, JsonLine, Line
from bot.logs.redaction import MASK, Redactor

__all__ = [
    "MASK",
    "Redactor",
    "bind",
    "bound",
    "clear",
    "configure",
    "current",
    "new_reference",
]

_log = logging.getLogger(__name__)
# These tell at INFO what is nobody's business or nobody's need.
_QUIET = ("slack_bolt", "slack_sdk", "apscheduler", "alembic", "waitress.queue", "urllib3")


class _Stream(logging.StreamHandler[TextIO]):
    """A stream that never prints a failing record's arguments, as logging itself would."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging's name
        if isinstance(sys.exc_info()[1], BrokenPipeError | ValueError):
            return
        # Where standard error itself cannot be written, work goes on without a log.
        with suppress(OSError, ValueError):
            sys.stderr.write(f"a log line of {record.name} could not be written\n")


def configure(
    level: str = "INFO",
    style: str | None = None,
    *,
    secrets: Iterable[str] = (),
    stream: TextIO | None = None,
) -> None:
    """Send every logger's lines to `stream` (stderr), masked; safe to call again.

    `style` is "console", "json", or None: console on a terminal, else json. `secrets` are the
    configured ones, masked wherever they turn up.
    """
    stream = stream or sys.stderr
    console = style == "console" or (style is None and stream.isatty())
    redactor = Redactor(secrets)
    formatter: Line = ConsoleLine(redactor) if console else JsonLine(redactor)
    root = logging.getLogger()
    for old in [h for h in root.handlers if isinstance(h, _Stream)]:
        root.removeHandler(old)
    handler = _Stream(stream)
    handler.setFormatter(formatter)
    # The handler too: a logger may let more pass for those who count.
    handler.setLevel(level)
    root.addHandler(handler)
    root.setLevel(level)
    for name in _QUIET:
        logging.getLogger(name).setLevel(max(logging.getLevelName(level), logging.WARNING))
    _mask_others(formatter)
    logging.captureWarnings(True)
    threading.excepthook = _log_thread


def _mask_others(formatter: Line) -> None:
    """Let a server's own handlers (gunicorn has some before it loads us) write as we do."""
    for logger in list(logging.Logger.manager.loggerDict.values()):
        if isinstance(logger, logging.Logger):
            for handler in logger.handlers:
                handler.setFormatter(formatter)


def _log_thread(args: threading.ExceptHookArgs) -> None:
    """What a thread died of, masked; Python itself would print it as it is."""
    if args.exc_type is SystemExit or args.exc_value is None:
        return
    _log.error(
        "thread_died",
        exc_info=(args.exc_type, args.exc_value, args.exc_traceback),
        extra={"thread_name": args.thread.name if args.thread else "?"},
    )
