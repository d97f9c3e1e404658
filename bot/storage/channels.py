"""What each channel is for: its account, and whether it is a client's; judges nobody's rights."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from typing import TypedDict, Unpack

from sqlalchemy import Connection, select

from bot.storage import accounts, audit, workspaces
from bot.storage.audit import Action, By
from bot.storage.database import insert_or_replace
from bot.storage.tables import CHANNELS

_CHANNEL = CHANNELS.c


@dataclass(frozen=True, slots=True)
class Channel:
    """`account_id` is its default, None where none is set or the account is gone for good.

    `only_this_account` without an account means that nobody may ask there: another client's
    figures must not take the place of what is gone.
    """

    channel_id: str
    account_id: str | None = None
    only_this_account: bool = False
    outsiders_may_ask: bool = False


class Changes(TypedDict, total=False):
    """What of a channel can be changed."""

    account_id: str | None
    only_this_account: bool
    outsiders_may_ask: bool


def get(connection: Connection, team_id: str, channel_id: str) -> Channel:
    """The channel as it is set, or as it is while nobody has set anything."""
    statement = select(CHANNELS).where(
        _CHANNEL.team_id == team_id, _CHANNEL.channel_id == channel_id
    )
    row = connection.execute(statement).first()
    if not row:
        return Channel(channel_id)
    return Channel(channel_id, row.account_id, row.only_this_account, row.outsiders_may_ask)


def change(
    connection: Connection, team_id: str, channel_id: str, by: By, **changes: Unpack[Changes]
) -> Channel | None:
    """Change what is named, and nothing else; the channel as it is then.

    None, and nothing is changed, where the account is not connected in this workspace.
    """
    workspaces.held(connection, team_id)
    before = get(connection, team_id, channel_id)
    after = replace(before, **changes)
    wanted = changes.get("account_id")
    if wanted is not None and not accounts.get(connection, team_id, wanted):
        return None
    if after != before:
        insert_or_replace(connection, CHANNELS, {"team_id": team_id, **asdict(after)})
        old, new = (_told(connection, team_id, one) for one in (before, after))
        detail = "; ".join(
            f"{name}: {old[name]} → {new[name]}" for name in old if old[name] != new[name]
        )
        audit.record(connection, team_id, Action.CHANNEL_CHANGED, channel_id, by, detail)
    return after


def _told(connection: Connection, team_id: str, channel: Channel) -> dict[str, object]:
    """A channel as a list of changes tells it: its account by name."""
    account_id = channel.account_id
    account = accounts.get(connection, team_id, account_id) if account_id else None
    return {
        "account": account.name if account else account_id or "none",
        "only this account": channel.only_this_account,
        "outsiders may ask": channel.outsiders_may_ask,
    }


def of_account(connection: Connection, team_id: str, account_id: str) -> tuple[str, ...]:
    """The channels whose account it is: all where one for its channels alone may be asked about."""
    statement = (
        select(_CHANNEL.channel_id)
        .where(_CHANNEL.team_id == team_id, _CHANNEL.account_id == account_id)
        .order_by(_CHANNEL.channel_id)
    )
    return tuple(connection.execute(statement).scalars())
