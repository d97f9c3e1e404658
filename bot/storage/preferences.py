"""How each person wants to be read and answered: the order of dates, and the language."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from enum import StrEnum

from sqlalchemy import Connection, select

from bot.storage import audit, workspaces
from bot.storage.audit import Action, By
from bot.storage.database import insert_or_replace
from bot.storage.tables import PREFERENCES

_PREFERENCE = PREFERENCES.c


class DateOrder(StrEnum):
    """What 05/06/2026 begins with."""

    DAY_FIRST = "day_first"
    MONTH_FIRST = "month_first"


@dataclass(frozen=True, slots=True)
class Preferences:
    """None where Slack's locale decides; `language` is one of en, es, de, fr, pt."""

    date_order: DateOrder | None = None
    language: str | None = None


def get(connection: Connection, team_id: str, user_id: str) -> Preferences:
    """What a person has set."""
    statement = select(_PREFERENCE.date_order, _PREFERENCE.language).where(
        _PREFERENCE.team_id == team_id, _PREFERENCE.user_id == user_id
    )
    row = connection.execute(statement).first()
    if not row:
        return Preferences()
    return Preferences(DateOrder(row.date_order) if row.date_order else None, row.language)


def keep(connection: Connection, team_id: str, user_id: str, wanted: Preferences, by: By) -> None:
    """Set both; None hands it back to Slack's locale."""
    workspaces.held(connection, team_id)
    before = get(connection, team_id, user_id)
    if wanted == before:
        return
    row = {"team_id": team_id, "user_id": user_id, **asdict(wanted)}
    insert_or_replace(connection, PREFERENCES, row)
    detail = (
        f"date order: {before.date_order} → {wanted.date_order}; "
        f"language: {before.language} → {wanted.language}"
    )
    audit.record(connection, team_id, Action.PREFERENCES_CHANGED, user_id, by, detail)
