"""The demo catalogue, from offres/catalogue_demo; group offers are dated from the day of seeding."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel
from sqlalchemy.orm import Session

from assistant import offres
from assistant.clock import PARIS
from assistant.offres.indexation import indexer_tout
from assistant.offres.lieux import trouver_lieu
from assistant.offres.tables import Offre, StructureOffre
from assistant.parcours.jours_ouvres import est_ferie

CATALOGUE = Path(offres.__file__).parent / "catalogue_demo"
STRUCTURES = CATALOGUE / "structures.yml"
DE_LA_STRUCTURE = (
    "adresse",
    "commune",
    "code_postal",
    "code_insee",
    "latitude",
    "longitude",
    "telephone",
)
COMMUN = {"source": "demo", "date_maj": date(2026, 11, 2)}
PAR_DEFAUT = {
    "frais": "gratuit",
    "publics": ["beneficiaires-des-minimas-sociaux", "demandeurs-emploi"],
    "modes_accueil": ["en-presentiel"],
    "modes_mobilisation": ["telephoner"],
    "mobilisable_par": ["usagers", "professionnels"],
    "places_prises": 0,
    "retiree_le": None,
}
FIN_DE_JOURNEE = time(23, 59)


class Groupe(BaseModel):
    """A dated session: on the first working day from `dans_jours`; one joins until the eve."""

    dans_jours: int
    heure: time
    duree_minutes: int = 150
    places: int
    prises: int = 0
    minimum: int | None = None


def semer_offres(session: Session, aujourd_hui: date) -> None:
    """Adds the offers that are missing."""
    for structure in _structures():
        if session.get(StructureOffre, structure.id) is None:
            session.add(structure)
    session.flush()
    for offre in _offres(aujourd_hui):
        if session.get(Offre, offre.id) is None:
            session.add(offre)
    session.flush()
    indexer_tout(session)


def remettre_offres(session: Session, aujourd_hui: date) -> None:
    """Every demo offer as written, its dates and places taken included."""
    for ligne in (*_structures(), *_offres(aujourd_hui)):
        session.merge(ligne)
    session.flush()
    indexer_tout(session)


def _structures() -> Iterator[StructureOffre]:
    for cle, entree in _lire(STRUCTURES).items():
        lieu = trouver_lieu(entree["commune"])
        if lieu is None:
            raise ValueError(f"{STRUCTURES.name}: {cle}: this commune is not known")
        yield StructureOffre(
            id=f"demo--{cle}",
            code_insee=lieu.code_insee,
            latitude=lieu.latitude,
            longitude=lieu.longitude,
            **COMMUN,
            **entree,
        )


def _offres(aujourd_hui: date) -> Iterator[Offre]:
    structures = {structure.id: structure for structure in _structures()}
    for fichier in sorted(CATALOGUE.glob("*.yml")):
        if fichier != STRUCTURES:
            for entree in _lire(fichier):
                yield _offre(entree, structures[f"demo--{entree['structure']}"], aujourd_hui)


def _offre(entree: dict[str, Any], structure: StructureOffre, aujourd_hui: date) -> Offre:
    champs = {champ: getattr(structure, champ) for champ in DE_LA_STRUCTURE}
    champs |= {**COMMUN, **PAR_DEFAUT, **entree, "id": f"demo--{entree['id']}"}
    if groupe := champs.pop("groupe", None):
        champs |= _seance(Groupe.model_validate(groupe), aujourd_hui)
    del champs["structure"]
    return Offre(structure_id=structure.id, **champs)


def _seance(groupe: Groupe, aujourd_hui: date) -> dict[str, Any]:
    jour = aujourd_hui + timedelta(days=groupe.dans_jours)
    while jour.weekday() > 4 or est_ferie(jour):
        jour += timedelta(days=1)
    debut = datetime.combine(jour, groupe.heure, PARIS)
    return {
        "debut": debut,
        "fin": debut + timedelta(minutes=groupe.duree_minutes),
        "fin_inscription": datetime.combine(jour - timedelta(days=1), FIN_DE_JOURNEE, PARIS),
        "places": groupe.places,
        "places_prises": groupe.prises,
        "minimum": groupe.minimum,
    }


@lru_cache
def _lire(fichier: Path) -> Any:
    return yaml.load(fichier.read_text(), Loader=yaml.CSafeLoader)  # noqa: S506 - ten times faster
