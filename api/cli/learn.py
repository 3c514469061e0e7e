"""`jalon learn`: the models of distress and of needs, from their examples."""

import typer

from api.launch.learning import learn, learnt


def command() -> None:
    """Learns from the examples what is not learnt yet. `jalon run` does it too."""
    if not learnt():
        typer.echo("Apprentissage des exemples (une fois, cinq minutes environ)…")
        learn()
    typer.echo("Les exemples sont appris.")
