"""Turns a log record into one line, JSON or for a terminal, with every secret masked.

Must never change the record, which other handlers get too, and never raise.
"""

from __future__ import annotations

import json
import logging
import traceback
from collections.abc import Mapping
from datetime import UTC, datetime

from bot.logs.context import current
from bot.logs.redaction import Redactor, spoken

_STANDARD = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName"}


class Line(logging.Formatter):
    """What both formats share: the parts of a record, masked."""

    def __init__(self, redactor: Redactor) -> None:
        super().__init__()
        self.redactor = redactor

    def message(self, record: logging.LogRecord) -> str:
        """The record's message with its arguments, also where they do not fit."""
        try:
            text = record.getMessage()
        except Exception:  # a library's wrong format string must not lose the line
            text = f"{spoken(record.msg)} {self.redactor.value(record.args)}"
        return self.redactor.text(text)

    def fields(self, record: logging.LogRecord) -> dict[str, object]:
        """What is bound to the request, then what `extra` gave."""
        extra = {k: v for k, v in vars(record).items() if k not in _STANDARD}
        named: Mapping[str, object] = {**current(), **extra}
        return {name: self.redactor.field(name, value) for name, value in named.items()}

    def trace(self, record: logging.LogRecord) -> str:
        """The traceback and the stack where there are any."""
        parts = []
        if record.exc_info and record.exc_info[0] is not None:
            try:
                parts.append("".join(traceback.format_exception(*record.exc_info)).rstrip())
            except Exception:  # an exception whose own text fails
                parts.append(record.exc_info[0].__name__)
        elif record.exc_text:
            parts.append(record.exc_text)
        if record.stack_info:
            parts.append(record.stack_info)
        return self.redactor.text("\n".join(parts))


class JsonLine(Line):
    """One JSON object a line: at, level, event, logger, then the fields, then the traceback."""

    def format(self, record: logging.LogRecord) -> str:
        at = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        line: dict[str, object] = {
            "at": at,
            "level": record.levelname.lower(),
            "event": self.message(record),
            "logger": record.name,
        }
        for name, value in self.fields(record).items():
            line[f"{name}_" if name in line else name] = value
        trace = self.trace(record)
        if trace:
            line["trace"] = trace
        return json.dumps(line, ensure_ascii=False).encode("utf-8", "replace").decode()


class ConsoleLine(Line):
    """One line a record for a person's terminal; a traceback follows on lines of its own."""

    def format(self, record: logging.LogRecord) -> str:
        at = datetime.fromtimestamp(record.created).astimezone().strftime("%H:%M:%S")
        fields = " ".join(f"{name}={value}" for name, value in self.fields(record).items())
        line = f"{at} {record.levelname.lower():7} {self.message(record)} {fields}".rstrip()
        trace = self.trace(record)
        return _printable(line) + (f"\n{_printable(trace, keep=chr(10))}" if trace else "")


def _printable(text: str, keep: str = "") -> str:
    """Control characters and line ends made visible: no text may pretend to be another line."""
    return "".join(
        c if c.isprintable() or c in keep else c.encode("unicode_escape").decode() for c in text
    )
