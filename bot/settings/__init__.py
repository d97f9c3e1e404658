"""Settings: one frozen table, read from the environment once, with every fault told at once.

Must not be imported by `core` or `render`, which take what they need as arguments.
"""

from bot.settings.environment import (
    ASK,
    RUN,
    SCHEDULE,
    SERVE,
    load,
    misspelt,
    platform,
    untouched,
)
from bot.settings.secret import Secret
from bot.settings.table import Row, Settings, rows
from bot.settings.values import is_loopback

__all__ = [
    "ASK",
    "RUN",
    "SCHEDULE",
    "SERVE",
    "Row",
    "Secret",
    "Settings",
    "is_loopback",
    "load",
    "misspelt",
    "platform",
    "rows",
    "untouched",
]
