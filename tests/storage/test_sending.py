"""One delivery's way: every step by its owner alone, and what the subscription says last counts."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import Engine

from bot.storage import database, deliveries, sending, subscribing, subscriptions, workspaces
from bot.storage.deliveries import Kind, State, Trouble
from bot.storage.sending import PACE, End, Verdict
from bot.storage.subscriptions import Reason
from tests.storage.connected import writing
from tests.storage.subscribed import (
    DUE,
    MINUTE,
    WEEK,
    by,
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


def test_a_post_is_said_before_it_is_made(engine: Engine) -> None:
    """When, as which try, and whether it is late."""
    subscribed(engine)
    planned(engine)
    (claim,) = claimed(engine)
    assert intended(engine, claim, DUE + MINUTE, late=True) is Verdict.POST
    (found,) = opened(engine)
    assert (found.state, found.sending_at, found.attempt, found.late) == (
        State.SENDING, DUE + MINUTE, 1, True,
    )  # fmt: skip
    assert intended(engine, claim, DUE + MINUTE) is Verdict.NOT_MINE


@pytest.mark.parametrize("what", ["paused", "disabled", "deleted"])
def test_what_is_not_wanted_any_more_is_left_out(engine: Engine, what: str) -> None:
    """With its reason, whenever that came."""
    subscribed(engine)
    planned(engine)
    (claim,) = claimed(engine)
    with writing(engine) as connection:
        if what == "paused":
            subscribing.pause(connection, "T", 1, by())
        elif what == "disabled":
            subscribing.disable(connection, "T", 1, Reason.CHANNEL, by())
        else:
            subscribing.remove(connection, "T", 1, by())
    assert intended(engine, claim) is Verdict.LEFT_OUT
    (found,) = everything(engine)
    assert (found.state, found.trouble, found.done_at) == (State.SKIPPED, Trouble(what), DUE)


@pytest.mark.parametrize("state", ["paused", "disabled"])
def test_what_a_person_asks_for_by_hand_is_wanted_all_the_same(engine: Engine, state: str) -> None:
    """Run now, while it is paused or disabled."""
    subscribed(engine)
    with writing(engine) as connection:
        deliveries.run_now(connection, "T", 1, "C1", DUE)
        if state == "paused":
            subscribing.pause(connection, "T", 1, by(DUE - MINUTE))
        else:
            subscribing.disable(connection, "T", 1, Reason.CHANNEL, by())
    (claim,) = claimed(engine)
    assert claim.delivery.kind is Kind.RUN_NOW
    assert intended(engine, claim) is Verdict.POST


def test_what_says_something_else_by_now_is_made_again(engine: Engine) -> None:
    """It is free at once, and its next maker has the newer one."""
    subscribed(engine)
    planned(engine)
    (claim,) = claimed(engine)
    with writing(engine) as connection:
        subscribing.edit(connection, "T", 1, by(), digest={"top": 3})
    assert intended(engine, claim) is Verdict.ANEW
    assert intended(engine, claim) is Verdict.NOT_MINE
    (again,) = claimed(engine)
    assert again.subscription.digest == {"top": 3}
    assert intended(engine, again) is Verdict.POST


def test_what_somebody_erased_is_nobody_s(engine: Engine) -> None:
    """The workspace is gone in the middle of it."""
    claim = posting(engine)
    subscribed(engine, "T2")
    planned(engine)
    (other,) = claimed(engine)
    with writing(engine) as connection:
        workspaces.erase(connection, "T")
        workspaces.erase(connection, "T2")
    assert not ended(engine, claim, End(State.SENT, channel_id="C1", ts="1.1"))
    assert intended(engine, other) is Verdict.NOT_MINE


def test_two_posts_to_one_place_are_a_second_apart(engine: Engine) -> None:
    """What waits for it waits that long; what goes elsewhere does not."""
    for target in ("C1", "C1", "C2"):
        subscribed(engine, target=target)
    planned(engine)
    (first, second) = claimed(engine)
    assert {each.delivery.target for each in (first, second)} == {"C1", "C2"}
    mine = first if first.delivery.target == "C1" else second
    assert intended(engine, mine) is Verdict.POST
    waiting = [each for each in opened(engine) if each.state is State.PENDING]
    assert [each.not_before for each in waiting] == [DUE + PACE]


def test_an_end_keeps_what_was_posted(engine: Engine) -> None:
    """Where, and as which message; nobody holds it any more."""
    claim = posting(engine)
    assert ended(engine, claim, End(State.SENT, channel_id="D7", ts="7.7"), DUE + MINUTE)
    (found,) = everything(engine)
    assert (found.channel_id, found.ts, found.done_at) == ("D7", "7.7", DUE + MINUTE)
    with database.reading(engine) as connection:
        assert deliveries.channel_of(connection, "T", 1, "C1") == "D7"
        assert deliveries.channel_of(connection, "T", 1, "C2") is None


def test_a_try_that_passes_is_open_until_the_next(engine: Engine) -> None:
    """What went wrong is kept, shortened."""
    claim = posting(engine)
    later = DUE + MINUTE
    assert ended(engine, claim, End(State.PENDING, Trouble.UPSTREAM, "x" * 500, later))
    (found,) = opened(engine)
    assert (found.state, found.not_before, found.trouble) == (
        State.PENDING, later, Trouble.UPSTREAM,
    )  # fmt: skip
    assert found.error == "x" * 128
    (again,) = claimed(engine, later)
    assert again.delivery.attempt == 1


def test_slack_s_wish_to_wait_holds_for_a_place_or_for_all(engine: Engine) -> None:
    """What waits longer already is left as it is, and what is being posted goes on."""
    posting(engine)
    for target in ("C1", "C2", "C3"):
        subscribed(engine, target=target)
    subscribed(engine, "T2")
    planned(engine)
    until = DUE + MINUTE
    with writing(engine) as connection:
        assert sending.make_wait(connection, "T", until, target="C2") == 1
        assert sending.make_wait(connection, "T", until) == 2
        assert sending.make_wait(connection, "T", until) == 0
    assert [each.delivery.team_id for each in claimed(engine)] == ["T2"]


def test_what_was_taken_before_slack_s_wish_waits_too(engine: Engine) -> None:
    """It is free, and taken again at its time."""
    subscribed(engine)
    planned(engine)
    (claim,) = claimed(engine)
    with writing(engine) as connection:
        sending.make_wait(connection, "T", DUE + MINUTE)
    assert intended(engine, claim, DUE + MINUTE / 2) is Verdict.ANEW
    assert claimed(engine, DUE + MINUTE / 2) == []
    (again,) = claimed(engine, DUE + MINUTE)
    assert intended(engine, again, DUE + MINUTE) is Verdict.POST


def test_whether_slack_limits_us_elsewhere(engine: Engine) -> None:
    """In another place of the same workspace, and not long ago."""
    for target in ("C1", "C2"):
        subscribed(engine, target=target)
    planned(engine)
    first, _ = claimed(engine)
    with writing(engine) as connection:
        assert not sending.is_limited_elsewhere(connection, "T", "C2", DUE)
        sending.end(connection, first, End(State.PENDING, Trouble.LIMITED, None, DUE + MINUTE), DUE)
        target = first.delivery.target
        other = "C2" if target == "C1" else "C1"
        assert sending.is_limited_elsewhere(connection, "T", other, DUE)
        assert not sending.is_limited_elsewhere(connection, "T", target, DUE)
        assert not sending.is_limited_elsewhere(connection, "T", other, DUE + MINUTE)
        assert not sending.is_limited_elsewhere(connection, "T2", other, DUE)


def test_failures_in_a_row_are_counted(engine: Engine) -> None:
    """Until one is taken."""
    subscribed(engine)
    with writing(engine) as connection:
        assert [sending.count_failure(connection, "T", 1) for _ in range(2)] == [1, 2]
        sending.forget_failures(connection, "T", 1)
        assert sending.count_failure(connection, "T", 1) == 1
        assert sending.count_failure(connection, "T", 2) == 0
        found = subscriptions.get(connection, "T", 1)
    assert found
    assert found.failed_in_row == 1


def test_by_hand_once_a_moment(engine: Engine) -> None:
    """Two presses of one moment are one delivery; the schedule's own is another."""
    subscribed(engine)
    planned(engine)
    with writing(engine) as connection:
        made = deliveries.run_now(connection, "T", 1, "C1", DUE + MINUTE)
        assert made
        assert deliveries.run_now(connection, "T", 1, "C1", DUE + MINUTE) is None
        found = deliveries.get(connection, "T", made)
        newest = deliveries.latest_due(connection, "T", 1)
    assert found
    assert (found.kind, found.due_at) == (Kind.RUN_NOW, DUE + MINUTE)
    assert newest
    assert newest.due_at == DUE
    assert states(engine) == {State.PENDING: 2}


def test_only_what_is_unknown_is_decided_by_a_person(engine: Engine) -> None:
    """Once: whoever presses second changes nothing."""
    claim = posting(engine)
    delivery_id = claim.delivery.delivery_id
    with writing(engine) as connection:
        assert not deliveries.send_again(connection, "T", delivery_id, DUE)
        assert not deliveries.arrived(connection, "T", delivery_id, DUE)
    ended(engine, claim, End(State.UNKNOWN, Trouble.LOST, "missing_scope"))
    with writing(engine) as connection:
        assert not deliveries.send_again(connection, "T2", delivery_id, DUE)
        assert deliveries.send_again(connection, "T", delivery_id, DUE + MINUTE)
        assert not deliveries.send_again(connection, "T", delivery_id, DUE + MINUTE)
    (again,) = claimed(engine, DUE + MINUTE)
    assert (again.delivery.kind, again.delivery.due_at) == (Kind.SEND_AGAIN, DUE)
    assert intended(engine, again, DUE + MINUTE) is Verdict.POST
    ended(engine, again, End(State.UNKNOWN, Trouble.LOST))
    with writing(engine) as connection:
        assert deliveries.arrived(connection, "T", delivery_id, DUE + 2 * MINUTE)
        assert not deliveries.arrived(connection, "T", delivery_id, DUE + 2 * MINUTE)
    assert states(engine) == {State.SENT: 1}


def test_a_history_is_the_newest_first(engine: Engine) -> None:
    """Of one subscription, and as much as is wanted."""
    subscribed(engine)
    subscribed(engine, "T2")
    left = tuple((DUE - number * WEEK, Trouble.MISSED) for number in range(1, 4))
    planned(engine, left_out=left)
    with database.reading(engine) as connection:
        found = deliveries.history(connection, "T", 1, 3)
    assert [each.due_at for each in found] == [DUE, DUE - WEEK, DUE - 2 * WEEK]
    assert {each.team_id for each in found} == {"T"}


def test_what_is_open_is_counted(engine: Engine) -> None:
    """By its state, with the age of the oldest; what is not due yet is not."""
    posting(engine)
    subscribed(engine, target="C2")
    subscribed(engine, target="C3", next_run_at=DUE - MINUTE)
    planned(engine)
    with database.reading(engine) as connection:
        found = deliveries.open_by_state(connection, DUE + MINUTE)
        assert deliveries.open_by_state(connection, DUE - WEEK) == {}
    assert found == {State.SENDING: (1, 60.0), State.PENDING: (2, 120.0)}


def test_old_deliveries_are_forgotten_after_400_days(engine: Engine) -> None:
    """What is open never is."""
    subscribed(engine)
    subscribed(engine)
    planned(engine)
    (claim,) = claimed(engine)
    ended(engine, claim, End(State.SKIPPED, Trouble.PAUSED))
    with writing(engine) as connection:
        assert deliveries.prune(connection, DUE + timedelta(days=399)) == 0
        assert deliveries.prune(connection, DUE + timedelta(days=400)) == 1
    assert len(opened(engine)) == 1
