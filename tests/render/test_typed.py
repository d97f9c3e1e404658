"""Commands as one types them."""

from __future__ import annotations

import shlex

import pytest

from bot.render.typed import typed


def test_slack_takes_a_command_as_it_is() -> None:
    """There is no shell between a person and Slack."""
    assert typed("/flowxo", 'flow "Text Me"') == '/flowxo flow "Text Me"'


@pytest.mark.parametrize("text", ["stats last week", 'flow "A $b" today', "it's `so`!", "a\\b"])
def test_a_shell_hands_the_text_on_unchanged(text: str) -> None:
    """As one word, whatever signs it holds."""
    assert shlex.split(typed("flowxo-bot ask", text)) == ["flowxo-bot", "ask", text]
