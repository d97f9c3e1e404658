"""Finds and starts Debian's Chromium, with nothing that would call anybody; downloads nothing."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright

MISSING = "There is no Chromium here. Type: scripts/install-browser.sh"
_FLAGS = (
    "--no-sandbox",  # it shows pages of ours alone, and root has no sandbox
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-lcd-text",  # letters look the same whatever the screen
    "--font-render-hinting=none",
    "--hide-scrollbars",
)


def find() -> str | None:
    """Where the browser is; None where there is none."""
    return shutil.which("chromium")


@contextmanager
def open_browser(path: str) -> Iterator[Browser]:
    """A headless browser with an empty folder of its own, closed at the end."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, headless=True, args=list(_FLAGS))
        try:
            yield browser
        finally:
            browser.close()
