"""What a renderer is told of its reader (Shown) and what it hands back (MessagePlan); no logic."""

from __future__ import annotations

from dataclasses import dataclass

from bot.render.blocks import Block
from bot.render.numbers import DEFAULT_LOCALE


@dataclass(frozen=True, slots=True)
class Shown:
    """How and to whom an answer is shown.

    `threaded`: posted where a reply in the thread refines it. `direct`: a direct message with the
    bot, where there is nobody to share with. `words` are the words typed, for Ask Again for Now.
    `asker` is the user id that a Remove button carries; without it there is no such button.
    `alternatives` are canonical texts of other readings of the words (`Reading.alternatives`).
    `language` is the one to tell errors and help in; answers are English. `zone` is the name of
    the zone that days begin in, for the help; None when not known. `seen` says in short which
    accounts an answer for all of them is about; a button that shares it carries that. To an
    `outsider` nothing is sent directly, so that no such thing is offered.
    """

    command: str = "/flowxo"
    mention: str = "@flowxo"
    locale: str = DEFAULT_LOCALE
    public: bool = False
    threaded: bool = False
    direct: bool = False
    words: str | None = None
    asker: str | None = None
    alternatives: tuple[str, ...] = ()
    zone: str | None = None
    language: str = "en"
    seen: str = ""
    outsider: bool = False


@dataclass(frozen=True, slots=True)
class MessagePlan:
    """One message in three forms, each telling the whole story.

    `text` is the top-level text, escaped, at most 3,000 characters; post it with `mrkdwn` false
    and `parse` none. `blocks` have native charts and tables, `rich` the same without them; the
    last resort is `text` alone.
    """

    text: str
    blocks: tuple[Block, ...]
    rich: tuple[Block, ...]
