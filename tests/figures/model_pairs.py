"""The model's pairs: which unit of what is compared stands beside each unit of the period.

By the product's rules (design §3, §4): like beside like, in order; of hours, where a clock was
changed, the same hour on the wall. Must import nothing of the bot.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo

from tests.figures.model_clock import DAY, instant_of

Pairs = list[int | None]


@dataclass(frozen=True, slots=True)
class Stretch:
    """One unit, [begins, ends) on the calendar, of which the period holds [first, last)."""

    begins: datetime
    ends: datetime
    first: datetime
    last: datetime

    @property
    def lacks(self) -> tuple[bool, bool]:
        """Whether the period lacks its beginning, and its end."""
        return self.first > self.begins, self.last < self.ends

    @property
    def whole(self) -> bool:
        """Whether the period lacks nothing of it."""
        return not any(self.lacks)

    def lengths(self, zone: tzinfo) -> tuple[timedelta, timedelta]:
        """How long that part is by a stopwatch, and by the clock on the wall."""
        return self.last - self.first, _wall(self.last, zone) - _wall(self.first, zone)


def pairs(own: Sequence[Stretch], other: Sequence[Stretch], unit: str, zone: tzinfo) -> Pairs:
    """Of each of `own` the place of its partner in `other`; None where it stands alone."""
    apart = _days_apart(own, other, zone) if unit == "hour" else None
    if apart is None:
        found = _in_order(own, other)
    else:
        shown = {_shown(one, zone): at for at, one in enumerate(other)}
        hours = [_shown(one, zone) for one in own]
        found = [shown.get((hour + apart, second)) for hour, second in hours]
    return [
        at if at is not None and _comparable(one, other[at], zone) else None
        for one, at in zip(own, found, strict=True)
    ]


def _in_order(own: Sequence[Stretch], other: Sequence[Stretch]) -> Pairs:
    """Each with the one of its kind before which as many of its kind stand."""
    kinds: dict[tuple[bool, bool], list[int]] = {}
    for at, one in enumerate(other):
        kinds.setdefault(one.lacks, []).append(at)
    return [kinds[one.lacks].pop(0) if kinds.get(one.lacks) else None for one in own]


def _days_apart(own: Sequence[Stretch], other: Sequence[Stretch], zone: tzinfo) -> timedelta | None:
    """Where a clock was changed: the days between two first or two last hours of one name."""
    offsets = {one.begins.astimezone(zone).utcoffset() for one in [*own, *other]}
    one_side, other_side = ([one for one in side if one.whole] for side in (own, other))
    if len(offsets) == 1 or not one_side or not other_side:
        return None
    for end in (0, -1):
        apart = _shown(other_side[end], zone)[0] - _shown(one_side[end], zone)[0]
        if apart == apart // DAY * DAY:
            return apart
    return None


def _shown(one: Stretch, zone: tzinfo) -> tuple[datetime, bool]:
    """The hour on the wall, and whether the clock shows it for the second time."""
    wall = _wall(one.begins, zone)
    hour = wall - timedelta(minutes=wall.minute, seconds=wall.second)
    first_time = instant_of(hour, zone).astimezone(zone).utcoffset()
    repeated = (
        _wall(instant_of(hour, zone), zone) == hour
        and one.begins.astimezone(zone).utcoffset() != first_time
    )
    return hour, repeated


def _comparable(one: Stretch, other: Stretch, zone: tzinfo) -> bool:
    """Two whole ones; or two parts that lack the same, neither over a quarter shorter."""
    if one.whole and other.whole:
        return True
    if one.whole or other.whole or one.lacks != other.lacks:
        return False
    measured = zip(one.lengths(zone), other.lengths(zone), strict=True)
    return any(abs(mine - theirs) <= max(mine, theirs) / 4 for mine, theirs in measured)


def _wall(instant: datetime, zone: tzinfo) -> datetime:
    return instant.astimezone(zone).replace(tzinfo=None)
