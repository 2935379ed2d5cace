# One command everywhere: a person, the hook and the server run the same. Each target sets up
# what it needs by itself (scripts/setup.sh: .venv/ from requirements.lock).

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help site serve test check format-check lint types layers format bench screenshots data \
	schema lock hooks setup clean distclean

BIN := .venv/bin
PYTEST_FLAGS ?= -n auto --dist loadgroup

help:  ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-13s %s\n", $$1, $$2 }' Makefile

site: setup  ## check everything, then build the site into site/
	$(BIN)/plansite build

serve: setup  ## build, serve on this machine, and rebuild on every change
	$(BIN)/plansite serve

# The browser tests fail without a Chromium: get one, or say how to. Two tools come from npm.
test: setup  ## every test, the ones in a browser included
	@scripts/node-tools.sh
	@chromium=$$(scripts/find-chromium.sh --install) && \
		CHROMIUM=$$chromium $(BIN)/python -m pytest $(PYTEST_FLAGS)

check: format-check lint types layers test  ## all that must hold before a commit; stops at the first failure
	@echo "== all of it holds"

format-check: setup
	@echo "== format (mend with: make format)"
	@$(BIN)/ruff format --check .

lint: setup
	@echo "== lint"
	@$(BIN)/ruff check .

types: setup
	@echo "== types"
	@$(BIN)/mypy

layers: setup
	@echo "== layers"
	@$(BIN)/lint-imports

format: setup  ## put the code in its one form
	$(BIN)/ruff check --fix-only --quiet .
	$(BIN)/ruff format .

bench: setup  ## print the figures: pages, charts and rows, beside a plain floor
	$(BIN)/python -m bench

# Of a fixed day, so that two of them differ only where the site does.
screenshots: setup  ## picture every kind of page, on screen and on paper, into screenshots/
	@chromium=$$(scripts/find-chromium.sh --install) && \
		$(BIN)/plansite build --as-of 2026-11-20 --site-dir screenshots/site && \
		CHROMIUM=$$chromium $(BIN)/python -m scripts.screenshots screenshots/site screenshots

data: setup  ## write the illustrative figures again (fixed seed)
	$(BIN)/python scripts/make_illustrative.py

schema: setup  ## write the JSON Schemas that editors read again, from the models
	@mkdir -p plans/schema
	for kind in plan agencies documents policy; do \
		$(BIN)/plansite schema $$kind >plans/schema/$$kind.schema.json || exit 1; \
	done

lock: setup  ## write both locks (PyPI, npm) again; ARGS=--upgrade takes the newest versions
	scripts/lock.sh $(ARGS)
	scripts/node-tools.sh --lock $(ARGS)

hooks:  ## run `make check` before every commit in this clone
	git config core.hooksPath .githooks

setup:
	@scripts/setup.sh

clean:  ## remove the site and every cache
	rm -rf site .site-* screenshots dist .cache .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find . -path ./.venv -prune -o -type d -name __pycache__ -exec rm -rf {} +

distclean: clean  ## and all that was installed
	rm -rf .venv tests/node/node_modules
