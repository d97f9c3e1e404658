"""The sample chatbot: two years of a small shop's conversations, the same on every machine.

It grows, breathes with the week and the seasons, sends broadcasts and was silent for one night.
Must not read the clock: the day that it ends on is an argument.
"""

from __future__ import annotations

import random
from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import lru_cache
from itertools import accumulate

from bot.demo.event_log import EventLog, Labelled, instants
from bot.demo.sample_texts import BROADCASTS, FLOWS, TEXTS, WELCOME

_DAYS = 731
# A demo that is left running still finds events tomorrow.
_DAYS_AHEAD = 2
_DAY_S = 86_400
_HOUR_S = 3_600
ACTIVE_S = 30 * _DAY_S
_EPOCH = date(1970, 1, 1)
_SEED = 20_211_001
# How busy: per day at the beginning and at the end, by weekday from Monday, by month.
_QUIETEST, _BUSIEST = 9.0, 38.0
_BY_WEEKDAY = (1.15, 1.1, 1.1, 1.05, 1.0, 0.6, 0.5)
_BY_MONTH = (0.9, 0.95, 1.0, 1.0, 1.05, 1.0, 0.8, 0.75, 1.0, 1.1, 1.25, 1.35)
_BY_HOUR = (2, 1, 1, 1, 1, 2, 6, 14, 24, 32, 36, 38, 40, 34, 32, 32, 34, 38, 42, 40, 32, 22, 12, 5)
_NEW_SHARE = 0.24
_TYPED_SHARE = 0.7
_BROADCAST_EVERY = 21
_BROADCAST_S = 9 * _HOUR_S
_WROTE_WITHIN_S = 45 * _DAY_S
_SUBSCRIBED = 0.6
QUIET_NIGHT = 9  # days before the last
_QUIET_UNTIL_S = 6 * _HOUR_S


@dataclass(slots=True)
class _Making:
    """The log while it is written."""

    rng: random.Random
    flows: list[tuple[str, str | None]] = field(
        default_factory=lambda: [(flow.id, flow.name) for flow in FLOWS]
    )
    new_users: array[int] = field(default_factory=instants)
    received: array[int] = field(default_factory=instants)
    sent: array[int] = field(default_factory=instants)
    starts: list[tuple[int, int]] = field(default_factory=list)
    texts: list[tuple[int, int]] = field(default_factory=list)
    # Of each user: when the last message was written, and until when it makes them active.
    wrote: list[int] = field(default_factory=list)
    until: list[int] = field(default_factory=list)
    active_from: list[int] = field(default_factory=list)
    active_until: list[int] = field(default_factory=list)

    def user(self, at: int) -> int:
        """Who talks: a newcomer, or more likely somebody who came lately."""
        known = len(self.until)
        if not known or self.rng.random() < _NEW_SHARE:
            self.new_users.append(at)
            self.active_from.append(at)
            self.until.append(at + ACTIVE_S)
            self.wrote.append(at)
            return known
        return known - 1 - int(known * self.rng.random() ** 2.5)

    def seen(self, user: int, at: int) -> None:
        """The user wrote or got a message."""
        if self.until[user] < at:
            self.active_until.append(self.until[user])
            self.active_from.append(at)
        self.until[user] = max(self.until[user], at + ACTIVE_S)


def sample(now: datetime, *, ahead: int = _DAYS_AHEAD) -> EventLog:
    """The log of the two years before the day of `now` (aware), and of `ahead` days from it on.

    However many those are, the days before are the same.
    """
    return _sample((now.date() - _EPOCH).days, ahead)


@lru_cache(maxsize=8)
def _sample(today: int, ahead: int) -> EventLog:
    making = _Making(random.Random(_SEED))
    first = today - _DAYS
    for number in range(_DAYS + ahead):
        day = first + number
        broadcast = number % _BROADCAST_EVERY == 11
        _day(making, day, number, quiet=today - day == QUIET_NIGHT)
        if broadcast:
            _broadcast(making, day * _DAY_S + _BROADCAST_S, number // _BROADCAST_EVERY)
    starts = Labelled.of(making.starts)
    return EventLog(
        flows=tuple(making.flows),
        texts=tuple(text.text for text in TEXTS),
        new_users=instants(making.new_users),
        triggers=starts.at,
        received=instants(making.received),
        sent=instants(making.sent),
        flow_starts=starts,
        messages=Labelled.of(making.texts),
        active_from=instants(making.active_from),
        active_until=instants([*making.active_until, *making.until]),
    )


def _conversations(making: _Making, day: int, number: int) -> Iterator[int]:
    """When the day's conversations begin, in order."""
    rng = making.rng
    on = _EPOCH + timedelta(days=day)
    grown = _QUIETEST + (_BUSIEST - _QUIETEST) * number / _DAYS
    usual = grown * _BY_WEEKDAY[on.weekday()] * _BY_MONTH[on.month - 1]
    count = round(usual * rng.uniform(0.85, 1.15))
    hours = rng.choices(range(24), _BY_HOUR, k=count)
    yield from sorted(day * _DAY_S + hour * _HOUR_S + int(rng.random() * 3500) for hour in hours)


_TEXT_WEIGHTS = tuple(accumulate(text.weight for text in TEXTS))
_FLOW_WEIGHTS = tuple(accumulate(flow.weight for flow in FLOWS))


def _day(making: _Making, day: int, number: int, *, quiet: bool) -> None:
    rng = making.rng
    for begun in _conversations(making, day, number):
        turns = 1 + int(rng.random() ** 2 * 4)
        texts = rng.choices(range(len(TEXTS)), cum_weights=_TEXT_WEIGHTS, k=turns)
        flows = rng.choices(range(len(FLOWS)), cum_weights=_FLOW_WEIGHTS, k=turns)
        if quiet and begun % _DAY_S < _QUIET_UNTIL_S:
            continue
        before = len(making.until)
        user = making.user(begun)
        if user == before:
            flows[0] = WELCOME
        at = begun
        making.seen(user, begun)
        for text, flow in zip(texts, flows, strict=True):
            making.received.append(at)
            if rng.random() < _TYPED_SHARE:
                making.texts.append((at, text))
                flow = TEXTS[text].flow
            making.starts.append((at + 1, flow))
            making.sent.append(at + 1)
            if text % 2:
                making.sent.append(at + 1)
            making.wrote[user] = at
            making.seen(user, at + 1)
            at += 15 + text


def _broadcast(making: _Making, at: int, number: int) -> None:
    """Everybody who was active lately gets a message; some answer some hours later."""
    rng = making.rng
    flow = len(making.flows)
    making.flows.append(
        (f"64f0a1c29b3e7d0012ab5{number:03x}", BROADCASTS[number % len(BROADCASTS)])
    )
    lately = at - _WROTE_WITHIN_S
    reached = [
        user
        for user, wrote in enumerate(making.wrote)
        if wrote > lately and rng.random() < _SUBSCRIBED
    ]
    for place, user in enumerate(reached):
        got = at + place // 5
        making.starts.append((got, flow))
        making.sent.append(got)
        making.seen(user, got)
        if rng.random() < 0.06:
            making.received.append(got + int(rng.random() * 5 * _HOUR_S))
