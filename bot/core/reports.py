"""The Report model: everything an answer shows, as data; no sentence and no number format yet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, tzinfo
from enum import StrEnum
from fractions import Fraction
from typing import Literal

from bot.core.metrics import Metric
from bot.core.periods import Period, Unit
from bot.core.query import Query


@dataclass(frozen=True, slots=True)
class Figure:
    """A metric over the period and over the baseline; None where Flow XO has no figure."""

    metric: Metric
    value: int | None
    baseline: int | None


@dataclass(frozen=True, slots=True)
class Point:
    """One bucket of a series in the asked unit; `start`, `end` UTC; value None is a gap.

    `start` and `end` are the local unit's own; one that is not over is `running` and ends with
    the period. `covered` is set where the period holds only a part of the unit: that part,
    which is what the value counts.
    """

    start: datetime
    end: datetime
    value: int | None
    running: bool = False
    covered: tuple[datetime, datetime] | None = None

    @property
    def counts(self) -> tuple[datetime, datetime]:
        """What the value counts: the unit, or that part of it."""
        return self.covered or (self.start, self.end)

    @property
    def begun_late(self) -> bool:
        """Whether the period begins within the unit."""
        return self.counts[0] > self.start


@dataclass(frozen=True, slots=True)
class Series:
    """A metric by `unit` (hour, day, week, month, year), every unit present, gaps as None."""

    metric: Metric
    unit: Unit
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class ChartPoint:
    """One plotted point: an average per asked unit (sums), or the last value (snapshots).

    `start` and `end` (UTC) say which stretch it stands for.
    """

    start: datetime
    end: datetime
    value: Fraction


@dataclass(frozen=True, slots=True)
class ChartLine:
    """A line of a chart: this period's, or the baseline's (`compared`)."""

    metric: Metric
    points: tuple[ChartPoint, ...]
    compared: bool = False


@dataclass(frozen=True, slots=True)
class Chart:
    """At most 20 points a line, no gaps inside a point, all lines equally long.

    `unit` is the asked unit, `group` how many of them one point averages (1: as asked), or
    `group_unit` the coarser calendar unit that one point stands for. `left_out` counts the
    period's units without data, `left_out_beside` those with data that are not drawn because the
    baseline has none beside them, `left_out_before` the baseline's units that are in no point
    although what is beside them is drawn. `running_left_out` says that the unit not over is missing
    on purpose, `part_left_out` that a unit at the period's edge is, of which it holds only a part.
    `too_unlike` says that the baseline was not drawn because its length differs by over a quarter,
    `too_few_before` that it was not because it lacks data for over a quarter of the points.
    """

    unit: Unit
    lines: tuple[ChartLine, ...]
    group: int = 1
    group_unit: Unit | None = None
    left_out: int = 0
    running_left_out: bool = False
    part_left_out: bool = False
    too_unlike: bool = False
    too_few_before: bool = False
    left_out_beside: int = 0
    left_out_before: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a top list; `name` is untrusted text.

    `share` is of the list's sum, None where the list may be cut. `movement` is earlier rank −
    rank, "new", or None; `was` the earlier rank. `id_suffix` is set where names are equal.
    `spellings` is how many texts that differ in case, blanks or punctuation are counted as this
    one, `most` how often the one shown came (None: as often as all); `broadcast` that the flow is
    named as one, so that each recipient counts as a start.
    """

    rank: int
    name: str
    count: int
    share: Fraction | None = None
    movement: int | Literal["new"] | None = None
    was: int | None = None
    id_suffix: str | None = None
    spellings: int = 1
    broadcast: bool = False
    most: int | None = None


@dataclass(frozen=True, slots=True)
class Gone:
    """What stood in the earlier list at `was` and is in this one no more; `name` as in a row."""

    name: str
    was: int
    id_suffix: str | None = None


class ListKind(StrEnum):
    """Which top list."""

    FLOWS = "flows"
    MESSAGES = "messages"


@dataclass(frozen=True, slots=True)
class TopList:
    """The rows shown, and what must be said of the rest.

    `total_rows` is how many rows Flow XO gave, `total` their sum; `whole` whether that is surely
    everything. `gone` are at most five that left the list, of as many
    first places as were asked for, told only when the list is whole. `baseline_depth` is how many
    rows the earlier list had, None without one. `baseline_whole` whether the earlier list is
    surely everything. `hidden` is how many rows the account's hide list kept out; places, sums and
    shares are of the others. `gone_total` counts all that left, `leaders` all that share the first
    place, `once` all texts that came once in one spelling, whatever is shown.
    """

    kind: ListKind
    rows: tuple[Row, ...]
    total_rows: int
    total: int
    whole: bool
    gone: tuple[Gone, ...] = ()
    baseline_depth: int | None = None
    baseline_whole: bool = False
    hidden: int = 0
    gone_total: int = 0
    leaders: int = 0
    once: int = 0


@dataclass(frozen=True, slots=True)
class Standing:
    """One flow in an earlier period: its place and count, None where it is not in the list.

    `whole` says that the list was surely everything, so that it did not run then.
    """

    period: Period
    place: int | None
    count: int | None
    whole: bool


class NoteKind(StrEnum):
    """What must be said beside the figures; each has its sentence in core/sentences/answers.py."""

    SO_FAR = "so_far"
    LONGER = "longer"  # value: days longer (negative: shorter) the baseline is
    COARSER_UNIT = "coarser_unit"  # value: asked unit, used unit
    MONTHS_CUT_AT = "months_cut_at"  # value: offset
    NO_DATA = "no_data"
    BASELINE_NO_DATA = "baseline_no_data"
    TOTAL_FELL = "total_fell"
    NO_BASELINE = "no_baseline"  # all time
    BASELINE_FAILED = "baseline_failed"  # Flow XO answered for the period and not for the other
    SUMS_DISAGREE = "sums_disagree"  # value: API field; the units do not add up to the whole
    BASELINE_SUMS_DISAGREE = "baseline_sums_disagree"  # the same, of the other dates
    READING = "reading"  # value: the sentence itself (typos, date order)
    ZONE_UNKNOWN = "zone_unknown"  # UTC was used because nothing better is known
    FLOW_NOT_FOUND = "flow_not_found"  # value: nearest names
    FLOW_BEFORE = "flow_before"  # value: the place it had, of a flow that did not run since
    BASELINE_NO_TOTALS = "baseline_no_totals"  # units without an overall figure, of the other
    NO_TOTALS = "no_totals"  # figures by unit came, but none over the whole
    NO_CHART = "no_chart"  # value: the unit of which too few have data
    NOT_BY_UNIT = "not_by_unit"  # value: the unit that a list of flows cannot be cut by


@dataclass(frozen=True, slots=True)
class Note:
    """One thing to say; `values` fill the sentence's places."""

    kind: NoteKind
    values: tuple[str | int, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """An answer as data.

    `period` and `baseline` are what was fetched (cut at `read_at` where they run). `so_far` says
    that the period was not over. `headline` is the metric the first line is about, None when the
    plainest fact leads. `account` is None where there is only one. `history` is of one flow, the
    first row of its list, the latest period first. `no_data`: Flow XO had nothing.
    """

    query: Query
    period: Period
    baseline: Period | None
    zone: tzinfo
    read_at: datetime
    so_far: bool = False
    account: str | None = None
    headline: Metric | None = None
    figures: tuple[Figure, ...] = ()
    series: tuple[Series, ...] = ()
    compared_series: tuple[Series, ...] = ()
    chart: Chart | None = None
    lists: tuple[TopList, ...] = ()
    history: tuple[Standing, ...] = ()
    notes: tuple[Note, ...] = ()
    no_data: bool = False

    @property
    def history_of(self) -> Row | None:
        """The flow that `history` is of; None where there is none."""
        return self.lists[0].rows[0] if self.history else None

    @property
    def compares_with_later(self) -> bool:
        """Whether the baseline begins no earlier or ends later: then nothing of it was "before"."""
        if self.baseline is None:
            return False
        return self.baseline.start >= self.period.start or self.baseline.end > self.period.end
