"""The slash command, whatever its name: acked at once, answered by a job."""

from __future__ import annotations

import re
from dataclasses import replace

from slack_bolt import Ack, App

from bot.core.parse import language_of
from bot.core.sentences import say, told
from bot.slack import asking
from bot.slack.desk import Desk
from bot.slack.jobs import hand_off
from bot.slack.place import Body, from_command
from bot.slack.typed import plain


def register(app: App, desk: Desk) -> None:
    """Listen to every command that Slack sends here: its name is the manifest's to choose."""

    @app.command(re.compile("/"))
    def answer_command(ack: Ack, body: Body) -> None:
        text = plain(body["text"]) if isinstance(body.get("text"), str) else ""
        place = replace(from_command(body), language=language_of(text))
        desk.called.name = place.command or desk.called.name
        if hand_off(desk, place, lambda: asking.ask(desk, place, text)):
            ack()
        else:
            ack(text=told(say("busy"), place.language), response_type="ephemeral")
