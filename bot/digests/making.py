"""The message of a digest from real figures: whose it may show there, fetched, and rendered.

Posts nothing; every error is for the failure table.
"""

from __future__ import annotations

from contextlib import suppress
from zoneinfo import ZoneInfo

from bot.accounts import Accounts, Circle
from bot.answer import MASKED, answer
from bot.answer_all import Account as Asked
from bot.answer_all import answer_all
from bot.core.digest import ALL, WhenEmpty, query_for
from bot.core.reports import Report
from bot.core.rights import Act, Role, Setting, Visibility, may
from bot.core.sentences import say
from bot.core.toplists import Discretion
from bot.digests.figures import Figures
from bot.digests.ledger import Ledger
from bot.digests.orders import Order
from bot.errors import AccountGoneError, KeyRefusedError, RightsError, StorageError, UpstreamError
from bot.render.message import answer_message
from bot.render.plan import MessagePlan, Shown
from bot.render.portfolio.message import portfolio_message
from bot.storage.accounts import Account

# All that Flow XO is waited for, for one digest.
FIGURES_S = 15.0
_SHOWN = Shown(public=True, threaded=True)


class Maker:
    """Makes messages of what the accounts' figures are; for any number of threads."""

    def __init__(self, accounts: Accounts, ledger: Ledger, figures: Figures) -> None:
        self._accounts = accounts
        self._ledger = ledger
        self._figures = figures

    def __call__(self, order: Order) -> MessagePlan | None:
        """The message of an order; None where there is nothing and that is to be skipped."""
        target = order.delivery.target
        person = target.startswith(("U", "W"))
        with self._ledger.reading() as (connection, _):
            team_id, channel_id = order.delivery.team_id, None if person else target
            circle = self._accounts.circle(connection, team_id, channel_id)
        if order.digest.account == ALL:
            return self._of_all(order, circle, person=person)
        account = circle.numbered(int(order.digest.account))
        if account is None:
            raise AccountGoneError(say("account.gone"), say("account.gone_hint"))
        if not person and not _may_show(order, circle, account):
            raise RightsError(say("rights.only_here"))
        report = self._of_one(order, circle, account)
        if report.no_data and order.digest.when_empty is WhenEmpty.SKIP:
            return None
        return answer_message(report, _SHOWN)

    def _of_one(self, order: Order, circle: Circle, account: Account) -> Report:
        team_id = order.delivery.team_id
        source = self._figures.of(
            (team_id, account.account_id),
            lambda: self._accounts.source(team_id, account, FIGURES_S),
        )
        try:
            report = answer(
                query_for(order.digest, order.delivery.due_at),
                source,
                order.now,
                account=account.name if len(circle.accounts) > 1 else None,
                week_start=order.digest.week_start,
                discretion=_discretion(account),
            )
        except UpstreamError as error:
            self._note(team_id, account, error)
            raise
        self._note(team_id, account, None)
        return report

    def _of_all(self, order: Order, circle: Circle, *, person: bool) -> MessagePlan:
        """A row an account: of those that may be shown there."""
        meant = [one for one in circle.accounts if person or _may_show(order, circle, one)]
        if not meant:
            raise AccountGoneError(say("account.gone"), say("account.gone_hint"))
        query = query_for(order.digest, order.delivery.due_at)
        asked = [self._asked(order.delivery.team_id, one) for one in meant]
        return portfolio_message(answer_all(query, asked, order.now, budget_s=FIGURES_S), _SHOWN)

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
