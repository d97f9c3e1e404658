"""The page on which a key is typed, as people meet it in Chromium: on a phone, light and dark."""

from __future__ import annotations

import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from importlib.resources import files
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from bot.demo.slack_payloads import escaped
from bot.demo.slack_workspace import ASKER, COLLEAGUE
from tests.browser.pictures import ALL
from tests.connecting.house import KEY, House, houses, labels_of
from tests.slack.conftest import Clock

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
WIDTHS = (320, 375, 760)
THEMES = ("light", "dark")
# What the browser says by itself of an answer that is not 200, however well that is meant.
_STATUS = "Failed to load resource: the server responded with a status of"


@dataclass
class Visitor:
    """Somebody at a browser, and all that the page asked for or complained of meanwhile."""

    page: Page
    house: House
    heard: list[str] = field(default_factory=list)

    def open(self, token: str) -> None:
        """Follow the link."""
        self.page.goto(f"{self.house.public}/connect/{token}")

    def type_key(self, key: str = KEY) -> None:
        """As somebody who knows no mouse: into what has the focus, then Enter."""
        self.page.locator("input:focus").wait_for()
        self.page.keyboard.type(key)
        self.page.keyboard.press("Enter")

    @property
    def title(self) -> str:
        """What the page is about."""
        return self.page.locator("h1").inner_text()


@pytest.fixture(name="start")
def _start(database_url: str, now: datetime) -> Iterator[Callable[..., House]]:
    with houses(database_url, Clock(now)) as begin:
        yield begin


@pytest.fixture(name="house")
def _house(start: Callable[..., House]) -> House:
    return start()


@pytest.fixture(name="visit")
def _visit(browser: Browser, house: House) -> Iterator[Callable[..., Visitor]]:
    """A browser of one's own; what it hears that it should not fails the test."""
    visitors: list[Visitor] = []

    def begin(theme: Any = "light", width: int = 375) -> Visitor:
        page = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=theme)
        page.set_default_timeout(10_000)
        visitor = Visitor(page, house)
        page.on("console", lambda said: visitor.heard.append(said.text))
        page.on("pageerror", lambda error: visitor.heard.append(str(error)))
        page.on("request", lambda asked: visitor.heard.append(asked.url))
        visitors.append(visitor)
        return visitor

    yield begin
    for visitor in visitors:
        visitor.page.close()
        ours = f"{house.public}/connect/"
        assert [one for one in visitor.heard if not one.startswith((ours, _STATUS))] == []


def test_a_key_is_typed_once(house: House, visit: Callable[..., Visitor]) -> None:
    """By keyboard alone; a reload and the way back send nothing again."""
    someone = visit()
    token = house.link("connect Acme Support")
    someone.open(token)
    assert someone.title == "Connect Acme Support"
    expect(someone.page.get_by_label("Flow XO API key")).to_be_focused()
    someone.type_key()
    expect(someone.page.locator("h1")).to_have_text("Connected")
    assert someone.page.url == f"{house.public}/connect/done"
    someone.page.reload()
    assert someone.title == "Connected"
    someone.page.go_back()
    assert someone.title == "This link doesn't work any more"
    house.settle()
    assert [one.name for one in house.accounts()] == ["Acme Support"]
    assert house.direct()[-1].text.startswith("Acme Support is connected, as #1.")


def test_a_preview_looks_first(house: House, visit: Callable[..., Visitor]) -> None:
    """As those of chats and mail programs do; the person's own visit works."""
    token = house.link()
    for _ in range(3):
        with urllib.request.urlopen(f"{house.public}/connect/{token}") as shown:  # noqa: S310 - ours
            assert shown.status == 200
    someone = visit()
    someone.open(token)
    someone.type_key()
    expect(someone.page.locator("h1")).to_have_text("Connected")


def test_in_two_windows_the_second_is_closed(house: House, visit: Callable[..., Visitor]) -> None:
    """It says so, and saves nothing."""
    token = house.link()
    first, second = visit(), visit()
    first.open(token)
    second.open(token)
    first.type_key()
    expect(first.page.locator("h1")).to_have_text("Connected")
    second.type_key("fx-another-key")
    expect(second.page.locator("h1")).to_have_text("This link doesn't work any more")
    assert len(house.accounts()) == 1


@pytest.mark.parametrize("why", ["expired", "guessed", "cut"])
def test_a_link_that_is_not_open_says_what_to_do(
    house: House, visit: Callable[..., Visitor], why: str
) -> None:
    """The same for all of them: nobody learns whether it was ever one."""
    token = {"expired": house.link(), "guessed": "A" * 43, "cut": "short"}[why]
    house.clock.advance(minutes=10)
    someone = visit()
    someone.open(token)
    assert someone.title == "This link doesn't work any more"
    assert "For a new one, type /flowxo connect in Slack" in someone.page.inner_text("main")
    assert someone.page.locator("form").count() == 0


def test_a_wrong_key_is_told_beside_the_field(house: House, visit: Callable[..., Visitor]) -> None:
    """Which is empty again, has the focus and says what is wrong to whoever can't see it."""
    someone = visit()
    someone.open(house.link())
    someone.type_key("fx-of-another-environment")
    key = someone.page.get_by_label("Flow XO API key")
    expect(key).to_be_focused()
    expect(key).to_have_value("")
    expect(key).to_have_attribute("aria-invalid", "true")
    expect(key).to_have_accessible_description(
        "Flow XO refuses this key. Copy it again from Settings, API & Webhooks. Nothing was "
        "saved. In Flow XO: Settings, then API & Webhooks. Only the owner of the Flow XO account "
        "sees it."
    )
    assert someone.page.get_by_role("alert").inner_text().startswith("Flow XO refuses this key.")
    someone.type_key(f' "Bearer {KEY}" ')
    expect(someone.page.locator("h1")).to_have_text("Connected")
    assert "I left out what stood around the key" in house.direct()[-1].text


def test_a_name_is_typed_where_the_link_has_none(
    house: House, visit: Callable[..., Visitor]
) -> None:
    """First; the browser asks for both before it sends anything."""
    house.slack.command("connect")
    someone = visit()
    someone.open(house.token(house.last()))
    expect(someone.page.get_by_label("Name")).to_be_focused()
    someone.page.keyboard.type("x" * 61)
    someone.page.keyboard.press("Enter")
    assert len(house.flowxo.requests) == 0
    expect(someone.page.get_by_label("Flow XO API key")).to_be_focused()
    someone.type_key()
    expect(someone.page.get_by_label("Name")).to_be_focused()
    expect(someone.page.get_by_label("Name")).to_have_value("x" * 61)
    assert "at most 60 characters" in someone.page.get_by_role("alert").inner_text()
    someone.page.get_by_label("Name").fill("Globex")
    someone.page.get_by_label("Flow XO API key").fill(KEY)
    someone.page.get_by_role("button", name="Try and Save").click()
    expect(someone.page.locator("h1")).to_have_text("Connected")
    assert house.accounts()[0].name == "Globex"


def test_a_new_key_and_undo(house: House, visit: Callable[..., Visitor]) -> None:
    """Replace Key opens the same page, for that account; Undo in Slack takes it out again."""
    house.connect("Acme Support")
    undo = house.direct()[-1]
    house.flowxo.key = "fx-the-new-key"
    house.slack.command("stats last week")
    house.slack.press(house.last(), "Replace Key")
    someone = visit()
    someone.open(house.token(house.last()))
    assert someone.title == "Replace the key of Acme Support"
    someone.type_key("fx-the-new-key")
    expect(someone.page.locator("h1")).to_have_text("Connected")
    house.settle()
    assert house.direct()[-1].text == "Acme Support has a new key, and it works."
    house.slack.press(undo, "Undo")
    house.settle()
    assert house.accounts() == ()
    someone.page.reload()
    assert house.accounts() == ()


def test_without_an_address_there_is_no_page(start: Callable[..., House], browser: Browser) -> None:
    """And nobody is sent to one: keys are typed into a form in Slack."""
    house = start(page=False)
    page = browser.new_page()
    page.goto(f"http://127.0.0.1:{house.port}/connect/{'A' * 43}")
    assert page.inner_text("body").strip() == "There is nothing here."
    page.close()
    house.slack.command("connect Acme", user=COLLEAGUE)
    house.settle()
    assert house.slack.form is not None
    house.slack.mention("connect Acme")
    assert labels_of(house.last(ASKER)) == ["Connect"]


def states(house: House) -> dict[str, Callable[[Visitor], None]]:
    """Every page there is, and how one gets there."""
    house.connect("Globex")
    house.flowxo.key = "fx-the-new-key"
    named, unnamed = house.link("connect Acme Support"), house.link("connect")
    house.slack.command("stats last week")
    house.slack.press(house.last(), "Replace Key")
    replaced = house.token(house.last())

    def wrong(visitor: Visitor) -> None:
        visitor.open(named)
        visitor.type_key("fx-wrong")
        expect(visitor.page.get_by_role("alert")).to_be_visible()

    def taken(visitor: Visitor) -> None:
        visitor.open(unnamed)
        expect(visitor.page.get_by_label("Name")).to_be_focused()
        visitor.page.keyboard.type("Globex")
        visitor.page.keyboard.press("Tab")
        visitor.type_key("fx-the-new-key")
        expect(visitor.page.get_by_role("alert")).to_be_visible()

    return {
        "named": lambda visitor: visitor.open(named),
        "unnamed": lambda visitor: visitor.open(unnamed),
        "replace": lambda visitor: visitor.open(replaced),
        "wrong-key": wrong,
        "name-taken": taken,
        "closed": lambda visitor: visitor.open("A" * 43),
        "done": lambda visitor: visitor.open("done"),
    }


@pytest.mark.parametrize("theme", THEMES)
def test_every_state_is_for_everybody(
    house: House, visit: Callable[..., Visitor], theme: str
) -> None:
    """axe-core objects to nothing; nothing is wider than the window; a thumb hits what is pressed.

    Each state is drawn into build/pictures/connect, to be looked at.
    """
    for name, go in states(house).items():
        someone = visit(theme)
        go(someone)
        for width in WIDTHS:
            someone.page.set_viewport_size({"width": width, "height": 800})
            wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
            assert someone.page.evaluate(wide) <= 0, name
        someone.page.set_viewport_size({"width": 375, "height": 800})
        assert violations(someone.page) == [], name
        for one in someone.page.locator("input:not([type=hidden]), button").all():
            box = one.bounding_box()
            assert box is not None
            assert box["height"] >= 44, name
        path = ALL / "connect" / f"{name}.phone.{theme}.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(someone.page.screenshot(full_page=True, animations="disabled"))


def test_axe_finds_what_is_wrong(house: House, visit: Callable[..., Visitor]) -> None:
    """So that finding nothing means something: without its label the input is told."""
    someone = visit()
    someone.open(house.link())
    someone.page.evaluate("document.querySelector('label').remove()")
    assert "label" in violations(someone.page)


def violations(page: Page) -> list[str]:
    """The rules of axe-core that the page breaks, of whatever weight."""
    page.evaluate(AXE)
    found: dict[str, Any] = page.evaluate("axe.run({resultTypes: ['violations']})")
    return [rule["id"] for rule in found["violations"]]


def test_a_long_name_breaks_and_is_text(house: House, visit: Callable[..., Visitor]) -> None:
    """Whatever somebody called the account."""
    someone = visit(width=320)
    name = "Donaudampfschifffahrtsgesellschaftskapitänsmützen & Söhne"
    someone.open(house.link(f'connect "{escaped(name)}"'))
    assert someone.title == f"Connect {name}"
    wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert someone.page.evaluate(wide) <= 0
