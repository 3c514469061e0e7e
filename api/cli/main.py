"""`jalon`: one command a file."""

import typer

from api.cli import dead_letters, demo, erase, export, parse, place, run, say, search

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)
for command in (run, demo, say, parse, search, place, dead_letters, export, erase):
    app.command(name=command.__name__.rpartition(".")[2].replace("_", "-"))(command.command)

if __name__ == "__main__":
    app()
