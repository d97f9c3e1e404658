"""Help: the short one with buttons that run its examples, all commands, and a few topics.

Lists only what works today, from the SUBCOMMANDS and METRICS tables; every example in it can be
pasted.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.core.metrics import METRICS
from bot.core.sentences import say
from bot.core.subcommands import SUBCOMMANDS, TOPICS, Subcommand
from bot.render.actions import run_buttons
from bot.render.blocks import Block, Piece, rich_lines
from bot.render.plan import MessagePlan, Shown
from bot.render.toptext import Section, top_text
from bot.render.typed import typed
from bot.render.untrusted import clean, cut

WORKING = tuple(row.subcommand for row in SUBCOMMANDS.values() if row.works)
EXAMPLES = (
    "stats last week",
    "top flows yesterday",
    "how many new users since monday?",
    "chart triggers last 30 days by day",
)
_BUTTONS = ("stats last 7 days", "top flows last 7 days", "help commands")
_TOPICS = {word: topic for topic, words in TOPICS.items() for word in (topic, *words)}
LATER = "later"  # the topic of what a later version brings
_FIVE_REASONS = ("zone", "running", "active", "chatbots", "triggers")


def help_message(topic: str | None, shown: Shown) -> MessagePlan:
    """The help on `topic`; the short help for None, and for a topic that there is none on."""
    lines = help_lines(topic, shown)
    buttons = help_buttons(topic)
    blocks: tuple[Block, ...] = (rich_lines(lines), *([buttons] if buttons else []))
    words = [
        "".join(piece if isinstance(piece, str) else piece[0] for piece in line) for line in lines
    ]
    section = Section("", tuple(words[1:]), (), "csv")
    return MessagePlan(top_text(words[0], [], [section], []), blocks, blocks)


def help_lines(topic: str | None, shown: Shown) -> list[list[Piece]]:
    """The help in lines; what can be typed is set apart as code."""
    asked = clean(topic or "").casefold()
    match _TOPICS.get(asked):
        case "commands":
            return _commands(shown)
        case "counts":
            return _counts()
        case "dashboard":
            return _dashboard(shown)
        case "dates":
            return _dates(shown)
        case "comparing" | "sharing" | "threads" as topic:
            return [[line] for line in say(f"help.{topic}", mention=shown.mention).split("\n")]
    if asked in list(WORKING):
        return _subcommand(Subcommand(asked), shown)
    short = _short(shown)
    if asked == LATER:
        return [[say("help.later")], *short]
    if asked:
        return [[say("help.no_topic", topic=cut(asked, 40))], *short]
    return short


def help_buttons(topic: str | None) -> Block | None:
    """Buttons that run the examples; on the short help also the way to all commands."""
    asked = clean(topic or "").casefold()
    if _TOPICS.get(asked) == "commands":
        return run_buttons(_BUTTONS[:2], [say("help.last_7_days"), say("help.top_flows")])
    labels = [say("help.last_7_days"), say("help.top_flows")]
    return run_buttons(_BUTTONS[:2], labels, topic="commands", about=say("help.all_commands"))


def _typed(shown: Shown, text: str) -> Piece:
    return (typed(shown.command, text), "code")


def _short(shown: Shown) -> list[list[Piece]]:
    first = say("help.first") + ("" if shown.public or shown.direct else f" {say('help.private')}")
    where = _where(shown)
    return [
        [first],
        *([_typed(shown, example)] for example in EXAMPLES),
        [say("help.dates")],
        *_lines(where),
    ]


def _lines(text: str) -> list[list[Piece]]:
    return [[text]] if text else []


def _where(shown: Shown) -> str:
    zone = f"{say('help.zone', zone=shown.zone)} " if shown.zone else ""
    # In a thread it was mentioned already, and in direct messages it need not be.
    here = shown.public or shown.direct
    return zone if here else zone + say("help.thread", mention=shown.mention)


def _commands(shown: Shown) -> list[list[Piece]]:
    """What there is, each with an example: whatever begins with the command can be pasted."""
    lines: list[list[Piece]] = [[say("help.commands")]]
    for subcommand in WORKING:
        row = SUBCOMMANDS[subcommand]
        lines.append([(_usage(subcommand), "bold"), f": {row.summary}"])
        lines.append([_typed(shown, row.examples[0])])
    return [*lines, [say("help.modifiers")], [say("help.topics")]]


def _usage(subcommand: Subcommand) -> str:
    row = SUBCOMMANDS[subcommand]
    return f"{subcommand.value} {row.arguments}".strip()


def _subcommand(subcommand: Subcommand, shown: Shown) -> list[list[Piece]]:
    row = SUBCOMMANDS[subcommand]
    lines: list[list[Piece]] = [[(_usage(subcommand), "bold"), f": {row.summary}"]]
    lines += [[_typed(shown, example)] for example in row.examples]
    if row.aliases:
        lines.append([say("help.aliases", names=", ".join(row.aliases))])
    return lines


def _counts() -> list[list[Piece]]:
    lines: list[list[Piece]] = [[say("help.counts")]]
    lines += [[(row.label, "bold"), f": {row.meaning}"] for row in METRICS.values()]
    return [*lines, [say("help.not_counted")]]


def _dashboard(shown: Shown) -> list[list[Piece]]:
    zone = shown.zone or say("help.your_zone")
    lines: list[list[Piece]] = [[say("help.dashboard")]]
    for key in _FIVE_REASONS:
        why = say(f"help.dashboard.{key}.why", zone=zone)
        lines.append([(say(f"help.dashboard.{key}"), "bold"), why])
    return lines


def _dates(shown: Shown) -> list[list[Piece]]:
    rows = [say(f"help.dates.{number}").split("|") for number in range(1, 7)]
    examples: list[list[Piece]] = [
        [f"{name}: ", *_joined([(phrase, "code") for phrase in phrases.split(", ")])]
        for name, phrases in rows
    ]
    return [[say("help.dates.first")], [_typed(shown, "stats last week")], *examples]


def _joined(pieces: Sequence[Piece]) -> list[Piece]:
    joined: list[Piece] = []
    for piece in pieces:
        joined += [", ", piece] if joined else [piece]
    return joined
