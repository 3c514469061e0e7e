"""The emergency numbers, from dated data with an owner."""

from functools import lru_cache
from pathlib import Path

import yaml


@lru_cache
def valeurs_numeros() -> dict[str, str]:
    """The number under the name the texts give it: {"suicide": "3114", …}."""
    contenu = yaml.safe_load((Path(__file__).parent / "numeros.yml").read_text())
    return {nom: fiche["numero"] for nom, fiche in contenu["numeros"].items()}
