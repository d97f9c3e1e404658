"""Disagreements that were found and mended, each in its smallest form; holds nothing itself."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from tests.figures.model import Question
from tests.figures.model_log import NEW, RECEIVED, SENT, TRIGGERS, Event, Readings
from tests.figures.model_periods import Days, Since

_NOW = datetime(2026, 11, 26, 14, 45, tzinfo=UTC)


def _events(first: datetime, hours: int, *skipped: int, kind: str = SENT) -> list[Event]:
    """Every so many hours one event more than before, but for those skipped."""
    step = timedelta(hours=hours)
    return [
        Event(int((first + step * n).timestamp()), kind, n + 1, what="text a", name="text a")
        for n in range(100)
        if n not in skipped
    ]


# Disagreements that were found and mended: what was wrong, the question, the log, how it is told.
FOUND = [
    (
        "a running month beside a typed stretch that begins no month is given one second",
        Question(
            "stats this month vs 2026-03-16 to 2026-03-22",
            datetime(2026, 11, 15, 10, tzinfo=UTC),
            "UTC",
            "stats",
            Days(date(2026, 11, 1), date(2026, 11, 30), "month"),
            compare="typed",
            against=Days(date(2026, 3, 16), date(2026, 3, 22)),
        ),
        [Event(int(datetime(2026, 3, 18, tzinfo=UTC).timestamp()), SENT, 5)],
        Readings(),
    ),
    (
        "after a change of the clock at no full hour the first bucket is not clipped",
        Question(
            "stats 2025-04-06 by hour no comparison",
            datetime(2025, 4, 11, 7, tzinfo=UTC),
            "Pacific/Chatham",
            "stats",
            Days(date(2025, 4, 6), date(2025, 4, 6), "day"),
            "hour",
        ),
        [
            Event(int(datetime(2025, 4, 5, 13, 50, tzinfo=UTC).timestamp()), SENT, 3),
            Event(int(datetime(2025, 4, 5, 14, 5, tzinfo=UTC).timestamp()), SENT, 5),
        ],
        Readings(clips=False),
    ),
    (
        "an hour cut by a change of the clock at the period's end is a part of one in the chart",
        Question(
            "chart triggers 2018-05-04",
            datetime(2018, 5, 5, 15, tzinfo=UTC),
            "Asia/Pyongyang",
            "chart",
            Days(date(2018, 5, 4), date(2018, 5, 4), "day"),
            compare="none",
            metrics=("triggers",),
        ),
        [
            Event(int(datetime(2018, 5, 4, 13, 40, tzinfo=UTC).timestamp()), TRIGGERS, 30),
            Event(int(datetime(2018, 5, 4, 14, 40, tzinfo=UTC).timestamp()), TRIGGERS, 4),
        ],
        Readings(clips=False, gaps=False),
    ),
    (
        "since today, asked in its first second, is refused as a day to come",
        Question(
            "stats since 2026-11-26 no comparison",
            datetime(2026, 11, 26, tzinfo=UTC),
            "UTC",
            "stats",
            Since(date(2026, 11, 26)),
        ),
        [],
        Readings(),
    ),
    (
        "a part of a week stands beside a whole one",
        Question(
            "chart sent 2025-11 by week vs previous",
            _NOW,
            "Europe/Berlin",
            "chart",
            Days(date(2025, 11, 1), date(2025, 11, 30), "month"),
            "week",
            compare="previous",
            metrics=(SENT,),
        ),
        _events(datetime(2025, 10, 1, tzinfo=UTC), 24),
        Readings(),
    ),
    (
        "the hours of a night with a change of the clock stand beside the ones after them",
        Question(
            "chart sent 2026-10-25 by hour vs 2026-10-24",
            _NOW,
            "Europe/Berlin",
            "chart",
            Days(date(2026, 10, 25), date(2026, 10, 25), "day"),
            "hour",
            compare="typed",
            against=Days(date(2026, 10, 24), date(2026, 10, 24), "day"),
            metrics=(SENT,),
        ),
        _events(datetime(2026, 10, 23, 22, tzinfo=UTC), 1),
        Readings(),
    ),
    (
        "a later month is told of as an earlier one",
        Question(
            "report 2026-09 vs 2026-10",
            _NOW,
            "Europe/Berlin",
            "report",
            Days(date(2026, 9, 1), date(2026, 9, 30), "month"),
            compare="typed",
            against=Days(date(2026, 10, 1), date(2026, 10, 31), "month"),
            top=5,
        ),
        [
            *_events(datetime(2026, 9, 1, tzinfo=UTC), 24, kind=NEW),
            *_events(datetime(2026, 9, 3, tzinfo=UTC), 24, kind=RECEIVED),
            Event(int(datetime(2026, 9, 3, tzinfo=UTC).timestamp()), TRIGGERS, 9, 1, "61a", "A"),
            Event(int(datetime(2026, 10, 3, tzinfo=UTC).timestamp()), TRIGGERS, 9, 1, "61b", "B"),
        ],
        Readings(),
    ),
    (
        "a day that the week before has no data for is missed in this one",
        Question(
            "stats 2026-11-16 to 2026-11-22",
            _NOW,
            "Europe/Berlin",
            "stats",
            Days(date(2026, 11, 16), date(2026, 11, 22)),
            compare="previous",
        ),
        _events(datetime(2026, 11, 9, 12, tzinfo=UTC), 24, 3),
        Readings(),
    ),
    (
        "of a report's lists the text lacks the shares, and how much of them is shown",
        Question(
            "report 2026-11-16 to 2026-11-22 top 1 no comparison",
            _NOW,
            "Europe/Berlin",
            "report",
            Days(date(2026, 11, 16), date(2026, 11, 22)),
            top=1,
        ),
        [
            Event(int(datetime(2026, 11, 17, tzinfo=UTC).timestamp()), TRIGGERS, 6, 1, "61a", "A"),
            Event(int(datetime(2026, 11, 17, tzinfo=UTC).timestamp()), TRIGGERS, 3, 1, "61b", "B"),
            Event(int(datetime(2026, 11, 18, tzinfo=UTC).timestamp()), RECEIVED, 2, 1, "a", "a"),
        ],
        Readings(),
    ),
    (
        "a week that is over beside one that is not goes no further than that",
        Question(
            "stats 2026-09-14 to 2026-09-20 vs 2026-11-23 to 2026-11-29",
            _NOW,
            "Europe/Berlin",
            "stats",
            Days(date(2026, 9, 14), date(2026, 9, 20)),
            compare="typed",
            against=Days(date(2026, 11, 23), date(2026, 11, 29)),
        ),
        _events(datetime(2026, 9, 14, 12, tzinfo=UTC), 24),
        Readings(),
    ),
    (
        "a flow that was renamed beside its namesake of today has no end of an id",
        Question(
            'flow "Flow f" 2026-11-16 to 2026-11-22',
            _NOW,
            "Europe/Berlin",
            "flow",
            Days(date(2026, 11, 16), date(2026, 11, 22)),
            compare="previous",
            flow="Flow f",
        ),
        [
            Event(int(datetime(2026, 11, 17, tzinfo=UTC).timestamp()), TRIGGERS, *rest)
            for rest in (
                (100, 1, "61000000000000000000000a", "Flow f renamed"),
                (2, 1, "61000000000000000000000a", "Flow f"),
                (9, 1, "61000000000000000000000b", "Flow f"),
            )
        ],
        Readings(),
    ),
    (
        "the days of messages asked by day are in no line",
        Question(
            "messages 2026-11-16 to 2026-11-22 by day",
            _NOW,
            "Europe/Berlin",
            "messages",
            Days(date(2026, 11, 16), date(2026, 11, 22)),
            "day",
            compare="previous",
        ),
        _events(datetime(2026, 11, 9, 12, tzinfo=UTC), 24, kind=RECEIVED),
        Readings(),
    ),
]
