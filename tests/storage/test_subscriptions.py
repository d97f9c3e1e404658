"""Subscriptions: numbered, limited, found by whoever they are of, and audited."""

from __future__ import annotations

import threading

import pytest
from sqlalchemy import Engine, text

from bot.errors import LimitError, StorageError
from bot.storage import audit, database, subscribing, subscriptions, workspaces
from bot.storage.subscriptions import State, Subscription, TwinError, Wanted
from tests.storage.connected import writing
from tests.storage.subscribed import BEFORE, DUE, WEEKLY, by, subscribed

pytestmark = pytest.mark.both_engines


def test_a_subscription_is_kept_as_it_was_wanted(engine: Engine) -> None:
    """Owned by whoever made it, and active."""
    made = subscribed(engine)
    assert made == Subscription(
        "T", 1, 1, "C1", WEEKLY, "U1", State.ACTIVE, None, BEFORE.at, DUE, 0, 1, BEFORE.at
    )
    with database.reading(engine) as connection:
        assert subscriptions.get(connection, "T", 1) == made
        (entry,) = audit.latest(connection, "T")
    assert (entry.action, entry.subject, entry.detail) == ("digest_saved", "#1", "C1")


def test_no_number_is_given_twice(engine: Engine) -> None:
    """Not even where the one that had it is gone for good; each workspace counts for itself."""
    assert [subscribed(engine).number for _ in range(3)] == [1, 2, 3]
    with writing(engine) as connection:
        subscribing.remove(connection, "T", 3, BEFORE)
        assert subscribing.prune(connection, BEFORE.at + subscribing.RESTORABLE) == 1
    assert subscribed(engine).number == 4
    assert subscribed(engine, "T2").number == 1
    with writing(engine) as connection:
        assert workspaces.next_number(connection, "T") == 1  # that of accounts is another


def test_numbers_are_given_once_also_to_those_who_come_together(engine: Engine) -> None:
    """Of eight at once."""
    together = threading.Barrier(8)
    found: list[int] = []

    def work() -> None:
        together.wait(30)
        found.append(subscribed(engine).number)

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(found) == list(range(1, 9))


def test_they_are_listed_by_number(engine: Engine) -> None:
    """Of a workspace, of a place, of an account, of an owner."""
    subscribed(engine, target="C1", account=1)
    subscribed(engine, target="C2", account="all")
    subscribed(engine, "T2")
    with writing(engine) as connection:
        subscribing.hand_over(connection, "T", 2, "U2", BEFORE)

    def numbers(**which: str | int) -> list[int]:
        with database.reading(engine) as connection:
            found = subscriptions.listed(connection, "T", **which)  # type: ignore[arg-type]
        return [each.number for each in found]

    assert numbers() == [1, 2]
    assert numbers(target="C2") == [2]
    assert numbers(account_number=1) == [1]
    assert numbers(owner_user_id="U2") == [2]


def test_a_place_takes_twenty(engine: Engine) -> None:
    """The next is told so, and nothing of it is kept; one that is gone makes room."""
    for _ in range(20):
        subscribed(engine)
    with pytest.raises(LimitError, match="20 digests go there already") as caught:
        subscribed(engine)
    assert caught.value.hint
    assert subscribed(engine, target="C2").number == 21
    with writing(engine) as connection:
        with pytest.raises(LimitError):
            subscribing.move(connection, "T", 21, "C1", BEFORE)
        subscribing.remove(connection, "T", 3, BEFORE)
    subscribed(engine)
    with writing(engine) as connection, pytest.raises(LimitError):
        subscribing.restore(connection, "T", 3, DUE, BEFORE)


def test_a_workspace_has_a_thousand(engine: Engine) -> None:
    """Wherever they go; others are not counted."""
    wanted = [Wanted(f"C{number // 20}", WEEKLY, DUE) for number in range(1000)]
    with writing(engine) as connection:
        for each in wanted:
            subscriptions.create(connection, "T", each, BEFORE)
    with pytest.raises(LimitError, match="has 1,000 digests already"):
        subscribed(engine, target="C9999")
    subscribed(engine, "T2")


def test_what_cannot_be_read_is_empty_and_hides_no_other(engine: Engine) -> None:
    """A row that somebody spoilt by hand."""
    subscribed(engine)
    subscribed(engine)
    for broken in ("", "{", "[1]", "nonsense"):
        with writing(engine) as connection:
            connection.execute(
                text("UPDATE subscriptions SET digest = :broken WHERE number = 1"),
                {"broken": broken},
            )
            found = subscriptions.listed(connection, "T")
        assert [each.digest for each in found] == [{}, WEEKLY]


def test_a_state_that_nobody_knows_cannot_be_stored(engine: Engine) -> None:
    """The database itself refuses it, of deliveries too."""
    subscribed(engine)
    for table in ("subscriptions", "deliveries"):
        statement = {
            "subscriptions": "UPDATE subscriptions SET state = 'odd'",
            "deliveries": "INSERT INTO deliveries (delivery_id, team_id, number, due_at, target,"
            " kind, state, not_before, planned_at) VALUES ('d', 'T', 1, '2026-11-30 08:00:00',"
            " 'C1', 'scheduled', 'odd', '2026-11-30 08:00:00', '2026-11-30 08:00:00')",
        }[table]
        with pytest.raises(StorageError), database.transaction(engine) as connection:
            connection.execute(text(statement))


def test_a_deletion_is_taken_back_within_a_day(engine: Engine) -> None:
    """Then it is due from its next time on; later it is gone with its history."""
    subscribed(engine)
    with writing(engine) as connection:
        subscribing.remove(connection, "T", 1, by(DUE))
        assert subscriptions.get(connection, "T", 1) is None
        assert subscriptions.listed(connection, "T") == ()
        assert subscribing.remove(connection, "T", 1, by(DUE)) is None
        assert subscribing.prune(connection, DUE) == 0
        after = DUE + subscribing.RESTORABLE
        assert subscribing.restore(connection, "T", 1, after, by(after)) is None
        back = subscribing.restore(connection, "T", 1, after, by(DUE))
        assert back
        assert (back.state, back.next_run_at) == (State.ACTIVE, after)
        assert subscribing.restore(connection, "T", 1, after, by(DUE)) is None
        actions = [each.action for each in audit.latest(connection, "T")]
    assert actions == ["digest_restored", "digest_deleted", "digest_saved"]


def test_what_is_there_already_is_not_made_twice(engine: Engine) -> None:
    """The same digest in the same place, also by two at once; no number is used up for it."""
    wanted, made, refused = Wanted("C1", WEEKLY, DUE), [], []

    def save() -> None:
        try:
            with writing(engine) as connection:
                made.append(subscriptions.create_once(connection, "T", wanted, BEFORE).number)
        except TwinError as error:
            refused.append(error.number)

    threads = [threading.Thread(target=save) for _ in range(4)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert (made, refused) == ([1], [1, 1, 1])
    with writing(engine) as connection:
        other = subscriptions.create_once(connection, "T", Wanted("C2", WEEKLY, DUE), BEFORE)
        later = {**WEEKLY, "account": 2}
        another = subscriptions.create_once(connection, "T", Wanted("C1", later, DUE), BEFORE)
    assert (other.number, another.number) == (2, 3)


def test_what_was_deleted_can_be_looked_at_while_it_can_come_back(engine: Engine) -> None:
    """And no longer; what is not deleted is not found so."""
    subscribed(engine)
    with writing(engine) as connection:
        assert subscribing.left(connection, "T", 1, DUE) is None
        subscribing.remove(connection, "T", 1, by())
        found = subscribing.left(connection, "T", 1, DUE)
        assert found is not None
        assert found.digest == {**WEEKLY, "account": 1}
        assert subscribing.left(connection, "T", 1, DUE + subscribing.RESTORABLE) is None
        assert subscribing.left(connection, "OTHER", 1, DUE) is None
