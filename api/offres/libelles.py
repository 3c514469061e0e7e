"""The words of the data.inclusion vocabularies, as the pages say them (libelles.yml)."""

from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

LIBELLES = Path(__file__).parent / "libelles.yml"


def libelle(mot: str, vocabulaire: str) -> str:
    """The word as it is when the vocabulary does not have it: sources invent some."""
    dit: str = _libelles()[vocabulaire].get(mot, mot.replace("-", " "))
    return dit


def thematique_dite(thematique: str) -> str:
    """« mobilité : permis »; the family alone where nothing more precise is said."""
    famille, _, precise = thematique.partition("--")
    if not precise:
        return libelle(famille, "familles")
    dite = _libelles()["thematiques"].get(thematique) or precise.replace("-", " ")
    return f"{libelle(famille, 'familles')} : {dite}"


def direction_dite(degres: float) -> str:
    """« au nord-est » for 45, clockwise from the north."""
    roses: list[str] = _libelles()["directions"]
    return roses[round(degres / (360 / len(roses))) % len(roses)]


@lru_cache
def _libelles() -> dict[str, Any]:
    contenu: dict[str, Any] = yaml.safe_load(LIBELLES.read_text())
    return contenu
