"""The fields of a digest as JSON keeps them, each read as what it must be; ScheduleError else.

Knows no field by its meaning.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import TypeVar

from bot.core.sentences import say
from bot.errors import ScheduleError

Kept = TypeVar("Kept", bound=StrEnum)


def must_be(fields: Mapping[str, object], known: Iterable[str], required: Iterable[str]) -> None:
    """ScheduleError for a field that is missing, or that nobody knows."""
    for name in required:
        if name not in fields:
            raise ScheduleError(say("schedule.field_missing", name=name))
    for name in fields.keys() - set(known):
        raise bad(str(name), fields[name])


def bad(name: str, value: object) -> ScheduleError:
    """What is said of a field that holds what it cannot."""
    return ScheduleError(say("schedule.field_bad", name=name[:40], value=str(value)[:40]))


def text(name: str, value: object) -> str:
    """A text."""
    if not isinstance(value, str):
        raise bad(name, value)
    return value


def number(name: str, value: object) -> int:
    """A whole number, which true and false are not."""
    if not isinstance(value, int) or isinstance(value, bool):
        raise bad(name, value)
    return value


def choice(name: str, value: object, kind: type[Kept]) -> Kept:
    """One of a closed set."""
    found = text(name, value)
    if found not in list(kind):
        raise bad(name, value)
    return kind(found)


def items(name: str, value: object) -> list[object]:
    """A list of anything."""
    if not isinstance(value, list):
        raise bad(name, value)
    return value
