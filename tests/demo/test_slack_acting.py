"""What would ring, open or be formatted is found, and what is safe is not."""

from __future__ import annotations

from typing import Any

import pytest

from bot.demo.slack_acting import Acting, in_blocks, in_message


def mrkdwn(text: str, **more: Any) -> list[dict[str, Any]]:
    """A section with a mrkdwn text."""
    return [{"type": "section", "text": {"type": "mrkdwn", "text": text, **more}}]


def words(element: dict[str, Any]) -> list[dict[str, Any]]:
    """A rich text block with one element."""
    section = {"type": "rich_text_section", "elements": [element]}
    return [{"type": "rich_text", "elements": [section]}]


@pytest.mark.parametrize(
    "text", ["<!channel>", "<!here|here>", "<!everyone>", "<@U0ASKER001>", "<!subteam^S1|team>"]
)
def test_live_mentions_ring(text: str) -> None:
    """A mention that was not escaped rings, in text and in any mrkdwn."""
    assert in_message({"text": f"hi {text}", "parse": "none"}).pings == (text,)
    assert in_blocks(mrkdwn(text, verbatim=True)).pings == (text,)
    escaped = text.replace("<", "&lt;").replace(">", "&gt;")
    assert in_message({"text": escaped, "parse": "none"}) == Acting()


@pytest.mark.parametrize("url", ["https://x.example/a", "mailto:a@x.example", "www.x.example"])
def test_bare_urls_open_unless_told_not_to(url: str) -> None:
    """A bare URL opens in text without parse=none and in mrkdwn without verbatim."""
    assert in_message({"text": f"see {url}"}).links == (url,)
    assert in_message({"text": f"see {url}", "parse": "none"}).links == ()
    assert in_blocks(mrkdwn(url)).links == (url,)
    assert in_blocks(mrkdwn(url, verbatim=True)).links == ()


def test_named_links_open() -> None:
    """<url|label>, a channel, and a date that carries a link open."""
    text = "<https://x.example|safe> <#C1> <!date^1^{date}^https://x.example|x> <!date^1^{date}|x>"
    assert len(in_message({"text": text, "parse": "none"}).links) == 3


def test_names_ring_where_slack_looks_for_them() -> None:
    """@here rings in mrkdwn that is not verbatim, and any @name with link_names or parse=full."""
    assert in_blocks(mrkdwn("@here #general")) == Acting(("@here",), ("#general",))
    assert in_blocks(mrkdwn("@here #general", verbatim=True)) == Acting()
    assert in_message({"text": "@here @ada"}) == Acting()
    asked = in_message({"text": "@here @ada #general", "link_names": True})
    assert asked == Acting(("@here", "@ada"), ("#general",))
    assert in_message({"text": "@ada", "parse": "full"}).pings == ("@ada",)


@pytest.mark.parametrize("text", ["*bold*", "_it_", "~no~", "`code`", "> quote", ":wave:"])
def test_formatting_is_seen(text: str) -> None:
    """Formatting acts in text with mrkdwn on and in mrkdwn objects; figures and times do not."""
    assert in_message({"text": text}).formatting == (text,)
    assert in_message({"text": text, "mrkdwn": False}).formatting == ()
    assert in_blocks(mrkdwn(text, verbatim=True)).formatting == (text,)
    assert in_message({"text": "36 * 2 at 09:12:45, flow_name_x"}).formatting == ()


def test_plain_text_does_nothing_but_emoji() -> None:
    """plain_text never rings or opens; with emoji off it does nothing at all."""
    block = {"type": "header", "text": {"type": "plain_text", "text": "<!here> :wave: www.x.de"}}
    assert in_blocks([block]) == Acting(formatting=(":wave:",))
    block["text"]["emoji"] = False  # type: ignore[index]  # a dict two lines above
    assert in_blocks([block]) == Acting()


def test_rich_text_acts_by_element_only() -> None:
    """A text element never acts; user, group, broadcast ring; channel and link open."""
    assert in_blocks(words({"type": "text", "text": "<!here> @here https://x.example"})) == Acting()
    assert in_blocks(words({"type": "user", "user_id": "U1"})).pings == ("user:U1",)
    assert in_blocks(words({"type": "usergroup", "usergroup_id": "S1"})).pings
    assert in_blocks(words({"type": "broadcast", "range": "here"})).pings == ("broadcast:here",)
    assert in_blocks(words({"type": "channel", "channel_id": "C1"})).links == ("channel:C1",)
    assert in_blocks(words({"type": "link", "url": "https://x.example"})).links


def test_raw_cells_never_act() -> None:
    """A raw_text cell is shown as it is."""
    rows = [[{"type": "raw_text", "text": "<!here> https://x.example *x*"}]]
    assert in_blocks([{"type": "data_table", "rows": rows}]) == Acting()


def test_markdown_acts_in_every_way() -> None:
    """A markdown block or markdown_text reads links, names and formatting."""
    text = "[safe](https://x.example) @here *x*"
    for acting in (
        in_blocks([{"type": "markdown", "text": text}]),
        in_message({"markdown_text": text}),
    ):
        assert acting.pings == ("@here",)
        assert "[safe](https://x.example)" in acting.links
        assert acting.formatting == ("*x*",)


def test_urls_of_buttons_and_images_open() -> None:
    """A button with a url opens it, an image fetches its own."""
    assert in_blocks([{"type": "button", "url": "https://x.example"}]).links
    assert in_blocks([{"type": "image", "image_url": "https://x.example/i"}]).links
    assert in_blocks([{"type": "button", "value": "https://x.example"}]) == Acting()
