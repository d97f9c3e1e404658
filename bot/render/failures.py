"""A BotError becomes a message of at most three lines, with a button for each way out.

Says what and why, then what to type or do; never quotes more of the typed words than the error.
"""

from __future__ import annotations

import re

from bot.core.sentences import say, told
from bot.errors import MOST_SUGGESTIONS, BotError
from bot.render.actions import run_buttons
from bot.render.blocks import Block, Piece, rich_lines
from bot.render.plan import MessagePlan, Shown
from bot.render.toptext import top_text
from bot.render.typed import typed

_LINES = 3
_TOLD = 3  # commands in the text
WHAT_I_COUNT = "counts"  # the help topic behind What I Can Count
_ASKS_WHAT_I_COUNT = f"help {WHAT_I_COUNT}"  # and the suggestion that leads there


def error_lines(error: BotError, command: str, language: str) -> list[str]:
    """What happened; what to do, with a command that works."""
    lines = [line for line in told(error.message, language).split("\n") if line.strip()]
    hint = _hint(error, command, language)
    room = _LINES - (1 if hint else 0)
    if len(lines) > room:
        lines = [*lines[: room - 1], " ".join(lines[room - 1 :])]
    return [*lines, hint] if hint else lines


def _commands(error: BotError, language: str) -> list[str]:
    """The suggestions as they are typed."""
    offered = error.suggestions[:MOST_SUGGESTIONS]
    return [told(text, language) for text in offered if text != _ASKS_WHAT_I_COUNT]


def _hint(error: BotError, command: str, language: str) -> str:
    """The hint with what can be typed: all of it behind a colon, else the first, once."""
    hint = " ".join(told(error.hint, language).split())
    texts = _commands(error, language)
    commands = [typed(command, text) for text in texts]
    if not commands:
        return hint
    if hint.endswith(":"):
        return f"{hint} {', '.join(commands[:_TOLD])}"
    if any(text in hint for text in texts):
        # The longest first: one suggestion may begin another.
        for text in sorted(texts, key=len, reverse=True):
            hint = hint.replace(f"{command} {text}", typed(command, text))
        return hint
    return f"{hint} {told(say('try', command=commands[0]), language)}".strip()


def error_message(error: BotError, shown: Shown) -> MessagePlan:
    """The error with Run buttons for its suggestions; help on what is counted has its own name.

    In the language that the error itself knows, else in the one that `shown` says.
    """
    language = error.language or shown.language
    lines = error_lines(error, shown.command, language) or [told(say("error.unnamed"), language)]
    asks = _ASKS_WHAT_I_COUNT in error.suggestions[:MOST_SUGGESTIONS]
    buttons = run_buttons(
        _commands(error, language),
        topic=WHAT_I_COUNT if asks else None,
        about=told(say("button.count"), language),
        language=language,
    )
    typable = [typed(shown.command, text) for text in _commands(error, language)]
    blocks: tuple[Block, ...] = (rich_lines([_set_apart(line, typable) for line in lines]),)
    if buttons:
        blocks = (*blocks, buttons)
    return MessagePlan(top_text(lines[0], lines[1:], [], []), blocks, blocks)


def _set_apart(line: str, commands: list[str]) -> list[Piece]:
    """The line in pieces, with what can be typed as code."""
    said = {one for one in commands if one in line}
    # The longest first: one command may begin another.
    found = "|".join(re.escape(one) for one in sorted(said, key=len, reverse=True))
    parts = re.split(f"({found})", line) if found else [line]
    # What was split at stands at every odd place.
    return [(part, "code") if at % 2 else part for at, part in enumerate(parts) if part]
