"""`jalon place`: which commune a text names."""

import json
from pathlib import Path
from typing import Annotated, Any

import typer

from api.cli.lines import texts
from assistant.offres.lieux import candidats


def command(
    textes: Annotated[list[str] | None, typer.Argument(help="One or several texts.", metavar="TEXT")] = None,
    file: Annotated[Path | None, typer.Option(help="A file with one text a line.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON line per text.")] = False,
) -> None:
    """Says which commune a text names, and whether it may be another one."""
    for texte in texts(textes, file):
        lieu = _lieu(texte)
        typer.echo(json.dumps(lieu, ensure_ascii=False) if as_json else _ligne(lieu))


def _lieu(texte: str) -> dict[str, Any]:
    trouves = candidats(texte)
    lieu = trouves[0] if trouves else None
    return {
        "text": texte,
        "code_insee": lieu and lieu.code_insee,
        "nom": lieu and lieu.nom,
        "latitude": lieu and lieu.latitude,
        "longitude": lieu and lieu.longitude,
        "ambiguous": len(trouves) > 1,
    }


def _ligne(lieu: dict[str, Any]) -> str:
    if not lieu["nom"]:
        return f"{lieu['text']} : lieu inconnu"
    doute = "  (peut être une autre commune)" if lieu["ambiguous"] else ""
    return f"{lieu['text']} : {lieu['nom']} ({lieu['code_insee']}){doute}"
