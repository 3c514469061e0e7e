"""The sorts of files one can import."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from assistant.offres.importation.fichier import Brute
from assistant.offres.importation.json_v1 import lire_json
from assistant.offres.importation.modeles import Ligne, Service, Structure
from assistant.offres.importation.offre_departement import OffreDepartement
from assistant.offres.importation.tableur import COLONNES_DES_CHAMPS, lire_csv
from assistant.offres.tables import Offre, StructureOffre

TABLEURS = (".csv", ".tsv", ".txt")


@dataclass(frozen=True)
class Forme:
    """How a file is read and where its rows go."""

    lire: Callable[[IO[bytes]], Iterator[Brute]]
    modele: type[Ligne]
    table: type[Offre] | type[StructureOffre]
    nom: str  # json or csv: ends the keys of its texts
    colonnes: Mapping[str, str] = field(default_factory=dict)  # fields people know by another name
    ecarts_montres: bool = False  # each value dropped is told with its place, not only counted


SERVICES = Forme(lire_json, Service, Offre, "json")
STRUCTURES = Forme(lire_json, Structure, StructureOffre, "json")
DEPARTEMENT = Forme(lire_csv, OffreDepartement, Offre, "csv", COLONNES_DES_CHAMPS, ecarts_montres=True)


def forme_de(fichier: Path) -> Forme:
    """Of a file of offers, by the end of its name."""
    return DEPARTEMENT if fichier.suffix.lower() in TABLEURS else SERVICES
