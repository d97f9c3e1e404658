"""One fetch for whatever many digests want of one account, and nothing kept that was an error."""

from __future__ import annotations

import threading
import time
from datetime import UTC, date
from typing import Any

import pytest

from bot.core.periods import Period, Shape, Unit, of_days
from bot.core.results import Source
from bot.digests import figures
from bot.digests.figures import KEEP_S, Figures
from bot.errors import UpstreamDownError, UpstreamLateError
from tests.slack.source import FixedSource

WEEK = of_days(date(2026, 11, 23), date(2026, 11, 29), UTC, Shape.WEEK)
BEFORE = of_days(date(2026, 11, 16), date(2026, 11, 22), UTC, Shape.WEEK)


@pytest.fixture
def source() -> FixedSource:
    """Figures that never change, and which of them were asked for."""
    return FixedSource()


def ask(source: Source, period: Period = WEEK) -> Any:
    """All that a digest wants of a period."""
    return (
        source.insights(period, Unit.DAY),
        source.top_flows(period, 200),
        source.top_messages(period, 200),
    )


def test_the_same_is_asked_once(source: FixedSource) -> None:
    """By however many, at once or one after the other; another period or account is another."""
    held = Figures(5.0)
    source.open.clear()
    found: list[Any] = []
    shared = held.of("A1", lambda: source)
    threads = [threading.Thread(target=lambda: found.append(ask(shared))) for _ in range(20)]
    for thread in threads:
        thread.start()
    time.sleep(0.2)
    assert len(source.asked) == 1  # all wait for the first of the three
    source.open.set()
    for thread in threads:
        thread.join()
    assert len(source.asked) == 3
    assert found == [ask(source)] * 20
    source.asked.clear()
    ask(shared)
    assert source.asked == []
    ask(shared, BEFORE)
    ask(held.of("A2", lambda: source))
    assert len(source.asked) == 6


def test_an_error_is_everybody_s_who_waits_and_nobody_s_afterwards(source: FixedSource) -> None:
    """The next asks again."""
    held = Figures(5.0)
    source.error = UpstreamDownError("down")
    source.open.clear()
    caught: list[type[Exception]] = []
    shared = held.of("A1", lambda: source)

    def work() -> None:
        try:
            shared.insights(WEEK)
        except UpstreamDownError as error:
            caught.append(type(error))

    threads = [threading.Thread(target=work) for _ in range(5)]
    for thread in threads:
        thread.start()
    time.sleep(0.2)
    source.open.set()
    for thread in threads:
        thread.join()
    assert caught == [UpstreamDownError] * 5
    assert len(source.asked) == 1
    source.error = None
    assert shared.insights(WEEK).stats is not None


def test_nobody_waits_longer_than_for_flow_xo_itself(source: FixedSource) -> None:
    """Whoever asks what another has been asking for."""
    held = Figures(0.2)
    source.open.clear()
    shared = held.of("A1", lambda: source)
    first = threading.Thread(target=lambda: shared.insights(WEEK))
    first.start()
    time.sleep(0.05)
    with pytest.raises(UpstreamLateError):
        shared.insights(WEEK)
    source.open.set()
    first.join()


def test_it_is_kept_for_minutes_and_within_a_bound(
    source: FixedSource, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is too large is handed out and not kept."""
    now = [0.0]
    held = Figures(5.0, timer=lambda: now[0])
    shared = held.of("A1", lambda: source)
    shared.insights(WEEK)
    now[0] = KEEP_S - 1
    shared.insights(WEEK)
    assert len(source.asked) == 1
    now[0] = KEEP_S + 1
    shared.insights(WEEK)
    assert len(source.asked) == 2
    monkeypatch.setattr(figures, "ROOM_BYTES", 100)
    for _ in range(2):
        shared.top_flows(WEEK)
    assert len(source.asked) == 4
