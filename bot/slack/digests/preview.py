"""`digest weekly …` and `digest edit #7 …`: read back to the asker alone, and saved by a press.

Nothing is stored before: the button carries the words, and who may press it.
"""

from __future__ import annotations

from dataclasses import replace

from bot.core.digest_command import Action
from bot.core.digest_making import target_of, text_of
from bot.core.digest_text import digest_text
from bot.core.sentences import say
from bot.errors import BotError, RightsError
from bot.render.digest_cards import preview_message, to_save
from bot.slack.desk import Desk
from bot.slack.digests import cards, found, saved, wishes
from bot.slack.digests.wishes import Wish
from bot.slack.place import Place, Press
from bot.slack.questions import Question, read_digest


def propose(desk: Desk, question: Question) -> None:
    """Read a new digest back."""
    wish = wishes.new(desk, question)
    _show(desk, question.place, wish, text_of(wish.digest, target_of(wish.target)))


def propose_change(desk: Desk, question: Question, number: int) -> None:
    """Read a digest back as it would be."""
    place, command = question.place, wishes.command_of(question)
    wish = wishes.changed(desk, question, found.mine(desk, place, question.asker, number))
    draft = command.draft
    targets = (target_of(wish.target),) if draft.targets else ()
    _show(desk, place, wish, digest_text(replace(command, draft=replace(draft, targets=targets))))


def save(desk: Desk, press: Press) -> None:
    """Save what was read back, if whoever pressed was shown it, and may still."""
    user_id, text, language = to_save(press.value)
    place = replace(press.place, language=language)
    if user_id != place.user_id:
        raise RightsError(say("digest.not_shown_to_you"))
    asker = desk.admit(place, afresh=True)
    question = read_digest(desk, place, asker, text)
    command = wishes.command_of(question)
    place = question.place
    if command.action is Action.NEW:
        wish = wishes.new(desk, question, afresh=True)
        plan = saved.create(desk, place, wish)
    elif command.action is Action.EDIT and command.number is not None:
        before = found.mine(desk, place, asker, command.number)
        wish = wishes.changed(desk, question, before, afresh=True)
        plan = saved.change(desk, place, before, wish)
    else:
        raise BotError(say("button.stale"))
    desk.replies.overwrite(place, plan)


def _show(desk: Desk, place: Place, wish: Wish, text: str) -> None:
    card = cards.of_wish(desk, place, wish)
    notes = [*wish.notes, *cards.warnings(desk, wish)]
    plan = preview_message(card, text, place.user_id, desk.now(), place.language, notes)
    desk.replies.whisper(place, plan)
