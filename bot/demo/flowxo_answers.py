"""What Flow XO's API would answer, reckoned from an EventLog; knows nothing of HTTP.

Where the API page is silent, Habits says which way it turns out here.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from bot.demo.event_log import EventLog

_UNITS = ("hour", "day", "month")
_MOST_OFFSET = 16 * 60
_MINUTE_S = 60
_FIRST_YEAR, _LAST_YEAR = 1971, 2999
_STEP_S = {"hour": 3_600, "day": 86_400}
_KNOWN = {"offset", "start", "end", "unit", "limit"}


class BadParameterError(ValueError):
    """A parameter that the API would turn down."""


@dataclass(frozen=True, slots=True)
class Habits:
    """How the questions that the API page leaves open are settled.

    `end_inclusive`: an event at the very instant of `end` counts. `local_timestamps`: `_timestamp`
    is local time marked Z. `first_bucket_whole`: the first bucket reaches back before `start`, to
    its own beginning; `first_stamp_is_start`: it says that it begins at `start`. `empty_buckets`:
    buckets without any event are there. `empty_stats`: so are stats of a range without any.
    `most_rows` is the cap of the top lists, `usual_rows` what they hold without a limit.
    `hour_ids` and `day_ids` are strftime formats of `_id`.
    """

    end_inclusive: bool = True
    local_timestamps: bool = False
    first_bucket_whole: bool = False
    first_stamp_is_start: bool = False
    empty_buckets: bool = True
    empty_stats: bool = False
    most_rows: int | None = None
    usual_rows: int = 10
    hour_ids: str = "%Y-%m-%dT%H"
    day_ids: str = "%Y-%m-%d"


@dataclass(frozen=True, slots=True)
class Range:
    """[start, end) in whole seconds since 1970."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Answers:
    """The four calls over one log; `now` is what an omitted `end` means."""

    log: EventLog
    habits: Habits
    now: datetime

    def insights(self, params: Mapping[str, str]) -> dict[str, object]:
        """The answer of GET /insights."""
        asked = self._range(params)
        offset_s = _offset_minutes(params) * _MINUTE_S
        unit = params.get("unit", "month")
        if unit not in _UNITS:
            raise BadParameterError("unit")
        if self.log.empty(asked.start, asked.end) and not self.habits.empty_stats:
            return {"stats": [], "metrics": []}
        stats = {"_id": None, **self.log.figures(asked.start, asked.end)}
        return {"stats": [stats], "metrics": list(self._metrics(asked, offset_s, unit))}

    def top_messages(self, params: Mapping[str, str]) -> list[dict[str, object]]:
        """The answer of GET /insights/top_messages."""
        asked = self._range(params)
        ranked = self.log.messages.ranked(asked.start, asked.end)[: self._limit(params)]
        return [{"_id": self.log.texts[index], "count": count} for index, count in ranked]

    def top_flows(self, params: Mapping[str, str]) -> list[dict[str, object]]:
        """The answer of GET /insights/top_flows."""
        asked = self._range(params)
        ranked = self.log.flow_starts.ranked(asked.start, asked.end)[: self._limit(params)]
        flows = ((self.log.flows[index], count) for index, count in ranked)
        return [{"_id": {"id": id_, "name": name}, "count": count} for (id_, name), count in flows]

    def _metrics(self, asked: Range, offset_s: int, unit: str) -> Iterator[dict[str, object]]:
        for begins, ends in _buckets(asked, offset_s, unit):
            whole = self.habits.first_bucket_whole
            start = begins if whole else max(begins, asked.start)
            end = min(ends, asked.end)
            if self.log.empty(start, end) and not self.habits.empty_buckets:
                continue
            stamp = max(begins, asked.start) if self.habits.first_stamp_is_start else begins
            local = datetime.fromtimestamp(begins + offset_s, UTC)
            told = stamp + offset_s if self.habits.local_timestamps else stamp
            yield {
                "_id": self._id(local, unit),
                "_timestamp": _marked(datetime.fromtimestamp(told, UTC)),
                **self.log.figures(start, end),
            }

    def _id(self, local: datetime, unit: str) -> str:
        forms = {"hour": self.habits.hour_ids, "day": self.habits.day_ids, "month": "%Y-%m"}
        return local.strftime(forms[unit])

    def _range(self, params: Mapping[str, str]) -> Range:
        if not _KNOWN.issuperset(params):
            raise BadParameterError("unknown")
        start = _instant(params["start"]) if "start" in params else float(self.log.first)
        end = _instant(params["end"]) if "end" in params else self.now.timestamp()
        if start > end:
            raise BadParameterError("start")
        after = math.floor(end) + 1 if self.habits.end_inclusive else math.ceil(end)
        return Range(math.ceil(start), max(after, math.ceil(start)))

    def _limit(self, params: Mapping[str, str]) -> int:
        text = params.get("limit", str(self.habits.usual_rows))
        if not (text.isascii() and text.isdigit() and int(text[:9]) > 0):
            raise BadParameterError("limit")
        limit = int(text[:9])
        return limit if self.habits.most_rows is None else min(limit, self.habits.most_rows)


def _buckets(asked: Range, offset_s: int, unit: str) -> Iterator[tuple[int, int]]:
    """[begins, ends) of each bucket that the range touches, on the grid of the offset."""
    if asked.start == asked.end:
        return
    if unit == "month":
        yield from _months(asked, offset_s)
        return
    step = _STEP_S[unit]
    begins = (asked.start + offset_s) // step * step - offset_s
    while begins < asked.end:
        yield begins, begins + step
        begins += step


def _months(asked: Range, offset_s: int) -> Iterator[tuple[int, int]]:
    local = datetime.fromtimestamp(asked.start + offset_s, UTC)
    month = datetime(local.year, local.month, 1, tzinfo=UTC)
    while (begins := int(month.timestamp()) - offset_s) < asked.end:
        month = (month + timedelta(days=31)).replace(day=1)
        yield begins, int(month.timestamp()) - offset_s


def _offset_minutes(params: Mapping[str, str]) -> int:
    text = params.get("offset", "0")
    digits = text.removeprefix("-")
    if not (digits.isascii() and digits.isdigit() and int(digits[:6]) <= _MOST_OFFSET):
        raise BadParameterError("offset")
    return int(text)


def _instant(text: str) -> float:
    """Seconds since 1970 of an ISO 8601 date or instant; without an offset it is UTC."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise BadParameterError("date") from error
    if not _FIRST_YEAR <= moment.year <= _LAST_YEAR:
        raise BadParameterError("date")
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()


def _marked(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%S.000Z")
