"""An answer about several accounts in lines, in the order of design §5: every surface prints them.

Builds words only: no block, no escaping, no cutting to a surface's limits.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.core.metrics import METRICS, Kind
from bot.core.portfolio import AccountRow, Portfolio, Total
from bot.core.query import Compare, Subcommand
from bot.core.reports import Figure, ListKind, Report, TopList
from bot.core.sentences import say
from bot.render.charts import inside
from bot.render.comparing import other_words
from bot.render.headline import headline, metric_fact, peak, when
from bot.render.limits import LIMITS
from bot.render.lists import ListWords, list_words
from bot.render.notes import SEPARATOR, list_extent
from bot.render.numbers import change, number
from bot.render.plan import Shown
from bot.render.portfolio.charts import Picture, picture
from bot.render.portfolio.names import account_names, counted_words
from bot.render.portfolio.notes import context_line, row_notes, why_missing
from bot.render.story import FigureWords, changed, dates_line
from bot.render.untrusted import clean, cut

_FLOW_NAME = 60


@dataclass(frozen=True, slots=True)
class GroupWords:
    """An account's top list: what it is of in all, its rows, and what must be said of them."""

    account: str
    extent: str
    words: ListWords
    foot: str

    @property
    def heading(self) -> str:
        """Acme: the first 3 of 23 flows that ran."""
        if not self.extent:
            return self.account
        return say("all.row", account=self.account, told=self.extent)

    @property
    def lines(self) -> tuple[str, ...]:
        """All lines of it, which stay together."""
        rows = (row.line for row in self.words.rows)
        return (self.heading, *rows, *([self.foot] if self.foot else []))

    @property
    def beside(self) -> tuple[str, ...]:
        """What a table has no column for, each line with its account."""
        told = [*self.words.beside, *([self.foot] if self.foot else [])]
        told += [self.extent] if not self.words.rows else []
        return tuple(say("all.row", account=self.account, told=one) for one in told)


@dataclass(frozen=True, slots=True)
class AccountWords:
    """One account: `told` are its figures, or why it has none; empty where its list says all."""

    name: str
    told: str
    lists: tuple[GroupWords, ...] = ()

    @property
    def line(self) -> str:
        """The whole line."""
        return say("all.row", account=self.name, told=self.told) if self.told else ""


@dataclass(frozen=True, slots=True)
class PortfolioStory:
    """An answer in words; `notes` are what must be said of some of the accounts."""

    headline: str
    dates: str
    figures: tuple[FigureWords, ...]
    picture: Picture | None
    accounts: tuple[AccountWords, ...]
    notes: tuple[str, ...]
    context: str
    reply: str


def tell(portfolio: Portfolio, shown: Shown) -> PortfolioStory:
    """The story of a portfolio."""
    names = account_names(portfolio)
    drawn = picture(portfolio, shown.locale)
    return PortfolioStory(
        headline=_headline(portfolio, shown.locale),
        dates=dates_line(portfolio.whole),
        figures=tuple(_figures(portfolio, shown.locale)),
        picture=drawn,
        accounts=tuple(
            _account(name, row, shown, alone=portfolio.lists_alone)
            for name, row in zip(names, portfolio.rows, strict=True)
        ),
        notes=tuple(row_notes(portfolio, names, shown.locale)),
        context=context_line(portfolio, shown, drawn=drawn is not None),
        reply=_reply(portfolio.whole, shown),
    )


def _headline(portfolio: Portfolio, locale: str) -> str:
    """12 of 14 accounts: 5 messages sent in November, down from 141 (−96 %)."""
    whose, whole = counted_words(portfolio, locale), portfolio.whole
    fact = _fact(portfolio, locale)
    if not fact:
        return headline(replace(whole, account=whose), locale)
    line = fact if not portfolio.counted else say("head.account", account=whose, line=fact)
    return cut(line, LIMITS["header.text"])


def _fact(portfolio: Portfolio, locale: str) -> str:
    """The fact of the first line where it is not that of a single account's answer."""
    whole = portfolio.whole
    if not portfolio.counted:
        return say("all.nothing", when=when(whole))
    match whole.query.subcommand:
        case Subcommand.FLOWS:
            count = sum(bool(one.rows) for one in _flow_lists(portfolio))
            return say("all.flows_ran", count=number(count, locale), when=when(whole))
        case Subcommand.FLOW:
            lists = _flow_lists(portfolio)
            unsure = any(not one.whole and not one.rows for one in lists)
            key = "all.flow_ran_perhaps" if unsure else "all.flow_ran"
            count = sum(bool(one.rows) for one in lists)
            asked = say("words.quoted", text=cut(clean(whole.query.flow or ""), _FLOW_NAME))
            return say(key, name=asked, count=number(count, locale), when=when(whole))
        case Subcommand.CHART:
            (figure,) = whole.figures
            if METRICS[figure.metric].kind is Kind.SUM:
                return metric_fact(figure, whole, locale)
            label, unit = METRICS[figure.metric].label, say(f"unit.{_unit(portfolio)}")
            return say("all.course", label=label, unit=unit, when=when(whole))
    return ""


def _flow_lists(portfolio: Portfolio) -> list[TopList]:
    data = [row.data for row in portfolio.rows if row.data is not None]
    return [one for report in data for one in report.lists if one.kind is ListKind.FLOWS]


def _unit(portfolio: Portfolio) -> str:
    """The unit of the courses, which is the same for all."""
    data = (row.data for row in portfolio.rows if row.data is not None)
    return next(report.series[0].unit for report in data if report.series)


def _figures(portfolio: Portfolio, locale: str) -> list[FigureWords]:
    """The totals where they are what is asked for, and there are any."""
    if portfolio.lists_alone or all(one.value is None for one in portfolio.totals):
        return []
    return total_words(portfolio, locale)


def total_words(portfolio: Portfolio, locale: str) -> list[FigureWords]:
    """The totals; of users a dash, since they are not added up."""
    there = other_words(portfolio.whole)
    return [_total(total, locale, there) for total in portfolio.totals]


def _total(total: Total, locale: str, there: str) -> FigureWords:
    label, value = METRICS[total.metric].label, number(total.value, locale)
    if total.baseline is None:
        return FigureWords(label, value, "")
    # Where all have both, what is compared is the value itself.
    words = change(total.compared, total.baseline, locale, there)
    if total.both < total.counted:
        both, compared = number(total.both, locale), number(total.compared, locale)
        words = say("all.both", count=both, value=compared, change=words)
    return FigureWords(label, value, f" ({words})")


def _account(name: str, row: AccountRow, shown: Shown, *, alone: bool) -> AccountWords:
    report = row.data
    if report is None:
        return AccountWords(name, why_missing(row))
    lists = tuple(
        _group(name, words, report, shown.locale) for words in list_words(_brief(report), shown)
    )
    if alone:
        return AccountWords(name, "", lists)
    there = other_words(report)
    told = "; ".join(_figure_told(figure, shown.locale, there) for figure in report.figures)
    if report.query.subcommand is Subcommand.CHART:
        told += peak(report.series[0], report, shown.locale)
    return AccountWords(name, told, lists)


def _figure_told(figure: Figure, locale: str, there: str) -> str:
    """New users 1 (was 9): as it stands among others in a line."""
    noun = inside(say(f"chart.brief.{figure.metric}"))
    value = number(figure.value, locale)
    if (change := change_told(figure, locale, there)) is None:
        return say("all.figure", noun=noun, value=value)
    return say("all.figure_beside", noun=noun, value=value, change=change)


def change_told(figure: Figure, locale: str, there: str) -> str | None:
    """What stands behind a figure; where nothing is to compare with, a note says so, once.

    `there` names the time compared with where it is no earlier one.
    """
    return None if figure.baseline is None else changed(figure, locale, there)


def _brief(report: Report) -> Report:
    """The report without what left its lists: the first few rows say nothing of it."""
    lists = tuple(replace(one, gone=(), gone_total=0) for one in report.lists)
    return replace(report, lists=lists, history=())


def _group(name: str, words: ListWords, report: Report, locale: str) -> GroupWords:
    foot = SEPARATOR.join(words.foot) if words.top.rows else ""
    return GroupWords(name, inside(_extent(words.top, report, locale)), words, foot)


def _extent(top: TopList, report: Report, locale: str) -> str:
    """Of how many the rows are the first; of one flow only why it has no row."""
    single = report.query.subcommand is Subcommand.FLOW
    if top.rows:
        return "" if single else list_extent(top, locale)
    if single:
        return say("all.flow_none") if top.whole else say("all.flow_unseen", rows=top.total_rows)
    return say("list.hidden_alone" if top.hidden else f"list.{top.kind}.none")


def _reply(report: Report, shown: Shown) -> str:
    if not (shown.public and shown.threaded):
        return ""
    earlier = report.query.compare is Compare.LAST_YEAR
    return say("reply", mention=shown.mention, words="vs previous" if earlier else "vs last year")
