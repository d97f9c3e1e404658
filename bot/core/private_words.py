"""The words that stand for personal data, and where in a text one of them is to stand; no logic."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

# What a place that is dealt with is overwritten by: no pattern matches it or crosses it.
BARRIER = "\0"


class Kind(StrEnum):
    """The words: no sign in them formats, links or begins a formula."""

    EMAIL = "(e-mail)"
    PHONE = "(phone)"
    CARD = "(card)"
    IBAN = "(IBAN)"
    NUMBER = "(number)"
    HIDDEN = "(hidden)"  # keys, tokens, and the parts of links that open a door or name a person


class Span(NamedTuple):
    """A stretch of a text, `end` exclusive, and what it is; None: nobody's, and settled."""

    start: int
    end: int
    kind: Kind | None
