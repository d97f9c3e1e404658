"""Reads JSON more strictly than the standard library does, and only as much as an answer needs.

Knows no field of any answer.
"""

from __future__ import annotations

import json
import re
from typing import Any, NoReturn

from bot.flowxo.failures import NonsenseFoundError, Reason

# Answers are short rows: what holds more parts than this is built to fill the memory.
_MOST_PARTS = 100_000
# Answers are four deep. Python's own limit is no substitute: whatever runs while it is near, a
# finaliser for one, breaks instead of us.
_DEEPEST = 20
_STRING = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+"', re.DOTALL)
_BRACKET = re.compile(rb"[\[\]{}]")


def read(body: bytes) -> object:
    """The value; NonsenseFoundError for anything but one JSON text in UTF-8.

    Refuses NaN and Infinity, keys that stand twice, a byte order mark, numbers and nesting that
    have no end.
    """
    bare = _STRING.sub(b"", body)  # what strangers typed counts for nothing here
    if sum(bare.count(mark) for mark in (b",", b"[", b"{")) > _MOST_PARTS:
        raise NonsenseFoundError(Reason.LARGE, "too many parts")
    _must_be_shallow(bare)
    try:
        return json.loads(
            body.decode("utf-8"), object_pairs_hook=_once, parse_constant=_no_constant
        )
    except ValueError as error:
        raise NonsenseFoundError(Reason.JSON, type(error).__name__) from None


def _must_be_shallow(bare: bytes) -> None:
    depth = 0
    for bracket in _BRACKET.finditer(bare):
        depth += 1 if bracket.group() in b"[{" else -1
        if not 0 <= depth <= _DEEPEST:
            raise NonsenseFoundError(Reason.JSON, "nesting")


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise NonsenseFoundError(Reason.TWICE, "key")
    return found


def _no_constant(name: str) -> NoReturn:
    raise NonsenseFoundError(Reason.COUNT, name)
