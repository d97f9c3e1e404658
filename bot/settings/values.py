"""Reads the text of one setting into its value; a fault is a sentence that follows the name.

Must never repeat the text it was given: whoever mixes two lines up may have put a secret there.
"""

from __future__ import annotations

import difflib
import ipaddress
import re
from urllib.parse import SplitResult, urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from bot.settings.secret import Secret

LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")
FORMATS = ("console", "json")
LOCAL_HOSTS = ("localhost",)
# "right" counts leap seconds; the others name no zone, or whatever this machine is set to.
_NO_PLACES = frozenset({"posix", "right", "posixrules", "localtime", "Factory"})
_POSTGRES = "postgresql+psycopg"
_HOST_NAME = re.compile(r"(?!-)[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63})*\.?")


def _token(text: str) -> str:
    if not text.isascii() or not text.isprintable() or any(c.isspace() for c in text):
        raise ValueError("has a space or an unusual character in it. Copy it again, as one word")
    if text[0] in "\"'`" or text[-1] in "\"'`":
        raise ValueError("stands in quotation marks. Leave them out")
    return text


def bot_token(text: str) -> Secret:
    """A token of the bot user, also one that rotates."""
    if _token(text).startswith("xapp-"):
        raise ValueError("holds an app-level token. That one belongs into SLACK_APP_TOKEN")
    if not text.startswith(("xoxb-", "xoxe.xoxb-")):
        raise ValueError(
            "does not look like a bot token, which begins with xoxb-. "
            "It is on your Slack app's page, under OAuth & Permissions"
        )
    return Secret(text)


def app_token(text: str) -> Secret:
    """An app-level token for Socket Mode."""
    if not _token(text).startswith("xapp-"):
        raise ValueError(
            "does not look like an app-level token, which begins with xapp-. "
            "It is on your Slack app's page, under Basic Information, App-Level Tokens"
        )
    return Secret(text)


def signing_secret(text: str) -> Secret:
    """The secret that Slack signs its requests with."""
    if _token(text).startswith(("xox", "xapp-")):
        raise ValueError(
            "holds a token. The signing secret is on your Slack app's page, "
            "under Basic Information, App Credentials"
        )
    return Secret(text)


def api_key(text: str) -> Secret:
    """A Flow XO API key; a word "Bearer" before it is a common slip."""
    if text.lower().startswith("bearer "):
        raise ValueError("begins with the word Bearer. Leave it out, write the key alone")
    if _token(text).startswith(("xox", "xapp-")):
        raise ValueError(
            "holds a Slack token. The key is in Flow XO, under Settings, API & Webhooks"
        )
    return Secret(text)


def plain_secret(text: str) -> Secret:
    """Any secret of our own choice."""
    return Secret(_token(text))


def encryption_keys(text: str) -> tuple[Secret, ...]:
    """Fernet keys with commas between; which of them is none is said by its place."""
    keys = [key.strip() for key in text.split(",")]
    keys = keys[:-1] if not keys[-1] else keys
    if len(keys) != len(set(keys)):
        raise ValueError("holds the same key twice. Remove one of them")
    for number, key in enumerate(keys, 1):
        # 32 bytes in base64; the last digit stands for four bits of its own and two that are zero.
        if not re.fullmatch(r"[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]=", key):
            which = f"number {number} of the {len(keys)} is none" if len(keys) > 1 else "it is none"
            raise ValueError(
                f"must hold keys that flowxo-bot keys new makes, with commas between, and {which}. "
                "Such a key is 44 characters long and ends with ="
            )
    return tuple(Secret(key) for key in keys)


def zone(text: str) -> ZoneInfo:
    """An IANA zone, in any case of letters."""
    try:
        if text.split("/")[0] not in _NO_PLACES:
            return ZoneInfo(text)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        pass
    names = {name.lower(): name for name in available_timezones() - _NO_PLACES}
    wanted = text.lower().replace(" ", "_")
    if wanted in names:
        return ZoneInfo(names[wanted])
    ends = {low.rsplit("/", 1)[-1]: name for low, name in sorted(names.items())}
    near = difflib.get_close_matches(wanted, [*names, *ends], n=1, cutoff=0.75)
    guess = f". Did you mean {names.get(near[0]) or ends[near[0]]}?" if near else ""
    raise ValueError(
        "is not a time zone. Write one as Area/City, such as Europe/Berlin, or UTC" + guess
    )


def port(text: str) -> int:
    """A TCP port."""
    if not (re.fullmatch(r"[0-9]{1,5}", text) and 1 <= int(text) <= 65535):
        raise ValueError("must be a number from 1 to 65535, such as 3000")
    return int(text)


def tick_s(text: str) -> int:
    """How many seconds may pass until it is looked again for what is due."""
    return _whole(text, 1, 300, "seconds from 1 to 300, such as 30")


def workers(text: str) -> int:
    """How many threads post digests."""
    return _whole(text, 1, 64, "a number of threads from 1 to 64, such as 8")


def spread_s(text: str) -> int:
    """Over how many seconds digests that are due together are spread."""
    return _whole(text, 0, 120, "seconds from 0 (not at all) to 120")


def _whole(text: str, least: int, most: int, said: str) -> int:
    if not (re.fullmatch(r"[0-9]{1,5}", text) and least <= int(text) <= most):
        raise ValueError(f"must be {said}")
    return int(text)


def host(text: str) -> str:
    """An address or a name to listen on."""
    bare = text.removeprefix("[").removesuffix("]")
    try:
        return str(ipaddress.ip_address(bare))
    except ValueError:
        if _HOST_NAME.fullmatch(text) and not text.replace(".", "").isdigit():
            return text
    raise ValueError(
        "must be an address to listen on: 127.0.0.1 for this machine alone, 0.0.0.0 for all"
    )


def log_level(text: str) -> str:
    """One of LEVELS, in any case of letters."""
    if text.upper() not in LEVELS:
        raise ValueError(f"must be one of {', '.join(LEVELS)}")
    return text.upper()


def log_format(text: str) -> str:
    """One of FORMATS, in any case of letters."""
    if text.lower() not in FORMATS:
        raise ValueError(f"must be one of {', '.join(FORMATS)}")
    return text.lower()


def slack_url(text: str) -> str:
    """The Web API's address, ending in a slash."""
    return _address(text, "https://slack.com/api/").rstrip("/") + "/"


def public_url(text: str) -> str:
    """Our own address as people open it, without a slash at its end."""
    return _address(text, "https://bot.example.com").rstrip("/")


def flowxo_url(text: str) -> str:
    """The analytics API's address, without a slash at its end."""
    return _address(text, "https://flowxo.com/api").rstrip("/")


def _address(text: str, example: str) -> str:
    try:
        parts = urlsplit(text)
        name, _ = parts.hostname, parts.port
    except ValueError:
        name = None
    if not name or any(c.isspace() or not c.isprintable() for c in text):
        raise ValueError(f"is not an address. Write it whole, such as {example}")
    if parts.username or parts.password or parts.query or parts.fragment:
        raise ValueError(f"must be an address and nothing else, such as {example}")
    if parts.scheme == "https" or (parts.scheme == "http" and is_loopback(name)):
        return text
    raise ValueError(
        f"must begin with https:// (http:// is only for this machine itself), such as {example}"
    )


def is_loopback(name: str) -> bool:
    """Whether a host name or address can only be this machine."""
    if name.lower().rstrip(".") in LOCAL_HOSTS:
        return True
    try:
        address = ipaddress.ip_address(name.removeprefix("[").removesuffix("]"))
    except ValueError:
        return False
    mapped = getattr(address, "ipv4_mapped", None)
    return bool((mapped or address).is_loopback)


def database_url(text: str) -> Secret:
    """`sqlite:///path`, or PostgreSQL in any of its spellings, normalised to the psycopg driver."""
    scheme, found, rest = text.partition("://")
    if not found or not re.fullmatch(r"[A-Za-z0-9+]+", scheme):
        raise ValueError(
            "is not a database address. Write sqlite:///data/flowxo-bot.db "
            "or postgresql://user:password@host/name"
        )
    match scheme.lower():
        case "sqlite" | "sqlite+pysqlite":
            return Secret("sqlite://" + _sqlite_place(rest))
        case "postgres" | "postgresql" | "postgresql+psycopg":
            _check_postgres(f"{_POSTGRES}://{rest}")
            return Secret(f"{_POSTGRES}://{rest}")
    raise ValueError("must begin with sqlite:/// or postgresql://; the bot uses no other database")


def _sqlite_place(rest: str) -> str:
    path = rest.partition("?")[0]
    if not path.startswith("/") or path in ("/", "/:memory:"):
        raise ValueError(
            "names no file. Write three slashes and a path, sqlite:///data/flowxo-bot.db, "
            "or four for a path from the root, sqlite:////var/lib/flowxo-bot/bot.db"
        )
    return path


def _check_postgres(text: str) -> None:
    slip = (
        "cannot be read. Write postgresql://user:password@host/name, with signs such as "
        "@ : / # ? in the password as %40 %3A %2F %23 %3F"
    )
    try:
        parts: SplitResult = urlsplit(text)
        name, _ = parts.hostname, parts.port
    except ValueError:
        raise ValueError(slip) from None
    sockets = "host=" in parts.query
    if not (name or sockets) or parts.fragment or "@" in parts.path or any(map(str.isspace, text)):
        raise ValueError(slip)
