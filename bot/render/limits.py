"""The LIMITS table: what Slack takes at most, as data that the constructors and the tests walk.

Source: docs.slack.dev, block and method pages, read 2026-11. Lengths are counted in UTF-16 units,
the strictest of the readings that Slack's page allows.
"""

from __future__ import annotations

from typing import Final

LIMITS: Final[dict[str, int]] = {
    # a message
    "message.blocks": 50,
    "message.text": 3_000,  # ours: an update takes 4,000, and nobody listens for longer
    "message.text.bytes": 3_900,  # an ephemeral post takes fewer than 4,000 bytes of UTF-8
    "message.text.first_line": 120,  # ours: what a notification shows
    "message.charts": 2,
    "message.tables.chars": 20_000,
    "view.blocks": 100,
    "view.title": 24,  # and the words on its two buttons
    "view.private_metadata": 3_000,
    "input.label": 2_000,
    # blocks
    "block_id": 255,
    "header.text": 150,
    "section.text": 3_000,
    "input.hint": 2_000,
    "input.typed": 3_000,
    "context.elements": 10,
    "context.text": 2_000,
    "rich_text.text": 3_000,  # ours: Slack publishes none
    "actions.elements": 25,
    # elements
    "action_id": 255,
    "button.text": 75,
    "button.value": 2_000,
    "button.accessibility_label": 75,
    "overflow.options": 5,
    "select.options": 100,
    "select.placeholder": 150,
    "option.text": 75,
    "option.value": 150,
    "confirm.title": 100,
    "confirm.text": 300,
    "confirm.button": 30,
    # data_visualization
    "chart.title": 50,
    "chart.series": 12,
    "chart.series.name": 20,
    "chart.points": 20,
    "chart.label": 20,
    "chart.axis": 50,
    # data_table
    "table.rows": 200,  # and the header
    "table.columns": 20,
    "table.page": 100,
    "table.chars": 20_000,
    "table.caption": 150,  # ours: Slack publishes none
    # numbers that every JSON reader holds exactly
    "json.number": 9_007_199_254_740_991,
}
