#!/bin/sh
# Holds the coverage floors: 95 % overall (pyproject.toml); lines 100 % and branches 97 % in core and render.
set -eu
py=$1
"$py" -m coverage combine --quiet >/dev/null 2>&1 || true  # with several processes pytest-cov has combined them
"$py" -m coverage report --format=total >/dev/null || { "$py" -m coverage report; exit 1; }
"$py" -m coverage json --quiet --include='bot/core/*,bot/render/*' --fail-under=0 -o .core-and-render.json
"$py" - <<'PY'
import json
import sys
from pathlib import Path

report = json.loads(Path(".core-and-render.json").read_text())
totals = report["totals"]
missing = [
    f"{name}: lines {data['missing_lines']}"
    for name, data in report["files"].items()
    if data["missing_lines"]
]
branches = 100 * totals["covered_branches"] / max(1, totals["num_branches"])
print(f"core and render: {totals['num_statements']} statements, branches {branches:.1f} %")
if missing or branches < 97:
    print("floors not reached (lines 100 %, branches 97 %)", *missing, sep="\n")
    sys.exit(1)
PY
"$py" -m coverage report --format=total
