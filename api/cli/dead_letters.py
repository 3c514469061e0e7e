"""`jalon dead-letters`: what could not be answered or delivered, and its second chance."""

from typing import Annotated

import typer

from assistant.clock import now
from assistant.conversation.lettres_mortes import lister, rejouer
from assistant.database import transaction


def command(
    replay: Annotated[bool, typer.Option("--replay", help="Put them back to work.")] = False,
) -> None:
    """Lists failed turns and messages (never their words); with --replay, has them taken up again."""
    with transaction() as session:
        lettres = lister(session)
        conversations = rejouer(session, now()) if replay else set()
    for lettre in lettres:
        code = f"  code {lettre.code}" if lettre.code else ""
        typer.echo(f"{lettre.depuis:%d/%m %H:%M}  {lettre.genre:6} {lettre.identifiant}{code}")
    typer.echo(f"{len(lettres)} en échec.")
    if replay:
        typer.echo(f"{len(conversations)} conversations reprises.")
