# A newcomer needs two of these: `make run` and `make test`.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.PHONY: help run test lint format bench fuzz fuzz-guided audit browser clean

PYTHON ?= python3
BIN := .venv/bin

# One more than there are processors, as many tests wait for the clock; four are enough.
WORKERS := $(shell n=$$(nproc 2>/dev/null || echo 2); echo $$((n < 4 ? n + 1 : 4)))

# uv works in our .venv with the Python that made it, and fetches no other.
export UV_PROJECT_ENVIRONMENT := $(CURDIR)/.venv
export UV_PYTHON := $(CURDIR)/.venv/bin/python
export UV_PYTHON_DOWNLOADS := never
export UV_NO_PROGRESS := 1
unexport VIRTUAL_ENV
# Without its compiled files Python takes many seconds to start.
unexport PYTHONDONTWRITEBYTECODE

help:  ## these lines
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

run: .venv/.installed  ## the bot, or the playground when BOT_TOKEN is empty
	@exec $(BIN)/python -m bot run

test: .venv/.installed-for-tests  ## every test, with coverage
	@$(BIN)/python -m pytest -n $(WORKERS) --cov --cov-report=term

lint: .venv/.installed-for-tests  ## ruff, mypy --strict, import-linter
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

format: .venv/.installed-for-tests  ## bring the code into its usual form
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

bench: .venv/.installed-for-tests  ## the figures of the bench, as ratios
	@$(BIN)/python -m bench

fuzz: .venv/.installed-for-tests  ## 100,000 updates and 36,000 files, feeds, buttons and init data that no honest program writes
	@SAPAR_FUZZ=50 $(BIN)/python -m pytest -n $(WORKERS) tests/fuzz

fuzz-guided: .venv/.installed-for-tests  ## fuzzing led by coverage, 60 seconds a door
	@$(BIN)/uv run --frozen --no-sync --with 'atheris==3.0.0' python -m tests.fuzz.guided 60

# --strict: a package that the service knows nothing of fails too, or a service out of reach would look like good news.
audit: .venv/.installed  ## known holes in what uv.lock installs; asks PyPI
	@$(BIN)/uv export --frozen --quiet --no-dev --all-extras --no-emit-project --output-file .venv/audited.txt
	@$(BIN)/uv tool run --from 'pip-audit>=2.10,<3' pip-audit --strict --disable-pip --require-hashes --requirement .venv/audited.txt

browser:  ## Debian's Chromium, for the tests that need a browser
	@if command -v chromium chromium-browser google-chrome >/dev/null; then \
	  echo "a browser is installed"; \
	elif ! command -v apt-get >/dev/null; then \
	  echo "no apt-get here: install Chromium by hand; tests that need a browser are skipped until then"; \
	elif [ "$$(id -u)" = 0 ]; then \
	  $(APT) || echo "apt-get failed: tests that need a browser are skipped"; \
	elif sudo -n true 2>/dev/null; then \
	  sudo bash -euc '$(APT)' || echo "apt-get failed: tests that need a browser are skipped"; \
	else \
	  echo "installing Chromium needs root: run 'sudo make browser'; tests that need it are skipped until then"; \
	fi

APT = export DEBIAN_FRONTEND=noninteractive; apt-get update -q && \
	apt-get install -qy --no-install-recommends chromium fonts-dejavu-core fonts-noto-color-emoji

clean:  ## remove what was built; var/ with the database stays
	@rm -rf .venv build dist htmlcov .coverage .coverage.* *.egg-info \
	  .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	@find bot handlers tests bench -name __pycache__ -prune -exec rm -rf {} +

.venv/.installed: pyproject.toml uv.lock .venv/bin/uv
	@$(call install,--no-dev --all-extras)
	@touch $@

.venv/.installed-for-tests: pyproject.toml uv.lock .venv/bin/uv
	@$(call install,--all-groups --all-extras)
	@touch .venv/.installed $@

.venv/bin/uv:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Sapar needs Python 3.11 or newer: make PYTHON=python3.12 …")'
	@echo "Making .venv …"
	@$(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check 'uv>=0.9'

# uv knows nothing of pip's configuration. On a machine where only pip's own index can be reached,
# pip installs the same locked versions and checks the same hashes (docs/decisions/0001-install.md).
define install
	echo "Installing what uv.lock names …"; \
	$(BIN)/uv sync --frozen --inexact --quiet $(1) || { \
	  echo "uv could not, so pip takes over with this machine's own index …"; \
	  $(BIN)/uv export --frozen --quiet --no-emit-project $(1) --output-file .venv/locked.txt; \
	  $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement .venv/locked.txt; \
	  $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .; \
	}
endef
