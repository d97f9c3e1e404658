"""The slash command, from a signed request to the answer that its asker sees."""

from __future__ import annotations

from tests.slack.conftest import Running


def test_a_question_is_acked_and_answered_in_private(running: Running) -> None:
    """The ack is empty; the answer comes over response_url, for the asker alone."""
    ack = running.slack.command("stats last week")
    assert ack.ok
    assert ack.body == ""
    (message,) = running.slack.wait_for_messages()
    assert message.only_for is not None
    assert message.via == "response_url"
    assert "16–22 Nov 2026" in message.text
    assert message.blocks
