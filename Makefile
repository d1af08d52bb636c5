# make build: articles to validated data package. make test: the tests. Both set up what they need on first use.
VENV := .venv
BIN := $(VENV)/bin
# The first Python of 3.11 or later on the path; PYTHON=... names another.
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
	command -v $$p >/dev/null 2>&1 && $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)

.PHONY: build test release check problems readme bench fuzz clean

build: $(VENV)/.build
	$(BIN)/iddia build
	$(BIN)/iddia validate --frictionless

test: $(VENV)/.dev
	$(BIN)/python -m pytest -n auto

# The next release, or the last one anew; docs/releasing.md says what belongs to it.
release: $(VENV)/.dev
	$(BIN)/iddia release

check: $(VENV)/.dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

problems: $(VENV)/.dev
	$(BIN)/python tests/test_problems.py

readme: $(VENV)/.dev
	$(BIN)/python tests/test_readme.py
	$(BIN)/python tests/test_contributing.py

bench: $(VENV)/.dev
	$(BIN)/python benchmarks/start.py
	$(BIN)/python benchmarks/relate.py
	$(BIN)/python benchmarks/validate.py
	$(BIN)/python benchmarks/release.py

# Each target for FUZZ seconds, beginning with the seeds that are kept; atheris has no wheels for every Python, so it is no part of dev.
FUZZ := 60
fuzz: $(VENV)/.dev
	$(BIN)/python -m pip install --quiet --disable-pip-version-check atheris
	for target in tests/fuzz/fuzz_*.py; do PYTHONPATH=tests $(BIN)/python $$target -max_total_time=$(FUZZ) -timeout=10 || exit 1; done

$(VENV)/.python:
	@test -n "$(PYTHON)" || { echo "iddia needs Python 3.11 or later on the path, or make PYTHON=/path/to/python3" >&2; exit 2; }
	$(PYTHON) -m venv $(VENV)
	touch $@

$(VENV)/.build: pyproject.toml | $(VENV)/.python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[build]'
	touch $@

$(VENV)/.dev: pyproject.toml | $(VENV)/.python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $@ $(VENV)/.build

clean:
	rm -rf $(VENV)
