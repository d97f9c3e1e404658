"""Schedules as JSON keeps them: what is written is read back, what is broken says why."""

from __future__ import annotations

import json
from datetime import date, time
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.schedule import Cadence, Schedule, from_fields, to_fields
from bot.errors import BotError, ScheduleError
from tests.core.schedules import SCHEDULES, schedule


@pytest.mark.parametrize("one", SCHEDULES)
def test_a_schedule_is_read_back(one: Schedule) -> None:
    """Also after JSON had it."""
    assert from_fields(json.loads(json.dumps(to_fields(one)))) == one


def test_fields_say_no_more_than_was_set() -> None:
    """What is as by default is left out."""
    assert to_fields(schedule("daily")) == {
        "cadence": "daily", "at": "09:00", "zone": "Europe/Berlin",
    }  # fmt: skip
    assert to_fields(schedule("weekly", weekdays=(1,), every=2, anchor=date(2026, 11, 23))) == {
        "cadence": "weekly", "at": "09:00", "zone": "Europe/Berlin",
        "weekdays": [1], "every": 2, "anchor": "2026-11-23",
    }  # fmt: skip


def test_a_renamed_zone_is_still_known() -> None:
    """A row that was written under the old name runs."""
    one = from_fields({"cadence": "daily", "at": "09:00", "zone": "Europe/Kiev"})
    assert one == Schedule(Cadence.DAILY, time(9), ZoneInfo("Europe/Kiev"))


WEEKLY = to_fields(SCHEDULES[9])
BROKEN: list[tuple[dict[str, Any], str]] = [
    ({"zone": "Mars/Base"}, 'time zone "Mars/Base"'),
    ({"zone": ""}, "time zone"),
    ({"zone": "Europe"}, "time zone"),
    ({"zone": "../../etc/localtime"}, "time zone"),
    ({"zone": "\0"}, "time zone"),
    ({"zone": "\ud800"}, "time zone"),
    ({"zone": "x" * 5000}, "time zone"),
    ({"zone": None}, '"zone" is not as it should be: None'),
    ({"at": "25:00"}, '"at" is not as it should be: 25:00'),
    ({"at": "9"}, '"at" is not'),
    ({"at": 9}, '"at" is not'),
    ({"at": "09:00:30"}, "an hour and a minute"),
    ({"at": "09:00+01:00"}, "an hour and a minute"),
    ({"anchor": "2026-02-31"}, '"anchor" is not as it should be: 2026-02-31'),
    ({"anchor": 20260223}, '"anchor" is not'),
    ({"anchor": "2026"}, '"anchor" is not'),
    ({"every": 0}, "every 2 to 52 weeks"),
    ({"every": 10**30}, "every 2 to 52 weeks"),
    ({"every": "2"}, '"every" is not'),
    ({"every": True}, '"every" is not'),
    ({"every": 2.0}, '"every" is not'),
    ({"weekdays": []}, "needs a weekday"),
    ({"weekdays": [9]}, "seven days"),
    ({"weekdays": ["1"]}, '"weekdays" is not'),
    ({"weekdays": "1"}, '"weekdays" is not'),
    ({"weekdays": [[1]]}, '"weekdays" is not'),
    ({"cadence": "yearly"}, '"cadence" is not as it should be: yearly'),
    ({"cadence": ["weekly"]}, '"cadence" is not'),
    ({"day": 31}, "not two of these"),
    ({"day": "31"}, '"day" is not'),
    ({"nth": None}, '"nth" is not'),
    ({"colour": "red"}, '"colour" is not as it should be: red'),
]


@pytest.mark.parametrize(("change", "words"), BROKEN)
def test_a_broken_field_is_told(change: dict[str, Any], words: str) -> None:
    """By its name and what it holds, so that whoever mends the row knows."""
    with pytest.raises(ScheduleError) as caught:
        from_fields(WEEKLY | change)
    assert words in caught.value.message
    assert isinstance(caught.value, BotError)


@pytest.mark.parametrize("name", ["cadence", "at", "zone"])
def test_a_missing_field_is_told(name: str) -> None:
    """There is no default for when and where."""
    with pytest.raises(ScheduleError, match=f'lacks "{name}"'):
        from_fields({key: value for key, value in WEEKLY.items() if key != name})


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner),
)
NAMES = st.sampled_from([*WEEKLY, "day", "nth"]) | st.text(max_size=5)


@given(st.dictionaries(NAMES, VALUES, max_size=3))
def test_law_any_fields_are_read_or_refused(change: dict[str, object]) -> None:
    """Nothing but ScheduleError, and what is read writes itself again."""
    try:
        one = from_fields({**WEEKLY, **change})
    except ScheduleError:
        return
    assert from_fields(to_fields(one)) == one
