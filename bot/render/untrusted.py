"""How text that strangers wrote is made harmless: cleaned, cut at a grapheme, defanged.

Only `blocks.py` and the plain-text writers call this; nothing here knows a block or a sentence.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable

import regex

# No name or message is read further than this: the rest could never be shown.
_READ_AT_MOST = 20_000
_STRIDE = 64  # graphemes between two looks at whether a text is long enough already

_SURROGATES = regex.compile(r"[\ud800-\udfff]")
# Line breaks, tabs and every other blank become a space; so does the braille blank.
_BREAKS = regex.compile(r"[\t\n\v\f\r\x1c-\x1f\x85\u2028\u2029\u2800]+")
# Controls, private and unassigned code points, and invisible format characters: bidirectional
# overrides and isolates, zero-width spaces, joiners of words, tags, soft hyphens, fillers.
# The two joiners that scripts and emoji need stay (alone), and so do the visible format signs.
_INVISIBLE = regex.compile(
    r"[\p{Cc}\p{Cn}\p{Co}\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0]"
    r"|(?![\u200c\u200d\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd])\p{Cf}"
)
_JOINERS = regex.compile(
    r"(?<![^\s])[\u200c\u200d]+|[\u200c\u200d]+(?![^\s])|([\u200c\u200d])[\u200c\u200d]+"
)
_SELECTORS = regex.compile(
    r"([\ufe00-\ufe0f\U000e0100-\U000e01ef])[\ufe00-\ufe0f\U000e0100-\U000e01ef]+"
)
# Scripts stack two or three marks on a letter; more is a tower that covers its neighbours.
_TOWERS = regex.compile(r"(\p{M}{4})\p{M}+")
# What a text that Python calls printable may still hold of all these.
_ODD = regex.compile(r"[\p{M}\u2800\u115f\u1160\u3164\uffa0]")
_SPACES = regex.compile(r"\s{2,}")
_GRAPHEME = regex.compile(r"\X")


def size(text: str) -> int:
    """Its length in UTF-16 units: never less than Python's own count."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def clean(text: str) -> str:
    """One line without control characters, bidirectional overrides or floods of the invisible.

    May be empty. Cleaning twice changes nothing.
    """
    text = text[:_READ_AT_MOST]
    if text.isprintable() and (text.isascii() or not _ODD.search(text)):
        return _SPACES.sub(" ", text).strip() if "  " in text else text.strip()
    text = _SURROGATES.sub("\ufffd", text)
    text = _INVISIBLE.sub("", _BREAKS.sub(" ", text))
    text = _JOINERS.sub(r"\1", text)
    text = _SELECTORS.sub(r"\1", text)
    text = _TOWERS.sub(r"\1", text)
    return _SPACES.sub(" ", text).strip()


def cut(text: str, limit: int, measure: Callable[[str], int] = size) -> str:
    """At most `limit` long by `measure`, ended with "…" at a grapheme boundary when shortened.

    By `measure`, what is longer must never be less.
    """
    if measure(text) <= limit:
        return text

    def length(end: int) -> int:
        return measure(text[:end].rstrip() + "…")

    ends = [0]
    for found in _GRAPHEME.finditer(text):
        ends.append(found.end())
        if len(ends) % _STRIDE == 0 and length(ends[-1]) > limit:
            break
    fit = bisect_right(ends, limit, key=length)
    return text[: ends[max(fit - 1, 0)]].rstrip() + "…"


# Where a message has only its `text`, formatting cannot always be switched off. Zero-width
# characters do not reliably stop Slack's formatter, so the signs themselves are exchanged for
# look-alikes wherever they could act; between two ASCII letters or digits they never do.
_FORMATS = str.maketrans({"*": "∗", "_": "ˍ", "~": "∼", "`": "ˋ"})
_FORMAT_SIGNS = regex.compile(r"(?<![A-Za-z0-9])[*_~]|[*_~](?![A-Za-z0-9])|`")
# A time of day before a colon (16:00: 103) is no emoji's name.
_EMOJI = regex.compile(r"(?!(?<=\d):\d\d:):(?=[\w'+-]+:)")
_SCHEME = regex.compile(r"(?<=\w:)//(?=\S)")
_MAIL = regex.compile(r"(?<=\b(?:mailto|tel):)(?=\S)", regex.IGNORECASE)
_DOMAIN_DOT = regex.compile(r"(?<=[^\W_])\.(?=[^\W\d_]{2})|(?<=\bwww)\.(?=\S)", regex.IGNORECASE)
_SHOUT = regex.compile(r"@(?=(?:here|channel|everyone|group)\b)", regex.IGNORECASE)
_QUOTE = regex.compile(r"^[\s>]*>")


def defang(text: str) -> str:
    """A clean line in which no address, emoji, quote, call to all or format can act."""
    if ":" in text:
        text = _MAIL.sub(" ", _SCHEME.sub("// ", text))
    if "." in text:
        text = _DOMAIN_DOT.sub(". ", text)
    if ":" in text:
        text = _EMOJI.sub("∶", text)
    if "@" in text:
        text = _SHOUT.sub("＠", text)
    if ">" in text:
        text = _QUOTE.sub("›", text)
    return _FORMAT_SIGNS.sub(lambda found: found.group().translate(_FORMATS), text)


def escape(text: str) -> str:
    """Slack's three control characters, and only these, as entities."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
