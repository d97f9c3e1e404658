"""`status`: whether Flow XO answers, which zone days begin in, and the version."""

from __future__ import annotations

from datetime import timedelta
from importlib.metadata import version

from bot.core.periods import of_days, zone_name
from bot.core.query import Query, Subcommand
from bot.core.sentences import say, told
from bot.errors import BotError
from bot.render.blocks import rich_lines, top_line
from bot.render.plan import MessagePlan
from bot.slack.asker import Asker
from bot.slack.desk import QUESTION_S, Desk


def status_message(desk: Desk, team_id: str, asker: Asker, language: str) -> MessagePlan:
    """The state of things, one line each; Flow XO is asked for yesterday, and only that."""
    account = asker.default()
    zone = asker.zone(account)
    yesterday = desk.now().astimezone(zone).date() - timedelta(days=1)
    try:
        account = asker.meant(Query(Subcommand.STATUS))
        source = desk.services.accounts.source(team_id, account, QUESTION_S)
        source.insights(of_days(yesterday, yesterday, zone))
        health = [say("status.fine")]
    except BotError as error:
        health = [line for line in (error.message, error.hint) if line]
    if account is not None and account.zone:
        where = say("status.zone", zone=zone_name(zone))
    elif asker.person.zone:
        where = say("status.zone_own", zone=zone_name(zone))
    else:
        where = say("status.zone_unknown")
    said = [*health, where, say("status.version", version=version("flowxo-slack-bot"))]
    lines = [told(line, language) for line in said]
    blocks = (rich_lines([[line] for line in lines]),)
    return MessagePlan("\n".join(top_line(line) for line in lines), blocks, blocks)
