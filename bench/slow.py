"""200 slow commands at once, of 200 periods: is each acked in time and answered, or told busy?"""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

from bench.load import command, send_at_once, served
from bench.table import Row, percentile
from bench.upstreams import upstreams
from bot.core.sentences import say
from bot.demo.slack_server import FakeSlack

TITLE = "200 slow commands at once"
_ACK_S = 3.0
_CROWDED = say("upstream.crowded")
_WORKING = "Working on it"


def _peak_mb(pid: int) -> float:
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    return int(next(x.split()[1] for x in status.splitlines() if x.startswith("VmHWM"))) / 1024


def measure(*, short: bool) -> list[Row]:
    """Acks within Slack's 3 s, figures or "busy", the peak of memory beside that at rest."""
    count, delay = (20, 0.05) if short else (200, 2.0)
    with tempfile.TemporaryDirectory() as folder, upstreams() as (slack, flowxo):
        with served("ours", slack, flowxo, folder) as (port, pid):
            send_at_once(port, [[command(slack, "status")]])
            _wait(slack, 1, 30.0)
            rest = _peak_mb(pid)
            flowxo.delay_s = delay
            batches = [[command(slack, f"stats last {n + 2} days")] for n in range(count)]
            took, acks = send_at_once(port, batches)
            in_time = sum(ack.status == 200 and ack.took <= _ACK_S for ack in acks)
            turned_away = sum(ack.busy for ack in acks)
            last = _wait(slack, 1 + count - turned_away, 120.0)
            peak = _peak_mb(pid)
        flowxo.delay_s = 0.0
    figures = sum("compared with" in text for text in last)
    busy = turned_away + sum(_CROWDED in text for text in last)
    slowest = percentile([ack.took for ack in acks], 0.99)
    return [
        Row("acked in 3 s", f"{in_time} of {count}, p99 {slowest:.2f} s", "all", in_time == count),
        Row(
            "figures, or told busy",
            f"{figures} + {busy} of {count}",
            "all",
            figures + busy == count,
        ),
        Row("memory at rest, peak", f"{rest:.0f} MB, {peak:.0f} MB", "bounded"),
        Row("all acks took", f"{took:.2f} s"),
    ]


def _wait(slack: FakeSlack, wanted: int, budget_s: float) -> list[str]:
    """The last text of every asker who got more than the line that announces an answer."""
    begun = time.perf_counter()
    while True:
        last: dict[str, str] = {}
        for response in slack.responses:
            text = str(response.arguments.get("text", ""))
            if response.status == 200 and not text.startswith(_WORKING):
                last[response.url_id] = text
        if len(last) >= wanted or time.perf_counter() - begun > budget_s:
            return list(last.values())
        time.sleep(0.1)
