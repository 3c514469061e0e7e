"""What Rasa is told exists, exists: actions, rules, questions of forms."""

import re
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
import yaml
from rasa_sdk.executor import ActionExecutor

from actions.menu import ENTREES
from actions.mes_inscriptions import DEMANDE as MES_INSCRIPTIONS
from actions.rappel import cle_rappel
from actions.reprise import REPRISES
from assistant.content.catalogue import catalogue
from tests.conftest import ROOT

BOT = ROOT / "bot"


def lus(dossier: Path) -> list[dict[str, Any]]:
    return [yaml.safe_load(fichier.read_text()) for fichier in sorted(dossier.glob("*.yml"))]


def du_domaine(cle: str) -> list[str]:
    return list(chain.from_iterable(theme.get(cle, []) for theme in lus(BOT / "domain")))


@pytest.fixture(scope="module")
def connues() -> set[str]:
    executor = ActionExecutor()
    executor.register_package("actions")
    return {nom for nom, run in executor.actions.items() if run.__self__.__module__.startswith("actions.")}


def test_the_action_server_has_every_action_of_the_domain_and_no_other(connues: set[str]) -> None:
    assert connues == set(du_domaine("actions"))


@pytest.mark.parametrize("cle", ["intents", "slots", "forms", "actions"])
def test_nothing_is_declared_twice(cle: str) -> None:
    noms = du_domaine(cle)
    assert sorted(noms) == sorted(set(noms))


def test_every_intent_of_the_training_data_has_one_rule() -> None:
    intents = {
        bloc["intent"] for theme in lus(ROOT / "nlu_data") for bloc in theme["nlu"] if "intent" in bloc
    }
    regles = [regle["steps"][0]["intent"] for theme in lus(BOT / "rules") for regle in theme["rules"]]
    assert sorted(regles) == sorted(intents | {"nlu_fallback"})
    assert set(du_domaine("intents")) == intents | {"nlu_fallback"}


def test_every_form_recalls_its_question_after_a_digression() -> None:
    formulaires = {
        nom: forme for theme in lus(BOT / "domain") for nom, forme in theme.get("forms", {}).items()
    }
    for formulaire, forme in formulaires.items():
        for slot in forme["required_slots"]:
            assert cle_rappel(formulaire, slot).removeprefix("utter_") in catalogue()


def test_the_menu_and_what_identity_interrupts_lead_to_existing_actions(connues: set[str]) -> None:
    assert set(ENTREES) <= connues
    par_leurs_mots = {MES_INSCRIPTIONS}  # asked by words, under no label of its own
    assert {f"action_{intent}" for intent in set(REPRISES) - par_leurs_mots} <= connues


def test_every_text_named_in_the_actions_is_written() -> None:
    sources = "\n".join(fichier.read_text() for fichier in sorted((ROOT / "actions").glob("*.py")))
    nommes = set(re.findall(r'Reponse\(\s*"(\w+)"', sources)) | {
        cle.removeprefix("utter_") for cle in re.findall(r'response="(utter_\w+)"', sources)
    }
    assert nommes <= set(catalogue())
