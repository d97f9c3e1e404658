"""How long a transaction waits for another's lock, and the names by which its engine is told."""

from __future__ import annotations

BUSY_TIMEOUT_S = 30
# Execution options of a connection: whether it only reads, and how long it may wait.
READING, WAIT_MS = "reading", "wait_ms"
