"""Changes that people make from Slack: who makes them and whence, in one transaction each.

Judges nobody's rights: whoever calls it has asked for them, afresh.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from sqlalchemy import Connection

from bot.slack.desk import Desk
from bot.slack.place import Place
from bot.storage.audit import By

T = TypeVar("T")


def change(desk: Desk, place: Place, what: str, work: Callable[[Connection, By], T]) -> T:
    """What `work` gives, its changes made by the person of `place` and kept as such.

    `what` says by which way: use, settings. StorageError where nothing was changed.
    """
    where = f" in {place.channel_id}" if place.channel_id else ""
    by = By(place.user_id, f"{what}{where}", desk.now())

    def run(connection: Connection) -> T:
        # What is changed may be about the account of the environment, and must find it written.
        desk.services.accounts.begin(connection, place.team_id)
        return work(connection, by)

    made = desk.keeper.write(run, "change_not_made")
    desk.circles.forget(place.team_id)
    return made
