"""Changes that people make from Slack: who makes them and whence, in one transaction each.

Judges nobody's rights. Whoever calls it has asked Slack afresh who the person is; what they may do
with accounts and channels is judged in their turn, where nothing can come between.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeVar

from sqlalchemy import Connection

from bot.slack.asker import Asker
from bot.slack.desk import Desk
from bot.slack.place import Place
from bot.storage import workspaces
from bot.storage.audit import By

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Turn:
    """Somebody's turn to change something of a workspace: everybody else waits until it is over.

    `asker` is who does, with what is set by now: rights are judged on that, and on nothing older.
    """

    connection: Connection
    team_id: str
    asker: Asker
    by: By


def change(desk: Desk, place: Place, what: str, work: Callable[[Connection, By], T]) -> T:
    """What `work` gives, its changes made by the person of `place` and kept as such.

    `what` says by which way: use, settings. StorageError where nothing was changed.
    """
    by = _by(desk, place, what)
    return _made(desk, place.team_id, lambda connection: work(connection, by))


def take_turn(desk: Desk, place: Place, asker: Asker, what: str, work: Callable[[Turn], T]) -> T:
    """The same, where `work` judges what the person may."""
    return take_turn_by(desk, place, asker, _by(desk, place, what), work)


def take_turn_by(desk: Desk, place: Place, asker: Asker, by: By, work: Callable[[Turn], T]) -> T:
    """The same, kept as made by `by`."""
    key = place.team_id, place.channel_id

    def run(connection: Connection) -> T:
        circle = desk.services.accounts.circle(connection, *key)
        return work(Turn(connection, place.team_id, replace(asker, circle=circle), by))

    return _made(desk, place.team_id, run)


def _by(desk: Desk, place: Place, what: str) -> By:
    where = f" in {place.channel_id}" if place.channel_id else ""
    return By(place.user_id, f"{what}{where}", desk.now())


def _made(desk: Desk, team_id: str, work: Callable[[Connection], T]) -> T:
    def run(connection: Connection) -> T:
        workspaces.held(connection, team_id)
        # What is changed may be about the account of the environment, and must find it written.
        desk.services.accounts.begin(connection, team_id)
        return work(connection)

    made = desk.keeper.write(run, "change_not_made")
    desk.circles.forget(team_id)
    return made
