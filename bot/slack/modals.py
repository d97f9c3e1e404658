"""Opens modals and changes them while they are open; that Slack does not is an answer, no error.

A trigger_id opens one within three seconds: call this before anything that takes time.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass

from slack_sdk.errors import SlackApiError
from slack_sdk.web import SlackResponse

from bot import calls
from bot.render.blocks import Block
from bot.slack.desk import Desk
from bot.slack.place import Place

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Opened:
    """A modal as it stands; Slack changes none that was changed since."""

    view_id: str
    hash: str


def open_modal(desk: Desk, place: Place, view: Block, *, on_top: bool = False) -> Opened | None:
    """Open it, on top of the one that was pressed in or by itself; None where Slack does not."""
    services, trigger_id = desk.services, place.trigger_id
    if trigger_id is None:
        return None
    if on_top:
        return _called(lambda: services.client.views_push(trigger_id=trigger_id, view=view))
    return _called(lambda: services.client.views_open(trigger_id=trigger_id, view=view))


def update_modal(desk: Desk, opened: Opened, view: Block) -> None:
    """Put another view in its place, unless it was closed, sent in or changed meanwhile."""
    known = {"view_id": opened.view_id, "hash": opened.hash}
    _called(lambda: desk.services.client.views_update(**known, view=view))


def _called(call: Callable[[], SlackResponse]) -> Opened | None:
    try:
        view = call().get("view")
    except SlackApiError as error:
        _log.warning("modal_refused", extra={"reason": calls.reason_of(error)[:80]})
        return None
    except calls.BROKEN as error:
        _log.warning("modal_refused", extra={"reason": type(error).__name__})
        return None
    known = view if isinstance(view, dict) else {}
    return Opened(str(known.get("id")), str(known.get("hash")))
