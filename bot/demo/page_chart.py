"""A data_visualization block as SVG with its own axis; what the block says it must not change.

Nothing scales with the width but the plot: letters, dashes and markers keep their size, since
everything across is in percent. A point without a value is a gap. Colour is never the only sign of
a series: lines have dashes and markers of their own, bars a hatching.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.demo.page_html import EMPTY, Html, joined, tag, text
from bot.demo.page_scale import Label, compact, exact, middle, thinned, ticks
from bot.demo.page_text import NotDrawnError

_COLOURS = 6
_HATCHINGS = (None, 45, -45, 0, 90, 20)
_BAR_SHARE = 0.76  # of the room that a category has
# The plot's width at least on a phone of 320 pixels, of 375, and in a wide card (page.css).
_WIDTHS = (("small", 156.0), ("narrow", 211.0), ("wide", 418.0))
_GUTTERS = ((2, "gutter-1"), (4, "gutter-2"))  # for figures of so many characters at most


@dataclass(frozen=True, slots=True)
class _Plot:
    """A chart's values by series and category, its scale, and a key that makes ids unique."""

    key: str
    categories: tuple[str, ...]
    names: tuple[str, ...]
    values: tuple[tuple[float | None, ...], ...]
    ticks: tuple[float, ...]

    def height(self, value: float) -> float:
        """Where a value stands, in percent from the top."""
        low, high = self.ticks[0], self.ticks[-1]
        return round((high - value) / (high - low) * 100, 3)


def chart_html(block: Mapping[str, Any], key: str) -> Html:
    """The chart in its card: title, axis, plot, legend."""
    chart = block["chart"]
    draw = {"line": _lines, "bar": _bars}.get(chart["type"])
    if draw is None:
        raise NotDrawnError(chart["type"], "bot/demo/page_chart.py")
    plot = _plot(chart, key)
    axis = chart["axis_config"]
    title = str(block["title"])
    svg = tag(
        "svg",
        tag("title", text(title), id=f"{key}-title"),
        tag("desc", text(_told(plot, chart["type"])), id=f"{key}-desc"),
        _patterns(plot),
        _y_axis(plot),
        *(_x_axis(plot, thinned(plot.categories, px), name) for name, px in _WIDTHS),
        *draw(plot),
        class_=f"plot {_gutter(plot)}",
        role="img",
        aria_labelledby=f"{key}-title {key}-desc",
    )
    return tag(
        "figure",
        tag("figcaption", text(title)),
        _named(axis.get("y_label"), "y-label"),
        svg,
        _named(axis.get("x_label"), "x-label"),
        _legend(plot, chart["type"]),
        class_="chart card",
    )


def _plot(chart: Mapping[str, Any], key: str) -> _Plot:
    categories = tuple(str(name) for name in chart["axis_config"]["categories"])
    values = []
    for series in chart["series"]:
        points = {str(point["label"]): point.get("value") for point in series["data"]}
        values.append(tuple(points.get(name) for name in categories))
    known = [value for line in values for value in line if value is not None] or [0]
    whole = all(value == int(value) for value in known)
    return _Plot(
        key,
        categories,
        tuple(str(series["name"]) for series in chart["series"]),
        tuple(values),
        tuple(ticks(min(known), max(known), whole=whole)),
    )


def _named(name: object, class_: str) -> Html:
    return tag("div", text(str(name)), class_=class_) if name else EMPTY


def _told(plot: _Plot, kind: str) -> str:
    """Every point in words, for who does not see the plot."""
    told = []
    for index, category in enumerate(plot.categories):
        parts = [
            f"{name} {_said(line[index])}"
            for name, line in zip(plot.names, plot.values, strict=True)
        ]
        told.append(f"{category}: {', '.join(parts)}")
    return f"{kind.capitalize()} chart. {'; '.join(told)}."


def _said(value: float | None) -> str:
    return "no data" if value is None else exact(value)


def _gutter(plot: _Plot) -> str:
    longest = max(len(compact(value)) for value in plot.ticks)
    return next((name for most, name in _GUTTERS if longest <= most), "gutter-3")


def _y_axis(plot: _Plot) -> Html:
    parts = []
    for value in plot.ticks:
        y = f"{plot.height(value)}%"
        line = "zero" if value == 0 else "grid"
        parts.append(tag("line", x1="0", x2="100%", y1=y, y2=y, class_=line))
        parts.append(tag("text", text(compact(value)), x="-8", y=y, dy="4", class_="y"))
    return tag("g", *parts)


def _x_axis(plot: _Plot, labels: Sequence[Label], class_: str) -> Html:
    return tag(
        "g",
        *(
            tag(
                "text",
                text(plot.categories[label.index]),
                x=f"{label.at}%",
                y="100%",
                dy="17",
                text_anchor=label.anchor,
            )
            for label in labels
        ),
        class_=f"x {class_}",
    )


def _style(index: int) -> str:
    """The classes of a series: its colour, and its dash, which shifts once colours come again."""
    return f"c{index % _COLOURS} d{(index + index // _COLOURS) % _COLOURS}"


def _lines(plot: _Plot) -> Iterator[Html]:
    """The later series first, so that this period's line lies on top."""
    for index in reversed(range(len(plot.names))):
        runs = [
            tag("polyline", points=" ".join(run), vector_effect="non-scaling-stroke", class_="line")
            for run in _runs(plot, plot.values[index])
        ]
        inner = tag(
            "svg", *runs, viewBox="0 0 100 100", preserveAspectRatio="none",
            width="100%", height="100%", class_="lines",
        )  # fmt: skip
        yield tag("g", inner, *_markers(plot, index), class_=f"series {_style(index)}")


def _runs(plot: _Plot, values: Sequence[float | None]) -> Iterator[list[str]]:
    """The coordinates of each stretch of a line between two gaps."""
    run: list[str] = []
    for index, value in enumerate(values):
        if value is not None:
            run.append(f"{middle(index, len(values))},{plot.height(value)}")
        elif run:
            yield run
            run = []
    if run:
        yield run


def _markers(plot: _Plot, series: int) -> Iterator[Html]:
    for index, value in enumerate(plot.values[series]):
        if value is not None:
            at = f"{middle(index, len(plot.categories))}%", f"{plot.height(value)}%"
            yield _marker(series, at, _tip(plot, series, index, value))


def _marker(series: int, at: tuple[str, str], tip: Html) -> Html:
    x, y = at
    if series % 2 == 0:
        return tag("circle", tip, cx=x, cy=y, r="3", class_="point")
    return tag(
        "rect", tip, x=x, y=y, width="6", height="6", transform="translate(-3 -3)",
        class_="point",
    )  # fmt: skip


def _tip(plot: _Plot, series: int, index: int, value: float) -> Html:
    words = f"{plot.categories[index]}, {plot.names[series]}: {exact(value)}"
    return tag("title", text(words)) if words else EMPTY


def _bars(plot: _Plot) -> Iterator[Html]:
    room = 100 / len(plot.categories)
    thick = room * _BAR_SHARE / len(plot.names)
    zero = plot.height(0)
    for series, values in enumerate(plot.values):
        bars = []
        for index, value in enumerate(values):
            if value is None:
                continue
            left = room * (index + (1 - _BAR_SHARE) / 2) + thick * series
            top = plot.height(value)
            bars.append(
                tag(
                    "rect",
                    _tip(plot, series, index, value),
                    x=f"{left:.3f}%",
                    y=f"{min(top, zero)}%",
                    width=f"{thick:.3f}%",
                    height=f"{round(abs(zero - top), 3)}%",
                    fill=_fill(plot.key, series),
                    class_="point bar",
                )
            )
        yield tag("g", *bars, class_=f"series {_style(series)}")


def _patterns(plot: _Plot) -> Html:
    """The hatching of each series but the first."""
    return tag(
        "defs",
        *(
            tag(
                "pattern",
                tag("rect", width="6", height="6", class_="ground"),
                tag("rect", width="3", height="6", class_="hatch"),
                id=f"{plot.key}-hatching-{series}",
                width="6",
                height="6",
                patternUnits="userSpaceOnUse",
                patternTransform=f"rotate({angle})",
                class_=_style(series),
            )
            for series in range(len(plot.names))
            if (angle := _HATCHINGS[series % _COLOURS]) is not None
        ),
    )


def _fill(key: str, series: int) -> str | None:
    hatched = _HATCHINGS[series % _COLOURS] is not None
    return f"url(#{key}-hatching-{series})" if hatched else None


def _legend(plot: _Plot, kind: str) -> Html:
    return tag(
        "ul",
        *(
            tag("li", _swatch(plot.key, series, kind), text(name))
            for series, name in enumerate(plot.names)
        ),
        class_="legend",
    )


def _swatch(key: str, series: int, kind: str) -> Html:
    if kind == "bar":
        sample = tag("rect", x="6", width="12", height="12", fill=_fill(key, series), class_="bar")
    else:
        line = tag("line", x1="0", x2="24", y1="6", y2="6", class_="line")
        sample = joined([line, _marker(series, ("12", "6"), EMPTY)])
    return tag(
        "svg",
        sample,
        width="24",
        height="12",
        aria_hidden="true",
        class_=f"swatch {_style(series)}",
    )
