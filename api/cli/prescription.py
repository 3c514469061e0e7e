"""`jalon prescription`: the requests that wait for a référent, the fiche of one, and the decision."""

from dataclasses import asdict
from typing import Annotated

import typer
from sqlalchemy import select

from api.cli.refusal import refuse
from assistant.clock import now
from assistant.database import transaction
from assistant.offres.inscriptions.fiche import fiche
from assistant.offres.inscriptions.prescription import DejaDecidee, decider
from assistant.offres.inscriptions.tables import EtatPrescription, Prescription

EQUIPE = "equipe"


def command(
    number: Annotated[int | None, typer.Argument(help="The request; without it, those that wait.")] = None,
    grant: Annotated[
        bool | None, typer.Option("--grant/--refuse", help="Decides; the person is told.")
    ] = None,
) -> None:
    """Lists the requests through the référent, shows the single fiche of one, or decides on it."""
    if number is None:
        _lister()
        return
    with transaction() as session:
        prescription = session.get(Prescription, number)
        if prescription is None:
            refuse(f"Aucune demande {number}.")
        if grant is not None:
            try:
                decider(session, prescription, EQUIPE, now(), accordee=grant)
            except DejaDecidee:
                refuse(f"La demande {number} est déjà {prescription.etat.replace('_', ' ')}.")
        for champ, valeur in asdict(fiche(session, prescription, now())).items():
            lignes = valeur if isinstance(valeur, list) else [valeur]
            typer.echo(f"{champ.replace('_', ' ').capitalize():18} {' · '.join(lignes) or '-'}")


def _lister() -> None:
    """Numbers and offers only: a list on a screen names nobody."""
    query = select(Prescription).where(Prescription.etat == EtatPrescription.EN_COURS)
    with transaction() as session:
        demandes = session.scalars(query.order_by(Prescription.id)).all()
        for demande in demandes:
            typer.echo(f"{demande.id:6}  {demande.demandee_le:%d/%m}  {demande.offre.nom}")
    typer.echo(f"{len(demandes)} en cours.")
