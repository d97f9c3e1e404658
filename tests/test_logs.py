"""Log lines: their shape, what is bound to them, and that no secret is ever in one."""

from __future__ import annotations

import io
import json
import logging
import sys
import threading
import warnings
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import logs
from bot.logs.redaction import MASK, Redactor

KEY = "Zz9-the-configured-key"
PASSWORD = "p@ss/w0rd-of-db"
CONFIGURED = [
    KEY,
    f"postgresql+psycopg://bot:{PASSWORD}@db.example/x",
    'quote"d-secret',
    "ü-secret",
]
# What must never be seen, and a text that holds it as it turns up in the wild.
PLANTED = {
    "xoxb-17-bot-SECRET": "token xoxb-17-bot-SECRET,",
    "xoxp-17-user-SECRET": "xoxp-17-user-SECRET",
    "SECRETrefresh": "xoxe-1-SECRETrefresh",
    "SECRETrotating": "xoxe.xoxb-1-SECRETrotating",
    "xapp-1-A1-2-SECRET": "xapp-1-A1-2-SECRET",
    "SECRETform": "token=xoxb%2D17%2DSECRETform&team=T1",
    "eyJhbGciSECRET": "key eyJhbGciSECRET.eyJzdWIiSECRET.sig-SECRET",
    "SECRETbearer": "Authorization: Bearer SECRETbearer",
    "SECRETheader": "{'Authorization': 'Bearer SECRETheader'}",
    "SECRETbasic": "authorization=Basic SECRETbasic==",
    "/commands/T1/1/SECRET": "POST https://hooks.slack.com/commands/T1/1/SECRET failed",
    "T1/SECRETgov": "https://hooks.slack-gov.com/actions/T1/SECRETgov",
    r"T1\/SECRETjson": r'"response_url":"https:\/\/hooks.slack.com\/actions\/T1\/SECRETjson"',
    "SECRETquoted": "https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1%2FSECRETquoted&x=1",
    "SECRETlocal": '{"response_url": "http://127.0.0.1:9/SECRETlocal"}',
    "SECRETdb": "could not connect to postgresql://bot:SECRETdb@db:5432/x",
    "SECRET@db/odd": "postgres://bot:SECRET@db/odd@db/x",
    "SECRETredis": "redis://:SECRETredis@cache/0",
    "SECRETparam": "password=SECRETparam host=db",
    "SECRETticket": "wss://wss-primary.slack.com/link/?ticket=SECRETticket&app_id=A",
    "SECRETpair": '"api_key": "SECRETpair with spaces"',
    "SECRETsigning": "signing_secret='SECRETsigning'",
    "a1SECRET" * 6: "found " + "a1SECRET" * 6,
    KEY: f"tried {KEY}!",
    PASSWORD: f"login failed for {PASSWORD}",
    "p%40ss%2Fw0rd-of-db": "login failed for p%40ss%2Fw0rd-of-db",
    'quote"d-secret': 'held quote"d-secret',
    "ü-secret": "held ü-secret",
}


def alone() -> None:
    """Without pytest's own handlers, which trip over records that are wrong on purpose."""
    ours = [h for h in logging.getLogger().handlers if type(h).__module__ == "bot.logs"]
    logging.getLogger().handlers[:] = ours


class Unspeakable:
    """An object that cannot say what it is."""

    def __str__(self) -> str:
        raise RuntimeError("xoxb-inside")

    __repr__ = __str__


@pytest.fixture(params=["json", "console"])
def log(request: pytest.FixtureRequest) -> Iterator[tuple[logging.Logger, io.StringIO]]:
    """A library's logger and the stream where its lines arrive."""
    stream = io.StringIO()
    logs.configure("DEBUG", request.param, secrets=CONFIGURED, stream=stream)
    logs.clear()
    yield logging.getLogger("some.library"), stream
    logs.clear()


def json_log(**options: str) -> io.StringIO:
    """The stream of a JSON log."""
    stream = io.StringIO()
    logs.configure(**options, style="json", secrets=CONFIGURED, stream=stream)
    return stream


def lines(stream: io.StringIO) -> list[dict[str, object]]:
    """The objects of a JSON log."""
    return [json.loads(line) for line in stream.getvalue().splitlines()]


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


def test_a_stream_that_fails_prints_no_arguments(capsys: pytest.CaptureFixture[str]) -> None:
    """logging's own complaint would show the record; ours names the logger alone."""

    class Full(io.StringIO):
        def write(self, _: str) -> int:
            raise OSError("no space left")

    logs.configure("INFO", "json", stream=Full())
    logging.getLogger("x").info("token %s", "xoxb-1-full")
    logs.configure("INFO", "json", stream=io.StringIO())
    assert capsys.readouterr().err == "a log line of x could not be written\n"


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
