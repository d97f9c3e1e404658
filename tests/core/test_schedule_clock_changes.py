"""Schedules beside an oracle that shares no code: `make clock-changes` in short."""

from __future__ import annotations

from datetime import UTC, datetime, time

import pytest

from bot.core.schedule import Cadence, Schedule
from tests.clock_changes import Tally, around_changes, clock_of, compare, over_years
from tests.schedule_oracle import DAY

ZONES = (
    "Africa/Cairo", "Africa/Casablanca", "America/New_York", "America/Nuuk", "America/Santiago",
    "Asia/Beirut", "Asia/Kolkata", "Australia/Lord_Howe", "Europe/Berlin", "Pacific/Kiritimati",
)  # fmt: skip
AT = [time(0), time(0, 30), time(1, 45), time(2), time(2, 15), time(3), time(9), time(23, 30)]


@pytest.mark.parametrize("zone", ZONES)
def test_no_change_of_a_clock_skips_or_doubles(zone: str) -> None:
    """Every change of 2024 to 2030, at the times that clocks change over."""
    tally = around_changes(zone, AT)
    assert tally.due > 100
    assert tally.faults == 0, tally


@pytest.mark.parametrize("zone", ["America/Nuuk", "Europe/London"])
def test_years_have_all_their_days(zone: str) -> None:
    """Seven years of every cadence at midnight."""
    tally = over_years(zone, [time(0)])
    assert tally.due > 4000
    assert tally.faults == 0, tally


def test_the_oracle_sees_a_run_that_is_missing() -> None:
    """A schedule of another zone is neither the oracle's instants nor its number."""
    clock = clock_of("Europe/Berlin")
    first = datetime(2026, 3, 20, tzinfo=UTC)
    other = Schedule(Cadence.DAILY, time(2, 30), clock_of("America/New_York").zone)
    tally = compare(other, clock, first, first + 20 * DAY)
    assert (tally.skipped, tally.doubled) == (20, 20)
    assert tally.faults == 40
    assert Tally().faults == 0
