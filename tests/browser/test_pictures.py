"""The docs' pictures: which there are, how heavy, and how they are drawn."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from bot.demo.page import Theme
from tests.browser import pictures
from tests.browser.chromium import MISSING
from tests.browser.gallery import docs_names, exhibit
from tests.browser.png import COLOURS, SIGNATURE, pixels, said_of, size_of, smaller


def test_the_docs_have_their_pictures() -> None:
    """docs/pictures holds what the gallery names, at least eight, each a small PNG of a phone."""
    files = {path.name: path for path in pictures.DOCS.iterdir()}
    assert set(files) == set(pictures.docs_pictures())
    assert len(docs_names()) >= 8
    for path in files.values():
        content = path.read_bytes()
        assert content.startswith(SIGNATURE)
        assert len(content) <= pictures.LARGEST, path.name
        sharpness = size_of(content)[0] / pictures.WIDTHS["phone"]
        assert min(abs(sharpness - one) for one in pictures.SHARPNESS) < 0.01


def test_the_docs_show_what_the_bot_says_today() -> None:
    """Each picture was drawn from the very message that the bot would send now."""
    for file, (name, _) in pictures.docs_pictures().items():
        noted = said_of((pictures.DOCS / file).read_bytes())
        assert noted == exhibit(f"docs/{name}").digest, f"{file}: make snapshots draws it anew"


def test_without_a_browser_there_is_a_line_to_type(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """Exit code 2, one line that names the script, and no picture."""
    monkeypatch.setenv("PATH", str(tmp_path))
    assert pictures.main() == 2
    assert capsys.readouterr().err == MISSING + "\n"
    assert (pictures.ROOT / MISSING.rpartition(" ")[2]).is_file()


def test_a_picture_is_the_same_every_time(browser: Browser) -> None:
    """What is drawn twice is drawn alike, to the byte."""
    drawn = []
    for _ in range(2):
        with pictures.open_page(browser, pictures.WIDTHS["phone"], Theme.DARK) as draw:
            drawn.append(draw("docs/unknown-word"))
    assert drawn[0] == drawn[1]


def test_a_smaller_picture_looks_the_same(browser: Browser) -> None:
    """Its size stays, hardly a pixel is seen to change, and it has few colours."""
    with pictures.open_page(browser, pictures.WIDTHS["phone"], Theme.LIGHT) as draw:
        before = draw("docs/stats")
    # The viewer that reads the smaller one is the browser's own.
    after = smaller(before)
    assert size_of(after) == size_of(before)
    assert len(after) < len(before) / 2
    rows = pixels(_through(browser, after))
    assert len({row[at : at + 3] for row in rows for at in range(0, len(row), 3)}) <= COLOURS
    pairs = zip(b"".join(pixels(before)), b"".join(rows), strict=True)
    far = sum(abs(one - other) > 48 for one, other in pairs)
    assert far < len(before) / 1000


def _through(browser: Browser, content: bytes) -> bytes:
    """The picture as the browser shows it, screenshotted again."""
    width, height = size_of(content)
    tab = browser.new_page(viewport={"width": width, "height": height})
    try:
        source = base64.b64encode(content).decode()
        tab.set_content(
            f'<body style="margin:0"><img style="display:block" '
            f'src="data:image/png;base64,{source}">'
        )
        tab.wait_for_function("document.images[0].complete")
        return tab.screenshot()
    finally:
        tab.close()
