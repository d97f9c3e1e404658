"""What a renderer is told of its reader (Shown) or of a digest's post (Posting), and what it hands
back (MessagePlan); no logic.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

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
class Posting:
    """What a digest's message says of itself, beside its figures.

    `number` is its subscription's, None while that is not saved. `owner` is what a person is
    called, as plain text, "" where nobody knows. `next_run_at` is None where none will come.
    `late`: it is posted long after `due_at`. `bare`: without buttons, for a channel where some may
    read but not ask. `named`: with the account's name, since there are several. `mention` is how
    the bot is called in its thread, "" where that is not needed. `trial`: one person tries it out.
    """

    number: int | None
    due_at: datetime
    owner: str
    next_run_at: datetime | None
    late: bool = False
    bare: bool = False
    named: bool = True
    command: str = "/flowxo"
    mention: str = "@flowxo"
    trial: bool = False


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
