"""The sample chatbot is the same everywhere, adds up, and holds what an answer must survive."""

from __future__ import annotations

from bisect import bisect_left
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.demo.event_log import EventLog, Labelled, instants
from bot.demo.page_example import EXAMPLE
from bot.demo.sample import ACTIVE_S, QUIET_NIGHT, sample

NOW = datetime(2026, 11, 26, 14, 45, tzinfo=UTC)
LOG = sample(NOW)
DAY_S = 86_400
TODAY = int(datetime(2026, 11, 26, tzinfo=UTC).timestamp())
SUMS = ("new_users", "triggers", "received_messages", "sent_messages")


def days(back: int, count: int = 1) -> tuple[int, int]:
    """So many days, from so many days back."""
    start = TODAY - back * DAY_S
    return start, start + count * DAY_S


def test_it_is_the_same_for_the_whole_day() -> None:
    """Two questions a minute apart see one past."""
    assert sample(NOW + timedelta(hours=5)) is LOG
    assert sample(NOW + timedelta(days=3)) is not LOG
    again = sample(NOW)
    assert (again.received, again.flow_starts) == (LOG.received, LOG.flow_starts)


def test_it_holds_two_years_and_a_little_of_the_future() -> None:
    """Enough to compare with last year; a demo that runs overnight still has news."""
    assert LOG.first < TODAY - 730 * DAY_S
    assert not LOG.empty(*days(-1))
    assert LOG.empty(*days(-2))
    count = sum(map(len, (LOG.new_users, LOG.triggers, LOG.received, LOG.sent)))
    assert 100_000 < count < 200_000


@pytest.mark.parametrize("log", [LOG, EXAMPLE], ids=["sample", "example"])
@given(st.lists(st.integers(-800 * DAY_S, 2 * DAY_S), min_size=3, max_size=8))
def test_ranges_that_abut_add_up(log: EventLog, edges: list[int]) -> None:
    """The law that every figure rests on: sums add, snapshots are those of the end."""
    base = TODAY if log is LOG else int(datetime(2022, 1, 1, tzinfo=UTC).timestamp())
    marks = sorted({base + edge for edge in edges} | {base, base - 1})
    parts = [log.figures(start, end) for start, end in pairwise(marks)]
    whole = log.figures(marks[0], marks[-1])
    for name in SUMS:
        assert whole[name] == sum(part[name] for part in parts)
    for name in ("total_users", "active_users"):
        assert whole[name] == parts[-1][name]
    ranked = dict(log.flow_starts.ranked(marks[0], marks[-1]))
    for start, end in pairwise(marks):
        for flow, count in log.flow_starts.ranked(start, end):
            ranked[flow] -= count
    assert not any(ranked.values())


def test_it_grows_and_breathes() -> None:
    """More this year than last; weekends are quiet, December is not August."""
    now, before = LOG.figures(*days(365, 365)), LOG.figures(*days(730, 365))
    assert now["received_messages"] > 1.3 * before["received_messages"]
    assert now["total_users"] > before["total_users"] > 0
    weekday, sunday = LOG.figures(*days(1)), LOG.figures(*days(4))
    assert weekday["received_messages"] > 1.3 * sunday["received_messages"]
    december = LOG.figures(*days(360, 31))["received_messages"]
    august = LOG.figures(*days(482, 31))["received_messages"]
    assert december > 1.3 * august


def test_one_night_was_silent() -> None:
    """Six hours without anything, beside a night with something."""
    start, _ = days(QUIET_NIGHT)
    assert LOG.empty(start, start + 6 * 3_600)
    assert not LOG.empty(start - DAY_S, start - DAY_S + 6 * 3_600)


def test_a_broadcast_stands_out() -> None:
    """One start a recipient, far above any flow that people start themselves."""
    index, count = LOG.flow_starts.ranked(*days(21, 21))[0]
    assert count > 300
    assert LOG.flows[index][1] in ("Untitled Broadcast", "Monthly News", "Weekend Offer")


def test_users_are_active_for_thirty_days() -> None:
    """Counted once more the slow way, for a log of three users."""
    touches = {0: [100], 1: [100, 2 * DAY_S], 2: [40 * DAY_S]}
    begins = [100, 100, 40 * DAY_S]
    ends = [100 + ACTIVE_S, 2 * DAY_S + ACTIVE_S, 40 * DAY_S + ACTIVE_S]
    empty = Labelled.of([])
    log = EventLog(
        (), (), instants(), instants(), instants(), instants(), empty, empty,
        instants(begins), instants(ends),
    )  # fmt: skip
    for end in (100, 101, ACTIVE_S, 100 + ACTIVE_S, 101 + ACTIVE_S, 41 * DAY_S, 80 * DAY_S):
        slow = sum(any(end - ACTIVE_S <= at < end for at in found) for found in touches.values())
        assert log.figures(0, end)["active_users"] == slow


def test_active_users_are_fewer_than_all_and_follow_the_news() -> None:
    """Some never come back."""
    found = LOG.figures(*days(1))
    assert 0 < found["active_users"] < found["total_users"]
    assert bisect_left(LOG.active_from, TODAY) >= found["active_users"]


def test_hostile_names_and_texts_are_in_it() -> None:
    """Mentions, links, formulas, overrides, floods, twins and a flow without a name."""
    names = [name for _, name in LOG.flows]
    assert {"<!channel> Welcome", "*bold* _and_ `code`", None} <= set(names)
    assert len({id_ for id_, _ in LOG.flows}) == len(LOG.flows) > 12
    assert names.count("Untitled Flow") == 2
    assert max(len(name or "") for name in names) > 300
    found = "".join(LOG.texts[index] for index, _ in LOG.messages.ranked(*days(365, 365)))
    for part in (
        "=HYPERLINK",
        "<!channel>",
        "\u202e",
        "\u200b" * 400,
        "\n",
        "@example.com",
        "4111",
    ):
        assert part in found


def test_the_page_s_example_is_as_the_mockups_tell_it() -> None:
    """The weeks that the answers to reach are told in."""

    def at(month: int, day: int) -> int:
        return int(datetime(2021, month, day, tzinfo=UTC).timestamp())

    week, before = EXAMPLE.figures(at(10, 18), at(10, 25)), EXAMPLE.figures(at(10, 11), at(10, 18))
    assert [week[name] for name in SUMS] == [3, 41, 36, 52]
    assert [before[name] for name in SUMS] == [2, 30, 31, 44]
    assert (week["total_users"], week["active_users"], before["active_users"]) == (53, 22, 21)
    summer = EXAMPLE.flow_starts.ranked(at(8, 1), at(10, 1))
    assert [EXAMPLE.flows[index][1] for index, _ in summer] == [
        "Text Me",
        "Welcome Back",
        "Untitled Flow",
        "Menu",
        "Deep Linking with Multiple Argument Parsing (b64 url)",
    ]


def test_an_empty_log_has_no_beginning() -> None:
    """A chatbot that was made a minute ago."""
    empty = Labelled.of([])
    none = instants()
    log = EventLog((), (), none, none, none, none, empty, empty, none, none)
    assert log.first == 0
    assert log.empty(0, TODAY)
