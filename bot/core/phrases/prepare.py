"""Before a text is read: its length, secrets, Slack's forms and quoted names; no meaning yet."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from contextlib import suppress

from bot.core.phrases.naming import is_led
from bot.core.phrases.tokens import QUOTED, Split, clean, split, unescape, unify
from bot.core.sentences import phrase, say
from bot.errors import KeyTypedError, ParseError

LONGEST = 1000
MOST_WORDS = 60
# Two periods by their ends and the moment of asking: as many as a button's text can have.
_MOST_MOMENTS = 5
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d")
_PARTS_OF_MOMENT = 10  # beside the first
_TOKEN_CHARACTERS = re.compile(r"[A-Za-z0-9_\-.+/=]{40,}")
_KEY_START = re.compile(r"eyJ[A-Za-z0-9_\-]{5}|xox[a-z]?[-.]|\bxapp-|\bxoxe", re.IGNORECASE)
_FORMATTING = str.maketrans(dict.fromkeys("<>|*~`\"'\\"))
_SLACK_FORM = re.compile(r"<([@#!]?)([^<>|]{1,300})(?:\|([^<>]{0,300}))?>")
_LINK = re.compile(r"<((?:https?://|mailto:)[^<>|]{1,300})(?:\|([^<>]{0,300}))?>")
IN_QUOTES = re.compile(r"\"[^\"]*\"|[“„][^“”]*[“”]|«[^»]*»|(?<!\w)['‘][^'’]*['’](?!\w)")
_FLOW_WORD = re.compile(r"\b(?:flows?|flujos?|fluxos?|flux|abläufe|ablauf)\b", re.IGNORECASE)
_OPENING = {'"': '"', "“": '”“"', "„": '“”"', "«": "»", "‟": '”"', "″": "″", "＂": "＂"}


def looks_like_a_key(text: str) -> bool:
    """Whether something in the text looks like an API key or a Slack token."""
    if _has_key(text):
        return True
    if _is_long(text):
        return False  # Nothing of it is shown.
    plain = text if text.isascii() else _plain(text)
    bare = unescape(plain).translate(_FORMATTING)
    return (plain != text and _has_key(plain)) or (bare != plain and _has_key(bare))


def _plain(text: str) -> str:
    """`text` with one form of each character, and none that is not seen by itself."""
    text = unify(unicodedata.normalize("NFKC", unify(text)))
    unseen = (c for c in set(text) if unicodedata.category(c) in ("Cf", "Cc", "Mn", "Me"))
    return text.translate(dict.fromkeys(map(ord, unseen)))


def _has_key(text: str) -> bool:
    if len(text) < 6:
        return False
    if _KEY_START.search(text):
        return True
    if len(text) < 40:
        return False
    return any(_letters_and_digits(found[0]) for found in _TOKEN_CHARACTERS.finditer(text))


def _letters_and_digits(word: str) -> bool:
    return any(c.isdigit() for c in word) and any(c.isalpha() for c in word)


def prepare(
    text: str, is_account: Callable[[str], bool] | None = None
) -> tuple[str, tuple[str, ...]]:
    """The cleaned text, quoted names replaced by one mark each, and those names.

    They are those of flows, and behind "for" those that `is_account` knows. ParseError for a text
    that must not or cannot be read at all.
    """
    if len(text) < 40 and _SPECIAL.search(text) is None:
        return text, ()
    if looks_like_a_key(text):
        raise KeyTypedError(say("secret"), say("secret_hint"))
    _must_be_short(text)
    text = text.replace(QUOTED, "\ufffd")
    names: tuple[str, ...] = ()
    if _FLOW_WORD.search(text):
        # Names first: in them a mark of Slack's is part of the name, a link what it is called.
        text, names = _take_names(text)
        names = tuple(map(as_read, names))
    else:
        # An account may be called as its domain is, which Slack makes a link of.
        text = _LINK.sub(_called, text)
        if is_account is not None:
            text, names = _take_accounts(text, is_account)
    form = _SLACK_FORM.search(text)
    # Between quotes it is part of a name, which may well have such marks.
    if form and not form[1]:
        form = _SLACK_FORM.search(IN_QUOTES.sub(" ", text))
    if form:
        raise _form_error(form)
    return clean(unescape(text)), names


def as_read(name: str) -> str:
    """A name as one reads it in Slack: links by what they are called, escapes undone."""
    return unescape(_LINK.sub(_called, name))


def _is_long(text: str) -> bool:
    """Whether the text is too long to be read, also once its characters are in one form."""
    if len(text) > LONGEST or text.isascii():
        return len(text) > LONGEST
    return len(unicodedata.normalize("NFKC", text)) > LONGEST


def _must_be_short(text: str) -> None:
    if _is_long(text):
        raise ParseError(say("too_long", limit=LONGEST), say("try_short"), _EXAMPLES)


def cut_in_words(text: str) -> Split:
    """A prepared text in words; ParseError for more than anyone asks in."""
    cut = split(text)
    if len(cut.words) > MOST_WORDS and _counted(cut) > MOST_WORDS:
        raise ParseError(say("too_many_words", limit=MOST_WORDS), say("try_short"), _EXAMPLES)
    return cut


def _counted(cut: Split) -> int:
    """How many words there are, a moment as the canonical words have it being one."""
    return len(cut.words) - _PARTS_OF_MOMENT * min(len(_MOMENT.findall(cut.text)), _MOST_MOMENTS)


def _called(link: re.Match[str]) -> str:
    return link[2] or link[1]


# What needs a closer look in a short text: marks, control characters, the starts of keys; letters
# of Western Europe in one piece do not.
_SPECIAL = re.compile(r"[^ !#-%(-;=?-~À-ÖØ-öø-ÿ]|eyj|xo|xapp", re.IGNORECASE)
_EXAMPLES = (phrase("stats last 7 days"),)


def _form_error(form: re.Match[str]) -> ParseError:
    kind, target, label = form.groups()
    shown = (label or target).strip()[:60]
    if kind == "@":
        return ParseError(say("names_a_person"), say("names_a_person_hint"), _EXAMPLES, (shown,))
    if kind == "#":
        return ParseError(
            say("names_a_channel", words=shown), say("names_a_channel_hint"), _EXAMPLES, (shown,)
        )
    return ParseError(
        say("unknown_words", words=say("quoted_words", words=shown)), "", _EXAMPLES, (shown,)
    )


def _take_names(text: str) -> tuple[str, tuple[str, ...]]:
    """The text with each quoted name replaced by a mark; a quote left open is an error."""
    names: list[str] = []
    parts: list[str] = []
    i = 0
    while i < len(text):
        closing = _OPENING.get(text[i])
        if closing is None and text[i] in "'‘" and (i == 0 or text[i - 1] == " "):
            closing = "'’"
            if not any(c in text[i + 1 :] for c in closing):
                closing = None
        if closing is None:
            parts.append(text[i])
            i += 1
            continue
        name, i = _quoted(text, i + 1, closing)
        names.append(name)
        parts.append(f" {QUOTED} ")
    return "".join(parts), tuple(names)


def _take_accounts(text: str, is_account: Callable[[str], bool]) -> tuple[str, tuple[str, ...]]:
    """The text with each account's name in quotes behind "for" replaced by a mark."""
    names: list[str] = []
    parts: list[str] = []
    i = 0
    while i < len(text):
        closing = _OPENING.get(text[i], "'’" if text[i] in "'‘" else None)
        if closing is not None and is_led(text[:i]):
            with suppress(ParseError):
                name, end = _quoted(text, i + 1, closing)
                if is_account(as_read(name)):
                    names.append(as_read(name))
                    parts.append(f" {QUOTED} ")
                    i = end
                    continue
        parts.append(text[i])
        i += 1
    return "".join(parts), tuple(names)


def _quoted(text: str, i: int, closing: str) -> tuple[str, int]:
    """The name up to its closing quote (doubled: the quote itself), and the index after."""
    start = i
    pieces: list[str] = []
    while i < len(text):
        if text[i] in closing:
            if text[i] == '"' and text[i + 1 : i + 2] == '"':
                pieces.append(text[start : i + 1])
                i += 2
                start = i
                continue
            name = "".join([*pieces, text[start:i]])
            if not name.strip():
                raise ParseError(say("empty_name"), say("flow_hint"), words=('""',))
            return name, i + 1
        i += 1
    shown = text[start - 1 : start + 30]
    raise ParseError(say("open_quote", words=shown), say("flow_hint"), words=(shown,))
