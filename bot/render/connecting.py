"""What is said in messages about connecting accounts, with the buttons that go on from there.

A button carries what `bot/slack/carrying.py` wrote: who waits for which question, never a secret.
The one exception is the link to the page, which its reader alone is sent.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from bot.core.sentences import say, told
from bot.render.blocks import Block, actions, button, confirm, link_button
from bot.render.notice import notice
from bot.render.plan import MessagePlan

CONNECT: Final = "connect_open"
ASK: Final = "connect_ask"
REPLACE: Final = "key_replace"
REMIND: Final = "key_remind"
UNDO: Final = "connect_undo"
PAGE: Final = "connect_page"

_LABELS = {
    CONNECT: "button.connect",
    ASK: "button.ask_owner",
    REPLACE: "button.replace_key",
    REMIND: "button.remind",
}


def offer(action_id: str, carried: str, language: str) -> Block:
    """The button of CONNECT, ASK, REPLACE or REMIND."""
    return button(told(say(_LABELS[action_id]), language), action_id, carried)


def replace_button(carried: str, language: str, account: str | None) -> Block:
    """Replace Key, which says of which account where that stands beside others."""
    key = "button.replace_key" if account is None else "button.replace_key_of"
    return button(told(say(key, account=account), language), REPLACE, carried)


def undo_button(number: int, account: str, language: str) -> Block:
    """Undo, which asks once more."""
    ask = confirm(
        told(say("undo.title"), language),
        told(say("undo.text", account=account), language),
        told(say("button.undo"), language),
        told(say("undo.keep"), language),
    )
    return button(told(say("button.undo"), language), UNDO, str(number), confirm=ask)


def page_button(url: str, language: str) -> Block:
    """The way to the page: whoever has its address can use it, so it stands in no text."""
    return link_button(told(say("button.page"), language), PAGE, url)


def lines_message(
    lines: Sequence[str], language: str, buttons: Sequence[Block] = ()
) -> MessagePlan:
    """A few lines, and what can be pressed under them."""
    return offered(notice(lines, language), buttons)


def offered(plan: MessagePlan, buttons: Sequence[Block]) -> MessagePlan:
    """The same message with one more row of buttons."""
    if not buttons:
        return plan
    row = actions(list(buttons))
    return replace(plan, blocks=(*plan.blocks, row), rich=(*plan.rich, row))
