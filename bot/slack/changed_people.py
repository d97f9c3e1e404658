"""Forgets who somebody was once Slack says that something of them has changed; asks nobody."""

from __future__ import annotations

import logging

from slack_bolt import App

from bot.slack.desk import Desk
from bot.slack.place import Body

_log = logging.getLogger(__name__)


def register(app: App, desk: Desk) -> None:
    """Listen to changes of people: roles, deactivation, and also names and zones."""

    @app.event("user_change")
    def forget(event: Body) -> None:
        user = event.get("user")
        user_id = user.get("id") if isinstance(user, dict) else None
        if isinstance(user_id, str):
            desk.people.forget(user_id)
            _log.info("person_forgotten")
