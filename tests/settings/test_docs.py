"""`.env.example` and docs/settings.md say what the table says."""

from __future__ import annotations

import re
from pathlib import Path

from bot.settings import rows

ROOT = Path(__file__).parents[2]


def test_the_example_file_names_every_setting_and_no_other() -> None:
    """`.env.example` is the table, each line commented out, with its default."""
    text = (ROOT / ".env.example").read_text()
    found = re.findall(r"^#?([A-Z_]+)=(.*)$", text, re.MULTILINE)
    assert [name for name, _ in found] == [row.variable for row in rows()]
    for (name, value), row in zip(found, rows(), strict=True):
        plain = row.default if " " not in row.default else ""
        assert value == ("" if row.secret and name != "DATABASE_URL" else plain)
        assert row.help in text


def test_the_page_of_settings_says_what_the_table_says() -> None:
    """docs/settings.md has each variable in the table's order, with default and help."""
    text = (ROOT / "docs" / "settings.md").read_text()
    found = re.findall(r"^\| `([A-Z_]+)` \| (.*?) \| (.*?) \|$", text, re.MULTILINE)
    assert [name for name, _, _ in found] == [row.variable for row in rows()]
    for (_, default, help_text), row in zip(found, rows(), strict=True):
        assert default.replace("`", "") == (row.default or "–")
        assert help_text.startswith(row.help)
        assert not row.find or row.find in help_text
