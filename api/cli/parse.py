"""`jalon parse`: what a text means, by the fixed rules and by the running engine."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

import typer

from api.cli.lines import texts
from api.cli.refusal import refuse
from assistant.conversation.garde.regles import regle_fixe
from assistant.conversation.moteur import MoteurAbsent, analyser


def command(
    textes: Annotated[list[str] | None, typer.Argument(help="One or several texts.", metavar="TEXT")] = None,
    file: Annotated[Path | None, typer.Option(help="A file with one text a line.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON line per text.")] = False,
) -> None:
    """Says what a text means: the fixed rule that would answer it, the intent, the entities."""
    for texte in texts(textes, file):
        try:
            analyse = {"text": texte, "rule": regle_fixe(texte), **asdict(analyser(texte))}
        except MoteurAbsent:
            refuse("Le moteur de dialogue ne répond pas. Lancez « make run », puis recommencez.")
        typer.echo(json.dumps(analyse, ensure_ascii=False) if as_json else _ligne(analyse))


def _ligne(analyse: dict[str, Any]) -> str:
    entites = ", ".join(f"{e['entity']}={e['value']}" for e in analyse["entities"])
    regle = f"  règle : {analyse['rule']}" if analyse["rule"] else ""
    return f"{analyse['intent']:24} {analyse['confidence']:.2f}  {analyse['text']}  {entites}{regle}"
