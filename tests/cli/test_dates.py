"""`flowxo-bot dates`: its contract as a program that other programs talk to."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import ROOT, Done

Started = Callable[..., Done]
THURSDAY = ("--now", "2026-11-26T15:45+01:00", "--tz", "Europe/Berlin")


@pytest.fixture
def started(
    typed: Started, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Started:
    """Types the command here with what it is to read; starting a process each time is slow."""

    def run(*words: str, stdin: bytes = b"", environ: dict[str, str] | None = None) -> Done:
        for name, value in (environ or {}).items():
            monkeypatch.setenv(name, value)
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        capsys.readouterr()
        return typed(*words)

    return run


def answers(done: Done) -> list[dict[str, Any]]:
    """The lines of standard output."""
    assert done.code == 0, done.err
    return [json.loads(line) for line in done.out.splitlines()]


def test_one_line_out_for_each_line_in(started: Started) -> None:
    """In their order; a blank line, words left over and a refused date are error lines."""
    text = "last week\n\nfoo\nnext week\nlast week by day vs last year\ntoday"
    found = answers(started("dates", *THURSDAY, stdin=text.encode()))
    assert found[0] == {
        "start": "2026-11-16T00:00:00+01:00",
        "end": "2026-11-23T00:00:00+01:00",
    }
    assert [set(line) for line in found[1:4]] == [{"error"}] * 3
    assert found[4]["unit"] == "day"
    assert found[4]["compare"] == {
        "start": "2025-11-17T00:00:00+01:00",
        "end": "2025-11-24T00:00:00+01:00",
    }
    assert found[5]["start"] == "2026-11-26T00:00:00+01:00"
    assert all(line["error"] and not line["error"].endswith(":") for line in found[1:4])


def test_odd_line_ends_and_a_byte_order_mark(started: Started) -> None:
    """Files from other systems read the same."""
    plain = answers(started("dates", *THURSDAY, stdin=b"today\nyesterday\n"))
    odd = answers(started("dates", *THURSDAY, stdin=b"\xef\xbb\xbftoday\r\nyesterday"))
    assert plain == odd


@pytest.mark.parametrize(
    "line",
    [
        b"\xff\xfe today",
        b"caf\xe9",
        b"x" * 150_000,
        b"today" + b" " * 500_000,
        b"\x00\x01\x02",
        b"[" * 5000,
        b'{"phrase": "today"}',
    ],
)
@pytest.mark.parametrize("mode", [(), ("--json",)])
def test_what_is_no_phrase_is_an_error_line(
    started: Started, line: bytes, mode: tuple[str, ...]
) -> None:
    """And the next line is read as if nothing had happened."""
    after = b'{"phrase": "today"}' if mode else b"today"
    done = started("dates", *THURSDAY, *mode, stdin=line + b"\n" + after + b"\n")
    first, second = answers(done)
    if not (mode and line.startswith(b'{"phrase')):
        assert set(first) == {"error"}
    assert second["start"] == "2026-11-26T00:00:00+01:00"
    assert done.err == ""


def test_objects_bring_their_own_moment_and_zone(started: Started) -> None:
    """They win over the options; what is missing comes from these."""
    lines = [
        {"phrase": "today"},
        {"phrase": "today", "tz": "Pacific/Kiritimati"},
        {"phrase": "today", "now": "2024-02-29T10:00:00Z"},
        {"phrase": "05/06/2026", "locale": "en-US"},
        {"phrase": "05/06/2026"},
        {"phrase": "today", "tz": "Nowhere"},
        {"phrase": "today", "now": "soon"},
        {"phrase": 3},
        {"text": "today"},
        ["today"],
        {"phrase": "last hour", "now": "2026-03-29T03:30:00+02:00"},
    ]
    stdin = "\n".join(json.dumps(line) for line in lines).encode()
    found = answers(started("dates", "--json", *THURSDAY, stdin=stdin))
    assert [line.get("start", "error")[:10] for line in found] == [
        "2026-11-26",
        "2026-11-27",
        "2024-02-29",
        "2026-05-06",
        "2026-06-05",
        *["error"] * 5,
        "2026-03-29",
    ]
    assert found[-1] == {
        "start": "2026-03-29T01:30:00+01:00",
        "end": "2026-03-29T03:30:00+02:00",
    }


def test_without_options_it_is_now_in_utc(started: Started) -> None:
    """The defaults: the clock, UTC, no locale; settings of the bot do not count here."""
    before = datetime.now(UTC).date()
    done = started("dates", stdin=b"today", environ={"FLOWXO_TIMEZONE": "Asia/Tokyo"})
    (found,) = answers(done)
    after = datetime.now(UTC).date()
    start = datetime.fromisoformat(found["start"])
    assert start.utcoffset() == UTC.utcoffset(None)
    assert before <= start.date() <= after


def test_a_moment_without_an_offset_is_in_the_zone(started: Started) -> None:
    """--now 00:30 in Berlin is still the day before in UTC."""
    done = started("dates", "--now", "2026-11-26T00:30", "--tz", "Europe/Berlin", stdin=b"today")
    assert answers(done)[0]["start"].startswith("2026-11-26T00:00")


@pytest.mark.parametrize(
    "words", [("--now", "soon"), ("--now", "0001-01-01T00:00+14:00"), ("--tz", "Mars")]
)
def test_options_that_mean_nothing_are_usage(started: Started, words: tuple[str, ...]) -> None:
    """Before a line is read; one sentence, code 2."""
    done = started("dates", *words, stdin=b"today\n")
    assert (done.code, done.out) == (2, "")
    assert done.err.count("\n") == 1


def test_each_line_is_answered_before_the_next_is_sent(elsewhere: Path) -> None:
    """A program may hold a conversation: nothing waits in a buffer."""
    with subprocess.Popen(
        [sys.executable, "-m", "bot", "dates"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=elsewhere,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)},
    ) as process:
        assert process.stdin
        assert process.stdout
        for phrase in (b"today", b"nonsense", b"yesterday"):
            process.stdin.write(phrase + b"\n")
            process.stdin.flush()
            assert json.loads(process.stdout.readline())
        process.stdin.close()
        assert process.wait(20) == 0


def test_a_reader_that_has_gone_is_no_failure(elsewhere: Path) -> None:
    """`flowxo-bot dates < phrases | head -1` says nothing on standard error."""
    with subprocess.Popen(
        [sys.executable, "-m", "bot", "dates"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=elsewhere,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)},
    ) as process:
        assert process.stdin
        assert process.stdout
        assert process.stderr
        process.stdin.write(b"today\n")
        process.stdin.flush()
        process.stdout.readline()
        process.stdout.close()
        process.stdin.write(b"today\n" * 10)
        process.stdin.close()
        assert process.stderr.read() == b""
        assert process.wait(20) == 0


def test_it_is_utf_8_whatever_the_locale(in_a_shell: Started) -> None:
    """An error quotes what was typed."""
    done = in_a_shell("dates", stdin="größer".encode(), environ={"LC_ALL": "C", "PYTHONUTF8": "0"})
    assert "größer" in answers(done)[0]["error"]
