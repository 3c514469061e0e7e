"""Every commune of France, as packed by `fabrique`: loaded once, when the first place is named."""

import lzma
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

COMMUNES = Path(__file__).parent / "communes.tsv.xz"
MOTS = Path(__file__).parent / "mots.txt.xz"
COLONNES = ("code", "nom", "codes_postaux", "population", "latitude", "longitude", "dans")

Point = tuple[float, float]  # latitude, longitude, in degrees


class Lieu(NamedTuple):
    nom: str
    code_insee: str
    latitude: float
    longitude: float


class Commune(NamedTuple):
    lieu: Lieu
    codes_postaux: frozenset[str]
    population: int
    dans: str = ""  # INSEE code of the commune which this old commune or arrondissement belongs to

    @property
    def departement(self) -> str:
        code = self.lieu.code_insee
        return code[:3] if code.startswith(("97", "98")) else code[:2]


@lru_cache
def entrees() -> tuple[Commune, ...]:
    """Communes of today, the most populous first; then merged communes and arrondissements."""
    texte = lzma.decompress(COMMUNES.read_bytes()).decode()
    return tuple(_entree(*ligne.split("\t")) for ligne in texte.splitlines())


def _entree(
    code: str, nom: str, postes: str, population: str, latitude: str, longitude: str, dans: str
) -> Commune:
    lieu = Lieu(nom, code, float(latitude), float(longitude))
    return Commune(lieu, frozenset(postes.split()), int(population), dans)


@lru_cache
def communes() -> dict[str, Commune]:
    """The communes of today by INSEE code."""
    return {commune.lieu.code_insee: commune for commune in entrees() if not commune.dans}


@lru_cache
def mots_ordinaires() -> frozenset[str]:
    """Folded words of everyday French that are no names."""
    return frozenset(lzma.decompress(MOTS.read_bytes()).decode().splitlines())
