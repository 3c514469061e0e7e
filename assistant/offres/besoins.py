"""Which needs a text names, read from the words people use (besoins.yml)."""

import re
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from assistant.offres.mots import plier

BESOINS = Path(__file__).parent / "besoins.yml"
PETIT_MOT = 3  # letters: « le », « et », « pr »


def besoins_de(texte: str) -> set[str]:
    """Thematiques, or whole families of them, named in the text."""
    plie = plier(texte)
    return {besoin for besoin, motif in _motifs().items() if motif.search(plie)}


def ne_dit_que(texte: str) -> bool:
    """Whether nothing but needs is named: « docteur », « et la piscine ? »."""
    plie = plier(texte)
    reste = plie
    for motif in _motifs().values():
        reste = motif.sub(" ", reste)
    return reste != plie and not any(len(mot) > PETIT_MOT for mot in mots_utiles(reste).split())


def mots_utiles(texte: str) -> str:
    """The folded text without the words that mean nothing alone."""
    vides = set(_contenu()["mots_vides"])
    return " ".join(mot for mot in plier(texte).split() if mot not in vides and re.match("[a-z]{2}", mot))


def famille(thematique: str) -> str:
    return thematique.partition("--")[0]


@lru_cache
def _motifs() -> dict[str, re.Pattern[str]]:
    return {besoin: _motif(mots) for besoin, mots in _contenu()["besoins"].items()}


def _motif(mots: list[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(mot.replace('*', '[a-z]*') for mot in mots)})\b")


@lru_cache
def _contenu() -> dict[str, Any]:
    contenu: dict[str, Any] = yaml.safe_load(BESOINS.read_text())
    return contenu
