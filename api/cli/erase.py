"""`jalon erase`: forgets a telephone number and what was exchanged with it."""

from typing import Annotated

import typer

from api.cli.refusal import refuse
from assistant.clock import now
from assistant.database import transaction
from assistant.parcours.numeros import NumeroInvalide, en_e164
from assistant.privacy.effacement import effacer_numero


def command(phone: Annotated[str, typer.Argument(help="The number to forget.")]) -> None:
    """Erases a number: its messages, checks, sign-ups. The parcours stays with the département."""
    try:
        numero = en_e164(phone)
    except NumeroInvalide:
        refuse(f"« {phone} » n'est pas un numéro de téléphone.")
    with transaction() as session:
        messages = effacer_numero(session, numero, now())
    if messages is None:
        refuse("Aucun échange avec ce numéro.")
    typer.echo(f"Numéro effacé, avec {messages} messages.")
