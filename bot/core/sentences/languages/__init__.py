"""The catalogue in the other languages: one table each, loaded when somebody needs it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module

CODES = ("es", "de", "fr", "pt")
_PARTS = (
    "accounts", "asking", "digest_forms", "digests", "forms", "keys", "managing", "notices",
    "service", "subscribing", "subscriptions", "texts",
)  # fmt: skip


@cache
def table_of(code: str) -> Mapping[str, str]:
    """A language's sentences by their keys, and the texts of our own tables by the English ones."""
    table: dict[str, str] = {}
    for part in _PARTS:
        table |= import_module(f"{__name__}.{code}_{part}").SENTENCES
    return table
