"""A workspace with a row or more in every table that holds what belongs to one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time
from zoneinfo import ZoneInfo

from sqlalchemy import Engine, select

from bot.core.digest import Digest, digest_to_fields
from bot.core.schedule import Cadence, Schedule
from bot.settings import Secret
from bot.storage import (
    accounts,
    channels,
    checks,
    connects,
    deliveries,
    disconnecting,
    news,
    notices,
    preferences,
    seen,
    subscribing,
    subscriptions,
    threads,
    workspaces,
)
from bot.storage.audit import By
from bot.storage.connects import Purpose, Request
from bot.storage.news import Cause, Item
from bot.storage.preferences import Preferences
from bot.storage.subscriptions import Wanted
from bot.storage.tables import NOTICES
from bot.storage.workspaces import Connecting, Workspace
from tests.storage.connected import BY, NOW, connected, writing

_MONDAYS = Schedule(Cadence.WEEKLY, time(9), ZoneInfo("UTC"), weekdays=(0,))


@dataclass(frozen=True, slots=True)
class Ids:
    """What in a workspace has which name; `planted` stands in its rows and is no name of any."""

    team_id: str
    account_id: str
    gone_id: str
    name: str
    channel_id: str
    user_id: str
    token: Secret
    delivery_id: str
    notice_id: str
    planted: str


def fill(engine: Engine, team_id: str) -> Ids:
    """Fill it through the repositories alone."""
    planted, channel_id, user_id = f"planted {team_id}", f"C-{team_id}", f"U-{team_id}"
    account = connected(engine, f"Acme of {team_id}", team_id)
    gone = connected(engine, f"Gone of {team_id}", team_id)
    with writing(engine) as connection:
        accounts.change(connection, team_id, account.account_id, BY, hidden=(planted,))
        channels.change(connection, team_id, channel_id, BY, account_id=account.account_id)
        disconnecting.disconnect(connection, team_id, gone.account_id, BY)
        preferences.keep(connection, team_id, user_id, Preferences(language=planted), BY)
        workspaces.restrict(connection, team_id, Workspace(Connecting.NAMED, (planted,)), BY)
        request = Request(Purpose.CONNECT, user_id, question=planted)
        token = connects.issue(connection, team_id, request, NOW)
        threads.remember(connection, team_id, channel_id, "1.1", planted, NOW)
        digest = Digest(_MONDAYS, account.number, note=planted)
        wanted = Wanted(channel_id, digest_to_fields(digest), NOW)
        for _ in range(2):
            subscriptions.create(connection, team_id, wanted, By(user_id, "test", NOW))
        subscribing.remove(connection, team_id, 2, BY)
        delivery_id = deliveries.run_now(connection, team_id, 1, channel_id, NOW)
        news.add(connection, team_id, [Item(user_id, Cause.KEY, planted, 1, NOW)], NOW)
        notices.gather(connection, NOW + notices.COLLECT)
        mine = NOTICES.c.team_id == team_id
        notice_id = connection.execute(select(NOTICES.c.notice_id).where(mine)).scalar_one()
        checks.take(connection, team_id, checks.OWNER, planted, NOW.date(), NOW)
        seen.first_time(connection, f"message:{team_id}:{channel_id}:1.1", NOW)
    ids = (account.account_id, gone.account_id, account.name, channel_id, user_id)
    return Ids(team_id, *ids, token, delivery_id or "", notice_id, planted)
