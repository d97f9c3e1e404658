"""The Portfolio model: one question answered for several accounts, a row each, and their totals.

Sums are added over accounts, users never; what did not come is in no sum and has its reason. No
sentence and no number format yet.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import tzinfo
from enum import StrEnum

from bot.core.metrics import Metric
from bot.core.periods import zone_name
from bot.core.query import Subcommand
from bot.core.reports import Report


class Missing(StrEnum):
    """Why an account has no report."""

    REFUSED = "refused"  # its key
    BUSY = "busy"  # Flow XO asked us to wait
    DOWN = "down"  # Flow XO could not be reached, or failed
    LATE = "late"  # no answer by the deadline
    NONSENSE = "nonsense"  # an answer that cannot be trusted
    NOT_BEGUN = "not_begun"  # by its clock the dates lie ahead
    BROKEN = "broken"  # a fault of ours


@dataclass(frozen=True, slots=True)
class AccountRow:
    """One account: its own report, read in its own zone, or why there is none.

    `name` is untrusted text. One of `report` and `missing` is set.
    """

    name: str
    zone: tzinfo
    report: Report | None = None
    missing: Missing | None = None

    @property
    def data(self) -> Report | None:
        """The report where Flow XO had anything; no data is not zero."""
        return self.report if self.report is not None and not self.report.no_data else None

    def figure(self, metric: Metric) -> tuple[int | None, int | None]:
        """The account's own figure and that of the baseline."""
        for one in self.data.figures if self.data is not None else ():
            if one.metric is metric:
                return one.value, one.baseline
        return None, None


@dataclass(frozen=True, slots=True)
class Total:
    """A sum over the accounts that have it, of which there are `counted`; None of users.

    `both` accounts have the baseline's figure too: of them alone `compared` and `baseline` are
    the sums, so that like stands beside like.
    """

    metric: Metric
    value: int | None = None
    counted: int = 0
    compared: int | None = None
    baseline: int | None = None
    both: int = 0


@dataclass(frozen=True, slots=True)
class Portfolio:
    """An answer for several accounts as data.

    `whole` tells what is the same for all: the question, its dates as read in the zone that is
    named, what must be said once, and as figures the totals, beside a baseline only where every
    account counted has one. Its chart has a line for each account of `charted`, places in `rows`.
    `rows` are in the order of their names. `asked_for` counts the accounts that the question is
    about; beyond MOST_ACCOUNTS they have no row.
    """

    whole: Report
    rows: tuple[AccountRow, ...]
    totals: tuple[Total, ...]
    asked_for: int
    charted: tuple[int, ...] = ()

    @property
    def counted(self) -> int:
        """How many accounts are in the totals; where there are none, how many have data."""
        sums = [total.counted for total in self.totals if total.value is not None]
        if self.lists_alone or not sums:
            return sum(row.data is not None for row in self.rows)
        return max(sums)

    @property
    def lists_alone(self) -> bool:
        """Whether top lists are all that is asked for, which are not added up either."""
        return self.whole.query.subcommand in (Subcommand.FLOWS, Subcommand.FLOW)

    @property
    def compares_with_later(self) -> bool:
        """Whether by any of the clocks the baseline is no earlier time."""
        read = (row.data for row in self.rows if row.data is not None)
        return any(report.compares_with_later for report in (self.whole, *read))

    @property
    def left_out(self) -> int:
        """How many accounts were not asked, because they are too many."""
        return self.asked_for - len(self.rows)

    @property
    def zones(self) -> dict[str, int]:
        """In which zones the dates are read, and for how many accounts each; most first."""
        found = Counter(zone_name(row.zone) for row in self.rows)
        return dict(sorted(found.items(), key=lambda one: (-one[1], one[0])))
