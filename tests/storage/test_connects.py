"""One-time forms: once, for ten minutes, by whoever has the token; looking changes nothing."""

from __future__ import annotations

import threading
from datetime import timedelta

import pytest
from sqlalchemy import Engine

from bot.settings import Secret
from bot.storage import connects, database, workspaces
from bot.storage.connects import LASTS, Found, Purpose, Request, State
from tests.storage.connected import NOW, writing

pytestmark = pytest.mark.both_engines

WAITING = Request(
    Purpose.REPLACE_KEY, "U1", asked_by="U2", channel_id="C", account_id="A1",
    question="stats 2026-11-16..2026-11-22",
)  # fmt: skip


def issue(engine: Engine, request: Request = WAITING, team_id: str = "T") -> Secret:
    """A new form's token."""
    with database.transaction(engine) as connection:
        return connects.issue(connection, team_id, request, NOW)


def test_a_form_says_what_it_is_for(engine: Engine) -> None:
    """Who, where, which account, and the question that waits."""
    token = issue(engine)
    with database.reading(engine) as connection:
        assert connects.look(connection, token, NOW) == Found(State.OPEN, "T", WAITING)


def test_a_token_is_long_random_and_nowhere_stored(engine: Engine) -> None:
    """256 bits; the database knows only its hash."""
    tokens = [issue(engine) for _ in range(20)]
    assert len({token.reveal() for token in tokens}) == 20
    assert all(len(token.reveal()) == 43 for token in tokens)
    with database.reading(engine) as connection:
        stored = str(workspaces.export(connection, "T"))
    assert not [token for token in tokens if token.reveal() in stored]


def test_looking_changes_nothing(engine: Engine) -> None:
    """Previews of links do, as often as they like."""
    token = issue(engine)
    with database.reading(engine) as connection:
        before = workspaces.export(connection, "T")
        for _ in range(3):
            connects.look(connection, token, NOW)
        assert workspaces.export(connection, "T") == before
    with writing(engine) as connection:
        assert connects.use(connection, token, NOW)


def test_a_form_is_used_once(engine: Engine) -> None:
    """Afterwards it is known as used, also when its time is over."""
    token = issue(engine)
    with writing(engine) as connection:
        assert connects.use(connection, token, NOW) == Found(State.USED, "T", WAITING)
        assert connects.use(connection, token, NOW) is None
        for now in (NOW, NOW + LASTS):
            found = connects.look(connection, token, now)
            assert found
            assert found.state is State.USED


def test_what_is_undone_was_not_used(engine: Engine) -> None:
    """A key that could not be saved after all leaves the form open."""
    token = issue(engine)
    with pytest.raises(ZeroDivisionError), writing(engine) as connection:
        assert 1 / (connects.use(connection, token, NOW) is None)
    with writing(engine) as connection:
        assert connects.use(connection, token, NOW)


def test_of_several_at_once_one_has_it(engine: Engine) -> None:
    """A form sent twice saves once."""
    token = issue(engine)
    together = threading.Barrier(8)
    found: list[Found | None] = []

    def work() -> None:
        together.wait(30)
        with database.transaction(engine) as connection:
            found.append(connects.use(connection, token, NOW))

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len([one for one in found if one]) == 1


def test_after_ten_minutes_it_is_over(engine: Engine) -> None:
    """To the second; whoever is asked may have longer."""
    token = issue(engine)
    with writing(engine) as connection:
        longer = connects.issue(connection, "T", WAITING, NOW, timedelta(days=1))
        last = connects.look(connection, token, NOW + LASTS - timedelta(seconds=1))
        over = connects.look(connection, token, NOW + LASTS)
        assert last
        assert over
        assert (last.state, over.state) == (State.OPEN, State.EXPIRED)
        assert connects.use(connection, token, NOW + LASTS) is None
        assert connects.use(connection, longer, NOW + LASTS)


@pytest.mark.parametrize("guess", ["", "a", "A" * 43, "é\ud800", "x" * 100_000])
def test_a_guess_finds_nothing(engine: Engine, guess: str) -> None:
    """Whatever it looks like."""
    issue(engine)
    with writing(engine) as connection:
        assert connects.look(connection, Secret(guess), NOW) is None
        assert connects.use(connection, Secret(guess), NOW) is None


def test_old_forms_are_forgotten_after_a_day(engine: Engine) -> None:
    """Used or not, in every workspace."""
    issue(engine)
    issue(engine, team_id="T2")
    with writing(engine) as connection:
        late = connects.issue(connection, "T", Request(Purpose.CONNECT, "U1"), NOW, 2 * LASTS)
        assert connects.prune(connection, NOW + LASTS + connects.KEPT) == 2
        assert connects.look(connection, late, NOW) == Found(
            State.OPEN, "T", Request(Purpose.CONNECT, "U1")
        )
