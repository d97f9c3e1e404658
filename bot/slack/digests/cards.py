"""Digests as their reader may know them: what the account is called, and where they go."""

from __future__ import annotations

from bot.core.digest import ALL, Digest, digest_from_fields
from bot.core.digest_making import is_person
from bot.core.sentences import say
from bot.errors import ScheduleError
from bot.render.digest_cards import Card, title
from bot.slack.asker import Asker
from bot.slack.desk import Desk
from bot.slack.digests import rooms
from bot.slack.digests.rooms import Room
from bot.slack.digests.wishes import Wish
from bot.slack.place import Place
from bot.storage.accounts import Account
from bot.storage.subscriptions import Subscription


def of_wish(desk: Desk, place: Place, wish: Wish) -> Card:
    """A digest that is to be, or has just been, saved."""
    number = wish.before.number if wish.before else None
    words = place_words(desk, place, wish.target, wish.room)
    return Card(wish.digest, account_words(wish.there, wish.account), words, number)


def account_words(asker: Asker, account: Account | None) -> str:
    """What an account is called where there are several; its number to who may not know more."""
    if account is None or asker.told(account) is None:
        return ""
    return account.name if asker.knows(account) else f"#{account.number}"


def of_number(asker: Asker, digest: Digest) -> str:
    """The same of the account that a digest is about, which may be gone."""
    account = next((a for a in asker.circle.accounts if a.number == digest.account), None)
    if account is None:
        return "" if digest.account == ALL else f"#{digest.account}"
    return account_words(asker, account)


def place_words(desk: Desk, place: Place, target: str, room: Room | None = None) -> str:
    """Where a digest goes, as seen from where that is said."""
    if target == place.user_id:
        return say("digest.to_you")
    if is_person(target):
        return say("digest.to_person", person=desk.people.called(target))
    if target == place.channel_id:
        return say("digest.to_here")
    name = room.name if room else rooms.name_of(desk, target)
    return say("digest.to_channel", channel=f"#{name}") if name else say("digest.to_other")


def warnings(desk: Desk, wish: Wish) -> list[str]:
    """What to know of the channel before it is saved."""
    room = wish.room
    if room is None:
        return []
    said = [say("digest.shared")] if room.shared else []
    if not room.joined:
        said.append(say("digest.not_joined", mention=desk.mention))
    return said


def named(desk: Desk, place: Place, asker: Asker, mine: Subscription) -> list[str]:
    """What a digest is, and where it goes, in lines; its number where it can be read no more."""
    words = place_words(desk, place, mine.target)
    try:
        digest = digest_from_fields(mine.digest)
    except ScheduleError as error:
        return [say("digest.broken", number=mine.number, reason=error.message), words]
    return [title(Card(digest, of_number(asker, digest), words, mine.number)), words]
