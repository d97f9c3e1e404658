"""Runs the benchmarks that were named, or all, and prints a table for each.

A figure that was not reached is printed as such; only a benchmark that cannot run exits with 1.
"""

from __future__ import annotations

import argparse
import importlib
import sys
import time

from bench.table import show

NAMES = ("phrases", "names", "start", "answers", "accounts", "ack", "slow")


def main() -> int:
    """Parses the command line, runs what was named, prints a table each."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="name", help=", ".join(NAMES))
    parser.add_argument("--short", action="store_true", help="only see that they run")
    arguments = parser.parse_args()
    unknown = set(arguments.names) - set(NAMES)
    if unknown:
        parser.error(f"no such benchmark: {' '.join(sorted(unknown))}")
    for name in arguments.names or NAMES:
        module = importlib.import_module(f"bench.{name}")
        begun = time.perf_counter()
        rows = module.measure(short=arguments.short)
        print(show(module.TITLE, rows))
        print(f"({time.perf_counter() - begun:.0f} s)\n", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
