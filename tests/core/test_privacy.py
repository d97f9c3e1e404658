"""Masking: exactly what the corpus says, nothing else, in time that grows with the text alone."""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any, Literal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.core import (
    plain_numbers,
    privacy,
    private_accounts,
    private_addresses,
    private_numbers,
)
from bot.core.privacy import mask
from bot.core.private_words import Kind
from bot.demo.slack_acting import in_markup
from bot.render.csvfile import neutral
from bot.render.untrusted import clean, defang

CORPUS = Path(__file__).parents[1] / "corpus" / "masking.toml"
GROUPS: dict[str, list[dict[str, Any]]] = tomllib.loads(CORPUS.read_text("utf-8"))
MASKED = {text: told for group in GROUPS["masked"] for text, told in group["cases"].items()}
KEPT = [text for group in GROUPS["kept"] for text in group["texts"]]
MODULES = (plain_numbers, privacy, private_accounts, private_addresses, private_numbers)
LONG = 100_000


@pytest.mark.parametrize(("text", "told"), MASKED.items(), ids=map(ascii, MASKED))
def test_personal_data_is_masked(text: str, told: str) -> None:
    """Exactly the personal part becomes its word; a second time changes nothing."""
    assert mask(text) == told
    assert mask(told) == told


@pytest.mark.parametrize("text", KEPT, ids=ascii)
def test_everything_else_stays(text: str) -> None:
    """Byte for byte, however near to a number or an address it comes."""
    assert mask(text) == text


def test_the_corpus_is_large_and_clear() -> None:
    """Both labels many times, no text with two labels, a reason for each group."""
    assert len(MASKED) + len(KEPT) >= 700
    assert min(len(MASKED), len(KEPT)) >= 250
    assert not MASKED.keys() & set(KEPT)
    assert all(group.get("about") or group.get("why") for kind in GROUPS.values() for group in kind)


def test_each_word_is_in_the_corpus() -> None:
    """No kind of personal data without a case."""
    told = " ".join(MASKED.values())
    assert all(kind in told for kind in Kind)


@pytest.mark.parametrize("kind", Kind)
def test_the_words_do_nothing(kind: Kind) -> None:
    """Neither Slack nor a spreadsheet reads more in them than the word."""
    acting = in_markup(kind, auto_links=True, auto_names=True, names=True)
    assert (acting.pings, acting.links, acting.formatting) == ((), (), ())
    assert clean(kind) == defang(kind) == neutral(kind) == kind
    assert mask(kind) == kind


pieces = st.one_of(
    st.sampled_from([*MASKED, *KEPT]),
    st.text(max_size=12),
    st.text(st.sampled_from("0123456789 .-/()+@:?&=#_,aE\u200b\u0301é１"), max_size=20),
)
texts = st.lists(pieces, max_size=4).flatmap(
    lambda some: st.sampled_from((" ", "", "\n", ",", "/", "-")).map(lambda by: by.join(some))
)


@given(texts)
@example("*jane@example.com*jane(at)example.com")
@example("0151 12345678NO93 8601 1117 947")
@example("x@y.museum.212-555-0100.0151 12345678")
@example("\ud800 0151 \ud800 12345678")
def test_masking_law(text: str) -> None:
    """It never fails, twice changes nothing, and what cleaning takes away bares nothing."""
    once = mask(text)
    assert mask(once) == once
    shown = clean(once)
    assert mask(shown) == shown


NUMERALS: Literal["N"] = "N"
WORDLIKE = st.characters(exclude_categories=(NUMERALS,), exclude_characters="@/?#:")
SPELLED = r"(?i)\b(?:at|ät|arroba|arobase|chiocciola|собака)\b|[(\[{]a[)\]}]|eyJ|xox|[\w+=-]{40}"


@given(st.text(WORDLIKE, max_size=40))
def test_words_stay_law(text: str) -> None:
    """Words in any script are not touched, unless they spell an address or a key."""
    digits = any(character.isdigit() for character in text)
    if not digits and not re.search(SPELLED, clean(text)):
        assert mask(text) == text


@given(st.sampled_from([*MASKED]), st.sampled_from("\u200b\u2060\ufeff\u00ad\u200d\x00\u202e"))
def test_the_invisible_hides_nothing_law(text: str, sign: str) -> None:
    """An invisible sign between all letters and digits changes nothing of what is found."""
    words = sorted(re.findall("|".join(map(re.escape, Kind)), MASKED[text]))
    assert sorted(re.findall("|".join(map(re.escape, Kind)), mask(sign.join(text)))) == words


# Each makes a pattern that looks back, or repeats within a repeat, take time by the square.
FLOODS = (
    "a", "1", "1 ", "1-", "1/", "1(", "+", "(", "@", "a@", "a.", "a@b.", "@gmail", "x@x.x", "at ",
    "a (at) ", "a arroba b dot ", "www.", "http://", "www.a?b=", "a.aa/", "%", "&a=1", "#", "eyJ",
    "xoxb-", "DE89", "DE89 ", "4111 ", "04/", "26.11.2026", "10:30-", "1.", "1,", "2020-", "\"",
    "\"@", "用a", "\u200b", "0\u0301", "①", "é", "\n", "  ", "\ud800", "$1", "dni ", "978-1-",
    "a1B2",
)  # fmt: skip


@pytest.mark.parametrize("flood", FLOODS, ids=ascii)
def test_floods_come_back(flood: str) -> None:
    """A hundred thousand characters of anything are answered, and a second time stay as they are.

    What takes time by the square would not come back within this suite's hour.
    """
    once = mask((flood * LONG)[:LONG])
    assert len(once) <= LONG * len("(phone)")
    assert mask(once) == once


@pytest.mark.parametrize("flood", FLOODS, ids=ascii)
def test_work_grows_with_the_text(flood: str) -> None:
    """Eight times the text makes about eight times the calls, of ours and of the library's."""
    some, more = (_calls((flood * LONG)[:size]) for size in (1_000, 8_000))
    assert more <= 9 * some + 500


def _calls(text: str) -> int:
    """How many calls one masking makes, those of built-in functions among them."""
    count = 0

    def counts(_frame: Any, event: str, _argument: Any) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(counts)
    try:
        mask(text)
    finally:
        sys.setprofile(before)
    return count


PARSER: Any = import_module("re._parser")
ENDLESS: Any = import_module("re._constants").MAXREPEAT


def _patterns(module: ModuleType) -> Iterator[re.Pattern[str]]:
    for value in vars(module).values():
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, re.Pattern):
                yield one


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__)
def test_no_pattern_repeats_without_end_within_such_a_repeat(module: ModuleType) -> None:
    """What gives back signs and has no end neither holds nor is held by such a repeat."""
    patterns = list(_patterns(module))
    assert patterns
    for pattern in patterns:
        assert not _nested(PARSER.parse(pattern.pattern, pattern.flags)), pattern.pattern


@pytest.mark.parametrize("pattern", [r"(a+)+", r"(?:\w*x)*y", r"(?=(?:a|b+)+)", r"(?>(a+)*)b"])
def test_such_a_repeat_would_be_found(pattern: str) -> None:
    """The check itself sees through groups, branches, looks ahead and atoms."""
    assert _nested(PARSER.parse(pattern))


def _nested(parsed: Any, within: bool = False) -> bool:
    """Whether a repeat without end, that gives back, holds another one."""
    for kind, argument in parsed:
        held = [part for part in _parts(argument) if isinstance(part, PARSER.SubPattern)]
        endless = str(kind) in ("MAX_REPEAT", "MIN_REPEAT") and argument[1] == ENDLESS
        if (endless and within) or any(_nested(part, within or endless) for part in held):
            return True
    return False


def _parts(argument: Any) -> Iterator[Any]:
    """Everything in an instruction of a pattern, however its lists lie in each other."""
    if isinstance(argument, tuple | list):
        for part in argument:
            yield from _parts(part)
    else:
        yield argument
