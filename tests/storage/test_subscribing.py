"""How subscriptions change, and what becomes of what was due meanwhile."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import Connection, Engine

from bot.errors import BeingSentError
from bot.storage import (
    audit,
    connecting,
    database,
    disconnecting,
    subscribing,
    subscriptions,
)
from bot.storage.deliveries import State as Step
from bot.storage.deliveries import Trouble
from bot.storage.sending import End, Verdict
from bot.storage.subscriptions import Reason, State, Subscription
from bot.storage.tables import DELIVERIES, SUBSCRIPTIONS
from tests.storage.connected import BY, connected, key_of, with_keys, writing
from tests.storage.subscribed import (
    DUE,
    MINUTE,
    SECOND,
    WEEK,
    by,
    claimed,
    ended,
    everything,
    intended,
    opened,
    planned,
    posting,
    subscribed,
)

pytestmark = pytest.mark.both_engines

OTHER: dict[str, object] = {"schedule": {"cadence": "daily"}, "account": "all"}
CHANGES: dict[str, Callable[[Connection], Subscription | None]] = {
    "edit": lambda connection: subscribing.edit(
        connection, "T", 1, by(DUE + SECOND), digest=OTHER,
        next_run_at=DUE + timedelta(days=1),
    ),
    "move": lambda connection: subscribing.move(connection, "T", 1, "C2", by(DUE + SECOND)),
    "pause": lambda connection: subscribing.pause(connection, "T", 1, by(DUE + SECOND)),
    "remove": lambda connection: subscribing.remove(connection, "T", 1, by(DUE + SECOND)),
}  # fmt: skip


def get(engine: Engine, number: int = 1) -> Subscription:
    """The subscription as it is."""
    with database.reading(engine) as connection:
        found = subscriptions.get(connection, "T", number)
    assert found
    return found


def actions(engine: Engine) -> list[str]:
    """What was kept of who changed what, the oldest first."""
    with database.reading(engine) as connection:
        return [f"{each.action} {each.detail}".strip() for each in audit.every(connection, "T")][
            ::-1
        ]


def test_an_edit_is_another_version(engine: Engine) -> None:
    """What is named is changed; the due time only where it is given."""
    subscribed(engine)
    with writing(engine) as connection:
        found = subscribing.edit(
            connection, "T", 1, by(), digest=OTHER
        )  # fmt: skip
    assert found == get(engine)
    assert (found.digest, found.account_number, found.version) == (OTHER, None, 2)
    assert found.next_run_at == DUE
    assert actions(engine)[-1] == "digest_changed"


def test_a_move_is_another_version_and_takes_what_is_planned_along(engine: Engine) -> None:
    """Where it was nothing is posted any more, and the due time is not lost."""
    subscribed(engine)
    planned(engine)
    (claim,) = claimed(engine)
    with writing(engine) as connection:
        found = subscribing.move(connection, "T", 1, "C2", by())
        assert found == subscribing.move(connection, "T", 1, "C2", by())
    assert found
    assert (found.target, found.version) == ("C2", 2)
    assert actions(engine)[-1] == "digest_moved C1 → C2"
    assert intended(engine, claim) is Verdict.LEFT_OUT
    left, moved = sorted(everything(engine), key=lambda each: each.target)
    assert (left.target, left.state, left.trouble) == ("C1", Step.SKIPPED, Trouble.MOVED)
    assert (moved.target, moved.state, moved.due_at) == ("C2", Step.PENDING, DUE)


@pytest.mark.parametrize("change", CHANGES)
def test_nothing_changes_while_it_is_posted(engine: Engine, change: str) -> None:
    """So that nothing goes where it went before once the change is kept."""
    claim = posting(engine)
    with pytest.raises(BeingSentError, match="#1 is being posted") as caught, writing(engine) as c:
        CHANGES[change](c)
    assert caught.value.hint
    assert get(engine).version == 1
    ended(engine, claim, End(Step.SENT, channel_id="C1", ts="1.1"))
    with writing(engine) as connection:
        assert CHANGES[change](connection)


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_and_a_post_at_once_come_one_after_the_other(engine: Engine, change: str) -> None:
    """Either the change is refused, or nothing is posted as it was before: twenty times."""
    outcomes = set()
    for number in range(1, 21):
        team_id = f"T{number}"
        subscribed(engine, team_id)
        planned(engine)
        (claim,) = claimed(engine)
        together = threading.Barrier(2)
        found: dict[str, object] = {}

        posting_it = threading.Thread(
            target=lambda claim=claim, together=together, found=found: (
                together.wait(30),
                found.update(verdict=intended(engine, claim)),
            )
        )
        posting_it.start()
        together.wait(30)
        try:
            with database.transaction(engine) as connection:
                at = by(DUE + SECOND)
                if change == "edit":
                    subscribing.edit(
                        connection, team_id, 1, at, digest=OTHER
                    )  # fmt: skip
                elif change == "move":
                    subscribing.move(connection, team_id, 1, "C2", at)
                else:
                    {"pause": subscribing.pause, "remove": subscribing.remove}[change](
                        connection, team_id, 1, at
                    )
            changed = True
        except BeingSentError:
            changed = False
        posting_it.join()
        assert changed != (found["verdict"] is Verdict.POST)
        outcomes.add(changed)
        with writing(engine) as connection:
            connection.execute(DELIVERIES.delete())
    assert outcomes


def test_a_pause_is_a_person_s_and_so_is_its_end(engine: Engine) -> None:
    """Meanwhile nothing is due; from the next time on it is."""
    subscribed(engine)
    with writing(engine) as connection:
        assert subscribing.pause(connection, "T", 1, by(DUE - MINUTE))
        assert subscribing.pause(connection, "T", 1, by(DUE - MINUTE))
    assert get(engine).state is State.PAUSED
    assert planned(engine, DUE + MINUTE) == []
    with writing(engine) as connection:
        found = subscribing.resume(connection, "T", 1, DUE + WEEK, by(DUE + MINUTE))
        assert found == subscribing.resume(connection, "T", 1, DUE, by(DUE + MINUTE))
    assert found
    assert (found.state, found.next_run_at) == (State.ACTIVE, DUE + WEEK)
    assert actions(engine)[-2:] == ["digest_paused", "digest_resumed"]
    assert everything(engine) == []


@pytest.mark.parametrize(
    ("change", "trouble"),
    [("edit", Trouble.EDITED), ("pause", Trouble.PAUSED), ("remove", Trouble.DELETED)],
)
def test_a_due_time_that_nobody_planned_yet_is_left_out_with_a_reason(
    engine: Engine, change: str, trouble: Trouble
) -> None:
    """A second after it was due."""
    subscribed(engine)
    with writing(engine) as connection:
        CHANGES[change](connection)
    (left,) = everything(engine)
    assert (left.due_at, left.state, left.trouble) == (DUE, Step.SKIPPED, trouble)
    assert left.done_at == DUE + SECOND


def test_a_move_leaves_nothing_out(engine: Engine) -> None:
    """What is due goes to the new place."""
    subscribed(engine)
    with writing(engine) as connection:
        CHANGES["move"](connection)
    assert [each.target for each in planned(engine, DUE + MINUTE)] == ["C2"]


def test_what_a_person_does_to_nobody_s_subscription(engine: Engine) -> None:
    """Nothing."""
    with writing(engine) as connection:
        for change in CHANGES.values():
            assert change(connection) is None
        assert subscribing.resume(connection, "T", 1, DUE, by()) is None
        assert subscribing.hand_over(connection, "T", 1, "U2", by()) is None
        assert not subscribing.disable(connection, "T", 1, Reason.KEY, by())
    assert actions(engine) == []


def test_a_handing_over_is_kept(engine: Engine) -> None:
    """It is no other version: what is posted stays the same."""
    subscribed(engine)
    with writing(engine) as connection:
        found = subscribing.hand_over(connection, "T", 1, "U2", by())
    assert found
    assert (found.owner_user_id, found.version) == ("U2", 1)
    assert actions(engine)[-1] == "digest_handed_over U1 → U2"


def test_we_disable_what_is_active_once(engine: Engine) -> None:
    """One that a person paused stays theirs."""
    subscribed(engine)
    subscribed(engine)
    with writing(engine) as connection:
        subscribing.pause(connection, "T", 2, by(DUE - MINUTE))
        assert subscribing.disable(connection, "T", 1, Reason.CHANNEL, by())
        assert not subscribing.disable(connection, "T", 1, Reason.KEY, by())
        assert not subscribing.disable(connection, "T", 2, Reason.KEY, by())
    found = get(engine)
    assert (found.state, found.reason, found.state_at) == (State.DISABLED, Reason.CHANNEL, DUE)
    assert actions(engine)[-1] == "digest_disabled channel"


def test_what_is_mended_goes_on_with_what_it_failed_at(engine: Engine) -> None:
    """The due time that it failed at is due again, and its delivery is opened once more."""
    claim = posting(engine)
    with writing(engine) as connection:
        subscribing.disable(connection, "T", 1, Reason.CHANNEL, by())
    ended(engine, claim, End(Step.FAILED, Trouble.CHANNEL, "not_in_channel"))
    later = DUE + timedelta(hours=1)
    with writing(engine) as connection:
        assert subscribing.mend(connection, "T", Reason.KEY, by(later)) == ()
        assert subscribing.mend(connection, "T", Reason.CHANNEL, by(later), target="C2") == ()
        assert subscribing.mend(connection, "T", Reason.CHANNEL, by(later), target="C1") == (1,)
    found = get(engine)
    assert (found.state, found.reason, found.next_run_at) == (State.ACTIVE, None, DUE)
    assert actions(engine)[-1] == "digest_resumed channel mended"
    (again,) = planned(engine, later)
    assert (again.delivery_id, again.trouble) == (claim.delivery.delivery_id, None)
    assert get(engine).next_run_at == DUE + WEEK


def test_what_was_sent_is_not_opened_again(engine: Engine) -> None:
    """Whatever was mended afterwards, and whoever plans it once more."""
    claim = posting(engine)
    ended(engine, claim, End(Step.SENT, channel_id="C1", ts="1.1"))
    with writing(engine) as connection:
        subscribing.disable(connection, "T", 1, Reason.KEY, by(DUE + MINUTE))
        subscribing.mend(connection, "T", Reason.KEY, by(DUE + MINUTE), account_number=1)
    assert get(engine).next_run_at == DUE + WEEK
    with writing(engine) as connection:
        connection.execute(SUBSCRIPTIONS.update().values(next_run_at=DUE))
    assert planned(engine) == []


def test_a_key_is_mended_for_the_account_s_own(engine: Engine) -> None:
    """Those about another account, or about all, wait for nothing of it."""
    for number in (1, 2, "all"):
        subscribed(engine, account=number)
    with writing(engine) as connection:
        for number in (1, 2, 3):
            subscribing.disable(connection, "T", number, Reason.KEY, by())
        found = subscribing.mend(connection, "T", Reason.KEY, by(), account_number=2)
    assert found == (2,)


def test_a_workspace_is_suspended_and_goes_on_as_one(engine: Engine) -> None:
    """All that are active, and no other workspace's."""
    for team_id in ("T", "T", "T2"):
        subscribed(engine, team_id)
    with writing(engine) as connection:
        subscribing.pause(connection, "T", 2, by(DUE - MINUTE))
        assert subscribing.suspend(connection, "T", by()) == (1,)
        assert subscribing.suspend(connection, "T", by()) == ()
    assert [each.team_id for each in planned(engine)] == ["T2"]
    with writing(engine) as connection:
        assert subscribing.mend(connection, "T", Reason.WORKSPACE, by()) == (1,)


@pytest.mark.parametrize("reason", [Reason.CHANNEL, Reason.REFUSED])
def test_another_place_mends_what_the_place_was_the_reason_of(
    engine: Engine, reason: Reason
) -> None:
    """What was missed goes there."""
    claim = posting(engine)
    ended(engine, claim, End(Step.FAILED, Trouble.CHANNEL, "is_archived"))
    with writing(engine) as connection:
        subscribing.disable(connection, "T", 1, reason, by())
        found = subscribing.move(connection, "T", 1, "C2", by(DUE + MINUTE))
    assert found
    assert (found.state, found.next_run_at) == (State.ACTIVE, DUE)
    (again,) = planned(engine, DUE + MINUTE)
    assert (again.target, again.due_at) == ("C2", DUE)


@pytest.mark.parametrize("reason", [Reason.BROKEN, Reason.ACCOUNT, Reason.KEY])
def test_another_digest_mends_what_the_digest_was_the_reason_of(
    engine: Engine, reason: Reason
) -> None:
    """And a place that is closed stays so."""
    subscribed(engine)
    subscribed(engine)
    with writing(engine) as connection:
        subscribing.disable(connection, "T", 1, reason, by())
        subscribing.disable(connection, "T", 2, Reason.CHANNEL, by())
        for number in (1, 2):
            subscribing.edit(connection, "T", number, by(), digest=OTHER)
    assert [get(engine, number).state for number in (1, 2)] == [State.ACTIVE, State.DISABLED]


def test_a_person_resumes_what_we_disabled(engine: Engine) -> None:
    """As if it were mended; what is still wrong is found out by trying."""
    subscribed(engine)
    with writing(engine) as connection:
        subscribing.disable(connection, "T", 1, Reason.REFUSED, by())
        found = subscribing.resume(connection, "T", 1, DUE + WEEK, by(DUE + MINUTE))
    assert found
    assert (found.state, found.next_run_at) == (State.ACTIVE, DUE)


def test_what_is_forgotten_goes_with_its_history(engine: Engine) -> None:
    """A day after it was deleted, and no other's."""
    subscribed(engine)
    subscribed(engine, "T2")
    planned(engine)
    with writing(engine) as connection:
        subscribing.remove(connection, "T", 1, by())
        assert subscribing.prune(connection, DUE + timedelta(hours=23)) == 0
        assert subscribing.prune(connection, DUE + timedelta(hours=24)) == 1
    assert [each.team_id for each in opened(engine)] == ["T2"]


def test_a_key_that_is_replaced_mends_what_waited_for_it(engine: Engine) -> None:
    """As does an account that is connected again, and one whose key works again by itself."""
    with_keys(engine)
    account = connected(engine, "Acme")
    subscribed(engine, account=account.number)

    def mended(reason: Reason, mend: Callable[[Connection], object]) -> bool:
        with writing(engine) as connection:
            subscribing.disable(connection, "T", 1, reason, by())
            mend(connection)
        return get(engine).state is State.ACTIVE

    def again(connection: Connection) -> None:
        disconnecting.disconnect(connection, "T", account.account_id, BY)
        disconnecting.restore(connection, "T", account.account_id, BY)

    other = key_of("another")
    assert mended(
        Reason.KEY, lambda c: connecting.replace_key(c, "T", account.account_id, other, BY)
    )
    assert mended(Reason.ACCOUNT, again)
    assert not mended(Reason.CHANNEL, again)
