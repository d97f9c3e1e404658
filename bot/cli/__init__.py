"""The command line: reads arguments, calls one command, turns every failure into a sentence.

Must import nothing heavy by itself, so that `dates` and `ask` start fast. Exit codes: 0 fine,
1 failed, 2 usage or settings.
"""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Sequence
from contextlib import suppress

from bot.cli import output
from bot.cli.arguments import PROGRAM, UsageError, parser
from bot.errors import BotError, KeysError, RevisionError, SettingsError

FINE, FAILED, USAGE = 0, 1, 2


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; its exit code. No trace ever reaches the person who typed it."""
    output.set_up()
    words = list(sys.argv[1:] if argv is None else argv)
    try:
        return _guarded(words)
    finally:
        output.quiet_end()


def _guarded(words: list[str]) -> int:
    as_json = words[:1] in (["ask"], ["digest"]) and "--json" in words
    try:
        return _command(words)
    except BotError as error:
        _tell(error, as_json)
        wrong_use = isinstance(error, UsageError | SettingsError | RevisionError | KeysError)
        return USAGE if wrong_use else FAILED
    except BrokenPipeError:
        return FINE
    except KeyboardInterrupt:
        return FAILED
    except Exception as error:  # the last edge: a person gets a sentence, the log the rest
        _tell(_unexpected(error, words), as_json)
        return FAILED


def _command(words: list[str]) -> int:
    whole = parser()
    try:
        args = whole.parse_args(words)
    except SystemExit as end:  # argparse has printed its help
        return FINE if not end.code else USAGE
    if args.version:
        from importlib.metadata import version

        output.out(f"{PROGRAM} {version('flowxo-slack-bot')}")
        return FINE
    if args.command is None:
        output.out(whole.format_help().rstrip())
        return FINE
    return _dispatch(args)


def _dispatch(args: Namespace) -> int:
    match args.command:
        case "ask":
            from bot.cli.asking import ask

            return ask(args)
        case "dates":
            from bot.cli.phrases import dates

            return dates(args)
        case "demo":
            from bot.demo.terminal import main as play

            return play(args.once)
        case "manifest":
            from bot.cli.manifest import manifest

            return manifest(args)
        case name:
            from bot.cli import operating

            return operating.COMMANDS[name](args)


def _tell(error: BotError, as_json: bool) -> None:
    """Say what is wrong; where nothing can be written, the exit code alone says it."""
    with suppress(BotError, OSError):
        _write(error, as_json)


def _write(error: BotError, as_json: bool) -> None:
    if error.suggestions or error.language:
        from bot.render.failures import error_lines

        *what, hint = error_lines(error, f"{PROGRAM} ask", error.language or "en")
        error = BotError(" ".join(what), hint) if what else BotError(hint)
    if as_json:
        from bot.render.json_object import error_object

        output.out_object(error_object(error))
    else:
        output.err(output.paragraph(error))


def _unexpected(error: Exception, words: list[str]) -> BotError:
    """Log what happened under a reference, and make a sentence of it."""
    import logging
    import os

    from bot import logs
    from bot.core.sentences import say

    debug = os.environ.get("LOG_LEVEL", "").strip().upper() == "DEBUG"
    if words[:1] not in (["run"], ["serve"]):
        logs.configure("ERROR")
    reference = logs.new_reference()
    last = error.__traceback__
    while last and last.tb_next:
        last = last.tb_next
    place = f"{last.tb_frame.f_globals.get('__name__')}:{last.tb_lineno}" if last else ""
    logging.getLogger(__name__).error(
        "command_failed",
        exc_info=error if debug or words[:1] in (["run"], ["serve"]) else None,
        extra={"reference": reference, "error": type(error).__name__, "place": place},
    )
    return BotError(say("unexpected", reference=reference), say("unexpected_hint"))
