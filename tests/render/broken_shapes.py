"""Breaks an example of one of Slack's shapes in just one rule that its definition states."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from tests.render.block_shapes import Json

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """One keyword of a definition: where it stands there, and what in the example it is about."""

    keyword: str
    said: Any
    where: Path
    at: Path


def rules(schema: Any, example: Any, where: Path = (), at: Path = ()) -> Iterator[Rule]:
    """Every rule of a definition but those of the ones it names; its example must have it all."""
    for keyword, said in schema.items():
        here = (*where, keyword)
        match keyword:
            case "$ref" | "description" | "examples" | "contains" | "minContains":
                continue
            case "properties":
                for key, one in said.items():
                    yield from rules(one, example[key], (*here, key), (*at, key))
            case "prefixItems":
                for index, one in enumerate(said):
                    yield from rules(one, example[index], (*here, index), (*at, index))
            case "items":
                index = len(schema.get("prefixItems", ()))
                yield from rules(said, example[index], here, (*at, index))
            case "required":
                yield from (Rule(keyword, name, here, at) for name in said)
            case "maxContains":
                yield Rule(keyword, said, (*where, "contains"), at)
            case _:
                yield Rule(keyword, said, here, at)


def _longer(items: Sequence[Json], count: int) -> list[Json]:
    """As many items, strings all different, else copies of the first."""
    if isinstance(items[0], str):
        return [f"{index}" for index in range(count)]
    return [items[0]] * count


_OTHER_TYPE = {"object": [], "array": {}, "string": 7, "boolean": "yes", "integer": "7"}
# What breaks a rule and no other: (what the example has there, what the rule says) -> the culprit.
BREAKS: dict[str, Callable[[Any, Any], Any]] = {
    "type": lambda _, said: _OTHER_TYPE.get(said, "7"),
    "const": lambda _, said: f"not {said}",
    "enum": lambda _, said: f"not {said[0]}",
    "required": lambda has, said: {key: one for key, one in has.items() if key != said},
    "additionalProperties": lambda has, _: has | {"unheard_of": 1},
    "minLength": lambda _, said: "x" * (said - 1),
    "maxLength": lambda _, said: "x" * (said + 1),
    "minItems": lambda has, said: has[: said - 1],
    "maxItems": lambda has, said: _longer(has, said + 1),
    "uniqueItems": lambda has, _: [has[0], has[0]],
    "maxContains": lambda has, said: [has[-1]] * (said + 1),
    "minimum": lambda _, said: said - 1,
    "maximum": lambda _, said: said + 1,
    "exclusiveMinimum": lambda _, said: said,
    "oneOf": lambda _, __: {"type": "unheard of"},
    "anyOf": lambda has, said: {
        key: one for key, one in has.items() if [key] not in [way["required"] for way in said]
    },
}


def broken(example: Json, rule: Rule) -> Json:
    """The example with one thing wrong."""
    holder = {"whole": deepcopy(example)}
    parent, last = holder, "whole"
    for key in rule.at:
        parent, last = parent[last], key  # type: ignore[assignment]  # a list's index is a key too
    parent[last] = BREAKS[rule.keyword](parent[last], rule.said)
    return holder["whole"]
