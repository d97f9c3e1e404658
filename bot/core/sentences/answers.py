"""The sentences of answers; data only."""

from __future__ import annotations

SENTENCES: dict[str, str] = {}
