"""Text that strangers wrote: cleaned, cut at a grapheme, and unable to act."""

from __future__ import annotations

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from bot.demo.slack_acting import in_markup
from bot.render.untrusted import clean, cut, defang, escape, size

FAMILY = "👨\u200d👩\u200d👧\u200d👦"
HOSTILE = (
    "<!channel>", "<!here> now", "<@U123>", "<!subteam^S1>", "<#C1|general>", "@everyone",
    "@here", "@channel look", "<https://evil.example|our bank>", "https://evil.example/?a=b",
    "HTTP://EVIL.EXAMPLE", "www.evil.example", "www.a", "evil.example", "mailto:a@evil.example",
    "tel:+4915112345678", "*bold*", "_italic_", "~gone~", "`code`", "```block```", "**a**",
    ":smile:", "::skin-tone-2:", "a:+1:b", "> quote", ">>> quote", "&gt; quote", " > quote",
    "<!date^1392734382^{date}^https://evil.example|x>", "é*bold*é", "日_本_語", "(*a*)", "\"_a_\"",
    "&lt;!channel&gt;", "a\n> b", "a\r\n*b*", "\u202e*b*", "\u200b*b*\u200b", "&", "<", ">",
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain", "plain"),
        ("  two   spaces ", "two spaces"),
        ("line\nbreak\r\n\ttab", "line break tab"),
        ("next\x85line\u2028sep\u2029par", "next line sep par"),
        ("nul\x00bell\x07esc\x1b[31m", "nulbellesc[31m"),
        ("\u202eevil\u202c \u2066x\u2069 \u200e\u200f", "evil x"),
        ("a\u200b\u2060\ufeff\u00adb", "ab"),
        ("\u3164\u115f\uffa0", ""),
        ("\U000e0041tag", "tag"),
        ("\ud800half", "\ufffdhalf"),
        ("\u2800braille\u2800blank", "braille blank"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("a" + "\u200d" * 50 + "b", "a\u200db"),
        ("\u200d\u200d", ""),
        (FAMILY, FAMILY),
        ("e" + "\u0301" * 40, "e" + "\u0301" * 4),
        ("❤" + "\ufe0f" * 9, "❤\ufe0f"),
    ],
)
def test_clean(text: str, expected: str) -> None:
    """Controls, overrides and floods go; what a script or an emoji needs stays."""
    assert clean(text) == expected


def test_clean_reads_only_what_could_be_shown() -> None:
    """A name of a million characters costs no more than one of twenty thousand."""
    assert len(clean("ä" * 1_000_000)) == 20_000


@given(st.text())
def test_clean_law(text: str) -> None:
    """One line, idempotent, and nothing in it that only acts."""
    once = clean(text)
    assert clean(once) == once
    assert not regex.search(r"[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069\u200b\ufeff]", once)


@given(st.text(), st.integers(1, 40))
def test_cut_law(text: str, limit: int) -> None:
    """Never longer than the limit by any count, and a beginning of the text."""
    text = clean(text)
    short = cut(text, limit)
    assert len(short) <= size(short) <= limit
    assert short == text or text.startswith(short[:-1])


def test_cut_keeps_graphemes_whole() -> None:
    """A family is not torn apart, nor an accent from its letter."""
    assert cut("ab" + FAMILY, 6) == "ab…"
    assert cut("abcde\u0301fgh", 6) == "abcd…"
    assert cut("four words in all", 11) == "four words…"


def test_size_counts_utf_16_units() -> None:
    """What lies beyond the basic plane counts twice."""
    assert (size("abc"), size("äb"), size("😀a")) == (3, 2, 3)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_do_not_act(text: str) -> None:
    """Neither alone, nor beside another, nor inside a sentence of ours."""
    for line in (text, f"1. {text}: 3", f"{text} {text}", f"a{text}b", f'"{text}"'):
        shown = escape(defang(clean(line)))
        acting = in_markup(shown, auto_links=True, auto_names=True)
        assert (acting.pings, acting.links, acting.formatting) == ((), (), ()), shown


@given(st.text(st.sampled_from("*_~`:><&@#/.wht p-a1é\n"), max_size=40))
def test_defang_law(text: str) -> None:
    """No arrangement of signs gives a format, a link or a call to all."""
    shown = escape(defang(clean(text)))
    acting = in_markup(shown, auto_links=True, auto_names=False)
    assert (acting.pings, acting.links, acting.formatting) == ((), (), ()), shown


@pytest.mark.parametrize(
    "line",
    [
        "1–30 Nov 2021, compared with 1–31 Oct (one day longer)",
        "Europe/Berlin · read 26 Nov 2026, 09:12",
        "26 Nov 2026, 09:00–15:45",
        "America/New_York · 1,234.5",
        "25 Nov, 16:00: 103",
        "1. order_status: 93 (73 %), was 1st",
        'Reply "@flowxo by day"',
        "/flowxo stats last week",
    ],
)
def test_our_own_lines_stay_as_they_are(line: str) -> None:
    """What cannot act is not touched, so that it can be read and copied."""
    assert escape(defang(clean(line))) == line


def test_defang_shows() -> None:
    """Signs become look-alikes, addresses are broken by a space."""
    assert defang("*a* _b_ ~c~ `d` snake_case") == "∗a∗ ˍbˍ ∼c∼ ˋdˋ snake_case"
    assert defang("https://x.example/y www.z") == "https:// x. example/y www. z"
    assert defang("mailto:a@b.example :tada:") == "mailto: a@b. example ∶tada:"
    assert defang("> quote @here") == "› quote ＠here"


def test_escape_is_slack_s() -> None:
    """Three characters, the ampersand first."""
    assert escape("<a & b>") == "&lt;a &amp; b&gt;"
