"""Charts on the page: every point once, gaps left open, scales that hold what they show."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.demo.page_chart import chart_html
from bot.demo.page_scale import compact, exact, thinned, ticks
from tests.demo.just_inside import line
from tests.demo.page_reader import Reading, read

FINITE = st.integers(-(10**16), 10**16) | st.floats(-1e6, 1e6).map(lambda value: round(value, 2))


def chart(*lines: list[float | None], kind: str = "line", **axis: Any) -> Reading:
    """A chart of these values, read back."""
    block = line(series=len(lines), points=len(lines[0]), **axis)
    block["chart"]["type"] = kind
    for series, values in zip(block["chart"]["series"], lines, strict=True):
        series["data"] = [
            {"label": label, "value": value}
            for label, value in zip(
                block["chart"]["axis_config"]["categories"], values, strict=True
            )
        ]
    reading = read(chart_html(block, "c"))
    assert reading.faults == []
    return reading


def points(reading: Reading) -> list[dict[str, str]]:
    """The attributes of the plotted points, the legend's left out."""
    both = [*reading.all("circle", "point"), *reading.all("rect", "point")]
    return [one.attributes for one in both if "ul" not in one.inside]


@pytest.mark.parametrize("kind", ["line", "bar"])
@pytest.mark.parametrize(("series", "count"), [(1, 1), (1, 20), (2, 15), (12, 20)])
def test_every_point_is_drawn_once(kind: str, series: int, count: int) -> None:
    """As many marks as values, each inside the plot."""
    values: list[float | None] = [float(index % 7 - 2) for index in range(count)]
    marks = points(chart(*[values] * series, kind=kind))
    assert len(marks) == series * count
    for mark in marks:
        across = float(mark.get("cx", mark.get("x", "")).rstrip("%"))
        down = float(mark.get("cy", mark.get("y", "")).rstrip("%"))
        assert 0 <= across <= 100
        assert 0 <= down <= 100


def test_higher_is_nearer_the_top() -> None:
    """Marks stand by their values, to scale."""
    marks = points(chart([0, 10, 20]))
    assert [mark["cy"] for mark in marks] == ["100.0%", "50.0%", "0.0%"]
    assert [mark["cx"] for mark in marks] == ["16.667%", "50.0%", "83.333%"]


def test_bars_stand_on_zero() -> None:
    """Each bar reaches from zero to its value, up or down, and side by side."""
    marks = points(chart([10, -10], [5, 0], kind="bar"))
    assert [(mark["y"], mark["height"]) for mark in marks] == [
        ("0.0%", "50.0%"), ("50.0%", "50.0%"), ("25.0%", "25.0%"), ("50.0%", "0.0%"),
    ]  # fmt: skip
    lefts = sorted(float(mark["x"].rstrip("%")) for mark in marks)
    width = float(marks[0]["width"].rstrip("%"))
    assert all(left + width <= after + 0.01 for left, after in pairwise(lefts))


def test_a_gap_is_a_gap() -> None:
    """A line is broken where a value is missing; there is no mark, and the words say so."""
    reading = chart([1, 2, None, 4, None, 6, 7])
    runs = [one.attributes["points"].split(" ") for one in reading.all("polyline")]
    assert [len(run) for run in runs] == [2, 1, 2]
    assert len(points(reading)) == 5
    assert "0002: 0000 no data" in reading.text
    assert len(points(chart([1, None], kind="bar"))) == 1
    assert reading.text.count("no data") == 2


def test_a_chart_of_nothing_is_still_a_chart() -> None:
    """All zero, or all missing: an axis from 0 to 1 and no fault."""
    for values in ([0, 0], [None, None]):
        reading = chart(list(values))
        figures = [one for one in reading.words if one in ("0", "1")]
        assert figures[:2] == ["0", "1"]


def test_who_does_not_see_it_hears_every_point() -> None:
    """Title and description name the chart, each category, series and figure."""
    reading = chart([1204, 0.5], [-3, 4], x_label="Day", y_label="Triggers")
    assert "Line chart. 0000: 0000 1,204, 0001 −3; 0001: 0000 0.50, 0001 4." in reading.text
    svg = reading.all("svg", "plot")[0].attributes
    assert svg["role"] == "img"
    assert svg["aria-labelledby"] == "c-title c-desc"
    assert "Triggers" in reading.text
    assert "Day" in reading.text


@given(st.lists(FINITE, min_size=1, max_size=40), st.booleans())
def test_law_an_axis_holds_its_values(values: list[float], whole: bool) -> None:
    """At most five round ticks, evenly apart, around every value and zero."""
    whole = whole and all(value == int(value) for value in values)
    found = ticks(min(values), max(values), whole=whole)
    assert 2 <= len(found) <= 5
    step = found[1] - found[0]
    slack = 1e-9 * max(1, abs(step))
    assert found[0] <= min(0, *values) + slack
    assert found[-1] >= max(0, *values) - slack
    assert any(abs(value) < slack for value in found)
    assert all(abs(after - before - step) <= 1e-6 * step for before, after in pairwise(found))
    assert not whole or all(value == int(value) for value in found)


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (0, 9, [0, 3, 6, 9]), (0, 141, [0, 50, 100, 150]), (0, 846, [0, 250, 500, 750, 1000]),
        (0, 1, [0, 1]), (0, 2, [0, 1, 2]), (-3, 5, [-3, 0, 3, 6]),
        (0, 3544, [0, 1000, 2000, 3000, 4000]), (0, 14.5, [0, 5, 10, 15]),
    ],
)  # fmt: skip
def test_ticks_are_round(low: float, high: float, expected: list[float]) -> None:
    """Steps of 1, 2, 5, of 25 and of 3, whichever is the smallest that needs five ticks at most."""
    assert ticks(low, high, whole=isinstance(high, int)) == expected


@pytest.mark.parametrize(
    ("value", "brief", "whole"),
    [
        (0, "0", "0"), (1204, "1,204", "1,204"), (0.5, "0.5", "0.50"), (-3, "−3", "−3"),
        (12_500, "12.5k", "12,500"), (3_000_000, "3M", "3,000,000"), (2e9, "2B", "2,000,000,000"),
        (-5e12, "−5T", "−5,000,000,000,000"),
    ],
)  # fmt: skip
def test_figures_are_short_on_the_axis_and_whole_elsewhere(
    value: float, brief: str, whole: str
) -> None:
    """From 10,000 on the axis is compact; tips and descriptions never are."""
    assert compact(value) == brief
    assert exact(value) == whole


@given(
    st.lists(st.text("abc 0–9日", min_size=1, max_size=20), min_size=1, max_size=20),
    st.sampled_from([156.0, 211.0, 418.0]),
)
def test_law_labels_never_touch(labels: list[str], room: float) -> None:
    """Evenly thinned from the first, eight pixels apart, as many as fit."""
    shown = thinned(labels, room)
    edges = [_edges(labels, label, room) for label in shown]
    assert shown[0].index == 0
    assert all(one[1] + 8 <= other[0] + 1e-6 for one, other in pairwise(edges))
    steps = {after.index - one.index for one, after in pairwise(shown)}
    assert len(steps) <= 1


def _edges(labels: list[str], label: Any, room: float) -> tuple[float, float]:
    """Where a label begins and ends, its letters taken as wide as the widest digits."""
    size = sum(13.4 if char == "日" else 6.7 for char in labels[label.index])
    left = label.at / 100 * room - size * {"start": 0, "middle": 0.5, "end": 1}[label.anchor]
    return left, left + size


def test_labels_that_fit_are_all_shown() -> None:
    """Nothing is left out without need."""
    assert len(thinned(["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"], 211)) == 7
    assert [one.index for one in thinned(["16–17 Nov"] * 15, 211)] == [0, 5, 10]
