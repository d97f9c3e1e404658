"""HTML from its parts, with every text escaped on its way in; knows neither Slack nor a style.

`Html` is only made here, so a string that nobody escaped does not pass the type checker.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from typing import NewType

Html = NewType("Html", str)

EMPTY = Html("")
_UNSHOWABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
# What has no end tag, of the elements that the page uses.
VOID = frozenset({"meta", "input"})


def text(words: str) -> Html:
    """The words as they are; what HTML cannot hold becomes U+FFFD."""
    return Html(html.escape(_UNSHOWABLE.sub("\ufffd", words), quote=True))


def tag(name: str, /, *children: Html, **attributes: str | int | float | bool | None) -> Html:
    """An element; `class_` is class, `aria_label` is aria-label, None and False leave one out."""
    written = "".join(
        f" {_attribute(key)}" if value is True else f' {_attribute(key)}="{text(str(value))}"'
        for key, value in attributes.items()
        if value is not None and value is not False
    )
    if name in VOID:
        return Html(f"<{name}{written}>")
    return Html(f"<{name}{written}>{joined(children)}</{name}>")


def joined(parts: Iterable[Html]) -> Html:
    """The parts one after the other."""
    return Html("".join(parts))


def _attribute(key: str) -> str:
    return key.rstrip("_").replace("_", "-")
