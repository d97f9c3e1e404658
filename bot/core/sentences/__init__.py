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

TABLES = (answers, asking, explaining, operating, playground, service, upstream)
_SENTENCES: dict[str, str] = {
    key: text for table in TABLES for key, text in table.SENTENCES.items()
}


def say(key: str, **values: object) -> str:
    """The sentence `key` with its places filled; KeyError names what is missing, key or place."""
    return _SENTENCES[key].format(**values)
