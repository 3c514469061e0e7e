"""Which needs a text names, read from the words people use (besoins.yml)."""

import re
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from assistant.offres.mots import plier

BESOINS = Path(__file__).parent / "besoins.yml"
PRECIS, FAMILLE, VOISIN = 1.0, 0.7, 0.5  # the very thematique; the family named; another of the same family


def besoins_de(texte: str) -> set[str]:
    """Thematiques, or whole families of them, named in the text."""
    plie = plier(texte)
    return {besoin for besoin, motif in _motifs().items() if motif.search(plie)}


def pertinence(besoins: set[str], thematiques: list[str]) -> float:
    """How well an offer's thematiques answer the needs; 0 when they do not."""
    return sum(_pertinence(besoin, thematiques) for besoin in besoins)


def mots_utiles(texte: str) -> str:
    """The folded text without the words that mean nothing alone."""
    vides = set(_contenu()["mots_vides"])
    return " ".join(mot for mot in plier(texte).split() if mot not in vides and re.match("[a-z]{2}", mot))


def famille(thematique: str) -> str:
    return thematique.partition("--")[0]


def _pertinence(besoin: str, thematiques: list[str]) -> float:
    if besoin in thematiques:
        return PRECIS
    if famille(besoin) not in map(famille, thematiques):
        return 0
    return FAMILLE if besoin == famille(besoin) else VOISIN


@lru_cache
def _motifs() -> dict[str, re.Pattern[str]]:
    return {besoin: _motif(mots) for besoin, mots in _contenu()["besoins"].items()}


def _motif(mots: list[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(mot.replace('*', '[a-z]*') for mot in mots)})\b")


@lru_cache
def _contenu() -> dict[str, Any]:
    contenu: dict[str, Any] = yaml.safe_load(BESOINS.read_text())
    return contenu
