"""`jalon place` tells which commune a text names, one line a text."""

import json
from pathlib import Path

import typer
from typer.testing import CliRunner

from api.cli import place

app = typer.Typer()
app.command()(place.command)


def test_a_commune_comes_with_its_code_and_coordinates() -> None:
    resultat = CliRunner().invoke(app, ["st andre de cubzac", "--json"])
    lieu = json.loads(resultat.stdout)
    assert (lieu["nom"], lieu["code_insee"], lieu["ambiguous"]) == ("Saint-André-de-Cubzac", "33366", False)
    assert (round(lieu["latitude"]), round(lieu["longitude"])) == (45, 0)


def test_a_file_gives_one_line_a_text(tmp_path: Path) -> None:
    fichier = tmp_path / "textes.txt"
    fichier.write_text("33380\nje suis en panne\n")
    resultat = CliRunner().invoke(app, ["--file", str(fichier), "--json"])
    ambigu, inconnu = map(json.loads, resultat.stdout.splitlines())
    assert (ambigu["nom"], ambigu["ambiguous"]) == ("Mios", True)
    assert (inconnu["nom"], inconnu["code_insee"]) == (None, None)


def test_nothing_to_read_is_refused_with_a_plain_sentence() -> None:
    resultat = CliRunner().invoke(app, [])
    assert resultat.exit_code == 1
    assert "Donnez un texte" in resultat.output
