"""Slack's shapes of blocks, to hold payloads to: the schema compiled, and what none can say.

`jsonschema` needs 70 ms for a table of 200 rows; compiled, the same schema is judged in four,
and a test holds the two to the same verdicts. Knows nothing of what we render.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeAlias

Json: TypeAlias = Any  # payloads are JSON of any shape: that is what is judged here
Check: TypeAlias = Callable[[Json], bool]
Schema: TypeAlias = Mapping[str, Json]
Length: TypeAlias = Callable[[str], int]

SCHEMA: Schema = json.loads(Path(__file__).with_name("blocks.schema.json").read_text("utf-8"))
DEFINITIONS: Mapping[str, Schema] = SCHEMA["$defs"]
EPHEMERAL_BYTES = 4_000
TABLE_CHARACTERS = 20_000


def units(text: str) -> int:
    """Length in UTF-16 units: the strictest of the ways in which Slack may count."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def compiled(name: str, length: Length = len) -> Check:
    """What says whether a value fits the definition `name`."""
    return _Compiler(length).definition(name)


def _is_number(value: Json) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


_TYPES: dict[str, Check] = {
    "object": lambda value: isinstance(value, dict),
    "array": lambda value: isinstance(value, list),
    "string": lambda value: isinstance(value, str),
    "boolean": lambda value: isinstance(value, bool),
    "number": _is_number,
    "integer": lambda value: _is_number(value) and value == int(value),
}
_SAID_ELSEWHERE = {"additionalProperties", "prefixItems", "minContains", "maxContains"}
_SAYS_NOTHING = {"$schema", "$comment", "$defs", "title", "description", "examples"}


class _Compiler:
    """Makes one closure of a schema; a keyword that it does not know is a KeyError."""

    def __init__(self, length: Length) -> None:
        self._length = length
        self._definitions: dict[str, Check] = {}
        self._makers: dict[str, Callable[[Schema], Check]] = {
            "$ref": lambda said: self.definition(said["$ref"].removeprefix("#/$defs/")),
            "type": lambda said: _TYPES[said["type"]],
            "const": lambda said: _among([said["const"]]),
            "enum": lambda said: _among(said["enum"]),
            "required": lambda said: _required(said["required"]),
            "properties": self._properties,
            "items": self._items,
            "contains": self._contains,
            "oneOf": lambda said: self._matching(said["oneOf"], lambda count: count == 1),
            "anyOf": lambda said: self._matching(said["anyOf"], lambda count: count > 0),
            "uniqueItems": lambda said: _unique if said["uniqueItems"] else _anything,
            "minLength": lambda said: self._sized(str, lambda size: size >= said["minLength"]),
            "maxLength": lambda said: self._sized(str, lambda size: size <= said["maxLength"]),
            "minItems": lambda said: self._sized(list, lambda size: size >= said["minItems"]),
            "maxItems": lambda said: self._sized(list, lambda size: size <= said["maxItems"]),
            "minimum": lambda said: _bound(lambda value: value >= said["minimum"]),
            "maximum": lambda said: _bound(lambda value: value <= said["maximum"]),
            "exclusiveMinimum": lambda said: _bound(lambda value: value > said["exclusiveMinimum"]),
        }

    def definition(self, name: str) -> Check:
        """The check of one definition, made once."""
        if name not in self._definitions:
            self._definitions[name] = self._made(DEFINITIONS[name])
        return self._definitions[name]

    def _made(self, schema: Schema) -> Check:
        said = [key for key in schema if key not in _SAYS_NOTHING | _SAID_ELSEWHERE]
        checks = [self._makers[key](schema) for key in said]
        return checks[0] if len(checks) == 1 else lambda value: all(one(value) for one in checks)

    def _properties(self, schema: Schema) -> Check:
        known = {key: self._made(one) for key, one in schema["properties"].items()}
        rest = _nothing if schema.get("additionalProperties") is False else _anything

        def check(value: Json) -> bool:
            if not isinstance(value, dict):
                return True
            return all(known.get(key, rest)(item) for key, item in value.items())

        return check

    def _items(self, schema: Schema) -> Check:
        first = [self._made(one) for one in schema.get("prefixItems", ())]
        every = self._made(schema["items"])

        def check(value: Json) -> bool:
            if not isinstance(value, list):
                return True
            head = all(one(item) for one, item in zip(first, value, strict=False))
            return head and all(every(item) for item in value[len(first) :])

        return check

    def _contains(self, schema: Schema) -> Check:
        wanted, most = self._made(schema["contains"]), schema["maxContains"]
        fewest = schema.get("minContains", 1)

        def check(value: Json) -> bool:
            return not isinstance(value, list) or fewest <= sum(map(wanted, value)) <= most

        return check

    def _matching(self, schemas: list[Schema], enough: Callable[[int], bool]) -> Check:
        checks = [self._made(one) for one in schemas]
        return lambda value: enough(sum(one(value) for one in checks))

    def _sized(self, kind: type, fits: Callable[[int], bool]) -> Check:
        length: Callable[[Json], int] = self._length if kind is str else len
        return lambda value: not isinstance(value, kind) or fits(length(value))


def _anything(_: Json) -> bool:
    return True


def _nothing(_: Json) -> bool:
    return False


def _among(values: list[Json]) -> Check:
    return lambda value: any(type(one) is type(value) and one == value for one in values)


def _required(names: list[str]) -> Check:
    return lambda value: not isinstance(value, dict) or all(name in value for name in names)


def _unique(value: Json) -> bool:
    return not isinstance(value, list) or len(set(map(repr, value))) == len(value)


def _bound(fits: Check) -> Check:
    return lambda value: not _is_number(value) or fits(value)


def unsaid(payload: Json, length: Length = len) -> list[str]:
    """What Slack would refuse in a payload that fits the schema, because no schema can say it."""
    return list(_unsaid(payload, length))


def _unsaid(payload: Json, length: Length) -> Iterator[str]:
    blocks = payload["blocks"]
    if len(payload.get("text", "").encode()) >= EPHEMERAL_BYTES:
        yield "text of 4,000 bytes"  # chat.postEphemeral
    yield from _twice("block_id", blocks)
    for block in blocks:
        match block["type"]:
            case "actions":
                yield from _twice("action_id", block["elements"])
            case "data_visualization" if "series" in block["chart"]:
                yield from _of_series(block["chart"])
            case "data_table":
                widths = {len(row) for row in block["rows"]}
                if len(widths) > 1:
                    yield "rows of different lengths"
                if block.get("row_header_column_index", 0) >= min(widths):
                    yield "no column at row_header_column_index"
    tables = (block for block in blocks if block["type"] == "data_table")
    cells = (cell for table in tables for row in table["rows"] for cell in row)
    if sum(_characters(cell, length) for cell in cells) > TABLE_CHARACTERS:
        yield "over 20,000 characters in tables"


def _twice(key: str, objects: list[Json]) -> Iterator[str]:
    counted = Counter(one[key] for one in objects if key in one)
    if any(count > 1 for count in counted.values()):
        yield f"{key} twice"


def _of_series(chart: Json) -> Iterator[str]:
    yield from ("two series of one name" for _ in _twice("name", chart["series"]))
    categories = Counter(chart["axis_config"]["categories"])
    for series in chart["series"]:
        if Counter(point["label"] for point in series["data"]) != categories:
            yield "not one point for every category"


def _characters(cell: Json, length: Length) -> int:
    if cell["type"] == "rich_text":
        return sum(map(length, _texts(cell)))
    return length(cell.get("text") or str(cell.get("value")))


def _texts(value: Json) -> Iterator[str]:
    if isinstance(value, list):
        for one in value:
            yield from _texts(one)
    elif isinstance(value, dict):
        for key, one in value.items():
            if key == "text" and isinstance(one, str):
                yield one
            else:
                yield from _texts(one)
