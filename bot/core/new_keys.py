"""An API key as it was pasted becomes the key alone; what cannot be one is refused.

Must never repeat what it was given: a sentence about a key holds nothing of it.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from bot.core.phrases.new_names import holds_a_key
from bot.core.sentences import say
from bot.errors import BotError

LONGEST = 4_000
_SHORTEST_PART = 8  # signs of a key from which on a name can hold it by no accident
_BEFORE = re.compile(r"(?:authorization\s*:|bearer\b\s*:?)", re.IGNORECASE)
_QUOTES = " \"'`“”„‘’‚«»‹›"  # as keyboards and programs put them around what is copied
# Blanks of every kind, and what takes no room at all.
_BLANKS = re.compile(r"[\s\u00ad\u200b-\u200f\u2060-\u2064\ufeff]+")


@dataclass(frozen=True, slots=True)
class Pasted:
    """A key, and whether something was left out around it."""

    key: str
    cleaned: bool


def read(text: str) -> Pasted:
    """The key that `text` holds; BotError where none can be in it."""
    key = _alone(text)
    if not key:
        raise BotError(say("key.empty"))
    if len(key) > LONGEST:
        raise BotError(say("key.too_long"))
    if key.lower().startswith(("xox", "xapp-")):
        raise BotError(say("key.of_slack"))
    if not (key.isascii() and key.isprintable()):
        raise BotError(say("upstream.unusable_key"), say("upstream.unusable_key.hint"))
    return Pasted(key, cleaned=key != text)


def gives_away(name: str, typed: str) -> bool:
    """Whether a name may hold a key, or is or holds the one that was typed beside it."""
    return holds_a_key(name) or repeats(name, typed)


def repeats(name: str, typed: str) -> bool:
    """Whether a name is the key that was typed, or holds it."""
    key, held = _signs(_alone(typed)), _signs(name)
    return bool(key) and (key == held or (len(key) >= _SHORTEST_PART and key in held))


def _signs(text: str) -> str:
    """Letters and digits alone: blanks, marks and case hide no key."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text).casefold()))


def _alone(text: str) -> str:
    bare = _bare(_BLANKS.sub(" ", text))
    while before := _BEFORE.match(bare):
        bare = _bare(bare[before.end() :])
    return bare.replace(" ", "")


def _bare(text: str) -> str:
    return text.strip(_QUOTES)
