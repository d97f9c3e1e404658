"""What an error becomes: a sentence for people, a line in the log, or nothing."""

from __future__ import annotations

import logging

import pytest

from bot.errors import ParseError, StorageError
from bot.slack.failures import explain
from bot.slack.place import OddPayloadError


def test_an_error_of_ours_to_tell_is_told_as_it_is() -> None:
    """It was written for people."""
    error = ParseError("No such word.", "Try help.")
    assert explain(error) is error


def test_a_database_s_trouble_is_the_operator_s(caplog: pytest.LogCaptureFixture) -> None:
    """Its path and its words are in the log alone."""
    with caplog.at_level(logging.ERROR):
        told = explain(StorageError("/data/bot.db is full", "make room"))
    assert told is not None
    assert "/data" not in told.message + told.hint
    assert "storage_failed" in caplog.text


def test_an_odd_payload_is_told_to_nobody(caplog: pytest.LogCaptureFixture) -> None:
    """Nobody typed it."""
    with caplog.at_level(logging.WARNING):
        assert explain(OddPayloadError("an id is missing")) is None
    assert "payload_odd" in caplog.text


def test_anything_else_has_a_reference(caplog: pytest.LogCaptureFixture) -> None:
    """The same in the message and in the log, and no word of the error in the message."""
    with caplog.at_level(logging.ERROR):
        told = explain(ZeroDivisionError("of ours"))
    assert told is not None
    reference = vars(caplog.records[-1])["reference"]
    assert reference in told.hint
    assert "of ours" not in told.message + told.hint
