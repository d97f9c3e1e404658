"""Errors that offer a way out besides words: an account that is to be connected, or its key mended.

Decides who is offered what; whoever presses is checked once more.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime

from bot.core.phrases.saying import weekday_moment
from bot.core.query import Query
from bot.core.rights import Act
from bot.core.sentences import say
from bot.errors import BotError, KeyRefusedError, KeyTypedError, StorageError
from bot.render.blocks import Block
from bot.render.connecting import ASK, CONNECT, REMIND, REPLACE, offer
from bot.slack import connectors, depending, keepers
from bot.slack.asker import Asker, NoAccountError
from bot.slack.carrying import carry, waiting
from bot.slack.desk import Desk
from bot.slack.place import Place
from bot.storage.accounts import DEFAULT_ID, Account
from bot.storage.connects import Purpose, Request


class OfferedError(BotError):
    """An error with `buttons` under it."""

    def __init__(self, message: str, hint: str, buttons: Sequence[Block]) -> None:
        super().__init__(message, hint)
        self.buttons = buttons


def no_account(desk: Desk, place: Place, error: NoAccountError) -> BotError:
    """That there is none, and who can change that; the question goes on waiting in the buttons."""
    if not connectors.can_keep(desk):
        return error
    refusal = _refusal(desk, error.asker)
    request = waiting(desk, place, error.query, Request(Purpose.CONNECT, place.user_id))
    kinds = (ASK,) if refusal is not None else (CONNECT, ASK)
    hint = say("connect.offer")
    if refusal is not None:
        hint = say("connect.offer_ask", reason=refusal)
    buttons = [offer(kind, carry(request), place.language) for kind in kinds]
    return OfferedError(error.message, hint, buttons)


def key_typed(desk: Desk, place: Place, asker: Asker, error: KeyTypedError) -> BotError:
    """What is to be done about a key in a message, by whoever wrote it, and the button for it."""
    if asker.outsider or not connectors.can_keep(desk):
        found: BotError = error
    else:
        request = carry(Request(Purpose.CONNECT, place.user_id))
        refusal = _refusal(desk, asker)
        if refusal is None:
            button = offer(CONNECT, request, place.language)
            found = OfferedError(say("secret.connect"), error.hint, [button])
        else:
            ask = say("connect.offer_ask", reason=refusal)
            hint = say("both", first=error.hint, second=ask)
            button = offer(ASK, request, place.language)
            found = OfferedError(say("secret.ask"), hint, [button])
    # Nobody else need look for it.
    found.private = True
    return found


def _refusal(desk: Desk, asker: Asker) -> str | None:
    """Why somebody may not connect an account, as far as it can be said now."""
    with suppress(StorageError):
        return connectors.why_not(asker.person, connectors.workspace_of(desk))
    return say("storage_trouble")


def key_refused(
    desk: Desk, place: Place, asker: Asker, account: Account, query: Query, error: KeyRefusedError
) -> BotError:
    """Since when, who can mend it, and a button for whoever asks: to do it, or to have it done."""
    request = Request(Purpose.REPLACE_KEY, place.user_id, account_id=account.account_id)
    kept = carry(waiting(desk, place, query, request))
    remind = offer(REMIND, kept, place.language)
    mends = asker.may(Act.CHANGE, account)
    if account.account_id == DEFAULT_ID:
        # Nothing in Slack mends it; but not everybody knows who runs the bot.
        if mends or asker.outsider:
            return KeyRefusedError(error.message, say("refused.operator"))
        return OfferedError(error.message, say("refused.operator"), [remind])
    since = _moment(asker, account.failing_since or desk.now())
    message = say("refused.since", account=account.name, since=since)
    if asker.outsider:
        return KeyRefusedError(message, say("upstream.refused.hint"))
    who, button = _keepers(desk, asker, account), remind
    if mends:
        who, button = say("refused.yours"), offer(REPLACE, kept, place.language)
    digests = depending.need_line(desk, place, asker, account)
    if digests is None:
        return OfferedError(message, who, [button])
    return OfferedError(say("two_lines", first=message, second=who), digests, [button])


def _told_last(account: Account) -> datetime | None:
    """When somebody was last told of the failure that there is now."""
    told_at, since = account.told_at, account.failing_since
    return told_at if told_at is not None and since is not None and told_at >= since else None


def _keepers(desk: Desk, asker: Asker, account: Account) -> str:
    """Who can mend it, and when they last heard of it."""
    owner, last = keepers.owner_of(desk, account), _told_last(account)
    who = say("refused.owner", person=owner.name) if owner else say("refused.admins")
    if last is None:
        return who
    when = _moment(asker, last)
    one = say("refused.told_one", when=when)
    told = say("refused.told", person=owner.name, when=when) if owner else one
    return say("both", first=who, second=told)


def _moment(asker: Asker, at: datetime) -> str:
    """A moment on the asker's clock."""
    return weekday_moment(at, asker.zone(None))
