"""A BotError becomes a message of at most three lines, with a button for each way out.

Says what and why, then what to type or do; never quotes more of the typed words than the error.
"""

from __future__ import annotations

from bot.core.sentences import say
from bot.errors import BotError, ParseError
from bot.render.actions import run_buttons
from bot.render.blocks import Block, rich_lines
from bot.render.plan import MessagePlan, Shown
from bot.render.toptext import top_text

_LINES = 3
_BUTTONS = 4
WHAT_I_COUNT = "metrics"  # the help topic behind What I Can Count


def error_lines(error: BotError, command: str) -> list[str]:
    """What happened; what to do, with a command that works."""
    lines = [line for line in error.message.split("\n") if line.strip()]
    hint = " ".join(error.hint.split())
    attempt = _attempt(error, command)
    # A hint that names the command already needs no second one.
    if attempt and attempt not in hint and command not in hint:
        hint = f"{hint} {say('try', command=attempt)}".strip()
    room = _LINES - (1 if hint else 0)
    if len(lines) > room:
        lines = [*lines[: room - 1], " ".join(lines[room - 1 :])]
    return [*lines, hint] if hint else lines


def _attempt(error: BotError, command: str) -> str:
    return f"{command} {error.suggestions[0]}" if error.suggestions else ""


def error_message(error: BotError, shown: Shown) -> MessagePlan:
    """The error with Run buttons for its suggestions, and What I Can Count for unknown words."""
    lines = error_lines(error, shown.command) or [say("error.unnamed")]
    unknown = isinstance(error, ParseError) and bool(error.words)
    buttons = run_buttons(
        error.suggestions[:_BUTTONS],
        topic=WHAT_I_COUNT if unknown else None,
        about=say("button.count"),
    )
    blocks: tuple[Block, ...] = (rich_lines([[line] for line in lines]),)
    if buttons:
        blocks = (*blocks, buttons)
    return MessagePlan(top_text(lines[0], lines[1:], [], []), blocks, blocks)
