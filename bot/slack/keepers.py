"""Who can mend an account's refused key, and that they hear of it: once a day for each key.

Writes to people directly and never to a channel. Whoever presses the button is checked once more.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from bot.calls import Fate, Sent
from bot.core.phrases.saying import weekday_moment
from bot.core.phrases.translation import home_of
from bot.core.rights import Act, Setting, Standing, Visibility, may, role_of
from bot.core.sentences import say
from bot.render.connecting import lines_message, offered, replace_button
from bot.render.plan import MessagePlan
from bot.slack.carrying import carry
from bot.slack.desk import Desk
from bot.slack.rights import Person
from bot.storage import health
from bot.storage.accounts import DEFAULT_ID, Account
from bot.storage.connects import Request

_log = logging.getLogger(__name__)
# Accounts in one message, each with its button: the others are told of when next asked about.
MOST = 5


def owner_of(desk: Desk, account: Account) -> Person | None:
    """Its owner, where they are a full member still."""
    person = desk.people.find(account.owner_user_id) if account.owner_user_id else None
    return person if person is not None and person.standing is Standing.MEMBER else None


def may_mend(person: Person, account: Account) -> bool:
    """Whether the table of rights lets a person give the account another key."""
    owner = person.user_id == account.owner_user_id
    role = role_of(person.standing, admin=person.admin, owner=owner)
    return may(Act.CHANGE, role, Visibility(account.visibility.value), Setting.DIRECT)


def told_today(desk: Desk, account: Account) -> datetime | None:
    """When somebody was last told of its key, where that is less than a day ago."""
    told_at = account.told_at
    fresh = told_at is not None and desk.now() - told_at < health.TOLD_EVERY
    return told_at if fresh else None


def mark(desk: Desk, accounts: Sequence[Account]) -> list[Account]:
    """Those of which nobody was told within a day; somebody is now. StorageError: nobody can say.

    Of several replicas that ask at once one is given them.
    """
    team_id, now = desk.card.get().team_id, desk.now()
    return desk.keeper.write(
        lambda connection: [
            one for one in accounts if health.tell_once(connection, team_id, one.account_id, now)
        ],
        "keeper_not_told",
    )


def tell(
    desk: Desk,
    person: Person,
    accounts: Sequence[Account],
    line: Callable[[Account], str],
    kept: Request,
    closing: Sequence[str] = (),
) -> Sent | None:
    """Tell them a line for each and what closes it, with the buttons that mend it.

    None where somebody was told of all within a day; StorageError where nobody can say. What may
    have arrived is not sent again.
    """
    untold = mark(desk, accounts)
    if not untold:
        return None
    team_id = desk.card.get().team_id
    language = home_of(person.locale)
    plan = _message(untold, [*map(line, untold), *closing], language, kept)
    posted = desk.replies.post(team_id, person.user_id, None, plan)
    if posted.done:
        _log.info("keeper_told", extra={"accounts": [one.number for one in untold]})
        return posted
    _log.warning("keeper_not_told", extra={"fate": posted.fate, "reason": posted.reason})
    if posted.fate is not Fate.LOST:
        ids = [one.account_id for one in untold]
        desk.keeper.write(
            lambda connection: health.not_told(connection, team_id, ids), "keeper_not_told"
        )
    return posted


def _message(
    accounts: Sequence[Account], lines: Sequence[str], language: str, kept: Request
) -> MessagePlan:
    """The lines and a button for each account; nothing in Slack mends the environment's."""
    ours = [one for one in accounts if one.account_id != DEFAULT_ID]
    operator = [say("refused.operator")] if len(ours) < len(accounts) else []
    plan = lines_message([*lines, *operator], language)
    for account in ours:
        carried = carry(replace(kept, account_id=account.account_id))
        name = account.name if len(accounts) > 1 else None
        plan = offered(plan, [replace_button(carried, language, name)])
    return plan


def since(desk: Desk, account: Account, person: Person) -> str:
    """Since when its key is refused, by the person's clock."""
    return weekday_moment(account.failing_since or desk.now(), person.zone or UTC)
