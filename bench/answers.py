"""From command to answer: how much of it is our own time, with both upstreams at 0 ms?

First over HTTP, from the command to the whole answer; then inside this process, from the query to
the message plan, with a source that answers from memory.
"""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

from bench.load import command, send, served
from bench.table import Row, seconds
from bench.upstreams import upstreams
from bot.answer import answer
from bot.core.grid import spans
from bot.core.metrics import METRICS, Kind, Metric
from bot.core.parse import Context, parse
from bot.core.periods import Period, Unit
from bot.core.results import Bucket, Insights, Stats, TopFlow, TopMessage
from bot.demo.sample_texts import TEXTS
from bot.demo.slack_server import FakeSlack
from bot.render.message import answer_message
from bot.render.plan import Shown

TITLE = "Command to answer"
_ZONE = ZoneInfo("Europe/Berlin")
_NOW = datetime(2026, 11, 26, 15, 45, tzinfo=_ZONE)
# What is asked, and within how many milliseconds the plan is to be there.
_ASKED = (
    ("stats last 7 days", 15),
    ("stats last 30 days", 15),
    ("top 50 messages last 30 days", 15),
    ("top 50 flows last 30 days", 15),
    ("chart messages received last 400 days by day", 60),
    ("stats last 400 days by day vs previous", 60),
)
_ROWS = 200
# What people type to a shop's chatbot: short questions, in more than one spelling, and some that
# hold numbers and personal data. Half of both are other ones in another period.
_VERBS = ("where is", "track", "cancel", "change", "return", "how much is", "repeat", "I lost")
_THINGS = ("my red bag", "the blue shoes", "an invoice", "la factura", "my parcel", "a gift card")
_SPELLED = ("{}", "{}?", "{} please", "{}!")
_WITH_NUMBERS = (
    "where is my order {n}",
    "order no. {n} has not arrived yet, can you please look into it",
    "my mail is jane.doe{n}@example.com",
    "call me on +44 20 7946 0{n} after five",
    "hola, quiero saber el estado de mi pedido {n} por favor",
    "do you have size {n} in blue 👟",
    "https://shop.example/item/{n}?utm_source=chat&session=9f8e7d6c5b4a39281706",
    "I paid twice for invoice {n}, please refund 49.90 € to my card, this is the third time I ask",
)
_NUMBERED = 50  # rows of those


class Memory:
    """A source that has every answer at hand, the first time that a period is asked for excepted.

    Two hundred rows in each list, half of them other ones in another period; the units add up to
    the whole.
    """

    def __init__(self) -> None:
        self._insights: dict[tuple[Period, Unit | None], Insights] = {}
        self._messages: dict[datetime, tuple[TopMessage, ...]] = {}
        self._flows: dict[datetime, tuple[TopFlow, ...]] = {}

    def insights(self, period: Period, unit: Unit | None = None) -> Insights:
        """Figures that breathe with the week."""
        if (period, unit) not in self._insights:
            days = [_bucket(one.start, one.end) for one in spans(period, unit or Unit.DAY)]
            whole = {metric: _whole(metric, days) for metric in Metric}
            self._insights[period, unit] = Insights(Stats(whole), tuple(days) if unit else ())
        return self._insights[period, unit]

    def top_messages(self, period: Period, limit: int = _ROWS) -> tuple[TopMessage, ...]:
        """Short and long texts, in several spellings, some with personal data."""
        if period.start not in self._messages:
            texts = list(_texts(period.start.day))
            assert len(set(texts)) == _ROWS
            rows = (TopMessage(text, 900 // (n + 1) + 1) for n, text in enumerate(texts))
            self._messages[period.start] = tuple(rows)
        return self._messages[period.start][:limit]

    def top_flows(self, period: Period, limit: int = _ROWS) -> tuple[TopFlow, ...]:
        """Names as people give them, some of them given twice."""
        if period.start not in self._flows:
            first = 100 * (period.start.day % 2)
            rows = (
                TopFlow(f"64f0a1c29b3e7d0012{n:06x}", f"Book a Table {n % 150}: Step 2", 2000 // n)
                for n in range(first + 1, first + _ROWS + 1)
            )
            self._flows[period.start] = tuple(rows)
        return self._flows[period.start][:limit]


def _bucket(start: datetime, end: datetime) -> Bucket:
    day = start.toordinal()
    values = {
        metric: 40 + day % 7 * 9 + index * 31 + (day % 1000 if metric is Metric.TOTAL_USERS else 0)
        for index, metric in enumerate(Metric)
    }
    return Bucket(start, end, values)


def _whole(metric: Metric, buckets: list[Bucket]) -> int:
    values = [bucket.values[metric] for bucket in buckets]
    return sum(values) if METRICS[metric].kind is Kind.SUM else values[-1]


def _texts(seed: int) -> Iterator[str]:
    yield from (text.text for text in TEXTS)
    shift = 25 * (seed % 2)
    for n in range(shift, shift + _NUMBERED):
        yield _WITH_NUMBERS[n % len(_WITH_NUMBERS)].format(n=100 + n)
    asked = [f"{verb} {thing}" for verb in _VERBS for thing in _THINGS]
    every = [spelled.format(one) for spelled in _SPELLED for one in asked]
    short = _ROWS - len(TEXTS) - _NUMBERED
    yield from every[shift * 2 : shift * 2 + short]


def _planned(text: str, source: Memory, count: int) -> float:
    """The median of the seconds from the query to the message plan."""
    query = parse(text, Context(_NOW, _ZONE)).query
    shown = Shown(words=text, asker="U0123")

    def plan() -> object:
        return answer_message(answer(query, source, _NOW), shown)

    plan()  # the source has made its answers, and every module is loaded
    return statistics.median(seconds(plan) for _ in range(count))


def _own(count: int) -> Iterator[Row]:
    source = Memory()
    for text, reach in _ASKED:
        took = _planned(text, source, count) * 1e3
        yield Row(f"query to plan: {text}", f"{took:.1f} ms", f"≤ {reach} ms", took <= reach)


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
    """The median over different periods, so that no cache answers; then of the plan alone."""
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
        *_own(count),
    ]
