"""The house stays livable: small modules, small functions, no room without its line."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MODULES = sorted((ROOT / "bot").rglob("*.py")) + sorted((ROOT / "bench").rglob("*.py"))
VAGUE = {"utils", "util", "helpers", "helper", "common", "manager", "base", "misc"}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_modules_and_functions_are_small(path: Path) -> None:
    """A module is at most 300 lines, a function at most 40, and says what it is for."""
    text = path.read_text(encoding="utf-8")
    tree = ast.parse(text)
    assert len(text.splitlines()) <= 300
    assert ast.get_docstring(tree)
    assert path.stem not in VAGUE
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and node.end_lineno is not None:
            assert node.end_lineno - node.lineno < 40, node.name


def test_every_room_has_its_line() -> None:
    """docs/architecture.md names every file and folder directly under bot/."""
    told = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    for path in (ROOT / "bot").iterdir():
        if path.name.startswith("__"):
            continue
        assert f"`{path.name}{'/' if path.is_dir() else ''}`" in told, path.name


def test_no_file_names_a_machine() -> None:
    """Neither folders of the machine that it was written on, nor a package registry's address."""
    marks = ["/" + "root/", "/" + "work/", "pypi" + ".org/simple", "--index" + "-url"]
    kinds = ("*.py", "*.md", "*.toml", "*.yml", "*.txt", "Makefile", "Procfile")
    tops = [ROOT / name for name in ("bot", "tests", "bench", "docs")]
    files = [path for top in tops for kind in kinds for path in top.rglob(kind)]
    files += [path for kind in kinds for path in ROOT.glob(kind)]
    assert len(files) > 200
    for path in files:
        text = path.read_text(encoding="utf-8")
        assert not [mark for mark in marks if mark in text], path
