"""A Report in a terminal: the same story, a chart in characters, an aligned table; no colours.

Names are cleaned like everywhere, so that no text of a stranger can steer the terminal.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from unicodedata import combining, east_asian_width

from bot.core.reports import Chart, Report
from bot.core.sentences import say
from bot.render.charts import chart_words, drawn_lines, line_names, plotted_labels, point_words
from bot.render.dates import range_text
from bot.render.lists import ListWords, RowWords
from bot.render.notes import SEPARATOR, said
from bot.render.numbers import decimal
from bot.render.plan import Shown
from bot.render.story import tell
from bot.render.typed import typed
from bot.render.units import drawn_by_unit
from bot.render.untrusted import clean, cut, size

_BAR = 32  # characters of the longest bar
_NAME = 48  # and of a name
_MARKS = ("█", "░")


def to_terminal(report: Report, shown: Shown | None = None) -> str:
    """The whole answer, without a line break at its end."""
    shown = shown or Shown(command="flowxo-bot ask", direct=True)
    if report.no_data:
        return "\n".join(_no_data(report, shown))
    story = tell(report, shown)
    # Not where the chart above them shows each already.
    points = [] if drawn_by_unit(report) else story.points
    parts = [
        _cleaned([story.headline, story.dates]),
        _cleaned([words.line for words in story.figures]),
        _chart(report, shown.locale),
        _cleaned(points),
        *(_table(words) for words in story.lists),
        _cleaned([story.context]),
        _other_readings(shown),
    ]
    return "\n\n".join("\n".join(part) for part in parts if part)


def _cleaned(lines: Sequence[str]) -> list[str]:
    return [clean(line) for line in lines]


def _other_readings(shown: Shown) -> list[str]:
    commands = [typed(shown.command, text) for text in shown.alternatives]
    return _cleaned([say("other_reading", command=command) for command in commands])


def _no_data(report: Report, shown: Shown) -> list[str]:
    first = say("none.figures", what=range_text(report.period))
    attempt = say("try", command=typed(shown.command, say("none.suggestion")))
    notes = SEPARATOR.join(said(report, shown))
    lines = _cleaned([f"{first} {say('none.not_zero')}", attempt, *([notes] if notes else [])])
    return [*lines, *_other_readings(shown)]


def _chart(report: Report, locale: str) -> list[str]:
    chart = report.chart
    title = chart_words(report)
    if chart is None or not title:
        return []
    lines = drawn_lines(chart)
    if len(lines) > len(_MARKS):
        return [title, *(f"  {line}" for line in point_words(report, locale))]
    if len(lines) == len(_MARKS):
        names = line_names(report)
        title = f"{title} ({', '.join(f'{m} {n}' for m, n in zip(_MARKS, names, strict=True))})"
    return [title, *_bars(report, chart, locale)]


def _bars(report: Report, chart: Chart, locale: str) -> list[str]:
    lines = drawn_lines(chart)
    labels = plotted_labels(report)
    most = max([point.value for line in lines for point in line.points], default=Fraction(0))
    wide = max(_width(label) for label in labels)
    rows = []
    for index, label in enumerate(labels):
        for mark, line in zip(_MARKS, lines, strict=False):
            value = line.points[index].value
            length = int(value / most * _BAR + Fraction(1, 2)) if most > 0 and value > 0 else 0
            name = label if line is lines[0] else ""
            bar = f"{mark * length} " if length else ""
            rows.append(f"  {_padded(name, wide)}  {bar}{decimal(value, locale)}")
    return rows


def _table(words: ListWords) -> list[str]:
    lines = [words.title] if words.title else []
    names = [_short(row) for row in words.rows]
    wide = max(map(_width, names), default=0)
    places = max((len(row.place) for row in words.rows), default=0)
    counts = max((len(row.count) for row in words.rows), default=0)
    for name, row in zip(names, words.rows, strict=True):
        # After the count the rest stands in its own column, without its brackets and commas.
        cells = [row.place.rjust(places), _padded(name, wide), row.count.rjust(counts)]
        lines.append(f"{' '.join(cells)} {row.rest.lstrip(', ')}".rstrip())
    return [*lines, *_cleaned(words.foot)]


def _short(row: RowWords) -> str:
    """The name with the end of its id, which tells it from an equal one."""
    return cut(row.name.removesuffix(row.end), _NAME - size(row.end)) + row.end


def _width(text: str) -> int:
    return sum(
        0 if combining(character) else 2 if east_asian_width(character) in "WF" else 1
        for character in text
    )


def _padded(text: str, width: int) -> str:
    return text + " " * (width - _width(text))
