"""FlowXOClient, the figures of one account: GET on three analytics paths and nothing else.

One client an account: its session, its cache and its turns are shared with no other. The key
stands in no log, error, traceback, repr or address.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from threading import BoundedSemaphore
from typing import Any, TypeAlias, TypeVar
from urllib.parse import urlsplit

from bot.core.grid import offset_before
from bot.core.periods import Period, Unit
from bot.core.results import Insights, TopFlow, TopMessage
from bot.core.segments import RawBucket, Segment, clipped, merge, months_cut_at, segments
from bot.core.sentences import say
from bot.errors import KeyRefusedError
from bot.flowxo import decode, retries
from bot.flowxo.buckets import buckets
from bot.flowxo.cache import AT_ONCE, Asked, Flight, Flights, Landed
from bot.flowxo.connections import INSIGHTS, TOP_FLOWS, TOP_MESSAGES, AccountSession, Line
from bot.flowxo.deadline import Deadline
from bot.flowxo.decode import InsightsAnswer
from bot.flowxo.failures import Failure, NonsenseFoundError, error_of
from bot.flowxo.transport import Transport
from bot.settings import Secret

_MILLISECOND = timedelta(milliseconds=1)
_MINUTE = timedelta(minutes=1)

# Flow XO's own limit is unknown: few parallel calls a question.
_AT_ONCE = 4

T = TypeVar("T")
Answers: TypeAlias = list[tuple[Segment, Sequence[RawBucket]]]


class FlowXOClient:
    """Asks Flow XO for one account; may be used from any number of threads.

    `api_url` is the address that `/insights` is appended to. KeyRefusedError when the key cannot
    be one, ValueError when `api_url` is no address.
    """

    def __init__(self, api_url: str, key: Secret | str, *, at_once: int = AT_ONCE) -> None:
        secret = key if isinstance(key, Secret) else Secret(key)
        _must_be_sendable(secret)
        self._shown = urlsplit(api_url).hostname or ""
        self._transport = Transport(AccountSession(api_url, secret, at_once))
        self._flights = Flights(self._fetch, at_once=at_once)

    def __repr__(self) -> str:
        return f"<FlowXOClient {self._shown}>"

    def question(self, budget_s: float = 10.0, at_once: int = _AT_ONCE) -> Question:
        """A Source whose calls together take at most `budget_s` seconds from now.

        At most `at_once` of its requests are under way at a time.
        """
        return Question(self._flights, Deadline.after(budget_s), BoundedSemaphore(at_once))

    def close(self) -> None:
        """Close the idle connections; what is under way ends at its deadline."""
        self._transport.close()

    def _fetch(self, asked: Asked[Any], line: Line) -> Landed[Any] | Failure:
        outcome = retries.fetch(self._transport, asked.path, dict(asked.params), line)
        if isinstance(outcome, Failure):
            return outcome
        try:
            return Landed(asked.decode(outcome.content), len(outcome.content))
        except NonsenseFoundError as nonsense:
            return nonsense.failure()


@dataclass(frozen=True, slots=True)
class Question:
    """A Source: the calls of one question, all within one deadline."""

    _flights: Flights
    _deadline: Deadline
    _turns: BoundedSemaphore

    def insights(self, period: Period, unit: Unit | None = None) -> Insights:
        """The stats over `period`, and buckets by `unit` (hour, day or month) where it is given.

        Over a clock change one request a segment, and one more for the stats, all at once.
        """
        parts = segments(period, unit) if unit is not None else ()
        whole = _whole(period)
        if len(parts) == 1:
            whole = parts[0]  # it covers the period, so its stats are the period's
        wanted = tuple(dict.fromkeys((whole, *parts)))
        answers = dict(zip(wanted, self._all([_insights(part) for part in wanted]), strict=True))
        try:
            found: Answers = [(part, _buckets(part, answers[part])) for part in parts]
        except NonsenseFoundError as nonsense:
            raise error_of(nonsense.failure(), self._deadline.budget_s) from None
        stats = answers[whole].stats
        return Insights(
            stats=stats,
            buckets=merge(period, unit, found) if unit is not None else (),
            months_cut_at=months_cut_at(period, unit),
        )

    def top_messages(self, period: Period, limit: int = 200) -> tuple[TopMessage, ...]:
        """At most `limit` rows, most frequent first."""
        read = partial(decode.top_messages, limit=limit)
        return self._all([Asked(TOP_MESSAGES, _list_params(period, limit), read)])[0]

    def top_flows(self, period: Period, limit: int = 200) -> tuple[TopFlow, ...]:
        """At most `limit` rows, most frequent first."""
        read = partial(decode.top_flows, limit=limit)
        return self._all([Asked(TOP_FLOWS, _list_params(period, limit), read)])[0]

    def _all(self, calls: Sequence[Asked[T]]) -> list[T]:
        """The answers, a few calls at a time; the first failure ends the question."""
        flights: deque[tuple[Asked[T], Flight[T]]] = deque()
        waiting = deque(calls)
        answers: list[T] = []
        while flights or waiting:
            # A question always has a call of its own under way, whatever its others hold.
            while waiting and self._turns.acquire(blocking=not flights):
                asked = waiting.popleft()
                flights.append((asked, self._flights.start(asked, self._deadline)))
            outcome = self._landed(*flights.popleft())
            if isinstance(outcome, Failure):
                for _ in flights:
                    self._turns.release()
                raise error_of(outcome, self._deadline.budget_s)
            answers.append(outcome)
        return answers

    def _landed(self, asked: Asked[T], flight: Flight[T]) -> T | Failure:
        try:
            return self._flights.wait(asked, flight, self._deadline)
        finally:
            self._turns.release()


def _buckets(part: Segment, answer: InsightsAnswer) -> Sequence[RawBucket]:
    raw = buckets(part, answer.metrics)
    return clipped(part, raw, answer.stats.values) if answer.stats is not None else raw


def _whole(period: Period) -> Segment:
    """One request over the whole period; by month, since the fewest rows come with it."""
    offset = offset_before(period.end, period.zone) // _MINUTE
    return Segment(period.start, period.end, offset, Unit.MONTH)


def _insights(part: Segment) -> Asked[InsightsAnswer]:
    params = (
        ("offset", str(part.offset_minutes)),
        ("start", _instant(part.start)),
        ("end", _last(part.end)),
        ("unit", str(part.unit)),
    )
    return Asked(INSIGHTS, params, decode.insights)


def _list_params(period: Period, limit: int) -> tuple[tuple[str, str], ...]:
    return (
        ("start", _instant(period.start)),
        ("end", _last(period.end)),
        ("limit", str(limit)),
    )


def _last(end: datetime) -> str:
    """One millisecond before the end: right whether or not Flow XO's own end is inclusive."""
    return _instant(end - _MILLISECOND)


def _instant(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _must_be_sendable(key: Secret) -> None:
    """A header holds visible ASCII; the library's own complaint would quote the key."""
    text = key.reveal()
    if not text or not all("!" <= letter <= "~" for letter in text):
        raise KeyRefusedError(say("upstream.unusable_key"), say("upstream.unusable_key.hint"))
