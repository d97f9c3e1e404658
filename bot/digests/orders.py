"""What a digest is made of, handed to whoever makes its message; makes none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from bot.core.digest import Digest
from bot.render.plan import MessagePlan
from bot.storage.deliveries import Delivery
from bot.storage.subscriptions import Subscription


@dataclass(frozen=True, slots=True)
class Order:
    """A digest to be made `now`: of a subscription, for a delivery's due time.

    `late` is whether it is posted long after its time.
    """

    subscription: Subscription
    digest: Digest
    delivery: Delivery
    now: datetime
    late: bool


# None where there is nothing to say and the digest is skipped then. Any error is an outcome.
Make: TypeAlias = Callable[[Order], MessagePlan | None]
