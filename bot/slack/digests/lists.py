"""`digest list`: this channel's digests, or one's own; with what its reader may do with each.

Also where a digest is to be chosen: then each has one button, for what is to be done with it.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection

from bot.core.digest import Digest, digest_from_fields
from bot.core.digest_command import Action
from bot.core.phrases import saying
from bot.core.sentences import say
from bot.errors import BotError, ScheduleError
from bot.render import digest_cards as ids
from bot.render.digest_cards import Card, title
from bot.render.digest_list import PAGE, DigestRow, list_message
from bot.slack.asker import Asker
from bot.slack.desk import Desk
from bot.slack.digests import cards, found
from bot.slack.place import Place
from bot.storage import subscriptions
from bot.storage.subscriptions import State, Subscription

# What each is done with, where it is to be chosen.
BUTTON_OF = {
    Action.EDIT: ids.EDIT,
    Action.PAUSE: ids.PAUSE,
    Action.RESUME: ids.RESUME,
    Action.TEST: ids.TEST,
    Action.RUN: ids.RUN_NOW,
    Action.MOVE: ids.MOVE,
    Action.DELETE: ids.DELETE,
    Action.HISTORY: ids.HISTORY,
    Action.COPY: ids.COPY,
}
# What every member who sees it may do with a digest.
_FOR_ALL = (ids.TEST, ids.HISTORY, ids.COPY)


def show(desk: Desk, place: Place, asker: Asker, *, start: int = 0) -> None:
    """The digests that come here; in direct messages, those of whoever asks."""
    listed = _listed(desk, place, asker)
    page = listed[start : start + PAGE]
    rows = [_row(desk, place, asker, one) for one in page]
    key = "digest.list.mine" if asker.direct else "digest.list.here"
    head = say(key, count=len(listed))
    if len(listed) == 1:
        head = say(f"{key}.one")
    plan = list_message(head, rows, place.language, start=start, total=len(listed))
    desk.replies.whisper(place, plan)


def choose(desk: Desk, place: Place, asker: Asker, action: Action) -> None:
    """The digests that this can be done with, each with a button for it."""
    button = BUTTON_OF[action]
    listed = _listed(desk, place, asker)
    meant = [one for one in listed if _fits(asker, one, button)]
    if not meant:
        raise BotError(say("digest.none_to", action=say(ids.LABELS[button])), _hint(desk, place))
    rows = [_row(desk, place, asker, one, (button,)) for one in meant[:PAGE]]
    desk.replies.whisper(place, list_message(say("digest.list.which"), rows, place.language))


def _listed(desk: Desk, place: Place, asker: Asker) -> Sequence[Subscription]:
    """By number; BotError where there is none, with what makes one."""
    found.insider(asker)
    team_id, user_id = place.team_id, asker.person.user_id
    here = None if asker.direct else place.channel_id

    def read(connection: Connection) -> dict[int, Subscription]:
        if here is not None:
            there = subscriptions.listed(connection, team_id, target=here)
            return {one.number: one for one in there}
        mine = subscriptions.listed(connection, team_id, owner_user_id=user_id)
        to_me = subscriptions.listed(connection, team_id, target=user_id)
        return {one.number: one for one in (*mine, *to_me)}

    by_number = desk.keeper.read(read, found.NOT_READ)
    listed = [by_number[number] for number in sorted(by_number)]
    if not listed:
        key = "digest.list.none_mine" if asker.direct else "digest.list.none_here"
        raise BotError(say(key), _hint(desk, place))
    return listed


def _hint(desk: Desk, place: Place) -> str:
    return say("digest.list.hint", command=desk.command(place))


def _fits(asker: Asker, one: Subscription, button: str) -> bool:
    """Whether the person may do that with it, and it is in a state for that."""
    if button not in _FOR_ALL and not found.may_change(asker, one):
        return False
    if button == ids.PAUSE:
        return one.state is not State.PAUSED
    return button != ids.RESUME or one.state is not State.ACTIVE


def _row(
    desk: Desk, place: Place, asker: Asker, one: Subscription, buttons: tuple[str, ...] = ()
) -> DigestRow:
    try:
        digest = digest_from_fields(one.digest)
    except ScheduleError:
        digest = None
    named = say("digest.numbered_only", number=one.number)
    if digest is not None:
        named = title(Card(digest, cards.of_number(asker, digest), "", one.number))
    facts = [] if one.target == place.channel_id else [cards.place_words(desk, place, one.target)]
    facts.append(state_words(one, digest))
    if one.owner_user_id != asker.person.user_id:
        facts.append(say("digest.owned", owner=desk.people.called(one.owner_user_id)))
    if buttons:
        return DigestRow(one.number, named, tuple(facts), buttons)
    if not found.may_change(asker, one):
        return DigestRow(one.number, named, tuple(facts), (ids.TEST, ids.HISTORY))
    turn = ids.PAUSE if one.state is State.ACTIVE else ids.RESUME
    menu = (ids.RUN_NOW, ids.MOVE, ids.COPY, ids.HISTORY, ids.DELETE)
    return DigestRow(one.number, named, tuple(facts), (ids.EDIT, turn, ids.TEST), menu)


def state_words(one: Subscription, digest: Digest | None) -> str:
    """When it comes next, or why it does not."""
    if one.state is State.PAUSED:
        return say("digest.state.paused")
    if one.state is State.DISABLED:
        return say("digest.state.disabled", reason=say(f"digest.reason.{one.reason}"))
    if digest is None or one.next_run_at is None:
        return say("digest.never")
    at = saying.weekday_moment(one.next_run_at, digest.schedule.zone)
    return say("digest.comes_next", at=at)
