"""`jalon participants`: who comes to an offer, for its organiser."""

from typing import Annotated

import typer

from api.cli.refusal import refuse
from assistant.clock import now
from assistant.database import transaction
from assistant.offres.inscriptions.liste import Liste, liste


def command(
    offre_id: Annotated[str, typer.Argument(metavar="OFFRE_ID", help="The offer's identifier.")],
) -> None:
    """Prints how many come, their first names and the référent to call for each. Nothing else is given."""
    with transaction() as session:
        trouvee = liste(session, offre_id, now())
    if trouvee is None:
        refuse(f"Aucune offre « {offre_id} ».")
    typer.echo(_entete(trouvee))
    for participant in trouvee.participants:
        typer.echo(f"  {participant.prenom:18} {participant.referent}, {participant.telephone_referent}")
    if trouvee.en_attente:
        typer.echo(f"Liste d'attente : {trouvee.en_attente}.")


def _entete(trouvee: Liste) -> str:
    places = f" sur {trouvee.offre.places}" if trouvee.offre.places is not None else ""
    combien = f"{trouvee.prises}{places} places prises, dont {len(trouvee.participants)} par Jalon."
    return f"{trouvee.offre.nom}. {combien}"
