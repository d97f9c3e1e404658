"""Benchmarks: ratios in one run, one module a question; `python -m bench [--short] [name …]`."""
