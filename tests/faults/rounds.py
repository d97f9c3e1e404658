"""How often each fault is tried, and where the figures go; `make faults` asks for many and reads
them.
"""

from __future__ import annotations

import os
import sys

FULL = 20
ROUNDS = int(os.environ.get("FAULT_ROUNDS", "2"))


def sized(full: int) -> int:
    """`full` of something in a full run, as large a part of it in a short one as rounds are."""
    return max(2, full * ROUNDS // FULL)


def report(figures: str) -> None:
    """One line for whoever runs the full size, past pytest's capture."""
    if ROUNDS >= FULL:
        sys.__stdout__.write(f"\n  {figures}\n") if sys.__stdout__ else None
