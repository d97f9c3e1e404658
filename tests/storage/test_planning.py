"""What is due is planned once, in one transaction, and by index however much there is."""

from __future__ import annotations

import re
import threading
from typing import Any

import pytest
from sqlalchemy import Engine, event, text

from bot.storage import claiming, database, deliveries, planning, subscribing, subscriptions
from bot.storage.deliveries import Kind, State, Trouble
from bot.storage.planning import Planned
from bot.storage.subscriptions import Reason, Wanted
from bot.storage.tables import DELIVERIES, SUBSCRIPTIONS
from tests.storage.connected import writing
from tests.storage.subscribed import (
    BEFORE,
    DUE,
    LEASE,
    MINUTE,
    SECOND,
    WEEK,
    WEEKLY,
    by,
    claimed,
    everything,
    planned,
    subscribed,
)

pytestmark = pytest.mark.both_engines


def test_what_is_due_becomes_a_delivery(engine: Engine) -> None:
    """For its due time and its place; the subscription is due next when it is said to be."""
    subscribed(engine)
    assert planned(engine, DUE - SECOND) == []
    (made,) = planned(engine, DUE + SECOND)
    assert (made.team_id, made.number, made.due_at, made.target) == ("T", 1, DUE, "C1")
    assert (made.kind, made.state, made.not_before) == (Kind.SCHEDULED, State.PENDING, DUE)
    assert (made.planned_at, made.attempt, made.late) == (DUE + SECOND, 0, False)
    with database.reading(engine) as connection:
        assert planning.next_due(connection) == DUE + WEEK
    assert planned(engine, DUE + MINUTE) == [made]


def test_only_what_is_active_is_due(engine: Engine) -> None:
    """Neither what is paused, nor disabled, nor deleted, nor without a next time."""
    for _ in range(4):
        subscribed(engine)
    with writing(engine) as connection:
        subscribing.pause(connection, "T", 1, by(DUE - MINUTE))
        subscribing.disable(connection, "T", 2, Reason.KEY, by())
        subscribing.remove(connection, "T", 3, by(DUE - MINUTE))
        connection.execute(SUBSCRIPTIONS.update().values(next_run_at=None))
        assert planning.due(connection, DUE, 10) == []
        assert planning.next_due(connection) is None


def test_a_due_time_is_planned_once(engine: Engine) -> None:
    """Also where something made the subscription due at it again."""
    subscribed(engine)
    first = planned(engine)
    with writing(engine) as connection:
        connection.execute(SUBSCRIPTIONS.update().values(next_run_at=DUE))
    assert planned(engine) == first


def test_two_places_of_one_due_time_are_two_deliveries(engine: Engine) -> None:
    """What was there goes on, as does what is new."""
    subscribed(engine)
    planned(engine)
    with writing(engine) as connection:
        subscribing.move(connection, "T", 1, "C2", by())
        connection.execute(SUBSCRIPTIONS.update().values(next_run_at=DUE))
    assert [each.target for each in planned(engine)] == ["C1", "C2"]


def test_what_is_left_out_is_kept_with_its_reason(engine: Engine) -> None:
    """Rows that ended at once, beside the one to post."""
    subscribed(engine)
    left = ((DUE - 2 * WEEK, Trouble.MISSED), (DUE - WEEK, Trouble.TOO_LATE))
    (made,) = planned(engine, left_out=left)
    assert made.due_at == DUE
    found = [(each.due_at, each.state, each.trouble, each.done_at) for each in everything(engine)]
    assert found[:2] == [(at, State.SKIPPED, trouble, DUE) for at, trouble in left]


def test_nothing_to_post_may_be_left(engine: Engine) -> None:
    """Only what is left out, and the next time."""
    subscribed(engine)
    left = ((DUE, Trouble.TOO_LATE),)
    assert planned(engine, due_at=None, left_out=left, next_run_at=None) == []
    assert len(everything(engine)) == 1
    with writing(engine) as connection:
        assert planning.plan(connection, [], DUE) == 0
        assert planning.next_due(connection) is None


@pytest.mark.parametrize(
    ("state", "opened"),
    [
        (State.FAILED, True), (State.SKIPPED, True), (State.SENT, False), (State.UNKNOWN, False),
    ],
)  # fmt: skip
def test_what_was_not_posted_may_be_after_all(engine: Engine, state: State, opened: bool) -> None:
    """Where its due time is planned again; what was, or may have been, is not."""
    subscribed(engine)
    (first,) = planned(engine)
    with writing(engine) as connection:
        connection.execute(
            DELIVERIES.update().values(state=state, done_at=DUE, error_class="channel", error="x")
        )
        connection.execute(SUBSCRIPTIONS.update().values(next_run_at=DUE))
        (mine,) = planning.due(connection, DUE + MINUTE, 10)
        todo = Planned(mine, DUE, DUE + MINUTE, (), DUE + WEEK)
        assert planning.plan(connection, [todo], DUE + MINUTE) == opened
    (found,) = everything(engine)
    assert found.delivery_id == first.delivery_id
    if opened:
        assert (found.state, found.trouble, found.error) == (State.PENDING, None, None)
        assert (found.not_before, found.done_at) == (DUE + MINUTE, None)
    else:
        assert found.state is state


def test_what_is_undone_is_not_planned(engine: Engine) -> None:
    """All or nothing: also the next due time."""
    subscribed(engine)

    def half() -> None:
        with writing(engine) as connection:
            (mine,) = planning.due(connection, DUE, 10)
            planning.plan(connection, [Planned(mine, DUE, None, (), DUE + WEEK)], DUE)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        half()
    assert everything(engine) == []
    assert len(planned(engine)) == 1


def test_several_that_plan_at_once_plan_each_once(engine: Engine) -> None:
    """Eight at 200 subscriptions, in small steps."""
    for number in range(200):
        subscribed(engine, f"T{number}")
    together = threading.Barrier(8)

    def work() -> None:
        together.wait(30)
        for _ in range(50):
            planned(engine, limit=10)

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    found = everything(engine)
    assert len(found) == 200
    assert len({each.team_id for each in found}) == 200


def test_who_has_many_lets_others_go_first(engine: Engine) -> None:
    """The first of each workspace, then the second of each; what was open before counts too."""
    for number in range(3):
        subscribed(engine, "A", f"C{number}")
    subscribed(engine, "B", "C7", next_run_at=DUE)
    subscribed(engine, "B", "C8", next_run_at=DUE - MINUTE)
    planned(engine, DUE - MINUTE)
    planned(engine, DUE)
    order = [(each.delivery.team_id, each.delivery.target) for each in claimed(engine)]
    assert order[0] == ("B", "C8")  # it was due before
    assert order[1] == ("A", "C0")
    assert {order[2], order[3]} == {("A", "C1"), ("B", "C7")}
    assert order[4] == ("A", "C2")


def asked_by_a_tick(engine: Engine) -> list[tuple[str, Any]]:
    """Every statement of a tick that finds nothing to do, with what is bound to it."""
    asked: list[tuple[str, Any]] = []

    def note(*given: Any) -> None:
        if given[2].startswith(("SELECT", "UPDATE")) and "set_config" not in given[2]:
            asked.append((given[2], given[3]))

    event.listen(engine, "before_cursor_execute", note)
    with database.transaction(engine) as connection:
        planning.due(connection, DUE, 500)
        planning.next_due(connection)
        claiming.reap(connection, DUE)
        claiming.claim(connection, "me", DUE, LEASE, 16)
        claiming.look_up(connection, "me", DUE, LEASE, 16)
        claiming.next_at(connection)
    event.remove(engine, "before_cursor_execute", note)
    return asked


def test_a_tick_reads_by_index(engine: Engine) -> None:
    """Whatever it asks for: no table is read through, however much there is in it."""
    with writing(engine) as connection:
        for number in range(2000):
            wanted = Wanted(f"C{number}", WEEKLY, DUE + WEEK)
            subscriptions.create(connection, f"T{number}", wanted, BEFORE)
            deliveries.leave_out(connection, f"T{number}", 1, DUE, "C", Trouble.MISSED, DUE)
    if engine.dialect.name != "sqlite":
        with writing(engine) as connection:
            connection.exec_driver_sql("ANALYZE")
    asked = [each for each in asked_by_a_tick(engine) if "advisory" not in each[0]]
    assert len(asked) == 8
    explain = "EXPLAIN QUERY PLAN" if engine.dialect.name == "sqlite" else "EXPLAIN"
    with engine.connect() as connection:
        for statement, bound in asked:
            rows = connection.exec_driver_sql(f"{explain} {statement}", bound).all()
            told = "\n".join(str(row[-1]) for row in rows)
            assert "INDEX ix_" in told or " ix_" in told, told
            assert not re.search(r"Seq Scan|SCAN (?!.*INDEX)|TEMP B-TREE", told), told


def test_many_are_planned_in_one_transaction(engine: Engine) -> None:
    """Five hundred, with what each has missed."""
    with writing(engine) as connection:
        for number in range(500):
            wanted = Wanted(f"C{number}", WEEKLY, DUE)
            subscriptions.create(connection, f"T{number}", wanted, BEFORE)
    left = tuple((DUE - number * WEEK, Trouble.MISSED) for number in range(1, 9))
    assert len(planned(engine, left_out=left)) == 500
    assert len(everything(engine)) == 500 * 9
    with database.reading(engine) as connection:
        count = connection.execute(
            text("SELECT count(*) FROM subscriptions WHERE next_run_at IS NOT NULL")
        ).scalar()
    assert count == 500
