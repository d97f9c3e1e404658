"""Digests as they were set: what they hold, the question that they ask, how JSON keeps them."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.digest import (
    ALL,
    Digest,
    WhenEmpty,
    digest_from_fields,
    digest_to_fields,
    needs_for,
    query_for,
)
from bot.core.parse import AccountName, Context, parse
from bot.core.periods import Unit
from bot.core.query import Compare, Subcommand, to_text
from bot.core.reports import ListKind
from bot.core.schedule import Schedule, dues, to_fields
from bot.core.sections import DEFAULT_SECTIONS, SECTIONS, Section, ordered
from bot.core.sentences import say
from bot.errors import ScheduleError
from tests.core.schedules import BERLIN, SCHEDULES, schedule

MONDAYS = schedule("weekly", weekdays=(0,))
DUE = datetime(2026, 11, 30, 8, tzinfo=UTC)
ACCOUNTS = (AccountName(1, "Acme"), AccountName(3, "Beta"))


def test_sections_stand_in_one_order() -> None:
    """That of the table, whoever names them how; each has its title."""
    assert ordered([Section.MESSAGES, Section.STATS, Section.MESSAGES]) == (
        Section.STATS,
        Section.MESSAGES,
    )
    assert ordered(Section) == DEFAULT_SECTIONS == tuple(SECTIONS)
    titles = [say(row.title) for row in SECTIONS.values()]
    assert titles == ["Figures", "Chart", "Top flows", "Top messages"]


def test_a_digest_asks_for_the_report_of_its_due_time() -> None:
    """By its own clock, about its account, with its comparison and list length."""
    digest = Digest(MONDAYS, 3, compare=Compare.LAST_YEAR, top=7)
    query = query_for(digest, DUE)
    assert to_text(query) == (
        "report week starting 2026-11-23 vs last year top 7 in Europe/Berlin for #3"
    )
    everyone = query_for(Digest(MONDAYS, ALL, week_start=6), DUE)
    assert to_text(everyone) == (
        "report week starting 2026-11-22 vs previous top 5 in Europe/Berlin for all"
    )


@given(
    one=st.sampled_from(SCHEDULES),
    after=st.datetimes(datetime(2020, 1, 1), datetime(2031, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
    account=st.sampled_from([1, 3, ALL]),
    compare=st.sampled_from([Compare.PREVIOUS, Compare.LAST_YEAR, Compare.NONE]),
    week_start=st.sampled_from([0, 6, 5]),
)
def test_law_a_digests_question_reads_back(
    one: Schedule, after: datetime, account: Any, compare: Compare, week_start: int
) -> None:
    """Its words mean the same whenever they are read, also weeks later: its dates are fixed."""
    (due,) = dues(one, after, 1)
    query = query_for(Digest(one, account, compare=compare, week_start=week_start), due)
    for moment in (due, due + timedelta(days=40)):
        context = Context(moment, one.zone, week_start, accounts=ACCOUNTS)
        assert parse(to_text(query), context).query == query


@pytest.mark.parametrize(
    ("sections", "unit", "lists"),
    [
        (DEFAULT_SECTIONS, Unit.DAY, (ListKind.FLOWS, ListKind.MESSAGES)),
        ((Section.STATS,), None, ()),
        ((Section.STATS, Section.CHART), Unit.DAY, ()),
        ((Section.STATS, Section.FLOWS), None, (ListKind.FLOWS,)),
        ((Section.MESSAGES,), None, (ListKind.MESSAGES,)),
    ],
)
def test_a_digest_fetches_what_it_shows(
    sections: tuple[Section, ...], unit: Unit | None, lists: tuple[ListKind, ...]
) -> None:
    """No list and no days that are in no section; figures always, which the headline tells."""
    needs = needs_for(Digest(MONDAYS, 1, sections, top=3), DUE, DUE + timedelta(hours=2))
    assert (needs.unit, needs.lists, needs.top) == (unit, lists, 3)
    assert bool(needs.series) == (unit is not None)
    assert len(needs.figures) == 6
    assert needs.compares_figures
    assert needs.period == needs.query.period
    assert needs.query.subcommand is Subcommand.REPORT


DIGESTS = st.builds(
    Digest,
    schedule=st.sampled_from(SCHEDULES),
    account=st.integers(1, 99) | st.just(ALL),
    sections=st.sets(st.sampled_from(list(Section)), min_size=1).map(ordered),
    compare=st.sampled_from([Compare.PREVIOUS, Compare.LAST_YEAR, Compare.NONE]),
    top=st.integers(1, 50),
    when_empty=st.sampled_from(WhenEmpty),
    note=st.text(max_size=300),
    week_start=st.integers(0, 6),
)


@given(DIGESTS)
def test_law_a_digest_is_read_back(digest: Digest) -> None:
    """Also after JSON had it."""
    assert digest_from_fields(json.loads(json.dumps(digest_to_fields(digest)))) == digest


KEPT = digest_to_fields(Digest(MONDAYS, 3))


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"sections": []}, "needs something in it"),
        ({"sections": ["chart", "stats"]}, "needs something in it"),
        ({"sections": ["chart", "chart"]}, "needs something in it"),
        ({"sections": ["colour"]}, '"sections" is not as it should be: colour'),
        ({"sections": "stats"}, '"sections" is not'),
        ({"sections": [1]}, '"sections" is not'),
        ({"top": 0}, "1 to 50 rows"),
        ({"top": 51}, "1 to 50 rows"),
        ({"top": "5"}, '"top" is not'),
        ({"compare": "auto"}, "the time before, with last year, or with nothing"),
        ({"compare": "period"}, "the time before, with last year, or with nothing"),
        ({"compare": "never"}, '"compare" is not as it should be: never'),
        ({"when_empty": "maybe"}, '"when_empty" is not'),
        ({"note": "x" * 301}, "at most 300 characters"),
        ({"note": None}, '"note" is not'),
        ({"week_start": 7}, "seven days"),
        ({"week_start": -1}, "seven days"),
        ({"account": "Acme"}, '"account" is not as it should be: Acme'),
        ({"account": True}, '"account" is not'),
        ({"schedule": "daily"}, '"schedule" is not as it should be: daily'),
        ({"schedule": {}}, 'lacks "cadence"'),
        ({"schedule": to_fields(MONDAYS) | {"zone": "Mars/Base"}}, 'time zone "Mars/Base"'),
        ({"colour": "red"}, '"colour" is not as it should be: red'),
    ],
)
def test_a_broken_digest_is_told(change: dict[str, Any], words: str) -> None:
    """With what is wrong, so that its row can be set aside and mended."""
    with pytest.raises(ScheduleError) as caught:
        digest_from_fields(KEPT | change)
    assert words in caught.value.message


@pytest.mark.parametrize("name", list(KEPT))
def test_a_digest_lacks_nothing(name: str) -> None:
    """Every field is written, and every field is wanted."""
    with pytest.raises(ScheduleError, match=f'lacks "{name}"'):
        digest_from_fields({key: value for key, value in KEPT.items() if key != name})


def test_a_digest_of_every_second_week_reports_two() -> None:
    """From the Monday two weeks before the due day's own week."""
    one = schedule("weekly", weekdays=(4,), every=2, anchor=date(2026, 11, 23))
    period = query_for(Digest(one, 1), datetime(2026, 11, 27, 8, tzinfo=UTC)).period
    assert period is not None
    assert (period.first_day, period.last_day) == (date(2026, 11, 9), date(2026, 11, 22))
    assert period.zone == BERLIN
