"""The kinds of value that columns hold beside numbers and text; knows no table.

A secret is encrypted by the keys of the engine that it is stored through (`storage.crypto`).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime

from sqlalchemy import DateTime, Dialect, Text
from sqlalchemy.types import TypeDecorator

from bot.settings import Secret
from bot.storage import crypto


class Instant(TypeDecorator[datetime]):
    """An aware datetime, stored in UTC on either engine; a naive one is refused."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """To UTC; SQLite has no zones and gets UTC's wall time."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("an instant without a zone cannot be stored")
        value = value.astimezone(UTC)
        return value.replace(tzinfo=None) if dialect.name == "sqlite" else value

    def process_result_value(self, value: datetime | None, _: Dialect) -> datetime | None:
        """Back, aware and in UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Texts(TypeDecorator[tuple[str, ...]]):
    """A few texts in their order, stored as a JSON list; never null."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: tuple[str, ...] | None, _: Dialect) -> str:
        """To JSON, in ASCII: it carries any character through either engine."""
        return json.dumps(list(value or ()))

    def process_result_value(self, value: str | None, _: Dialect) -> tuple[str, ...]:
        """Back."""
        return tuple(json.loads(value or "[]"))


class Fields(TypeDecorator[Mapping[str, object]]):
    """Named values, stored as a JSON object; never null.

    What cannot be read comes back empty: whoever needs a field of it finds that out, and a list
    with one such row in it can still be read.
    """

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Mapping[str, object] | None, _: Dialect) -> str:
        """To JSON, in ASCII, the same for the same fields."""
        return json.dumps(dict(value or {}), sort_keys=True)

    def process_result_value(self, value: str | None, _: Dialect) -> Mapping[str, object]:
        """Back."""
        try:
            found = json.loads(value or "{}")
        except ValueError:
            return {}
        return found if isinstance(found, dict) else {}


class Encrypted(TypeDecorator[Secret]):
    """A secret, stored encrypted; KeysError where the engine has no key that fits."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Secret | None, dialect: Dialect) -> str | None:
        """Encrypted with the first key."""
        return None if value is None else crypto.keys_of(dialect).encrypt(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Secret | None:
        """Decrypted with whichever key it was encrypted with."""
        return None if value is None else crypto.keys_of(dialect).decrypt(value)
