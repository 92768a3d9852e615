# PetInsure360. `make` alone lists what there is.

# A python3 that is new enough, else whatever python3 is: set-up then says what is wrong with it.
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && exit; \
	done; echo python3)
IN := .venv/bin

.DEFAULT_GOAL := help
.PHONY: help setup tools demo test rehearse lint lock reset doctor bench clean

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: ## everything installed into .venv and .petinsure, the engine taught to start fast
	@$(PYTHON) -m kit.setup

tools:
	@$(PYTHON) -m kit.setup --no-train

demo: tools ## set up, start everything, seed the lake; Ctrl-C stops it
	@$(IN)/petinsure up

test: tools ## the test suite, with real Spark and Azurite and a real browser
	@$(IN)/python -m kit.setup.browser
	@$(IN)/pytest -n auto --dist loadscope $(ARGS)

rehearse: tools ## play the whole demo in a real browser, check its numbers, write a hand-out
	@$(IN)/python -m kit.setup.browser
	@$(IN)/petinsure rehearse $(ARGS)

lint: tools ## style, types and import rules
	@$(IN)/ruff check .
	@$(IN)/ruff format --check .
	@$(IN)/mypy
	@$(IN)/lint-imports

lock: ## resolve the Python packages anew, with their hashes
	@$(IN)/uv pip compile pyproject.toml --group dev $(LOCK) -o requirements.lock
	@echo 'uv' | $(IN)/uv pip compile - $(LOCK) --no-annotate -o kit/setup/uv.lock
	@echo 'setuptools' | $(IN)/uv pip compile - $(LOCK) --no-annotate -o kit/setup/build.lock
LOCK := --universal --python-version 3.11 --generate-hashes --no-emit-index-url --quiet \
	--custom-compile-command 'make lock' $(LOCKFLAGS)

reset: tools ## bring the lake back to its seeded state
	@$(IN)/petinsure reset

doctor: tools ## check this machine and the set-up
	@$(IN)/petinsure doctor

bench: tools ## measure speed and memory
	@$(IN)/python -m kit.setup.browser
	@$(IN)/python -m benchmarks

clean: ## stop everything and remove the environment and all local state, the lake included
	@if [ -x $(IN)/petinsure ]; then $(IN)/petinsure down; fi
	rm -rf .venv .petinsure .pytest_cache .ruff_cache .mypy_cache .hypothesis .import_linter_cache
