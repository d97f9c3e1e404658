"""Deadline, the moment by which a question's calls must be over; knows nothing of calls."""

from __future__ import annotations

import time
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Deadline:
    """`at` is on the monotonic clock; `budget_s` is how long the whole question may take."""

    at: float
    budget_s: float

    @classmethod
    def after(cls, budget_s: float) -> Deadline:
        """The deadline so many seconds from now."""
        return cls(time.monotonic() + budget_s, budget_s)

    @property
    def left_s(self) -> float:
        """Seconds left; never below 0."""
        return max(0.0, self.at - time.monotonic())

    @property
    def over_by_s(self) -> float:
        """Seconds since it passed; negative before."""
        return time.monotonic() - self.at

    @property
    def over(self) -> bool:
        """Whether it has passed."""
        return time.monotonic() >= self.at
