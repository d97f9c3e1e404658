"""The object of `ask --json`: exactly the keys of design §8, exact numbers."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta, timezone

import pytest

from bot.core.metrics import Metric
from bot.core.reports import Figure, Note, NoteKind, Row
from bot.core.subcommands import Subcommand
from bot.errors import ParseError
from bot.render.json_object import error_object, to_object
from tests.render.made import (
    NOVEMBER,
    flows,
    no_data,
    part_of_a_week,
    report,
    series,
    stats_november,
    top_flows,
)


def test_stats() -> None:
    """Period, baseline, figures with their exact fractions."""
    made = to_object(stats_november(account=None))
    assert made["query"] == "stats 2021-11"
    assert made["zone"] == "Europe/Berlin"
    assert made["period"] == {
        "start": "2021-11-01T00:00:00+01:00",
        "end": "2021-12-01T00:00:00+01:00",
    }
    assert made["baseline"]["start"] == "2021-10-01T00:00:00+02:00"
    assert made["figures"][0] == {
        "metric": "new_users",
        "value": 1,
        "baseline": 9,
        "change": pytest.approx(-8 / 9),
    }
    assert made["figures"][4]["change"] == pytest.approx(1 / 54)
    assert made["lists"] == []
    assert '"Active" always looks back 30 days, whatever the period' in made["notes"]
    assert json.loads(json.dumps(made)) == made


def test_changes_that_there_are_not() -> None:
    """From nothing, or where a side is missing, there is no fraction."""
    figures = (
        Figure(Metric.SENT, 5, 0),
        Figure(Metric.RECEIVED, None, 5),
        Figure(Metric.TRIGGERS, 5, None),
        Figure(Metric.NEW_USERS, 0, 5),
    )
    made = to_object(report(figures=figures, baseline=None))
    assert [one["change"] for one in made["figures"]] == [None, None, None, -1.0]
    assert made["baseline"] is None


def test_series() -> None:
    """Every unit with its local start; a gap is null."""
    made = to_object(report(Subcommand.CHART, series=(series(Metric.SENT, NOVEMBER, [1, None]),)))
    assert made["series"] == [
        {
            "metric": "sent_messages",
            "unit": "day",
            "points": [
                {"start": "2021-11-01T00:00:00+01:00", "value": 1, "covered": None},
                {"start": "2021-11-02T00:00:00+01:00", "value": None, "covered": None},
            ],
        }
    ]


def test_a_part_of_a_unit_says_what_it_counts() -> None:
    """The unit's own start stays beside it."""
    made = to_object(report(Subcommand.CHART, series=(part_of_a_week(),)))
    assert made["series"][0]["points"] == [
        {
            "start": "2021-11-01T00:00:00+01:00",
            "value": 5,
            "covered": {"start": "2021-11-03T00:00:00+01:00", "end": "2021-11-08T00:00:00+01:00"},
        }
    ]


def test_lists() -> None:
    """Names as they are, shares from 0 to 1, movement as a number, "new" or null."""
    rows = to_object(top_flows())["lists"][0]["rows"]
    assert rows[0] == {
        "rank": 1,
        "name": "Untitled Broadcast",
        "count": 93,
        "share": 93 / 128,
        "movement": "new",
        "id_suffix": None,
        "spellings": 1,
        "broadcast": True,
    }
    assert rows[1]["movement"] == -1
    bare = to_object(report(Subcommand.FLOWS, lists=(flows((Row(1, "A\n*", 1),)),)))["lists"][0]
    assert bare["kind"] == "flows"
    cut = flows(total_rows=200, total=900, whole=False, hidden=2)
    told = to_object(report(Subcommand.FLOWS, lists=(cut,)))["lists"][0]
    assert {key: told[key] for key in ("total_rows", "total", "whole", "hidden")} == {
        "total_rows": 200, "total": 900, "whole": False, "hidden": 2,
    }  # fmt: skip
    assert bare["rows"][0] == {
        "rank": 1,
        "name": "A\n*",
        "count": 1,
        "share": None,
        "movement": None,
        "id_suffix": None,
        "spellings": 1,
        "broadcast": False,
    }


def test_no_data_is_said_in_the_notes() -> None:
    """Nothing is not zero."""
    made = to_object(replace(no_data(), notes=(Note(NoteKind.READING, ("Read so.",)),)))
    assert made["figures"] == []
    assert made["notes"] == [
        "No figures for 1–30 Jun 2019. Flow XO answered but has nothing for those days, which is "
        "not the same as zero.",
        "Read so.",
    ]


def test_what_the_first_lines_say_is_in_the_notes() -> None:
    """Who reads only the object learns of a running period, of unequal months, of no such flow."""
    longer = (Note(NoteKind.LONGER, (1,)),)
    assert to_object(report(notes=longer))["notes"] == [
        "1–30 Nov 2021, compared with 1–31 Oct (one day longer)"
    ]
    assert to_object(report(so_far=True, baseline=None))["notes"] == ["1–30 Nov 2021 (so far)"]
    assert to_object(report(notes=(Note(NoteKind.READING, (" ",)),)))["notes"] == []
    missed = report(
        Subcommand.FLOW,
        flow="Nope",
        lists=(flows((), whole=False, total_rows=10),),
        notes=(Note(NoteKind.FLOW_NOT_FOUND),),
    )
    assert to_object(missed)["notes"] == [
        'No flow named "Nope" among the first 10 in November; there may be more'
    ]


def test_a_fixed_offset_is_its_own_name() -> None:
    """`in UTC-8` prints zone UTC-08:00."""
    zone = timezone(timedelta(hours=-8))
    assert to_object(report(zone=zone))["zone"] == "UTC-08:00"


def test_errors() -> None:
    """What and what to do, nothing else."""
    assert error_object(ParseError("No.", "Do this.", ("stats",), ("word",))) == {
        "error": {"message": "No.", "hint": "Do this."}
    }
