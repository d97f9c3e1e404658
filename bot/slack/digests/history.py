"""`digest history #7`: what became of the last ten, for whoever may see the digest."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from bot.core.digest import digest_from_fields
from bot.errors import ScheduleError
from bot.render.digest_history import Past, history_message
from bot.slack.desk import Desk
from bot.slack.digests import cards, found
from bot.slack.digests.lists import state_words
from bot.slack.place import Place
from bot.storage import deliveries
from bot.storage.deliveries import Delivery


def show(desk: Desk, place: Place, number: int) -> None:
    """Tell the asker alone."""
    asker = desk.admit(place)
    mine = found.seen(desk, place, asker, number)
    past = desk.keeper.read(
        lambda connection: deliveries.history(connection, place.team_id, number), found.NOT_READ
    )
    try:
        digest = digest_from_fields(mine.digest)
        zone = digest.schedule.zone
    except ScheduleError:
        digest, zone = None, ZoneInfo("UTC")
    named = [*cards.named(desk, place, asker, mine), state_words(mine, digest)]
    plan = history_message(named, [_past(one) for one in past], zone, place.language)
    desk.replies.whisper(place, plan)


def _past(one: Delivery) -> Past:
    trouble = one.trouble.value if one.trouble else ""
    return Past(
        one.due_at, one.kind.value, one.state.value, one.late, one.done_at, trouble, one.error or ""
    )
