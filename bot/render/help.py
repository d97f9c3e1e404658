"""Help: the short one with buttons that run its examples, all commands, and a few topics.

Lists what there is, from the SUBCOMMANDS and METRICS tables; every example in it can be
pasted.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.core.metrics import METRICS
from bot.core.sentences import joined, phrase, say, told
from bot.core.subcommands import SUBCOMMANDS, TOPICS, Subcommand
from bot.render.actions import run_buttons
from bot.render.blocks import Block, Piece, rich_lines
from bot.render.plan import MessagePlan, Shown
from bot.render.toptext import Section, top_text
from bot.render.typed import typed
from bot.render.untrusted import clean, cut

EXAMPLES = (
    "stats last week",
    "top flows yesterday",
    "how many new users since monday?",
    "chart triggers last 30 days by day",
)
_BUTTONS = ("stats last 7 days", "top flows last 7 days")
_TOPICS = {word: topic for topic, words in TOPICS.items() for word in (topic, *words)}
# What is done with a digest, in the words of its action.
_DONE = ("pause", "resume", "test", "run", "move", "copy", "history", "delete")
_FIVE_REASONS = ("zone", "running", "active", "folded", "hidden")


def help_message(topic: str | None, shown: Shown) -> MessagePlan:
    """The help on `topic`; the short help for None, and for a topic that there is none on."""
    lines = help_lines(topic, shown)
    buttons = help_buttons(topic, shown.language)
    blocks: tuple[Block, ...] = (rich_lines(lines), *([buttons] if buttons else []))
    words = [
        "".join(piece if isinstance(piece, str) else piece[0] for piece in line) for line in lines
    ]
    section = Section("", tuple(words[1:]), (), "csv")
    return MessagePlan(top_text(words[0], [], [section], []), blocks, blocks)


def _told(line: list[Piece], language: str) -> list[Piece]:
    """A line in the reader's language; plain neighbours are one piece."""
    pieces: list[Piece] = []
    for piece in line:
        if not isinstance(piece, str):
            pieces.append((told(piece[0], language), piece[1]))
            continue
        text = told(piece, language)
        before = pieces[-1] if pieces else None
        if isinstance(before, str):
            pieces[-1] = before + text
        else:
            pieces.append(text)
    return pieces


def help_lines(topic: str | None, shown: Shown) -> list[list[Piece]]:
    """The help in lines, in its reader's language; what can be typed is set apart as code."""
    return [_told(line, shown.language) for line in _lines(topic, shown)]


def _lines(topic: str | None, shown: Shown) -> list[list[Piece]]:
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
            whole = told(say(f"help.{topic}", mention=shown.mention), shown.language)
            return [[line] for line in whole.split("\n")]
    if asked in list(Subcommand):
        return _subcommand(Subcommand(asked), shown)
    short = _short(shown)
    if asked:
        return [[say("help.no_topic", topic=cut(asked, 40))], *short]
    return short


def help_buttons(topic: str | None, language: str = "en") -> Block | None:
    """Buttons that run the examples; on the short help also the way to all commands."""
    asked = clean(topic or "").casefold()
    texts = [told(phrase(text), language) for text in _BUTTONS]
    labels = [told(say(key), language) for key in ("help.last_7_days", "help.top_flows")]
    if _TOPICS.get(asked) == "commands":
        return run_buttons(texts, labels)
    about = told(say("help.all_commands"), language)
    return run_buttons(texts, labels, topic="commands", about=about)


def _typed(shown: Shown, text: str) -> Piece:
    return (typed(shown.command, told(phrase(text), shown.language)), "code")


def _short(shown: Shown) -> list[list[Piece]]:
    # In a thread it was mentioned already, and in direct messages it need not be.
    here = shown.public or shown.direct
    first = [say("help.first"), *([] if here else [say("help.private")])]
    where = [say("help.zone", zone=shown.zone)] if shown.zone else []
    where += [] if here else [say("help.thread", mention=shown.mention)]
    lines: list[list[Piece]] = [[joined(first, "both")]]
    lines += [[_typed(shown, example)] for example in EXAMPLES]
    lines.append([say("help.dates")])
    return [*lines, [joined(where, "both")]] if where else lines


def _commands(shown: Shown) -> list[list[Piece]]:
    """What there is, each with an example: whatever begins with the command can be pasted."""
    lines: list[list[Piece]] = [[say("help.commands")]]
    for subcommand, row in SUBCOMMANDS.items():
        lines.append([(_usage(subcommand), "bold"), ": ", phrase(row.summary)])
        lines.append([_typed(shown, row.examples[0])])
    return [*lines, [say("help.modifiers")], [say("help.topics")]]


def _usage(subcommand: Subcommand) -> str:
    row = SUBCOMMANDS[subcommand]
    lead = phrase(subcommand.value)
    if not row.arguments:
        return lead
    return phrase("{lead} {words}", lead=lead, words=phrase(row.arguments))


def _subcommand(subcommand: Subcommand, shown: Shown) -> list[list[Piece]]:
    row = SUBCOMMANDS[subcommand]
    lines: list[list[Piece]] = [[(_usage(subcommand), "bold"), ": ", phrase(row.summary)]]
    lines += [[_typed(shown, example)] for example in row.examples]
    if subcommand is Subcommand.DIGEST:
        lines += _digests(shown)
    if row.aliases and shown.language == "en":
        lines.append([say("help.aliases", names=", ".join(row.aliases))])
    return lines


def _digests(shown: Shown) -> list[list[Piece]]:
    """What else can be said of digests, and what is done with one."""
    done: list[Piece] = [
        (f"{told(phrase(f'digest {one}'), shown.language)} #7", "code") for one in _DONE
    ]
    return [[say("help.digest.said")], [say("help.digest.done"), " ", *_joined(done)]]


def _counts() -> list[list[Piece]]:
    lines: list[list[Piece]] = [[say("help.counts")]]
    for row in METRICS.values():
        lines.append([(phrase(row.label), "bold"), ": ", phrase(row.meaning)])
    return [*lines, [say("help.not_counted")]]


def _dashboard(shown: Shown) -> list[list[Piece]]:
    zone = shown.zone or say("help.your_zone")
    lines: list[list[Piece]] = [[say("help.dashboard")]]
    for key in _FIVE_REASONS:
        why = say(f"help.dashboard.{key}.why", zone=zone)
        lines.append([(say(f"help.dashboard.{key}"), "bold"), why])
    return lines


def _dates(shown: Shown) -> list[list[Piece]]:
    language = shown.language
    rows = [told(say(f"help.dates.{number}"), language).split("|") for number in range(1, 7)]
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
