"""Reads a page back: its tags, whether they balance, what it says; for the tests of the page."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

from bot.demo.page_html import VOID

_EMPTY = VOID | {"hr"}


@dataclass(frozen=True, slots=True)
class Element:
    """A start tag: its name, its attributes, the names of what it stands in."""

    name: str
    attributes: dict[str, str]
    inside: tuple[str, ...]


@dataclass(slots=True)
class Reading:
    """The elements in order and the words between them; of titles and styles, the words apart."""

    elements: list[Element] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def all(self, name: str, class_: str = "") -> list[Element]:
        """The elements of that name that have the class."""
        return [
            one
            for one in self.elements
            if one.name == name
            and (not class_ or class_ in one.attributes.get("class", "").split())
        ]

    @property
    def shape(self) -> list[tuple[str, tuple[str, ...]]]:
        """The names of the elements and of their attributes, without what either says."""
        return [(one.name, tuple(one.attributes)) for one in self.elements]

    @property
    def text(self) -> str:
        """All words, one after the other."""
        return "".join(self.words)


class _Reader(HTMLParser):
    """Fills a Reading; what is not closed where it should be is a fault."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.reading = Reading()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if len({name for name, _ in attrs}) != len(attrs):
            self.reading.faults.append(f"{tag} has an attribute twice")
        attributes = {name: value or "" for name, value in attrs}
        self.reading.elements.append(Element(tag, attributes, tuple(self.open)))
        if tag not in _EMPTY:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.reading.faults.append(f"</{tag}> closes nothing")

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.reading.words.append(data)


def read(html: str) -> Reading:
    """The page as read; `faults` is empty where it is well-formed and its ids are unique."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    reading = reader.reading
    reading.faults += [f"<{name}> stays open" for name in reader.open]
    ids = [one.attributes["id"] for one in reading.elements if "id" in one.attributes]
    reading.faults += [f"the id {one} comes twice" for one in set(ids) if ids.count(one) > 1]
    return reading
