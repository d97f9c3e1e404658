"""Who works on what: in fair turns, one a place, under leases that end."""

from __future__ import annotations

import threading
from collections import Counter
from datetime import datetime

import pytest
from sqlalchemy import Engine

from bot.storage import claiming, database, deliveries
from bot.storage.claiming import Claim
from bot.storage.deliveries import State, Trouble
from bot.storage.sending import End, Verdict
from bot.storage.tables import DELIVERIES
from tests.storage.connected import writing
from tests.storage.subscribed import (
    DUE,
    LEASE,
    MINUTE,
    SECOND,
    claimed,
    ended,
    everything,
    intended,
    opened,
    planned,
    posting,
    states,
    subscribed,
)

pytestmark = pytest.mark.both_engines


def reaped(engine: Engine, now: datetime) -> tuple[int, int]:
    """What was taken and never finished."""
    with database.transaction(engine) as connection:
        return claiming.reap(connection, now)


def looked_up(engine: Engine, now: datetime, owner: str = "me") -> list[Claim]:
    """What is to be looked up."""
    with database.transaction(engine) as connection:
        return claiming.look_up(connection, owner, now, LEASE, 10)


def test_what_is_taken_is_one_s_own(engine: Engine) -> None:
    """With its subscription; nobody else gets it meanwhile."""
    made = subscribed(engine)
    planned(engine)
    (claim,) = claimed(engine)
    assert (claim.owner, claim.subscription.number) == ("me", made.number)
    assert (claim.delivery.state, claim.delivery.target) == (State.CLAIMED, "C1")
    assert claimed(engine, owner="you") == []


def test_nothing_is_taken_before_its_time(engine: Engine) -> None:
    """To the second."""
    subscribed(engine)
    planned(engine, not_before=DUE + MINUTE)
    assert claimed(engine, DUE + MINUTE - SECOND) == []
    with database.reading(engine) as connection:
        assert claiming.next_at(connection) == DUE + MINUTE
    assert len(claimed(engine, DUE + MINUTE)) == 1


def test_a_workspace_has_four_at_a_time_and_a_place_one(engine: Engine) -> None:
    """Whoever works on them; the rest waits."""
    for number in range(6):
        subscribed(engine, "A", f"C{number}")
    for _ in range(3):
        subscribed(engine, "B", "C9")
    planned(engine)
    first = claimed(engine, owner="me")
    assert Counter(each.delivery.team_id for each in first) == {"A": 4, "B": 1}
    assert claimed(engine, owner="you") == []
    ended(engine, first[0], End(State.SENT, channel_id="C0", ts="1.1"))
    assert len(claimed(engine, owner="you")) == 1


def test_what_is_being_posted_counts_too(engine: Engine) -> None:
    """Until it has ended."""
    subscribed(engine)
    claim = posting(engine)
    assert claimed(engine, DUE + 2 * SECOND) == []
    ended(engine, claim, End(State.SENT, channel_id="C1", ts="1.1"))
    assert len(claimed(engine, DUE + 2 * SECOND)) == 1


def test_one_that_has_very_many_keeps_nobody_waiting(engine: Engine) -> None:
    """Five hundred of one workspace's, due before: another's are taken all the same."""
    subscribed(engine, "A")
    rows = [
        deliveries.new_row("A", 1, DUE + number * SECOND / 1000, f"C{number}", DUE)
        for number in range(500)
    ]
    with writing(engine) as connection:
        connection.execute(DELIVERIES.insert(), rows)
    subscribed(engine, "B", "C999", next_run_at=DUE + MINUTE)
    planned(engine, DUE + MINUTE)
    found = claimed(engine, DUE + MINUTE)
    assert Counter(each.delivery.team_id for each in found) == {"A": 4, "B": 1}
    assert claimed(engine, DUE + MINUTE) == []


def test_no_more_is_taken_than_is_wanted(engine: Engine) -> None:
    """As it is due, the longest first."""
    for number in range(5):
        subscribed(engine, f"T{number}", next_run_at=DUE - number * MINUTE)
    planned(engine)
    assert [each.delivery.team_id for each in claimed(engine, want=2)] == ["T4", "T3"]


def test_several_at_once_take_each_once_and_never_too_many(engine: Engine) -> None:
    """Eight of them; of a workspace four are under way at most, of a place one."""
    for team in range(4):
        for number in range(8):
            subscribed(engine, f"T{team}", f"C{team}-{number // 2}")
    planned(engine)
    together = threading.Barrier(8)
    taken: list[Claim] = []

    def work() -> None:
        together.wait(30)
        taken.extend(claimed(engine, want=3, owner=f"{threading.get_ident()}"))

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(taken) == 16
    assert len({each.delivery.delivery_id for each in taken}) == 16
    assert set(Counter(each.delivery.team_id for each in taken).values()) == {4}
    assert set(Counter(each.delivery.target for each in taken).values()) == {1}


def test_what_was_not_begun_is_given_back(engine: Engine) -> None:
    """What is being posted is not, and another's is not."""
    for number in range(3):
        subscribed(engine, f"T{number}", f"C{number}")
    planned(engine)
    first, second, third = claimed(engine)
    assert intended(engine, first) is Verdict.POST
    ids = [each.delivery.delivery_id for each in (first, second)]
    with writing(engine) as connection:
        assert claiming.release(connection, "you", ids) == 0
        assert claiming.release(connection, "me", ids) == 1
    assert states(engine) == {State.SENDING: 1, State.PENDING: 1, State.CLAIMED: 1}
    (again,) = claimed(engine, owner="you")
    assert again.delivery.delivery_id == second.delivery.delivery_id
    assert third.delivery.state is State.CLAIMED


def test_a_lease_that_ended_before_the_post_frees_it(engine: Engine) -> None:
    """Nothing was posted: it is anybody's, at its time."""
    subscribed(engine)
    planned(engine)
    (mine,) = claimed(engine)
    assert reaped(engine, DUE + LEASE - SECOND) == (0, 0)
    assert intended(engine, mine, DUE + LEASE) is Verdict.NOT_MINE
    assert reaped(engine, DUE + LEASE) == (1, 0)
    (theirs,) = claimed(engine, DUE + LEASE, owner="you")
    assert intended(engine, mine, DUE + LEASE) is Verdict.NOT_MINE
    assert not ended(engine, mine, End(State.FAILED, Trouble.KEY))
    assert intended(engine, theirs, DUE + LEASE) is Verdict.POST


def test_a_lease_that_ended_in_the_middle_of_the_post_is_looked_up(engine: Engine) -> None:
    """Nobody knows whether it came; who posted it can say so no more."""
    claim = posting(engine)
    assert reaped(engine, DUE + LEASE) == (0, 1)
    assert not ended(engine, claim, End(State.SENT, channel_id="C1", ts="1.1"))
    assert claimed(engine, DUE + LEASE) == []
    (found,) = opened(engine)
    assert (found.state, found.trouble) == (State.VERIFY, Trouble.LOST)
    (lookup,) = looked_up(engine, DUE + LEASE)
    assert lookup.delivery.sending_at == DUE


def test_one_looks_it_up_at_a_time(engine: Engine) -> None:
    """Until it is found or its time is over; then another may."""
    claim = posting(engine)
    ended(engine, claim, End(State.VERIFY, Trouble.LOST, not_before=DUE + MINUTE))
    assert looked_up(engine, DUE + MINUTE - SECOND) == []
    (mine,) = looked_up(engine, DUE + MINUTE)
    assert looked_up(engine, DUE + MINUTE, "you") == []
    (theirs,) = looked_up(engine, DUE + MINUTE + LEASE, "you")
    assert not ended(engine, mine, End(State.PENDING))
    assert ended(engine, theirs, End(State.SENT, channel_id="C1", ts="1.1"))


def test_a_quiet_place_has_no_next_time(engine: Engine) -> None:
    """Nothing is open, or somebody works on all of it."""
    with database.reading(engine) as connection:
        assert claiming.next_at(connection) is None
    posting(engine)
    with database.reading(engine) as connection:
        assert claiming.next_at(connection) is None


def test_each_delivery_ends_once(engine: Engine) -> None:
    """Where several believe that it is theirs, only the owner changes it."""
    claim = posting(engine)
    sent = End(State.SENT, channel_id="C1", ts="1.1")
    outcomes = [ended(engine, claim, each) for each in (sent, End(State.FAILED), sent)]
    assert outcomes == [True, False, False]
    (found,) = everything(engine)
    assert (found.state, found.ts, found.done_at) == (State.SENT, "1.1", DUE)
