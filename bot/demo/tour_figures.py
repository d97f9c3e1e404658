"""Counts a period's figures straight from the fake Flow XO, with none of the bot's own code."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from urllib.parse import urlencode
from urllib.request import ProxyHandler, Request, build_opener

from bot.demo.flowxo_server import FakeFlowXO

_OPENER = build_opener(ProxyHandler({}))


def count(flowxo: FakeFlowXO, start: datetime, end: datetime) -> dict[str, int]:
    """The six figures from `start` up to, not including, `end`."""
    last = end - timedelta(milliseconds=1)
    asked = urlencode({"start": _instant(start), "end": _instant(last)})
    request = Request(  # noqa: S310  # the fake's own address on loopback
        f"{flowxo.url}/insights?{asked}", headers={"Authorization": f"Bearer {flowxo.key}"}
    )
    with _OPENER.open(request, timeout=10) as answer:
        stats = json.load(answer)["stats"]
    return {name: value for name, value in stats[0].items() if isinstance(value, int)}


def _instant(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
