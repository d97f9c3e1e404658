"""Where something was asked: ids from payloads alone, whatever shape those have."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.slack.place import (
    Manner,
    OddPayloadError,
    from_command,
    from_home,
    from_message,
    from_press,
)

PRESS: dict[str, Any] = {
    "type": "block_actions",
    "team": {"id": "T1"},
    "user": {"id": "U1"},
    "channel": {"id": "C1"},
    "container": {"message_ts": "1.2", "is_ephemeral": False},
    "actions": [{"action_id": "a", "block_id": "b", "value": "v"}],
    "trigger_id": "t",
    "response_url": "https://hooks.slack.com/actions/x",
}


def test_a_press_in_private_a_channel_a_thread_and_direct_messages() -> None:
    """Each is answered in its own manner."""
    public = from_press(PRESS)
    assert (public.place.manner, public.place.thread_ts) == (Manner.THREAD, "1.2")
    inside = from_press({**PRESS, "message": {"thread_ts": "1.1", "ts": "1.2"}})
    assert (inside.place.thread_ts, inside.place.in_thread) == ("1.1", True)
    private = from_press({**PRESS, "container": {"message_ts": "1.2", "is_ephemeral": True}})
    assert (private.place.manner, private.place.thread_ts) == (Manner.PRIVATE, None)
    direct = from_press({**PRESS, "channel": {"id": "D1"}})
    assert direct.place.manner is Manner.DIRECT
    home = from_press({**PRESS, "channel": None, "container": {"type": "view"}})
    assert (home.place.manner, home.place.channel_id) == (Manner.DIRECT, None)


@pytest.mark.parametrize("container", [None, {}, {"message_ts": "1.2"}, {"is_ephemeral": None}])
def test_a_press_is_public_only_where_slack_says_so(container: object) -> None:
    """Else what was asked in private could be answered for everyone to see."""
    press = {**PRESS, "container": container}
    assert from_press(press).place.manner is Manner.PRIVATE
    shown = from_press({**press, "message": {"ts": "1.2"}})
    assert shown.place.manner is Manner.THREAD


def test_an_option_that_was_chosen_is_the_value() -> None:
    """A menu's own value is none."""
    chosen = {**PRESS, "actions": [{"selected_option": {"value": "csv"}, "block_id": "q:x"}]}
    assert from_press(chosen).value == "csv"


def test_a_request_is_named_by_its_trigger_or_its_response_url() -> None:
    """Without either it cannot be known again."""
    command = {"team_id": "T1", "user_id": "U1", "command": "/x"}
    assert from_command({**command, "trigger_id": "t"}).keys == ("trigger:t",)
    with_url = from_command({**command, "response_url": "https://hooks.slack.com/x"})
    assert with_url.keys == ("trigger:https://hooks.slack.com/x",)
    assert from_command(command).keys == ()


@pytest.mark.parametrize("url", ["http://evil.test/x", "file:///etc/passwd", 5, None])
def test_a_response_url_is_https_or_loopback(url: object) -> None:
    """Nothing else is ever posted to."""
    body = {"team_id": "T1", "user_id": "U1", "command": "/x", "response_url": url}
    assert from_command(body).response_url is None


def test_an_event_is_of_the_workspace_that_it_came_by() -> None:
    """In a shared channel the author's own workspace is another."""
    event = {"user": "U1", "channel": "C1", "ts": "1.2", "text": "x"}
    body = {"team_id": "T2", "authorizations": [{"team_id": "T1"}], "event": event}
    assert from_message(body).team_id == "T1"
    assert from_message({"team_id": "T2", "event": event}).team_id == "T2"


def test_the_first_message_of_a_thread_is_in_no_thread_yet() -> None:
    """Slack may name a message as its own parent."""
    event = {"user": "U1", "channel": "C1", "ts": "1.2", "thread_ts": "1.2"}
    place = from_message({"team_id": "T1", "event": event, "event_id": "Ev1"})
    assert (place.thread_ts, place.in_thread) == ("1.2", False)
    assert place.keys == ("event:Ev1", "message:T1:C1:1.2")


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.sampled_from(["T1", "1.2", "x", ""]),
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(
            st.sampled_from(
                ["team", "team_id", "user", "user_id", "id", "channel", "event", "ts", "actions",
                 "container", "message", "authorizations", "thread_ts", "selected_option"]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=10,
)  # fmt: skip


@given(st.dictionaries(st.sampled_from(sorted(PRESS)), anything))
def test_any_payload_has_a_place_or_is_odd(body: dict[str, object]) -> None:
    """A law: nothing else is raised."""
    for read in (from_command, from_message, from_home, from_press):
        try:
            read({**PRESS, **body})
        except OddPayloadError:
            continue
