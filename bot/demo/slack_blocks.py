"""Slack's rules for every kind of block, by surface; the rules of whole messages are elsewhere."""

from __future__ import annotations

from bot.demo.slack_composition import (
    BUTTON,
    IMAGE,
    PRESSED,
    TYPED,
    Check,
    check_confirm,
    check_element,
    check_ids,
    check_text,
    check_unique_actions,
)
from bot.demo.slack_data_blocks import check_data_table, check_data_visualization, check_table
from bot.demo.slack_findings import Findings, Json, Surface
from bot.demo.slack_limits import SLACK_LIMITS
from bot.demo.slack_rich_text import check_rich_text

_ID = ("block_id",)
_IN_CONTAINER = frozenset(
    {"actions", "context", "divider", "file", "header", "image"}
    | {"input", "rich_text", "section", "table", "video"}
)
_WIDTHS = ("narrow", "standard", "wide", "full")
_LEVELS = ("default", "info", "warning", "error", "success")


def _header(block: Json, pointer: str, found: Findings) -> None:
    found.keys(block, pointer, ("text",), (*_ID, "level"))
    check_text(block.get("text"), f"{pointer}/text", found, "header.text", plain=True)
    found.an_integer(block.get("level"), f"{pointer}/level", 1, SLACK_LIMITS["header.level"])


def _section(block: Json, pointer: str, found: Findings) -> None:
    found.keys(block, pointer, (), (*_ID, "text", "fields", "accessory", "expand"))
    if block.get("text") is None and block.get("fields") is None:
        found.add(pointer, "must have text or fields")
    check_text(block.get("text"), f"{pointer}/text", found, "section.text")
    where = f"{pointer}/fields"
    for index, item in enumerate(found.a_list(block.get("fields"), where, "section.fields")):
        check_text(item, f"{where}/{index}", found, "section.field")
    found.a_flag(block.get("expand"), f"{pointer}/expand")
    if block.get("accessory") is not None:
        known = {**PRESSED, **IMAGE}
        check_element(block.get("accessory"), f"{pointer}/accessory", found, known)


def _divider(block: Json, pointer: str, found: Findings) -> None:
    found.keys(block, pointer, (), _ID)


def _context(block: Json, pointer: str, found: Findings) -> None:
    found.keys(block, pointer, ("elements",), _ID)
    where = f"{pointer}/elements"
    for index, item in enumerate(found.a_list(block.get("elements"), where, "context.elements")):
        if isinstance(item, dict) and item.get("type") == "image":
            check_element(item, f"{where}/{index}", found, IMAGE)
        else:
            check_text(item, f"{where}/{index}", found, "text")


def _actions(block: Json, pointer: str, found: Findings) -> None:
    found.keys(block, pointer, ("elements",), _ID)
    where = f"{pointer}/elements"
    elements = found.a_list(block.get("elements"), where, "actions.elements")
    for index, element in enumerate(elements):
        check_element(element, f"{where}/{index}", found, PRESSED)
    check_unique_actions(elements, where, found)


def _image(block: Json, pointer: str, found: Findings) -> None:
    found.keys(block, pointer, ("alt_text",), (*_ID, "image_url", "slack_file", "title"))
    if (block.get("image_url") is None) == (block.get("slack_file") is None):
        found.add(pointer, "exactly one of image_url and slack_file is required")
    found.a_string(block.get("image_url"), f"{pointer}/image_url", "image.url")
    found.a_string(block.get("alt_text"), f"{pointer}/alt_text", "image.alt_text")
    check_text(block.get("title"), f"{pointer}/title", found, "image.title", plain=True)


def _input(block: Json, pointer: str, found: Findings) -> None:
    optional = (*_ID, "hint", "optional", "dispatch_action")
    found.keys(block, pointer, ("label", "element"), optional)
    check_text(block.get("label"), f"{pointer}/label", found, "input.label", plain=True)
    check_text(block.get("hint"), f"{pointer}/hint", found, "input.hint", plain=True)
    check_element(block.get("element"), f"{pointer}/element", found, TYPED)


def _markdown(block: Json, pointer: str, found: Findings) -> None:
    found.keys(block, pointer, ("text",), _ID)
    found.a_string(block.get("text"), f"{pointer}/text", "markdown.characters")


def _card(block: Json, pointer: str, found: Findings) -> None:
    texts = ("title", "subtitle", "body", "subtext")
    icons = ("icon", "slack_icon")
    found.keys(block, pointer, (), (*_ID, *texts, *icons, "hero_image", "actions"))
    if all(block.get(key) is None for key in ("hero_image", "title", "actions", "body")):
        found.add(pointer, "must have hero_image, title, actions or body")
    if all(block.get(key) is not None for key in icons):
        found.add(pointer, "only one of icon and slack_icon is allowed")
    for key in texts:
        check_text(block.get(key), f"{pointer}/{key}", found, f"card.{key}")
    where = f"{pointer}/actions"
    for index, item in enumerate(found.a_list(block.get("actions"), where, "card.buttons")):
        check_element(item, f"{where}/{index}", found, BUTTON)


def _carousel(block: Json, pointer: str, found: Findings) -> None:
    found.keys(block, pointer, ("elements",), _ID)
    where = f"{pointer}/elements"
    for index, item in enumerate(found.a_list(block.get("elements"), where, "carousel.cards")):
        card = found.an_object(item, f"{where}/{index}")
        if card.get("type") != "card":
            found.add(f"{where}/{index}/type", "must be card")
        _card(card, f"{where}/{index}", found)


def _container(block: Json, pointer: str, found: Findings) -> None:
    titles = ("title", "rich_text_title", "subtitle", "icon", "slack_icon")
    looks = ("width", "is_collapsible", "default_collapsed", "has_header_divider")
    found.keys(block, pointer, ("child_blocks",), (*_ID, *titles, *looks))
    if block.get("title") is None and block.get("rich_text_title") is None:
        found.add(pointer, "missing required field: title")
    for key in ("title", "subtitle"):
        check_text(block.get(key), f"{pointer}/{key}", found, f"container.{key}", plain=True)
    found.one_of(block.get("width"), f"{pointer}/width", _WIDTHS)
    if block.get("is_collapsible") and block.get("has_header_divider"):
        found.add(pointer, "has_header_divider needs a container that does not collapse")
    where = f"{pointer}/child_blocks"
    children = found.a_list(block.get("child_blocks"), where, "container.children")
    for index, item in enumerate(children):
        kind = item.get("type") if isinstance(item, dict) else None
        if isinstance(kind, str) and kind not in _IN_CONTAINER:
            found.add(f"{where}/{index}/type", f"unsupported type: {kind}")
        else:
            check_block(item, f"{where}/{index}", found)


def _alert(block: Json, pointer: str, found: Findings) -> None:
    found.keys(block, pointer, ("text",), (*_ID, "level"))
    check_text(block.get("text"), f"{pointer}/text", found, "alert.text")
    found.one_of(block.get("level"), f"{pointer}/level", _LEVELS)


def _feedback(element: Json, pointer: str, found: Findings) -> None:
    required = ("positive_button", "negative_button")
    found.keys(element, pointer, required, ("action_id",))
    for key in required:
        button = element.get(key)
        if button is not None:
            where = f"{pointer}/{key}"
            shape = found.an_object(button, where)
            found.keys(shape, where, ("text", "value"), ("accessibility_label",))
            limit = "context_actions.button_text"
            check_text(shape.get("text"), f"{where}/text", found, limit, plain=True)
            found.a_string(shape.get("value"), f"{where}/value", "context_actions.value")


def _icon_button(element: Json, pointer: str, found: Findings) -> None:
    optional = ("action_id", "value", "confirm", "accessibility_label", "visible_to_user_ids")
    found.keys(element, pointer, ("icon", "text"), optional)
    limit = "context_actions.button_text"
    check_text(element.get("text"), f"{pointer}/text", found, limit, plain=True)
    found.a_string(element.get("value"), f"{pointer}/value", "context_actions.value")
    check_ids(element.get("visible_to_user_ids"), f"{pointer}/visible_to_user_ids", found)
    check_confirm(element.get("confirm"), f"{pointer}/confirm", found)


def _context_actions(block: Json, pointer: str, found: Findings) -> None:
    found.keys(block, pointer, ("elements",), _ID)
    where = f"{pointer}/elements"
    known: dict[str, Check] = {"feedback_buttons": _feedback, "icon_button": _icon_button}
    elements = found.a_list(block.get("elements"), where, "context_actions.elements")
    for index, item in enumerate(elements):
        check_element(item, f"{where}/{index}", found, known)
    check_unique_actions(elements, where, found)


def _plan(block: Json, pointer: str, found: Findings) -> None:
    found.keys(block, pointer, ("title",), (*_ID, "tasks"))
    where = f"{pointer}/tasks"
    for index, item in enumerate(found.a_list(block.get("tasks"), where, "plan.tasks", fewest=0)):
        found.an_object(item, f"{where}/{index}")


def _task_card(block: Json, pointer: str, found: Findings) -> None:
    optional = ("details", "output", "sources", "status")
    found.keys(block, pointer, ("task_id", "title"), (*_ID, *optional))


def _taken_as_is(block: Json, pointer: str, found: Findings) -> None:
    """file and video: the bot sends neither, so only their being there is checked."""


_EVERYWHERE: dict[str, Check] = {
    "header": _header, "section": _section, "divider": _divider, "context": _context,
    "actions": _actions, "image": _image, "input": _input, "rich_text": check_rich_text,
    "card": _card, "video": _taken_as_is,
    "data_visualization": check_data_visualization, "data_table": check_data_table,
}  # fmt: skip
_NOT_IN_MODALS: dict[str, Check] = {
    "table": check_table, "carousel": _carousel, "container": _container,
}  # fmt: skip
_MESSAGES: dict[str, Check] = {
    "markdown": _markdown, "context_actions": _context_actions, "plan": _plan,
    "task_card": _task_card, "file": _taken_as_is,
}  # fmt: skip
KINDS: dict[Surface, dict[str, Check]] = {
    Surface.MESSAGE: {**_EVERYWHERE, **_NOT_IN_MODALS, **_MESSAGES},
    Surface.HOME: {**_EVERYWHERE, **_NOT_IN_MODALS},
    Surface.MODAL: {**_EVERYWHERE, "alert": _alert},
}


def check_block(value: object, pointer: str, found: Findings) -> None:
    """One block on the findings' surface."""
    if not found.is_object(value, pointer):
        return
    block, kind = value, value.get("type")
    check = KINDS[found.surface].get(kind) if isinstance(kind, str) else None
    if check is None:
        found.add(f"{pointer}/type", f"unsupported type: {kind}")
        return
    if "block_id" in block:
        found.a_string(block.get("block_id"), f"{pointer}/block_id", "block_id")
    check(block, pointer, found)
