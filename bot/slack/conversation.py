"""Mentions and direct messages: which of them are meant for the bot, and the courtesies.

Edits, other bots and whatever else is no new message of a person are dropped before any work.
"""

from __future__ import annotations

from dataclasses import replace

from slack_bolt import App
from slack_bolt.response import BoltResponse

from bot.core.parse import language_of
from bot.core.phrases.courtesy import Kind, courtesy
from bot.render.help import help_message
from bot.slack import asking
from bot.slack.desk import Desk
from bot.slack.jobs import hand_off
from bot.slack.place import Body, Manner, Place, from_message
from bot.slack.typed import said, unaddressed

# What only messages of apps and edited messages have; notices of Slack's have a subtype.
_NOT_NEW = ("bot_id", "bot_profile", "edited", "hidden")
# A message with a file, and a reply that is shown in the channel as well, are still a person's.
_WRITTEN = (None, "", "file_share", "thread_broadcast")


def register(app: App, desk: Desk) -> None:
    """Listen to mentions in channels and to messages in the bot's direct messages."""

    @app.event("app_mention")
    def answer_mention(event: Body, body: Body) -> BoltResponse | None:
        return _take(desk, event, body)

    @app.event("message")
    def answer_message(event: Body, body: Body) -> BoltResponse | None:
        return _take(desk, event, body) if event.get("channel_type") == "im" else None


def _take(desk: Desk, event: Body, body: Body) -> BoltResponse | None:
    """Hand a person's message on; where the pool is full, leave it to Slack to send it again."""
    text = event.get("text")
    new = event.get("subtype") in _WRITTEN and not any(event.get(mark) for mark in _NOT_NEW)
    if not new or not isinstance(text, str):
        return None
    place = replace(from_message(body), language=language_of(unaddressed(text)))
    if hand_off(desk, place, lambda: converse(desk, place, text)):
        return None
    return BoltResponse(status=503)


def converse(desk: Desk, place: Place, text: str) -> None:
    """Answer a message that mentions the bot, or was written to it.

    One that begins with the mention is always answered; one that has it elsewhere only where the
    rest is a question from end to end. Thanks want no answer.
    """
    us = desk.card.get()
    if place.user_id == us.user_id:
        return
    message = said(text, us.user_id)
    polite = courtesy(message.text)
    if polite is not None:
        if polite.kind is Kind.GREETING:
            asker = desk.admit(place)
            language = asker.preferences.language or polite.language
            help_plan = help_message(None, replace(desk.shown(place, asker), language=language))
            desk.replies.reply(place, help_plan)
        return
    meant = message.begins or place.manner is Manner.DIRECT
    asking.ask(desk, place, message.text, quiet=not meant)
