"""`flowxo-bot ask`: one answer in the terminal, as text, JSON or CSV.

Must import neither Bolt nor storage: it starts fast.
"""

from __future__ import annotations

from argparse import Namespace
from dataclasses import replace
from datetime import UTC, datetime, tzinfo
from html import unescape

from bot import logs
from bot.answer import answer
from bot.cli.account import try_flowxo
from bot.cli.arguments import PROGRAM
from bot.cli.environment import environment
from bot.cli.moments import moment_of, zone_of
from bot.cli.output import out, out_bytes, out_object
from bot.core.parse import Context, Reading, language_of, parse
from bot.core.periods import zone_name
from bot.core.query import SUBCOMMANDS, Subcommand, to_text
from bot.core.reports import Report
from bot.core.sentences import say
from bot.errors import BotError
from bot.flowxo.client import FlowXOClient
from bot.render.csvfile import to_csv
from bot.render.help import help_message
from bot.render.json_object import to_object
from bot.render.plan import Shown
from bot.render.text import to_terminal
from bot.settings import ASK, Settings, load

# What is about people and their rights, which a terminal knows nothing of.
_IN_SLACK = (Subcommand.CONNECT, Subcommand.DIGEST)
_SHOWN = Shown(command=f"{PROGRAM} ask", direct=True)


def ask(args: Namespace) -> int:
    """Answer once; every failure is raised."""
    settings = load(environment())
    _log_little(settings)
    zone = zone_of(args.tz) or settings.flowxo_timezone or UTC
    now = moment_of(args.now, zone) or datetime.now(UTC)
    text = _text(args.text)
    reading = parse(text, Context(now=now, zone=zone, command=_SHOWN.command))
    try:
        return _answered(reading, args, settings, zone, now)
    except BotError as error:
        error.language = error.language or language_of(text)
        raise


def _answered(
    reading: Reading, args: Namespace, settings: Settings, zone: tzinfo, now: datetime
) -> int:
    """Answer what was read; the exit code."""
    row = SUBCOMMANDS[reading.query.subcommand]
    if reading.query.subcommand in _IN_SLACK:
        subcommand = row.subcommand
        raise BotError(say("in_slack", subcommand=subcommand), say("in_slack_hint"))
    if not row.dated:
        words, fine = _words(reading, settings)
        _tell(words, reading, zone, args)
        return 0 if fine else 1
    report = _fetch(load(environment(), need=ASK), reading, now)
    if args.json:
        out_object(to_object(report))
    elif args.csv or reading.query.as_csv:
        out_bytes(to_csv(report)[1])
    else:
        out(to_terminal(report, replace(_SHOWN, alternatives=reading.alternatives)))
    return 0


def _log_little(settings: Settings) -> None:
    """An error is one paragraph; what the log would say beside it is for whoever asks for it."""
    level = "DEBUG" if settings.log_level == "DEBUG" else "ERROR"
    key = settings.flowxo_api_key
    logs.configure(level, settings.log_format, secrets=[key.reveal()] if key else ())


def _text(words: list[str]) -> str:
    """The question, quoted or not: a name that the shell took the quotes from gets them back."""
    if len(words) == 1:
        return words[0]
    return " ".join(f'"{word}"' if " " in word else word for word in words)


def _fetch(settings: Settings, reading: Reading, now: datetime) -> Report:
    client = FlowXOClient(settings.flowxo_api_url, settings.flowxo_api_key or "")
    try:
        return answer(reading.query, client.question(), now, notes=reading.notes)
    finally:
        client.close()


def _words(reading: Reading, settings: Settings) -> tuple[str, bool]:
    """What the subcommands without dates say, and whether all is well."""
    if reading.query.subcommand is Subcommand.STATUS:
        finding = try_flowxo(settings)
        return finding.sentence, finding.fine
    return unescape(
        help_message(reading.query.topic, replace(_SHOWN, language=reading.language)).text
    ), True


def _tell(words: str, reading: Reading, zone: tzinfo, args: Namespace) -> None:
    if not args.json:
        out(words)
        return
    out_object(
        {
            "query": to_text(reading.query),
            "zone": zone_name(zone),
            "period": None,
            "baseline": None,
            "figures": [],
            "series": [],
            "lists": [],
            "notes": words.splitlines(),
        }
    )
