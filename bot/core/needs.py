"""What a question needs from Flow XO: which periods, by which unit, and which lists.

Decided from the Query alone, before anything is fetched; `bot.core.building` makes a Report of
what came.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from bot.core.baselines import baseline, fetched, moment_of, previous
from bot.core.metrics import METRICS, SUMS, Metric
from bot.core.periods import Period, Unit
from bot.core.query import Compare, Query, Subcommand
from bot.core.reports import ListKind
from bot.core.rollups import too_unlike
from bot.core.series import FETCHED, unit_for

_TOP = 10
_TOP_IN_REPORT = 5
_HISTORY = 3  # periods before, of one flow
_USERS = (Metric.NEW_USERS, Metric.TOTAL_USERS, Metric.ACTIVE_USERS)
_MESSAGES = (Metric.RECEIVED, Metric.SENT)
_LISTS_OF_FLOWS = (Subcommand.FLOWS, Subcommand.FLOW)


@dataclass(frozen=True, slots=True)
class Needs:
    """One question, made definite: `period` and `baseline` are what is fetched.

    `moment` is where both are cut: the time of asking, or the one the question is pinned to.
    `figures` are the metrics told, `series` those told unit by unit, by `unit`, which is None
    where there is no series. `asked_unit` is set where the limits made `unit` coarser. `charted`
    are the metrics to draw; empty means the headline's. `earlier` are the periods in which one
    flow's standing is told, whole, the latest first.
    """

    query: Query
    period: Period
    baseline: Period | None
    moment: datetime
    week_start: int
    figures: tuple[Metric, ...]
    series: tuple[Metric, ...] = ()
    charted: tuple[Metric, ...] = ()
    unit: Unit | None = None
    asked_unit: Unit | None = None
    lists: tuple[ListKind, ...] = ()
    top: int = _TOP
    earlier: tuple[Period, ...] = ()

    @property
    def fetched_unit(self) -> Unit | None:
        """The unit that Flow XO is asked by."""
        return FETCHED[self.unit] if self.unit is not None else None

    @property
    def unlike(self) -> bool:
        """Whether the two periods differ too much in length to be drawn together."""
        if self.baseline is None or self.unit is None:
            return False
        fits = unit_for(self.baseline, self.unit) is self.unit
        return not fits or too_unlike(self.period, self.baseline)

    @property
    def baseline_unit(self) -> Unit | None:
        """The unit by which the baseline is asked; None where its series is of no use."""
        if self.baseline is None or self.unit is None or self.unlike:
            return None
        return self.fetched_unit

    @property
    def compares_figures(self) -> bool:
        """Whether the baseline's figures are needed; of a list of flows only its places are."""
        return self.baseline is not None and self.query.subcommand not in _LISTS_OF_FLOWS


def needs_of(query: Query, now: datetime, week_start: int = 0) -> Needs:
    """What `query`, which has a period, needs when asked at `now`; ValueError without a period."""
    if query.period is None:
        raise ValueError(f"{query.subcommand} is not asked over a period")
    moment = moment_of(query, now)
    needs = _of_subcommand(
        Needs(
            query=query,
            period=fetched(query, query.period, now),
            baseline=baseline(query, now),
            moment=moment,
            week_start=week_start,
            figures=(),
            top=query.top or _TOP,
        )
    )
    if not needs.series:
        return needs
    unit = unit_for(needs.period, query.unit)
    coarser = query.unit if query.unit not in (None, unit) else None
    return replace(needs, unit=unit, asked_unit=coarser)


def _of_subcommand(needs: Needs) -> Needs:
    query = needs.query
    match query.subcommand:
        case Subcommand.USERS:
            new = (Metric.NEW_USERS,)
            return replace(needs, figures=_USERS, series=new, charted=new)
        case Subcommand.MESSAGES:
            by_unit = _MESSAGES if query.unit is not None else ()
            return replace(
                needs,
                figures=_MESSAGES,
                series=by_unit,
                charted=by_unit,
                lists=(ListKind.MESSAGES,),
            )
        case Subcommand.FLOWS | Subcommand.FLOW:
            earlier = _earlier(needs) if query.subcommand is Subcommand.FLOW else ()
            return replace(
                needs, figures=(Metric.TRIGGERS,), lists=(ListKind.FLOWS,), earlier=earlier
            )
        case Subcommand.CHART:
            asked = tuple(dict.fromkeys(query.metrics)) or (Metric.RECEIVED,)
            return replace(needs, figures=asked, series=asked, charted=asked)
        case Subcommand.REPORT:
            return replace(
                needs,
                figures=tuple(METRICS),
                series=SUMS,
                lists=(ListKind.FLOWS, ListKind.MESSAGES),
                top=query.top or _TOP_IN_REPORT,
            )
        case _:
            return replace(needs, figures=tuple(METRICS), series=SUMS)


def _earlier(needs: Needs) -> tuple[Period, ...]:
    """The whole periods before the asked one; none where no comparison is wanted."""
    found: list[Period] = []
    period = needs.query.period
    while needs.query.compare is not Compare.NONE and period is not None and len(found) < _HISTORY:
        period = previous(period)
        if period is not None:
            found.append(period)
    return tuple(found)
