"""`audit`: who changed what in the workspace, for its admins alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import Connection

from bot.core.sentences import say
from bot.errors import RightsError
from bot.render.changes import Change, changes_csv, changes_message
from bot.render.notice import carried
from bot.slack import files
from bot.slack.desk import Desk
from bot.slack.place import Place, Press
from bot.slack.questions import Question
from bot.storage import audit as log
from bot.storage.audit import Entry

_EVENT = "changes_not_read"


def audit(desk: Desk, question: Question) -> None:
    """Show the latest ten, in private."""
    place = question.place
    asker = desk.admit(place, afresh=True)
    if not asker.admin:
        raise RightsError(say("rights.admins"))
    entries = desk.keeper.read(lambda connection: log.latest(connection, place.team_id), _EVENT)
    changes = [replace(_change(one), name=desk.people.called(one.user_id)) for one in entries]
    days = log.KEPT.days
    plan = changes_message(changes, asker.zone(None), place.language, kept_days=days)
    desk.replies.whisper(place, plan)


def send_csv(desk: Desk, press: Press) -> None:
    """Send all of them to the admin who pressed, as a file in a direct message."""
    _, language = carried(press.value)
    place = replace(press.place, language=language)
    if not desk.admit(place, afresh=True).admin:
        raise RightsError(say("rights.admins"))
    name, content = changes_csv(_every(desk, place), desk.now())
    files.send_alone(desk, place, name, content)


def _every(desk: Desk, place: Place) -> Sequence[Change]:
    def read(connection: Connection) -> list[Change]:
        return [_change(one) for one in log.every(connection, place.team_id)]

    return desk.keeper.read(read, _EVENT)


def _change(entry: Entry) -> Change:
    return Change(
        entry.at,
        entry.user_id,
        entry.user_id,
        entry.action,
        entry.subject,
        entry.detail,
        entry.origin,
    )
