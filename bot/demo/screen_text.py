"""Text for a terminal: widths of wide characters, cutting, wrapping, colours; knows no Slack."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_ELLIPSIS = "…"
_WIDE = frozenset("WF")
_ZERO = frozenset({"Mn", "Me", "Cf"})
_TOKEN = re.compile(r"<([^<>|]+)(?:\|([^<>]*))?>")


@dataclass(frozen=True, slots=True)
class Look:
    """How wide the terminal is and whether it has colours."""

    width: int = 80
    colour: bool = False

    def paint(self, text: str, code: str) -> str:
        """The text in a style of ANSI, where there are colours."""
        return f"\x1b[{code}m{text}\x1b[0m" if self.colour and text else text

    def bold(self, text: str) -> str:
        """Bold."""
        return self.paint(text, "1")

    def dim(self, text: str) -> str:
        """Faint."""
        return self.paint(text, "2")

    def accent(self, text: str) -> str:
        """The colour of what can be pressed or typed."""
        return self.paint(text, "36")

    def warn(self, text: str) -> str:
        """The colour of what went wrong."""
        return self.paint(text, "31")

    def narrower(self, by: int) -> Look:
        """The same terminal inside an indent."""
        return Look(max(20, self.width - by), self.colour)


def tidy(text: str) -> str:
    """The text without anything that could move a terminal's cursor; line ends stay."""
    kept = (
        char if char == "\n" or unicodedata.category(char) not in {"Cc", "Cf", "Co", "Cs"} else ""
        for char in text.replace("\t", " ")
    )
    return "".join(kept)


def shown(markup: str) -> str:
    """A top-level `text` as Slack shows it: its three escapes undone, its tokens named."""
    named = _TOKEN.sub(lambda match: match.group(2) or match.group(1), markup)
    plain = named.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    return tidy(plain)


def width(text: str) -> int:
    """Columns that the text takes."""
    return sum(_columns(char) for char in text)


def _columns(char: str) -> int:
    if char.isascii():
        return 1
    if unicodedata.category(char) in _ZERO:
        return 0
    return 2 if unicodedata.east_asian_width(char) in _WIDE else 1


def cut(text: str, columns: int) -> str:
    """The text in at most that many columns, with … where something is missing."""
    if width(text) <= columns:
        return text
    kept, used = "", 1
    for char in text:
        used += _columns(char)
        if used > columns:
            break
        kept += char
    return kept.rstrip() + _ELLIPSIS


def padded(text: str, columns: int, *, right: bool = False) -> str:
    """The text in exactly that many columns, filled at its end, or at its start (`right`)."""
    fitted = cut(text, columns)
    blank = " " * (columns - width(fitted))
    return blank + fitted if right else fitted + blank


def wrapped(text: str, columns: int) -> list[str]:
    """Lines of at most that many columns, broken between words; a longer word is cut in parts."""
    lines = []
    for paragraph in text.split("\n"):
        line = ""
        for word in paragraph.split(" "):
            for part in _parts(word, columns):
                joined = f"{line} {part}" if line else part
                if width(joined) > columns and line:
                    lines.append(line)
                    joined = part
                line = joined
        lines.append(line)
    return lines


def _parts(word: str, columns: int) -> list[str]:
    """A word that is wider than a line, in pieces."""
    parts, part = [], ""
    for char in word:
        if width(part) + _columns(char) > columns:
            parts.append(part)
            part = ""
        part += char
    return [*parts, part]
