"""A digest that is to go: the question, and the way back for a day."""

from __future__ import annotations

from collections.abc import Sequence

from bot.core.sentences import say, told
from bot.render.blocks import actions, button
from bot.render.digest_cards import DELETE_SURE, KEEP, UNDO, buttons_of
from bot.render.notice import carry, notice
from bot.render.plan import MessagePlan


def ask_message(number: int, said: Sequence[str], language: str) -> MessagePlan:
    """Whether it is to go; `said` is what it is."""
    lines = [say("digest.delete_ask", number=number), *said, say("digest.delete_what")]
    value = carry(str(number), language)
    go = told(say("digest.button.sure", number=number), language)
    stay = told(say("disconnect.stay"), language)
    row = actions([button(go, DELETE_SURE, value, style="danger"), button(stay, KEEP, value)])
    return notice(lines, language, row)


def deleted_message(number: int, until: str, language: str) -> MessagePlan:
    """It is gone, and until when that can be taken back."""
    lines = [say("digest.deleted", number=number), say("digest.deleted_until", until=until)]
    return notice(lines, language, actions(buttons_of(number, (UNDO,), language)))
