"""How long does a date phrase take, against dateparser on the phrases that both understand?"""

from __future__ import annotations

import statistics
import time
import tomllib
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

import dateparser

from bench.table import Row
from bot.core.parse import Context, parse
from bot.errors import ParseError

TITLE = "Date phrases"
CORPUS = Path(__file__).parents[1] / "tests" / "corpus" / "core.en.toml"


def _phrases() -> list[str]:
    """Every phrase of the corpus, each once."""
    moments = tomllib.loads(CORPUS.read_text(encoding="utf-8"))["moment"]
    return list(dict.fromkeys(phrase for moment in moments for phrase in moment["cases"]))


def _ours(phrase: str, context: Context) -> bool:
    try:
        parse(phrase, context)
    except ParseError:
        return False
    return True


def _time(call: Callable[[], object], repeat: int) -> float:
    best = []
    for _ in range(repeat):
        begun = time.perf_counter()
        call()
        best.append(time.perf_counter() - begun)
    return min(best)


def measure(*, short: bool) -> list[Row]:
    """Median time of a phrase, the ratio against dateparser, a text of 10,000 characters."""
    zone = ZoneInfo("Europe/Berlin")
    context = Context(datetime(2026, 11, 26, 15, 45, tzinfo=zone), zone, locale="en-GB")
    base = context.now.replace(tzinfo=None)
    phrases = _phrases()[: 40 if short else None]
    repeat = 2 if short else 7
    ours = {p: _time(partial(_ours, p, context), repeat) for p in phrases}
    settings = {"RELATIVE_BASE": base, "PREFER_DATES_FROM": "past"}
    read = partial(dateparser.parse, languages=["en"], settings=settings)
    theirs = {p: _time(partial(read, p), repeat) for p in phrases if read(p) is not None}
    median = statistics.median(ours.values()) * 1e6
    both = [theirs[p] / ours[p] for p in theirs]
    long_text = ("last 7 days by day vs last year " * 400)[:10_000]
    long_ms = _time(lambda: _ours(long_text, context), repeat) * 1e3
    ratio = statistics.median(both) if both else float("nan")
    return [
        Row(
            "one phrase, median of",
            f"{median:.0f} µs, {len(ours)} phrases",
            "≤ 40 µs",
            median <= 40,
        ),
        Row(
            "dateparser / ours, median", f"{ratio:.1f} ×, {len(both)} phrases", "≥ 8 ×", ratio >= 8
        ),
        Row("10,000 characters", f"{long_ms:.2f} ms", "≤ 5 ms", long_ms <= 5),
    ]
