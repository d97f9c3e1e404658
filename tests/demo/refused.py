"""Reads Slack's error out of a call that must fail."""

from __future__ import annotations

from typing import Any

import pytest
from slack_sdk.errors import SlackApiError


def error_of(call: Any, **arguments: Any) -> str:
    """Slack's error of a call that must fail."""
    with pytest.raises(SlackApiError) as caught:
        call(**arguments)
    return str(caught.value.response["error"])
