"""Tries a call again while that can help and the deadline allows it, and logs how it went.

Never waits past the deadline, and never for less time than Flow XO asked for.
"""

from __future__ import annotations

import logging
import random
import time
from collections.abc import Mapping
from dataclasses import replace

from bot.flowxo.connections import Line
from bot.flowxo.failures import Failure, Kind
from bot.flowxo.transport import Body, Transport

log = logging.getLogger(__name__)

_MOST_TRIES = 5
_FIRST_PAUSE_S = 0.25
_SPREAD_S = 0.25


def fetch(transport: Transport, path: str, params: Mapping[str, str], line: Line) -> Body | Failure:
    """The body of the answer, or the last failure."""
    begun = time.monotonic()
    tries = 0
    before: Failure | None = None
    while True:
        tries += 1
        outcome = transport.get(path, params, line)
        if isinstance(outcome, Failure) and outcome.kind is Kind.SLOW and before:
            outcome = replace(before, hurried=True)  # it says more than that time ran out
            break
        if isinstance(outcome, Body) or not outcome.passing or tries == _MOST_TRIES:
            break
        pause_s = _pause(tries, outcome.wait_s)
        if pause_s >= line.deadline.left_s:
            outcome = replace(outcome, hurried=True)
            break
        before = outcome
        time.sleep(pause_s)
    _tell(path, outcome, tries, time.monotonic() - begun)
    return outcome


def _pause(tries: int, wait_s: float | None) -> float:
    """Longer each time, and never the same for all who wait."""
    pause_s = _FIRST_PAUSE_S * (1 << (tries - 1)) * random.uniform(0.5, 1.5)
    return max(pause_s, (wait_s or 0.0) + random.uniform(0, _SPREAD_S))


def _tell(path: str, outcome: Body | Failure, tries: int, took_s: float) -> None:
    told = {"path": path, "tries": tries, "ms": round(took_s * 1000)}
    if isinstance(outcome, Body):
        log.info("flowxo_answered", extra={**told, "bytes": len(outcome.content)})
        return
    why = {"kind": outcome.kind, "detail": outcome.detail, "status": outcome.status}
    log.warning("flowxo_failed", extra={**told, **why})
