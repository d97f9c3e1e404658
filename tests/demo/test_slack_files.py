"""Uploads in three steps, Home views and modals, as slack_sdk does them against FakeSlack."""

from __future__ import annotations

import http.client
from typing import Any

from slack_sdk import WebClient

from bot.demo.slack_server import FakeSlack
from bot.demo.slack_workspace import (
    ASKER,
    CHATBOTS,
    GENERAL,
)
from tests.demo.just_inside import button, plain, section
from tests.demo.refused import error_of


def test_files_go_in_three_steps(slack: FakeSlack, client: WebClient) -> None:
    """files_upload_v2 works with a channel's id where the bot is a member."""
    client.files_upload_v2(
        channel=CHATBOTS, filename="a.csv", content="a;b", title="A", thread_ts="1.2"
    )
    (upload,) = slack.files
    assert (upload.filename, upload.content, upload.title) == ("a.csv", b"a;b", "A")
    assert (upload.channel_id, upload.thread_ts) == (CHATBOTS, "1.2")
    assert slack.messages[-1].files == (upload.file_id,)
    assert error_of(client.files_info, file=upload.file_id) == "missing_scope"
    slack.state.scopes += ("files:read",)
    assert client.files_info(file=upload.file_id)["file"]["mimetype"] == "text/csv"
    assert error_of(client.files_info, file="F0") == "file_not_found"
    for channel, error in (
        ("#chatbots", "channel_not_found"), (ASKER, "channel_not_found"),
        (GENERAL, "not_in_channel"),
    ):  # fmt: skip
        asked = {"channel": channel, "filename": "a.csv", "content": "x"}
        assert error_of(client.files_upload_v2, **asked) == error


def test_uploads_are_checked(slack: FakeSlack, client: WebClient) -> None:
    """Each step refuses what does not fit the one before, and what is too long."""
    begin = client.files_getUploadURLExternal
    assert error_of(begin, filename="", length=3) == "invalid_arguments"
    assert error_of(begin, filename="a", length=0) == "invalid_arguments"
    assert error_of(begin, filename="a", length="x") == "invalid_arguments"
    begin(filename="a", length=3, alt_txt="x" * 1000)
    assert error_of(begin, filename="a", length=3, alt_txt="x" * 1001) == "alt_txt_too_large"
    begin(filename="a", length=1_000_000, snippet_type="text")
    asked = {"filename": "a", "length": 1_000_001, "snippet_type": "text"}
    assert error_of(begin, **asked) == "snippet_too_large"
    finish = client.files_completeUploadExternal
    assert error_of(finish, files=[]) == "invalid_arguments"
    assert error_of(finish, files=[{"id": "F0"}]) == "file_not_found"
    begun = begin(filename="a", length=3)
    assert error_of(finish, files=[{"id": begun["file_id"]}]) == "file_not_found"
    connection = http.client.HTTPConnection(slack.api_url.split("/")[2])
    path = "/" + begun["upload_url"].split("/", 3)[3]
    for body, status in ((b"toolong", 400), (b"abc", 200), (b"abc", 404)):
        connection.request("POST", path, body)
        response = connection.getresponse()
        response.read()
        assert response.status == status
    connection.close()
    finish(files=[{"id": begun["file_id"]}])
    assert error_of(finish, files=[{"id": begun["file_id"]}]) == "file_not_found"


HOME = {"type": "home", "blocks": [{"type": "actions", "elements": [button(value="v")]}]}
MODAL = {"type": "modal", "title": plain(3), "blocks": [section()]}


def test_homes_are_published(slack: FakeSlack, client: WebClient) -> None:
    """views.publish keeps one Home a person, refuses modals, bad views and an old hash."""
    first = client.views_publish(user_id=ASKER, view=HOME)["view"]
    again = client.views_publish(user_id=ASKER, view=HOME, hash=first["hash"])["view"]
    assert again["id"] == first["id"]
    assert slack.homes[ASKER]["hash"] == again["hash"]
    publish = client.views_publish
    asked: dict[str, Any] = {"user_id": ASKER}
    assert error_of(publish, **asked, view=HOME, hash=first["hash"]) == "hash_conflict"
    assert error_of(publish, **asked, view=MODAL) == "invalid_arguments"
    assert error_of(publish, **asked, view={"type": "home"}) == "invalid_arguments"
    assert error_of(publish, user_id="U0", view=HOME) == "user_not_found"


def test_modals_need_a_fresh_trigger(slack: FakeSlack, client: WebClient) -> None:
    """A trigger_id opens one modal within 3 seconds; views.update wants the right hash."""
    trigger = slack.state.issue_trigger()
    view = client.views_open(trigger_id=trigger, view=MODAL)["view"]
    opened = client.views_open
    assert error_of(opened, trigger_id=trigger, view=MODAL) == "trigger_exchanged"
    assert error_of(opened, trigger_id="1", view=MODAL) == "invalid_trigger_id"
    late = slack.state.issue_trigger()
    slack.advance(3.5)
    assert error_of(opened, trigger_id=late, view=MODAL) == "trigger_expired"
    for wrong in (HOME, {"type": "modal"}):
        fresh = slack.state.issue_trigger()
        assert error_of(opened, trigger_id=fresh, view=wrong) == "invalid_arguments"
    changed = client.views_update(view_id=view["id"], view=MODAL, hash=view["hash"])["view"]
    update = client.views_update
    old = {"view_id": view["id"], "hash": view["hash"]}
    assert error_of(update, **old, view=MODAL) == "hash_conflict"
    assert changed["id"] == view["id"]
    assert error_of(update, view_id=view["id"], view={"type": "modal"}) == "invalid_arguments"
    assert error_of(update, view_id="V0", view=MODAL) == "not_found"


def test_three_modals_are_stacked(slack: FakeSlack, client: WebClient) -> None:
    """A third modal is pushed, a fourth is refused."""
    client.views_open(trigger_id=slack.state.issue_trigger(), view=MODAL)
    for _ in range(2):
        client.views_push(trigger_id=slack.state.issue_trigger(), view=MODAL)
    asked = {"trigger_id": slack.state.issue_trigger(), "view": MODAL}
    assert error_of(client.views_push, **asked) == "push_limit_reached"
