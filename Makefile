# The one interface to the project's tools: `make help` lists the targets.
SHELL := /bin/sh
VENV := .venv
PY := $(VENV)/bin/python
ARGS ?=
.DEFAULT_GOAL := help
.PHONY: help demo test test-postgres faults clock-changes ci lint format types coverage bench fuzz peers phrases rights snapshots clean

help: ## list these targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  \1|/' | awk -F'|' '{printf "%-14s %s\n", $$1, $$2}'

$(VENV)/bin/python:
	@python3 -m venv $(VENV) || { echo 'python3 -m venv failed. On Debian: apt-get install python3-venv'; rm -rf $(VENV); exit 1; }

$(VENV)/.run: pyproject.toml constraints.txt | $(VENV)/bin/python
	$(PY) -m pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	@touch $@

$(VENV)/.dev: pyproject.toml constraints.txt | $(VENV)/bin/python
	$(PY) -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@touch $@ $(VENV)/.run

demo: $(VENV)/.run ## try the bot here, no credentials (ARGS=--once: a tour)
	@$(PY) -m bot demo $(ARGS)

test: $(VENV)/.dev ## the whole suite (ARGS= passes through to pytest)
	$(PY) -m pytest -n 2 $(ARGS)

test-postgres: $(VENV)/.dev ## what touches storage, on a PostgreSQL made for it (scripts/install-postgres.sh)
	scripts/with-postgres.sh $(PY) -m pytest -n 2 -m postgres $(ARGS)

faults: $(VENV)/.dev ## kills, races and broken databases at full size, with their figures (minutes)
	FAULT_ROUNDS=20 scripts/with-postgres.sh $(PY) -m pytest -s -n 0 tests/faults $(ARGS)

clock-changes: $(VENV)/.dev ## schedules at every change of every clock, beside an oracle (minutes)
	$(PY) -m tests.clock_changes

ci: lint types coverage bench-short demo-once ## all that must be green before a commit lands

# On both databases in one run; without PostgreSQL it fails.
coverage: $(VENV)/.dev
	scripts/with-postgres.sh $(MAKE) test ARGS="--cov --cov-report=" && scripts/coverage-floors.sh $(PY)

bench-short: $(VENV)/.dev
	$(PY) -m bench --short

demo-once: $(VENV)/.run
	@$(PY) -m bot demo --once >/dev/null && echo 'demo: 0'

lint: $(VENV)/.dev ## ruff and the import contracts
	$(VENV)/bin/ruff check . && $(VENV)/bin/ruff format --check . && $(VENV)/bin/lint-imports --no-cache

format: $(VENV)/.dev ## rewrite the code as ruff wants it
	$(VENV)/bin/ruff check --fix . ; $(VENV)/bin/ruff format .

types: $(VENV)/.dev ## mypy, strict
	$(VENV)/bin/mypy

bench: $(VENV)/.dev ## the benchmarks, as ratios (minutes)
	$(PY) -m bench $(ARGS)

MINUTES ?= 5
fuzz: $(VENV)/.dev ## the laws with many more examples, other ones each time (MINUTES=30)
	@end=$$(( $$(date +%s) + 60 * $(MINUTES) )); while [ $$(date +%s) -lt $$end ]; do \
	HYPOTHESIS_PROFILE=fuzz $(PY) -m pytest -n 2 -k 'law or fuzz' $(ARGS) || exit 1; done

peers: ## other libraries that read dates, apart, for `python -m bench phrases`
	@python3 -m venv .venv-peers && .venv-peers/bin/python -m pip install --quiet freezegun; \
	grep -v "^#" bench/peers.txt | while read peer; do .venv-peers/bin/python -m pip install --quiet "$$peer" || true; done

phrases: $(VENV)/.dev ## rewrite docs/phrases.md from the examples of the rules
	$(PY) -m tests.phrases_page

rights: $(VENV)/.dev ## rewrite docs/rights.md from the table of rights
	$(PY) -m tests.rights_page

snapshots: $(VENV)/.dev ## rewrite tests/render/snapshots from what the code shows now, and docs/pictures
	UPDATE_SNAPSHOTS=1 $(PY) -m pytest -q -p no:randomly tests/render $(ARGS)
	$(PY) -m tests.browser.pictures

clean: ## remove the environment and every cache
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .coverage* .core-and-render.json dist build
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
