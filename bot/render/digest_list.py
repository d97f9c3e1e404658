"""Digests in a list, a page at a time: what each is, when it comes next, and its buttons.

Shows what it is handed and judges nobody's rights.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from bot.core.sentences import say, told
from bot.render import digest_cards as ids
from bot.render.blocks import Block, Piece, actions, button, overflow, rich_lines
from bot.render.digest_cards import LABELS, buttons_of
from bot.render.notice import carry
from bot.render.plan import MessagePlan
from bot.render.toptext import top_text

PAGE: Final = 20


@dataclass(frozen=True, slots=True)
class DigestRow:
    """A digest in a list: what it is, and what else there is to know of it, in sentences.

    `buttons` and `menu` are the ids of what its reader may do with it.
    """

    number: int
    title: str
    facts: tuple[str, ...]
    buttons: tuple[str, ...]
    menu: tuple[str, ...] = ()


def list_message(
    head: str, rows: Sequence[DigestRow], language: str, *, start: int = 0, total: int = 0
) -> MessagePlan:
    """One page of a list that `head` introduces: `rows` begin at `start` of `total`."""
    title = told(head, language)
    blocks: list[Block] = [rich_lines([[title]])]
    lines: list[str] = []
    for row in rows:
        name, facts = told(row.title, language), [told(fact, language) for fact in row.facts]
        pieces: list[list[Piece]] = [[(name, "bold")]]
        pieces += [[fact] for fact in facts]
        blocks.append(rich_lines(pieces))
        elements = [*buttons_of(row.number, row.buttons, language), *_menu(row, language)]
        blocks += [actions(elements)] if elements else []
        lines.append(" ".join([f"{name}.", *facts]))
    if start + len(rows) < total:
        label = told(say("digest.button.list"), language)
        blocks.append(actions([button(label, ids.LIST, carry(str(start + len(rows)), language))]))
    return MessagePlan(top_text(title, lines, [], []), (*blocks,), (*blocks,))


def _menu(row: DigestRow, language: str) -> list[Block]:
    options = [
        (told(say(LABELS[one]), language), carry(f"{one}|{row.number}", language))
        for one in row.menu
    ]
    return [overflow(ids.MENU, options)] if options else []


def picked(kept: str) -> tuple[str, str]:
    """The id and the number that an option of the menu carries."""
    action_id, _, number = kept.partition("|")
    return action_id, number
