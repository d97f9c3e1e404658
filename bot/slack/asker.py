"""Somebody who asks somewhere: what they may do with which account there, and which one is meant.

Every right is the table's in `core.rights`; here are only the facts that it is asked with.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from datetime import UTC, tzinfo
from functools import cached_property
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.accounts import Circle
from bot.core.accounts import AccountName
from bot.core.parse import months_first
from bot.core.query import Query
from bot.core.rights import (
    OUTSIDERS,
    Act,
    Role,
    Setting,
    Standing,
    Visibility,
    may,
    reason,
    role_of,
)
from bot.core.sentences import say
from bot.errors import BotError, RightsError
from bot.slack.place import Place
from bot.slack.rights import Person
from bot.storage.accounts import Account
from bot.storage.preferences import DateOrder, Preferences


class WhichAccountError(BotError):
    """Several accounts may be meant; `accounts` are those to choose from, by name.

    `usable` are the numbers of those that the asker may make the channel's own. `asked` is the
    question about each, by its number, as it is read by that account's clock; `notes` say how.
    """

    def __init__(self, accounts: tuple[Account, ...], usable: frozenset[int] = frozenset()) -> None:
        super().__init__(say("account.which"), say("account.which_hint"))
        self.accounts = accounts
        self.usable = usable
        self.asked: dict[int, Query] = {}
        self.notes: tuple[str, ...] = ()


class NoAccountError(BotError):
    """Nothing is connected that `query` of `asker`, None for no question, could be about."""

    def __init__(self, asker: Asker, query: Query | None) -> None:
        super().__init__(say("no_account"), say("no_account_hint"))
        self.asker = asker
        self.query = query


@dataclass(frozen=True)
class Asker:
    """A person at a place, and how they want to be read and answered.

    `direct` is true in direct messages with the bot and on the Home tab.
    """

    person: Person
    circle: Circle
    direct: bool
    preferences: Preferences = field(default_factory=Preferences)

    def role(self, account: Account) -> Role:
        """What the person is to an account."""
        owner = account.owner_user_id == self.person.user_id
        return role_of(self.person.standing, admin=self.person.admin, owner=owner)

    def setting(self, account: Account) -> Setting:
        """What the place is to an account."""
        if self.direct:
            return Setting.DIRECT
        channel = self.circle.channel
        if channel.account_id == account.account_id:
            return Setting.OWN_OPEN if channel.outsiders_may_ask else Setting.OWN
        if channel.only_this_account:
            return Setting.CLOSED
        return Setting.CHANNEL_OPEN if channel.outsiders_may_ask else Setting.CHANNEL

    def may(self, act: Act, account: Account) -> bool:
        """Whether the person may do that with the account here."""
        return may(act, *self._facts(account))

    def must(self, act: Act, account: Account) -> None:
        """RightsError where the person may not."""
        if not self.may(act, account):
            raise RightsError(say(reason(act, self.role(account), self.setting(account))))

    @cached_property
    def visible(self) -> tuple[Account, ...]:
        """The accounts that the person may ask about here, by name; no other is ever told of."""
        return tuple(one for one in self.circle.accounts if self.may(Act.ASK, one))

    @cached_property
    def seen(self) -> str:
        """In short which accounts are visible: what was seen of them is what may be shared."""
        ids = " ".join(sorted(one.account_id for one in self.visible))
        return hashlib.sha256(ids.encode()).hexdigest()[:16]

    @property
    def usable(self) -> frozenset[int]:
        """The numbers of the accounts that the person may make the channel's own."""
        if not self.circle.channel.channel_id:
            return frozenset()
        return frozenset(one.number for one in self.visible if self.may(Act.USE, one))

    @cached_property
    def known(self) -> tuple[Account, ...]:
        """The accounts that the person may know of here: visible, or theirs to change."""
        return tuple(filter(self.knows, self.circle.accounts))

    def knows(self, account: Account) -> bool:
        """Whether the person may know of the account here."""
        return self.may(Act.ASK, account) or self.may(Act.CHANGE, account)

    @property
    def knows_more(self) -> bool:
        """Whether they know of an account here that may not be shown to the others."""
        return any(not self.may(Act.SHOW, one) for one in self.known)

    @property
    def names(self) -> tuple[AccountName, ...]:
        """The known accounts as they can be named."""
        return tuple(AccountName(one.number, one.name) for one in self.known)

    def numbered(self, number: int) -> Account:
        """The account of that number; BotError where the person knows of none."""
        found = next((one for one in self.known if one.number == number), None)
        if found is None:
            raise BotError(say("account.gone"), say("account.gone_hint"))
        return found

    @property
    def locale(self) -> str | None:
        """What words are read by: the language that was set, else Slack's locale."""
        return self.preferences.language or self.person.locale

    @property
    def month_first(self) -> bool:
        """Whether 05/06/2026 is the sixth of May."""
        if self.preferences.date_order is None:
            return months_first(self.person.locale)
        return self.preferences.date_order is DateOrder.MONTH_FIRST

    def at(self, place: Place) -> Place:
        """The place, with what is told there in the language that the person has set."""
        language = self.preferences.language
        return replace(place, language=language) if language else place

    @property
    def admin(self) -> bool:
        """Whether the person is a full member and an admin of the workspace."""
        return self.person.standing is Standing.MEMBER and self.person.admin

    @property
    def outsider(self) -> bool:
        """Whether the person is no full member of the workspace."""
        return Role[self.person.standing.name] in OUTSIDERS

    def default(self) -> Account | None:
        """The account that is meant where none is named: the channel's, else the only one."""
        own = self.circle.of_channel()
        if own is not None and own in self.visible:
            return own
        return self.visible[0] if len(self.visible) == 1 else None

    def meant(self, query: Query) -> Account:
        """The account that `query` is about; BotError where there is none, or which is open."""
        found = self.default()
        if query.account is not None:
            found = self.numbered(query.account)
            self.must(Act.ASK, found)
        if found is not None:
            return found
        if self.visible:
            raise WhichAccountError(self.visible, self.usable)
        raise self.nothing(query)

    def told(self, account: Account) -> str | None:
        """The account's name where an answer must say it: wherever there are several."""
        return account.name if len(self.circle.accounts) > 1 else None

    def zone(self, account: Account | None) -> tzinfo:
        """The zone that dates are read in: the account's, else the asker's, else UTC."""
        return _zone_of(account) or self.person.zone or UTC

    def knows_zone(self, account: Account | None) -> bool:
        """Whether there is a better zone than UTC."""
        return bool(_zone_of(account) or self.person.zone)

    def _facts(self, account: Account) -> tuple[Role, Visibility, Setting]:
        visibility = Visibility(account.visibility.value)
        return self.role(account), visibility, self.setting(account)

    def nothing(self, query: Query | None = None) -> BotError:
        """Why there is nothing to ask about."""
        if not self.circle.accounts:
            return NoAccountError(self, query)
        if self.circle.channel.only_this_account and not self.direct:
            return RightsError(say("rights.only_here"))
        return RightsError(say("rights.its_channels"))


def _zone_of(account: Account | None) -> tzinfo | None:
    """The account's zone; None where it has none, or one that is known no longer."""
    if account is None or account.zone is None:
        return None
    try:
        return ZoneInfo(account.zone)
    except (ZoneInfoNotFoundError, ValueError):
        return None
