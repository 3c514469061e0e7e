"""`jalon import-services`: a data.inclusion export, or the département's own CSV, into the catalogue."""

from pathlib import Path
from typing import Annotated

import typer
from rich.progress import Progress

from api.cli.refusal import refuse
from assistant.clock import now
from assistant.database import transaction
from assistant.migrations.upgrade import upgrade
from assistant.offres.importation.bilan import Bilan
from assistant.offres.importation.fichier import FichierRefuse
from assistant.offres.importation.formes import STRUCTURES, Forme, forme_de
from assistant.offres.importation.importer import importer
from assistant.offres.indexation import indexer

ECARTS_MONTRES = 10


def command(
    services: Annotated[
        Path, typer.Argument(help="Services in JSON (data.inclusion v1), or offers in CSV.", metavar="FILE")
    ],
    structures: Annotated[Path | None, typer.Option(help="The structures that go with them.")] = None,
    full: Annotated[
        bool | None,
        typer.Option(
            "--full/--partial",
            help="Withdraw all that is missing from the file, or nothing. By default what is missing is "
            "withdrawn unless it is too much to be true.",
        ),
    ] = None,
) -> None:
    """Adds, updates and withdraws the offers of a file; says what was refused and why."""
    _exiger(services, structures)
    with transaction() as session:
        upgrade(session.connection())
    with Progress(transient=True) as barre:
        bilans = {}
        if structures:
            bilans["Structures"] = _importer(barre, structures, STRUCTURES, None)
        bilans["Services"] = _importer(barre, services, forme_de(services), full)
        vectorisees = _indexer(barre, bilans["Services"])
    for titre, bilan in bilans.items():
        typer.echo(_lignes(titre, bilan))
    typer.echo(f"Recherche : {vectorisees} textes indexés")
    _conclure(bilans)


def _exiger(*fichiers: Path | None) -> None:
    for fichier in fichiers:
        if fichier and not fichier.is_file():
            refuse(f"Le fichier {fichier} n'existe pas.")


def _importer(barre: Progress, chemin: Path, forme: Forme, complet: bool | None) -> Bilan:
    try:
        with barre.open(chemin, "rb", description=chemin.name) as fichier:
            return importer(fichier, forme, now(), typer.echo, complet=complet)
    except FichierRefuse as refus:
        refuse(f"{chemin} : {refus}")


def _indexer(barre: Progress, bilan: Bilan) -> int:
    tache = barre.add_task("indexation", total=bilan.creees + bilan.modifiees)
    return indexer(now(), lambda pas: barre.advance(tache, pas))


def _lignes(titre: str, bilan: Bilan) -> str:
    lignes = [
        f"{titre} : créations {bilan.creees}, mises à jour {bilan.modifiees}, "
        f"sans changement {bilan.inchangees}, retraits {bilan.retirees}, rejets {bilan.rejetees}"
    ]
    for (champ, valeur), fois in bilan.ecartees.most_common(ECARTS_MONTRES):
        lignes.append(f"  valeur écartée, {champ} {f'« {valeur} » ' if valeur else ''}: {fois} fois")
    for source, nombre in bilan.retraits_suspendus.items():
        lignes.append(
            f"  {nombre} services de {source} ne sont pas dans ce fichier. "
            "C'est beaucoup : rien n'est retiré. Si le fichier est complet, relancez avec --full."
        )
    return "\n".join(lignes)


def _conclure(bilans: dict[str, Bilan]) -> None:
    for titre, bilan in bilans.items():
        if bilan.interruption:
            refuse(f"{titre} : {bilan.interruption}")
        if not bilan.gardees:
            refuse(f"{titre} : aucune ligne n'a pu être importée.")
