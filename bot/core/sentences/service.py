"""The sentences of the service: upstream, rights, busy, not yet, short replies; data only."""

from __future__ import annotations

SENTENCES: dict[str, str] = {}
