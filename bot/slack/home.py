"""The Home tab: what needs its reader, their digests, the help; published when it is opened."""

from __future__ import annotations

import logging
from dataclasses import replace

from slack_bolt import App
from slack_bolt.response import BoltResponse

from bot.core.phrases.translation import home_of
from bot.core.rights import Act
from bot.core.sentences import say
from bot.errors import RightsError
from bot.render.message import notice_message
from bot.render.views import home_view
from bot.slack import depending, keepers
from bot.slack.asker import Asker
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
        digests = [] if asker.outsider else depending.mine(desk, place)
        view = home_view(shown, _broken_key(desk, asker), digests)
    sent = desk.replies.publish_home(place.user_id, view)
    if not sent.done:
        _log.warning("home_not_published", extra={"reason": sent.reason})


def _broken_key(desk: Desk, asker: Asker) -> str:
    """That a key is refused which the person can replace; of several the first."""
    for account in asker.visible:
        if account.failing_since is not None and asker.may(Act.CHANGE, account):
            since = keepers.since(desk, account, asker.person)
            return say("refused.owner_told", account=account.name, since=since)
    return ""
