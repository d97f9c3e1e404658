"""What is asked of the bot about accounts and digests themselves, by its subcommand."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.core.query import Subcommand
from bot.slack import auditing, disconnecting, opening, roster, settings, using
from bot.slack.desk import Desk
from bot.slack.digests import errand
from bot.slack.questions import Question

ERRANDS: Mapping[Subcommand, Callable[[Desk, Question], None]] = {
    Subcommand.CONNECT: opening.begin,
    Subcommand.ACCOUNTS: roster.accounts,
    Subcommand.USE: using.use,
    Subcommand.DISCONNECT: disconnecting.disconnect,
    Subcommand.AUDIT: auditing.audit,
    Subcommand.SETTINGS: settings.settings,
    Subcommand.DIGEST: errand.digest,
}
