"""The Home tab: the help with its buttons, published whenever somebody opens it."""

from __future__ import annotations

import logging
from dataclasses import replace

from slack_bolt import App
from slack_bolt.response import BoltResponse

from bot.core.phrases.translation import home_of
from bot.errors import RightsError
from bot.render.message import notice_message
from bot.render.views import home_view
from bot.slack.desk import Desk
from bot.slack.jobs import hand_off
from bot.slack.place import Body, Place, from_home

_log = logging.getLogger(__name__)


def register(app: App, desk: Desk) -> None:
    """Listen to the opening of the Home tab."""

    @app.event("app_home_opened")
    def show_home(event: Body, body: Body) -> BoltResponse | None:
        if event.get("tab") != "home":
            return None
        place = from_home(body)
        if hand_off(desk, place, lambda: publish(desk, place)):
            return None
        return BoltResponse(status=503)


def publish(desk: Desk, place: Place) -> None:
    """Show the person of `place` their Home tab; one who may not ask sees why, and no buttons."""
    try:
        asker = desk.admit(place)
    except RightsError as error:
        view = {"type": "home", "blocks": list(notice_message(error.message).blocks)}
    else:
        shown = replace(desk.shown(place, asker), language=home_of(asker.locale))
        view = home_view(shown)
    sent = desk.replies.publish_home(place.user_id, view)
    if not sent.done:
        _log.warning("home_not_published", extra={"reason": sent.reason})
