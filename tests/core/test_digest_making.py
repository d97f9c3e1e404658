"""What was said of a digest becomes one, changes one, and back into words."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core import digest_making
from bot.core.digest import Digest, WhenEmpty
from bot.core.digest_command import Action, DigestDraft, Target, Where
from bot.core.digest_making import changed, is_person, made, settled, target_of, text_of
from bot.core.parse import AccountName, Context, parse
from bot.core.query import Compare
from bot.core.schedule import Cadence, Schedule, every_few_weeks
from bot.core.sections import Section
from tests.core.test_digest_laws import ZONES, schedules

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 26, 14, 45, tzinfo=UTC)
CONTEXT = Context(NOW, BERLIN, accounts=(AccountName(1, "Acme"), AccountName(3, "Beta")))
HERE = Target(Where.CHANNEL, "C0CHATBOTS")


def said(text: str, context: Context = CONTEXT) -> DigestDraft:
    """What a text says of a digest."""
    command = parse(text, context).query.digest
    assert command is not None
    assert command.action in (Action.NEW, Action.EDIT)
    return command.draft


def test_what_is_left_out_is_as_usual() -> None:
    """Mondays at nine, all sections, the time before, five rows, and it says so when empty."""
    assert made(DigestDraft(), 1, BERLIN, 0) == Digest(
        Schedule(Cadence.WEEKLY, time(9), BERLIN, (0,)), 1, tuple(Section),
        Compare.PREVIOUS, 5, WhenEmpty.SAY,
    )  # fmt: skip


def test_only_what_is_said_is_changed() -> None:
    """A note stays, which nobody can say; another account brings its week."""
    before = Digest(digest_making.usual(BERLIN), 1, note="Hello", week_start=6)
    after = changed(before, said("digest edit #1 at 10:15 without chart top 9 skip when empty"))
    assert after.schedule == Schedule(Cadence.WEEKLY, time(10, 15), BERLIN, (0,))
    assert (after.top, after.when_empty, after.note) == (9, WhenEmpty.SKIP, "Hello")
    assert Section.CHART not in after.sections
    assert (after.account, after.week_start, after.compare) == (1, 6, Compare.PREVIOUS)
    other = changed(before, said("digest edit #1 for beta vs last year in tokyo"), 0)
    assert (other.account, other.week_start, other.compare) == (3, 0, Compare.LAST_YEAR)
    assert other.schedule.zone.key == "Asia/Tokyo"


def test_the_weeks_that_count_stay_those_whenever_weeks_begin() -> None:
    """The anchor moves to the day on which that account's weeks begin."""
    schedule = Schedule(Cadence.WEEKLY, time(9), BERLIN, (4,), 2, date(2026, 11, 23))
    moved = settled(schedule, 6)
    assert moved.anchor == date(2026, 11, 22)
    assert settled(moved, 0) == schedule
    plain = digest_making.usual(BERLIN)
    assert settled(plain, 6) is plain


@given(st.data(), st.sampled_from(ZONES), st.times(), st.sampled_from((0, 5, 6)))
def test_its_words_read_again_make_the_same(
    data: st.DataObject, zone: ZoneInfo, at: time, week_start: int
) -> None:
    """So that what a button carries is what was shown, and short enough for it."""
    at = at.replace(second=0, microsecond=0)
    schedule = data.draw(schedules(at, zone, week_start))
    digest = Digest(
        schedule, 3, (Section.STATS, Section.FLOWS), Compare.LAST_YEAR, 7, WhenEmpty.SKIP,
        week_start=week_start,
    )  # fmt: skip
    text = text_of(digest, HERE)
    assert len(text) < 500
    draft = said(text, replace(CONTEXT, week_start=week_start))
    assert made(draft, 3, BERLIN, week_start) == digest
    assert draft.targets == (HERE,)


def test_the_usual_needs_few_words() -> None:
    """What is as by default is not said."""
    digest = made(DigestDraft(), "all", BERLIN, 0)
    assert text_of(digest, Target(Where.ME)) == (
        "digest weekly on monday at 09:00 in Europe/Berlin for all to me"
    )


@pytest.mark.parametrize("kind", ["U1", "W1"])
def test_people_are_told_from_channels_by_their_ids(kind: str) -> None:
    """U and W are people's."""
    assert is_person(kind)
    assert target_of(kind) == Target(Where.ME)
    assert not is_person("C1")
    assert target_of("G1") == Target(Where.CHANNEL, "G1")


def test_every_few_weeks_counts_from_the_next_one() -> None:
    """Also where the calendar ends."""
    friday = Schedule(Cadence.WEEKLY, time(9), BERLIN, (4,))
    assert every_few_weeks(friday, 3, NOW, 0).anchor == date(2026, 11, 23)
    end = datetime(9999, 12, 31, 12, tzinfo=UTC)
    assert every_few_weeks(friday, 3, end, 0).anchor == date(9999, 12, 27)
