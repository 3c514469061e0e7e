"""`jalon`: one command a file."""

from importlib import import_module
from typing import Any

import typer
from typer.core import TyperGroup

COMMANDS = (
    *("run", "demo", "say", "parse", "search", "import-services", "place", "learn"),
    *("participants", "prescription", "dead-letters", "export", "erase"),
)


class _OnDemand(TyperGroup):
    """Imports the file of the command that is asked for: all of them bring all of Jalon, in seven seconds."""

    def list_commands(self, ctx: Any) -> list[str]:
        return [*COMMANDS]

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        if cmd_name not in COMMANDS:
            return None
        alone = typer.Typer(add_completion=False, pretty_exceptions_enable=False)
        alone.command(name=cmd_name)(import_module(f"api.cli.{cmd_name.replace('-', '_')}").command)
        return typer.main.get_command(alone)


app = typer.Typer(cls=_OnDemand, no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)


@app.callback()
def jalon() -> None:
    """Starts Jalon, tries it, and looks after what it holds."""


if __name__ == "__main__":
    app()
