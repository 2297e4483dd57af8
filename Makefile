# Everything from nothing but Python 3.11+ and make. `make` alone lists the commands.
# The first call makes .venv and installs the pinned, hashed dependencies; later calls start at once.

BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
COMPILE := $(BIN)/python -m uv pip compile pyproject.toml --universal --python-version 3.11 --upgrade --generate-hashes --no-header --no-annotate --quiet

.PHONY: help site serve test golden bench lock clean

help: ## list these commands
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' Makefile

site: .venv/site ## build seeds/ into site/
	@$(BIN)/python -m sitegen build

serve: .venv/site ## preview in the browser; it follows your edits
	@$(BIN)/python -m sitegen serve

test: .venv/test ## prove everything: style, types, tests, a real browser
	$(BIN)/python -m ruff check
	$(BIN)/python -m ruff format --check
	$(BIN)/python -m mypy
	$(BIN)/python -m pytest --numprocesses auto

golden: site ## renew site/, which the tests hold every build to, and say what changed
	@git --no-pager diff --stat -- site

bench: .venv/test ## measure time and memory, as ratios within one run
	$(BIN)/python -m tests.benchmarks

lock: .venv/site ## pin the newest dependencies, with hashes and without addresses
	$(PIP) install uv
	$(COMPILE) --group checkout --output-file requirements.txt
	$(COMPILE) --group dev --output-file requirements-dev.txt

clean: ## remove what these commands made, but for site/
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis dist

# A virtual environment knows its own path: made again where there is none, where the folder was moved, or where its Python is gone.
STANDS := $(shell test "$$(cat .venv/made 2>/dev/null)" = "$$(pwd)" && $(BIN)/python -c '' 2>/dev/null && echo yes)
ifneq ($(STANDS),yes)
.PHONY: .venv/made
endif

.venv/made:
	@python=$$(sh .ci/python "$(PYTHON)") && echo "Setting up .venv with $$python …" && "$$python" -m venv --clear .venv && pwd > $@

.venv/site: .venv/made requirements.txt pyproject.toml
	@echo "Installing what sitegen needs …"
	@$(PIP) install --require-hashes --requirement requirements.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

.venv/test: .venv/site requirements-dev.txt tests/chromium.py
	@echo "Installing what the tests need …"
	@$(PIP) install --require-hashes --requirement requirements-dev.txt
	@$(BIN)/python -m tests.chromium
	@touch $@
