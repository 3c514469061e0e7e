"""How a command says no: one plain sentence, exit code 1."""

from typing import NoReturn

import typer


def refuse(phrase: str) -> NoReturn:
    typer.echo(phrase, err=True)
    raise typer.Exit(1)
