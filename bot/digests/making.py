"""The message of a digest from real figures: whose it may show there, fetched, and rendered.

Posts nothing; every error is for the failure table.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from zoneinfo import ZoneInfo

from bot.accounts import Accounts, Circle
from bot.answer import MASKED
from bot.answer_all import Account as Asked
from bot.core.digest import ALL
from bot.core.rights import Act, Role, Setting, Visibility, may, role_of
from bot.core.sentences import say
from bot.core.toplists import Discretion
from bot.digest_answer import Posting, answer_digest
from bot.digests.figures import Figures
from bot.digests.ledger import Ledger
from bot.digests.orders import Order
from bot.digests.surroundings import Surroundings
from bot.errors import (
    AccountGoneError,
    KeyRefusedError,
    RightsError,
    StorageError,
    UpstreamDownError,
    UpstreamError,
)
from bot.render.plan import MessagePlan
from bot.storage.accounts import Account
from bot.storage.subscriptions import State


class Maker:
    """Makes messages of what the accounts' figures are; for any number of threads."""

    def __init__(
        self, accounts: Accounts, ledger: Ledger, figures: Figures, around: Surroundings
    ) -> None:
        self._accounts = accounts
        self._around = around
        self._ledger = ledger
        self._figures = figures

    def __call__(self, order: Order) -> MessagePlan | None:
        """The message of an order; None where there is nothing and that is to be skipped."""
        target, team_id = order.delivery.target, order.delivery.team_id
        person = target.startswith(("U", "W"))
        with self._ledger.reading() as (connection, _):
            circle = self._accounts.circle(connection, team_id, None if person else target)
        allowed = self._to_person(order) if person else partial(_may_show, order, circle)
        meant = _meant(order, circle, allowed)
        posting = self._posting(order, circle, person=person)
        asked = [self._asked(team_id, one) for one in meant]
        if order.digest.account == ALL:
            return answer_digest(order.digest, posting, asked, order.now)
        (account,) = meant
        try:
            plan = answer_digest(order.digest, posting, asked, order.now)
        except UpstreamError as error:
            self._note(team_id, account, error)
            raise
        self._note(team_id, account, None)
        return plan

    def _to_person(self, order: Order) -> Callable[[Account], bool]:
        """Whether the one whom it goes to may still ask about an account."""
        mine = order.delivery
        known = self._around.standing(mine.team_id, mine.target)
        if known is None:
            # It passes, and nobody who may not see it gets it meanwhile.
            raise UpstreamDownError(say("rights.unknown"))
        standing, admin = known

        def allowed(account: Account) -> bool:
            role = role_of(standing, admin=admin, owner=account.owner_user_id == mine.target)
            return may(Act.ASK, role, Visibility(account.visibility.value), Setting.DIRECT)

        return allowed

    def _posting(self, order: Order, circle: Circle, *, person: bool) -> Posting:
        """What the message says of itself; to one person a thread needs no mention."""
        mine, whose = order.delivery, order.subscription
        open_to_all = person or circle.channel.outsiders_may_ask
        return Posting(
            number=mine.number,
            due_at=mine.due_at,
            owner=self._around.called(mine.team_id, whose.owner_user_id),
            next_run_at=whose.next_run_at if whose.state is State.ACTIVE else None,
            late=order.late,
            bare=not open_to_all and self._around.has_outsiders(mine.team_id, mine.target),
            named=len(circle.accounts) > 1,
            mention="" if person else self._around.mention(mine.team_id),
        )

    def _asked(self, team_id: str, account: Account) -> Asked:
        zone = ZoneInfo(account.zone) if account.zone else ZoneInfo("UTC")
        return Asked(
            account.name,
            lambda budget_s, at_once: self._figures.of(
                (team_id, account.account_id),
                lambda: self._accounts.source(team_id, account, budget_s, at_once=at_once),
            ),
            zone,
            account.week_start,
            _discretion(account),
        )

    def _note(self, team_id: str, account: Account, error: UpstreamError | None) -> None:
        """Keep how the account does; that it cannot be kept costs nobody the digest."""
        if error is not None and not isinstance(error, KeyRefusedError):
            return
        if self._accounts.worth_noting(account, error):
            with suppress(StorageError), self._ledger.writing() as (connection, _):
                self._accounts.note(connection, team_id, account, error)


def _meant(order: Order, circle: Circle, allowed: Callable[[Account], bool]) -> list[Account]:
    """The accounts that it is about, of those that may be shown to whom it goes."""
    wanted = order.digest.account
    found = [one for one in circle.accounts if wanted in (ALL, one.number)]
    if not found:
        raise AccountGoneError(say("account.gone"), say("account.gone_hint"))
    seen = list(filter(allowed, found))
    if not seen:
        raise RightsError(say("rights.only_here"))
    return seen


def _may_show(order: Order, circle: Circle, account: Account) -> bool:
    """Whether the account's figures may be shown in the channel, by its owner's rights at least."""
    owner = account.owner_user_id == order.subscription.owner_user_id
    channel = circle.channel
    setting = Setting.CLOSED if channel.only_this_account else Setting.CHANNEL
    if channel.account_id == account.account_id:
        setting = Setting.OWN_OPEN if channel.outsiders_may_ask else Setting.OWN
    role = Role.OWNER if owner else Role.MEMBER
    return may(Act.SHOW, role, Visibility(account.visibility.value), setting)


def _discretion(account: Account) -> Discretion:
    mask = MASKED.mask if account.masking else None
    return Discretion(hide=frozenset(account.hidden), mask=mask)
