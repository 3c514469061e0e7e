# Jalon. `make run` starts everything, `make test` checks everything; both install what is missing.
PYTHON ?= python3.11
APP := .venv/bin
BOT := bot/.venv/bin
PIP := $(APP)/pip install --quiet --disable-pip-version-check
# installs a lock file in seconds where pip takes minutes
UV := $(APP)/uv
INSTALL := $(UV) pip install --quiet --no-deps
# torch and what it brings for a graphics card stay out: each machine has its own build of them
LOCK := ../$(UV) pip compile --quiet --no-header --no-emit-index-url --python-version 3.11 \
	--no-emit-package torch --excludes gpu.txt
SAY := @printf '%s\n'

.DEFAULT_GOAL := run
.PHONY: run test test-engine check bench evaluate lock clean

# what takes minutes to learn is learnt beside what is installed and checked
run:
	@$(MAKE) --no-print-directory -j2 .venv/.learning bot/.venv/.ready
	@$(APP)/jalon run

test:
	@$(MAKE) --no-print-directory -j2 .venv/.learning bot/.venv/.ready .venv/.dev-ready
	@$(APP)/jalon learn &
	@$(APP)/python -m api.launch.model &
	$(MAKE) --no-print-directory check
	$(APP)/pytest -n 2 -m "not engine"
	@$(MAKE) --no-print-directory -j2 test-engine evaluate

test-engine: .venv/.dev-ready bot/.venv/.ready
	$(APP)/pytest -n 3 --dist worksteal -m engine

check: .venv/.dev-ready
	$(APP)/ruff check .
	$(APP)/ruff format --check .
	$(APP)/mypy

bench: .venv/.dev-ready bot/.venv/.ready
	$(APP)/python -m benchmarks

evaluate: bot/.venv/.ready
	cd bot && PYTHONPATH=.. .venv/bin/python -m benchmarks.nlu.evaluate

.venv/bin/python:
	$(SAY) "Environnement de l'application (Python 3.11)"
	$(PYTHON) -m venv .venv

$(UV): | .venv/bin/python
	$(PIP) uv==0.13.9

.venv/.app-ready: requirements/app.in requirements/app.lock pyproject.toml | $(UV)
	$(SAY) "Bibliothèques de l'application : une minute la première fois"
	$(PIP) "$$(grep '^torch==' requirements/app.in)"
	$(INSTALL) --python $(APP)/python -r requirements/app.lock -e .
	@touch $@

.venv/.dev-ready: requirements/dev.lock .venv/.app-ready
	$(INSTALL) --python $(APP)/python -r requirements/dev.lock
	@touch $@

.venv/.learning: .venv/.app-ready
	@$(APP)/jalon learn &
	@touch $@

bot/.venv/bin/python: | $(UV)
	$(SAY) "Environnement du moteur (Python 3.10)"
	cd bot && sh ./make_environment.sh

bot/.venv/.ready: bot/requirements.lock | bot/.venv/bin/python
	$(SAY) "Rasa : une minute la première fois"
	$(INSTALL) --python $(BOT)/python -r bot/requirements.lock
	@touch $@

lock: $(UV)
	cd requirements && $(LOCK) app.in -o app.lock && $(LOCK) dev.in -o dev.lock
	cd bot && ../$(UV) pip compile --quiet --no-header --no-emit-index-url --python-version 3.10 \
		--generate-hashes --excludes unused.txt requirements.in -o requirements.lock

clean:
	rm -rf .venv bot/.venv bot/models bot/models.log .data .models
