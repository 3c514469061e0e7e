"""`jalon`: one command a file."""

import typer

from api.cli import (
    dead_letters,
    demo,
    erase,
    export,
    import_services,
    learn,
    parse,
    participants,
    place,
    prescription,
    run,
    say,
    search,
)

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)

COMMANDS = (
    *(run, demo, say, parse, search, import_services, place, learn),
    *(participants, prescription, dead_letters, export, erase),
)

for command in COMMANDS:
    app.command(name=command.__name__.rpartition(".")[2].replace("_", "-"))(command.command)

if __name__ == "__main__":
    app()
