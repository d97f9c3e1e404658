"""Snapshots of messages: the text as it is read, and the blocks to paste into Block Kit Builder."""

from __future__ import annotations

import json
import os
from pathlib import Path

from bot.render.plan import MessagePlan

FOLDER = Path(__file__).parent / "snapshots"


def agree(name: str, plan: MessagePlan) -> None:
    """Hold the plan against its three files; UPDATE_SNAPSHOTS=1 rewrites them first."""
    files = {
        f"{name}.txt": plan.text + "\n",
        f"{name}.json": _pasteable(plan.blocks),
        f"{name}.rich.json": _pasteable(plan.rich),
    }
    for file, content in files.items():
        path = FOLDER / file
        if os.environ.get("UPDATE_SNAPSHOTS") == "1":
            path.write_text(content, encoding="utf-8")
        assert path.read_text(encoding="utf-8") == content, f"{file}: make snapshots rewrites it"


def _pasteable(blocks: object) -> str:
    return json.dumps({"blocks": blocks}, ensure_ascii=False, indent=1) + "\n"
