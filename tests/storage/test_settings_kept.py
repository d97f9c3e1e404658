"""What channels, people and workspaces have set, and who changed it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import Engine

from bot.storage import audit, channels, preferences, workspaces
from bot.storage.audit import Action, By, Entry
from bot.storage.channels import Channel
from bot.storage.preferences import DateOrder, Preferences
from bot.storage.workspaces import Connecting, Workspace
from tests.storage.connected import BY, NOW, connected, with_keys, writing

pytestmark = pytest.mark.both_engines


@pytest.fixture(autouse=True)
def _keys(engine: Engine) -> None:
    with_keys(engine)


def test_a_channel_is_open_until_somebody_sets_it(engine: Engine) -> None:
    """Asking changes nothing."""
    with writing(engine) as connection:
        assert channels.get(connection, "T", "C") == Channel("C", None, False, False)
        assert workspaces.export(connection, "T")["channels"] == []


def test_a_change_of_a_channel_touches_what_it_names(engine: Engine) -> None:
    """And is told once."""
    account_id = connected(engine, "Acme").account_id
    with writing(engine) as connection:
        channels.change(connection, "T", "C", BY, account_id=account_id)
        channels.change(connection, "T", "C", BY, only_this_account=True, outsiders_may_ask=True)
        assert channels.change(connection, "T", "C", BY, outsiders_may_ask=False)
        assert channels.change(connection, "T", "C", BY, outsiders_may_ask=False)
        assert channels.get(connection, "T", "C") == Channel("C", account_id, True, False)
        channels.change(connection, "T", "C", BY, account_id=None)
        assert channels.get(connection, "T", "C") == Channel("C", None, True, False)
        told = [entry.detail for entry in audit.latest(connection, "T")]
    assert told == [
        "account: Acme → none",
        "outsiders may ask: True → False",
        "only this account: False → True; outsiders may ask: False → True",
        "account: none → Acme",
        "",
    ]


def test_a_channel_takes_no_account_that_is_not_there(engine: Engine) -> None:
    """Nor one of another workspace; nothing else of the change is kept either."""
    theirs = connected(engine, "Acme", "T2").account_id
    with writing(engine) as connection:
        for account_id in ("A0", theirs):
            assert not channels.change(
                connection, "T", "C", BY, account_id=account_id, outsiders_may_ask=True
            )
        assert channels.get(connection, "T", "C") == Channel("C")


def test_the_channels_of_an_account_are_those_that_use_it(engine: Engine) -> None:
    """In order; they are where one for its channels alone may be asked about."""
    acme, other = connected(engine, "Acme").account_id, connected(engine, "Other").account_id
    with writing(engine) as connection:
        for channel_id, account_id in (("C3", acme), ("C1", acme), ("C2", other)):
            channels.change(connection, "T", channel_id, BY, account_id=account_id)
        assert channels.of_account(connection, "T", acme) == ("C1", "C3")
        assert channels.of_account(connection, "T2", acme) == ()


def test_preferences_are_each_person_s(engine: Engine) -> None:
    """Until they are set, Slack's locale decides; they can be handed back to it."""
    wanted = Preferences(DateOrder.MONTH_FIRST, "de")
    with writing(engine) as connection:
        assert preferences.get(connection, "T", "U1") == Preferences()
        preferences.keep(connection, "T", "U1", Preferences(), BY)
        preferences.keep(connection, "T", "U1", wanted, BY)
        preferences.keep(connection, "T", "U1", wanted, BY)
        assert preferences.get(connection, "T", "U1") == wanted
        assert preferences.get(connection, "T", "U2") == Preferences()
        assert preferences.get(connection, "T2", "U1") == Preferences()
        preferences.keep(connection, "T", "U1", Preferences(language="en"), BY)
        assert preferences.get(connection, "T", "U1") == Preferences(None, "en")
        assert len(audit.latest(connection, "T")) == 2


def test_who_may_connect_is_the_workspace_s(engine: Engine) -> None:
    """Everyone, until admins say otherwise."""
    named = Workspace(Connecting.NAMED, ("U1", "U2"))
    with writing(engine) as connection:
        assert workspaces.get(connection, "T") == Workspace(Connecting.EVERYONE, ())
        workspaces.restrict(connection, "T", Workspace(), BY)
        workspaces.restrict(connection, "T", named, BY)
        assert workspaces.get(connection, "T") == named
        assert workspaces.get(connection, "T2") == Workspace()
        workspaces.restrict(connection, "T", Workspace(Connecting.ADMINS), BY)
        assert workspaces.get(connection, "T") == Workspace(Connecting.ADMINS)
        told = [entry.detail for entry in audit.latest(connection, "T")]
    assert told == ["named U1, U2 → admins", "everyone → named U1, U2"]


def test_changes_are_told_the_newest_first(engine: Engine) -> None:
    """The latest ten, or all of them; each with who, what, when and from where."""
    with writing(engine) as connection:
        for number in range(12):
            by = By(f"U{number}", "settings in C1", NOW + timedelta(minutes=number))
            audit.record(connection, "T", Action.ACCOUNT_CHANGED, f"{number}", by, "zone")
        audit.record(connection, "T2", Action.ACCOUNT_CHANGED, "theirs", BY)
        latest = audit.latest(connection, "T")
        every = list(audit.every(connection, "T"))
    assert [entry.subject for entry in latest] == [str(n) for n in range(11, 1, -1)]
    assert latest[0] == Entry(
        NOW + timedelta(minutes=11), "U11", "account_changed", "11", "zone", "settings in C1"
    )
    assert tuple(every[:10]) == latest
    assert len(every) == 12


def test_no_change_tells_a_secret(engine: Engine) -> None:
    """Whatever a caller puts into it; nor does a character that a database refuses break it."""
    secret = "eyJhbGciOiJub25lIn0.sample.key"
    with writing(engine) as connection:
        by = By("U1", f"page {secret} {'x' * 100}", NOW)
        audit.record(connection, "T", Action.KEY_REPLACED, f"a\0{secret}", by, f"Bearer {secret}")
        (entry,) = audit.latest(connection, "T")
    assert secret not in repr(entry)
    assert (entry.subject, entry.detail) == ("a[masked]", "Bearer [masked]")
    assert len(entry.origin) <= 64


def test_changes_are_kept_for_400_days(engine: Engine) -> None:
    """Then housekeeping forgets them, in every workspace."""
    with writing(engine) as connection:
        for days, team_id in ((400, "T"), (400, "T2"), (399, "T")):
            by = By("U1", "test", NOW - timedelta(days=days))
            audit.record(connection, team_id, Action.ACCOUNT_CHANGED, f"{days}", by)
        assert audit.prune(connection, NOW) == 2
        assert [entry.subject for entry in audit.latest(connection, "T")] == ["399"]
