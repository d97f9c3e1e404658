"""Takes a key that was sent in: rights, the key itself, one real call, and only then the account.

The same for our page and for the form in Slack. What came of it is told to whoever sent it in,
and to whoever waits. Must put the key into nothing but the call and the encrypted column.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import Connection

from bot.core import new_keys
from bot.core.new_keys import Pasted, gives_away, repeats
from bot.core.own_words import is_own
from bot.core.parse import Context, Subcommand, parse
from bot.core.periods import of_days
from bot.core.query import quoted
from bot.core.rights import Act
from bot.core.sentences import say
from bot.errors import (
    BotError,
    KeyRefusedError,
    KeyTypedError,
    ParseError,
    UpstreamBusyError,
    UpstreamDownError,
    UpstreamError,
)
from bot.render.key_forms import KEY, NAME
from bot.settings import Secret
from bot.slack import connectors
from bot.slack.asker import Asker
from bot.slack.changing import Turn, take_turn_by
from bot.slack.desk import Desk
from bot.slack.place import Manner, Place
from bot.storage import connecting
from bot.storage.accounts import Account, Outcome, Saved
from bot.storage.audit import By
from bot.storage.connects import Purpose, Request

_log = logging.getLogger(__name__)
# One call; whoever sent the form waits for it.
_TRY_S = 8.0
_FAULTS: tuple[tuple[type[UpstreamError], str], ...] = (
    (KeyRefusedError, "key.refused"),
    (UpstreamBusyError, "key.busy"),
    (UpstreamDownError, "key.unreached"),
    (UpstreamError, "key.nonsense"),
)


class FormError(BotError):
    """What was typed into the input `field` of a form can't be taken; nothing was saved."""

    def __init__(self, field: str, message: str, hint: str = "") -> None:
        super().__init__(message, hint)
        self.field = field


class ClosedError(BotError):
    """The form was used, or it ended, before it was sent in."""


@dataclass(frozen=True, slots=True)
class Filled:
    """A form that was filled in; `name` is "" where it had no such input.

    `origin` is where, for the audit log. `use` takes the permission to send it in, in the
    transaction that saves; it is False where that is gone.
    """

    request: Request
    key: str
    name: str
    origin: str
    use: Callable[[Connection], bool] = lambda _: True


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of it: the account, and what must be said beside."""

    asker: Asker
    account: Account
    notes: tuple[str, ...]


def save(desk: Desk, team_id: str, filled: Filled) -> Kept:
    """Try the key and save it; FormError, ClosedError or another BotError where nothing was."""
    request = filled.request
    place = Place(team_id, request.user_id, Manner.DIRECT, ())
    asker = desk.admit(place, afresh=True)
    connectors.must(desk, asker, request)
    pasted, name, notes = _read(desk, asker, filled)
    key = Secret(pasted.key)
    _try(desk, asker, key)
    # Flow XO may have taken its time: whoever lost their rights meanwhile saves nothing.
    asker = desk.admit(place, afresh=True)
    by = By(request.user_id, filled.origin, desk.now())
    account = take_turn_by(desk, place, asker, by, lambda turn: _store(turn, filled, name, key))
    # What waited for another key may be due.
    desk.services.wake()
    event = "account_connected" if request.purpose is Purpose.CONNECT else "key_replaced"
    _log.info(event, extra={"account": account.number})
    return Kept(asker, account, notes)


def _read(desk: Desk, asker: Asker, filled: Filled) -> tuple[Pasted, str, tuple[str, ...]]:
    """The key, the name, and what must be said of both."""
    try:
        pasted = new_keys.read(filled.key)
    except BotError as error:
        raise FormError(KEY, error.message, error.hint) from None
    said = (say("key.cleaned"),) if pasted.cleaned else ()
    if filled.request.purpose is Purpose.REPLACE_KEY:
        if repeats(connectors.account_of(asker, filled.request).name, pasted.key):
            raise FormError(KEY, say("key.is_name"))
        return pasted, "", said
    typed = filled.name or filled.request.name or ""
    if gives_away(typed, pasted.key):
        raise FormError(NAME, say("name_is_key"))
    name, notes = _name(desk, asker, typed)
    return pasted, name, (*said, *notes)


def _name(desk: Desk, asker: Asker, text: str) -> tuple[str, tuple[str, ...]]:
    """A new account's name, read as `connect "…"` reads it, with its notes."""
    context = Context(desk.now(), asker.zone(None), accounts=asker.names)
    try:
        reading = parse(f"{Subcommand.CONNECT} {quoted(text)}", context)
    except KeyTypedError:
        raise FormError(NAME, say("name_is_key")) from None
    except ParseError as error:
        raise FormError(NAME, error.message) from None
    name = reading.query.name or ""
    if is_own(name, desk.now()):
        raise FormError(NAME, say("name.unusable"))
    return name, reading.notes


def _try(desk: Desk, asker: Asker, key: Secret) -> None:
    """Ask for yesterday's figures, once; FormError where the key gives none."""
    zone = asker.zone(None)
    yesterday = desk.now().astimezone(zone).date() - timedelta(days=1)
    try:
        desk.services.accounts.attempt(key, of_days(yesterday, yesterday, zone), _TRY_S)
    except UpstreamError as error:
        _log.info("key_not_taken", extra={"kind": type(error).__name__})
        said = next(said for kind, said in _FAULTS if isinstance(error, kind))
        raise FormError(KEY, say(said)) from None


def _store(turn: Turn, filled: Filled, name: str, key: Secret) -> Account:
    """The account with its key, if whoever sent it in may still; the form is used with it."""
    if not filled.use(turn.connection):
        raise ClosedError(say("connect.page.closed"))
    replaces = filled.request.purpose is Purpose.REPLACE_KEY
    saved = _replaced(turn, filled.request, key) if replaces else _connected(turn, name, key)
    if saved.outcome is not Outcome.SAVED:
        # Undoes that the form was used: it may be sent in once more.
        raise _in_the_way(turn.asker, filled.request, saved)
    return saved.account


def _replaced(turn: Turn, request: Request, key: Secret) -> Saved:
    """The account with its new key."""
    account = connectors.account_of(turn.asker, request)
    turn.asker.must(Act.CHANGE, account)
    saved = connecting.replace_key(turn.connection, turn.team_id, account.account_id, key, turn.by)
    if saved is None:
        raise BotError(say("account.gone"), say("account.gone_hint"))
    return saved


def _connected(turn: Turn, name: str, key: Secret) -> Saved:
    """A new account."""
    person = turn.asker.person
    connectors.must_still(turn.connection, turn.team_id, person)
    zone = person.zone.key if person.zone is not None else None
    return connecting.connect(turn.connection, turn.team_id, name, key, turn.by, zone=zone)


def _in_the_way(asker: Asker, request: Request, saved: Saved) -> FormError:
    """Why nothing was saved, as far as the asker may know it."""
    if saved.outcome is Outcome.NAME_TAKEN:
        return FormError(NAME, say("name.taken" if asker.knows(saved.account) else "name.unusable"))
    if saved.account.account_id == request.account_id:
        return FormError(KEY, say("key.same", account=saved.account.name))
    if asker.may(Act.ASK, saved.account):
        return FormError(KEY, say("key.known", account=saved.account.name))
    return FormError(KEY, say("key.known_unseen"))
