"""Reads --now and --tz, alike for `ask` and `dates`; what they cannot mean is a UsageError."""

from __future__ import annotations

from datetime import UTC, datetime, tzinfo

from bot.cli.arguments import UsageError
from bot.core import zones
from bot.core.periods import localise
from bot.core.sentences import say
from bot.errors import ParseError


def zone_of(text: str | None) -> tzinfo | None:
    """The zone that --tz names, as `in` reads it; None where it is not given."""
    if text is None:
        return None
    try:
        return zones.find(text)
    except ParseError as error:
        raise UsageError(f"--tz: {error.message}", error.hint) from error


def moment_of(text: str | None, zone: tzinfo) -> datetime | None:
    """The moment that --now names, aware; one without an offset is `zone`'s wall time."""
    if text is None:
        return None
    try:
        moment = datetime.fromisoformat(text.strip())
        return moment.astimezone(UTC) if moment.tzinfo else localise(moment, zone)
    except (ValueError, OverflowError) as error:
        raise UsageError(say("now_unreadable"), say("now_unreadable_hint")) from error
