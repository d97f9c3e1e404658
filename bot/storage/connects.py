"""One-time permissions to connect an account: a form that may be sent in once, for ten minutes.

Must keep no token, only what it is known by; looking at one must change nothing, since previews
of links look too.
"""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import Connection, delete, select, update

from bot.settings import Secret
from bot.storage.tables import CONNECT_TOKENS

LASTS = timedelta(minutes=10)
# How long it is still known that a form was there, to say "used" or "too late" of it.
KEPT = timedelta(days=1)
_BYTES = 32
_TOKEN = CONNECT_TOKENS.c


class Purpose(StrEnum):
    """What the form is for."""

    CONNECT = "connect"
    REPLACE_KEY = "replace_key"


class State(StrEnum):
    """Whether the form can be sent in."""

    OPEN = "open"
    USED = "used"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True)
class Request:
    """Who may send the form in, and what for.

    `asked_by` is who asked for it, where that is somebody else. `account_id` is the one whose key
    is replaced, `name` what a new one is to be called, where that was said. `question` is the
    canonical text that waits to be answered in `channel_id`, for all to see where there is a
    `thread_ts`.
    """

    purpose: Purpose
    user_id: str
    asked_by: str | None = None
    channel_id: str | None = None
    thread_ts: str | None = None
    account_id: str | None = None
    name: str | None = None
    question: str | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """A form as it stands, and in which workspace."""

    state: State
    team_id: str
    request: Request


def issue(
    connection: Connection, team_id: str, request: Request, now: datetime, lasts: timedelta = LASTS
) -> Secret:
    """A new form's token, of 256 random bits; it is not stored and can be shown only now."""
    token = Secret(secrets.token_urlsafe(_BYTES))
    values = {**asdict(request), "team_id": team_id, "expires_at": now + lasts}
    connection.execute(CONNECT_TOKENS.insert().values(token_hash=_hash(token), **values))
    return token


def look(connection: Connection, token: Secret, now: datetime) -> Found | None:
    """The form of a token, or None where there is none; changes nothing.

    The token alone says which workspace it is of: whoever guesses one finds nothing.
    """
    row = connection.execute(
        select(CONNECT_TOKENS).where(_TOKEN.token_hash == _hash(token))
    ).first()
    if not row:
        return None
    state = State.USED if row.used_at else State.OPEN if now < row.expires_at else State.EXPIRED
    values = {name: getattr(row, name) for name in Request.__dataclass_fields__}
    request = Request(**{**values, "purpose": Purpose(row.purpose)})
    return Found(state, row.team_id, request)


def use(connection: Connection, token: Secret, now: datetime) -> Found | None:
    """Take the form, for once; None where it is not open. Of two at once only the first has it.

    Call it in the transaction that saves what was sent in: what is undone was not used.
    """
    mine = (
        update(CONNECT_TOKENS)
        .where(_TOKEN.token_hash == _hash(token), _TOKEN.used_at.is_(None), _TOKEN.expires_at > now)
        .values(used_at=now)
    )
    if connection.execute(mine).rowcount != 1:
        return None
    return look(connection, token, now)


def prune(connection: Connection, now: datetime) -> int:
    """Forget, in all workspaces, the forms that ended more than a day ago; how many."""
    statement = delete(CONNECT_TOKENS).where(_TOKEN.expires_at <= now - KEPT)
    return connection.execute(statement).rowcount


def _hash(token: Secret) -> str:
    return hashlib.sha256(token.reveal().encode("utf-8", "replace")).hexdigest()
