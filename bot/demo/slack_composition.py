"""Slack's rules for what blocks are made of: text objects, options, confirmations, elements."""

from __future__ import annotations

from collections.abc import Callable

from bot.demo.slack_findings import Findings, Json, Surface
from bot.demo.slack_limits import SLACK_LIMITS

COMMON = ("block_id",)
_ACTION = ("action_id", "confirm", "focus_on_load")
_SELECT_KINDS = ("static", "external", "users", "conversations", "channels")


def check_text(
    value: object, pointer: str, found: Findings, limit: str, *, plain: bool = False
) -> None:
    """A text object of at most SLACK_LIMITS[limit] characters; `plain` refuses mrkdwn."""
    if value is None:
        return
    if not found.is_object(value, pointer):
        return
    text = value
    kinds = ("plain_text",) if plain else ("plain_text", "mrkdwn")
    found.one_of(text.get("type", ""), f"{pointer}/type", kinds)
    extra = ("emoji",) if text.get("type") == "plain_text" else ("verbatim",)
    found.keys(text, pointer, ("text",), extra)
    found.a_string(text.get("text"), f"{pointer}/text", limit)
    for flag in extra:
        found.a_flag(text.get(flag), f"{pointer}/{flag}")


def check_confirm(value: object, pointer: str, found: Findings) -> None:
    """A confirmation dialog: title 100, text 300, buttons 30."""
    if value is None:
        return
    confirm = found.an_object(value, pointer)
    found.keys(confirm, pointer, ("title", "text"), ("confirm", "deny", "style"))
    check_text(confirm.get("title"), f"{pointer}/title", found, "confirm.title", plain=True)
    check_text(confirm.get("text"), f"{pointer}/text", found, "confirm.text")
    for key in ("confirm", "deny"):
        check_text(confirm.get(key), f"{pointer}/{key}", found, "confirm.button", plain=True)
    found.one_of(confirm.get("style"), f"{pointer}/style", ("primary", "danger"))


def check_options(value: object, pointer: str, found: Findings, limit: str) -> None:
    """Options of an overflow, a select or a group of boxes."""
    for index, item in enumerate(found.a_list(value, pointer, limit)):
        where = f"{pointer}/{index}"
        option = found.an_object(item, where)
        found.keys(option, where, ("text", "value"), ("description", "url"))
        check_text(option.get("text"), f"{where}/text", found, "option.text")
        check_text(option.get("description"), f"{where}/description", found, "option.description")
        found.a_string(option.get("value"), f"{where}/value", "option.value")
        found.a_string(option.get("url"), f"{where}/url", "button.url")


def check_ids(value: object, pointer: str, found: Findings) -> None:
    """The user ids an element is shown to."""
    for index, user in enumerate(found.a_list(value, pointer, "context_actions.visible_to")):
        if not isinstance(user, str):
            found.add(f"{pointer}/{index}", "must be a string")


def _button(element: Json, pointer: str, found: Findings) -> None:
    optional = ("url", "value", "style", "accessibility_label", "agent_prompt")
    found.keys(element, pointer, ("text",), (*_ACTION, *optional, "visible_to_user_ids"))
    check_text(element.get("text"), f"{pointer}/text", found, "button.text", plain=True)
    for key in ("url", "value", "accessibility_label", "agent_prompt"):
        found.a_string(element.get(key), f"{pointer}/{key}", f"button.{key}", shortest=0)
    found.one_of(element.get("style"), f"{pointer}/style", ("primary", "danger"))
    check_ids(element.get("visible_to_user_ids"), f"{pointer}/visible_to_user_ids", found)


def _overflow(element: Json, pointer: str, found: Findings) -> None:
    found.keys(element, pointer, ("options",), _ACTION)
    check_options(element.get("options"), f"{pointer}/options", found, "overflow.options")


def _boxes(element: Json, pointer: str, found: Findings) -> None:
    found.keys(element, pointer, ("options",), (*_ACTION, "initial_option", "initial_options"))
    check_options(
        element.get("options"), f"{pointer}/options", found, f"{element.get('type')}.options"
    )
    _check_initial(element, pointer, found)


def _check_initial(element: Json, pointer: str, found: Findings) -> None:
    """What is chosen at first is one of the options, to the letter."""
    if element.get("option_groups") is not None:
        return
    options = found.a_list(element.get("options"), f"{pointer}/options", None)
    chosen = found.a_list(element.get("initial_options"), f"{pointer}/initial_options", None)
    one = element.get("initial_option")
    for option in [*chosen, *([] if one is None else [one])]:
        if option not in options:
            found.add(pointer, "an initial option must be one of the options")


def _select(element: Json, pointer: str, found: Findings) -> None:
    static = str(element.get("type", "")).endswith("static_select")
    extra = ("options", "option_groups") if static else ("filter", "response_url_enabled")
    initial = tuple(f"initial_{key}" for key in ("option", "options", "user", "users"))
    initial += tuple(f"initial_{key}" for key in ("channel", "channels", "conversation"))
    also = ("placeholder", "max_selected_items", "min_query_length", "initial_conversations")
    default = ("default_to_current_conversation",)
    found.keys(element, pointer, (), (*_ACTION, *extra, *initial, *also, *default))
    place = f"{pointer}/placeholder"
    check_text(element.get("placeholder"), place, found, "select.placeholder", plain=True)
    if not static:
        return
    if (element.get("options") is None) == (element.get("option_groups") is None):
        found.add(pointer, "exactly one of options and option_groups is required")
    check_options(element.get("options"), f"{pointer}/options", found, "select.options")
    _check_initial(element, pointer, found)
    where = f"{pointer}/option_groups"
    groups = found.a_list(element.get("option_groups"), where, "select.groups")
    for index, item in enumerate(groups):
        group = found.an_object(item, f"{where}/{index}")
        found.keys(group, f"{where}/{index}", ("label", "options"), ())
        label = f"{where}/{index}/label"
        check_text(group.get("label"), label, found, "option.text", plain=True)
        check_options(group.get("options"), f"{where}/{index}/options", found, "select.options")


def _picker(element: Json, pointer: str, found: Findings) -> None:
    initial = ("initial_date", "initial_time", "initial_date_time", "timezone")
    found.keys(element, pointer, (), (*_ACTION, *initial, "placeholder"))
    place = f"{pointer}/placeholder"
    check_text(element.get("placeholder"), place, found, "select.placeholder", plain=True)


def _typed_input(element: Json, pointer: str, found: Findings) -> None:
    bounds = ("min_length", "max_length", "min_value", "max_value", "is_decimal_allowed")
    also = ("multiline", "placeholder", "initial_value", "dispatch_action_config")
    found.keys(element, pointer, (), (*_ACTION, *bounds, *also))
    most = SLACK_LIMITS["input.typed"]
    found.an_integer(element.get("min_length"), f"{pointer}/min_length", 0, most)
    found.an_integer(element.get("max_length"), f"{pointer}/max_length", 1, most)
    found.a_string(
        element.get("initial_value"), f"{pointer}/initial_value", "input.typed", shortest=0
    )
    place = f"{pointer}/placeholder"
    check_text(element.get("placeholder"), place, found, "select.placeholder", plain=True)


def _image(element: Json, pointer: str, found: Findings) -> None:
    found.keys(element, pointer, ("alt_text",), ("image_url", "slack_file"))
    if (element.get("image_url") is None) == (element.get("slack_file") is None):
        found.add(pointer, "exactly one of image_url and slack_file is required")
    found.a_string(element.get("image_url"), f"{pointer}/image_url", "image.url")
    found.a_string(element.get("alt_text"), f"{pointer}/alt_text", "image.alt_text")


Check = Callable[[Json, str, Findings], None]
_SELECTS: dict[str, Check] = {
    f"{many}{kind}_select": _select for kind in _SELECT_KINDS for many in ("", "multi_")
}
_PICKERS: dict[str, Check] = dict.fromkeys(("datepicker", "timepicker", "datetimepicker"), _picker)
_BOXES: dict[str, Check] = {"radio_buttons": _boxes, "checkboxes": _boxes}
_TYPED: dict[str, Check] = dict.fromkeys(
    ("plain_text_input", "number_input", "email_text_input", "url_text_input"), _typed_input
)
BUTTON: dict[str, Check] = {"button": _button}
IMAGE: dict[str, Check] = {"image": _image}
PRESSED: dict[str, Check] = {**BUTTON, "overflow": _overflow, **_SELECTS, **_PICKERS, **_BOXES}
TYPED: dict[str, Check] = {**_TYPED, **_SELECTS, **_PICKERS, **_BOXES}
_MODAL_ONLY = frozenset(_TYPED)


def check_element(value: object, pointer: str, found: Findings, known: dict[str, Check]) -> None:
    """One interactive element of a kind in `known`."""
    if not found.is_object(value, pointer):
        return
    element, kind = value, value.get("type")
    check = known.get(kind) if isinstance(kind, str) else None
    if check is None:
        found.add(f"{pointer}/type", f"unsupported type: {kind}")
        return
    if kind in _MODAL_ONLY and found.surface is Surface.MESSAGE:
        found.add(f"{pointer}/type", f"{kind} is not supported in messages")
    check(element, pointer, found)
    if "action_id" in element:
        found.a_string(element.get("action_id"), f"{pointer}/action_id", "action_id")
    check_confirm(element.get("confirm"), f"{pointer}/confirm", found)


def check_unique_actions(elements: list[object], pointer: str, found: Findings) -> None:
    """No action_id twice in one block."""
    seen: set[object] = set()
    for index, element in enumerate(elements):
        action_id = element.get("action_id") if isinstance(element, dict) else None
        if action_id is not None and action_id in seen:
            where = f"{pointer}/{index}/action_id"
            found.add(where, f"`action_id` {action_id} already exists for another element")
        seen.add(action_id)
