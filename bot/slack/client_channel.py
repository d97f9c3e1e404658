"""What a channel is for, as its form says: its account, that alone, and whether outsiders may ask.

Letting outsiders in is asked for twice: by the form, and by the one that says what that means.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.core.rights import Act
from bot.core.sentences import say
from bot.errors import BotError
from bot.render import forms
from bot.render.forms import About
from bot.render.inputs import Filled
from bot.render.notice import notice
from bot.slack.asker import Asker
from bot.slack.changing import Turn, take_turn
from bot.slack.desk import Desk
from bot.slack.place import Place
from bot.slack.using import must_be_free
from bot.storage import channels
from bot.storage.accounts import Account
from bot.storage.channels import Changes, Channel


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a form changes. `account` is a number, UNSET for none, None where it was not touched.

    `on` and `off` are the switches to turn. Where the account changes every switch is named: what
    was so for one is not so for another.
    """

    account: str | None = None
    on: frozenset[str] = frozenset()
    off: frozenset[str] = frozenset()

    @property
    def lets_in(self) -> bool:
        """Whether outsiders may ask afterwards who might not before."""
        return forms.LET_IN in self.on

    def carried(self) -> tuple[str, ...]:
        """As the form carries it that asks once more."""
        account = () if self.account is None else (f"={self.account}",)
        return (*account, *(f"+{one}" for one in self.on), *(f"-{one}" for one in self.off))

    @classmethod
    def carried_by(cls, texts: tuple[str, ...]) -> Wanted:
        """What `carried` wrote."""
        found: dict[str, list[str]] = {"=": [], "+": [], "-": []}
        for text in texts:
            found.get(text[:1], []).append(text[1:])
        account = found["="][0] if found["="] else None
        return cls(account, frozenset(found["+"]), frozenset(found["-"]))


def wanted_of(fields: Mapping[str, Filled]) -> Wanted:
    """What was touched in the form."""
    account, client = fields.get("account"), fields.get("client") or Filled((), ())
    if account is None or not account.changed:
        return Wanted(None, frozenset(client.added), frozenset(client.removed))
    on = frozenset(client.value)
    return Wanted(account.text, on, frozenset((forms.ONLY, forms.LET_IN)) - on)


def save_channel(desk: Desk, place: Place, of: About, fields: Mapping[str, Filled]) -> None:
    """What the form says, where it lets nobody in."""
    settle_channel(desk, place, of.account, wanted_of(fields))


def settle_channel(desk: Desk, place: Place, seen: int | None, wanted: Wanted) -> None:
    """Change the channel as wanted, and tell whoever did it what it is now.

    `seen` is the number of the account that the channel had in the form, None for none.
    """
    asker = desk.admit(place, afresh=True)
    if place.channel_id is None or asker.direct:
        raise BotError(say("form.no_channel"), say("form.no_channel_hint"))
    lines = take_turn(desk, place, asker, "settings", lambda turn: _settle(turn, seen, wanted))
    place = asker.at(place)
    desk.replies.whisper(place, notice(lines, place.language))


def _settle(turn: Turn, seen: int | None, wanted: Wanted) -> list[str]:
    """Change it, if whoever sent the form may; what is to be said of it."""
    asker, before = turn.asker, turn.asker.circle.channel
    must_be_free(asker)
    if wanted != Wanted():
        _must_be_as_seen(asker, seen)
    account = _account(asker, wanted)
    if account is not None and wanted != Wanted():
        asker.must(Act.CHANGE, account)
    if account is None and wanted.on:
        raise BotError(say("form.need_account"), say("form.nothing_saved"))
    changes, to = _changes(before, account, wanted), (turn.team_id, before.channel_id)
    after = channels.change(turn.connection, *to, turn.by, **changes)
    if after is None:
        raise BotError(say("account.gone"), say("account.gone_hint"))
    lines = [say("form.unchanged") if after == before else say("form.saved")]
    return [*lines, *_told(account, after)]


def _must_be_as_seen(asker: Asker, seen: int | None) -> None:
    """BotError where the channel has another account by now than its form said.

    What was ticked there was meant for that one, and may let others see the figures of this.
    """
    own = asker.circle.of_channel()
    if (own.number if own is not None else None) != seen:
        raise BotError(say("form.other_account"), say("form.other_account_hint"))


def _account(asker: Asker, wanted: Wanted) -> Account | None:
    """The account that the channel is to have."""
    if wanted.account is None:
        return asker.circle.of_channel()
    if wanted.account == forms.UNSET:
        return None
    number = wanted.account
    known = number.isascii() and number.isdecimal() and len(number) < 9
    return asker.numbered(int(number) if known else -1)


def _changes(before: Channel, account: Account | None, wanted: Wanted) -> Changes:
    changes: Changes = {}
    if wanted.account is not None:
        changes["account_id"] = account.account_id if account else None
    only, let_in = before.only_this_account, before.outsiders_may_ask
    changes["only_this_account"] = _turned(forms.ONLY, wanted, now=only)
    changes["outsiders_may_ask"] = _turned(forms.LET_IN, wanted, now=let_in)
    return changes


def _turned(switch: str, wanted: Wanted, *, now: bool) -> bool:
    return switch in wanted.on or (now and switch not in wanted.off)


def _told(account: Account | None, channel: Channel) -> list[str]:
    """What the channel is for now."""
    lines = [say("use.now", account=account.name) if account else say("use.none_already")]
    if channel.only_this_account:
        lines.append(say("form.only_now") if account else say("form.nobody_now"))
    if account and channel.outsiders_may_ask:
        lines.append(say("form.outsiders_now", account=account.name))
    return lines
