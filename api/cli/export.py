"""`jalon export`: all that Jalon holds about a telephone number (right of access)."""

import json
from typing import Annotated

import typer

from api.cli.refusal import refuse
from assistant.database import transaction
from assistant.parcours.numeros import NumeroInvalide, en_e164
from assistant.privacy.exportation import exporter_numero


def command(phone: Annotated[str, typer.Argument(help="The number of the person who asks.")]) -> None:
    """Prints as JSON what is held about a number: conversations, people, rendez-vous, contrats, checks."""
    try:
        numero = en_e164(phone)
    except NumeroInvalide:
        refuse(f"« {phone} » n'est pas un numéro de téléphone.")
    with transaction() as session:
        dossier = exporter_numero(session, numero)
    if dossier is None:
        refuse("Rien n'est connu de ce numéro.")
    typer.echo(json.dumps(dossier, ensure_ascii=False, indent=2, default=str))
