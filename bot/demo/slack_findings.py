"""Collects what Slack would object to in a payload, each with its JSON pointer; decides nothing."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias, TypeGuard

from bot.demo.slack_limits import SLACK_LIMITS

# JSON as Slack receives it: the checks look at untrusted shapes, so nothing is assumed of them.
Json: TypeAlias = Mapping[str, object]


class Surface(StrEnum):
    """Where blocks are shown; some blocks are refused on some surfaces."""

    MESSAGE = "message"
    MODAL = "modal"
    HOME = "home"


@dataclass(slots=True)
class Findings:
    """The objections to one payload, in Slack's wording: `<what> [json-pointer:<where>]`."""

    surface: Surface
    errors: list[str] = field(default_factory=list)

    def add(self, pointer: str, problem: str) -> None:
        """Note one objection."""
        self.errors.append(f"{problem} [json-pointer:{pointer}]")

    def is_object(self, value: object, pointer: str) -> TypeGuard[Json]:
        """Whether the value is an object; an objection where it is none."""
        if not isinstance(value, dict):
            self.add(pointer, "must be an object")
        return isinstance(value, dict)

    def an_object(self, value: object, pointer: str) -> Json:
        """The value as an object; an objection and an empty one where it is none."""
        return value if self.is_object(value, pointer) else {}

    def keys(
        self, value: Json, pointer: str, required: Collection[str], optional: Collection[str]
    ) -> None:
        """Every required key is there and no unknown one."""
        for key in required:
            if value.get(key) is None:
                self.add(pointer, f"missing required field: {key}")
        for key in value:
            if key not in required and key not in optional and key != "type":
                self.add(f"{pointer}/{key}", f"invalid additional property: {key}")

    def a_string(self, value: object, pointer: str, limit: str, *, shortest: int = 1) -> None:
        """A string of `shortest` to SLACK_LIMITS[limit] characters; None is another rule's."""
        if value is None:
            return
        longest = SLACK_LIMITS[limit]
        if not isinstance(value, str):
            self.add(pointer, "must be a string")
        elif len(value) < shortest:
            self.add(pointer, f"must be more than {shortest - 1} characters")
        elif len(value) > longest:
            self.add(pointer, f"must be less than {longest + 1} characters")

    def a_list(
        self, value: object, pointer: str, limit: str | None, *, fewest: int = 1
    ) -> list[object]:
        """The value as a list of `fewest` to SLACK_LIMITS[limit] items."""
        if value is None:
            return []
        if not isinstance(value, list):
            self.add(pointer, "must be an array")
            return []
        if len(value) < fewest:
            self.add(pointer, f"no less than {fewest} items allowed")
        if limit is not None and len(value) > SLACK_LIMITS[limit]:
            self.add(pointer, f"no more than {SLACK_LIMITS[limit]} items allowed")
        return value

    def one_of(self, value: object, pointer: str, allowed: Collection[object]) -> None:
        """None, or one of the allowed values."""
        if value is not None and value not in allowed:
            self.add(pointer, f"must be one of: {', '.join(map(str, allowed))}")

    def a_flag(self, value: object, pointer: str) -> None:
        """None, true or false."""
        if value is not None and not isinstance(value, bool):
            self.add(pointer, "must be a boolean")

    def an_integer(self, value: object, pointer: str, lowest: int, highest: int) -> None:
        """None, or an integer in the range, both ends included."""
        if value is None:
            return
        if isinstance(value, bool) or not isinstance(value, int):
            self.add(pointer, "must be an integer")
        elif not lowest <= value <= highest:
            self.add(pointer, f"must be between {lowest} and {highest}")
