"""Which needs a text names, read from the words people use (besoins.yml)."""

import re
from collections.abc import Collection, Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from assistant.offres.mots import plier

BESOINS = Path(__file__).parent / "besoins.yml"


def besoins_de(texte: str) -> set[str]:
    """Thematiques, or whole families of them, named in the text."""
    plie = plier(texte)
    return {besoin for besoin, motif in _motifs().items() if motif.search(plie)}


def repondent(thematiques: Iterable[str], besoins: Collection[str]) -> bool:
    """Whether an offer of these answers one of the needs named."""
    return any(theme in besoins or famille(theme) in besoins for theme in thematiques)


def ne_dit_que(texte: str) -> bool:
    """Whether nothing but needs is named: « docteur », « et la piscine ? »."""
    reste, nommes = _tous_les_besoins().subn(" ", plier(texte))
    return nommes > 0 and set(reste.split()) <= set(_contenu()["mots_de_liaison"])


def mots_utiles(texte: str) -> str:
    """The folded text without the words that mean nothing alone."""
    vides = set(_contenu()["mots_vides"])
    return " ".join(mot for mot in plier(texte).split() if mot not in vides and re.match("[a-z]{2}", mot))


@lru_cache
def mots_des_besoins() -> tuple[str, ...]:
    """Those of one word, each once."""
    tous = {mot.rstrip("*") for mots in _contenu()["besoins"].values() for mot in mots}
    return tuple(sorted(mot for mot in tous if " " not in mot))


def famille(thematique: str) -> str:
    return thematique.partition("--")[0]


@lru_cache
def _motifs() -> dict[str, re.Pattern[str]]:
    return {besoin: _motif(mots) for besoin, mots in _contenu()["besoins"].items()}


@lru_cache
def _tous_les_besoins() -> re.Pattern[str]:
    """The longest names first: « auto ecole » before « auto »."""
    tous = [mot for mots in _contenu()["besoins"].values() for mot in mots]
    return _motif(sorted(tous, key=len, reverse=True))


def _motif(mots: list[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(mot.replace('*', '[a-z]*') for mot in mots)})\b")


@lru_cache
def _contenu() -> dict[str, Any]:
    contenu: dict[str, Any] = yaml.safe_load(BESOINS.read_text())
    return contenu
