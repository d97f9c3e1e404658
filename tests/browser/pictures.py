"""Draws the docs' pictures into docs/pictures, and all that is looked at into build/pictures.

Run it as `python -m tests.browser.pictures`; without a browser it ends with 2 and what to type.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import product
from pathlib import Path

from playwright.sync_api import Browser, ViewportSize

from bot.demo.page import Theme
from tests.browser.chromium import MISSING, find, open_browser
from tests.browser.gallery import docs_names, exhibit, names
from tests.browser.png import smaller

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs" / "pictures"
ALL = ROOT / "build" / "pictures"
WIDTHS = {"phone": 375, "desktop": 760}
THEMES = (Theme.LIGHT, Theme.DARK)
SHARPNESS = (2, 1.5, 1.25, 1)  # of the docs' pictures: the best that is small enough
LARGEST = 60_000  # bytes of a picture in the repository


@contextmanager
def open_page(
    browser: Browser, width: int, theme: Theme, sharpness: float = 1
) -> Iterator[Callable[[str], bytes]]:
    """A function that draws an exhibit as a PNG, as high as it is."""
    viewport: ViewportSize = {"width": width, "height": 64}
    page = browser.new_page(viewport=viewport, device_scale_factor=sharpness)

    def draw(name: str) -> bytes:
        page.set_content(exhibit(name).html(theme))
        return page.screenshot(full_page=True, animations="disabled")

    try:
        yield draw
    finally:
        page.close()


def draw_docs(browser: Browser) -> None:
    """The pictures of the docs, each in LARGEST."""
    DOCS.mkdir(parents=True, exist_ok=True)
    wanted = docs_pictures()
    for sharpness in SHARPNESS:
        for file, (name, theme) in list(wanted.items()):
            with open_page(browser, WIDTHS["phone"], theme, sharpness) as draw:
                content = smaller(draw(f"docs/{name}"), exhibit(f"docs/{name}").digest)
            if len(content) <= LARGEST or sharpness == SHARPNESS[-1]:
                (DOCS / file).write_bytes(content)
                del wanted[file]


def docs_pictures() -> dict[str, tuple[str, Theme]]:
    """The files of docs/pictures: a phone, light, and the first also dark."""
    first, *_ = docs_names()
    light = {f"{name}.png": (name, Theme.LIGHT) for name in docs_names()}
    return light | {f"{first}-dark.png": (first, Theme.DARK)}


def draw_all(browser: Browser) -> None:
    """Everything at both widths in both themes."""
    for (place, width), theme in product(WIDTHS.items(), THEMES):
        with open_page(browser, width, theme) as draw:
            for name in names():
                path = ALL / f"{name}.{place}.{theme}.png"
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(draw(name))


def main() -> int:
    """Draw; 2 where there is no browser."""
    path = find()
    if path is None:
        sys.stderr.write(MISSING + "\n")
        return 2
    with open_browser(path) as browser:
        draw_docs(browser)
        draw_all(browser)
    sys.stdout.write(f"docs/pictures and build/pictures: {len(names())} messages\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
