"""Names that no account can have: alone they are words of ours, a date, a number or a command.

Must not refuse a name for a word that it holds: "May GmbH" is one.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime

from bot.core.accounts import one_line
from bot.core.parse import Context, parse
from bot.core.phrases.naming import every
from bot.core.phrases.vocabulary import CODES
from bot.errors import ParseError

_NUMBER = re.compile(r"#\s*\d+")
_NONE = frozenset(("none", "keine", "keins", "ninguna", "aucun", "nenhuma"))


def is_own(name: str, now: datetime) -> bool:
    """Whether `name` says something by itself already, in any of our languages."""
    words = one_line(name).casefold().removeprefix("for ")
    if (
        _NUMBER.fullmatch(words)
        or words in _NONE
        or any(words in every(code) for code in ("en", *CODES))
    ):
        return True
    try:
        # What is only near to a word of ours may be a name.
        return not parse(words, Context(now, UTC)).notes
    except ParseError:
        return False
