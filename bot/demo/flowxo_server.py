"""FakeFlowXO, Flow XO's side over real HTTP on a free port of 127.0.0.1.

It follows the API page by counting one log of events, so that whatever is asked adds up; it can be
told to be slow, down or wrong. It never keeps the key that a request brought.
"""

from __future__ import annotations

import hmac
import json
import time
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import accumulate
from threading import Event, Lock
from types import TracebackType
from urllib.parse import parse_qsl

from bot.demo.event_log import EventLog
from bot.demo.flowxo_answers import Answers, BadParameterError, Habits
from bot.demo.flowxo_faults import Scripted
from bot.demo.loopback import Answered, Asked, Loopback
from bot.demo.sample import sample

API = "/api"
KEY = "eyJhbGciOiJub25lIn0.eyJkZW1vIjoiZmxvd3hvIn0.sample"
_PATHS = ("/insights", "/insights/top_messages", "/insights/top_flows")


@dataclass(frozen=True, slots=True)
class FlowXORequest:
    """A request as it came: its path under the base address, its parameters."""

    verb: str
    path: str
    params: Mapping[str, str]

    @property
    def offset(self) -> int:
        """The offset from UTC in minutes that was asked for; 0 when none was."""
        return int(self.params.get("offset", "0"))


class FakeFlowXO:
    """A context manager; while it is open `url` answers like https://flowxo.com/api.

    `data` is the log behind the figures: the sample chatbot's, or `page_example.EXAMPLE`, which is
    that of the API page. `delay_s` slows every answer down and may be set at any time. What the
    time is says `clock`, else it stays `now`.
    """

    def __init__(
        self,
        data: EventLog | None = None,
        *,
        key: str = KEY,
        habits: Habits | None = None,
        now: datetime | None = None,
        clock: Callable[[], datetime] | None = None,
        delay_s: float = 0.0,
    ) -> None:
        self.key = key
        begun = now or datetime.now(UTC)
        self._clock = clock or (lambda: begun)
        self.data = data or sample(self.now)
        self.habits = habits or Habits()
        self.delay_s = delay_s
        self.requests: list[FlowXORequest] = []
        self.busy_s = 0.0
        self._under_way: list[tuple[float, float]] = []
        self._scripts: deque[tuple[str | None, Scripted]] = deque()
        self._always: Scripted | None = None
        self._lock = Lock()
        self._closing = Event()
        self._loopback = Loopback(self._answer)
        self.url = self._loopback.url + API

    @property
    def now(self) -> datetime:
        """What the time is at Flow XO."""
        return self._clock()

    def __enter__(self) -> FakeFlowXO:
        self._loopback.__enter__()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._closing.set()
        self._loopback.__exit__(kind, error, trace)

    def script(self, *answers: Scripted, path: str | None = None) -> None:
        """Put these in the place of the next answers, or of the next of one `path`."""
        with self._lock:
            self._scripts.extend((path, answer) for answer in answers)

    def always(self, answer: Scripted | None) -> None:
        """Answer everything that is not scripted like this; None: truly again."""
        with self._lock:
            self._always = answer

    def clear(self) -> None:
        """Forget scripts, requests and time spent."""
        with self._lock:
            self._scripts.clear()
            self._always = None
            self.requests.clear()
            self._under_way.clear()
            self.busy_s = 0.0

    def _answer(self, asked: Asked) -> Answered:
        begun = time.perf_counter()
        try:
            return self._play(asked)
        finally:
            ended = time.perf_counter()
            with self._lock:
                self.busy_s += ended - begun
                self._under_way.append((begun, ended))

    @staticmethod
    def most_at_once(*servers: FakeFlowXO) -> int:
        """How many requests to any of them, all answered by now, were under way together."""
        found = [span for server in servers for span in server._under_way]
        edges = sorted([(at, 1) for at, _ in found] + [(at, -1) for _, at in found])
        return max(accumulate(step for _, step in edges), default=0)

    def _play(self, asked: Asked) -> Answered:
        path = asked.path.removeprefix(API)
        params = dict(parse_qsl(asked.query, keep_blank_values=True))
        scripted = self._noted(FlowXORequest(asked.verb, path, params))
        if self.delay_s:
            self._closing.wait(self.delay_s)
        if scripted is None:
            return self._true(asked, path, params)
        if scripted.delay_s:
            self._closing.wait(scripted.delay_s)
        while scripted.until and not scripted.until.wait(0.02) and not self._closing.is_set():
            continue
        if scripted.true:
            return self._true(asked, path, params)
        return _answered(scripted, self._closing)

    def _noted(self, request: FlowXORequest) -> Scripted | None:
        """Remember the request; the script that stands for its answer, if there is one."""
        with self._lock:
            self.requests.append(request)
            for place, (path, answer) in enumerate(self._scripts):
                if path in (None, request.path):
                    del self._scripts[place]
                    return answer
            return self._always

    def _true(self, asked: Asked, path: str, params: Mapping[str, str]) -> Answered:
        bearer = {name.lower(): text for name, text in asked.headers.items()}.get("authorization")
        if not asked.path.startswith(API) or path not in _PATHS:
            return _error(404, "Not found")
        if asked.verb != "GET":
            return _error(405, "Method not allowed")
        if not hmac.compare_digest(str(bearer).encode(), f"Bearer {self.key}".encode()):
            return _error(401, "Unauthorized")
        answers = Answers(self.data, self.habits, self.now)
        calls: tuple[Callable[[Mapping[str, str]], object], ...] = (
            answers.insights,
            answers.top_messages,
            answers.top_flows,
        )
        try:
            found = dict(zip(_PATHS, calls, strict=True))[path](params)
        except BadParameterError as error:
            return _error(400, f"Bad parameter: {error}")
        return Answered(body=json.dumps(found).encode())


def _error(status: int, message: str) -> Answered:
    return Answered(status, json.dumps({"error": message}).encode())


def _answered(scripted: Scripted, closing: Event) -> Answered:
    play = scripted.play
    return Answered(
        scripted.status,
        scripted.body,
        scripted.headers,
        scripted.content_type,
        scripted.reset,
        (lambda send: play(send, closing)) if play else None,
    )
