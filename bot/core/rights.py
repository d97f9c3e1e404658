"""Who may do what to which account where: one table, which code, docs and tests share.

Decides from facts alone and fetches none; whatever the table does not allow is refused.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import product


class Standing(StrEnum):
    """What somebody is in this workspace, by Slack's own word."""

    MEMBER = "member"
    GUEST = "guest"
    SINGLE_GUEST = "single-channel guest"
    STRANGER = "stranger"
    COLLEAGUE = "colleague"  # of another workspace of the same enterprise
    BOT = "bot"
    GONE = "gone"


class Role(StrEnum):
    """What somebody is to an account."""

    ADMIN = "workspace admin"
    OWNER = "owner of the account"
    MEMBER = "member"
    GUEST = "guest"
    SINGLE_GUEST = "single-channel guest"
    STRANGER = "person from another company"
    COLLEAGUE = "person from another workspace of the enterprise"
    BOT = "bot"
    GONE = "deactivated user"


class Visibility(StrEnum):
    """Where an account's figures may be asked for."""

    WORKSPACE = "workspace"
    CHANNELS = "channels"  # only where it is the channel's account


class Setting(StrEnum):
    """Where something is asked, as seen from an account."""

    DIRECT = "direct messages and Home"
    CHANNEL = "a channel of no account, or of another"
    CHANNEL_OPEN = "a client channel of another where outsiders may ask"
    OWN = "a channel of the account"
    OWN_OPEN = "a client channel where outsiders may ask"
    CLOSED = "a client channel of another account alone"


class Act(StrEnum):
    """What somebody wants to do with an account."""

    ASK = "ask, and see it listed"
    SHOW = "show it to the channel"
    USE = "make it the channel's account"
    CHANGE = "change its settings, its key, its channels"
    DISCONNECT = "disconnect it"


OUTSIDERS = frozenset({Role.GUEST, Role.SINGLE_GUEST, Role.STRANGER, Role.COLLEAGUE})
_KEEPERS = (Role.ADMIN, Role.OWNER)
_INSIDERS = (*_KEEPERS, Role.MEMBER)
_HERE = (Setting.OWN, Setting.OWN_OPEN)
_ROOMS = (Setting.CHANNEL, *_HERE)
_ASKED_FROM = (Setting.DIRECT, Setting.CHANNEL, Setting.CHANNEL_OPEN)


@dataclass(frozen=True, slots=True)
class Rule:
    """All of these roles may do all of these acts in all of these places."""

    acts: tuple[Act, ...]
    roles: tuple[Role, ...]
    visibilities: tuple[Visibility, ...]
    settings: tuple[Setting, ...]
    why: str


_ANY = tuple(Visibility)
_WORKSPACE = (Visibility.WORKSPACE,)
RULES = (
    Rule(
        (Act.ASK, Act.SHOW, Act.USE), _INSIDERS, _WORKSPACE, (Setting.DIRECT, *_ROOMS),
        "the workspace may see it",
    ),
    Rule(
        (Act.ASK, Act.USE), _INSIDERS, _WORKSPACE, (Setting.CHANNEL_OPEN,),
        "they may see it, and outsiders would read along",
    ),
    Rule((Act.ASK, Act.SHOW), _INSIDERS, _ANY, _HERE, "an account's channel is for its figures"),
    Rule((Act.ASK,), _KEEPERS, _ANY, _ASKED_FROM, "its keepers always may"),
    Rule((Act.ASK, Act.SHOW), tuple(OUTSIDERS), _ANY, (Setting.OWN_OPEN,), "they were let in here"),
    Rule((Act.USE,), _KEEPERS, _ANY, (*_ASKED_FROM, *_HERE), "a channel gets to see it"),
    Rule((Act.CHANGE, Act.DISCONNECT), _KEEPERS, _ANY, tuple(Setting), "it is theirs"),
)  # fmt: skip
_ALLOWED = frozenset(
    cell
    for rule in RULES
    for cell in product(rule.acts, rule.roles, rule.visibilities, rule.settings)
)


def role_of(standing: Standing, *, admin: bool, owner: bool) -> Role:
    """The role of somebody; who is no member is neither admin nor owner, whatever was once."""
    if standing is not Standing.MEMBER:
        return Role[standing.name]
    return Role.ADMIN if admin else Role.OWNER if owner else Role.MEMBER


def may(act: Act, role: Role, visibility: Visibility, setting: Setting) -> bool:
    """Whether the table allows it."""
    return (act, role, visibility, setting) in _ALLOWED


def may_connect(standing: Standing, *, admin: bool, chosen: bool) -> bool:
    """Whether somebody may connect an account; `chosen` is whether the workspace lets everyone.

    Or them by name. It is about no account, so it stands in no row of the table.
    """
    return standing is Standing.MEMBER and (admin or chosen)


def reason(act: Act, role: Role, setting: Setting) -> str:
    """The key of the sentence that says why `may` said no; nobody's questions come so far."""
    if role in OUTSIDERS:
        return "rights.guest" if role in (Role.GUEST, Role.SINGLE_GUEST) else "rights.stranger"
    if act in (Act.CHANGE, Act.DISCONNECT):
        return "rights.keepers"
    if setting is Setting.CLOSED:
        return "rights.only_here"
    if act is Act.USE:
        return "rights.keepers"
    if setting is Setting.CHANNEL_OPEN:
        return "rights.read_along"
    return "rights.its_channels"
