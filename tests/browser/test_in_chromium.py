"""Every message of the bot as a browser lays it out: whole, readable, reachable, and silent."""

from __future__ import annotations

from html import unescape
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from bot.demo.page import Theme
from tests.browser.gallery import exhibit, names
from tests.browser.payload_texts import opened, points, pressed, seen

MEASURING = (Path(__file__).parent / "measuring.js").read_text(encoding="utf-8")
WIDTHS = (320, 375, 760)
every_message = pytest.mark.parametrize("name", names())
both_themes = pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK])


def show(page: Page, name: str, theme: Theme = Theme.LIGHT, width: int = 375) -> None:
    """Lay the exhibit out, with nothing pressed yet."""
    page.set_viewport_size({"width": width, "height": 800})
    page.set_content(exhibit(name).html(theme))


def measure(page: Page, what: str) -> Any:
    """The answer of one of the functions in measuring.js."""
    return page.evaluate(f"{MEASURING.rstrip()}.{what}()")


def plain(text: str) -> str:
    """The text with every run of blanks as one."""
    return " ".join(text.split())


@every_message
@both_themes
def test_nothing_overflows(page: Page, name: str, theme: Theme) -> None:
    """From the smallest phone to a desktop, nothing is wider than the window."""
    for width in WIDTHS:
        show(page, name, theme, width)
        assert measure(page, "scrolls") <= 0
        assert measure(page, "outside") == []


@every_message
def test_every_text_is_visible(page: Page, name: str) -> None:
    """Whatever the payload says can be read, all rows of its tables once they are asked for."""
    show(page, name)
    for box in page.locator("input[type=checkbox]").all():
        box.check()
    body = plain(page.locator("body").inner_text())
    shown = exhibit(name)
    wanted = list(seen(shown.blocks)) or unescape(shown.text).split("\n")
    assert len(wanted) > 1
    for text in wanted:
        assert plain(text) in body, text


@every_message
def test_what_opens_says_all(page: Page, name: str) -> None:
    """A menu shows its options, a question its answers, and only once pressed."""
    show(page, name)
    for label, texts in opened(exhibit(name).blocks):
        page.get_by_role("button", name=label, exact=True).first.click()
        panel = page.locator(":popover-open")
        assert [plain(text) for text in panel.inner_text().split("\n") if text.strip()] == texts
        assert measure(page, "outside") == []
        assert measure(page, "faint") == []
        page.keyboard.press("Escape")
        assert panel.count() == 0


@every_message
def test_a_chart_has_every_point(page: Page, name: str) -> None:
    """As many points are drawn as the payload has, each with its words."""
    show(page, name)
    drawn = [chart.locator(".plot .point") for chart in page.locator("figure").all()]
    assert [marks.count() for marks in drawn] == points(exhibit(name).blocks)
    for marks in drawn:
        assert marks.locator("title").count() == marks.count()


@pytest.mark.parametrize("width", WIDTHS)
@every_message
def test_labels_stand_apart(page: Page, name: str, width: int) -> None:
    """No two labels of an axis touch, at any width, and the first is always there."""
    show(page, name, width=width)
    for boxes in measure(page, "labels"):
        assert len(boxes) >= 3
        for one, other in combinations(boxes, 2):
            beside = one[2] <= other[0] or other[2] <= one[0]
            above = one[3] <= other[1] + 3 or other[3] <= one[1] + 3  # a line's own leading
            assert beside or above


@every_message
@both_themes
def test_letters_and_lines_stand_out(page: Page, name: str, theme: Theme) -> None:
    """Letters have a contrast of 4.5 with what is behind them, lines and points of 3 (AA)."""
    show(page, name, theme)
    assert measure(page, "faint") == []


@every_message
def test_a_screen_reader_finds_its_way(page: Page, name: str) -> None:
    """Charts have titles, heads a scope, buttons names; ids are unique and lead somewhere."""
    show(page, name)
    assert measure(page, "unnamed") == []


@every_message
def test_the_tab_key_goes_in_reading_order(page: Page, name: str) -> None:
    """Every table and button is reached, in the payload's order, by what it is called."""
    show(page, name)
    wanted = [plain(label) for label in pressed(exhibit(name).blocks)]
    reached = []
    for _ in range(len(wanted) + 1):
        page.keyboard.press("Tab")
        reached.append(plain(measure(page, "reached") or ""))
    *all_of_them, after = reached
    assert all_of_them == wanted
    assert after in ("", *wanted[:1])  # out of the page, or around


@pytest.mark.parametrize("name", ["more/widest-chart", "more/bars", "docs/stats"])
def test_colour_is_not_the_only_sign(page: Page, name: str) -> None:
    """No two lines share colour and dash, and neighbours differ in their dash or hatching alone."""
    show(page, name)
    signs = [tuple(sign) for sign in measure(page, "dashes")]
    assert len(signs) >= 2
    assert len(set(signs)) == len(signs)
    for (_, one), (_, other) in combinations(signs[:6], 2):
        assert one != other


def test_a_strangers_text_stays_text(page: Page) -> None:
    """Markup in a name becomes no element."""
    show(page, "more/hostile")
    assert page.locator("img, script, b:not(.who b)").count() == 0
    assert page.get_by_text("<img src=x onerror=").count() > 0
