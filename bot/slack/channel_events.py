"""Channels that open and close: their digests stop at once, and go on by themselves.

Whoever owns them is told by `bot.digests`. Posts nothing; what cannot be kept is found out when
the next digest is due.
"""

from __future__ import annotations

import logging
from collections.abc import Callable

from slack_bolt import App
from slack_bolt.response import BoltResponse
from sqlalchemy import Connection

from bot import calls
from bot.calls import Sent
from bot.errors import BotError
from bot.slack.desk import Desk
from bot.slack.place import Body, team_of
from bot.storage import news, subscribing, subscriptions
from bot.storage.audit import OPERATOR, By
from bot.storage.news import Cause, Item
from bot.storage.subscriptions import Reason, State

_log = logging.getLogger(__name__)
JOINED = "member_joined_channel"
OPENED = ("channel_unarchive", "group_unarchive")
# That we left is told of us alone, however it came to be.
CLOSED = (
    "channel_archive", "channel_deleted", "channel_left", "group_archive", "group_deleted",
    "group_left",
)  # fmt: skip


def register(app: App, desk: Desk) -> None:
    """Listen to what becomes of channels."""

    @app.event(JOINED)
    def joined(event: Body, body: Body) -> BoltResponse | None:
        return _take(desk, body, event, lambda: _joined(desk, event))

    for kind in OPENED:
        app.event(kind)(_listener(desk, _opened))
    for kind in CLOSED:
        app.event(kind)(_listener(desk, _closed))


def _listener(
    desk: Desk, act: Callable[[Desk, str], None]
) -> Callable[[Body, Body], BoltResponse | None]:
    def listener(event: Body, body: Body) -> BoltResponse | None:
        return _take(desk, body, event, lambda: act(desk, str(event.get("channel"))))

    return listener


def _take(desk: Desk, body: Body, event: Body, act: Callable[[], None]) -> BoltResponse | None:
    """Hand it on; where the pool is full, leave it to Slack to send it again."""
    team_id = team_of(body)

    def job() -> None:
        try:
            # Of another workspace, or of what Slack does not say, nothing is changed.
            if isinstance(event.get("channel"), str) and team_id == desk.card.get().team_id:
                act()
        except BotError as error:
            _log.warning("channel_event_lost", extra={"kind": type(error).__name__})

    return None if desk.services.pool.submit(job) else BoltResponse(status=503)


def _joined(desk: Desk, event: Body) -> None:
    """Somebody came into a channel: we, or others that are nothing to us."""
    if event.get("user") == desk.card.get().user_id:
        _opened(desk, str(event.get("channel")))


def _opened(desk: Desk, channel_id: str) -> None:
    """What was stopped because of the channel goes on, and what is still useful goes out late."""
    team_id = desk.card.get().team_id
    by = By(OPERATOR, f"opened in {channel_id}", desk.now())
    numbers = desk.keeper.write(
        lambda connection: subscribing.mend(
            connection, team_id, Reason.CHANNEL, by, target=channel_id
        ),
        "channel_event_lost",
    )
    if numbers:
        desk.services.wake()
        _log.info("digests_go_on", extra={"channel_id": channel_id, "count": len(numbers)})


def _closed(desk: Desk, channel_id: str) -> None:
    """What goes there stops, and its owner is told before it is due.

    Events come late, and in any order; so Slack is asked whether it is closed now.
    """
    team_id = desk.card.get().team_id
    going = desk.keeper.read(
        lambda connection: subscriptions.listed(connection, team_id, target=channel_id),
        "channel_event_lost",
    )
    if not any(one.state is State.ACTIVE for one in going) or not _is_closed(desk, channel_id):
        return
    by = By(OPERATOR, f"closed in {channel_id}", desk.now())

    def work(connection: Connection) -> int:
        items = []
        for one in subscriptions.listed(connection, team_id, target=channel_id):
            if one.state is not State.ACTIVE:
                continue
            subscribing.disable(connection, team_id, one.number, Reason.CHANNEL, by)
            due = one.next_run_at or by.at
            items.append(Item(one.owner_user_id, Cause.CHANNEL, channel_id, one.number, due))
        news.add(connection, team_id, items, by.at)
        return len(items)

    count = desk.keeper.write(work, "channel_event_lost")
    if count:
        _log.info("digests_stopped", extra={"channel_id": channel_id, "count": count})


def _is_closed(desk: Desk, channel_id: str) -> bool:
    """Whether we surely cannot post there; into a public channel we can without being in it."""
    client = desk.services.client
    answer = calls.answered(lambda: client.conversations_info(channel=channel_id))
    if isinstance(answer, Sent):
        return answer.reason == "channel_not_found"
    channel = answer.get("channel")
    if not isinstance(channel, dict):
        return False
    outside = channel.get("is_private") is True and channel.get("is_member") is False
    return channel.get("is_archived") is True or outside
