"""One browser for each module, closed at its end: its event loop must not outlive it."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Dialog, Page

from tests.browser.chromium import MISSING, find, open_browser


@pytest.fixture(scope="module", name="browser")
def _browser() -> Iterator[Browser]:
    path = find()
    if path is None:
        # Where CI has installed one, its absence is a fault; elsewhere it is a person's choice.
        (pytest.fail if os.environ.get("CI_BROWSER") == "1" else pytest.skip)(MISSING)
    with open_browser(path) as browser:
        yield browser


@pytest.fixture(scope="module", name="tab")
def _tab(browser: Browser) -> Iterator[Page]:
    tab = browser.new_page()
    tab.set_default_timeout(5_000)
    yield tab
    tab.close()


@pytest.fixture(name="page")
def _page(tab: Page) -> Iterator[Page]:
    """A page that must stay without errors, warnings and requests to anywhere."""
    heard: list[str] = []

    def note(what: object) -> None:
        heard.append(str(what))
        if isinstance(what, Dialog):
            what.dismiss()  # else the page waits for ever

    tab.on("console", note)
    tab.on("pageerror", note)
    tab.on("request", note)
    tab.on("dialog", note)
    yield tab
    for event in ("console", "pageerror", "request", "dialog"):
        tab.remove_listener(event, note)
    assert heard == []
