"""Lines of `flowxo-bot dates`: what is answered, and what is an error line."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from bot.core.dates import answer

NOW = datetime(2026, 11, 26, 15, 45, 12, 999999, tzinfo=UTC)


def plain(line: str) -> dict[str, object]:
    """The answer to a plain line at the table's moment."""
    return answer(line, NOW, UTC, None, as_object=False)


def of_object(**fields: object) -> dict[str, object]:
    """The answer to a line that holds an object."""
    return answer(json.dumps(fields), NOW, UTC, None, as_object=True)


def test_a_line_has_start_and_end_with_offsets() -> None:
    """Both are ISO 8601 to the second, and keys that were not asked are left out."""
    assert plain("last 7 days") == {
        "start": "2026-11-19T00:00:00+00:00",
        "end": "2026-11-26T00:00:00+00:00",
    }
    assert plain("last hour") == {
        "start": "2026-11-26T14:45:12+00:00",
        "end": "2026-11-26T15:45:12+00:00",
    }


def test_grouping_and_comparison_are_told() -> None:
    """`unit` where a grouping was asked, `compare` where a comparison was, both as typed."""
    assert plain("this week by day vs last week") == {
        "start": "2026-11-23T00:00:00+00:00",
        "end": "2026-11-30T00:00:00+00:00",
        "unit": "day",
        "compare": {"start": "2026-11-16T00:00:00+00:00", "end": "2026-11-23T00:00:00+00:00"},
    }
    assert "compare" not in plain("this week no comparison")


@pytest.mark.parametrize(
    ("line", "start", "end"),
    [
        ("this week vs previous", "2026-11-16", "2026-11-23"),
        ("october vs last year", "2025-10-01", "2025-11-01"),
        ("october vs previous", "2026-09-01", "2026-10-01"),
        ("october vs september", "2026-09-01", "2026-10-01"),
        ("october vs the month before", "2026-09-01", "2026-10-01"),
        ("october compared to the same period last year", "2025-10-01", "2025-11-01"),
        ("october vs october 2025", "2025-10-01", "2025-11-01"),
        ("october vs a year ago", "2025-10-01", "2025-11-01"),
        ("october vs a year earlier", "2025-10-01", "2025-11-01"),
        ("october vs the year before", "2025-10-01", "2025-11-01"),
        ("october vs this time last year", "2025-10-01", "2025-11-01"),
        ("last 2 months versus the 2 months before", "2026-07-01", "2026-09-01"),
        ("last 7 days against previous 7 days", "2026-11-12", "2026-11-19"),
        ("last 7 days vs a week earlier", "2026-11-12", "2026-11-19"),
        ("yesterday vs the day before", "2026-11-24", "2026-11-25"),
        ("yesterday vs the day before yesterday", "2026-11-24", "2026-11-25"),
        ("yesterday vs same day last week", "2026-11-18", "2026-11-19"),
        ("last week vs the week before last", "2026-11-09", "2026-11-16"),
        ("last weekend vs the weekend before", "2026-11-14", "2026-11-16"),
        ("monday vs previous", "2026-11-16", "2026-11-17"),
        ("monday vs the monday before", "2026-11-16", "2026-11-17"),
        ("29 feb 2024 vs last year", "2023-02-28", "2023-03-01"),
        ("2020-W53 vs last year", "2019-12-30", "2020-01-06"),
        ("week 12 vs last year", "2025-03-17", "2025-03-24"),
        ("october vs same month last quarter", "2026-07-01", "2026-08-01"),
        ("yesterday vs the same time yesterday", "2026-11-24", "2026-11-25"),
    ],
)
def test_a_comparison_means_its_period(line: str, start: str, end: str) -> None:
    """Comparisons are whole periods as typed, never cut like for like."""
    compared = plain(line)["compare"]
    assert isinstance(compared, dict)
    assert (compared["start"][:10], compared["end"][:10]) == (start, end)


def test_a_mended_slip_is_told() -> None:
    """A slip of the fingers is accepted, and the line says how it was read."""
    assert plain("last moth")["notes"] == ['I read "moth" as month.']
    assert "notes" not in plain("last month")


def test_the_other_reading_is_told() -> None:
    """05/06/2026 has a second reading, and the object's locale decides which is first."""
    first = plain("05/06/2026")
    second = of_object(phrase="05/06/2026", locale="en-US")
    assert first["start"] == "2026-06-05T00:00:00+00:00"
    assert second["start"] == "2026-05-06T00:00:00+00:00"
    assert first["alternative"] == {k: second[k] for k in ("start", "end")}


def test_an_object_has_its_own_moment_zone_and_locale() -> None:
    """`now` with or without an offset, `tz` in any spelling; null means the default."""
    found = of_object(phrase="today", now="2026-01-01T00:30:00", tz="berlin")
    assert found["start"] == "2026-01-01T00:00:00+01:00"
    found = of_object(phrase="today", now="2026-01-01T00:30:00Z", tz="America/New_York")
    assert found["start"] == "2025-12-31T00:00:00-05:00"
    found = of_object(phrase="today", now=None, tz=None, locale=None)
    assert found["start"] == "2026-11-26T00:00:00+00:00"


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("", "blank"),
        ("   ", "blank"),
        ("{", "JSON object"),
        ("[]", "JSON object"),
        ('"last week"', "JSON object"),
        ("[" * 50_000, "JSON object"),
        ("{}", "phrase"),
        ('{"phrase": 7}', "phrase"),
        ('{"phrase": null}', "phrase"),
        ('{"phrase": ""}', "blank"),
        ('{"phrase": "today", "tz": "atlantis"}', "atlantis"),
        ('{"phrase": "today", "tz": 7}', "tz"),
        ('{"phrase": "today", "now": "yesterday"}', "now"),
        ('{"phrase": "today", "now": 7}', "now"),
        ('{"phrase": "today", "locale": 7}', "locale"),
        ('{"phrase": "today", "now": "9999-12-31T23:59:59-12:00"}', "calendar"),
        ('{"phrase": "\\ud800"}', "know"),
    ],
)
def test_a_bad_line_is_an_error_line(line: str, words: str) -> None:
    """A blank line, a bad object or zone gives an error, never an exception."""
    found = answer(line, NOW, UTC, None, as_object=True)
    assert set(found) == {"error"}
    assert words in str(found["error"])


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("", "blank"),
        ("next week", "Try: this week"),
        ("last week foo", "Try: last week"),
        ("by day", "no dates"),
        ("vs last year", "no dates"),
        ("stats last week", "stats"),
        ("last week in berlin", "in berlin"),
        ("top 5 last week", "top 5"),
        ("all time vs previous", "nothing to compare"),
        ("last week vs the same thing", "vs"),
        ("last week vs the same week", "vs"),
        ("last week vs the same week last month", "vs"),
        ("a" * 2000, "too long"),
        ("xoxb-1-2", "API key"),
    ],
)
def test_a_line_that_cannot_be_read(line: str, words: str) -> None:
    """The error says why, with a phrase that works."""
    assert words in str(plain(line)["error"])
