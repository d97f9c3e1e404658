"""Log lines: their shape, what is bound to them, and that each is written."""

from __future__ import annotations

import io
import json
import logging
import sys
import threading

import pytest

from bot import logs
from tests.logs.planted import (
    Unspeakable,
    alone,
    json_log,
    lines,
)


def test_a_json_line_has_its_parts() -> None:
    """at, level, event and logger, then what is bound, then the fields, all as JSON values."""
    stream = json_log(level="INFO")
    with logs.bound(request_id="r1", team_id="T1", channel_id=None):
        logging.getLogger("bot.x").info("report_built", extra={"ms": 3, "event": "x", "nan": 1e999})
    logging.getLogger("bot.x").debug("unseen")
    (line,) = lines(stream)
    at = str(line.pop("at"))
    assert at.endswith("+00:00")
    assert line == {
        "level": "info",
        "event": "report_built",
        "logger": "bot.x",
        "request_id": "r1",
        "team_id": "T1",
        "ms": 3,
        "event_": "x",
        "nan": "inf",
    }


def test_what_is_bound_ends_with_its_block_and_its_thread() -> None:
    """Threads are reused: nothing of one request reaches the next one's lines."""
    logs.clear()
    with logs.bound(request_id="outer"):
        logs.bind(listener="command")
        with logs.bound(request_id="inner"):
            assert logs.current() == {"request_id": "inner", "listener": "command"}
        assert logs.current()["request_id"] == "outer"
        seen: list[object] = []
        other = threading.Thread(target=lambda: seen.append(dict(logs.current())))
        other.start()
        other.join()
        assert seen == [{}]
    assert logs.current() == {}
    logs.bind(team_id="T1")
    logs.clear()
    assert logs.current() == {}


def test_no_text_can_pretend_to_be_another_line() -> None:
    """Line ends and terminal codes in a message are written as escapes."""
    logs.clear()
    stream = io.StringIO()
    logs.configure("INFO", "console", stream=stream)
    logging.getLogger("x").info("one\n12:00:00 error   \x1b[31mtwo", extra={"f": "a\r\nb\u202e"})
    (line,) = stream.getvalue().splitlines()
    assert r"one\n12:00:00 error   \x1b[31mtwo f=a\r\nb\u202e" in line


def test_what_cannot_be_shown_is_named(log: tuple[logging.Logger, io.StringIO]) -> None:
    """A broken object, a wrong format string, a lone surrogate: the line is written still."""
    logger, stream = log
    alone()
    logger.info("event", extra={"thing": Unspeakable(), "list": [Unspeakable()]})
    logger.info("%s", Unspeakable())
    logger.info("%s %s", "one")
    logger.info("lone \ud800 surrogate")
    loop: list[object] = []
    loop.append(loop)
    logger.info("event", extra={"loop": loop})
    written = stream.getvalue()
    assert len(written.splitlines()) == 5
    assert "cannot be shown" in written
    assert "xoxb" not in written


def test_an_error_that_cannot_speak_is_named(log: tuple[logging.Logger, io.StringIO]) -> None:
    """Even the text of an exception may fail."""
    logger, stream = log
    alone()

    class BrokenError(Exception):
        __str__ = Unspeakable.__str__

    try:
        raise BrokenError
    except BrokenError:
        logger.exception("failed")
    assert "BrokenError" in stream.getvalue()


def test_libraries_that_chatter_are_quiet_at_info() -> None:
    """slack_sdk and others tell at INFO what is nobody's need; a warning comes through."""
    stream = json_log(level="INFO")
    logging.getLogger("slack_sdk.web").info("chatter")
    logging.getLogger("slack_sdk.web").warning("heard")
    assert [line["event"] for line in lines(stream)] == ["heard"]


def test_configuring_again_replaces_the_stream() -> None:
    """Each line is written once, to the last stream."""
    first = json_log(level="INFO")
    second = json_log(level="INFO")
    logging.getLogger("x").info("once")
    assert first.getvalue() == ""
    assert len(lines(second)) == 1


def test_a_closed_stream_is_silent(capsys: pytest.CaptureFixture[str]) -> None:
    """At the very end of a process there is nobody left to tell."""
    closed = io.StringIO()
    logs.configure("INFO", "json", stream=closed)
    closed.close()
    logging.getLogger("x").info("late")
    assert capsys.readouterr().err == ""


def test_the_default_stream_is_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    """No terminal: JSON, on standard error, so that answers have standard output to themselves."""
    logs.configure(stream=None)
    assert not sys.stderr.isatty()
    logging.getLogger("x").info("here")
    captured = capsys.readouterr()
    assert json.loads(captured.err)["event"] == "here"
    assert captured.out == ""


def test_references_differ() -> None:
    """Two failures never share a reference."""
    assert len({logs.new_reference() for _ in range(100)}) == 100
