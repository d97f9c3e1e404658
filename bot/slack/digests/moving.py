"""`digest move #7` and `digest copy #7`: to channels that are named, or chosen in a form.

Each channel is looked at, and each right, before anything is stored there.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.core.digest_command import Action
from bot.core.digest_making import is_person
from bot.core.sentences import say
from bot.errors import BotError
from bot.render import digest_forms as views
from bot.render.blocks import Block, actions
from bot.render.digest_cards import COPY, MOVE, buttons_of
from bot.render.digest_forms import WayForm, copy_view, move_view, way_of
from bot.render.inputs import filled
from bot.render.notice import notice
from bot.render.plan import MessagePlan
from bot.slack.asker import Asker
from bot.slack.desk import Desk
from bot.slack.digests import cards, found, rooms, saved, wishes
from bot.slack.digests.wishes import Wish
from bot.slack.modals import open_modal
from bot.slack.place import Place, Submission
from bot.slack.questions import Question
from bot.slack.saving_keys import FormError
from bot.storage.subscriptions import Subscription

View = Callable[[WayForm, Sequence[str]], Block]


def move(desk: Desk, place: Place, number: int) -> None:
    """Open the form that says where a digest is to go from now on."""
    asker = desk.admit(place)
    _open(desk, place, asker, found.mine(desk, place, asker, number), move_view, MOVE)


def copy(desk: Desk, place: Place, number: int) -> None:
    """Open the form that says where one like it is to go as well."""
    asker = desk.admit(place)
    _open(desk, place, asker, found.seen(desk, place, asker, number), copy_view, COPY)


def to_named(desk: Desk, question: Question, action: Action, number: int) -> None:
    """Do it with the places that were typed."""
    place, draft = question.place, wishes.command_of(question).draft
    targets = [wishes.wanted_target(place, one) for one in draft.targets]
    asker = desk.admit(place, afresh=True)
    if action is Action.MOVE:
        mine = found.mine(desk, place, asker, number)
        plan = _move(desk, place, mine, targets[0])
    else:
        mine = found.seen(desk, place, asker, number)
        plan = notice(_copies(desk, place, mine, targets), place.language)
    desk.replies.whisper(place, plan)


def take_move(desk: Desk, sent: Submission) -> None:
    """Move it where the form says."""
    form, place, asker = _sent(desk, sent)
    mine = found.mine(desk, place, asker, form.number)
    chosen = filled(sent.view).get(views.TARGET)
    target = chosen.text if chosen is not None and chosen.text else place.user_id
    try:
        plan = _move(desk, place, mine, target)
    except BotError as error:
        raise FormError(views.TARGET, error.message, error.hint) from error
    desk.replies.whisper(place, plan)


def take_copy(desk: Desk, sent: Submission) -> None:
    """Copy it to each channel that was chosen; what became of each is told in one message."""
    form, place, asker = _sent(desk, sent)
    mine = found.seen(desk, place, asker, form.number)
    chosen = filled(sent.view).get(views.TARGET)
    targets = list(chosen.value) if chosen is not None else []
    lines = _copies(desk, place, mine, targets)
    desk.replies.whisper(place, notice(lines, place.language))


def again(desk: Desk, sent: Submission, line: str) -> Block:
    """The form anew, with what is wrong above it."""
    form, place, asker = _sent(desk, sent)
    said = cards.named(desk, place, asker, found.seen(desk, place, asker, form.number))
    kind = str(sent.view.get("callback_id"))
    return (move_view if kind == views.MOVE_FORM else copy_view)(form, said, [line])


def _sent(desk: Desk, sent: Submission) -> tuple[WayForm, Place, Asker]:
    form = way_of(sent.metadata)
    if form is None:
        raise BotError(say("button.stale"))
    place = sent.place.inside(form.channel_id, form.language)
    asker = desk.admit(place, afresh=True)
    return form, asker.at(place), asker


def _open(
    desk: Desk, place: Place, asker: Asker, mine: Subscription, view: View, action_id: str
) -> None:
    form = WayForm(place.channel_id, place.language, mine.number)
    if open_modal(desk, place, view(form, cards.named(desk, place, asker, mine))) is None:
        row = actions(buttons_of(mine.number, (action_id,), place.language))
        desk.replies.whisper(place, notice([say("digest.form.press")], place.language, row))


def _wish(desk: Desk, place: Place, mine: Subscription, target: str) -> Wish:
    """The digest as it is, elsewhere; BotError where it may not go there."""
    digest = found.set_in(mine)
    room = None if is_person(target) else rooms.look(desk, place, target)
    there = wishes.asker_at(desk, place, target, afresh=True)
    account = wishes.account_of(there, digest)
    wishes.must_show(there, account)
    return Wish(digest, target, there, account, room)


def _move(desk: Desk, place: Place, mine: Subscription, target: str) -> MessagePlan:
    return saved.change(desk, place, mine, _wish(desk, place, mine, target))


def _copies(desk: Desk, place: Place, mine: Subscription, targets: Sequence[str]) -> list[str]:
    """A line for each place: the copy's number, or why there is none."""
    lines = [say("digest.copied", number=mine.number)]
    for target in dict.fromkeys(targets):
        words = cards.place_words(desk, place, target)
        try:
            wish = _wish(desk, place, mine, target)
            made = saved.store(desk, place, wish)
        except BotError as error:
            lines.append(say("digest.copied_not", place=words, why=error.message))
            continue
        saved.announce(desk, place, replace(wish, before=made), "digest.told_new")
        lines.append(say("digest.copied_to", place=words, number=made.number))
    return lines
