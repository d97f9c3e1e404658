"""The settings as modals: a person's, an account's, a channel's; and what a form carries along.

Shows what it is handed and judges nobody's rights; the listeners read the same names.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from typing import Final

from bot.core.account_names import LONGEST
from bot.core.accounts import AccountName
from bot.core.sentences import phrase, say, told
from bot.render import inputs
from bot.render.blocks import Block, actions, button, context, rich_lines, select
from bot.render.inputs import Field
from bot.render.limits import LIMITS
from bot.render.typed import typed
from bot.render.untrusted import size

# The callback_id of each form.
PERSON: Final = "settings_person"
ACCOUNT: Final = "settings_account"
CHANNEL: Final = "settings_channel"
OUTSIDERS: Final = "settings_outsiders"
# What is pressed in a person's settings.
OPEN_ACCOUNT: Final = "settings_open_account"  # the value is the account's number
OPEN_CHANNEL: Final = "settings_open_channel"

UNSET: Final = "unset"  # the value of an option that hands a choice back
ONLY: Final = "only"
LET_IN: Final = "outsiders"
MASKED: Final = "masked"
_ZONE = 64
_WEEK_STARTS = (0, 5, 6)
# Each language in its own words.
LANGUAGES: Final = (
    ("English", "en"),
    ("Español", "es"),
    ("Deutsch", "de"),
    ("Français", "fr"),
    ("Português", "pt"),
)


@dataclass(frozen=True, slots=True)
class About:
    """What a form is about and where it was opened; it comes back when it is sent in.

    `account` is the number of the one that it changes, or that the channel was for when its form
    was opened. `wanted` is what a form that asks for a confirmation has been told already.
    """

    channel_id: str | None = None
    language: str = "en"
    account: int | None = None
    wanted: tuple[str, ...] = ()

    def carried(self) -> str:
        """As a form's private_metadata."""
        return json.dumps(asdict(self))


def about(metadata: str) -> About | None:
    """What `carried` wrote; None for anything else."""
    try:
        read = json.loads(metadata)
        return About(**{**read, "wanted": tuple(read["wanted"])})
    except (ValueError, TypeError, KeyError):
        return None


@dataclass(frozen=True, slots=True)
class PersonForm:
    """A person's settings; `connecting` and `connectors` are for admins alone, None else."""

    date_order: str | None
    language: str | None
    accounts: tuple[AccountName, ...] = ()
    channel: bool = False
    connecting: str | None = None
    connectors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AccountForm:
    """An account's settings. `fixed_zone`: the bot's own settings say it.

    `flows` are the names that Flow XO has shown lately, None while they are looked up; `failed`
    that they could not be.
    """

    name: str
    zone: str | None
    week_start: int
    visibility: str
    masking: bool
    hidden: tuple[str, ...]
    fixed_zone: bool = False
    flows: tuple[str, ...] | None = None
    failed: bool = False


@dataclass(frozen=True, slots=True)
class ChannelForm:
    """A channel's settings: its account among those that may be chosen, and the two switches.

    `many`: there are more accounts than a menu holds.
    """

    accounts: tuple[AccountName, ...]
    account: int | None
    only: bool
    outsiders: bool
    many: bool = False


def person_view(form: PersonForm, of: About) -> Block:
    """How a person is read and answered, and the way to the other settings."""
    language = of.language
    orders = (
        (say("form.as_slack"), UNSET),
        (say("form.day_first"), "day_first"),
        (say("form.month_first"), "month_first"),
    )
    languages = ((say("form.as_typed"), UNSET), *LANGUAGES)
    date_order = Field("date_order", say("form.date_order"), say("form.date_order_hint"))
    speech = Field("language", say("form.language"), say("form.language_hint"))
    blocks = [
        inputs.one_of(date_order, orders, form.date_order or UNSET, language),
        inputs.one_of(speech, languages, form.language or UNSET, language),
    ]
    if form.connecting is not None:
        blocks += _connecting(form.connecting, form.connectors, language)
    ways = _ways(form, language)
    blocks += [actions(ways)] if ways else []
    return inputs.modal(PERSON, say("form.person"), blocks, of.carried(), language)


def _connecting(connecting: str, connectors: Sequence[str], language: str) -> list[Block]:
    who = Field("connecting", say("form.connecting"))
    choices = [(say(f"form.connecting.{one}"), one) for one in ("everyone", "admins", "named")]
    named = Field("connectors", say("form.connectors"), say("form.connectors_hint"))
    return [
        inputs.one_of(who, choices, connecting, language),
        inputs.people(named, connectors, language),
    ]


def _ways(form: PersonForm, language: str) -> list[Block]:
    ways = []
    if 0 < len(form.accounts) <= LIMITS["select.options"]:
        options = [(one.name, str(one.number)) for one in form.accounts]
        ways.append(select(OPEN_ACCOUNT, options, told(say("form.open_account"), language)))
    if form.channel:
        ways.append(button(told(say("form.open_channel"), language), OPEN_CHANNEL, "channel"))
    return ways


def account_view(form: AccountForm, of: About) -> Block:
    """What of an account its owner and workspace admins may set."""
    language = of.language
    name = Field("name", say("form.name"))
    days = [(say(f"weekday.{day}"), str(day)) for day in _WEEK_STARTS]
    seen = (
        (say("form.visibility.workspace"), "workspace"),
        (say("form.visibility.channels"), "channels"),
    )
    visibility = Field("visibility", say("form.visibility"), say("form.visibility_hint"))
    masking = Field("masking", say("form.masking"), say("form.masking_hint"))
    blocks = [
        inputs.typed_in(name, form.name, language, longest=LONGEST, must=True),
        _zone(form, language),
        inputs.one_of(Field("week_start", say("form.week")), days, str(form.week_start), language),
        inputs.one_of(visibility, seen, form.visibility, language),
        inputs.switches(masking, [(say("form.masked"), MASKED)], [MASKED] * form.masking, language),
        *_hidden(form, language),
    ]
    return inputs.modal(ACCOUNT, say("form.account"), blocks, of.carried(), language)


def _zone(form: AccountForm, language: str) -> Block:
    if form.fixed_zone:
        return context(told(say("form.zone_fixed", zone=form.zone or ""), language))
    zone = Field("zone", say("form.zone"), say("form.zone_hint"))
    return inputs.typed_in(zone, form.zone or "", language, longest=_ZONE, must=False)


def _hidden(form: AccountForm, language: str) -> list[Block]:
    """The hide list: what is hidden already, then what ran lately, as far as a menu holds."""
    names = dict.fromkeys((*form.hidden, *(form.flows or ())))
    # Names beyond what an option can carry could not be told apart from their beginnings.
    kept = [name for name in names if 0 < size(name) <= LIMITS["option.value"]]
    kept = kept[: LIMITS["select.options"]]
    field = Field("hidden", say("form.hidden"), say("form.hidden_hint"))
    choices = [(name, name) for name in kept]
    rows = [inputs.some_of(field, choices, form.hidden, language)] if kept else []
    if form.failed:
        rows.append(context(told(say("form.flows_failed"), language)))
    elif form.flows is None:
        rows.append(context(told(say("form.flows_wait"), language)))
    elif not kept:
        rows.append(context(told(say("form.flows_none"), language)))
    if len(kept) < len(names):
        left = say("form.flows_left", count=len(names) - len(kept))
        rows.append(context(told(left, language)))
    return rows


def channel_view(form: ChannelForm, of: About, command: str) -> Block:
    """What a channel is for; what letting outsiders in means stands beside the switch."""
    language = of.language
    accounts = [(say("form.no_account"), UNSET)]
    accounts += [(one.name, str(one.number)) for one in form.accounts]
    chosen = UNSET if form.account is None else str(form.account)
    account = Field("account", say("form.channel_account"), say("form.channel_account_hint"))
    client = Field("client", say("form.client"), say("form.client_hint"))
    switches = ((say("form.only"), ONLY), (say("form.outsiders"), LET_IN))
    ticked = [ONLY] * form.only + [LET_IN] * form.outsiders
    blocks = [
        inputs.one_of(account, accounts, chosen, language),
        inputs.switches(client, switches, ticked, language),
    ]
    if form.many:
        text = typed(command, told(phrase("use"), language))
        blocks.insert(1, context(told(say("form.many", command=text), language)))
    return inputs.modal(CHANNEL, say("form.channel"), blocks, of.carried(), language)


def outsiders_view(of: About, wanted: tuple[str, ...], account: str) -> Block:
    """Asks once more before outsiders are let in; `wanted` is what the form before it said.

    `account` is the name of the one that they may then ask about.
    """
    what = say("form.let_in.what", account=account)
    said = (what, say("form.let_in.who"), say("form.let_in.until"))
    lines = [[told(line, of.language)] for line in said]
    carried = replace(of, wanted=wanted).carried()
    return inputs.modal(
        OUTSIDERS,
        say("form.let_in"),
        [rich_lines(lines)],
        carried,
        of.language,
        go=say("form.let_in.go"),
    )
