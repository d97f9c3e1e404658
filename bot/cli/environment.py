"""The environment with `.env` under it; the only place that reads that file."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from bot.errors import SettingsError


def environment() -> Mapping[str, str]:
    """What is set, `.env` of the current directory included; what is set already wins."""
    path = Path(".env")
    if path.is_file():
        from dotenv import load_dotenv

        try:
            # A dollar sign in a password is a dollar sign.
            load_dotenv(path, override=False, interpolate=False, encoding="utf-8-sig")
        except (OSError, ValueError):  # not UTF-8, or a NUL in a value
            raise SettingsError(
                (".env cannot be read. It must be a text file in UTF-8 that you may read.",)
            ) from None
    return os.environ
