"""What every log line of one request carries, by contextvars: bound once, in Slack's middleware.

Must hold ids only, never texts or tokens.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar

_FIELDS: ContextVar[Mapping[str, str]] = ContextVar("log_fields", default={})  # noqa: B039 - never changed in place


def bind(**fields: str | None) -> None:
    """Add `fields` (request_id, team_id, channel_id, listener) to this context's lines."""
    _FIELDS.set({**_FIELDS.get(), **{k: v for k, v in fields.items() if v}})


@contextmanager
def bound(**fields: str | None) -> Iterator[None]:
    """`bind` for the length of a block; what was bound before is back afterwards.

    Threads are reused: a listener or a job binds with this, or begins with `clear`.
    """
    before = _FIELDS.set({**_FIELDS.get(), **{k: v for k, v in fields.items() if v}})
    try:
        yield
    finally:
        _FIELDS.reset(before)


def clear() -> None:
    """Forget what an earlier request bound in this thread."""
    _FIELDS.set({})


def current() -> Mapping[str, str]:
    """What is bound now, for handing on to another thread: `with bound(**current())`."""
    return _FIELDS.get()


def new_reference() -> str:
    """A short id that a person can read out and an operator can find in the log."""
    return secrets.token_hex(4)
