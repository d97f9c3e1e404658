"""The one catalogue of sentences that people read: the tables and `say`; holds no logic."""

from __future__ import annotations

from bot.core.sentences import (
    answers,
    asking,
    explaining,
    operating,
    playground,
    service,
    upstream,
)

_TABLES = (
    asking.SENTENCES,
    answers.SENTENCES,
    explaining.SENTENCES,
    service.SENTENCES,
    operating.SENTENCES,
    playground.SENTENCES,
    upstream.SENTENCES,
)


def say(key: str, **values: object) -> str:
    """The sentence `key` with its places filled; KeyError names a key or a place that is missing.

    Keys are looked for in `asking`, `answers`, `explaining`, `service`, `operating`,
    `playground`, `upstream`.
    """
    for table in _TABLES:
        if key in table:
            return table[key].format(**values)
    raise KeyError(key)
