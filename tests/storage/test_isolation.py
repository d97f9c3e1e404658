"""No function of any repository finds or changes what belongs to another workspace."""

from __future__ import annotations

import inspect
import pkgutil
from collections.abc import Callable
from datetime import timedelta
from importlib import import_module
from typing import Any

import pytest
from sqlalchemy import Engine
from sqlalchemy.exc import NoResultFound

from bot import storage
from bot.storage import accounts, subscriptions, workspaces
from bot.storage.audit import Action
from bot.storage.connects import Purpose, Request
from bot.storage.deliveries import Trouble
from bot.storage.news import Cause, Item
from bot.storage.preferences import Preferences
from bot.storage.subscriptions import Reason, Wanted
from bot.storage.workspaces import Connecting, Workspace
from tests.storage.connected import BY, NOW, connected, key_of, with_keys, writing
from tests.storage.filled import Ids, fill

pytestmark = pytest.mark.both_engines

VARIABLE = (inspect.Parameter.VAR_KEYWORD, inspect.Parameter.VAR_POSITIONAL)
MINE, THEIRS = "T-MINE", "T-THEIRS"
_ACCOUNT = accounts.ACCOUNT
# By its name, what each argument is given: wherever it can be, something of the other workspace.
GIVEN: dict[str, Callable[[Ids], Any]] = {
    "account_id": lambda ids: ids.account_id,
    "account_ids": lambda ids: [ids.account_id],
    "channel_id": lambda ids: ids.channel_id,
    "user_id": lambda ids: ids.user_id,
    "name": lambda ids: ids.name,
    "name_key": lambda ids: accounts.called(ids.name),
    "which": lambda ids: _ACCOUNT.account_id == ids.account_id,
    "request": lambda ids: Request(Purpose.REPLACE_KEY, ids.user_id, account_id=ids.account_id),
    "thread_ts": lambda _: "1.1",
    "text": lambda _: "stats",
    "subject": lambda _: "Acme",
    "kind": lambda _: "KeyRefusedError",
    "number": lambda _: 2,
    "zone": lambda _: "Asia/Tokyo",
    "values": lambda _: {"masking": False},
    "key": lambda ids: key_of(ids.name),
    "api_key": lambda ids: key_of(ids.name),
    "action": lambda _: Action.ACCOUNT_CHANGED,
    "now": lambda _: NOW + timedelta(hours=1),
    "by": lambda _: BY,
    "delivery_id": lambda ids: ids.delivery_id,
    "target": lambda ids: ids.channel_id,
    "owner_user_id": lambda ids: ids.user_id,
    "digest": lambda _: {"note": "mine"},
    "account_number": lambda _: 1,
    "next_run_at": lambda _: NOW,
    "due_at": lambda _: NOW - timedelta(hours=1),
    "since": lambda _: NOW - timedelta(days=7),
    "until": lambda _: NOW + timedelta(hours=1),
    "trouble": lambda _: Trouble.MISSED,
    "reason": lambda _: Reason.CHANNEL,
    "items": lambda ids: [Item(ids.user_id, Cause.KEY, ids.planted, 1, NOW)],
    "people": lambda ids: [ids.user_id],
    "notice_id": lambda ids: ids.notice_id,
    "day": lambda _: NOW.date(),
}
# Where a function takes another kind of thing by the name, or more than it must be given.
OTHERWISE: dict[str, dict[str, Callable[[Ids], Any]]] = {
    "accounts.change": {"masking": lambda _: False},
    "channels.change": {"account_id": lambda ids: ids.account_id},
    "disconnecting.restore": {"account_id": lambda ids: ids.gone_id},
    # A number is of one's own workspace: here, of one that is there only in the other.
    **{
        f"{room}.{name}": {"number": lambda _: 3}
        for room, names in {
            "deliveries": ("channel_of", "history", "is_being_sent", "latest_due"),
            "sending": ("count_failure", "forget_failures"),
            "subscribing": ("disable", "edit", "hand_over", "move", "pause", "remove", "resume"),
            "subscriptions": ("get", "one", "sure"),
        }.items()
        for name in names
    },
    "subscriptions.create": {"wanted": lambda _: Wanted("C", {}, NOW)},
    "subscriptions.create_once": {"wanted": lambda _: Wanted("C", {}, NOW)},
    "preferences.keep": {"wanted": lambda _: Preferences(language="fr")},
    "workspaces.restrict": {"wanted": lambda _: Workspace(Connecting.ADMINS)},
}
# These know no workspace: some only carry out what they are handed, a token is known to one
# person alone, requests are Slack's, and housekeeping and the dispatcher are for all.
UNBOUND = {
    "accounts.written",
    "audit.prune",
    "checks.accounts_due",
    "checks.done",
    "checks.owners_due",
    "checks.prune",
    "claiming.claim",
    "claiming.leave_all_out",
    "claiming.look_up",
    "claiming.next_at",
    "claiming.reap",
    "claiming.release",
    "connects.look",
    "connects.prune",
    "connects.use",
    "database.insert_if_absent",
    "database.insert_many_if_absent",
    "database.insert_or_replace",
    "database.moment",
    "database.one_at_a_time",
    "deliveries.open_by_state",
    "deliveries.prune",
    "disconnecting.prune",
    "news.mended",
    "news.prune",
    "news.unaddressed",
    "notices.end",
    "notices.gather",
    "notices.intend",
    "notices.reap",
    "notices.take",
    "planning.due",
    "planning.next_due",
    "planning.plan",
    "postgres.wait_long",
    "seen.finish",
    "seen.first_time",
    "seen.prune",
    "seen.teams",
    "sending.end",
    "sending.intend",
    "sqlite.rebuilding",
    "subscribing.prune",
    "threads.prune",
    "workspaces.teams",
}


def functions() -> dict[str, Callable[..., Any]]:
    """Every public function of the room that takes a connection, by its module and name."""
    found: dict[str, Callable[..., Any]] = {}
    for module in pkgutil.iter_modules(storage.__path__):
        inside = import_module(f"{storage.__name__}.{module.name}")
        for name, function in inspect.getmembers(inside, inspect.isfunction):
            ours = function.__module__ == inside.__name__ and not name.startswith("_")
            if ours and "connection" in inspect.signature(function).parameters:
                found[f"{module.name}.{name}"] = function
    return found


BOUND = sorted(set(functions()) - UNBOUND)


def test_every_function_is_bound_to_a_workspace_or_said_to_be_none_s() -> None:
    """The connection first, then whose data it is about."""
    assert set(functions()) >= UNBOUND
    for name in BOUND:
        assert list(inspect.signature(functions()[name]).parameters)[:2] == [
            "connection",
            "team_id",
        ], name


@pytest.fixture
def ids(engine: Engine) -> Ids:
    """Two workspaces with data; what is in the other one."""
    with_keys(engine)
    fill(engine, MINE)
    connected(engine, "another of mine", MINE)
    theirs = fill(engine, THEIRS)
    wanted = Wanted(theirs.channel_id, {"note": theirs.planted}, NOW)
    with writing(engine) as connection:
        assert subscriptions.create(connection, THEIRS, wanted, BY).number == 3
    return theirs


@pytest.mark.parametrize("name", BOUND)
def test_another_workspace_s_ids_find_and_change_nothing(
    engine: Engine, ids: Ids, name: str
) -> None:
    """Whatever a function does with them in one's own, theirs is as it was, and unseen."""
    function = functions()[name]
    wanted = list(inspect.signature(function).parameters.values())[2:]
    given = GIVEN | OTHERWISE.get(name, {})
    named = {p.name for p in wanted if p.default is p.empty and p.kind not in VARIABLE}
    arguments = {key: given[key](ids) for key in named | set(OTHERWISE.get(name, {}))}
    with writing(engine) as connection:
        before = workspaces.export(connection, THEIRS)
        try:
            result = function(connection, MINE, **arguments)
            told = f"{list(result) if inspect.isgenerator(result) else result!r}"
        except NoResultFound:
            told = ""
        assert workspaces.export(connection, THEIRS) == before
    unsaid = {ids.planted, ids.account_id, ids.gone_id}
    # What was named by whoever asked may be named back.
    unsaid |= {ids.channel_id, ids.user_id} - set(map(str, arguments.values()))
    assert not [value for value in unsaid if value in told]
