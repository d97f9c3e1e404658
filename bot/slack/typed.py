"""What somebody typed, freed of Slack's markup.

Reads no dates and no commands: that is the parser's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.core.phrases.digests.words import DIGEST_WORDS
from bot.core.phrases.tokens import words_of

# A token of Slack's; what else stands between angle brackets was typed so.
_TOKEN = re.compile(r"<((?:[@#!]|[a-z][a-z0-9+.-]*:)[^<>|\n]*)(?:\|([^<>\n]*))?>", re.IGNORECASE)
_MENTION = re.compile(r"<@[^<>\n]*>")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_JOINT = re.compile(r"^[,:;](?:\s+|$)")
# Longer than any command, and still read fast; the parser says that it is too long.
_LONGEST = 12_000


@dataclass(frozen=True, slots=True)
class Said:
    """A message without its mentions of the bot; `begins` says that it began with one."""

    text: str
    begins: bool


def plain(text: str) -> str:
    """The words that Slack's markup stands for, its three entities read last.

    Where digests are spoken of, channels and people stay as Slack writes them: by their ids.
    """
    text = _SURROGATE.sub("\ufffd", text[:_LONGEST])
    by_id = "<" in text and not DIGEST_WORDS.isdisjoint(words_of(text))
    text = _TOKEN.sub(_kept if by_id else _shown, text)
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def unaddressed(text: str) -> str:
    """The words of a message without whoever it mentions: what tells its language."""
    return plain(_MENTION.sub(" ", text[:_LONGEST]))


def said(text: str, bot_user_id: str) -> Said:
    """The message `text` with every mention of the bot taken out."""
    mention = re.compile(rf"<@{re.escape(bot_user_id)}(?:\|[^<>\n]*)?>")
    begins = mention.match(text.lstrip()) is not None
    rest = mention.sub(" ", text[:_LONGEST])
    return Said(_trim(plain(" ".join(rest.split()))), begins)


def _kept(token: re.Match[str]) -> str:
    return token[0] if token[1][0] in "@#" else _shown(token)


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
