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


def test_what_the_image_learnt_is_where_the_containers_look(services: dict[str, Any]) -> None:
    dockerfile = (ROOT / "Dockerfile").read_text()
    assert f"JALON_MODELS={services['api']['environment']['JALON_MODELS']}\n" in dockerfile
    assert dockerfile.index("USER jalon") < dockerfile.index("RUN jalon learn")


@pytest.mark.parametrize("lock", ["app.lock", "dev.lock"])
def test_locks_name_no_build_of_torch_and_no_registry(lock: str) -> None:
    """Each machine has its own: the Makefile and the Dockerfile install the version of app.in first."""
    pinned = [line for line in (ROOT / "requirements" / lock).read_text().splitlines() if line[:1].isalpha()]
    assert [line for line in pinned if line.startswith(("torch==", "nvidia", "cuda", "triton"))] == []
    assert [line for line in pinned if "://" in line] == []


@pytest.mark.parametrize("file", ["Makefile", "Dockerfile"])
def test_torch_comes_before_the_rest_in_the_version_of_app_in(file: str) -> None:
    steps = (ROOT / file).read_text()
    assert steps.index("grep '^torch==' requirements/app.in") < steps.index("-r requirements/app.lock")
    assert "\ntorch==" in (ROOT / "requirements" / "app.in").read_text()


def test_every_build_has_its_dockerfile(services: dict[str, Any]) -> None:
    builds = [service["build"]["dockerfile"] for service in services.values() if "build" in service]
    assert all((ROOT / file).is_file() for file in builds)
