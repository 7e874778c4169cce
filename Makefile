# Everything here needs Python 3.11 or later and make; the rest is installed into .venv.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed
NEED_NO_SERVER := fuzz loaders scripts
CHECKED := graphmodel loaders cypher cli.py tests benchmarks scripts

.DEFAULT_GOAL := help
.PHONY: help install demo lint format test test-lts test-browser fuzz peers bench

help: ## Show what can be made
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 12

install: $(INSTALLED) ## Make .venv and install graphmodel into it, with what the tests need

$(INSTALLED): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "Python 3.11 or later is needed: make PYTHON=python3.12 ...")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

demo: install ## Load the demo study into a local Neo4j and show how a theme is grounded
	@$(BIN)/graphmodel demo

lint: install ## Check style, types and docker-compose.yml
	$(BIN)/ruff check $(wildcard $(CHECKED))
	$(BIN)/ruff format --check $(wildcard $(CHECKED))
	$(BIN)/mypy
	$(BIN)/check-jsonschema --builtin-schema vendor.compose-spec docker-compose.yml

format: install ## Bring the code into the one style
	$(BIN)/ruff check --fix $(wildcard $(CHECKED))
	$(BIN)/ruff format $(wildcard $(CHECKED))

test: install ## Run all tests against a real Neo4j 2026.08.1
	$(BIN)/pytest

test-lts: install ## Run the tests that meet a server against Neo4j 5.26.30
	GRAPHMODEL_SERVER_LINE=5.26.30 $(BIN)/pytest $(NEED_NO_SERVER:%=--ignore=tests/%)

test-browser: install ## Run the tests in a real Chromium
	@command -v "$${CHROMIUM:-chromium}" >/dev/null || { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null \
		&& apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium >/dev/null; } \
		|| { echo 'These tests need the Debian package chromium, or Chromium'"'"'s path in CHROMIUM.' >&2; exit 2; }
	$(BIN)/pytest tests/browser

SECONDS := 60
fuzz: install ## Let each reader read new damaged files for 60 seconds (SECONDS=600, READERS='refi or csl')
	GRAPHMODEL_FUZZ_SECONDS=$(SECONDS) $(BIN)/pytest tests/fuzz -k '$(READERS)' -o faulthandler_timeout=$$(($(SECONDS) + 300))

peers: $(patsubst tests/peers/%.txt,.peers/%/.installed,$(wildcard tests/peers/*.txt)) ## Make an environment for each program that tests compare with

.peers/%/.installed: tests/peers/%.txt
	$(PYTHON) -m venv .peers/$*
	.peers/$*/bin/python -m pip install --quiet --disable-pip-version-check --requirement $<
	@touch $@

bench: install peers ## Measure reading, loading and asking beside rivals, on a server of its own
	$(BIN)/python -m benchmarks
