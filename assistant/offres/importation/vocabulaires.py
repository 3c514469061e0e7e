"""The closed vocabularies of data.inclusion v1, read with some tolerance for hands that type them."""

from functools import lru_cache
from pathlib import Path

import yaml

from assistant.offres.mots import plier

FICHIER = Path(__file__).parent / "vocabulaires.yml"


@lru_cache
def vocabulaires() -> dict[str, list[str]]:
    """Every code, by the field of Offre or StructureOffre that holds it."""
    contenu: dict[str, list[str]] = yaml.safe_load(FICHIER.read_text(encoding="utf-8"))
    return contenu


def reconnaitre(champ: str, valeur: str) -> str | None:
    """The code meant: « Gratuit » → gratuit, « Préparer un permis » → mobilite--preparer-un-permis."""
    return _formes(champ).get(plier(valeur))


@lru_cache
def _formes(champ: str) -> dict[str, str]:
    """Folded codes, and what follows « famille-- », which no two share."""
    codes = vocabulaires()[champ]
    return {plier(code.partition("--")[2]): code for code in codes if "--" in code} | {
        plier(code): code for code in codes
    }
