"""Streams that are closed, full or not listened to: an answer or a sentence, and the right code."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from bot import cli
from bot.cli import manifest, output
from bot.demo.slack_server import FakeSlack
from bot.server.listening import bind
from tests.cli.conftest import ROOT, Done
from tests.server.test_process import wait_ready

BOT = f"{sys.executable} -m bot"


def in_sh(line: str, place: Path) -> Done:
    """What a shell makes of `line`, in which BOT is the bot."""
    done = subprocess.run(  # noqa: S602 - the shell's own signs are what is tried
        line.replace("BOT", BOT),
        shell=True,
        capture_output=True,
        text=True,
        cwd=place,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)},
        timeout=60,
        check=False,
    )
    return Done(done.returncode, done.stdout, done.stderr)


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("BOT dates <&-", 0),
        ("echo yesterday | BOT dates >&-", 0),
        ("BOT ask help >&-", 0),
        ("BOT ask frobnicate 2>&-", 1),
        ("BOT ask frobnicate 2>/dev/full", 1),
        ("BOT bogus 2>/dev/full", 2),
        ("BOT bogus 2>&- >&- <&-", 2),
        ("(BOT bogus; echo $? >code) 2>&1 | true; exit $(cat code)", 2),
    ],
)
def test_the_exit_code_is_right_whoever_listens(elsewhere: Path, line: str, code: int) -> None:
    """A stream that is closed is nowhere, and what cannot be said is not tried again."""
    done = in_sh(line, elsewhere)
    assert (done.code, done.out, done.err) == (code, "", "")


@pytest.mark.parametrize(
    "words", ["manifest", "--help", "--version", "ask help", "ask help --json"]
)
def test_an_answer_that_cannot_be_written_is_a_failure(elsewhere: Path, words: str) -> None:
    """With its reason, and without Python's own complaint."""
    done = in_sh(f"BOT {words} >/dev/full", elsewhere)
    assert done.code == 1
    if "json" in words:
        assert done.err == ""
    else:
        assert done.err.startswith("The answer could not be written to standard output (No space")
        assert len(done.err.splitlines()) == 1


@pytest.mark.parametrize("streams", ["2>/dev/full", "2>&-", "2>&- >&- <&-"])
def test_the_bot_runs_without_a_log(elsewhere: Path, streams: str) -> None:
    """A disk that is full of logs must not silence it; it ends with code 0."""
    with FakeSlack() as slack:
        with bind("127.0.0.1", 0) as probe:
            port = int(probe.getsockname()[1])
        slack.app_url = f"http://127.0.0.1:{port}/slack/events"
        with subprocess.Popen(  # noqa: S602 - as above
            f"exec {BOT} run {streams}",
            shell=True,
            cwd=elsewhere,
            env={
                "PATH": os.environ["PATH"],
                "PYTHONPATH": str(ROOT),
                "SLACK_BOT_TOKEN": slack.bot_token,
                "SLACK_SIGNING_SECRET": slack.signing_secret,
                "SLACK_API_URL": slack.api_url,
                "DATABASE_URL": f"sqlite:///{elsewhere}/bot.db",
                "PORT": str(port),
                "LOG_LEVEL": "DEBUG",
            },
        ) as process:
            wait_ready(port)
            assert slack.command("help").status == 200
            slack.wait_for_messages()
            # However often it is told, its end is a clean one.
            while process.poll() is None:
                process.send_signal(signal.SIGTERM)
    assert process.returncode == 0


def test_a_closed_stream_s_number_is_no_other_file_s(elsewhere: Path) -> None:
    """The next file would be opened in its place, and be written over."""
    done = in_sh(
        f"{sys.executable} -c '"
        "from bot.cli import output; import json, os; output.set_up(); "
        'place = os.open("new", os.O_CREAT | os.O_WRONLY); '
        "os.write(place, json.dumps(place).encode())' <&- >&- 2>&-",
        elsewhere,
    )
    assert done.code == 0
    assert json.loads((elsewhere / "new").read_text()) > 2


def test_a_reader_that_has_gone_ends_it_quietly(monkeypatch: pytest.MonkeyPatch) -> None:
    """`flowxo-bot dates | head -1`."""
    into, out_of = os.pipe()

    def print_much(_: object) -> int:
        os.close(into)
        output.out("x" * 100_000)
        return 0

    monkeypatch.setattr(manifest, "manifest", print_much)
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(os.fdopen(out_of, "wb")))
    assert cli.main(["manifest"]) == 0
    sys.stdout.close()


def test_nothing_acts_on_the_terminal() -> None:
    """What strangers wrote is shown, not obeyed."""
    assert output.plain("a\x1b[2J\u202eb\r\nc\td é") == "a\\x1b[2J\\u202eb\\r\nc\td é"


def test_a_lone_surrogate_is_written_as_an_escape(capsys: pytest.CaptureFixture[str]) -> None:
    """JSON lines stay UTF-8."""
    output.out_object({"error": "\ud800"})
    assert json.loads(capsys.readouterr().out) == {"error": "\ud800"}
