"""A few lines about something other than figures, with rows of buttons; and accounts to choose.

Every line is told in its reader's language here, and nowhere before.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from bot.core.accounts import AccountName
from bot.core.sentences import phrase, say, told
from bot.core.sentences.languages import CODES
from bot.core.subcommands import Subcommand
from bot.render.actions import RUN, run_buttons
from bot.render.blocks import Block, actions, rich_lines, select
from bot.render.limits import LIMITS
from bot.render.plan import MessagePlan
from bot.render.toptext import top_text

RUN_MENU: Final = f"{RUN}_menu"  # the value of its options is the text to run
FEW: Final = 4  # accounts that have a button each


def notice(lines: Sequence[str], language: str, *rows: Block | None) -> MessagePlan:
    """The lines, and whatever stands beneath them."""
    words = [told(line, language) for line in lines]
    blocks = (rich_lines([[word] for word in words]), *(row for row in rows if row))
    return MessagePlan(top_text(words[0], words[1:], [], []), blocks, blocks)


def command(subcommand: Subcommand, number: int, language: str) -> str:
    """What is typed to do something with an account: in the reader's words, by its number."""
    return f"{told(phrase(subcommand.value), language)} #{number}"


def carry(value: str, language: str) -> str:
    """What a button carries that is to be answered in the language of its message."""
    return f"{value}|{language}"


def carried(value: str) -> tuple[str, str]:
    """What `carry` put there: the value, and the language."""
    kept, _, language = value.rpartition("|")
    return kept, known(language)


def known(language: str) -> str:
    """A language that something came with, English where it is none of ours."""
    return language if language in CODES else "en"


def offered(subcommand: Subcommand, accounts: Sequence[AccountName], language: str) -> Block | None:
    """A button for each of a few accounts, else a menu; None for more than a menu holds."""
    texts = [command(subcommand, one.number, language) for one in accounts]
    names = [one.name for one in accounts]
    if not accounts or len(accounts) > LIMITS["select.options"]:
        return None
    if len(accounts) <= FEW:
        return run_buttons(texts, names)
    menu = told(say("account.menu"), language)
    return actions([select(RUN_MENU, list(zip(names, texts, strict=True)), menu)])
