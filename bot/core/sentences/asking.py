"""What is said about asking: parse errors, hints and help; data only, one table a language later."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    "future": '"{words}": that has not happened yet.',
}
