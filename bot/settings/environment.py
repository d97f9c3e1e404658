"""Reads the environment into Settings and tells every fault at once; the only reader of it.

Must never repeat a value in a fault: it may be a secret in the wrong place.
"""

from __future__ import annotations

import difflib
import os
from collections.abc import Mapping
from pathlib import Path

from pydantic import ValidationError

from bot.errors import SettingsError
from bot.settings.table import DEFAULT_DATABASE, Row, Settings, rows

# One of the variables joined by "|" is enough.
RUN = frozenset({"SLACK_BOT_TOKEN", "SLACK_APP_TOKEN|SLACK_SIGNING_SECRET"})
SERVE = frozenset({"SLACK_BOT_TOKEN", "SLACK_SIGNING_SECRET"})
SCHEDULE = frozenset({"SLACK_BOT_TOKEN"})
ASK = frozenset({"FLOWXO_API_KEY"})

PLATFORMS = ("DYNO", "RENDER", "FLY_APP_NAME", "K_SERVICE", "RAILWAY_ENVIRONMENT")
# Variables that a later version reads; setting them today is no slip of the pen.
LATER = frozenset(
    {
        "SLACK_CLIENT_ID",
        "SLACK_CLIENT_SECRET",
    }
)
_OURS = (
    "SLACK_", "FLOWXO_", "FLOW_XO_", "METRICS_", "DATABASE_", "ENCRYPTION_", "LOG_", "DIGEST_",
    "PUBLIC_",
)  # fmt: skip
_FILE_LIMIT = 64 * 1024
_HINT = "docs/settings.md explains every setting; flowxo-bot check tries them."


def load(
    environ: Mapping[str, str], *, need: frozenset[str] = frozenset(), serving: bool = False
) -> Settings:
    """The settings in `environ`, or SettingsError with all faults and what to type.

    `need` names variables that must be set (RUN, SERVE, ASK). `serving` is true for commands that
    keep running, where a database on a disk that the platform wipes is refused.
    """
    faults: list[str] = []
    texts = _texts(environ, faults)
    faults += _contradictions(texts, environ, serving)
    faults += _several(texts, need)
    faults += _missing(texts, need, {fault.partition(" ")[0] for fault in faults})
    if "HOST" not in texts and platform(environ):
        texts["HOST"] = "0.0.0.0"  # noqa: S104 - a platform's router reaches us from outside
    known = {row.name: texts[row.variable] for row in rows() if row.variable in texts}
    try:
        settings = Settings.model_validate(known)
    except ValidationError as error:
        faults += [
            f"{str(fault['loc'][0]).upper()} {fault['msg'].removeprefix('Value error, ')}"
            for fault in error.errors(include_input=False, include_url=False)
        ]
    if faults:
        told = (*(_sentence(fault) for fault in faults), *misspelt(environ))
        # The cause is left out on purpose: pydantic's error knows the values.
        raise SettingsError(told, _HINT) from None
    return settings


def platform(environ: Mapping[str, str]) -> str | None:
    """The variable by which a platform shows itself, or None."""
    return next((name for name in PLATFORMS if environ.get(name, "").strip()), None)


def untouched(environ: Mapping[str, str]) -> bool:
    """Whether nothing at all was set for Slack or Flow XO: someone is just beginning."""
    names = {row.variable for row in rows() if row.find} | {"SLACK_CLIENT_ID"}
    found = any(
        environ.get(name, "").strip() or environ.get(f"{name}_FILE", "").strip() for name in names
    )
    return not found and not misspelt(environ)


def misspelt(environ: Mapping[str, str]) -> tuple[str, ...]:
    """A sentence for each variable that looks like one of ours but is none."""
    known = {row.variable for row in rows()} | LATER
    known |= {f"{name}_FILE" for name in known}
    sentences = []
    for name in sorted(environ):
        if name in known or not name.startswith(_OURS):
            continue
        near = difflib.get_close_matches(name, sorted(known), n=1, cutoff=0.8)
        if near:
            sentences.append(f"{name} is not a setting. Did you mean {near[0]}?")
    return tuple(sentences)


def _texts(environ: Mapping[str, str], faults: list[str]) -> dict[str, str]:
    """What is set, by variable: from the environment or from the file that NAME_FILE names."""
    texts: dict[str, str] = {}
    for name in [row.variable for row in rows()] + ["SLACK_CLIENT_ID"]:
        text, place = environ.get(name, "").strip(), environ.get(f"{name}_FILE", "").strip()
        if text and place:
            faults.append(f"{name} and {name}_FILE are both set. Remove one of them")
        elif place:
            read = _file(name, Path(place), faults)
            if read:
                texts[name] = read
        elif text:
            texts[name] = text
    return texts


def _file(name: str, place: Path, faults: list[str]) -> str:
    try:
        with place.open("rb") as file:
            raw = file.read(_FILE_LIMIT + 1)
    except (OSError, ValueError) as error:
        reason = os.strerror(error.errno) if isinstance(error, OSError) and error.errno else ""
        faults.append(f"{name}_FILE names a file that cannot be read ({reason or 'bad path'})")
        return ""
    try:
        text = raw.decode("utf-8-sig").strip()
    except UnicodeDecodeError:
        faults.append(f"{name}_FILE names a file that is not text")
        return ""
    if not text:
        faults.append(f"{name}_FILE names a file that is empty")
    if len(raw) > _FILE_LIMIT:
        faults.append(f"{name}_FILE names a file that is too long for a setting")
        return ""
    return text


def _contradictions(texts: dict[str, str], environ: Mapping[str, str], serving: bool) -> list[str]:
    faults = []
    if "SLACK_CLIENT_ID" in texts and "SLACK_BOT_TOKEN" in texts:
        faults.append(
            "SLACK_BOT_TOKEN and SLACK_CLIENT_ID are both set. The token is for one workspace, the "
            "client id for several, which a later version brings: remove SLACK_CLIENT_ID"
        )
    marker = platform(environ)
    address = texts.get("DATABASE_URL", DEFAULT_DATABASE)
    if serving and marker and address.lower().startswith("sqlite"):
        faults.append(
            f"DATABASE_URL is an SQLite file, and {marker} says that this platform wipes its disk. "
            "Add a PostgreSQL database and set DATABASE_URL to its postgresql:// address"
        )
    return faults


def _several(texts: dict[str, str], need: frozenset[str]) -> list[str]:
    """A client id without a token asks for what a later version brings; with one, see above."""
    if "SLACK_CLIENT_ID" not in texts or "SLACK_BOT_TOKEN" in texts or need == ASK or not need:
        return []
    return [
        "SLACK_CLIENT_ID is for several workspaces, which a later version brings: remove it, and "
        "set SLACK_BOT_TOKEN for one"
    ]


def _missing(texts: dict[str, str], need: frozenset[str], told: set[str]) -> list[str]:
    table: dict[str, Row] = {row.variable: row for row in rows()}
    faults = []
    for group in sorted(need, key=lambda names: list(table).index(names.partition("|")[0])):
        names = group.split("|")
        if any(name in texts or name in told or f"{name}_FILE" in told for name in names):
            continue
        where = " ".join(
            f"{name + ': ' if len(names) > 1 else ''}{table[name].help} Find it here: "
            f"{table[name].find}"
            for name in names
        )
        faults.append(f"{' or '.join(names)} is not set. {where}")
    return faults


def _sentence(fault: str) -> str:
    return fault if fault.endswith((".", "?")) else fault + "."
