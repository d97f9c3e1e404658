"""The command line as people type it: every command, its options and its help; does nothing."""

from __future__ import annotations

import argparse
from typing import NoReturn

from bot.cli.output import out
from bot.errors import BotError

PROGRAM = "flowxo-bot"


class UsageError(BotError):
    """The command line could not be read; exit code 2."""

    permanent = True


class _Parser(argparse.ArgumentParser):
    """Raises UsageError where argparse would print and exit by itself."""

    def error(self, message: str) -> NoReturn:
        sentence = message[:1].upper() + message[1:].rstrip(".") + "."
        raise UsageError(sentence, f"Type {self.prog} --help to see what there is.")

    def print_help(self, file: object = None) -> None:  # noqa: ARG002 - argparse's signature
        out(self.format_help().rstrip())


def parser() -> argparse.ArgumentParser:
    """The whole command line; `command` in what it reads names the subcommand, or is None."""
    whole = _Parser(
        prog=PROGRAM,
        description="The Flow XO bot for Slack: right, dated answers about your chatbots.",
        epilog=f"Begin with: {PROGRAM} demo",
        formatter_class=lambda prog: argparse.HelpFormatter(prog, max_help_position=18),
        allow_abbrev=False,
    )
    whole.add_argument("--version", action="store_true", help="print the version")
    commands = whole.add_subparsers(
        dest="command", metavar="command", title="commands", parser_class=_Parser
    )
    _add_asking(commands)
    _add_operating(commands)
    _add_digest(commands)
    return whole


def _add_asking(commands: argparse._SubParsersAction[_Parser]) -> None:
    demo = commands.add_parser("demo", help="try the bot here, without Slack and without a key")
    demo.add_argument("--once", action="store_true", help="a scripted tour instead of a prompt")

    ask = commands.add_parser(
        "ask", help="one answer in the terminal", allow_abbrev=False,
        description='One answer in the terminal, with FLOWXO_API_KEY: ask "stats last 7 days"',
    )  # fmt: skip
    ask.add_argument("text", nargs="+", help="the question, in plain words")
    ask.add_argument("--now", metavar="ISO", help="answer as of this moment (ISO 8601)")
    ask.add_argument("--tz", metavar="ZONE", help="the time zone, such as Europe/Berlin")
    form = ask.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="one JSON object")
    form.add_argument("--csv", action="store_true", help="a CSV file on standard output")

    dates = commands.add_parser(
        "dates", help="read date phrases from standard input", allow_abbrev=False,
        description="Phrases on standard input, one a line; dates as JSON lines.",
    )  # fmt: skip
    dates.add_argument("--json", action="store_true", help="the lines are JSON objects")
    dates.add_argument("--now", metavar="ISO", help="the moment they are read at")
    dates.add_argument("--tz", metavar="ZONE", help="the time zone (default: UTC)")
    dates.add_argument("--locale", help="decides 05/06/2026; en-US puts the month first")


def _add_operating(commands: argparse._SubParsersAction[_Parser]) -> None:
    commands.add_parser("run", help="run the bot: everything in one process")
    commands.add_parser("serve", help="the HTTP side alone")
    commands.add_parser("scheduler", help="post digests, and nothing else")
    commands.add_parser(
        "check", help="try settings, database, Slack and Flow XO; say what is wrong"
    )
    manifest = commands.add_parser("manifest", help="print the Slack app's manifest")
    manifest.add_argument(
        "--socket", action="store_true", help="for Socket Mode, without addresses"
    )
    keys = commands.add_parser("keys", help="make an encryption key, or change to the first one")
    keys.add_argument("action", choices=("new", "rotate"))
    audit = commands.add_parser("audit", help="who changed what in Slack", allow_abbrev=False)
    audit.add_argument("--team", metavar="TEAM", help="of one workspace, by its id (T…)")
    audit.add_argument("--csv", action="store_true", help="a CSV file on standard output")
    workspace = commands.add_parser(
        "workspace", help="export or erase all that is stored of a workspace", allow_abbrev=False
    )
    workspace.add_argument("action", choices=("export", "erase"))
    workspace.add_argument("team", metavar="TEAM", help="the workspace's id (T…)")
    workspace.add_argument("--yes", action="store_true", help="erase without asking")
    db = commands.add_parser(
        "db", help="upgrade or check the database; say that it was restored from a backup"
    )
    db.add_argument("action", choices=("upgrade", "check", "restored"))


def _add_digest(commands: argparse._SubParsersAction[_Parser]) -> None:
    digest = commands.add_parser("digest", help="list digests, tell what is due, post one now")
    actions = digest.add_subparsers(
        dest="action", metavar="action", title="actions", parser_class=_Parser, required=True
    )
    listed = actions.add_parser("list", help="every digest: where, when, and its state")
    due = actions.add_parser("due", help="what is due soon, what is open, and what failed lately")
    due.add_argument(
        "--hours", metavar="N", default="24", help="how far ahead, 1 to 744 (default: 24)"
    )
    run = actions.add_parser("run", help="post one now, whatever its schedule")
    run.add_argument("number", nargs="?", help="its number: 7, or '#7' in quotes")
    for each, which in ((listed, "of one"), (due, "of one"), (run, "whose it is: the")):
        each.add_argument("--team", metavar="TEAM", help=f"{which} workspace, by its id (T…)")
        each.add_argument("--json", action="store_true", help="one JSON object")
