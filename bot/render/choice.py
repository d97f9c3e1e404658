"""Which account: a button for each of a few, a menu of more; and what a choice carries.

Offers only the accounts that it is handed; knows no rights. The listeners in `bot/slack` read the
same constants and codec.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from bot.core.sentences import say, told
from bot.render.blocks import Block, actions, button, rich_lines, select
from bot.render.limits import LIMITS
from bot.render.notice import known
from bot.render.plan import MessagePlan, Shown
from bot.render.toptext import top_text
from bot.render.untrusted import clean, cut, size

CHOOSE: Final = "account_choose"  # asks about the chosen account
CHOOSE_TO_USE: Final = "account_choose_to_use"  # makes it the channel's own, and asks

_BUTTONS = 4  # accounts that have a button each
_TOLD = 20  # names in the text
_NAME = 40  # characters of a name on a button or in a line
_DIGITS = 9  # of an account's number


@dataclass(frozen=True, slots=True)
class Choice:
    """An account to choose: `text` is the question about it, canonical and without the account.

    `usable`: it may be made the channel's own.
    """

    number: int
    name: str
    text: str
    usable: bool


class Chosen(NamedTuple):
    """What was chosen: the question about an account, where it was asked, and in which language.

    `thread_ts` is the thread that it was asked in, None where it was asked in private.
    """

    text: str
    number: int
    thread_ts: str | None
    language: str


def which_message(
    choices: Sequence[Choice],
    shown: Shown,
    *,
    thread_ts: str | None = None,
    notes: Sequence[str] = (),
) -> MessagePlan:
    """Asks which of `choices` is meant; of more than a menu holds, the name is to be typed."""
    rows = _rows(choices, shown, thread_ts)
    hint = say("account.which_hint") if rows else say("account.which_typed")
    said = (say("account.which"), *notes, hint)
    lines = [told(line, shown.language) for line in said]
    blocks = (rich_lines([[line] for line in lines]), *rows)
    names = names_line(choice.name for choice in choices)
    return MessagePlan(top_text(lines[0], [names, *lines[1:]], [], []), blocks, blocks)


def names_line(names: Iterable[str]) -> str:
    """The names in one line, each short, and no more of them than can be heard."""
    listed = [cut(clean(name), _NAME) for name in names]
    return ", ".join([*listed[:_TOLD], *(["…"] if len(listed) > _TOLD else [])])


def _rows(choices: Sequence[Choice], shown: Shown, thread_ts: str | None) -> list[Block]:
    if len(choices) > LIMITS["select.options"]:
        return []
    usable = [choice for choice in choices if choice.usable]
    ways = ((CHOOSE, choices), (CHOOSE_TO_USE, usable))
    rows: list[Block] = []
    for action_id, listed in ways:
        if len(choices) <= _BUTTONS:
            rows += _buttons(action_id, listed, shown, thread_ts)
        else:
            rows += _menus(action_id, listed, shown, thread_ts)
    return rows


def _buttons(
    action_id: str, listed: Sequence[Choice], shown: Shown, thread_ts: str | None
) -> list[Block]:
    elements = []
    for index, choice in enumerate(listed):
        label = cut(clean(choice.name), _NAME)
        if action_id == CHOOSE_TO_USE:
            key = "account.use_direct" if shown.direct else "account.use_here"
            label = told(say(key, account=label), shown.language)
        value = f"{choice.number}|{_where(shown, thread_ts)}|{choice.text}"
        if size(value) <= LIMITS["button.value"]:
            elements.append(button(label, f"{action_id}_{index}", value))
    return [actions(elements)] if elements else []


def _menus(
    action_id: str, listed: Sequence[Choice], shown: Shown, thread_ts: str | None
) -> list[Block]:
    """A menu for each way to ask: by some clocks it is another day, or another week."""
    key = "account.menu" if action_id == CHOOSE else "account.menu_use"
    placeholder = told(say(key), shown.language)
    rows = []
    for text in dict.fromkeys(choice.text for choice in listed):
        block_id = f"{action_id}|{_where(shown, thread_ts)}|{text}"
        options = [(one.name, str(one.number)) for one in listed if one.text == text]
        if size(block_id) <= LIMITS["block_id"]:
            rows.append(actions([select(action_id, options, placeholder)], block_id))
    return rows


def chosen(value: str, block_id: str) -> Chosen | None:
    """What a pressed button or an option of a menu carries; None where that is nothing of ours."""
    menu, _, carried = block_id.partition("|")
    number, _, rest = value.partition("|")
    if menu in (CHOOSE, CHOOSE_TO_USE):
        rest = carried
    thread_ts, _, rest = rest.partition("|")
    language, bar, text = rest.partition("|")
    ours = bar and number.isascii() and number.isdecimal() and len(number) < _DIGITS
    return Chosen(text, int(number), thread_ts or None, known(language)) if ours else None


def _where(shown: Shown, thread_ts: str | None) -> str:
    return f"{thread_ts or ''}|{shown.language}"
