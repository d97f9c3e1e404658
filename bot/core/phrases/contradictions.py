"""Two of what there can be only one, told with the way out; decides nothing else."""

from __future__ import annotations

from bot.core.periods import Period
from bot.core.phrases.complaints import contradiction, two_accounts
from bot.core.phrases.draft import Draft
from bot.core.sentences import phrase


def check(draft: Draft) -> None:
    """ParseError for two of what there can be only one."""
    if len(draft.periods) > 1:
        (_, first), (_, second) = draft.periods[:2]
        raise contradiction(
            "two_periods", first, second,
            phrase("stats {words} vs {other}", words=first, other=second),
            phrase("stats {words}", words=first),
        )  # fmt: skip
    if len(draft.units) > 1 and len(set(draft.units)) > 1:
        one, other = (phrase(f"by {unit}") for unit in draft.units[:2])
        raise contradiction("two_units", one, other, phrase("last 30 days {words}", words=one))
    if len(draft.compares) > 1 and len({compare[:2] for compare in draft.compares}) > 1:
        first, second = draft.compares[0][2], draft.compares[1][2]
        raise contradiction(
            "two_compares", first, second, phrase("stats last week {words}", words=first)
        )
    if len(draft.tops) > 1 and len(set(draft.tops)) > 1:
        first, second = (str(top) for top in draft.tops[:2])
        raise contradiction(
            "two_tops", first, second, phrase("top {top} flows last 7 days", top=first)
        )
    if len(draft.zones) > 1 and len({zone for zone, _ in draft.zones}) > 1:
        (_, first), (_, second) = draft.zones[:2]
        raise contradiction(
            "two_zones", first, second, phrase("stats yesterday in {zone}", zone=first)
        )
    if len(draft.accounts) > 1 and len(named := dict(draft.accounts)) > 1:
        raise two_accounts(*list(named.values())[:2])
    if draft.periods and draft.compares:
        not_itself(draft.periods[0][0], draft.compares[0][1], draft.periods[0][1])


def not_itself(period: Period | None, against: Period | None, words: str) -> None:
    """ParseError for a period that would be compared with itself."""
    if period is None or against is None:
        return
    if (period.start, period.end) == (against.start, against.end):
        raise contradiction("same_twice", words, words, phrase("stats last week vs previous"))
