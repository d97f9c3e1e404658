"""Who can mend an account's refused key, and that they hear of it: once a day for each key.

Writes to people directly and never to a channel. Whoever presses the button is checked once more.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from datetime import UTC, datetime

from bot.core.phrases.saying import weekday_moment
from bot.core.phrases.translation import home_of
from bot.core.rights import Act, Setting, Standing, Visibility, may, role_of
from bot.core.sentences import say
from bot.render.connecting import REPLACE, lines_message, offer
from bot.slack.calls import Fate, Sent
from bot.slack.carrying import carry
from bot.slack.desk import Desk
from bot.slack.rights import Person
from bot.storage import health
from bot.storage.accounts import DEFAULT_ID, Account
from bot.storage.connects import Request

_log = logging.getLogger(__name__)


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


def tell(
    desk: Desk, person: Person, account: Account, lines: Sequence[str], kept: Request
) -> Sent | None:
    """Tell them, with the button that mends it; None where somebody was told within a day.

    StorageError where nobody can say. One that may have arrived is not sent again.
    """
    team_id = desk.card.get().team_id
    first = desk.keeper.write(
        lambda connection: health.tell_once(connection, team_id, account.account_id, desk.now()),
        "keeper_not_told",
    )
    if not first:
        return None
    language = home_of(person.locale)
    if account.account_id == DEFAULT_ID:
        plan = lines_message([*lines, say("refused.operator")], language)
    else:
        plan = lines_message(lines, language, [offer(REPLACE, carry(kept), language)])
    posted = desk.replies.post(team_id, person.user_id, None, plan)
    if posted.done:
        _log.info("keeper_told", extra={"account": account.number})
    elif posted.fate is not Fate.LOST:
        desk.keeper.write(
            lambda connection: health.not_told(connection, team_id, account.account_id),
            "keeper_not_told",
        )
    return posted


def since(desk: Desk, account: Account, person: Person) -> str:
    """Since when its key is refused, by the person's clock."""
    return weekday_moment(account.failing_since or desk.now(), person.zone or UTC)
