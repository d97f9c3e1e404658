"""How the other side of a comparison is called: "before", unless it is no earlier time.

Knows the two periods and no figure; which of the two sentences a key has is decided here alone.
"""

from __future__ import annotations

from bot.core.periods import Shape
from bot.core.reports import Report
from bot.core.sentences import say
from bot.render.dates import baseline_text, period_words

_NAMED_WITH_YEAR = frozenset({Shape.QUARTER, Shape.YEAR, Shape.ALL_TIME})


def beside(key: str, *, later: bool) -> str:
    """The key of the sentence about an earlier time, or of the one about any other."""
    return f"{key}.there" if later else key


def other_words(report: Report) -> str:
    """What it is compared with inside a sentence, where that is no earlier time: in November.

    Empty where it is earlier, which is plainly "before".
    """
    baseline, period = report.baseline, report.period
    if baseline is None or not report.compares_with_later:
        return ""
    asked = report.query.against or baseline
    years = {day.year for one in (baseline, period) for day in (one.first_day, one.last_day)}
    if len(years) == 1 or asked.shape in _NAMED_WITH_YEAR:
        return period_words(asked, baseline, so_far=asked.end > baseline.end)
    dates = baseline_text(baseline, period)
    one_day = baseline.first_day == baseline.last_day
    return say("when.times" if one_day or not baseline.whole_days else "when.dates", range=dates)
