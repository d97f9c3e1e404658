"""Tries the Flow XO account that the environment names, with one small question."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.core.metrics import Metric
from bot.core.periods import of_days
from bot.core.sentences import say
from bot.errors import BotError
from bot.flowxo.client import FlowXOClient
from bot.settings import Settings

_BUDGET_S = 10.0


@dataclass(frozen=True, slots=True)
class Finding:
    """One part, whether it is as it should be, and what there is to say."""

    part: str
    fine: bool
    sentence: str


def try_flowxo(settings: Settings) -> Finding:
    """Ask for yesterday's figures; raises nothing, a failure is a finding."""
    if settings.flowxo_api_key is None:
        return Finding("Flow XO", False, say("check_unset", variable="FLOWXO_API_KEY"))
    zone = settings.flowxo_timezone or ZoneInfo("UTC")
    yesterday = datetime.now(UTC).astimezone(zone).date() - timedelta(days=1)
    client = FlowXOClient(settings.flowxo_api_url, settings.flowxo_api_key)
    try:
        stats = client.question(_BUDGET_S).insights(of_days(yesterday, yesterday, zone)).stats
    except BotError as error:
        return Finding("Flow XO", False, f"{error.message} {error.hint}")
    finally:
        client.close()
    if stats is None:
        return Finding("Flow XO", True, say("check_flowxo_empty"))
    count = stats.values[Metric.RECEIVED]
    return Finding("Flow XO", True, say("check_flowxo", count=count, zone=zone.key))
