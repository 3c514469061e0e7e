"""`jalon search`: the offers that answer a need."""

import json
from pathlib import Path
from typing import Annotated

import typer

from api.cli.lines import texts
from api.cli.refusal import refuse
from assistant.clock import now
from assistant.database import transaction
from assistant.migrations.upgrade import upgrade
from assistant.offres.lieux import Lieu, trouver_lieu
from assistant.offres.recherche import OffreTrouvee, chercher


def command(
    textes: Annotated[list[str] | None, typer.Argument(help="One or several needs.", metavar="TEXT")] = None,
    near: Annotated[str | None, typer.Option(help="A commune or a postcode.", metavar="PLACE")] = None,
    limit: Annotated[int, typer.Option(help="How many offers at most.", min=1)] = 3,
    file: Annotated[Path | None, typer.Option(help="A file with one need a line.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON line per need.")] = False,
) -> None:
    """Searches the catalogue with people's own words, best offer first."""
    pres_de = _lieu(near) if near else None
    besoins = texts(textes, file)
    with transaction() as session:
        upgrade(session.connection())
        for besoin in besoins:
            trouvees = chercher(session, besoin, pres_de=pres_de, maintenant=now(), limite=limit)
            typer.echo(_json(besoin, near, trouvees) if as_json else _lignes(besoin, trouvees))


def _lieu(near: str) -> Lieu:
    return trouver_lieu(near) or refuse(f"« {near} » n'est pas une commune connue.")


def _json(besoin: str, near: str | None, trouvees: list[OffreTrouvee]) -> str:
    results = [
        {
            "id": trouvee.offre.id,
            "nom": trouvee.offre.nom,
            "score": trouvee.score,
            "distance_km": trouvee.distance_km,
            "thematiques": trouvee.offre.thematiques,
        }
        for trouvee in trouvees
    ]
    return json.dumps({"query": besoin, "near": near, "results": results}, ensure_ascii=False)


def _lignes(besoin: str, trouvees: list[OffreTrouvee]) -> str:
    lignes = [f"  {t.score:.2f}  {t.offre.nom}, {_ou(t)}" for t in trouvees] or ["  rien ne convient"]
    return "\n".join([besoin, *lignes])


def _ou(trouvee: OffreTrouvee) -> str:
    if trouvee.offre.a_distance:
        return "à distance"
    distance = "" if trouvee.distance_km is None else f" ({trouvee.distance_km:g} km)"
    return f"{trouvee.offre.commune}{distance}"
