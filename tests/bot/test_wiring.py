"""Nothing hangs loose: each intent has examples and a rule, each action a body, each text a speaker."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from rasa_sdk.executor import ActionExecutor

from assistant.content.catalogue import catalogue
from assistant.settings import ROOT
from tests.conftest import SHARED

BOT = ROOT / "bot"
ENOUGH = 60  # examples of an intent
BY_THE_ENGINE = {"nlu_fallback"}  # no example: it is what is left
BUILT_IN = re.compile(r"^(action_listen|formulaire_\w+)$")


def _yaml(folder: Path, pattern: str = "*.yml") -> Iterator[dict[str, Any]]:
    for file in sorted(folder.glob(pattern)):
        yield yaml.safe_load(file.read_text()) or {}


@pytest.fixture(scope="module")
def examples() -> dict[str, list[str]]:
    entries = (entry for file in _yaml(ROOT / "nlu_data") for entry in file["nlu"])
    return {entry["intent"]: re.findall(r"^- (.+)$", entry["examples"], re.M) for entry in entries}


@pytest.fixture(scope="module")
def intents() -> set[str]:
    names = {intent for domain in _yaml(BOT / "domain") for intent in domain.get("intents", [])}
    return {name if isinstance(name, str) else next(iter(name)) for name in names}


def _rules() -> Iterator[dict[str, Any]]:
    for file in _yaml(BOT / "rules"):
        yield from file.get("rules", [])


def _named(step: str) -> set[str]:
    return {s[step] for rule in _rules() for s in rule["steps"] if step in s}


def test_every_intent_has_enough_examples(intents: set[str], examples: dict[str, list[str]]) -> None:
    assert set(examples) == intents - BY_THE_ENGINE
    assert not {intent: len(texts) for intent, texts in examples.items() if len(texts) < ENOUGH}


def test_every_intent_leads_somewhere(intents: set[str]) -> None:
    assert intents == _named("intent")


def test_the_intents_are_those_of_the_contract(intents: set[str]) -> None:
    contract = SHARED / "contract" / "intents.md"
    if not contract.exists():
        pytest.skip("shared/contract is not beside this checkout")
    rows = re.findall(r"^\| ([a-z_ ·]+) \|", contract.read_text(), re.M)
    named = {name.strip() for row in rows for name in row.split("·")} - {"intent"}
    assert intents - BY_THE_ENGINE == named


def test_every_action_of_a_rule_is_declared_and_exists() -> None:
    executor = ActionExecutor()
    executor.register_package("actions")
    bodies = {
        name for name, run in executor.actions.items() if run.__self__.__module__.startswith("actions.")
    }
    declared = {action for domain in _yaml(BOT / "domain") for action in domain.get("actions", [])}
    wanted = {action for action in _named("action") if not BUILT_IN.match(action)}
    assert wanted - declared == set()
    assert {action for action in declared if action.startswith(("action_", "validate_"))} == bodies


def test_no_example_is_given_twice(examples: dict[str, list[str]]) -> None:
    seen: dict[str, str] = {}
    for intent, texts in examples.items():
        for text in texts:
            key = re.sub(r"\W+", " ", text.casefold()).strip() or text
            assert seen.setdefault(key, intent) == intent, f"« {text} » is both {seen[key]} and {intent}"


def test_every_text_is_said_by_someone() -> None:
    """By its key, or by a key put together in code: f"{demande}_transmis"."""
    folders = (ROOT / name for name in ("api", "assistant", "actions"))
    code = "\n".join(file.read_text() for folder in folders for file in folder.rglob("*.py"))
    written = set(re.findall(r"""["'](?:utter_)?([a-z_]+)["']""", code))
    composed = re.findall(r"""f["'](?:utter_)?([a-z_]*\{[^"']+)["']""", code)
    shapes = [
        re.compile(re.sub(r"\{[^}]+\}", "[a-z_0-9]+", key)) for key in composed if re.match(r"[\w{}.]+$", key)
    ]
    silent = {key for key in catalogue() if key not in written and not any(s.fullmatch(key) for s in shapes)}
    assert silent == set()
