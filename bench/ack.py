"""How fast is a slash command acknowledged, against a stock no-op Bolt app on the same server?"""

from __future__ import annotations

import statistics
import tempfile

from bench.load import command, send, send_at_once, served
from bench.table import Row, percentile
from bench.upstreams import upstreams
from bot.demo.slack_server import FakeSlack

TITLE = "Ack of a slash command over HTTP"


def _one_at_a_time(slack: FakeSlack, ours: int, stock: int, rounds: int) -> tuple[float, float]:
    """Medians of both, in turn, 25 requests a round."""
    found: tuple[list[float], list[float]] = ([], [])
    for _ in range(rounds):
        for times, port in zip(found, (ours, stock), strict=True):
            requests = [command(slack, "stats last 7 days") for _ in range(25)]
            times += [ack.took for ack in send(port, requests)]
    return statistics.median(found[0]), statistics.median(found[1])


def _together(slack: FakeSlack, port: int, each: int) -> float:
    """Requests a second from 16 connections; answers that say "busy" are not counted."""
    batches = [[command(slack, "stats last 7 days") for _ in range(each)] for _ in range(16)]
    took, acks = send_at_once(port, batches)
    return sum(ack.status == 200 and not ack.busy for ack in acks) / took


def _slow_upstream(slack: FakeSlack, port: int) -> tuple[float, int]:
    """The 99th percentile of 20 acks at once, and how many were acked at all."""
    batches = [[command(slack, f"stats last {n} days")] for n in range(2, 22)]
    _, acks = send_at_once(port, batches)
    good = [ack.took for ack in acks if ack.status == 200]
    return percentile(good, 0.99), len(good)


def measure(*, short: bool) -> list[Row]:
    """One at a time and 16 at once against stock Bolt; 20 at once with an upstream of 5 s."""
    with tempfile.TemporaryDirectory() as folder, upstreams() as (slack, flowxo):
        with (
            served("empty", slack, flowxo, folder) as (ours, _),
            served("stock", slack, flowxo, folder) as (stock, _),
            served("stock32", slack, flowxo, folder) as (stock32, _),
        ):
            rows = _against_stock(slack, ours, (stock, stock32), short=short)
        flowxo.delay_s = 0.2 if short else 5.0
        with served("ours", slack, flowxo, folder) as (port, _):
            p99, acked = _slow_upstream(slack, port)
        flowxo.delay_s = 0.0
    told = f"{p99 * 1e3:.0f} ms, {acked} of 20 acked"
    reached = p99 < 0.3 and acked == 20
    return [*rows, Row("20 at once, upstream slow, p99", told, "< 300 ms", reached)]


def _against_stock(
    slack: FakeSlack, ours: int, stocks: tuple[int, int], *, short: bool
) -> list[Row]:
    """Judged against stock Bolt at its better thread count; ours runs as it ships."""
    _one_at_a_time(slack, ours, stocks[0], 1)
    mine, theirs = _one_at_a_time(slack, ours, stocks[0], 1 if short else 12)
    each = 5 if short else 60
    rates = [
        [_together(slack, port, each) for port in (ours, *stocks)] for _ in range(1 if short else 7)
    ]
    ratio = mine / theirs
    same = statistics.median(own / few for own, few, _ in rates)
    gain = statistics.median(own / max(few, many) for own, few, many in rates)
    own, few, many = (statistics.median(column) for column in zip(*rates, strict=True))
    alone = f"{mine * 1e3:.2f} / {theirs * 1e3:.2f} ms = {ratio:.2f} ×"
    best = f"{own:.0f} / {max(few, many):.0f} a second = {gain:.2f} ×"
    return [
        Row("one at a time, ours / stock", alone, "≤ 0.25 ×", ratio <= 0.25),
        Row("16 at once, same threads", f"{own:.0f} / {few:.0f} a second = {same:.2f} ×"),
        Row("16 at once, stock at its best", best, "≥ 1.5 ×", gain >= 1.5),
    ]
