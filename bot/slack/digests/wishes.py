"""What somebody wants of a digest, whole: every choice made or defaulted, every right looked at.

Stores nothing and shows nothing; the same is asked before it is read back and before it is saved.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeAlias
from zoneinfo import ZoneInfo

from bot.core import digest_making
from bot.core.digest import ALL, Digest
from bot.core.digest_command import DigestCommand, DigestDraft, Target, Where
from bot.core.digest_making import is_person, target_of
from bot.core.digest_text import digest_text
from bot.core.phrases.digests.conclusions import as_zone
from bot.core.rights import Act
from bot.core.sentences import say
from bot.errors import BotError
from bot.render.blocks import Block
from bot.render.digest_cards import asking_buttons
from bot.slack.asker import Asker
from bot.slack.desk import Desk
from bot.slack.digests import found, rooms
from bot.slack.digests.rooms import Room
from bot.slack.offers import OfferedError
from bot.slack.place import Manner, Place
from bot.slack.questions import Question, read_again
from bot.storage.accounts import Account
from bot.storage.subscriptions import Subscription

Alter: TypeAlias = Callable[[Digest], Digest]


def _as_it_is(digest: Digest) -> Digest:
    return digest


@dataclass(frozen=True, slots=True)
class Wish:
    """A digest as it is to be: `account` None is all of them, `room` None a person or as it was.

    `there` is whoever wants it, as they are where it goes. `before` is the subscription that it
    changes, None for a new one, and `alter` what it changes of a digest, whatever that is by then.
    """

    digest: Digest
    target: str
    there: Asker
    account: Account | None
    room: Room | None = None
    before: Subscription | None = None
    alter: Alter = _as_it_is
    notes: tuple[str, ...] = ()


def new(desk: Desk, question: Question, *, afresh: bool = False) -> Wish:
    """The new digest that a question asks for; BotError where something is missing or may not be.

    `afresh` asks Slack once more who it is.
    """
    place, command = question.place, command_of(question)
    found.insider(question.asker)
    target, room = destination(desk, place, command.draft)
    there = asker_at(desk, place, target, afresh=afresh)
    chosen = _account(place, there, command, target)
    clock = chosen or there.default()
    reading = read_again(desk, replace(question, asker=there), clock)
    draft = _drafted(reading.query.digest, command)
    must_show(there, chosen)
    digest = digest_making.made(
        draft,
        ALL if chosen is None else chosen.number,
        _zone(there, clock),
        clock.week_start if clock else 0,
    )
    return Wish(digest, target, there, chosen, room, notes=reading.notes)


def changed(desk: Desk, question: Question, before: Subscription, *, afresh: bool = False) -> Wish:
    """A digest with what the question says of it changed; BotError where that may not be."""
    place, draft = question.place, command_of(question).draft
    was = found.set_in(before)
    target, room = before.target, None
    if draft.targets:
        target, room = destination(desk, place, draft)
    there = asker_at(desk, place, target, afresh=afresh)
    account = account_of(there, was if draft.account is None else draft.account)
    moved = target != before.target or draft.account not in (None, was.account)
    if moved:
        must_show(there, account)
    other = account if draft.account not in (None, was.account) else None

    def alter(digest: Digest) -> Digest:
        return digest_making.changed(digest, draft, other.week_start if other else None)

    room = room if target != before.target else None
    return Wish(alter(was), target, there, account, room, before, alter, question.notes)


def destination(desk: Desk, place: Place, draft: DigestDraft) -> tuple[str, Room | None]:
    """Where it is to go: a channel that digests can go to, or a person."""
    target = wanted_target(place, draft.targets[0] if draft.targets else Target(Where.HERE))
    return target, None if is_person(target) else rooms.look(desk, place, target)


def wanted_target(place: Place, wanted: Target) -> str:
    """The id of a channel, or of whoever says "to me", or "here" in direct messages."""
    if wanted.where is Where.CHANNEL:
        return wanted.channel_id
    direct = place.is_direct or place.channel_id is None
    return place.user_id if direct or wanted.where is Where.ME else place.channel_id or ""


def asker_at(desk: Desk, place: Place, target: str, *, afresh: bool = False) -> Asker:
    """Whoever is at `place`, as they are where a digest goes."""
    if is_person(target):
        return desk.admit(place.elsewhere(), afresh=afresh)
    return desk.admit(replace(place, manner=Manner.PRIVATE, channel_id=target), afresh=afresh)


def must_show(there: Asker, account: Account | None) -> None:
    """RightsError where the account, or each one of all, may not be shown where it goes."""
    act = Act.ASK if there.direct else Act.SHOW
    if account is not None:
        there.must(act, account)
    elif not any(there.may(act, one) for one in there.circle.accounts):
        raise there.nothing()


def account_of(there: Asker, wanted: Digest | int | str) -> Account | None:
    """The account that is named, None for all; BotError where the person knows of none such."""
    number = wanted.account if isinstance(wanted, Digest) else wanted
    if number == ALL:
        return None
    if isinstance(wanted, Digest):
        # It is shown there already, whoever asks.
        known = there.circle.numbered(int(number))
        if known is None:
            raise BotError(say("account.gone"), say("account.gone_hint"))
        return known
    return there.numbered(int(number))


def _account(place: Place, there: Asker, command: DigestCommand, target: str) -> Account | None:
    """The account of a new digest; OfferedError asks which where several may be meant."""
    if command.draft.account is not None:
        return account_of(there, command.draft.account)
    default = there.default()
    if default is not None:
        return default
    act = Act.ASK if there.direct else Act.SHOW
    several = [one for one in there.visible if there.may(act, one)]
    if not several:
        raise there.nothing()
    place_of_it = target_of(target)

    def text(number: int) -> str:
        draft = replace(command.draft, account=number, targets=(place_of_it,))
        return digest_text(replace(command, draft=draft))

    error = OfferedError(
        say("digest.which"), say("account.which_hint"), _choices(several, text, place)
    )
    error.private = True
    raise error


def _choices(several: list[Account], text: Callable[[int], str], place: Place) -> list[Block]:
    return asking_buttons([(one.name, text(one.number)) for one in several], place.language)


def command_of(question: Question) -> DigestCommand:
    """What is asked of digests."""
    command = question.query.digest
    return command if command is not None else DigestCommand()


def _drafted(read: DigestCommand | None, before: DigestCommand) -> DigestDraft:
    return before.draft if read is None else read.draft


def _zone(there: Asker, clock: Account | None) -> ZoneInfo:
    zone = there.zone(clock)
    return as_zone(zone, str(zone))
