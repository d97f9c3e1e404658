"""What somebody typed, freed of Slack's markup."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.slack.typed import plain, said

BOT = "U0FLOWXO01"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("stats last week", "stats last week"),
        ("a &lt;b&gt; &amp;amp; c", "a <b> &amp; c"),
        ("see <https://x.test/a?b=c>", "see https://x.test/a?b=c"),
        ("see <https://x.test|the page>", "see the page"),
        ("<mailto:a@b.test|a@b.test>", "a@b.test"),
        ("<@U1|ada> and <@U2>", "@ada and @U2"),
        ("<#C1|general> and <#C2|>", "#general and #C2"),
        ("<!here> <!subteam^S1|@team> <!channel>", "@here @team @channel"),
        ("<!date^1392734382^{date}|18 Feb>", "18 Feb"),
        ("flow <b> 3 < 4 > 2", "flow <b> 3 < 4 > 2"),
        ("\ud800lone", "\ufffdlone"),
    ],
)
def test_markup_is_read_as_what_it_stands_for(text: str, words: str) -> None:
    """Tokens first, the three entities last."""
    assert plain(text) == words


@pytest.mark.parametrize(
    ("text", "rest", "begins"),
    [
        (f"<@{BOT}> stats", "stats", True),
        (f"  <@{BOT}|flowxo> stats", "stats", True),
        (f"<@{BOT}>, stats", "stats", True),
        (f"<@{BOT}>: stats", "stats", True),
        (f"<@{BOT}> `stats last week`", "stats last week", True),
        (f"<@{BOT}> <@{BOT}> stats", "stats", True),
        (f"stats <@{BOT}> last week", "stats last week", False),
        (f"stats last week <@{BOT}>", "stats last week", False),
        ("stats", "stats", False),
        ("<@U0SOMEONE1> stats", "@U0SOMEONE1 stats", False),
        (f"<@{BOT}>", "", True),
        (f"<@{BOT}> `", "`", True),
    ],
)
def test_the_mention_is_taken_out(text: str, rest: str, begins: bool) -> None:
    """And it is known whether the message began with it."""
    message = said(text, BOT)
    assert (message.text, message.begins) == (rest, begins)


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    """A law: no text raises, and what comes out can be stored and sent."""
    plain(text).encode()
    said(text, BOT).text.encode()
