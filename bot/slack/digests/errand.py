"""What is typed about digests, by what is to be done; where the number is missing, they are listed.

Every answer is for the asker alone; what a channel sees is told there by whoever does it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.core.digest_command import Action, DigestDraft
from bot.slack.desk import Desk
from bot.slack.digests import forms, history, lists, moving, preview, trying, verbs, wishes
from bot.slack.place import Place
from bot.slack.questions import Question

Act = Callable[[Desk, Place, int], None]
# What is done with a number alone.
ACTS: Mapping[Action, Act] = {
    Action.EDIT: forms.edit,
    Action.PAUSE: verbs.pause,
    Action.RESUME: verbs.resume,
    Action.TEST: trying.test,
    Action.RUN: verbs.run,
    Action.MOVE: moving.move,
    Action.DELETE: verbs.ask_to_delete,
    Action.HISTORY: history.show,
    Action.COPY: moving.copy,
}


def digest(desk: Desk, question: Question) -> None:
    """Do what is asked of digests."""
    place, command = question.place, wishes.command_of(question)
    action, number, draft = command.action, command.number, command.draft
    if action is Action.NEW:
        preview.propose(desk, question)
    elif action is Action.LIST:
        lists.show(desk, place, question.asker)
    elif number is None:
        lists.choose(desk, place, question.asker, action)
    elif draft == DigestDraft():
        ACTS[action](desk, place, number)
    elif action is Action.EDIT:
        preview.propose_change(desk, question, number)
    else:
        moving.to_named(desk, question, action, number)
