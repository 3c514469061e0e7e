"""`jalon demo` is for development only."""

from collections.abc import Iterator

import pytest
import typer
from typer.testing import CliRunner

from api.cli import demo as commande
from assistant.settings import settings


@pytest.fixture
def en_production(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("JALON_ENV", "production")
    settings.cache_clear()
    yield
    monkeypatch.undo()
    settings.cache_clear()


@pytest.mark.usefixtures("en_production")
@pytest.mark.parametrize("options", [[], ["--reset"]])
def test_it_refuses_in_production_with_a_plain_sentence(options: list[str]) -> None:
    app = typer.Typer()
    app.command()(commande.command)
    resultat = CliRunner().invoke(app, options)
    assert resultat.exit_code == 1
    assert "n'existent qu'en développement" in resultat.output
