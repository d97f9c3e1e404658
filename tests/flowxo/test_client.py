"""What the client asks Flow XO for, and what it makes of true answers."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.core.metrics import Metric
from bot.core.periods import Period, Unit, of_days
from bot.core.results import TopFlow, TopMessage
from bot.demo import flowxo_faults as faults
from bot.demo.flowxo_server import FakeFlowXO
from bot.demo.page_example import EXAMPLE
from bot.errors import KeyRefusedError
from bot.flowxo.client import FlowXOClient
from bot.settings import Secret


def counted(*values: int) -> dict[Metric, int]:
    """The six figures in the order in which the API page names them."""
    page = (
        Metric.ACTIVE_USERS,
        Metric.TOTAL_USERS,
        Metric.NEW_USERS,
        Metric.TRIGGERS,
        Metric.RECEIVED,
        Metric.SENT,
    )
    return dict(zip(page, values, strict=True))


OCTOBER = counted(22, 54, 9, 100, 99, 141)
NOVEMBER = counted(23, 55, 1, 4, 7, 5)
BOTH = counted(23, 55, 10, 104, 106, 146)


def test_the_page_s_own_example_comes_out_exactly(client: FlowXOClient, autumn: Period) -> None:
    """Stats, buckets and both lists of the API page."""
    source = client.question()
    insights = source.insights(autumn, Unit.MONTH)
    assert insights.stats is not None
    assert insights.stats.values == BOTH
    assert [bucket.values for bucket in insights.buckets] == [OCTOBER, NOVEMBER]
    assert insights.buckets[0].start == datetime(2021, 10, 1, tzinfo=UTC)
    assert insights.buckets[1].end == datetime(2021, 12, 1, tzinfo=UTC)
    assert source.top_messages(autumn) == (
        TopMessage("text me", 18),
        TopMessage("hi", 4),
        TopMessage("text ne", 2),
        TopMessage("/start", 1),
        TopMessage("convert a timestamp", 1),
    )
    assert source.top_flows(autumn) == (
        TopFlow("616f1b6a1680ec001b9a4579", "Untitled Broadcast", 93),
        TopFlow("5e4078ccbf034a59fd0b611d", "Text Me", 19),
        TopFlow("615119f48188d75b1dd62763", "Untitled Flow", 14),
        TopFlow(
            "6104229e5fd0b00021b5e807", "Deep Linking with Multiple Argument Parsing (b64 url)", 1
        ),
        TopFlow("5e2e18a38575b0006eb996c5", "Parse a Unix Timestamp", 1),
    )


def test_instants_are_sent_whole_and_the_end_is_a_millisecond_early(
    flowxo: FakeFlowXO, client: FlowXOClient
) -> None:
    """Right whether or not Flow XO's end is inclusive; one request without a clock change."""
    period = of_days(date(2021, 11, 1), date(2021, 11, 30), ZoneInfo("America/Los_Angeles"))
    week = of_days(date(2021, 11, 15), date(2021, 11, 21), ZoneInfo("America/Los_Angeles"))
    client.question().insights(week, Unit.DAY)
    client.question().insights(period)
    client.question().top_messages(period, 50)
    client.question().top_flows(period)
    asked = {"start": "2021-11-01T07:00:00.000Z", "end": "2021-12-01T07:59:59.999Z"}
    days = {"start": "2021-11-15T08:00:00.000Z", "end": "2021-11-22T07:59:59.999Z"}
    assert [(request.verb, request.path, request.params) for request in flowxo.requests] == [
        ("GET", "/insights", {"offset": "-480", **days, "unit": "day"}),
        ("GET", "/insights", {"offset": "-480", **asked, "unit": "month"}),
        ("GET", "/insights/top_messages", {**asked, "limit": "50"}),
        ("GET", "/insights/top_flows", {**asked, "limit": "200"}),
    ]


def test_a_clock_change_takes_one_request_a_segment_and_one_for_the_stats(
    flowxo: FakeFlowXO, client: FlowXOClient
) -> None:
    """The stats always come from one request over the whole range."""
    zone = ZoneInfo("Europe/Berlin")
    period = of_days(date(2021, 10, 1), date(2021, 11, 30), zone)
    insights = client.question().insights(period, Unit.DAY)
    assert insights.stats is not None
    assert insights.stats.values == BOTH
    assert len(insights.buckets) == 61
    edges = sorted(
        (request.params["start"], request.params["end"], request.offset)
        for request in flowxo.requests
    )
    assert edges == [
        ("2021-09-30T22:00:00.000Z", "2021-10-31T22:59:59.999Z", 120),
        ("2021-09-30T22:00:00.000Z", "2021-11-30T22:59:59.999Z", 60),
        ("2021-10-31T23:00:00.000Z", "2021-11-30T22:59:59.999Z", 60),
    ]


def test_over_400_days_by_month_is_one_request_and_said(
    flowxo: FakeFlowXO, client: FlowXOClient
) -> None:
    """Then months are cut at the offset of the range's end."""
    period = of_days(date(2020, 6, 1), date(2021, 12, 31), ZoneInfo("Europe/Berlin"))
    insights = client.question().insights(period, Unit.MONTH)
    assert insights.months_cut_at == "UTC+01:00"
    assert len(flowxo.requests) == 1
    assert flowxo.requests[0].offset == 60
    sent = {bucket.start.month: bucket.values[Metric.SENT] for bucket in insights.buckets[-4:]}
    assert sent == {8: 92, 9: 141, 10: 5, 11: 0}  # in UTC they begin an hour earlier


def test_nothing_for_the_range_is_no_data(client: FlowXOClient) -> None:
    """An empty list of stats is not zero and not an error."""
    june = of_days(date(2019, 6, 1), date(2019, 6, 30), UTC)
    insights = client.question().insights(june, Unit.DAY)
    assert (insights.stats, insights.buckets) == (None, ())
    assert client.question().top_messages(june) == ()


def test_a_list_is_no_longer_than_was_asked(flowxo: FakeFlowXO, client: FlowXOClient) -> None:
    """Whatever Flow XO sends above the limit, the most frequent stay."""
    rows = [{"_id": str(n), "count": n} for n in range(300)]
    flowxo.script(faults.value(rows))
    period = of_days(date(2021, 11, 1), date(2021, 11, 2), UTC)
    assert client.question().top_messages(period, 2) == (
        TopMessage("299", 299),
        TopMessage("298", 298),
    )


def test_a_fixed_offset_is_a_zone_too(flowxo: FakeFlowXO, client: FlowXOClient) -> None:
    """UTC+05:45 is 345 minutes."""
    zone = timezone(timedelta(hours=5, minutes=45))
    period = of_days(date(2021, 10, 18), date(2021, 10, 24), zone)
    insights = client.question().insights(period, Unit.DAY)
    assert flowxo.requests[0].offset == 345
    assert insights.buckets[0].start == period.start
    assert sum(bucket.values[Metric.TRIGGERS] for bucket in insights.buckets) == 41


def test_neither_proxies_nor_netrc_come_between(
    flowxo: FakeFlowXO, autumn: Period, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The environment must not lead the key elsewhere, or replace it."""
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login someone password else\n")
    monkeypatch.setenv("NETRC", str(netrc))
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    client = FlowXOClient(flowxo.url, Secret(flowxo.key))
    assert client.question().insights(autumn).stats is not None
    client.close()


def test_a_slash_at_the_address_s_end_does_no_harm(flowxo: FakeFlowXO, autumn: Period) -> None:
    """Both ways of writing FLOWXO_API_URL work."""
    client = FlowXOClient(flowxo.url + "/", flowxo.key)
    assert client.question().insights(autumn).stats is not None
    client.close()


@pytest.mark.parametrize("key", ["", "two words", "line\nbreak", "schlüssel", "tab\t", "\x7f"])
def test_a_key_that_no_header_holds_is_refused_without_being_told(key: str) -> None:
    """The library's own complaint would quote it."""
    with pytest.raises(KeyRefusedError) as refused:
        FlowXOClient("http://127.0.0.1:9", key)
    assert not key or key not in refused.value.message + refused.value.hint


def test_an_address_that_is_none_is_refused_at_once() -> None:
    """Not at the first question."""
    with pytest.raises(ValueError, match=r"No (scheme|host)"):
        FlowXOClient("flowxo.com", "key")


def test_connections_are_kept_and_shared(flowxo: FakeFlowXO, client: FlowXOClient) -> None:
    """A question after another needs no new connection; nothing breaks when it was closed."""
    for day in range(1, 8):
        period = of_days(date(2021, 10, day), date(2021, 10, day), UTC)
        assert client.question().insights(period) is not None
    client.close()
    period = of_days(date(2021, 10, 20), date(2021, 10, 20), UTC)
    assert client.question().insights(period).stats is not None
    assert len(flowxo.requests) == 8


def test_the_example_in_any_zone_has_the_page_s_sums() -> None:
    """Its events lie well inside their months, so that nobody's zone moves them."""
    with FakeFlowXO(EXAMPLE) as flowxo:
        for name in ("Pacific/Kiritimati", "Pacific/Niue", "Asia/Kathmandu", "Europe/Berlin"):
            client = FlowXOClient(flowxo.url, flowxo.key)
            period = of_days(date(2021, 10, 1), date(2021, 11, 30), ZoneInfo(name))
            insights = client.question().insights(period, Unit.MONTH)
            assert insights.stats is not None
            assert insights.stats.values == BOTH
            assert [bucket.values for bucket in insights.buckets] == [OCTOBER, NOVEMBER]
            client.close()
