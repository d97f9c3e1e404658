"""A workspace with a row or more in every table that holds what belongs to one."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Engine

from bot.settings import Secret
from bot.storage import (
    accounts,
    channels,
    connects,
    disconnecting,
    preferences,
    seen,
    threads,
    workspaces,
)
from bot.storage.connects import Purpose, Request
from bot.storage.preferences import Preferences
from bot.storage.workspaces import Connecting, Workspace
from tests.storage.connected import BY, NOW, connected, writing


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
        seen.first_time(connection, f"message:{team_id}:{channel_id}:1.1", NOW)
    ids = (account.account_id, gone.account_id, account.name, channel_id, user_id)
    return Ids(team_id, *ids, token, planted)
