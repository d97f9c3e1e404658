"""From command to answer: how much of it is our own time, with both upstreams at 0 ms?"""

from __future__ import annotations

import statistics
import tempfile
import time

from bench.load import command, send, served
from bench.table import Row
from bench.upstreams import upstreams
from bot.demo.slack_server import FakeSlack

TITLE = "Command to answer"


def _one(slack: FakeSlack, port: int, days: int) -> float:
    """Seconds from the command to its whole answer."""
    before = len(slack.state.responses)
    request = command(slack, f"stats last {days} days")
    begun = time.perf_counter()
    send(port, [request])
    # Woken, not polled: the fakes share this process, and a busy wait would slow them down.
    slack.wait_until(lambda: len(slack.state.responses) > before)
    return time.perf_counter() - begun


def measure(*, short: bool) -> list[Row]:
    """The median over different periods, so that no cache answers."""
    count = 3 if short else 80
    with (
        tempfile.TemporaryDirectory() as folder,
        upstreams() as (slack, flowxo),
        served("ours", slack, flowxo, folder) as (port, _),
    ):
        _one(slack, port, 2)
        whole = [_one(slack, port, 3 + n) for n in range(count)]
        upstream = flowxo.busy_s / (count + 1)
        slack_s = slack.busy_s / (count + 1)
    median = statistics.median(whole)
    ours = median - upstream - slack_s
    return [
        Row("command to answer, median", f"{median * 1e3:.1f} ms"),
        Row("of it inside the fake Flow XO", f"{upstream * 1e3:.1f} ms"),
        Row("and inside the fake Slack", f"{slack_s * 1e3:.1f} ms"),
        Row("our own time", f"{ours * 1e3:.1f} ms", "≤ 15 ms", ours <= 0.015),
    ]
