# Everything from nothing but Python 3.12 and make. `make` alone lists the targets.
SHELL := /bin/sh
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

VENV ?= .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check
OUT ?= out

# The first interpreter that is new enough; name another with `make PYTHON=...`.
CANDIDATES := python3.12 python3 python3.13 python
PYTHON ?= $(shell for p in $(CANDIDATES); do "$$p" -c 'import sys; sys.exit(sys.version_info < (3, 12))' \
	2>/dev/null && { echo "$$p"; break; }; done)

.PHONY: help setup demo test check eval bench load lock schema pictures clean
help: ## list the targets
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' Makefile

setup: $(VENV)/.installed ## a virtual environment in .venv with the command communique in it

$(VENV)/.python:
	@test -n "$(PYTHON)" || { echo "communique needs Python 3.12 or newer, and none was found on the PATH." \
		"Install it, or name it: make PYTHON=/path/to/python3.12" >&2; exit 1; }
	@"$(PYTHON)" -c 'import ensurepip, venv' 2>/dev/null || { echo "$(PYTHON) comes without venv and ensurepip." \
		"Install them (on Debian: apt install python3.12-venv), or name another Python: make PYTHON=..." >&2; exit 1; }
	@test -x $(BIN)/python || "$(PYTHON)" -m venv $(VENV)
	@touch $@

# pip before 24 cannot read every marker of the lock.
$(VENV)/.locked: requirements.lock $(VENV)/.python
	@echo "Installing what requirements.lock pins (a few minutes the first time)"
	@$(PIP) install --quiet 'pip>=24'
	@$(PIP) install --quiet --require-hashes -r requirements.lock
	@touch $@

$(VENV)/.installed: pyproject.toml $(VENV)/.locked
	@$(PIP) install --quiet --no-deps --no-build-isolation --no-index -e .
	@touch $@

demo: setup ## build a record from examples/, write its dossier, say what was found and where
	@mkdir -p $(OUT)
	@rm -f $(OUT)/demo.db $(OUT)/demo.db-wal $(OUT)/demo.db-shm
	@$(BIN)/communique build examples/captures -o $(OUT)/demo.db
	@$(BIN)/communique show $(OUT)/demo.db events
	@$(BIN)/communique report $(OUT)/demo.db -o $(OUT)/dossier.html
	@$(BIN)/communique export $(OUT)/demo.db --format csv -o $(OUT)/csv
	@$(BIN)/communique export $(OUT)/demo.db --format jsonl -o $(OUT)/jsonl
	@echo
	@echo "The record:  $(OUT)/demo.db       (ask it: $(BIN)/communique show $(OUT)/demo.db statements)"
	@echo "The dossier: $(OUT)/dossier.html  (open it in a browser; it needs no network)"
	@echo "The tables:  $(OUT)/csv/          (open them in a spreadsheet)"
	@echo "The export:  $(OUT)/jsonl/        (one file a kind, JSON lines)"

test: setup ## the tests
	@$(BIN)/python -m pytest

check: setup ## linters, types, imports one way, schema fresh
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/python scripts/schema.py --check

eval: setup ## the scores against their pinned floors
	@$(BIN)/python -m evaluation

bench: setup ## how long each stage takes
	@$(BIN)/python -m benchmarks
	@$(BIN)/python -m benchmarks.cleaning
	@$(BIN)/python -m benchmarks.merge

load: setup ## how fast the desk answers eight readers of 10,000 articles
	@$(BIN)/python -m benchmarks.desk

lock: setup ## pin the dependencies anew
	@$(PIP) install --quiet uv
	@$(BIN)/uv pip compile pyproject.toml --group dev --generate-hashes --no-emit-index-url --no-header \
		--python-version 3.12 --upgrade -q -o requirements.lock

schema: setup ## write docs/schema/ anew from the records
	@$(BIN)/python scripts/schema.py

clean: ## remove what make made
	rm -rf $(VENV) $(OUT) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

# Needs a Chromium on the PATH, or one named by COMMUNIQUE_CHROMIUM.
pictures: demo ## take the pictures in docs/img: the dossier's and the desk's
	@$(BIN)/python -m scripts.pictures $(OUT)/demo.db $(OUT)/dossier.html
