"""Settings are named where people look for them."""

from assistant.settings import Settings
from tests.conftest import ROOT


def test_env_example_lists_every_setting_and_no_other() -> None:
    lines = (ROOT / ".env.example").read_text().splitlines()
    named = {line.split("=")[0] for line in lines if "=" in line and not line.startswith("#")}
    assert named == {name.upper() for name in Settings.model_fields}


def test_each_setting_of_env_example_has_a_sentence() -> None:
    lines = (ROOT / ".env.example").read_text().splitlines()
    pairs = zip(lines, lines[1:], strict=False)
    alone = [line for before, line in pairs if "=" in line and not before.startswith("#")]
    assert alone == []
