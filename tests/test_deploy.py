"""What docker-compose.yml starts and sets exists in the code. (No Docker engine is needed to read it.)"""

from importlib.util import find_spec
from typing import Any

import pytest
import yaml

from api.launch.parts import engine_environment
from assistant.settings import ROOT, Settings


@pytest.fixture(scope="module")
def services() -> dict[str, Any]:
    return dict(yaml.safe_load((ROOT / "docker-compose.yml").read_text())["services"])


def test_every_part_has_a_container(services: dict[str, Any]) -> None:
    assert set(services) == {"api", "worker", "beat", "actions", "rasa", "postgres", "redis"}


@pytest.mark.parametrize("part", ["api", "worker", "beat", "actions"])
def test_the_application_is_told_settings_that_exist(services: dict[str, Any], part: str) -> None:
    named = {name.lower() for name in services[part]["environment"]}
    assert named <= set(Settings.model_fields)


def test_the_engine_is_told_what_its_endpoints_name(services: dict[str, Any]) -> None:
    wanted = {n for n in engine_environment() if n.startswith(("RASA_DB", "NLG", "ACTIONS", "RASA_TOKEN"))}
    assert wanted <= set(services["rasa"]["environment"])


@pytest.mark.parametrize(
    ("part", "module"), [("api", "api.app"), ("worker", "assistant.celery_app"), ("actions", "actions")]
)
def test_commands_name_modules_that_exist(services: dict[str, Any], part: str, module: str) -> None:
    assert any(module in word for word in services[part]["command"])
    assert find_spec(module)


def test_every_build_has_its_dockerfile(services: dict[str, Any]) -> None:
    builds = [service["build"]["dockerfile"] for service in services.values() if "build" in service]
    assert all((ROOT / file).is_file() for file in builds)
