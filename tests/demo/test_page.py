"""The page of messages: every block of ours is drawn, nothing a stranger wrote becomes markup."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.demo.page import Head, Theme, message, page, view
from bot.demo.page_html import tag, text
from bot.demo.page_text import NotDrawnError
from bot.render.plan import Shown
from bot.render.views import home_view
from tests.demo.just_inside import button, data_table, line, option, pie, plain, rich, section
from tests.demo.page_reader import Reading, read
from tests.render.snapshot import FOLDER

SNAPSHOTS = sorted(FOLDER.glob("*.json"))
HEAD = Head("09:12")
SAID = {"text", "title", "caption", "label", "name"}  # the keys whose texts people wrote or read
HOSTILE = (
    "<script>alert(1)</script>",
    "</title></svg></style><img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)" x=\'',
    "<!-- -->]]> &lt;b&gt; &amp;amp; &#60;i&#62;",
    "\x00\x1b[31mred\ud800\x85",
    "{{7*7}} ${7*7} %s",
)


def blocks_of(path: Any) -> list[Any]:
    """The blocks of a snapshot."""
    found: list[Any] = json.loads(path.read_text(encoding="utf-8"))["blocks"]
    return found


def drawn(*blocks: Mapping[str, Any]) -> Reading:
    """Blocks in a message on a page, read back."""
    reading = read(page([message("", blocks, HEAD)], title="Test"))
    assert reading.faults == []
    return reading


def said(value: object) -> list[str]:
    """Every text of a payload, a chart's categories left out: they are its points' labels."""
    if isinstance(value, list):
        return [text for one in value for text in said(one)]
    if not isinstance(value, dict):
        return []
    own = [one for key, one in value.items() if key in SAID and isinstance(one, str)]
    return own + [text for one in value.values() for text in said(one)]


def resaid(value: Any, words: str, place: int = 0) -> Any:
    """The payload with `words` for every text; labels stay different by their place."""
    if isinstance(value, list):
        return [
            f"{words}{index}" if isinstance(one, str) else resaid(one, words, index)
            for index, one in enumerate(value)
        ]
    if not isinstance(value, dict):
        return value
    return {
        key: resaid(one, words)
        if key not in SAID or not isinstance(one, str)
        else f"{words}{place}"
        if key == "label"
        else words
        for key, one in value.items()
    }


@pytest.mark.parametrize("path", SNAPSHOTS, ids=lambda path: path.stem)
def test_every_snapshot_is_drawn_whole(path: Any) -> None:
    """Well-formed, with every text of every block, and as many blocks as were sent."""
    blocks = blocks_of(path)
    reading = drawn(*blocks)
    for one in said(blocks):
        assert one in reading.text or one.strip() in reading.text
    assert len(reading.all("div", "block")) == len(blocks)


@pytest.mark.parametrize("hostile", HOSTILE)
@pytest.mark.parametrize("path", SNAPSHOTS, ids=lambda path: path.stem)
def test_a_hostile_text_changes_no_tag(path: Any, hostile: str) -> None:
    """Put in the place of every text, it is shown as it is, and the page's elements stay."""
    blocks = blocks_of(path)
    reading = drawn(*resaid(blocks, hostile))
    assert reading.shape == drawn(*resaid(blocks, "x" * len(hostile))).shape
    shown = hostile.translate({0: "\ufffd", 0x1B: "\ufffd", 0x85: "\ufffd", 0xD800: "\ufffd"})
    assert shown in reading.text


@given(st.text(st.characters(codec=None), max_size=60))
def test_law_any_text_comes_back_as_it_was(words: str) -> None:
    """Whatever is written in a text or an attribute is read back, but for what HTML cannot hold."""
    reading = read(tag("p", text(words), title=words))
    assert reading.faults == []
    kept = "".join(one for one in words if one in reading.text)
    assert reading.text == reading.elements[0].attributes["title"]
    assert reading.text.replace("\ufffd", "") == kept.replace("\ufffd", "")
    assert len(reading.text) == len(words)
    reading.text.encode()


@pytest.mark.parametrize(
    ("block", "kind"),
    [
        ({"type": "poem"}, "poem"),
        ({"type": "actions", "elements": [{"type": "datepicker"}]}, "datepicker"),
        (rich({"type": "emoji", "name": "wave"}), "emoji"),
        (rich({"type": "text", "text": "x"}, part="rich_text_quote"), "rich_text_quote"),
        (pie(3), "pie"),
        (data_table([[plain(1) | {"type": "raw_text"}], [{"type": "action_cell"}]]), "action_cell"),
    ],
)  # fmt: skip
def test_what_it_cannot_draw_it_names(block: Mapping[str, Any], kind: str) -> None:
    """An unknown part is an error that says what it is and where to add it."""
    with pytest.raises(NotDrawnError, match=f"does not draw '{kind}': add it to .*bot/demo/page_"):
        drawn(block)


def test_text_alone_is_shown_as_slack_shows_it() -> None:
    """Without blocks the top-level text stands there, its escapes undone and its lines kept."""
    reading = read(page([message("a &lt;b&gt; &amp;amp; c\nsecond", (), HEAD)], title="Test"))
    assert "a <b> &amp; c\nsecond" in reading.text
    assert (
        read(page([message("unseen", [section()], HEAD)], title="Test")).text.count("unseen") == 0
    )


def test_the_head_says_who_when_and_for_whom() -> None:
    """An app has its badge; what is private or edited says so."""
    private = read(message("x", (), Head("09:12", only_you=True, edited=True))).text
    for words in ("Flow XO Stats", "APP", "09:12", "Only visible to you", "(edited)"):
        assert words in private
    public = read(message("x", (), Head("17:30", name="ada", app=False))).text
    assert public.startswith("aada17:30")
    for words in ("APP", "Only visible", "edited"):
        assert words not in public


def test_buttons_carry_what_they_would_send() -> None:
    """A button's name is its action, its value its value; a menu's options share the action."""
    menu = {"type": "overflow", "action_id": "more", "options": [option(value="csv")] * 2}
    row = [button(action_id="run", value='say "x"', style="primary"), menu]
    reading = drawn({"type": "actions", "elements": row})
    first, opens, *options = [one.attributes for one in reading.all("button")]
    assert (first["name"], first["value"], first["class"]) == ("run", 'say "x"', "button primary")
    assert [(one["name"], one["value"]) for one in options] == [("more", "csv")] * 2
    [list_] = [one for one in reading.all("ul") if "popover" in one.attributes]
    assert opens["popovertarget"] == list_.attributes["id"]


def test_a_question_is_asked_before_a_button_acts() -> None:
    """The confirmation is a dialog that the button opens and either answer closes."""
    asks = {
        "title": plain(1), "text": {"type": "plain_text", "text": "Really?"},
        "confirm": {"type": "plain_text", "text": "Remove"},
        "deny": {"type": "plain_text", "text": "Keep"}, "style": "danger",
    }  # fmt: skip
    reading = drawn(section(accessory=button(confirm=asks), fields=[plain(4)]))
    [dialog] = [one for one in reading.all("div") if one.attributes.get("role") == "dialog"]
    opens, keep, remove = [one.attributes for one in reading.all("button")]
    assert opens["popovertarget"] == keep["popovertarget"] == dialog.attributes["id"]
    assert keep["popovertargetaction"] == remove["popovertargetaction"] == "hide"
    assert remove["class"] == "button danger"
    assert "xReally?KeepRemove" in reading.text


def test_rich_text_keeps_its_styles_and_mentions() -> None:
    """Bold and code are elements; a person is a name, a date its fallback, never a link."""
    reading = drawn(
        rich(
            {"type": "text", "text": "a\nb", "style": {"bold": True, "code": True}},
            {"type": "user", "user_id": "U1"},
            {"type": "date", "timestamp": 1, "format": "{date}", "fallback": "1 Jan"},
        ),
        {"type": "divider"},
        section(text={"type": "mrkdwn", "text": "<https://x.example|label> &amp;"}),
    )
    assert "a\nb@U11 Jan" in reading.text
    assert "label &" in reading.text
    assert [one.inside[-1] for one in reading.all("b") if "column" not in one.inside][-1] == "code"
    assert reading.all("a") == []
    assert len(reading.all("hr")) == 1


def test_two_messages_share_no_id() -> None:
    """Each message of a page has a key of its own."""
    blocks = blocks_of(FOLDER / "stats-public.json")
    parts = [message("", blocks, HEAD, key) for key in ("m1", "m2")]
    assert read(page(parts, title="Test")).faults == []
    assert read(page([parts[0], parts[0]], title="Test")).faults


def test_home_and_modals_are_framed() -> None:
    """The Home tab shows its blocks; a modal also its title and its buttons, close first."""
    home = read(page([view(home_view(Shown()))], title="Home"))
    assert home.faults == []
    assert "Ask about your Flow XO chatbots" in home.text
    words = {name: {"type": "plain_text", "text": name} for name in ("title", "submit", "close")}
    modal = read(page([view({"type": "modal", "blocks": [section()], **words})], title="Modal"))
    assert modal.faults == []
    assert modal.text.strip().endswith("titlexxxclosesubmit")
    bare = read(view({"type": "modal", "blocks": [section()], "title": plain(2)}))
    assert bare.all("button") == []


def test_the_page_is_whole_and_asks_for_nothing() -> None:
    """A document with a language, a width for phones, its own style, and no script or address."""
    html = page([message("x", [line()], HEAD)], title="A & B", theme=Theme.DARK)
    reading = read(html)
    assert html.startswith('<!doctype html>\n<html lang="en" data-theme="dark">')
    assert [one.attributes.get("name") for one in reading.all("meta")] == [None, "viewport"]
    assert reading.all("script") + reading.all("link") + reading.all("img") == []
    assert "http" not in html
    assert "A & B" in reading.text
