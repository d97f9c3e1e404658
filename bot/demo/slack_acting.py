"""Finds what would act in a payload: mentions that ring, links that open, formatting.
A test can then say "untrusted text never acts" by looking at what was posted. Strict on purpose:
a mention in `text` counts although blocks are shown in its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.demo.slack_findings import Json
from bot.demo.slack_rules import parsed

_TOKEN = re.compile(r"<([^<>\n]+)>")
_BARE_URL = re.compile(r"(?<![\w<])(?:https?://|mailto:|tel:|www\.)[^\s<>|]+", re.IGNORECASE)
_AT_ALL = re.compile(r"(?<![\w&<!])@(?:here|channel|everyone)\b")
_AT_NAME = re.compile(r"(?<![\w&<!.])@[\w.-]+")
_HASH_NAME = re.compile(r"(?<![\w&<])#[a-z0-9_-]+")
_MARKDOWN_LINK = re.compile(r"\[[^\]\n]*\]\([^)\n]+\)")
_STYLED = re.compile(
    r"(?<!\w)([*_~`])(?=\S)[^\n]*?(?<=\S)\1(?!\w)|^(?:>|&gt;).*$|(?<!\w):[a-z0-9_+-]+:(?!\w)",
    re.MULTILINE,
)
_EMOJI = re.compile(r"(?<!\w):[a-z0-9_+-]*[a-z][a-z0-9_+-]*:(?!\w)")
_PINGS = {"user": "user_id", "usergroup": "usergroup_id", "broadcast": "range"}


@dataclass(frozen=True, slots=True)
class Acting:
    """What acts, as written: `pings` ring somebody, `links` open something, the rest is looks."""

    pings: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    formatting: tuple[str, ...] = ()

    def __add__(self, other: Acting) -> Acting:
        return Acting(
            self.pings + other.pings,
            self.links + other.links,
            self.formatting + other.formatting,
        )


_NOTHING = Acting()


def in_markup(text: str, *, auto_links: bool, auto_names: bool, names: bool = False) -> Acting:
    """What acts in mrkdwn: tokens always; bare URLs and names where Slack looks for them.

    `auto_names` reads @here and #channel, `names` (link_names, parse=full) every @name as well.
    """
    pings, links = [], []
    for inner in _TOKEN.findall(text):
        if inner.startswith(("@", "!subteam")) or inner.split("|")[0] in {
            "!here", "!channel", "!everyone", "!group",
        }:  # fmt: skip
            pings.append(f"<{inner}>")
        elif inner.startswith("!date"):
            links += [f"<{inner}>"] if inner.count("^") > 2 else []
        else:
            links.append(f"<{inner}>")
    rest = _TOKEN.sub(" ", text)
    if auto_links:
        links += _BARE_URL.findall(rest)
    if auto_names:
        pings += _AT_ALL.findall(rest)
        links += _HASH_NAME.findall(rest)
    if names:
        pings += [name for name in _AT_NAME.findall(rest) if name not in pings]
        links += [name for name in _HASH_NAME.findall(rest) if name not in links]
    styled = [match.group(0) for match in _STYLED.finditer(rest)]
    return Acting(tuple(pings), tuple(links), tuple(styled))


def in_message(arguments: Json) -> Acting:
    """What acts in the arguments of a post, an update or an answer over response_url."""
    acting = Acting()
    text = arguments.get("text")
    parse = arguments.get("parse")
    named = arguments.get("link_names") in {True, "1", "true"} or parse == "full"
    if isinstance(text, str):
        plain = arguments.get("mrkdwn") in {False, "0", "false"}
        part = in_markup(text, auto_links=parse != "none", auto_names=False, names=named)
        acting += Acting(part.pings, part.links, () if plain else part.formatting)
    markdown = arguments.get("markdown_text")
    if isinstance(markdown, str):
        acting += _in_markdown(markdown)
    return acting + in_blocks(parsed(arguments.get("blocks")))


def in_blocks(value: object) -> Acting:
    """What acts in blocks, a view or any part of them."""
    acting = Acting()
    for node in _objects(value):
        if (part := _in_node(node)) is not _NOTHING:
            acting += part
    return acting


def _objects(value: object) -> Iterator[Json]:
    """Every object in it, in the order in which they are written."""
    todo = [value]
    while todo:
        one = todo.pop()
        if isinstance(one, dict):
            yield one
            todo += reversed([item for item in one.values() if isinstance(item, dict | list)])
        elif isinstance(one, list):
            todo += reversed(one)


def _in_node(node: Json) -> Acting:
    kind, text = node.get("type"), node.get("text")
    written = text if isinstance(text, str) else ""
    match kind:
        case "mrkdwn":
            free = node.get("verbatim") is not True
            return in_markup(written, auto_links=free, auto_names=free)
        case "plain_text":
            emoji = node.get("emoji", True) is not False
            return Acting(formatting=tuple(_EMOJI.findall(written))) if emoji else _NOTHING
        case "markdown":
            return _in_markdown(written)
        case "user" | "usergroup" | "broadcast":
            return Acting(pings=(f"{kind}:{node.get(_PINGS[str(kind)])}",))
        case "channel":
            return Acting(links=(f"channel:{node.get('channel_id')}",))
        case "link" | "button" | "date" | "tag" | "citation" if node.get("url"):
            return Acting(links=(str(node["url"]),))
        case "image" if node.get("image_url"):
            return Acting(links=(str(node["image_url"]),))
    return _NOTHING


def _in_markdown(text: str) -> Acting:
    links = tuple(_MARKDOWN_LINK.findall(text))
    return in_markup(text, auto_links=True, auto_names=True) + Acting(links=links)
