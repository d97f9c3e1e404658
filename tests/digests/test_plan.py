"""What is due is posted, what was missed is told apart, and no row keeps the others waiting."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta

import pytest
from sqlalchemy import text

from bot.digests import plan
from bot.storage import database, subscribing
from bot.storage.deliveries import State, Trouble
from bot.storage.subscriptions import Reason, Subscription
from bot.storage.subscriptions import State as Standing
from bot.storage.tables import DELIVERIES
from tests.digests.house import DAY, DUE, HOUR, MINUTE, SECOND, House

pytestmark = pytest.mark.both_engines


def test_a_digest_is_posted_when_it_is_due(house: House) -> None:
    """Not before, and once; the next is due a week later, to the second."""
    house.subscribe()
    house.clock.moment = DUE - SECOND
    assert house.run() == 1.0
    assert house.texts == []
    assert house.run(SECOND) == 7 * 86_400
    assert house.texts == ["T #1 2026-11-30 09:00"]
    house.run(MINUTE)
    house.run(7 * DAY - MINUTE)
    assert house.texts == ["T #1 2026-11-30 09:00", "T #1 2026-12-07 09:00"]
    assert house.watch.states == {"sent": 2}


@pytest.mark.parametrize("cadence", ["daily", "weekdays", "weekly", "monthly"])
@pytest.mark.parametrize(
    ("down", "sent"),
    [
        (10 * MINUTE, {"daily", "weekdays", "weekly", "monthly"}),
        (13 * HOUR, {"weekly", "monthly"}),
        (4 * DAY, {"daily", "weekdays", "monthly"}),
        (40 * DAY, {"daily"}),
    ],
    ids=["10 min", "13 h", "4 d", "40 d"],
)
def test_after_a_downtime_the_newest_is_posted_while_it_is_useful(
    house: House, cadence: str, down: timedelta, sent: set[str]
) -> None:
    """Once, and said to be late; of everything else it is kept that it was left out."""
    house.subscribe(cadence)
    house.run(down)
    dues = [each.due_at for each in house.deliveries]
    schedule_days = {
        "daily": [DUE + number * DAY for number in range(41)],
        "weekdays": [DUE + n * DAY for n in range(41) if (DUE + n * DAY).weekday() < 5],
        "weekly": [DUE + number * 7 * DAY for number in range(7)],
        "monthly": [DUE, DUE + 30 * DAY],
    }[cadence]
    assert dues == [due for due in schedule_days if due <= DUE + down]
    *older, newest = house.deliveries
    assert {each.trouble for each in older} <= {Trouble.MISSED}
    # A newest one may be of today, and on time.
    late = " late" if DUE + down - newest.due_at > 5 * MINUTE else ""
    if cadence in sent:
        assert house.texts == [f"T #1 {newest.due_at:%Y-%m-%d %H:%M}{late}"]
        assert newest.state is State.SENT
        assert newest.late == bool(late)
    else:
        assert house.texts == []
        assert (newest.state, newest.trouble) == (State.SKIPPED, Trouble.TOO_LATE)
    following = house.subscription().next_run_at
    assert following
    assert following > house.clock.moment


@pytest.mark.parametrize(
    ("cadence", "useful"),
    [("daily", 12 * HOUR), ("weekdays", 12 * HOUR), ("weekly", 3 * DAY), ("monthly", 7 * DAY)],
)
def test_how_long_it_is_useful(house: House, cadence: str, useful: timedelta) -> None:
    """To the second."""
    house.subscribe(cadence)
    house.subscribe(cadence, target="C2", next_run_at=DUE)
    house.run(useful)
    assert len(house.texts) == 2
    house.subscribe(cadence, target="C3", next_run_at=DUE)
    house.run(SECOND)
    assert len(house.texts) == 2
    assert house.deliveries[-1].trouble is Trouble.TOO_LATE


def test_late_is_over_five_minutes(house: House) -> None:
    """As the message says it."""
    house.subscribe()
    house.run(5 * MINUTE)
    house.subscribe(target="C2")
    house.run(SECOND)
    assert [each.late for each in house.deliveries] == [False, True]
    assert house.texts[1].endswith("late")
    assert house.watch.states == {"sent": 1, "late sent": 1}


def test_years_that_were_missed_are_kept_in_small_transactions(house: House) -> None:
    """Each due time once; the newest is posted."""
    house.subscribe("daily")
    with database.transaction(house.engine) as connection:
        house.clock.advance(399 * DAY)
        done = plan.plan_due(connection, house.clock.moment)
    assert (done.to_post, done.left_out, done.more) == (0, plan.MOST_MISSED, True)
    house.run()
    assert len(house.deliveries) == 400
    assert len({each.due_at for each in house.deliveries}) == 400
    assert house.texts == [f"T #1 {DUE + 399 * DAY:%Y-%m-%d %H:%M}"]
    assert house.watch.due == 400 - plan.MOST_MISSED  # those that the test planned were not told


BROKEN = (
    "{}",
    "nonsense",
    '{"schedule": {"cadence": "weekly", "at": "09:00", "zone": "Mars/Olympus", "weekdays": [0]}}',
)


@pytest.mark.parametrize("broken", BROKEN)
def test_a_row_that_cannot_be_read_is_set_aside(house: House, broken: str) -> None:
    """With its reason; the others go out, and an edit mends it."""
    for number in range(3):
        house.subscribe(target=f"C{number}")
    with house.writing() as connection:
        spoil = text("UPDATE subscriptions SET digest = :broken WHERE number = 2")
        connection.execute(spoil, {"broken": broken})
    house.run()
    assert sorted(house.texts) == ["T #1 2026-11-30 09:00", "T #3 2026-11-30 09:00"]
    found = house.subscription(2)
    assert (found.state, found.reason) == (Standing.DISABLED, Reason.BROKEN)
    assert [each.trouble for each in house.deliveries if each.number == 2] == [Trouble.BROKEN]
    good = house.subscription(1).digest
    with house.writing() as connection:
        subscribing.edit(connection, "T", 2, house.by(), digest=good)
    house.run(MINUTE)
    assert "T #2 2026-11-30 09:00" in house.texts


def test_a_mistake_of_ours_sets_one_aside_too(
    house: House, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Whatever it is: it is logged with its trace, and the others go out."""

    def odd(mine: Subscription, *rest: object) -> object:
        if mine.number == 1:
            raise ZeroDivisionError
        return true(mine, *rest)  # type: ignore[arg-type]

    true = plan._planned
    monkeypatch.setattr(plan, "_planned", odd)
    house.subscribe()
    house.subscribe(target="C2")
    house.run()
    assert house.texts == ["T #2 2026-11-30 09:00"]
    assert house.subscription(1).reason is Reason.BROKEN
    assert "ZeroDivisionError" in caplog.text


def planned(house: House, spread_s: float) -> list[float]:
    """After how many seconds each may be posted."""
    with database.transaction(house.engine) as connection:
        plan.plan_due(connection, house.clock.moment, spread_s=spread_s)
    return [(each.not_before - each.due_at).total_seconds() for each in house.deliveries]


def test_a_crowd_is_spread_over_two_minutes(house: House) -> None:
    """More than sixty of one minute; evenly, and each at the same second whoever plans it."""
    for number in range(200):
        house.subscribe(team_id=f"T{number}")
    first = planned(house, 120.0)
    assert min(first) >= 0
    assert max(first) < 120
    assert len(Counter(int(after // 20) for after in first)) == 6
    with house.writing() as connection:
        connection.execute(DELIVERIES.delete())
        connection.execute(text("UPDATE subscriptions SET next_run_at = :due"), {"due": DUE})
    assert sorted(planned(house, 120.0)) == sorted(first)


@pytest.mark.parametrize("why", ["few", "setting", "late", "resumed"])
def test_what_is_not_spread(house: House, why: str) -> None:
    """Few; nothing where that is set; what is late or resumed already."""
    for number in range(60 if why == "few" else 70):
        house.subscribe(team_id=f"T{number}")
    if why == "late":
        house.clock.advance(5 * MINUTE + SECOND)
    if why == "resumed":
        house.clock.advance(MINUTE)
        with house.writing() as connection:
            for number in range(70):
                at = house.by()
                subscribing.disable(connection, f"T{number}", 1, Reason.CHANNEL, at)
                subscribing.mend(connection, f"T{number}", Reason.CHANNEL, at)
    assert set(planned(house, 0.0 if why == "setting" else 120.0)) == {0.0}


def test_what_waits_for_its_part_of_the_spread_is_posted_then(house: House) -> None:
    """The turn says when to come again."""
    for number in range(70):
        house.subscribe(team_id=f"T{number}", target=f"C{number}")
    spread = house.another()
    spread.dispatcher._pace = type(house.pace)(workers=4, spread_s=120.0)
    again_in = spread.run()
    assert again_in is not None
    assert 0 < again_in < 60
    posted = len(house.texts)
    assert posted < 20
    spread.run(2 * MINUTE)
    assert len(house.texts) == 70
    assert spread.dispatcher.close(5)
