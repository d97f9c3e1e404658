"""How accounts did when they were asked is kept, and who owns one hears that its key is refused.

What can't be kept, and who can't be told, costs nobody the answer.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace

from sqlalchemy import Connection

from bot.core.sentences import say
from bot.errors import StorageError, UpstreamError
from bot.slack import keepers
from bot.slack.desk import Desk
from bot.storage.accounts import Account
from bot.storage.connects import Request


def note(desk: Desk, met: Sequence[tuple[Account, UpstreamError | None]]) -> None:
    """Keep that each account answered, or that its key was refused, where that is new."""
    accounts, team_id = desk.services.accounts, desk.card.get().team_id
    new = [(account, error) for account, error in met if accounts.worth_noting(account, error)]

    def work(connection: Connection) -> None:
        for account, error in new:
            accounts.note(connection, team_id, account, error)

    if new:
        with suppress(StorageError):
            desk.keeper.write(work, "health_not_noted")


def tell_owners(
    desk: Desk, refused: Sequence[Account], kept: Request, reader: str | None = None
) -> tuple[Account, ...]:
    """Tell the owners of these accounts, each in one message, once whenever it begins.

    `kept` is what a button carries, whichever account it is for. The one who `reader` names has it
    under the answer, and gets no message besides. Returns the accounts as they are now.
    """
    failing = [replace(one, failing_since=one.failing_since or desk.now()) for one in refused]
    owned: dict[str, list[Account]] = {}
    for account in failing:
        if account.owner_user_id is not None and _is_news(desk, account):
            owned.setdefault(account.owner_user_id, []).append(account)
    told: set[str] = set()
    for user_id, accounts in owned.items():
        with suppress(StorageError):
            if _tell(desk, accounts[: keepers.MOST], kept, reads=user_id == reader):
                told |= {one.account_id for one in accounts[: keepers.MOST]}
    now = desk.now()
    return tuple(replace(one, told_at=now) if one.account_id in told else one for one in failing)


def _is_news(desk: Desk, account: Account) -> bool:
    """Whether nobody was told since it began, nor today."""
    told_at, since = account.told_at, account.failing_since
    begun = told_at is None or (since is not None and told_at < since)
    return begun and keepers.told_today(desk, account) is None


def _tell(desk: Desk, accounts: Sequence[Account], kept: Request, *, reads: bool) -> bool:
    """Whether the owner, whose accounts they all are, knows by now."""
    owner = keepers.owner_of(desk, accounts[0])
    if owner is None:
        return False
    if reads:
        keepers.mark(desk, accounts)
        return True

    def line(account: Account) -> str:
        since = keepers.since(desk, account, owner)
        return say("refused.owner_told", account=account.name, since=since)

    sent = keepers.tell(desk, owner, accounts, line, kept, [say("refused.until")])
    return sent is None or sent.done
