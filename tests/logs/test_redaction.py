"""No secret is ever in a log line, wherever it stood."""

from __future__ import annotations

import io
import json
import logging
import threading
import warnings

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import logs
from bot.logs.redaction import MASK, Redactor
from tests.logs.planted import (
    CONFIGURED,
    PLANTED,
    alone,
    json_log,
    lines,
)


def fail(text: str) -> None:
    """Raise `text` in an error, with a cause and a note that hold it too."""
    try:
        try:
            raise KeyError(text)
        except KeyError as cause:
            error = ValueError(f"bad {text}")
            error.add_note(f"note {text}")
            raise error from cause
    finally:
        pass


@pytest.mark.parametrize("secret", PLANTED)
def test_no_kind_of_secret_is_written(log: tuple[logging.Logger, io.StringIO], secret: str) -> None:
    """Message, arguments, fields, nested fields, tracebacks, causes, notes: masked everywhere."""
    logger, stream = log
    alone()
    text = PLANTED[secret]
    logger.info(text)
    logger.info("with %s and %r", text, {"deep": [text]})
    logger.info("%d", text)
    logger.info("event", extra={"field": text, "deep": {"list": [text, (text,)], text: 1}})
    logger.info("event", extra={"thing": ValueError(text)})
    logger.info("event", stack_info=True)
    try:
        fail(text)
    except ValueError:
        logger.exception("failed")
    written = stream.getvalue()
    assert secret not in written
    assert json.dumps(secret)[1:-1] not in written
    assert MASK in written
    assert "Traceback" in written


@pytest.mark.parametrize(
    "name", ["token", "bot_token", "api_key", "response_url", "Authorization", "PASSWORD", "secret"]
)
def test_a_field_that_is_named_like_a_secret_is_masked_wholly(
    log: tuple[logging.Logger, io.StringIO], name: str
) -> None:
    """The name is enough, whatever the value looks like."""
    logger, stream = log
    logger.info("event", extra={name: "plainword", "deep": {name: ["plainword"]}})
    assert "plainword" not in stream.getvalue()


def test_ordinary_lines_stay_readable(log: tuple[logging.Logger, io.StringIO]) -> None:
    """Ids, versions, paths and plain words are not taken for secrets."""
    logger, stream = log
    text = "T024BE7LD C0123 1355517523.000008 /srv/flowxo-bot/data/flowxo-bot.db tokens: 3 at 10:45"
    logger.info(text, extra={"team_id": "T024BE7LD", "ms": 12.5, "ok": True, "none": None})
    assert text in stream.getvalue()
    assert MASK not in stream.getvalue()


@given(
    before=st.text(max_size=40),
    after=st.text(max_size=40),
    secret=st.sampled_from(sorted(PLANTED)),
    style=st.sampled_from(["json", "console"]),
)
def test_law_no_planted_secret_leaks(before: str, after: str, secret: str, style: str) -> None:
    """Whatever text stands around it, a configured secret and every known kind is masked."""
    stream = io.StringIO()
    logs.configure("DEBUG", style, secrets=CONFIGURED, stream=stream)
    # A word boundary is fair: text glued to a token's front would be part of another token.
    text = f"{before} {PLANTED[secret]} {after}"
    logger = logging.getLogger("any")
    logger.info("%s", text, extra={"f": text, "g": {text: [text]}})
    try:
        raise RuntimeError(text)
    except RuntimeError:
        logger.exception(text)
    assert secret not in stream.getvalue()


@given(
    glue=st.text("abc =:&?/\"'{[(,;%\\.-_", max_size=12),
    token=st.from_regex(r"(xox[bpare]|xapp)-[0-9]{1,3}-[A-Za-z0-9]{8,30}", fullmatch=True),
)
def test_law_no_slack_token_leaks_whatever_it_is_glued_to(glue: str, token: str) -> None:
    """A token inside an address, a form, a dictionary or a word is masked."""
    assert token not in Redactor().text(f"{glue}{token}{glue}")


@given(st.text(max_size=300))
def test_law_masking_never_fails_and_masks_what_it_masked_already(text: str) -> None:
    """Any text can be masked, and a second time changes nothing that matters."""
    once = Redactor(CONFIGURED).text(text)
    assert Redactor(CONFIGURED).text(once).count("xox") <= once.count("xox")


def test_a_traceback_that_was_written_before_is_masked_too() -> None:
    """Another handler may have put its own text of the traceback into the record."""
    stream = json_log(level="INFO")
    record = logging.makeLogRecord({"msg": "event", "exc_text": "xoxb-1-old", "levelno": 40})
    logging.getLogger("x").handle(record)
    assert lines(stream)[0]["trace"] == MASK


def test_long_texts_are_cut() -> None:
    """A flow's name of a million characters does not fill the disk."""
    assert len(Redactor().text("word " * 200_000)) < 17_000


def test_a_thread_that_dies_is_logged_masked() -> None:
    """Python itself would print its error as it is."""
    stream = json_log(level="INFO")

    def die() -> None:
        raise RuntimeError("xoxb-1-in-a-thread")

    thread = threading.Thread(target=die, name="worker")
    thread.start()
    thread.join()
    threading.excepthook(threading.ExceptHookArgs((SystemExit, SystemExit(), None, thread)))
    (line,) = lines(stream)
    assert (line["event"], line["thread_name"]) == ("thread_died", "worker")
    assert "xoxb" not in str(line)


def test_warnings_are_logged() -> None:
    """A library's warning is a line like any other."""
    stream = json_log(level="INFO")
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        logging.captureWarnings(True)
        warnings.warn("xoxb-1-warned", stacklevel=1)
        logging.captureWarnings(False)
    assert lines(stream)[0]["logger"] == "py.warnings"
    assert "xoxb" not in stream.getvalue()


def test_handlers_that_a_server_made_before_us_are_masked_too() -> None:
    """gunicorn sets its loggers up before it loads the bot, and they do not propagate."""
    stream = io.StringIO()
    server = logging.getLogger("test.server.error")
    handler = logging.StreamHandler(stream)
    server.addHandler(handler)
    server.propagate = False
    try:
        logs.configure("INFO", "json", stream=io.StringIO())
        server.error("token xoxb-1-theirs")
    finally:
        server.removeHandler(handler)
    assert "xoxb" not in stream.getvalue()
    assert json.loads(stream.getvalue())["level"] == "error"


def test_a_stream_that_fails_prints_no_arguments(capsys: pytest.CaptureFixture[str]) -> None:
    """logging's own complaint would show the record; ours names the logger alone."""

    class Full(io.StringIO):
        def write(self, _: str) -> int:
            raise OSError("no space left")

    logs.configure("INFO", "json", stream=Full())
    logging.getLogger("x").info("token %s", "xoxb-1-full")
    logs.configure("INFO", "json", stream=io.StringIO())
    assert capsys.readouterr().err == "a log line of x could not be written\n"
