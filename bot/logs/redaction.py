"""Masks tokens, keys, passwords and answer addresses in any text or value that is to be written.

Must never raise, whatever it is given, and never keep what it masked.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from urllib.parse import quote, quote_plus, unquote

MASK = "[masked]"
_LONGEST = 16_000
_DEPTH = 6
# A configured secret shorter than this would mask ordinary words.
_SHORTEST = 6

_NAMES = (
    r"(?:response_?url|authorization|(?:bot_|user_|app_|access_|refresh_)?token|api_?key|"
    r"encryption_?keys?|"
    r"(?:client_|signing_)?secret|passwd|password|pwd|ticket|cookie)"
)
_FIELD = re.compile(_NAMES, re.IGNORECASE)

_RULES: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    # Slack: xoxb-, xoxp-, xoxe-, xoxe.xoxb-, xapp-; also written with %2D.
    (re.compile(r"(?:xox[a-z]|xapp)(?:[-.]|%2D)[\w.+/=%~-]*", re.IGNORECASE), MASK),
    # Where Slack lets anybody answer who has the address, in any way of escaping it.
    (re.compile(r"hooks\.slack(?:-gov)?\.com[^\s\"'<>]*", re.IGNORECASE), MASK),
    # The link to a form: whoever has it can send the form in.
    (re.compile(r"(/connect/|%2Fconnect%2F)[\w-]{20,}", re.IGNORECASE), rf"\1{MASK}"),
    # A JSON web token, which is what Flow XO's keys look like.
    (re.compile(r"eyJ[\w=+/.%~-]{4,}"), MASK),
    (re.compile(r"\b(Bearer|Basic)(\s+|%20|\+)[^\s\"',;<>]+", re.IGNORECASE), rf"\1 {MASK}"),
    # name=value, name: value, "name": "value", name%3Dvalue.
    (
        re.compile(
            rf"({_NAMES}(?:\\?[\"'])?\s*(?:=|:|%3D|%3A)\s*)"
            r"(\\?\"(?:[^\"\\]|\\.)*\\?\"|\\?'(?:[^'\\]|\\.)*\\?'|[^\s\"',;&<>)}\]]+)",
            re.IGNORECASE,
        ),
        rf"\1{MASK}",
    ),
    # The password in an address; it may hold an @ or a slash that somebody forgot to escape.
    (re.compile(r"(://[^\s:/@]{0,200}:)\S{1,1000}@"), rf"\1{MASK}@"),
    # The one-time address of a form for connecting an account.
    (re.compile(r"((?:/|%2F)connect(?:/|%2F))[^\s\"'<>?&]+", re.IGNORECASE), rf"\1{MASK}"),
    # Any long unbroken token with letters and digits.
    (
        re.compile(r"(?<![\w/.-])[A-Za-z0-9_+=-]{40,}"),
        lambda found: MASK if _mixed(found.group()) else found.group(),
    ),
)


def _mixed(text: str) -> bool:
    return any(map(str.isdigit, text)) and any(map(str.isalpha, text))


class Redactor:
    """Masks by pattern, and the configured secrets themselves wherever they turn up."""

    def __init__(self, secrets: Iterable[str] = ()) -> None:
        spellings: set[str] = set()
        for secret in secrets:
            for text in {secret, *_passwords(secret)}:
                if len(text) >= _SHORTEST:
                    spellings |= {text, quote(text, safe=""), quote_plus(text), _escaped(text)}
        # The longest first, so that a secret within another leaves no rest behind.
        longest = sorted(spellings, key=len, reverse=True)
        self._exact = re.compile("|".join(map(re.escape, longest))) if longest else None

    def text(self, text: str) -> str:
        """`text` with every secret masked, cut at 16,000 characters."""
        if self._exact:
            text = self._exact.sub(MASK, text)
        for pattern, replacement in _RULES:
            text = pattern.sub(replacement, text)
        return text if len(text) <= _LONGEST else text[:_LONGEST] + "…"

    def value(self, value: object, depth: int = 0) -> object:
        """`value` as plain JSON data with every secret masked; anything unknown becomes text."""
        if value is None or isinstance(value, bool | int):
            return value
        if isinstance(value, float):
            return value if value == value and abs(value) != float("inf") else str(value)
        if isinstance(value, str):
            return self.text(value)
        if depth < _DEPTH:
            if isinstance(value, Mapping):
                return {
                    self.text(spoken(key)): self.field(spoken(key), item, depth + 1)
                    for key, item in list(value.items())
                }
            if isinstance(value, list | tuple | set | frozenset):
                return [self.value(item, depth + 1) for item in list(value)]
        return self.text(spoken(value))

    def field(self, name: str, value: object, depth: int = 0) -> object:
        """The value of a named field: masked wholly where the name says that it is a secret."""
        if value is not None and not isinstance(value, bool) and _FIELD.fullmatch(name):
            return MASK
        return self.value(value, depth)


def spoken(value: object) -> str:
    """`str(value)`, also of an object that cannot say what it is."""
    try:
        return str(value)
    except Exception:  # an object of any library may fail in any way; a log line must not
        return f"<{type(value).__name__} that cannot be shown>"


def _passwords(secret: str) -> list[str]:
    """The password within a configured address, by itself, as it is written and as it is meant."""
    found = re.search(r"://[^\s:/@]*:(.+)@", secret)
    return [found.group(1), unquote(found.group(1))] if found else []


def _escaped(text: str) -> str:
    return text.encode("unicode_escape").decode("ascii").replace('"', '\\"')
