"""Top lists as words: rows, places before, what left the list, what is only counted.

In public a message that was sent once is counted, not quoted.
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.core.query import Subcommand
from bot.core.reports import Gone, ListKind, Report, Row, TopList
from bot.core.sentences import say
from bot.render.comparing import beside
from bot.render.dates import baseline_text
from bot.render.headline import row_end, row_name
from bot.render.numbers import number, ordinal, plural, share
from bot.render.plan import Shown
from bot.render.untrusted import clean

NAME_LIMIT = 100
GONE_LIMIT = 60


@dataclass(frozen=True, slots=True)
class RowWords:
    """One row in words: `place` "1.", `name` (untrusted), `count` "93", `rest` " (73 %), new"."""

    place: str
    name: str
    count: str
    rest: str
    end: str = ""  # of the name: what tells it from an equal one

    @property
    def line(self) -> str:
        """1. Untitled Broadcast: 93 (73 %), new."""
        return f"{self.place} {self.name}: {self.count}{self.rest}"


@dataclass(frozen=True, slots=True)
class ListWords:
    """A top list in words; `title` is empty where the headline has said it.

    `beside` is what the rows say that a table has no column for, a line each.
    """

    top: TopList
    title: str
    rows: tuple[RowWords, ...]
    foot: tuple[str, ...]
    beside: tuple[str, ...] = ()


def visible_rows(top: TopList, shown: Shown) -> tuple[Row, ...]:
    """The rows that may be quoted to these readers."""
    if shown.public and top.kind is ListKind.MESSAGES:
        return tuple(row for row in top.rows if is_quotable(row))
    return top.rows


def is_quotable(row: Row) -> bool:
    """Whether a message may be quoted in public: as it is shown it came more than once."""
    return (row.count if row.most is None else row.most) > 1


def list_words(report: Report, shown: Shown) -> list[ListWords]:
    """Every list of the report, in words."""
    return [_words(one, report, shown) for one in report.lists]


def _history(report: Report, locale: str) -> list[str]:
    """Before: 31 (3rd) 9–15 Nov; 25 (5th) 2–8 Nov; did not run 26 Oct–1 Nov.

    Where several flows have the name that was asked for, it says of which this is told.
    """
    parts = []
    for one in report.history:
        dates = baseline_text(one.period, report.period)
        if one.place is not None:
            count = number(one.count, locale)
            parts.append(
                say("list.history_one", count=count, place=ordinal(one.place), dates=dates)
            )
        else:
            key = "list.history_none" if one.whole else "list.history_unseen"
            parts.append(say(key, dates=dates))
    if report.history_of is None:
        return []
    periods = "; ".join(parts)
    if len(report.lists[0].rows) == 1:
        return [say("list.history", periods=periods)]
    name = row_name(report.history_of, GONE_LIMIT)
    return [say("list.history_of", name=name, periods=periods)]


def _words(top: TopList, report: Report, shown: Shown) -> ListWords:
    rows = visible_rows(top, shown)
    later = report.compares_with_later
    titled = report.query.subcommand in (Subcommand.REPORT, Subcommand.MESSAGES)
    brief = report.query.subcommand is Subcommand.REPORT
    return ListWords(
        top=top,
        title=say(f"list.{top.kind}.title") if titled else "",
        rows=tuple(_row_words(row, top, shown.locale, brief=brief, later=later) for row in rows),
        foot=(
            *_foot(top, rows, shown, titled=titled),
            *_hidden(top, report, shown.locale),
            *_gone(top, shown, later=later),
            *_history(report, shown.locale),
        ),
        beside=tuple(
            say("list.broadcast_named", name=row_name(row, GONE_LIMIT))
            for row in rows
            if row.broadcast
        ),
    )


def _row_words(row: Row, top: TopList, locale: str, *, brief: bool, later: bool) -> RowWords:
    name = row_name(row, NAME_LIMIT, top.kind)
    if top.kind is ListKind.MESSAGES and clean(row.name):
        name = say("words.quoted", text=name)
    before = before_words(row, top, later=later)
    part = share(row.share, locale) if row.share is not None else ""
    if brief:
        inside = ", ".join(words for words in (part, before) if words)
        rest = f" ({inside})" if inside else ""
    else:
        rest = (f" ({part})" if part else "") + (f", {before}" if before else "")
    rest += say("list.broadcast") if row.broadcast else ""
    return RowWords(f"{row.rank}.", name, number(row.count, locale), rest, row_end(row))


def before_words(row: Row, top: TopList, *, later: bool = False) -> str:
    """Was 3rd, new, not in the first 10 before; empty where nothing can be said.

    `later`: it is compared with no earlier time.
    """
    if row.movement == "new":
        return say(beside("list.new", later=later))
    if row.was is not None:
        return say(beside("list.was", later=later), place=ordinal(row.was))
    if top.baseline_depth and not top.baseline_whole:
        return say(beside("list.not_in_first", later=later), depth=top.baseline_depth)
    return ""


def _foot(top: TopList, rows: tuple[Row, ...], shown: Shown, *, titled: bool) -> list[str]:
    # Under a title there is always something; without one the headline has said it.
    none = "list.hidden_alone" if top.hidden else f"list.{top.kind}.none"
    lines = [say(none)] if titled and not top.rows else []
    left_out = len(top.rows) - len(rows)
    if once := max(left_out, top.once) if left_out else 0:
        key = "list.once" if rows else "list.all_once"
        lines.append(plural(at_least(key, top), once, shown.locale))
    if folded := sum(row.spellings - 1 for row in rows):
        lines.append(plural("list.folded", folded, shown.locale))
    return lines


def at_least(key: str, top: TopList) -> str:
    """The key of the sentence about all there are, or of the one where the list may be cut."""
    return key if top.whole else f"{key}.least"


def _hidden(top: TopList, report: Report, locale: str) -> list[str]:
    """How many flows are hidden, where no extent of the list has said it."""
    if not top.hidden or (top.rows and report.query.subcommand is not Subcommand.FLOW):
        return []
    return [plural("list.hidden", top.hidden, locale)]


def _gone(top: TopList, shown: Shown, *, later: bool) -> list[str]:
    """What only the other list has."""
    if not top.gone:
        return []
    if shown.public and top.kind is ListKind.MESSAGES:
        # How often they came there is not known here, so they are not quoted either.
        count = max(top.gone_total, len(top.gone))
        return [plural(beside("list.gone_counted", later=later), count, shown.locale)]
    key = beside("list.gone_one", later=later)
    names = [say(key, name=_gone_name(one, top.kind), place=ordinal(one.was)) for one in top.gone]
    listed = ", ".join(names)
    if more := max(0, top.gone_total - len(top.gone)):
        listed = say("list.gone_more", names=listed, count=number(more, shown.locale))
    return [say(beside("list.gone", later=later), names=listed)]


def _gone_name(one: Gone, kind: ListKind) -> str:
    text = row_name(one, GONE_LIMIT, kind)
    return say("words.quoted", text=text) if kind is ListKind.MESSAGES and clean(one.name) else text
