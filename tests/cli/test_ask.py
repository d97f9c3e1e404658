"""`flowxo-bot ask`: right figures over real HTTP, and what went wrong in one paragraph."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from bot.demo import flowxo_faults as faults
from bot.demo.flowxo_server import FakeFlowXO
from bot.demo.page_example import EXAMPLE
from tests.cli.conftest import Done

Typed = Callable[..., Done]
THEN = ("--now", "2026-11-26T15:45+01:00")


@pytest.fixture
def flowxo(monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeFlowXO]:
    """A Flow XO with the figures of its own API page, and the settings that lead there."""
    with FakeFlowXO(EXAMPLE) as fake:
        monkeypatch.setenv("FLOWXO_API_KEY", fake.key)
        monkeypatch.setenv("FLOWXO_API_URL", fake.url)
        yield fake


@pytest.fixture
def asked(typed: Typed, flowxo: FakeFlowXO) -> Callable[..., dict[str, Any]]:
    """Asks for JSON and gives the object."""
    assert flowxo.url

    def ask(*words: str, code: int = 0) -> dict[str, Any]:
        done = typed("ask", "--json", *THEN, *words)
        assert done.code == code, done
        assert done.err == ""
        (line,) = done.out.splitlines()
        found: dict[str, Any] = json.loads(line)
        return found

    return ask


def figures(found: dict[str, Any]) -> dict[str, int]:
    """Metric to value."""
    return {figure["metric"]: figure["value"] for figure in found["figures"]}


def test_the_page_s_own_example(asked: Callable[..., dict[str, Any]]) -> None:
    """1 Oct to 30 Nov 2021: exactly the figures, months and lists that Flow XO's page shows."""
    found = asked("stats 1 oct to 30 nov 2021 by month")
    assert set(found) >= {
        "query", "zone", "period", "baseline", "figures", "series", "lists", "notes",
    }  # fmt: skip
    assert found["zone"] == "UTC"
    assert found["period"] == {
        "start": "2021-10-01T00:00:00+00:00",
        "end": "2021-12-01T00:00:00+00:00",
    }
    assert found["baseline"]["start"] == "2021-08-01T00:00:00+00:00"
    assert figures(found) == {
        "new_users": 10,
        "triggers": 104,
        "received_messages": 106,
        "sent_messages": 146,
        "total_users": 55,
        "active_users": 23,
    }
    months = {one["metric"]: [p["value"] for p in one["points"]] for one in found["series"]}
    assert months == {
        "new_users": [9, 1],
        "triggers": [100, 4],
        "received_messages": [99, 7],
        "sent_messages": [141, 5],
    }
    (messages,) = asked("top messages 1 oct to 30 nov 2021")["lists"]
    assert [(row["rank"], row["name"], row["count"]) for row in messages["rows"]] == [
        (1, "text me", 18),
        (2, "hi", 4),
        (3, "text ne", 2),
        (4, "/start", 1),
        (4, "convert a timestamp", 1),
    ]
    (flows,) = asked("top flows 1 oct to 30 nov 2021")["lists"]
    assert [row["count"] for row in flows["rows"]] == [93, 19, 14, 1, 1]
    assert flows["rows"][0]["movement"] == "new"


def test_the_canonical_text_asks_the_same(asked: Callable[..., dict[str, Any]]) -> None:
    """What `query` says can be typed and gives the same object."""
    first = asked("how many messages received in october 2021?")
    again = asked(first["query"])
    assert {**again, "read_at": None} == {**first, "read_at": None}


def test_the_zone_comes_from_the_words_the_option_the_setting(
    asked: Callable[..., dict[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """In this order; then UTC."""
    assert asked("stats october 2021")["zone"] == "UTC"
    monkeypatch.setenv("FLOWXO_TIMEZONE", "Asia/Tokyo")
    assert asked("stats october 2021")["zone"] == "Asia/Tokyo"
    assert asked("stats october 2021", "--tz", "Europe/Berlin")["zone"] == "Europe/Berlin"
    assert asked("stats october 2021 in UTC-8", "--tz", "Europe/Berlin")["zone"] == "UTC-08:00"
    assert asked("stats october 2021", "--tz", "UTC-8")["zone"] == "UTC-08:00"


@pytest.mark.parametrize(
    ("day", "hours"), [("2021-10-31", 25), ("2022-03-27", 23), ("2021-10-30", 24)]
)
def test_a_day_has_the_hours_that_it_has(
    asked: Callable[..., dict[str, Any]], day: str, hours: int
) -> None:
    """Over both clock changes in Berlin; each point begins on the local clock."""
    found = asked(f"chart received {day} by hour", "--tz", "Europe/Berlin")
    (series,) = found["series"]
    starts = [datetime.fromisoformat(point["start"]) for point in series["points"]]
    assert len(starts) == hours
    assert all(b - a == timedelta(hours=1) for a, b in pairwise(starts))
    assert starts[0].isoformat() == found["period"]["start"]


def test_a_running_period_is_cut_at_now(typed: Typed, flowxo: FakeFlowXO) -> None:
    """`period` is what was fetched."""
    assert flowxo.url
    done = typed("ask", "--json", *THEN, "--tz", "Europe/Berlin", "stats this week")
    found = json.loads(done.out)
    assert found["period"]["end"] == "2026-11-26T15:45:00+01:00"
    assert found["baseline"]["end"] == "2026-11-19T15:45:00+01:00"


def test_a_moment_without_an_offset_is_in_the_zone(typed: Typed, flowxo: FakeFlowXO) -> None:
    """As a person would write it."""
    assert flowxo.url
    words = ("--now", "2021-11-03T08:00", "--tz", "Asia/Tokyo", "stats today")
    found = json.loads(typed("ask", "--json", *words).out)
    assert found["period"]["end"] == "2021-11-03T08:00:00+09:00"


def test_an_answer_in_the_terminal(typed: Typed, flowxo: FakeFlowXO) -> None:
    """The dates on the second line, every figure, nothing on standard error."""
    assert flowxo.url
    done = typed("ask", *THEN, "stats", "november", "2021")
    lines = done.out.splitlines()
    assert done.code == 0
    assert done.err == ""
    assert lines[1].startswith("1–30 Nov 2021, compared with 1–31 Oct")
    assert any(line.startswith("Messages sent: 5 (was 141, −96") for line in lines)
    assert flowxo.key not in done.out


def test_the_other_reading_is_offered(typed: Typed, flowxo: FakeFlowXO) -> None:
    """05/06/2026 is a day in two months; the answer is to one and offers the other."""
    assert flowxo.url
    done = typed("ask", *THEN, "stats 05/06/2021")
    assert "5 Jun 2021" in done.out
    assert done.out.rstrip().endswith('flowxo-bot ask "stats 2021-05-06"')


def test_json_cannot_steer_the_terminal(asked: Callable[..., dict[str, Any]], typed: Typed) -> None:
    """Everything beyond ASCII is an escape, and reads back as it was."""
    assert any(not note.isascii() for note in asked("stats november 2021")["notes"])
    assert typed("ask", "--json", *THEN, "stats november 2021").out.isascii()


def test_quotes_that_the_shell_took_are_given_back(
    asked: Callable[..., dict[str, Any]],
) -> None:
    """`ask flow "Text Me" october 2021` and the same in one pair of quotes."""
    first = asked("flow", "Text Me", "october", "2021")
    assert first["query"] == asked('flow "Text Me" october 2021')["query"]


def test_a_csv_is_a_csv(typed: Typed, flowxo: FakeFlowXO) -> None:
    """UTF-8 with its mark, asked for by the option or in words."""
    assert flowxo.url
    by_option = typed("ask", "--csv", *THEN, "top flows october 2021")
    in_words = typed("ask", *THEN, "top flows october 2021 as csv")
    assert by_option.code == 0
    assert by_option.out.startswith("﻿")
    rows = list(csv.reader(io.StringIO(by_option.out.removeprefix("﻿"))))
    assert any("Untitled Broadcast" in row for row in rows)
    assert in_words.out.startswith("\ufeff")


def test_no_data_is_an_answer(asked: Callable[..., dict[str, Any]], typed: Typed) -> None:
    """Code 0, no figures, and it is said."""
    found = asked("stats june 2019")
    assert set(figures(found).values()) <= {None}
    assert "not the same as zero" in " ".join(found["notes"])
    assert "not the same as zero" in typed("ask", *THEN, "stats june 2019").out


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("conversions last week", "conversions"),
        ("stats next week", "has not happened yet"),
        ("stats last week last month", "two periods"),
        ("retention", "retention"),
        ("digest weekly on monday at 9am", "Type it in Slack"),
        ("connect Acme", "Type it in Slack"),
        ("eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.e30.abc", "looks like an API key"),
    ],
)
def test_what_cannot_be_answered_is_said(
    asked: Callable[..., dict[str, Any]], typed: Typed, flowxo: FakeFlowXO, words: str, says: str
) -> None:
    """One paragraph on standard error, or the same as an object; Flow XO is not asked; code 1."""
    done = typed("ask", *THEN, words)
    assert (done.code, done.out) == (1, "")
    assert says in done.err
    assert done.err.count("\n") == 1
    assert not done.err.rstrip().endswith(":")
    found = asked(words, code=1)
    assert says in found["error"]["message"]
    assert set(found["error"]) == {"message", "hint"}
    assert not found["error"]["hint"].endswith(":")
    assert "eyJ" not in done.err + json.dumps(found)
    assert flowxo.requests == []


@pytest.mark.parametrize(
    "fault",
    [
        faults.status(401),
        faults.status(403),
        faults.status(500),
        faults.status(429, retry_after="3600"),
        faults.page(),
        faults.text("{"),
        faults.value({"stats": "many"}),
        faults.redirect("http://127.0.0.1:1/"),
        faults.reset(),
    ],
)
@pytest.mark.usefixtures("tried_quickly")
def test_a_flow_xo_that_gives_no_figures_is_told_of(
    asked: Callable[..., dict[str, Any]], flowxo: FakeFlowXO, fault: faults.Scripted
) -> None:
    """Code 1, what and what to do, and never the key."""
    flowxo.always(fault)
    found = asked("stats october 2021", code=1)
    assert "Flow XO" in found["error"]["message"]
    assert flowxo.key not in json.dumps(found)


def test_without_a_key_it_says_where_to_find_one(typed: Typed) -> None:
    """Settings: code 2, in words and as an object."""
    done = typed("ask", "stats")
    assert done.code == 2
    assert "FLOWXO_API_KEY is not set" in done.err
    done = typed("ask", "--json", "stats")
    assert done.code == 2
    assert "FLOWXO_API_KEY" in json.loads(done.out)["error"]["message"]


@pytest.mark.parametrize(
    "words", [("--now", "soon"), ("--now", "2026-13-01"), ("--tz", "Mars"), ("--tz", "")]
)
def test_options_that_mean_nothing_are_usage(typed: Typed, words: tuple[str, ...]) -> None:
    """Code 2, in words and as an object."""
    done = typed("ask", *words, "stats")
    assert (done.code, done.out) == (2, "")
    done = typed("ask", "--json", *words, "stats")
    assert done.code == 2
    assert set(json.loads(done.out)["error"]) == {"message", "hint"}


def test_help_needs_no_key(typed: Typed) -> None:
    """And its examples are commands of this program."""
    done = typed("ask", "help")
    assert done.code == 0
    assert 'flowxo-bot ask "stats last week"' in done.out
    found = json.loads(typed("ask", "--json", "help dates").out)
    assert found["query"] == "help dates"
    assert found["notes"]


def test_the_clock_is_the_default(typed: Typed, flowxo: FakeFlowXO) -> None:
    """Without --now it is now."""
    assert flowxo.url
    before = datetime.now(UTC).replace(microsecond=0)
    found = json.loads(typed("ask", "--json", "stats last hour").out)
    assert datetime.fromisoformat(found["period"]["end"]) >= before


def test_an_error_is_one_paragraph_and_no_log(in_a_shell: Typed, flowxo: FakeFlowXO) -> None:
    """What the client writes into the log is for a log; DEBUG asks for it."""
    flowxo.always(faults.page())
    environ = {"FLOWXO_API_KEY": flowxo.key, "FLOWXO_API_URL": flowxo.url}
    done = in_a_shell("ask", "stats yesterday", environ=environ)
    assert (done.code, done.out, len(done.err.splitlines())) == (1, "", 1), done.err
    loud = in_a_shell("ask", "stats yesterday", environ={**environ, "LOG_LEVEL": "DEBUG"})
    assert len(loud.err.splitlines()) > 1
    assert flowxo.key not in loud.err


def test_the_settings_of_a_dotenv_count(typed: Typed, flowxo: FakeFlowXO, elsewhere: Path) -> None:
    """The file of the directory that it is typed in."""
    assert flowxo.url
    (elsewhere / ".env").write_text("FLOWXO_TIMEZONE=Asia/Tokyo\n")
    found = json.loads(typed("ask", "--json", *THEN, "stats october 2021").out)
    assert found["zone"] == "Asia/Tokyo"
