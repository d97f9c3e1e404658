"""`flowxo-bot digest`: what there is, what is due, open and failed, and one posted now."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Engine, update

from bot.core.digest import Digest, digest_to_fields
from bot.storage import deliveries, subscribing
from bot.storage.audit import By
from bot.storage.deliveries import State, Trouble
from bot.storage.subscriptions import Reason
from bot.storage.tables import DELIVERIES, SUBSCRIPTIONS
from tests.cli.conftest import Done
from tests.digests.house import CADENCES
from tests.storage.connected import writing
from tests.storage.subscribed import everything, subscribed

pytestmark = pytest.mark.both_engines

Typed = Callable[..., Done]
MINE, THEIRS = "T0MINE", "T0THEIRS"
NOW = datetime.now(UTC).replace(microsecond=0)
SOON, HOUR, DAY = NOW + timedelta(hours=2), timedelta(hours=1), timedelta(days=1)
BY = By("U1", "test", NOW)
DAILY = digest_to_fields(Digest(CADENCES["daily"], 1))


@pytest.fixture(autouse=True)
def here(engine: Engine, database_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A database at the newest revision, and no other setting."""
    assert engine
    monkeypatch.setenv("DATABASE_URL", database_url)


def made(
    engine: Engine, team: str = MINE, at: datetime = SOON, fields: object = None, **others: Any
) -> int:
    """A subscription that is due then, by its number."""
    mine = subscribed(engine, team, next_run_at=at, **others)
    same = (SUBSCRIPTIONS.c.team_id == team, SUBSCRIPTIONS.c.number == mine.number)
    with writing(engine) as connection:
        connection.execute(update(SUBSCRIPTIONS).where(*same).values(digest=fields or DAILY))
    return mine.number


def stamp(at: datetime) -> str:
    return at.strftime("%Y-%m-%dT%H:%M:%SZ")


def delivered(engine: Engine, number: int, state: State, due_at: datetime, **others: Any) -> str:
    """A delivery of that state, by its id."""
    row = deliveries.new_row(MINE, number, due_at, "C1", due_at)
    ended = state in (State.FAILED, State.UNKNOWN, State.SENT, State.SKIPPED)
    row |= {"state": state, "done_at": due_at if ended else None, **others}
    with writing(engine) as connection:
        connection.execute(DELIVERIES.insert().values(row))
    return str(row["delivery_id"])


def test_digests_are_listed(typed: Typed, engine: Engine) -> None:
    """A line each: when, whose, where, its state with the reason, and its schedule in words."""
    for _ in range(3):
        made(engine)
    made(engine, THEIRS, target="C2")
    with writing(engine) as connection:
        subscribing.pause(connection, MINE, 1, BY)
        subscribing.disable(connection, MINE, 2, Reason.CHANNEL, BY)
        subscribing.remove(connection, MINE, 3, BY)
    done = typed("digest", "list")
    assert (done.code, done.err) == (0, "")
    words = "every day at 09:00, UTC (U1)"
    assert [" ".join(line.split()) for line in done.out.splitlines()] == [
        f"{stamp(SOON)} {MINE} #1 C1 paused {words}",
        f"{stamp(SOON)} {MINE} #2 C1 disabled (channel) {words}",
        f"{stamp(SOON)} {THEIRS} #1 C2 active {words}",
    ]


def test_digests_are_listed_as_json(typed: Typed, engine: Engine) -> None:
    """One object; one that cannot be read is among them, with the reason."""
    made(engine)
    made(engine, account="all", fields={**DAILY, "account": "all"})
    made(engine, fields={**DAILY, "top": "many"})
    done = typed("digest", "list", "--json", "--team", MINE)
    first, second, third = json.loads(done.out)["digests"]
    assert first == {
        "team": MINE, "number": 1, "target": "C1", "owner": "U1", "account": 1,
        "schedule": "every day at 09:00, UTC", "state": "active", "reason": None,
        "next_run_at": stamp(SOON), "broken": None,
    }  # fmt: skip
    assert second["account"] == "all"
    assert third["schedule"] is None
    assert "many" in third["broken"]


def test_what_is_due_open_and_failed_is_told_by_time(typed: Typed, engine: Engine) -> None:
    """Of what is due again within those hours each time; what nobody has planned is overdue."""
    late, soon = made(engine, at=NOW - HOUR), made(engine)
    made(engine, at=NOW + 3 * DAY)
    waits = delivered(
        engine, soon, State.PENDING, NOW - DAY, attempt=2, error_class=Trouble.UPSTREAM
    )
    failed = delivered(
        engine, soon, State.FAILED, NOW - 2 * DAY,
        error_class=Trouble.CHANNEL, error="is_archived",
    )  # fmt: skip
    lost = delivered(engine, soon, State.UNKNOWN, NOW - 3 * DAY, error_class=Trouble.LOST)
    delivered(engine, soon, State.FAILED, NOW - 8 * DAY)
    delivered(engine, soon, State.SENT, NOW - 4 * DAY)
    delivered(engine, soon, State.SKIPPED, NOW - 5 * DAY)
    done = typed("digest", "due", "--team", MINE)
    assert (done.code, done.err) == (0, "")
    lines = [" ".join(line.split()) for line in done.out.splitlines()]
    of_soon = f"{MINE} #{soon} C1"
    assert lines[:4] == [
        f"{stamp(NOW - 3 * DAY)} {of_soon} unknown lost, {lost}",
        f"{stamp(NOW - 2 * DAY)} {of_soon} failed channel: is_archived, {failed}",
        f"{stamp(NOW - DAY)} {of_soon} pending upstream, tried 2, {waits}",
        f"{stamp(NOW - HOUR)} {MINE} #{late} C1 overdue every day at 09:00, UTC",
    ]
    assert f"{stamp(SOON)} {of_soon} due every day at 09:00, UTC" in lines
    assert all(line.split()[4] == "due" and line.split()[0] <= stamp(NOW + DAY + HOUR)
               for line in lines[4:])  # fmt: skip
    assert not any("#3" in line for line in lines)


def test_how_far_is_looked_ahead_is_said(typed: Typed, engine: Engine) -> None:
    """A daily one comes five times in five days; of a broken one only its next time is known."""
    made(engine)
    made(engine, fields={"nothing": 1}, target="C2")
    made(engine, target="C3")
    with writing(engine) as connection:
        subscribing.pause(connection, MINE, 3, BY)
    found = json.loads(typed("digest", "due", "--json", "--hours", "122").out)
    assert found["until"] > found["now"]
    assert [one["target"] for one in found["due"]].count("C1") in (5, 6)
    assert [one["target"] for one in found["due"]].count("C2") == 1
    assert [one["target"] for one in found["due"]].count("C3") == 0
    assert found["open"] == found["failed"] == []
    within_an_hour = typed("digest", "due", "--hours", "1")
    assert within_an_hour.out == (
        "Nothing is due within 1 hours, nothing is open, and nothing failed in 7 days.\n"
    )


def test_what_is_open_and_failed_is_told_as_json(typed: Typed, engine: Engine) -> None:
    """Apart from each other, with all that is kept of it."""
    number = made(engine, at=NOW + 9 * DAY)
    opened = delivered(engine, number, State.VERIFY, NOW - HOUR, attempt=1)
    delivered(engine, number, State.FAILED, NOW - DAY, error_class=Trouble.KEY)
    found = json.loads(typed("digest", "due", "--json").out)
    assert found["due"] == []
    assert found["open"] == [
        {
            "team": MINE, "number": number, "target": "C1", "delivery": opened,
            "kind": "scheduled", "due_at": stamp(NOW - HOUR), "state": "verify",
            "not_before": stamp(NOW - HOUR), "attempts": 1, "trouble": None, "error": None,
        }
    ]  # fmt: skip
    assert [one["trouble"] for one in found["failed"]] == ["key"]


@pytest.mark.parametrize("number", ["1", "#1"])
def test_one_is_posted_now(typed: Typed, engine: Engine, number: str) -> None:
    """It is written down as due, beside its schedule; the one workspace there is needs no name."""
    made(engine)
    done = typed("digest", "run", number)
    assert (done.code, done.err) == (0, "")
    (one,) = everything(engine)
    assert (one.kind, one.state, one.target) == ("run_now", State.PENDING, "C1")
    assert one.not_before <= datetime.now(UTC)
    assert done.out == (
        f"Digest #1 of {MINE} is posted to C1 with the next tick of the process that posts "
        f"digests, as delivery {one.delivery_id}. flowxo-bot digest due tells whether it is open.\n"
    )
    assert one.delivery_id in typed("digest", "due").out


def test_one_is_posted_now_as_json(typed: Typed, engine: Engine) -> None:
    """The id by which the log tells of it."""
    made(engine)
    found = json.loads(typed("digest", "run", "1", "--json").out)
    (one,) = everything(engine)
    assert found == {
        "team": MINE, "number": 1, "target": "C1", "delivery": one.delivery_id,
        "due_at": stamp(one.due_at),
    }  # fmt: skip


def test_one_that_does_not_come_by_itself_is_posted_as_well(typed: Typed, engine: Engine) -> None:
    """With its state: what disabled it may be in the way still."""
    made(engine)
    made(engine)
    with writing(engine) as connection:
        subscribing.pause(connection, MINE, 1, BY)
        subscribing.disable(connection, MINE, 2, Reason.KEY, BY)
    assert "It is paused, and stays so." in typed("digest", "run", "1").out
    assert "It is disabled (key)" in typed("digest", "run", "2").out
    assert len(everything(engine)) == 2


@pytest.mark.parametrize(
    ("number", "code", "says"),
    [
        ((), 2, "'#7' in quotes"),
        (("seven",), 2, '"seven" is no number of a digest.'),
        (("0",), 2, '"0" is no number'),
        (("-1",), 2, '"-1" is no number'),
        (("1.0",), 2, '"1.0" is no number'),
        (("##1",), 2, '"##1" is no number'),
        (("٧",), 2, "is no number"),
        (("",), 2, "is no number"),
        (("9" * 30,), 2, "is no number"),
        (("999999999",), 1, f"There is no digest #999999999 in the workspace {MINE}."),
        (("2",), 1, f"There is no digest #2 in the workspace {MINE}."),
        (("3",), 1, "cannot be posted: what is stored of it cannot be read"),
    ],
)
def test_what_is_no_digest_is_told_and_nothing_is_posted(
    typed: Typed, engine: Engine, number: tuple[str, ...], code: int, says: str
) -> None:
    """Without a number, with a bad one, deleted, never there, or broken."""
    made(engine)
    made(engine)
    made(engine, fields={"schedule": 1})
    with writing(engine) as connection:
        subscribing.remove(connection, MINE, 2, BY)
    done = typed("digest", "run", *number)
    assert (done.code, done.out) == (code, "")
    assert says in done.err
    assert done.err.count("\n") == 1
    assert everything(engine) == []


@pytest.mark.parametrize("hours", ["0", "-1", "745", "1.5", "soon", "", "1e3", "9" * 40])
def test_hours_that_are_none_are_told(typed: Typed, hours: str) -> None:
    """With how many there may be."""
    done = typed("digest", "due", f"--hours={hours}")
    assert (done.code, done.out) == (2, "")
    assert f'--hours: "{hours}" is no number from 1 to 744.' in done.err


def test_which_of_several_workspaces_is_meant_has_to_be_said(typed: Typed, engine: Engine) -> None:
    """None is posted anywhere, and those that there are stand in the hint."""
    made(engine)
    made(engine, THEIRS)
    done = typed("digest", "run", "1")
    assert (done.code, done.out) == (2, "")
    assert f"{MINE}, {THEIRS}" in done.err
    assert everything(engine) == []
    assert typed("digest", "run", "1", "--team", THEIRS).code == 0
    assert [one.team_id for one in everything(engine)] == [THEIRS]


def test_an_empty_database_has_none(typed: Typed) -> None:
    """Nothing is listed; there is none to post."""
    assert typed("digest", "list").out == "There is no digest.\n"
    assert json.loads(typed("digest", "list", "--json").out) == {"digests": []}
    assert typed("digest", "run", "1").code == 1


def test_no_name_steers_the_terminal(typed: Typed, engine: Engine) -> None:
    """What a stranger could have got into a row is one line of visible characters."""
    made(engine, target="C1\x1b[2J\n\u202e")
    (line,) = typed("digest", "list").out.splitlines()
    assert "\\x1b[2J" in line
    assert "\\u202e" in line
