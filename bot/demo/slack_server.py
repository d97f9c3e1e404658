"""FakeSlack: Slack's side over real HTTP on 127.0.0.1, for tests and the playground.

It answers the Web API, takes uploads and answers to response_urls, signs and sends requests to the
app, and records all of it. It refuses what Slack would refuse, with Slack's own error.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping
from threading import Event
from types import TracebackType
from urllib.parse import parse_qsl

from bot.demo.loopback import Answered, Asked, Loopback
from bot.demo.slack_calls import CALLS, Method, refuse_scope
from bot.demo.slack_faults import Fault, FaultKind, Faults
from bot.demo.slack_files import FILES_AND_VIEWS, receive
from bot.demo.slack_findings import Json
from bot.demo.slack_forms import Forms
from bot.demo.slack_history import HISTORY
from bot.demo.slack_responses import respond
from bot.demo.slack_rules import Refusal
from bot.demo.slack_state import Call, Response, State, Upload
from bot.demo.slack_workspace import Message, Workspace

METHODS: Mapping[str, Method] = {**CALLS, **FILES_AND_VIEWS, **HISTORY}
_HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
_PAGE = b"<!doctype html><title>Service unavailable</title><h1>Please come back later</h1>"


class FakeSlack(Forms):
    """A Slack for one test or one playground; use as a context manager.

    Give the app `api_url` (as SLACK_API_URL), `bot_token`, `signing_secret`; set `app_url` to
    where it listens before sending it anything. `state` holds everything, `workspace` the team;
    `busy_s` counts the seconds spent on answering.
    """

    def __init__(self, state: State | None = None, *, app_url: str = "") -> None:
        super().__init__(state or State(), app_url)
        self._loopback = Loopback(self._answer)
        self._closing = Event()
        self.busy_s = 0.0
        self.state.base_url = self._loopback.url

    def __enter__(self) -> FakeSlack:
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

    @property
    def api_url(self) -> str:
        """The Web API's base, with the slash at its end."""
        return f"{self._loopback.url}/api/"

    @property
    def bot_token(self) -> str:
        """The token that the Web API takes."""
        return self.state.bot_token

    @property
    def app_token(self) -> str:
        """The app-level token, for apps.connections.open."""
        return self.state.app_token

    @property
    def signing_secret(self) -> str:
        """What requests to the app are signed with."""
        return self.state.signing_secret

    @property
    def workspace(self) -> Workspace:
        """Users, channels, messages: change them as a test needs."""
        return self.state.workspace

    @property
    def faults(self) -> Faults:
        """Order faults here."""
        return self.state.faults

    @property
    def calls(self) -> list[Call]:
        """Every call of a Web API method, in order, refused ones too."""
        return list(self.state.calls)

    @property
    def responses(self) -> list[Response]:
        """Every answer sent to a response_url, in order, refused ones too."""
        return list(self.state.responses)

    @property
    def messages(self) -> list[Message]:
        """What the bot has put anywhere, by whatever way, deleted ones too; oldest first."""
        return [message for message in list(self.workspace.messages) if message.from_bot]

    @property
    def posted(self) -> list[Message]:
        """What came by chat.postMessage."""
        return [message for message in self.messages if message.via == "chat.postMessage"]

    @property
    def ephemerals(self) -> list[Message]:
        """What one person alone sees, however it came."""
        return [message for message in self.messages if message.only_for is not None]

    @property
    def files(self) -> list[Upload]:
        """The files that were uploaded and shared."""
        return [upload for upload in list(self.state.files.values()) if upload.completed]

    @property
    def homes(self) -> Mapping[str, Json]:
        """The published Home view of each person."""
        return dict(self.state.homes)

    @property
    def form(self) -> Json | None:
        """The form that is open, the topmost one."""
        stack = self.state.stack
        return self.state.modals[stack[-1]] if stack else None

    def called(self, method: str) -> list[Call]:
        """The calls of one method."""
        return [call for call in self.calls if call.method == method]

    def advance(self, seconds: float) -> None:
        """Let time pass on Slack's clock: response_urls and trigger_ids age."""
        self.state.shift_s += seconds

    def wait_until(self, done: Callable[[], object], timeout_s: float = 10.0) -> None:
        """Wait for something to be recorded; TimeoutError says what there is instead."""
        with self.state.changed:
            if not self.state.changed.wait_for(done, timeout_s):
                seen = [f"{call.method} {call.error}".strip() for call in self.state.calls]
                answers = [response.status for response in self.state.responses]
                raise TimeoutError(f"Slack was called: {seen}; response_urls: {answers}")

    def wait_for_messages(self, count: int = 1, timeout_s: float = 10.0) -> list[Message]:
        """Wait until the bot has put `count` messages anywhere; all of them."""
        self.wait_until(lambda: len(self.messages) >= count, timeout_s)
        return self.messages

    def _answer(self, asked: Asked) -> Answered:
        """Answer one request of the app, and count the time that it takes."""
        begun = time.perf_counter()
        try:
            return self._route(asked)
        finally:
            with self.state.changed:
                self.busy_s += time.perf_counter() - begun

    def _route(self, asked: Asked) -> Answered:
        room, _, name = asked.path.lstrip("/").partition("/")
        match room:
            case "api":
                return self._with_faults(name, lambda: self._call(name, asked))
            case "commands":
                return self._with_faults("response_url", lambda: self._respond(name, asked))
            case "upload":
                return self._with_faults("upload", lambda: self._upload(name, asked))
        return Answered(404, b"not found", content_type="text/plain")

    def _with_faults(self, name: str, run: Callable[[], Answered]) -> Answered:
        """Run it, unless a fault is on order; some faults come after it has run."""
        fault = self.faults.take(name)
        if fault is None:
            return run()
        answered = run() if fault.applied else None
        if not fault.applied:
            self._record(Call(name, {}, {"ok": False, "error": fault.kind}, self.state.now()))
        if fault.kind is FaultKind.DELAY:
            self._closing.wait(fault.seconds)
        return _faulty(fault, answered)

    def _call(self, name: str, asked: Asked) -> Answered:
        arguments = _arguments(asked)
        token = _token(asked, arguments)
        if arguments is None:
            answer: Json = Refusal("invalid_json").to_dict()
        else:
            with self.state.changed:
                answer = _run(self.state, name, arguments, token)
        known = {key: value for key, value in (arguments or {}).items() if key != "token"}
        self._record(Call(name, known, answer, self.state.now()))
        headers = {"x-oauth-scopes": ",".join(self.state.scopes)}
        return Answered(body=json.dumps(answer).encode(), headers=headers)

    def _respond(self, url_id: str, asked: Asked) -> Answered:
        status, text = respond(self.state, url_id, asked.body)
        return Answered(status, text.encode(), content_type="text/html; charset=utf-8")

    def _upload(self, file_id: str, asked: Asked) -> Answered:
        status, text = receive(self.state, file_id, asked.body)
        return Answered(status, text.encode(), content_type="text/plain")

    def _record(self, call: Call) -> None:
        with self.state.changed:
            self.state.calls.append(call)
            self.state.changed.notify_all()


def _faulty(fault: Fault, answered: Answered | None) -> Answered:
    """What the app gets in place of the answer, or the answer late."""
    match fault.kind:
        case FaultKind.DELAY:
            return answered or Answered()
        case FaultKind.RESET:
            return Answered(reset=True)
        case FaultKind.CLOSE:
            return Answered(play=lambda _: None)
        case FaultKind.CUT:
            whole = answered.body if answered else b"{}"
            return Answered(body=whole[: len(whole) // 2])
        case FaultKind.SHORT:
            whole = answered.body if answered else b"{}"
            return Answered(play=lambda send: send(_HEAD % len(whole) + whole[: len(whole) // 2]))
        case FaultKind.HTML:
            return Answered(body=_PAGE, content_type="text/html")
        case FaultKind.NO_OBJECT:
            return Answered(body=b"[1]")
        case FaultKind.STATUS:
            return Answered(fault.status, b"upstream trouble", content_type="text/plain")
        case FaultKind.RATELIMITED:
            headers = {} if fault.retry_after is None else {"Retry-After": fault.retry_after}
            body = json.dumps({"ok": False, "error": "ratelimited"}).encode()
            return Answered(429, body, headers)
        case FaultKind.ERROR:
            return Answered(body=json.dumps({"ok": False, "error": fault.error}).encode())


def _run(state: State, name: str, arguments: Json, token: str) -> Json:
    """Token, scope, then the method itself."""
    method = METHODS.get(name)
    if method is None:
        return Refusal("unknown_method").to_dict()
    if not token:
        return Refusal("not_authed").to_dict()
    if token not in (state.bot_token, state.app_token):
        return Refusal("invalid_auth").to_dict()
    if (token == state.app_token) != method.app_token:
        return Refusal("not_allowed_token_type").to_dict()
    refusal = refuse_scope(state, method.scope) if method.scope else None
    outcome = refusal or method.run(state, arguments)
    if not isinstance(outcome, Refusal):
        return {"ok": True, **outcome}
    if outcome.error != "missing_scope":
        return outcome.to_dict()
    wanted = {"needed": ",".join(outcome.details), "provided": ",".join(state.scopes)}
    return {"ok": False, "error": outcome.error, **wanted}


def _arguments(asked: Asked) -> dict[str, object] | None:
    """Query and body of a call as one object, None where the body is not the JSON it claims."""
    arguments: dict[str, object] = dict(parse_qsl(asked.query, keep_blank_values=True))
    if not asked.body:
        return arguments
    kind = {name.lower(): value for name, value in asked.headers.items()}.get("content-type", "")
    if "json" not in kind:
        form = parse_qsl(asked.body.decode(errors="replace"), keep_blank_values=True)
        return arguments | dict(form)
    try:
        value = json.loads(asked.body)
    except ValueError:
        return None
    if not isinstance(value, dict):
        return None
    return arguments | {key: item for key, item in value.items() if item is not None}


def _token(asked: Asked, arguments: Json | None) -> str:
    headers = {name.lower(): value for name, value in asked.headers.items()}
    bearer = headers.get("authorization", "")
    if bearer.startswith("Bearer "):
        return bearer.removeprefix("Bearer ").strip()
    return str((arguments or {}).get("token") or "")
