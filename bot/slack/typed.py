"""What somebody typed, freed of Slack's markup, and what is only a courtesy.

Reads no dates and no commands: that is the parser's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

# A token of Slack's; what else stands between angle brackets was typed so.
_TOKEN = re.compile(r"<((?:[@#!]|[a-z][a-z0-9+.-]*:)[^<>|\n]*)(?:\|([^<>\n]*))?>", re.IGNORECASE)
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_SHORTCODE = re.compile(r":[a-z0-9_+-]+:")
_JOINT = re.compile(r"^[,:;](?:\s+|$)")
_NO_LETTER = re.compile(r"[^\w\s]|_")
# Longer than any command, and still read fast; the parser says that it is too long.
_LONGEST = 12_000


class Courtesy(StrEnum):
    """What is said to be polite."""

    GREETING = "greeting"
    THANKS = "thanks"


_GREETINGS = frozenset(
    {
        "hi", "hello", "hey", "hiya", "hi there", "hello there", "hey there", "morning",
        "good morning", "good afternoon", "good evening", "hola", "buenos días", "buenos dias",
        "hallo", "guten morgen", "guten tag", "moin", "servus", "salut", "bonjour", "bonsoir",
        "olá", "ola", "oi", "bom dia",
    }
)  # fmt: skip
_THANKS = frozenset(
    {
        "thanks", "thank you", "thank you very much", "thank you so much", "many thanks",
        "thanks a lot", "thanks so much", "thx", "ty", "tysm", "cheers", "ta", "ok", "okay", "k",
        "kk", "ok thanks", "okay thanks", "ok thank you", "great", "great thanks", "perfect",
        "perfect thanks", "nice", "cool", "cool thanks", "awesome", "got it", "gotcha", "good",
        "good bot", "well done", "lol", "never mind", "nevermind", "gracias", "muchas gracias",
        "danke", "danke schön", "vielen dank", "merci", "merci beaucoup", "obrigado", "obrigada",
        "vale", "bien",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Said:
    """A message without its mentions of the bot; `begins` says that it began with one."""

    text: str
    begins: bool


def plain(text: str) -> str:
    """The words that Slack's markup stands for, its three entities read last."""
    text = _SURROGATE.sub("\ufffd", text[:_LONGEST])
    text = _TOKEN.sub(_shown, text)
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def said(text: str, bot_user_id: str) -> Said:
    """The message `text` with every mention of the bot taken out."""
    mention = re.compile(rf"<@{re.escape(bot_user_id)}(?:\|[^<>\n]*)?>")
    begins = mention.match(text.lstrip()) is not None
    rest = mention.sub(" ", text[:_LONGEST])
    return Said(_trim(plain(" ".join(rest.split()))), begins)


def courtesy(text: str) -> Courtesy | None:
    """The courtesy that the whole text is, or None; a lone emoji counts as thanks."""
    words = " ".join(_NO_LETTER.sub(" ", _SHORTCODE.sub(" ", text)).casefold().split())
    if not words:
        return Courtesy.THANKS if text.strip(" .,;:!?-–—…") else None
    if words in _GREETINGS:
        return Courtesy.GREETING
    return Courtesy.THANKS if words in _THANKS else None


def _shown(token: re.Match[str]) -> str:
    target, label = token.group(1), token.group(2)
    match target[0]:
        case "@" | "#":
            sign = target[0]
            return label if label and label.startswith(sign) else sign + (label or target[1:])
        case "!":
            name = target[1:].partition("^")[0]
            return label or f"@{name}"
    return label or target


def _trim(text: str) -> str:
    """Without what joins a mention to its sentence ("@flowxo, stats"), or marks it as code."""
    text = _JOINT.sub("", text.strip())
    if len(text) > 1 and text[0] == text[-1] == "`":
        text = text.strip("`").strip()
    return text
