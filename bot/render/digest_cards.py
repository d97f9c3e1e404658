"""A digest read back in words, before and after it is saved; its buttons, and what they carry.

Shows what it is handed and judges nobody's rights; the listeners read the same names.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from bot.core.digest import ALL, Digest, WhenEmpty
from bot.core.phrases import saying
from bot.core.phrases.saying_digests import say_schedule
from bot.core.schedule import dues, next_due, period_of
from bot.core.sections import SECTIONS, Need
from bot.core.sentences import joined, say, told
from bot.render.blocks import Block, Piece, actions, button, rich_lines, select
from bot.render.limits import LIMITS
from bot.render.notice import FEW, carried, carry, notice
from bot.render.plan import MessagePlan
from bot.render.toptext import top_text
from bot.render.untrusted import clean, cut, size

# What the value of each holds is a number, #7 as "7", unless it says otherwise.
SAVE: Final = "digest_save"  # who may press it, and the words of the digest: see `saving`
EDIT: Final = "digest_edit"  # a number, or the words of one that is not saved yet
PAUSE: Final = "digest_pause"
RESUME: Final = "digest_resume"
TEST: Final = "digest_test"
RUN_NOW: Final = "digest_run"
MOVE: Final = "digest_move"
COPY: Final = "digest_copy"
HISTORY: Final = "digest_history"
DELETE: Final = "digest_delete"
DELETE_SURE: Final = "digest_delete_sure"
KEEP: Final = "digest_keep"
UNDO: Final = "digest_undo"
LIST: Final = "digest_list"  # where the page begins
MENU: Final = "digest_menu"  # its options are other ids with a number: digest_run|7|en
ASK: Final = "digest_ask"  # digest_ask_0 …: the words to read, as if they were typed
READ_BACK: Final = 3  # next runs
_NAME, _NOTE = 40, 100
_DIGITS = 9


@dataclass(frozen=True, slots=True)
class Card:
    """A digest as its reader may know it.

    `account` is what the account is called, "" where that need not be said. `place` is a sentence
    of where it goes. `number` is None while it has none.
    """

    digest: Digest
    account: str
    place: str
    number: int | None = None


def title(card: Card) -> str:
    """#7, a digest of Acme: every Monday at 09:00, Europe/Berlin."""
    schedule = say_schedule(card.digest.schedule)
    all_of_them = card.digest.account == ALL
    named = say("digest.all_accounts") if all_of_them else cut(clean(card.account), _NAME)
    if card.number is None:
        key = "digest.title_of" if named else "digest.title"
        return say(key, account=named, schedule=schedule)
    key = "digest.numbered_of" if named else "digest.numbered"
    return say(key, number=card.number, account=named, schedule=schedule)


def contents(digest: Digest) -> Iterator[str]:
    """What is in it, what that is compared with, and what becomes of it when it is empty."""
    parts = [say(SECTIONS[one].title) for one in digest.sections]
    yield say("digest.contents", sections=joined(parts, "comma_words"))
    if any(SECTIONS[one].needs is Need.LIST for one in digest.sections):
        yield say("digest.rows", top=digest.top)
    yield say(f"digest.compare.{digest.compare}")
    if digest.when_empty is WhenEmpty.SKIP:
        yield say("digest.skipped")
    if digest.note:
        yield say("digest.noted", note=cut(clean(digest.note), _NOTE))


def runs(digest: Digest, now: datetime) -> list[str]:
    """The next runs, each with the dates that it reports."""
    schedule = digest.schedule
    found = []
    for due in dues(schedule, now, READ_BACK):
        period = saying.dates(period_of(schedule, due, digest.week_start))
        at = saying.weekday_moment(due, schedule.zone)
        found.append(say("digest.run", at=at, dates=period))
    return found


def next_run(digest: Digest, now: datetime) -> str:
    """When it comes next; that it never does again, where the calendar ends."""
    due = next_due(digest.schedule, now)
    if due is None:
        return say("digest.never")
    return say("digest.comes_next", at=saying.weekday_moment(due, digest.schedule.zone))


def preview_message(
    card: Card, text: str, user_id: str, now: datetime, language: str, notes: Sequence[str] = ()
) -> MessagePlan:
    """What is to be saved, with the buttons that do it; nothing is stored yet."""
    key = "digest.unsaved" if card.number is None else "digest.unchanged_yet"
    lines = [
        card.place,
        *contents(card.digest),
        say("digest.next_runs"),
        *runs(card.digest, now),
        *notes,
        say(key),
    ]
    save = "digest.button.save" if card.number is None else "digest.button.save_changes"
    edited = text if card.number is None else str(card.number)
    row = [
        button(told(say(save), language), SAVE, saving(user_id, text, language), style="primary"),
        button(told(say("digest.button.edit"), language), EDIT, carry(edited, language)),
    ]
    return _titled(title(card), lines, language, actions(row))


def _titled(head: str, lines: Sequence[str], language: str, row: Block) -> MessagePlan:
    """A notice whose first line is its title."""
    words = [told(line, language) for line in lines]
    first = told(head, language)
    pieces: list[list[Piece]] = [[(first, "bold")]]
    blocks = (rich_lines([*pieces, *([word] for word in words)]), row)
    return MessagePlan(top_text(first, words, [], []), blocks, blocks)


def saved_message(card: Card, now: datetime, language: str, notes: Sequence[str]) -> MessagePlan:
    """What was saved, and what can be done with it now."""
    lines = [say("digest.saved", digest=title(card)), card.place, next_run(card.digest, now)]
    row = buttons_of(card.number or 0, (TEST, EDIT), language)
    return notice([*lines, *notes], language, actions(row))


def told_message(key: str, who: str, card: Card, now: datetime, language: str) -> MessagePlan:
    """The one line for the place where it goes: who did what, and when it comes."""
    named = cut(clean(who), _NAME)
    line = say(key, who=named, digest=title(card), next=next_run(card.digest, now))
    return notice([line], language)


LABELS: Final = {
    EDIT: "digest.button.edit",
    PAUSE: "digest.button.pause",
    RESUME: "digest.button.resume",
    TEST: "digest.button.test",
    RUN_NOW: "digest.button.run",
    MOVE: "digest.button.move",
    COPY: "digest.button.copy",
    HISTORY: "digest.button.history",
    DELETE: "digest.button.delete",
    UNDO: "digest.button.undo",
    LIST: "digest.button.list",
}


def buttons_of(number: int, action_ids: Sequence[str], language: str) -> list[Block]:
    """A button for each of LABELS, about one digest."""
    value = carry(str(number), language)
    return [button(told(say(LABELS[one]), language), one, value) for one in action_ids]


def asking_buttons(asked: Sequence[tuple[str, str]], language: str) -> list[Block]:
    """(name, words): a button for each of a few, else a menu; none where the words are too long."""
    values = [carry(text, language) for _, text in asked]
    names = [cut(clean(name), _NAME) for name, _ in asked]
    if len(asked) <= FEW:
        return [
            button(name, f"{ASK}_{index}", value)
            for index, (name, value) in enumerate(zip(names, values, strict=True))
        ]
    longest = max(map(size, values))
    if longest > LIMITS["option.value"] or len(asked) > LIMITS["select.options"]:
        return []
    menu = told(say("account.menu"), language)
    return [select(f"{ASK}_0", list(zip(names, values, strict=True)), menu)]


def saving(user_id: str, text: str, language: str) -> str:
    """What Save carries: who was shown the words, and the words, as `parse` reads them."""
    return carry(f"{user_id}|{text}", language)


def to_save(value: str) -> tuple[str, str, str]:
    """What `saving` put there: the person, the words, the language."""
    kept, language = carried(value)
    user_id, _, text = kept.partition("|")
    return user_id, text, language


def number_in(kept: str) -> int | None:
    """The number that a button carries; None for what is none of ours."""
    known = kept.isascii() and kept.isdecimal() and len(kept) < _DIGITS
    return int(kept) if known else None
