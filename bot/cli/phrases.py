"""`flowxo-bot dates`: phrases on standard input, JSON lines on standard output, one for one.

Must import nothing but the core: it starts fast, and each line is answered before the next is read.
"""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import BinaryIO

from bot.cli.moments import moment_of, zone_of
from bot.cli.output import out_object
from bot.core import dates as core
from bot.core.sentences import say

# No phrase is as long; what is longer is not read into memory.
_LONGEST = 100_000


def dates(args: Namespace) -> int:
    """Read to the end; a line that cannot be read is an error line, and the exit code stays 0."""
    zone = zone_of(args.tz) or UTC
    now = moment_of(args.now, zone)
    for line in _lines(sys.stdin.buffer):
        if isinstance(line, str):
            moment = now or datetime.now(UTC)
            out_object(core.answer(line, moment, zone, args.locale, as_object=args.json))
        else:
            out_object({"error": say("line_too_long" if len(line) > _LONGEST else "line_no_text")})
    return 0


def _lines(stream: BinaryIO) -> Iterator[str | bytes]:
    """Each line as text without its end, or as bytes where it is too long or not UTF-8."""
    first = True
    while raw := stream.readline(_LONGEST + 2):
        if len(raw.rstrip(b"\r\n")) > _LONGEST:
            rest = raw
            while rest and not rest.endswith(b"\n"):
                rest = stream.readline(_LONGEST)
            yield raw
            continue
        try:
            yield raw.decode("utf-8-sig" if first else "utf-8").rstrip("\r\n")
        except UnicodeDecodeError:
            yield raw
        first = False
