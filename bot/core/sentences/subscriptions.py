"""The sentences about subscriptions that cannot be kept as asked; data only."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    "digest.most_here": "{most} digests go there already, and that is as many as there may be.",
    "digest.most_in_all": (
        "This workspace has {most} digests already, and that is as many as there may be."
    ),
    "digest.most_hint": "Delete one that nobody needs, or edit one of them instead.",
    "digest.being_sent": "Digest #{number} is being posted this very moment, so I changed nothing.",
    "digest.being_sent_hint": "Try again in a few seconds.",
}
