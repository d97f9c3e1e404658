"""A digest by its number, for whoever may see it or change it; changes none.

Whoever may not see one is told the same as where there is none.
"""

from __future__ import annotations

from typing import NoReturn

from bot.core.digest import Digest, digest_from_fields
from bot.core.rights import Standing
from bot.core.sentences import say
from bot.errors import BotError, RightsError, ScheduleError
from bot.slack.asker import Asker
from bot.slack.desk import Desk
from bot.slack.digests import rooms
from bot.slack.place import Place
from bot.storage import subscriptions
from bot.storage.subscriptions import Subscription

NOT_READ = "digests_not_read"


def insider(asker: Asker) -> Asker:
    """RightsError for who is no full member: digests are nothing of theirs."""
    if asker.outsider:
        raise RightsError(say("digest.members"))
    return asker


def seen(desk: Desk, place: Place, asker: Asker, number: int) -> Subscription:
    """The digest of that number; BotError where there is none that the person may see."""
    insider(asker)
    found = desk.keeper.read(lambda c: subscriptions.get(c, place.team_id, number), NOT_READ)
    if found is None or not rooms.sees(desk, asker, place, found):
        gone(desk, place, number)
    return found


def mine(desk: Desk, place: Place, asker: Asker, number: int) -> Subscription:
    """The digest of that number, which the person may change."""
    found = seen(desk, place, asker, number)
    if not may_change(asker, found):
        owner = desk.people.called(found.owner_user_id)
        raise RightsError(say("digest.keepers", number=number, owner=owner))
    return found


def may_change(asker: Asker, found: Subscription) -> bool:
    """Whether it is the person's, or they are a workspace admin."""
    owns = asker.person.standing is Standing.MEMBER
    return asker.admin or (owns and found.owner_user_id == asker.person.user_id)


def gone(desk: Desk, place: Place, number: int) -> NoReturn:
    """There is no such digest, as far as the person may know."""
    hint = say("digest.none_such_hint", command=desk.command(place))
    raise BotError(say("digest.none_such", number=number), hint)


def set_in(found: Subscription) -> Digest:
    """What was set; BotError where that can be read no more."""
    try:
        return digest_from_fields(found.digest)
    except ScheduleError as error:
        broken = say("digest.broken", number=found.number, reason=error.message)
        raise BotError(broken, say("digest.broken_hint")) from error
