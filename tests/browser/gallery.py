"""What is looked at: the snapshots of tests/render, the docs' questions, extremes.

The docs' answers are made as the bot makes them, at one frozen moment.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import lru_cache
from hashlib import sha256
from typing import Any, Literal
from zoneinfo import ZoneInfo

from bot.answer import answer
from bot.answer_all import Account as Asked
from bot.core.digest import ALL, Digest
from bot.core.parse import Context, Reading, parse
from bot.core.phrases.saying import weekday_moment
from bot.core.schedule import Cadence, Schedule
from bot.core.sentences import say
from bot.demo import page
from bot.demo.flowxo_server import FakeFlowXO
from bot.demo.page_html import Html
from bot.digest_answer import answer_digest
from bot.errors import BotError
from bot.flowxo.client import FlowXOClient
from bot.render.connecting import ASK, CONNECT, REMIND, offer, offered
from bot.render.message import answer_message, error_message, help_message
from bot.render.plan import MessagePlan, Posting, Shown
from bot.render.views import home_view
from tests.render.snapshot import FOLDER

ZONE = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 26, 9, 12, tzinfo=ZONE)  # a Thursday

# Each picture of the docs: what was typed, if it was a question.
QUESTIONS: Mapping[str, str] = {
    "stats": "stats last week",
    "top-flows": "top flows last month",
    "top-messages": "messages last week",
    "chart-compared": "chart new users last month vs previous",
    "by-hour": "chart triggers yesterday by hour",
    "by-month": "chart messages received last year by month vs previous",
    "report": "report last week",
    "help": "help",
    "unknown-word": "conversions last weeek",
    "no-data": "stats june 2019",
}
# What no picture of the docs shows, but must look well too.
_MORE: Mapping[str, str] = {
    "totals": "chart total users last month",
    "hours-of-days": "chart triggers last 3 days by hour vs last year",
    "bars": "chart triggers last 3 months by month vs last year",
    "several": "chart new users, triggers, messages sent and active users last 30 days",
    "fifty": "top messages all time top 50",
    "later": "report september vs october",
    "by-day": "stats last week by day",
    "parts": "messages november by week",
    "changed-clock": "chart triggers 25 oct by hour vs previous",
}
HOSTILE = (
    '<img src=x onerror="alert(1)">',
    "</title></svg></style><script>alert(1)</script>",
    "&lt;b&gt; &amp; \"quoted\" 'single' `back`",
    "Donaudampfschifffahrtsgesellschaftskapitänsmützenhalter" * 3,
    "\u202eright to left\u202c مرحبا، أين طلبي؟",
    "日本語の長い名前" * 9,
    "👩‍👩‍👧‍👦 🎁 Z̷̢͙̞a̶͎̓l̸̰̈́g̵̱͒o̴͉͝",
    "https://shop.example/" + "a" * 120,
)


@dataclass(frozen=True, slots=True)
class Exhibit:
    """One message, or one view, that is looked at."""

    text: str
    blocks: Sequence[Mapping[str, Any]]
    only_you: bool = True
    surface: str = "message"

    def html(self, theme: page.Theme) -> str:
        """The page that shows it alone."""
        return page.page([self._body()], title="A message of the bot", theme=theme)

    @property
    def digest(self) -> str:
        """Sixteen characters that change when anything that it says does."""
        said = json.dumps([self.text, self.blocks], ensure_ascii=False, sort_keys=True)
        return sha256(said.encode()).hexdigest()[:16]

    def _body(self) -> Html:
        if self.surface != "message":
            return page.view({"type": self.surface, "blocks": self.blocks})
        head = page.Head(f"{NOW:%H:%M}", only_you=self.only_you)
        return page.message(self.text, self.blocks, head)


def snapshot_names() -> list[str]:
    """Every snapshot, native and rich."""
    return sorted(path.name.removesuffix(".json") for path in FOLDER.glob("*.json"))


def names() -> list[str]:
    """Everything that is looked at."""
    return [
        *(f"snapshot/{name}" for name in snapshot_names()),
        *(f"docs/{name}" for name in docs_names()),
        *(f"more/{name}" for name in (*_MORE, *_EXTREMES, "digest-of-all")),
    ]


def docs_names() -> list[str]:
    """The pictures of the docs."""
    return [*QUESTIONS, "key-refused", "no-account", "shared", "digest"]


def exhibit(name: str) -> Exhibit:
    """The exhibit of one of `names`."""
    group, _, rest = name.partition("/")
    if group == "snapshot":
        return _snapshot(rest)
    return _EXTREMES[rest]() if rest in _EXTREMES else answered()[rest]


def _snapshot(name: str) -> Exhibit:
    text = (FOLDER / f"{name.removesuffix('.rich')}.txt").read_text(encoding="utf-8")
    blocks = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))["blocks"]
    return Exhibit(text.rstrip("\n"), blocks, only_you="public" not in name)


@lru_cache(maxsize=1)
def answered() -> dict[str, Exhibit]:
    """Every question's answer, by name."""
    public = Shown(public=True, threaded=True, asker="U1")
    with FakeFlowXO(now=NOW) as flowxo:
        client = FlowXOClient(flowxo.url, flowxo.key)
        try:
            plans = {name: _plan(text, client) for name, text in {**QUESTIONS, **_MORE}.items()}
            shared = _plan(QUESTIONS["stats"], client, public)
            digests = {"digest": _digest(client, 1), "digest-of-all": _digest(client, ALL)}
        finally:
            client.close()
    plans["key-refused"] = _key_refused()
    plans["no-account"] = _no_account()
    found = {name: Exhibit(plan.text, plan.blocks) for name, plan in plans.items()}
    seen_by_all = digests | {"shared": shared}
    return found | {
        name: Exhibit(plan.text, plan.blocks, only_you=False) for name, plan in seen_by_all.items()
    }


def _digest(client: FlowXOClient, account: int | Literal["all"]) -> MessagePlan:
    """What comes on Thursdays; for all, three accounts."""
    schedule = Schedule(Cadence.WEEKLY, NOW.time(), ZONE, weekdays=(NOW.weekday(),))
    named = ("Acme Support", "Acme Shop", "Acme Jobs") if account == ALL else ("Acme Support",)
    asked = [Asked(name, client.question, ZONE) for name in named]
    posting = Posting(7, NOW, "Ada Lovelace", NOW + timedelta(days=7))
    plan = answer_digest(Digest(schedule, account), posting, asked, NOW)
    assert plan is not None
    return plan


def _key_refused() -> MessagePlan:
    """As somebody reads it who is not the account's owner."""
    since = weekday_moment(datetime(2026, 11, 23, 8, 14, tzinfo=ZONE), ZONE)
    owner = say("refused.owner", person="Ada")
    last = say(
        "refused.told",
        person="Ada",
        when=weekday_moment(datetime(2026, 11, 23, 8, 15, tzinfo=ZONE), ZONE),
    )
    error = BotError(
        say("refused.since", account="Acme Support", since=since),
        say("both", first=owner, second=last),
    )
    return offered(error_message(error, Shown()), [offer(REMIND, "", "en")])


def _no_account() -> MessagePlan:
    error = BotError(say("no_account"), say("connect.offer"))
    return offered(error_message(error, Shown()), [offer(one, "", "en") for one in (CONNECT, ASK)])


def _plan(text: str, client: FlowXOClient, shown: Shown | None = None) -> MessagePlan:
    shown = shown or Shown(words=text, zone=ZONE.key)
    try:
        reading = parse(text, Context(NOW, ZONE))
    except BotError as error:
        return error_message(error, shown)
    if reading.query.period is None:
        return help_message(reading.query.topic, shown)
    return _answer(reading, client, shown)


def _answer(reading: Reading, client: FlowXOClient, shown: Shown) -> MessagePlan:
    report = answer(reading.query, client.question(), NOW, notes=reading.notes)
    return answer_message(report, replace(shown, alternatives=reading.alternatives))


def _home() -> Exhibit:
    view = home_view(Shown(zone=ZONE.key, direct=True), say("upstream.refused"))
    return Exhibit("", view["blocks"], surface="home")


def _text_alone() -> Exhibit:
    return Exhibit(answered()["report"].text, ())


def _hostile() -> Exhibit:
    """The list of flows with a stranger's texts for names, in blocks and in the headline."""
    flows = _snapshot("flows")
    blocks = json.loads(json.dumps(flows.blocks))
    for block in blocks:
        if block["type"] == "header":
            block["text"]["text"] = HOSTILE[0] + HOSTILE[3][:100]
        if block["type"] == "data_table":
            head, *body = block["rows"]
            block["rows"] = [head, *(_named(body[0], text) for text in HOSTILE)]
        if block["type"] == "actions":
            block["elements"][0]["text"]["text"] = HOSTILE[3][:75]
    return Exhibit("", blocks)


def _named(row: Sequence[Any], text: str) -> list[Any]:
    return [row[0], {"type": "raw_text", "text": text}, *row[2:]]


def _widest_chart() -> Exhibit:
    """As much as Slack takes: 12 series of 20 points, labels and names of 20 characters."""
    labels = [f"{index:02d} Nov 2026, 23:00 x" for index in range(20)]
    series = [
        {
            "name": f"Series of number {number:02d}x",
            "data": [
                {"label": label, "value": 10**9 * (index * number % 7 - 1)}
                for index, label in enumerate(labels)
            ],
        }
        for number in range(12)
    ]
    axis = {"categories": labels, "x_label": "Hour", "y_label": "Triggers"}
    chart = {"type": "line", "series": series, "axis_config": axis}
    block = {"type": "data_visualization", "title": "As wide as Slack takes it " * 2}
    return Exhibit("", [block | {"chart": chart}])


_EXTREMES: Mapping[str, Callable[[], Exhibit]] = {
    "home": _home,
    "text-alone": _text_alone,
    "hostile": _hostile,
    "widest-chart": _widest_chart,
}
