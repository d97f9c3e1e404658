"""Prints the Slack app's manifest, which ships with the package; changes nothing but lines."""

from __future__ import annotations

import re
from argparse import Namespace
from pathlib import Path

import bot
from bot.cli.output import out

_URL = re.compile(r"\s*(?:url|request_url|message_menu_options_url):")
_SOCKET = re.compile(r"(\s*socket_mode_enabled:).*")


def manifest(args: Namespace) -> int:
    """`flowxo-bot manifest [--socket]`."""
    out((for_socket_mode(text()) if args.socket else text()).rstrip())
    return 0


def text(room: Path = Path(bot.__file__).parent) -> str:
    """The manifest as it stands: in the package when installed, beside it in the repository."""
    inside = room / "manifest.yml"
    return (inside if inside.exists() else room.parent / "manifest.yml").read_text("utf-8")


def for_socket_mode(whole: str) -> str:
    """`whole` without the addresses that Slack would call, and with Socket Mode on."""
    lines = []
    for line in whole.splitlines():
        if not _URL.match(line):
            lines.append(_SOCKET.sub(r"\1 true", line))
    return "\n".join(lines) + "\n"


def scopes(whole: str) -> tuple[frozenset[str], frozenset[str]]:
    """The bot's scopes in a manifest: those it needs, and those it can do without."""
    found: dict[str, set[str]] = {"bot": set(), "bot_optional": set()}
    key, inside = "", False
    for line in whole.splitlines():
        bare = line.split("#")[0].strip()
        if bare == "scopes:":
            inside = True
        elif inside and bare.endswith(":"):
            key = bare.removesuffix(":")
            inside = key in found
        elif inside and bare.startswith("- "):
            found[key].add(bare.removeprefix("- ").strip("\"' "))
        elif bare:
            inside = False
    optional = frozenset(found["bot_optional"])
    return frozenset(found["bot"]) - optional, optional
