"""The slash command, whatever its name: acked at once, answered by a job."""

from __future__ import annotations

import re

from slack_bolt import Ack, App

from bot.core.sentences import say
from bot.slack import asking
from bot.slack.desk import Desk
from bot.slack.jobs import hand_off
from bot.slack.place import Body, from_command
from bot.slack.typed import plain


def register(app: App, desk: Desk) -> None:
    """Listen to every command that Slack sends here: its name is the manifest's to choose."""

    @app.command(re.compile("/"))
    def answer_command(ack: Ack, body: Body) -> None:
        place = from_command(body)
        desk.called.name = place.command or desk.called.name
        text = plain(body["text"]) if isinstance(body.get("text"), str) else ""
        if hand_off(desk, place, lambda: asking.ask(desk, place, text)):
            ack()
        else:
            ack(text=say("busy"), response_type="ephemeral")
