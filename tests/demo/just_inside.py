"""For each limit of Slack: how to build a payload of a given size; test_slack_rules walks it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from bot.demo.slack_findings import Surface
from bot.demo.slack_rules import (
    Refusal,
    check_blocks,
    check_ephemeral,
    check_message,
    check_update,
    check_view,
)

Try = Callable[[int], Refusal | None]
Dict = dict[str, Any]


def refusal_of(*blocks: Any, surface: Surface = Surface.MESSAGE) -> str:
    """Everything Slack holds against blocks, as one text; "" where it takes them."""
    refusal = check_blocks(list(blocks), surface)
    return "" if refusal is None else "\n".join(refusal.details)


def rich(*elements: Any, part: str = "rich_text_section", **more: Any) -> dict[str, Any]:
    """A rich_text block with one part."""
    inner = {"type": part, "elements": list(elements), **more}
    return {"type": "rich_text", "elements": [inner]}


def plain(size: int) -> Dict:
    """A plain_text object of that many characters."""
    return {"type": "plain_text", "text": "x" * size}


def button(**more: Any) -> Dict:
    """A button."""
    return {"type": "button", "text": plain(3), "action_id": "a", **more}


def option(**more: Any) -> Dict:
    """An option."""
    return {"text": plain(3), "value": "v", **more}


def section(**more: Any) -> Dict:
    """A section."""
    return {"type": "section", "text": plain(3), **more}


def in_message(make: Callable[[int], Any]) -> Try:
    """The block, or the list of blocks, that `make` gives for a size, in a message."""

    def run(size: int) -> Refusal | None:
        made = make(size)
        return check_blocks(made if isinstance(made, list) else [made])

    return run


def element(make: Callable[[int], Dict]) -> Try:
    """The element that `make` gives, in an actions block."""
    return in_message(lambda size: {"type": "actions", "elements": [make(size)]})


def in_modal(make: Callable[[int], Dict]) -> Try:
    """The block that `make` gives, in a modal's blocks."""
    return lambda size: check_blocks([make(size)], Surface.MODAL)


def view(make: Callable[[int], Dict]) -> Try:
    """A modal with the fields that `make` gives."""
    whole: Dict = {"type": "modal", "title": plain(3), "blocks": [section()]}
    return lambda size: check_view({**whole, **make(size)})


def line(*, series: int = 1, points: int = 2, name: int = 4, label: int = 4, **axis: Any) -> Dict:
    """A line chart of that many series and points, with names and labels that long."""
    categories = [f"{index:0{label}d}" for index in range(points)]
    data = [{"label": category, "value": 1} for category in categories]
    chart = {
        "type": "line",
        "series": [{"name": f"{index:0{name}d}", "data": data} for index in range(series)],
        "axis_config": {"categories": categories, **axis},
    }
    return {"type": "data_visualization", "title": "Chart", "chart": chart}


def pie(segments: int, label: int = 4) -> Dict:
    """A pie of that many segments."""
    parts = [{"label": f"{index:0{label}d}", "value": 1} for index in range(segments)]
    chart = {"type": "pie", "segments": parts}
    return {"type": "data_visualization", "title": "Chart", "chart": chart}


def cells(rows: int, columns: int) -> list[list[Dict]]:
    """Rows of short cells."""
    return [[{"type": "raw_text", "text": "x"}] * columns] * rows


def long_cells(characters: int) -> list[list[Dict]]:
    """Two rows of one cell with that many characters in all."""
    first = {"type": "raw_text", "text": "x"}
    return [[first], [{"type": "raw_text", "text": "x" * (characters - 1)}]]


def data_table(rows: list[list[Dict]], **more: Any) -> Dict:
    """A native table."""
    return {"type": "data_table", "caption": "Table", "rows": rows, **more}


def table(rows: list[list[Dict]], **more: Any) -> Dict:
    """A plain table."""
    return {"type": "table", "rows": rows, **more}


def card(**more: Any) -> Dict:
    """A card."""
    return {"type": "card", "title": plain(3), **more}


def container(**more: Any) -> Dict:
    """A container."""
    return {"type": "container", "title": plain(3), "child_blocks": [section()], **more}


def feedback(size: int = 3, value: int = 1) -> Dict:
    """A context_actions block whose first button is that long."""
    good = {"text": plain(size), "value": "v" * value}
    bad = {"text": plain(3), "value": "v"}
    both = {"type": "feedback_buttons", "positive_button": good, "negative_button": bad}
    return {"type": "context_actions", "elements": [both]}


def icon(**more: Any) -> Dict:
    """An icon button."""
    return {"type": "icon_button", "icon": "trash", "text": plain(3), **more}


def typed_in(**more: Any) -> Dict:
    """An input block."""
    return {
        "type": "input", "label": plain(3), "element": {"type": "plain_text_input"}, **more,
    }  # fmt: skip


def select(**more: Any) -> Dict:
    """A static select."""
    return {"type": "static_select", "placeholder": plain(3), "options": [option()], **more}


def confirm(**more: Any) -> Dict:
    """A button with a confirmation."""
    return button(confirm={"title": plain(3), "text": plain(3), **more})


def _boxes(kind: str) -> Try:
    return element(lambda size: {"type": kind, "options": [option()] * size})


def _group(size: int) -> Dict:
    groups = [{"label": plain(3), "options": [option()]}] * size
    return {"type": "static_select", "option_groups": groups}


def _metadata(size: int) -> Refusal | None:
    metadata = {"event_type": "e" * size, "event_payload": {}}
    return check_message({"text": "x", "metadata": metadata})


IMAGE = {"type": "image", "image_url": "https://i.example/i.png", "alt_text": "i"}
CONTENT: dict[str, Try] = {
    "message.blocks": in_message(lambda size: [section()] * size),
    "message.attachments": lambda size: check_message({"attachments": [{}] * size}),
    "update.text": lambda size: check_update({"text": "x" * size}, []),
    "ephemeral.text_bytes": lambda size: check_ephemeral({"text": "x" * size}),
    "markdown_text": lambda size: check_message({"markdown_text": "x" * size}),
    "metadata.event_type": _metadata,
    "view.blocks": view(lambda size: {"blocks": [section()] * size}),
    "view.title": view(lambda size: {"title": plain(size)}),
    "view.submit": view(lambda size: {"submit": plain(size)}),
    "view.close": view(lambda size: {"close": plain(size)}),
    "view.callback_id": view(lambda size: {"callback_id": "x" * size}),
    "view.external_id": view(lambda size: {"external_id": "x" * size}),
    "view.private_metadata": view(lambda size: {"private_metadata": "x" * size}),
    "data_visualization.per_message": in_message(lambda size: [line()] * size),
    "data_visualization.title": in_message(lambda size: {**line(), "title": "x" * size}),
    "chart.series": in_message(lambda size: line(series=size)),
    "chart.series_name": in_message(lambda size: line(name=size)),
    "chart.points": in_message(lambda size: line(points=size)),
    "chart.category": in_message(lambda size: line(label=size)),
    "chart.axis_label": in_message(lambda size: line(x_label="x" * size)),
    "pie.segments": in_message(pie),
    "pie.label": in_message(lambda size: pie(2, size)),
    "data_table.rows": in_message(lambda size: data_table(cells(size, 1))),
    "data_table.columns": in_message(lambda size: data_table(cells(2, size))),
    "data_table.page_size": in_message(lambda size: data_table(cells(2, 1), page_size=size)),
    "data_table.characters": in_message(lambda size: data_table(long_cells(size))),
    "table.per_message": in_message(lambda size: [table(cells(1, 1))] * size),
    "table.rows": in_message(lambda size: table(cells(size, 1))),
    "table.columns": in_message(lambda size: table(cells(1, size))),
    "table.characters": in_message(lambda size: table(long_cells(size))),
    "table.column_settings": in_message(
        lambda size: table(cells(1, 1), column_settings=[{"align": "left"}] * size)
    ),
    "markdown.characters": in_message(lambda size: {"type": "markdown", "text": "x" * size}),
    "card.title": in_message(lambda size: card(title=plain(size))),
    "card.subtitle": in_message(lambda size: card(subtitle=plain(size))),
    "card.body": in_message(lambda size: card(body=plain(size))),
    "card.subtext": in_message(lambda size: card(subtext=plain(size))),
    "card.buttons": in_message(lambda size: card(actions=[button()] * size)),
    "carousel.cards": in_message(lambda size: {"type": "carousel", "elements": [card()] * size}),
    "container.children": in_message(lambda size: container(child_blocks=[section()] * size)),
    "container.title": in_message(lambda size: container(title=plain(size))),
    "container.subtitle": in_message(lambda size: container(subtitle=plain(size))),
    "alert.text": in_modal(lambda size: {"type": "alert", "text": plain(size)}),
    "context_actions.elements": in_message(
        lambda size: {"type": "context_actions", "elements": [icon()] * size}
    ),
    "context_actions.button_text": in_message(feedback),
    "context_actions.value": in_message(lambda size: feedback(3, size)),
    "context_actions.visible_to": in_message(
        lambda size: {
            "type": "context_actions",
            "elements": [icon(visible_to_user_ids=["U1"] * size)],
        }
    ),
    "plan.tasks": in_message(lambda size: {"type": "plan", "title": "x", "tasks": [{}] * size}),
    "header.text": in_message(lambda size: {"type": "header", "text": plain(size)}),
    "header.level": in_message(lambda size: {"type": "header", "text": plain(3), "level": size}),
    "section.text": in_message(lambda size: section(text=plain(size))),
    "section.fields": in_message(lambda size: section(fields=[plain(3)] * size)),
    "section.field": in_message(lambda size: section(fields=[plain(size)])),
    "context.elements": in_message(lambda size: {"type": "context", "elements": [plain(3)] * size}),
    "text": in_message(lambda size: {"type": "context", "elements": [plain(size)]}),
    "actions.elements": in_message(
        lambda size: {
            "type": "actions",
            "elements": [button(action_id=str(index)) for index in range(size)],
        }
    ),
    "image.url": in_message(lambda size: {**IMAGE, "image_url": "h" * size}),
    "image.alt_text": in_message(lambda size: {**IMAGE, "alt_text": "x" * size}),
    "image.title": in_message(lambda size: {**IMAGE, "title": plain(size)}),
    "input.label": in_modal(lambda size: typed_in(label=plain(size))),
    "input.hint": in_modal(lambda size: typed_in(hint=plain(size))),
    "input.typed": in_modal(
        lambda size: typed_in(element={"type": "plain_text_input", "max_length": size})
    ),
    "block_id": in_message(lambda size: section(block_id="x" * size)),
    "action_id": element(lambda size: button(action_id="x" * size)),
    "button.text": element(lambda size: button(text=plain(size))),
    "button.url": element(lambda size: button(url="x" * size)),
    "button.value": element(lambda size: button(value="x" * size)),
    "button.accessibility_label": element(lambda size: button(accessibility_label="x" * size)),
    "button.agent_prompt": element(lambda size: button(agent_prompt="x" * size)),
    "overflow.options": _boxes("overflow"),
    "radio_buttons.options": _boxes("radio_buttons"),
    "checkboxes.options": _boxes("checkboxes"),
    "option.text": element(lambda size: select(options=[option(text=plain(size))])),
    "option.value": element(lambda size: select(options=[option(value="x" * size)])),
    "option.description": element(lambda size: select(options=[option(description=plain(size))])),
    "select.options": element(lambda size: select(options=[option()] * size)),
    "select.groups": element(_group),
    "select.placeholder": element(lambda size: select(placeholder=plain(size))),
    "confirm.title": element(lambda size: confirm(title=plain(size))),
    "confirm.text": element(lambda size: confirm(text=plain(size))),
    "confirm.button": element(lambda size: confirm(deny=plain(size))),
}
