# Jalon. `make run` starts everything, `make test` checks everything; both install what is missing.
PYTHON ?= python3.11
APP := .venv/bin
BOT := bot/.venv/bin
SAY := @printf '%s\n'

.DEFAULT_GOAL := run
.PHONY: run test check bench evaluate clean

run: .venv/.app-ready bot/.venv/.ready
	@$(APP)/jalon run

test: .venv/.dev-ready bot/.venv/.ready check
	$(APP)/pytest -n 2 -m "not engine"
	$(APP)/pytest -m engine

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

.venv/.app-ready: requirements/app.lock pyproject.toml | .venv/bin/python
	$(SAY) "Bibliothèques de l'application : environ une minute la première fois"
	$(APP)/pip install --quiet --disable-pip-version-check --no-deps -r requirements/app.lock
	$(APP)/pip install --quiet --disable-pip-version-check --no-deps -e .
	@touch $@

.venv/.dev-ready: requirements/dev.lock .venv/.app-ready
	$(APP)/pip install --quiet --disable-pip-version-check --no-deps -r requirements/dev.lock
	@touch $@

bot/.venv/bin/python:
	$(SAY) "Environnement du moteur (Python 3.10)"
	cd bot && sh ./make_environment.sh

bot/.venv/.ready: bot/requirements.lock | bot/.venv/bin/python
	$(SAY) "Rasa : environ trois minutes la première fois"
	$(BOT)/pip install --quiet --disable-pip-version-check --no-deps -r bot/requirements.lock
	@touch $@

clean:
	rm -rf .venv bot/.venv bot/models .data
