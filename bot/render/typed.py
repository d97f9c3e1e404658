"""A command as one types it: in Slack as it is, in a shell with the quotes that it needs."""

from __future__ import annotations

import shlex

_ACT_IN_QUOTES = frozenset('"$`\\!')


def typed(command: str, text: str) -> str:
    """`command` and `text`; a command of two words, flowxo-bot ask, is a shell's.

    There the text is quoted, so that a shell neither parts it nor reads its signs.
    """
    if " " not in command:
        return f"{command} {text}"
    quoted = shlex.quote(text) if _ACT_IN_QUOTES & set(text) else f'"{text}"'
    return f"{command} {quoted}"
